"""The first page: where do things stand, at a glance."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import mode

from build_scripts.compute.focus import focus_of, latest_of_goal, measures_of
from build_scripts.compute.goals import firm, targets_of
from build_scripts.compute.groups import by_group
from build_scripts.compute.progress import Lead, lead_of
from build_scripts.model import Goal, Judgement
from build_scripts.present import plots
from build_scripts.present.charts import Chart
from build_scripts.present.page import Draft
from build_scripts.present.pages.home_plain import plain_home
from build_scripts.present.pages.home_programme import programme_gaps
from build_scripts.present.pages.indicator_tables import views
from build_scripts.present.pages.target_list import Entry, entry
from build_scripts.present.pages.unit_map import UnitMap, unit_map
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.subject import Subject
from build_scripts.present.verdict import Mark, mark, tally_marks, tally_words
from build_scripts.present.verdict.figures import Figures
from build_scripts.present.verdict.mark import unjudged_mark


@dataclass(frozen=True, slots=True)
class Card:
    """A target indicator as a card: its entry, the pace in words, and a sparkline if there is a series."""

    entry: Entry
    pace: str
    spark: Chart | None


@dataclass(frozen=True, slots=True)
class Dot:
    """One mark: a target indicator and how the target that speaks for it stands."""

    href: str
    title: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class DotGroup:
    """The marks of one group."""

    name: str
    href: str
    dots: tuple[Dot, ...]


CARDS_IN_A_GROUP = 4
_ORDER = (
    "achieved",
    "on-track",
    "at-risk",
    "off-track",
    "moving-away",
    "no-longer-applicable",
    "not-assessable",
)


def home_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the home page; a portal without targets leads to its datasets."""
    if not scene.catalog.goals:
        yield plain_home(scene)
        return
    focus = focus_of(scene.catalog)
    place = "" if focus is None else focus.id
    goals = [each for each in scene.catalog.goals.values() if each.area == place]
    others = [each for each in scene.catalog.goals.values() if each.area != place]
    judged = _judged(scene, goals)
    cards = tuple(_card_groups(scene, [each for each in goals if _has_figure(scene, each)]))
    sentence = lead(scene, place, goals)
    question = _question(scene, place)
    view = {
        "question": question,
        "lead": sentence,
        "tally": tally_marks(scene, judged),
        "dots": tuple(_dots(scene, goals)),
        "programme": programme_gaps(scene),
        "cards": cards,
        "has_sparks": any(card.spark is not None for _, _, group in cards for card in group),
        "regional": tuple(entry(scene, each) for each in _telling_first(scene, others)[:6]),
        "regional_tally": tally_marks(scene, _judged(scene, others)),
        "map": _map(scene),
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
        subject=Subject(
            title=question,
            tally=tally_marks(scene, judged),
            credit=scene.say["share.home"],
            imprint=scene.imprint,
        ),
    )


def lead(scene: Scene, place: str, goals: Sequence[Goal]) -> str:
    """Say how many target indicators can be judged and how those stand."""
    judged = _judged(scene, goals)
    assessed = [each for each in judged if each.assessed]
    words = {
        "area": scene.area(place).text,
        "goals": str(len(goals)),
        "assessed": str(len(assessed)),
        "left": str(len(goals) - len(assessed)),
        "now": str(scene.judgements.now),
        "tally": tally_words(scene, judged),
    }
    return scene.say("home.lead" if assessed else "home.lead-none", **words)


def _judged(scene: Scene, goals: Sequence[Goal]) -> list[Judgement]:
    leads = (lead_of(scene.catalog, scene.judgements, each) for each in goals)
    return [each[1] for each in leads if each is not None]


def _has_figure(scene: Scene, goal: Goal) -> bool:
    return latest_of_goal(scene.catalog, scene.facts, goal) is not None


def _telling_first(scene: Scene, goals: Sequence[Goal]) -> list[Goal]:
    """Put what can be judged before what cannot, then what has a figure."""

    def place(goal: Goal) -> tuple[bool, bool]:
        found = lead_of(scene.catalog, scene.judgements, goal)
        return found is None or not found[1].assessed, not _has_figure(scene, goal)

    return sorted(goals, key=place)


