"""The list of all target indicators."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.focus import latest_of_goal
from build_scripts.compute.goals import firm, targets_of
from build_scripts.compute.groups import by_group
from build_scripts.model import Goal
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene

LINES_SHOWN = 3
"""As many targets of one indicator as a list needs; its page has them all."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A target indicator in the list."""

    goal: Link
    area: str
    latest: str
    when: str
    targets: tuple[str, ...]
    more: str
    documents: str
    status: str = ""


def target_list_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the list of target indicators, by group."""
    if scene.catalog.goals:
        yield _list(scene)


def _list(scene: Scene) -> Draft:
    sections = []
    for group, goals in by_group(scene.catalog, scene.catalog.goals.values()):
        entries = tuple(entry(scene, goal) for goal in goals)
        count = scene.say.count("goal.count", len(goals), n=str(len(goals)))
        heading = scene.group(group)
        sections.append((heading.href.partition("#")[2], heading.text, count, entries))
    counted = sum(
        1 for goal in scene.catalog.goals.values() if latest_of_goal(scene.catalog, scene.facts, goal)
    )
    total = len(scene.catalog.goals)
    sentence = scene.say(
        "goal.index-lead",
        goals=str(total),
        targets=str(len(scene.catalog.targets)),
        documents=str(len({each.document for each in scene.catalog.targets})),
        counted=str(counted),
        missing=str(total - counted),
    )
    return Draft(
        language=scene.language,
        address="targets/",
        template="targets",
        title=scene.say["goal.index-title"],
        description=sentence,
        view={"crumbs": (Link(scene.say["nav.home"], ""),), "lead": sentence, "sections": tuple(sections)},
    )


def entry(scene: Scene, goal: Goal) -> Entry:
    """Show a target indicator as one line of a list."""
    targets = targets_of(scene.catalog, goal)
    kept = firm(targets) or targets
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    value, when = scene.say["goal.none-short"], ""
    if found is not None:
        value = scene.measured(found[1].shown, scene.catalog.indicators[found[0].indicator])
        when = scene.when(found[1].shown)
    lines = list(
        dict.fromkeys(
            scene.say("goal.line", value=scene.promised(each), due=scene.due(each)) for each in kept
        )
    )
    lines = lines if lines else [scene.say["goal.no-promises"]]
    hidden = len(lines) - LINES_SHOWN
    documents = {each.document for each in targets}
    return Entry(
        goal=scene.goal(goal),
        area=scene.area(goal.area).text,
        latest=value,
        when=when,
        targets=tuple(lines[:LINES_SHOWN]),
        more=scene.say.count("goal.more", hidden, n=str(hidden)) if hidden > 0 else "",
        documents=scene.say.count("goal.documents", len(documents), n=str(len(documents))),
    )
