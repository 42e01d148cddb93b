"""The promises of a document as rows: figures, gaps, declared numbers, tasks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.compute.focus import latest_of_goal
from build_scripts.compute.promises import Tally, gap_groups, tallies_of
from build_scripts.model import Document, Gap, Target
from build_scripts.present.pages.target_rows import promise
from build_scripts.present.scene import Link, Scene, SourceLine
from build_scripts.present.sharing.mending import gap_link
from build_scripts.present.verdict import Box


@dataclass(frozen=True, slots=True)
class Pledge:
    """A target of a document as one row; `box` is its judgement, `unjudged` why it has none."""

    anchor: str
    goal: Link
    name: str
    value: str
    due: str
    latest: str
    when: str
    ended: str
    draft: bool
    doubtful: bool
    confidence: str
    note: str
    quote: str
    source: SourceLine
    box: Box | None
    unjudged: str


@dataclass(frozen=True, slots=True)
class GapGroup:
    """The targets of a group whose text is still to be found; each gap is (id, name, where to send a source)."""

    name: str
    count: str
    gaps: tuple[tuple[str, str, Link], ...]
    note: str


@dataclass(frozen=True, slots=True)
class Task:
    """A commitment in words, with its status."""

    anchor: str
    title: str
    text: str
    status: str


def pledges(scene: Scene, targets: Iterable[Target]) -> Iterator[Pledge]:
    """Yield the targets as rows, by the group and the order of their goals, then by year."""
    goals = {each.id: number for number, each in enumerate(scene.catalog.goals.values())}
    groups = {each.id: each.order for each in scene.catalog.groups.values()}

    def place(target: Target) -> tuple[int, int, int]:
        group = groups.get(scene.catalog.goals[target.goal].group, len(groups) + 1)
        return group, goals[target.goal], target.year if target.year is not None else 0

    return (pledge(scene, each) for each in sorted(targets, key=place))


def pledge(scene: Scene, target: Target) -> Pledge:
    """Show a target as a row, with the latest value of what it is about."""
    shown = promise(scene, target)
    goal = scene.catalog.goals[target.goal]
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    name = scene.text(target.name)
    latest, when = "", ""
    if found is not None:
        latest = scene.measured(found[1].shown, scene.catalog.indicators[found[0].indicator])
        when = scene.when(found[1].shown)
        when = scene.say("document.nearest", when=when) if found[0].match == "proxy" else when
    return Pledge(
        anchor=target.id,
        goal=scene.goal(goal),
        name="" if name == scene.text(goal.name) else name,
        value=shown.value,
        due=shown.due,
        latest=latest,
        when=when,
        ended=shown.ended,
        draft=target.draft,
        doubtful=target.confidence == "low",
        confidence=shown.confidence,
        note=shown.note,
        quote=shown.quote,
        source=shown.source,
        box=shown.box,
        unjudged=shown.unjudged,
    )


def gaps(scene: Scene, document: Document) -> tuple[GapGroup, ...]:
    """Show the targets whose text nobody has found, by group."""
    return tuple(
        GapGroup(
            name=scene.say["document.no-group"] if group is None else scene.text(group.name),
            count=str(len(inside)),
            gaps=tuple((each.id, scene.text(each.name), _help(scene, document, each)) for each in inside),
            note=" ".join(dict.fromkeys(scene.text(each.note) for each in inside)),
        )
        for group, inside in gap_groups(scene.catalog, document.id)
    )


def _help(scene: Scene, document: Document, gap: Gap) -> Link:
    """Lead to the form that asks for a source of this very target."""
    name = f"{scene.document(document).text}: {scene.text(gap.name)}"
    return gap_link(scene.imprint, scene.say["document.gap-send"], name)


def tallies(scene: Scene, document: Document) -> tuple[tuple[str, str], ...]:
    """Say of every declared number what it counts, and how much of it is held."""
    return tuple(
        (scene.text(each.declared.name), _tally(scene, each))
        for each in tallies_of(scene.catalog, document.id)
    )


def _tally(scene: Scene, tally: Tally) -> str:
    count = str(tally.declared.count)
    if tally.missing:
        found = max(tally.declared.count - tally.missing, 0)
        return scene.say("document.says-missing", count=count, found=str(found), missing=str(tally.missing))
    return scene.say.count("document.says", tally.held, count=count, held=str(tally.held))


def commitments(scene: Scene, document: Document) -> tuple[Task, ...]:
    """Show the tasks of a document in its own order."""
    found = [each for each in scene.catalog.commitments if each.document == document.id]
    return tuple(
        Task(
            anchor=each.id,
            title=scene.text(each.title),
            text=scene.text(each.text),
            status=scene.word("document.task", each.status),
        )
        for each in sorted(found, key=lambda each: each.order)
    )
