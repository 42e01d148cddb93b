"""The first page: where do things stand, at a glance."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mode

from build_scripts.compute.focus import focus_of, latest_of_goal, programme_of
from build_scripts.compute.goals import firm, horizon, leading_target, targets_of
from build_scripts.compute.groups import by_group
from build_scripts.compute.promises import found_of_declared
from build_scripts.model import Goal
from build_scripts.present import plots
from build_scripts.present.charts import Chart
from build_scripts.present.page import Draft
from build_scripts.present.pages.home_plain import plain_home
from build_scripts.present.pages.target_list import Entry, entry
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class Card:
    """A target indicator as a card: its entry, the target that leads, and a sparkline if there is a series."""

    entry: Entry
    target: str
    spark: Chart | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: a target indicator, with or without a figure."""

    href: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class DotGroup:
    """The marks of one group."""

    name: str
    href: str
    dots: tuple[Dot, ...]


CARDS_IN_A_GROUP = 4


def home_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the home page; a portal without targets leads to its datasets."""
    if not scene.catalog.goals:
        yield plain_home(scene)
        return
    focus = focus_of(scene.catalog)
    place = "" if focus is None else focus.id
    goals = [each for each in scene.catalog.goals.values() if each.area == place]
    counted = [each for each in goals if latest_of_goal(scene.catalog, scene.facts, each) is not None]
    cards = tuple(_card_groups(scene, counted))
    sentence = scene.say(
        "home.lead", area=scene.area(place).text, goals=str(len(goals)), counted=str(len(counted)),
        missing=str(len(goals) - len(counted)),
    )  # fmt: skip
    question = _question(scene, place)
    view = {
        "question": question,
        "lead": sentence,
        "dots": tuple(_dots(scene, goals)),
        "programme": _programme(scene),
        "cards": cards,
        "has_sparks": any(card.spark is not None for _, _, group in cards for card in group),
        "regional": tuple(entry(scene, each) for each in scene.catalog.goals.values() if each.area != place)[
            :6
        ],
        "doors": _doors(scene),
    }
    yield Draft(
        language=scene.language,
        address="",
        template="home",
        title=question,
        description=sentence,
        view=view,
        sparks=tuple(card.spark for _, _, group in cards for card in group if card.spark is not None),
    )


def _question(scene: Scene, place: str) -> str:
    """Ask what the portal answers, with the year most targets are due, if they have one."""
    years = [each.year for each in scene.catalog.targets if each.year is not None and not each.yearly]
    area = scene.area(place).text
    if not years:
        return scene.say("home.question-no-year", area=area)
    return scene.say("home.question", area=area, year=str(mode(years)))


def _dots(scene: Scene, goals: Sequence[Goal]) -> Iterator[DotGroup]:
    for group, inside in by_group(scene.catalog, goals):
        heading = scene.group(group)
        yield DotGroup(heading.text, heading.href, tuple(_dot(scene, each) for each in inside))


def _dot(scene: Scene, goal: Goal) -> Dot:
    known = latest_of_goal(scene.catalog, scene.facts, goal) is not None
    word = scene.say["home.dot-known" if known else "home.dot-unknown"]
    return Dot(scene.goal(goal).href, f"{scene.text(goal.name)}: {word}", "known" if known else "unknown")


@dataclass(frozen=True, slots=True)
class Programme:
    """The gaps of the programme: groups with one circle a target, and the sentence about them."""

    name: Link
    heading: str
    sentence: str
    groups: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


def _programme(scene: Scene) -> Programme | None:
    document = programme_of(scene.catalog)
    gaps = [each for each in scene.catalog.gaps if document is not None and each.document == document.id]
    if document is None or not gaps:
        return None
    groups = []
    for group, inside in by_group(scene.catalog, gaps):
        name = scene.say["document.no-group"] if group is None else scene.text(group.name)
        groups.append((name, str(len(inside)), tuple((each.id, scene.text(each.name)) for each in inside)))
    found, declared = found_of_declared(scene.catalog, document.id)
    name = scene.document(document).text
    sentence = scene.say("home.gaps", found=str(found), n=str(declared), document=name)
    heading = scene.say("home.programme", n=str(declared))
    return Programme(Link(name, "programme/"), heading, sentence, tuple(groups))


def _card_groups(scene: Scene, goals: Sequence[Goal]) -> Iterator[tuple[str, str, tuple[Card, ...]]]:
    for group, inside in by_group(scene.catalog, goals):
        ordered = sorted(inside, key=lambda each: -len(firm(targets_of(scene.catalog, each))))
        heading = scene.group(group)
        yield heading.text, heading.href, tuple(_card(scene, each) for each in ordered[:CARDS_IN_A_GROUP])


def _card(scene: Scene, goal: Goal) -> Card:
    targets = targets_of(scene.catalog, goal)
    leading = leading_target(targets, horizon(scene.facts))
    promised = (
        scene.say["goal.no-promises"]
        if leading is None
        else scene.say("goal.line", value=scene.promised(leading), due=scene.due(leading))
    )
    found = latest_of_goal(scene.catalog, scene.facts, goal)
    spark = None
    if found is not None:
        indicator = scene.catalog.indicators[found[0].indicator]
        fits = leading is not None and indicator.unit == leading.unit and leading in firm(targets)
        spark = plots.sparkline(
            scene, indicator, goal.area, [leading] if fits and leading is not None else []
        )
    return Card(entry(scene, goal), promised, spark)


def _doors(scene: Scene) -> tuple[tuple[Link, str], ...]:
    counts = {
        "indicators": len(scene.catalog.indicators),
        "areas": len(scene.catalog.areas),
        "documents": len(scene.catalog.documents),
        "datasets": len(scene.catalog.packages),
    }
    doors = [
        (Link(scene.say[f"nav.{kind}"], f"{kind}/"), scene.say(f"home.door-{kind}", n=str(count)))
        for kind, count in counts.items()
    ]
    doors.append((Link(scene.say["nav.contribute"], "contribute/"), scene.say["home.door-contribute"]))
    return tuple(doors)
