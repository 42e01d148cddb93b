"""Doing a unit of work: drafts are drawn, filled into templates and given what lies beside them."""

from collections.abc import Iterable
from typing import Final

from build_scripts.model import Artifact, Card, Made
from build_scripts.present.charts import draw
from build_scripts.present.page import Draft, render
from build_scripts.present.pages.datasets import dataset_index, package_files
from build_scripts.present.sharing.embed import embeds
from build_scripts.present.sharing.picture import pictures
from build_scripts.present.standards.media import Offer
from build_scripts.work.files import FILES
from build_scripts.work.stage import Stage
from build_scripts.work.units import Unit, drafts_of, whole_files

ORDER: Final = (
    "home", "home-plain", "target", "targets", "programme", "indicator", "indicators", "areas", "area", "compare",
    "documents", "document", "datasets", "dataset", "conformance", "take", "rows", "changes", "quality", "glossary", "rules",
)  # fmt: skip
"""Kinds of pages as people are shown them; one that is not named here would come first."""


def make(stage: Stage, unit: Unit) -> Made:
    """Do a unit of work: the same for the same stage and unit, wherever it is done."""
    if unit.kind == "whole":
        return _whole(stage)
    if unit.language is not None:
        return finished(stage, drafts_of(stage, unit))
    return Made(files=files_of(stage, unit))


def files_of(stage: Stage, unit: Unit) -> tuple[Artifact, ...]:
    """Make the files of a unit that has no pages."""
    return tuple(FILES[unit.kind][1](stage, unit.thing))


def shelve(stage: Stage, name: str) -> tuple[Made, tuple[Offer, ...]]:
    """Make the downloads of a package, and say what they are."""
    package = next(each for each in stage.catalog.packages if each.name == name)
    files, offers = package_files(stage.scenes[0], package)
    return Made(files=files), offers


def _whole(stage: Stage) -> Made:
    """Make the files that hold the whole catalog, and the lists of datasets, which tell how large they are."""
    files = whole_files(stage)
    made = finished(stage, (dataset_index(scene, files) for scene in stage.scenes))
    return Made(made.pages, (*files, *made.files), made.cards)


def finished(stage: Stage, drafts: Iterable[Draft]) -> Made:
    """Finish pages, and make what lies beside each: its charts alone, its picture."""
    pages: list[Artifact] = []
    files: list[Artifact] = []
    cards: list[Card] = []
    for draft in drafts:
        drawings = draw(draft.charts())
        pages.append(render(draft, drawings, stage.lexicons.get(draft.language)))
        files += embeds([draft], drawings, stage.imprints)
        files += pictures([draft])
        cards.append(card(draft))
    return Made(tuple(pages), tuple(files), tuple(cards))


def listed(cards: Iterable[Card]) -> list[Card]:
    """Put the cards of pages in the order in which people are shown them, whoever was first to finish."""
    return sorted(cards, key=lambda each: ORDER.index(each.template) if each.template in ORDER else -1)


def card(draft: Draft) -> Card:
    """Say in short what a page is."""
    return Card(draft.language, draft.address, draft.template, draft.title, draft.description)
