"""The promises of a target indicator in time: which document said what, when, what replaced it, where they disagree."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.lineage import Conflict, Lineage, Step
from build_scripts.model import Document, Target
from build_scripts.present.pages.target_rows import Promise, promise
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class Station:
    """One document on the time line: when, its name and state, what it follows or gave way to, its promises."""

    when: str
    document: Link
    status: str
    notes: tuple[tuple[str, Link], ...]
    promises: tuple[Promise, ...]


def stations(scene: Scene, lineage: Lineage) -> tuple[Station, ...]:
    """Show the documents that promised something, the oldest first."""
    return tuple(_station(scene, step) for step in lineage.steps)


def _station(scene: Scene, step: Step) -> Station:
    return Station(
        when=_when(scene, step),
        document=scene.document(step.document),
        status=scene.word("document.status", step.document.status),
        notes=tuple(_notes(scene, step)),
        promises=tuple(promise(scene, each) for each in step.targets),
    )


def _when(scene: Scene, step: Step) -> str:
    """Write the day of a document; where only a report of it is dated, say so."""
    if not step.date:
        return scene.say["goal.undated"]
    key = "goal.dated-by-source" if step.by_source else "goal.dated"
    return scene.say(key, day=scene.writer.iso(step.date))


def _notes(scene: Scene, step: Step) -> Iterator[tuple[str, Link]]:
    pairs: tuple[tuple[str, tuple[Document, ...]], ...] = (
        ("goal.replaces", step.replaces),
        ("goal.replaced-by", step.replaced_by),
    )
    for key, documents in pairs:
        for each in documents:
            yield scene.say[key], scene.document(each)


def conflicts(scene: Scene, lineage: Lineage) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Say of each term for which documents differ what each side promises."""
    return tuple((_term(scene, each), tuple(_sides(scene, each))) for each in lineage.conflicts)


def _term(scene: Scene, conflict: Conflict) -> str:
    start, year = conflict.start_year, conflict.year
    term = str(year) if start is None or start == year else f"{start}–{year}"
    return scene.say("goal.conflict", term=term)


def _sides(scene: Scene, conflict: Conflict) -> Iterator[str]:
    for side in conflict.sides:
        yield scene.say("goal.conflict-side", value=scene.promised(side[0]), documents=_names(scene, side))


def _names(scene: Scene, side: tuple[Target, ...]) -> str:
    documents = dict.fromkeys(each.document for each in side)
    return scene.listed([scene.document(scene.catalog.documents[each]).text for each in documents])
