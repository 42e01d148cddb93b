"""The units of work: pages of a kind or of one thing in one language, and files."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.model import LANGUAGES, Artifact, Catalog, Language
from build_scripts.present.page import Draft
from build_scripts.present.pages.area_list import area_list
from build_scripts.present.pages.areas import area_page
from build_scripts.present.pages.changes import changes_pages
from build_scripts.present.pages.compare import compare_pages
from build_scripts.present.pages.conformance import conformance_pages
from build_scripts.present.pages.datasets import dataset_index, dataset_page
from build_scripts.present.pages.documents import document_pages
from build_scripts.present.pages.glossary import glossary_pages
from build_scripts.present.pages.home import home_pages
from build_scripts.present.pages.indicator_list import indicator_list_pages
from build_scripts.present.pages.indicators import indicator_page
from build_scripts.present.pages.programme import programme_pages
from build_scripts.present.pages.quality import quality_pages
from build_scripts.present.pages.rows import rows_pages
from build_scripts.present.pages.rules import rules_pages
from build_scripts.present.pages.take import take_pages
from build_scripts.present.pages.target_list import target_list_pages
from build_scripts.present.pages.targets import target_page
from build_scripts.present.scene import Scene
from build_scripts.present.standards.edition import editions
from build_scripts.present.standards.whole import whole_of
from build_scripts.work.files import FILES, Things, once
from build_scripts.work.stage import Stage


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of work: its kind, the id of the thing it is about ("" for none), the language of its pages, if any."""

    kind: str
    thing: str = ""
    language: Language | None = None


Drafts = Callable[[Stage, Scene, str], Iterable[Draft]]


def _kind(pages: Callable[[Scene], Iterable[Draft]]) -> tuple[Things, Drafts]:
    """All pages of a kind, as one unit."""
    return once, lambda _stage, scene, _thing: pages(scene)


def _datasets(stage: Stage, scene: Scene, name: str) -> Iterator[Draft]:
    package = next(each for each in scene.catalog.packages if each.name == name)
    yield dataset_page(scene, package, passed=dict(stage.verdicts).get(name, False))


def _areas(_: Stage, scene: Scene, name: str) -> Iterator[Draft]:
    if name:
        yield area_page(scene, name)
    elif scene.catalog.areas:
        yield area_list(scene)


PAGES: Final[Mapping[str, tuple[Things, Drafts]]] = {
    "home": _kind(home_pages),
    "target": (lambda catalog: catalog.goals, lambda _stage, scene, thing: [target_page(scene, thing)]),
    "target-list": _kind(target_list_pages),
    "programme": _kind(programme_pages),
    "indicator": (
        lambda catalog: catalog.indicators,
        lambda _stage, scene, thing: [indicator_page(scene, thing)],
    ),
    "indicator-list": _kind(indicator_list_pages),
    "area": (lambda catalog: ("", *catalog.areas), _areas),
    "compare": _kind(compare_pages),
    "document": _kind(document_pages),
    "dataset": (lambda catalog: (each.name for each in catalog.packages), _datasets),
    "conformance": _kind(conformance_pages),
    "take": _kind(take_pages),
    "rows": _kind(rows_pages),
    "changes": _kind(changes_pages),
    "quality": _kind(quality_pages),
    "glossary": _kind(glossary_pages),
    "rules": (once, lambda stage, scene, _thing: rules_pages(scene, stage.book)),
}
"""Kinds of pages: the ids there is one for, and how they are drafted."""


def page_units(catalog: Catalog) -> Iterator[Unit]:
    """List the units that make pages, language by language."""
    for language in LANGUAGES:
        for kind, (things, _) in PAGES.items():
            yield from (Unit(kind, thing, language) for thing in things(catalog))


def file_units(catalog: Catalog) -> Iterator[Unit]:
    """List the units that make files."""
    for kind, (things, _) in FILES.items():
        yield from (Unit(kind, thing) for thing in things(catalog))


def whole_files(stage: Stage) -> tuple[Artifact, ...]:
    """Make the files that hold the whole catalog."""
    first = stage.scenes[0]
    return whole_of(stage.catalog, editions(stage.catalog, first.imprints, first.offers))


def drafts_of(stage: Stage, unit: Unit) -> Iterable[Draft]:
    """Draft the pages of a unit."""
    if unit.kind == "whole":
        files = whole_files(stage)
        return (dataset_index(scene, files) for scene in stage.scenes)
    if unit.language is None:
        return ()
    return PAGES[unit.kind][1](stage, stage.scene(unit.language), unit.thing)
