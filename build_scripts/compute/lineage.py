"""One thing promised by many documents: in which order, what replaced what, and where they disagree."""

from collections.abc import Iterable
from dataclasses import dataclass

from build_scripts.compute.goals import FAR, firm, targets_of
from build_scripts.model import Catalog, Document, Goal, Target

UNDATED = "9999"
_ALIKE = {"~": "="}
"""About 40 and 40 agree."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one document promised of a goal.

    `date` is ISO (day, month or year): the document's own, else (`by_source`) that of the oldest dated source that
    quotes it, else ""; `targets` are its promises by the year they are due; `replaces` and `replaced_by` are documents
    that speak of the same goal.
    """

    document: Document
    date: str
    by_source: bool
    targets: tuple[Target, ...]
    replaces: tuple[Document, ...]
    replaced_by: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """For one term, documents say different things: each side is the targets that agree, the oldest document first."""

    start_year: int | None
    year: int
    sides: tuple[tuple[Target, ...], ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The promises of a goal in time, and the conflicts among those that stand."""

    steps: tuple[Step, ...]
    conflicts: tuple[Conflict, ...]


def lineage_of(catalog: Catalog, goal: Goal) -> Lineage:
    """Trace what every document promised of a goal, the oldest first; undated documents come in the order of the data."""
    targets = targets_of(catalog, goal)
    by_document: dict[str, list[Target]] = {}
    for target in sorted(targets, key=lambda each: FAR if each.year is None else each.year):
        by_document.setdefault(target.document, []).append(target)
    steps = [_step(catalog, name, by_document) for name in by_document]
    ordered = sorted(steps, key=lambda each: (each.date if each.date else UNDATED, each.document.order))
    order = {step.document.id: place for place, step in enumerate(ordered)}
    return Lineage(tuple(ordered), tuple(conflicts_of(targets, order)))


def _step(catalog: Catalog, name: str, by_document: dict[str, list[Target]]) -> Step:
    document = catalog.documents[name]
    sources = [
        catalog.sources[each.source].date for each in by_document[name] if each.source in catalog.sources
    ]
    quoted = min((each for each in sources if each), default="")
    others = [catalog.documents[each] for each in by_document if each != name]
    return Step(
        document=document,
        date=document.date if document.date else quoted,
        by_source=not document.date and bool(quoted),
        targets=tuple(by_document[name]),
        replaces=tuple(each for each in others if each.id == document.replaces),
        replaced_by=tuple(each for each in others if each.replaces == name),
    )


def conflicts_of(targets: Iterable[Target], order: dict[str, int]) -> Iterable[Conflict]:
    """Yield the terms for which targets that stand (no drafts, none that ended, none of one year's plan) differ."""
    terms: dict[tuple[int | None, int, str, str], list[Target]] = {}
    for each in firm(tuple(targets)):
        if each.year is not None and not each.yearly and (each.low is not None or each.high is not None):
            terms.setdefault((each.start_year, each.year, each.reference, each.unit), []).append(each)
    for (start, year, _, _), found in terms.items():
        sides: dict[tuple[str, float | None, float | None], list[Target]] = {}
        for each in sorted(found, key=lambda target: order[target.document]):
            sides.setdefault((_ALIKE.get(each.operator, each.operator), each.low, each.high), []).append(each)
        if len(sides) > 1:
            yield Conflict(start, year, tuple(tuple(side) for side in sides.values()))