def _question(scene: Scene, place: str) -> str:
    """Ask what the portal answers, with the year most targets are due, if they have one."""
    years = [each.year for each in scene.catalog.targets if each.year is not None and not each.yearly]
    area = scene.area(place).text
    if not years:
        return scene.say("home.question-no-year", area=area)
    return scene.say("home.question", area=area, year=str(mode(years)))


def _dots(scene: Scene, goals: Sequence[Goal]) -> Iterator[DotGroup]:
    """Yield one mark a target indicator, by group, the good ones first."""
    for group, inside in by_group(scene.catalog, goals):
        heading = scene.group(group)
        dots = sorted((_dot(scene, each) for each in inside), key=_place)
        yield DotGroup(heading.text, heading.href, tuple(dots))


def _place(dot: Dot) -> int:
    return _ORDER.index(dot.mark.kind) if dot.mark.kind in _ORDER else len(_ORDER)


def _dot(scene: Scene, goal: Goal) -> Dot:
    found = lead_of(scene.catalog, scene.judgements, goal)
    own = unjudged_mark(scene) if found is None else mark(scene, found[1])
    return Dot(scene.goal(goal).href, f"{scene.text(goal.name)}: {own.word}", own)


def _card_groups(scene: Scene, goals: Sequence[Goal]) -> Iterator[tuple[str, str, tuple[Card, ...]]]:
    for group, inside in by_group(scene.catalog, goals):
        ordered = sorted(inside, key=lambda each: -len(firm(targets_of(scene.catalog, each))))
        heading = scene.group(group)
        chosen = _telling_first(scene, ordered)[:CARDS_IN_A_GROUP]
        yield heading.text, heading.href, tuple(_card(scene, each) for each in chosen)


def _card(scene: Scene, goal: Goal) -> Card:
    found = lead_of(scene.catalog, scene.judgements, goal)
    measured = latest_of_goal(scene.catalog, scene.facts, goal)
    spark = None
    if measured is not None:
        indicator = scene.catalog.indicators[measured[0].indicator]
        leading = None if found is None else found[0]
        fits = leading is not None and indicator.unit == scene.promised_unit(leading).id
        aims = (
            [leading]
            if fits and leading is not None and leading in firm(targets_of(scene.catalog, goal))
            else []
        )
        spark = plots.sparkline(scene, indicator, goal.area, aims)
    return Card(entry(scene, goal), "" if found is None else _pace(scene, found), spark)


def _pace(scene: Scene, found: Lead) -> str:
    """Say how fast it must go and how fast it goes: `cần +2,2 điểm %/năm; đang −0,05 điểm %/năm`."""
    target, judgement = found
    figures = Figures(scene, target, judgement)
    if judgement.parts and judgement.so_far is not None:
        key, write, so_far = f"home.pace-{judgement.basis}", figures.aimed, judgement.so_far
        left = f"{key}-left"
    elif judgement.pace is not None and judgement.basis == "pace":
        key, write, so_far = "home.pace-so-far", figures.pace, judgement.pace.observed
        left = "home.pace"
    else:
        return ""
    if judgement.needed is None:
        return scene.say(key, so_far=write(so_far))
    return scene.say(left, so_far=write(so_far), needed=write(judgement.needed))


def _map(scene: Scene) -> tuple[Link, UnitMap] | None:
    """Map the indicator that most targets are measured by, of those that can be mapped."""
    asked = Counter(
        measure.indicator
        for target in scene.catalog.targets
        for measure in measures_of(scene.catalog, target.goal)
    )
    for name, _ in asked.most_common():
        indicator = scene.catalog.indicators[name]
        drawn = unit_map(scene, indicator, views(scene, indicator))
        if drawn is not None:
            return scene.indicator(indicator), drawn
    return None


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
    doors.append((Link(scene.say["nav.changes"], "changes/"), scene.say["home.door-changes"]))
    doors.append((Link(scene.say["nav.contribute"], "contribute/"), scene.say["home.door-contribute"]))
    return tuple(doors)
