"""The board: every target with its status, by group, to be sorted, filtered and printed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_scripts.compute.goals import targets_of
from build_scripts.compute.groups import by_group
from build_scripts.compute.progress import STATUSES, lead_of
from build_scripts.model import Goal, Target
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene
from build_scripts.present.verdict import Mark, judged_of, mark, sentence, tally_words, target_marks
from build_scripts.present.verdict.mark import unjudged_mark


@dataclass(frozen=True, slots=True)
class Line:
    """A target on the board; what a script filters and sorts by stands in plain keys beside what readers see."""

    anchor: str
    goal: Link
    area: str
    value: str
    due: str
    year: str
    document: Link
    mark: Mark
    sentence: str
    keys: dict[str, str]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value that the board can be narrowed to."""

    key: str
    word: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A thing to narrow the board by: its key, its label, its choices."""

    key: str
    label: str
    choices: tuple[Choice, ...]


def target_list_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the board of all targets, by group."""
    if scene.catalog.goals:
        yield _board(scene)


def _board(scene: Scene) -> Draft:
    sections = []
    shown: list[Target] = []
    for group, goals in by_group(scene.catalog, scene.catalog.goals.values()):
        targets = [target for goal in goals for target in targets_of(scene.catalog, goal)]
        shown += targets
        heading = scene.group(group)
        lines = tuple(line(scene, target, heading.href.partition("#")[2]) for target in targets)
        bare = tuple(scene.goal(goal) for goal in goals if not targets_of(scene.catalog, goal))
        count = scene.say.count("goal.count-targets", len(lines), n=str(len(lines)))
        own = target_marks(scene, targets)
        sections.append((heading.href.partition("#")[2], heading.text, count, own, lines, bare))
    sentence_ = lead(scene, shown)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""),),
        "lead": sentence_,
        "tally": target_marks(scene, shown),
        "reasons": _reasons(scene, shown),
        "filters": tuple(_filters(scene, shown)),
        "sections": tuple(sections),
        "goals": str(len(scene.catalog.goals)),
    }
    return Draft(
        language=scene.language,
        address="targets/",
        template="targets",
        title=scene.say["goal.index-title"],
        description=sentence_,
        view=view,
    )


def lead(scene: Scene, targets: Sequence[Target]) -> str:
    """Say how many targets there are, how many can be judged, and how those stand."""
    judged = judged_of(scene, targets)
    assessed = sum(1 for each in judged if each.assessed)
    documents = len({each.document for each in targets})
    return scene.say.count(
        "goal.index-lead" if assessed else "goal.index-lead-none",
        documents,
        targets=str(len(targets)),
        goals=str(len(scene.catalog.goals)),
        documents=str(documents),
        assessed=str(assessed),
        now=str(scene.judgements.now),
        tally=tally_words(scene, judged),
    )


def line(scene: Scene, target: Target, group: str) -> Line:
    """Show a target as one line."""
    goal = scene.catalog.goals[target.goal]
    judgement = scene.judgements.leading.get(target.id)
    own = unjudged_mark(scene) if judgement is None else mark(scene, judgement)
    document = scene.catalog.documents[target.document]
    order = [*STATUSES, "not-judged"].index(own.kind)
    return Line(
        anchor=target.id,
        goal=Link(scene.text(goal.name), f"{scene.goal(goal).href}#{target.id}"),
        area=scene.area(goal.area).text,
        value=scene.promised(target),
        due=scene.due(target),
        year="" if target.year is None else str(target.year),
        document=scene.document(document),
        mark=own,
        sentence="" if judgement is None else sentence(scene, target, judgement),
        keys={
            "status": own.kind,
            "group": group,
            "document": document.id,
            "area": goal.area,
            "year": "" if target.year is None else str(target.year),
            "order": str(order),
        },
    )


def _reasons(scene: Scene, targets: Iterable[Target]) -> tuple[tuple[str, str], ...]:
    """Count why targets cannot be judged, the most frequent reason first; drafts and doubtful ones last."""
    targets = tuple(targets)
    counted: dict[str, int] = {}
    for each in judged_of(scene, targets):
        if each.reason is not None:
            counted[each.reason] = counted.get(each.reason, 0) + 1
    ordered = sorted(counted, key=lambda reason: -counted[reason])
    rows = [(scene.say[f"verdict.reason.{reason}"], str(counted[reason])) for reason in ordered]
    kept_out = sum(1 for each in targets if each.id not in scene.judgements.leading)
    return (*rows, *([(scene.say["verdict.reason.kept-out"], str(kept_out))] if kept_out else []))


def _filters(scene: Scene, targets: Sequence[Target]) -> Iterator[Filter]:
    """Offer what occurs: statuses, groups, documents, areas, years."""
    say = scene.say
    kinds = {
        scene.judgements.leading[each.id].status for each in targets if each.id in scene.judgements.leading
    }
    statuses = [Choice(each, say[f"verdict.{each}"]) for each in STATUSES if each in kinds]
    if any(each.id not in scene.judgements.leading for each in targets):
        statuses.append(Choice("not-judged", say["verdict.not-judged"]))
    yield Filter("status", say["goal.filter-status"], tuple(statuses))
    groups = [scene.group(group) for group, _ in by_group(scene.catalog, scene.catalog.goals.values())]
    yield Filter(
        "group",
        say["goal.filter-group"],
        tuple(Choice(each.href.partition("#")[2], each.text) for each in groups),
    )
    used = {each.document for each in targets}
    documents = (each for each in scene.catalog.documents.values() if each.id in used)
    yield Filter(
        "document",
        say["goal.filter-document"],
        tuple(Choice(each.id, scene.document(each).text) for each in documents),
    )
    areas = dict.fromkeys(scene.catalog.goals[each.goal].area for each in targets)
    yield Filter(
        "area", say["goal.filter-area"], tuple(Choice(each, scene.area(each).text) for each in areas)
    )
    years = sorted({each.year for each in targets if each.year is not None})
    yield Filter("year", say["goal.filter-year"], tuple(Choice(str(each), str(each)) for each in years))


@dataclass(frozen=True, slots=True)
class Entry:
    """A target indicator in a list: its latest figure, the target that speaks for it, its mark."""

    goal: Link
    area: str
    latest: str
    when: str
    target: str
    mark: Mark | None


def entry(scene: Scene, goal: Goal) -> Entry:
    """Show a target indicator as one entry."""
    lead_ = lead_of(scene.catalog, scene.judgements, goal)
    value, when = scene.latest_of(goal)
    target = scene.say["goal.no-promises"]
    if lead_ is not None:
        target = scene.say("goal.line", value=scene.promised(lead_[0]), due=scene.due(lead_[0]))
    return Entry(
        goal=scene.goal(goal),
        area=scene.area(goal.area).text,
        latest=value,
        when=when,
        target=target,
        mark=None if lead_ is None else mark(scene, lead_[1]),
    )
