"""Units that make files: downloads, the service, feeds, pictures of the house."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from build_scripts.compute.geography.parts import Archive
from build_scripts.model import Artifact, Catalog
from build_scripts.present.api import list_files, series_file
from build_scripts.present.pages.dataset.forms import form_file
from build_scripts.present.service import observation_file, service_files
from build_scripts.present.sharing.feed import feeds
from build_scripts.present.sharing.icons import icons
from build_scripts.present.standards.sidecar import sidecar_schema
from build_scripts.present.verdict import judgement_file
from build_scripts.work.stage import Stage

Things = Callable[[Catalog], Iterable[str]]
"""Lists the ids that there is a unit of a kind for."""
Files = Callable[[Stage, str], Iterable[Artifact]]


def once(_: Catalog) -> Iterable[str]:
    """For kinds that are about no single thing."""
    return ("",)


def _lists(stage: Stage, _: str) -> Iterator[Artifact]:
    scene = stage.scenes[0]
    return list_files(stage.catalog, scene.facts, scene.carriages)


def _series(stage: Stage, name: str) -> Iterator[Artifact]:
    scene = stage.scenes[0]
    yield series_file(Archive(stage.catalog, scene.facts), scene.carriages, name)
    yield observation_file(stage.catalog, scene.facts, name)


def _service(stage: Stage, _: str) -> Iterator[Artifact]:
    scene = stage.scenes[0]
    yield from service_files(stage.catalog, scene.judgements, scene.imprints, scene.offers)
    yield sidecar_schema()


def _form(stage: Stage, name: str) -> Iterator[Artifact]:
    yield from form_file(stage.catalog, next(each for each in stage.catalog.packages if each.name == name))


FILES: Final[Mapping[str, tuple[Things, Files]]] = {
    "form": (lambda catalog: (each.name for each in catalog.packages), _form),
    "progress": (lambda catalog: catalog.goals, lambda stage, goal: [judgement_file(stage.scenes, goal)]),
    "service": (once, _service),
    "lists": (once, _lists),
    "series": (lambda catalog: catalog.indicators, _series),
    "feed": (once, lambda stage, _: feeds(stage.scenes)),
    "icon": (once, lambda stage, _: icons(stage.scenes)),
}
"""Kinds of files: the ids there is a unit for, and how they are made."""
