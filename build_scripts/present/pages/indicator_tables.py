"""The figures of an indicator as tables: as published, former territories side by side, and on the boundaries of today."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from build_scripts.compute.focus import context_areas
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.parts import Archive, Refusal
from build_scripts.compute.geography.views import Series, Views, is_touched, views_of
from build_scripts.model import Fact, Indicator, Period
from build_scripts.present.scene import Cell, Link, Scene

OUTRIGHT = ("not-additive", "ratio-without-parts")
"""Reasons that hold for every area and period alike, said once."""
UNSAID = ("unchanged", "members-unknown")
"""Nothing is missing where nothing changed; of a region of which only some members are recorded nothing is shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A period and its cells, one an area."""

    period: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: a column an area, a row a period, the newest first.

    `now` and `former` say how many columns are of areas that are there, and after them of those that are no longer; ""
    when all are of one kind.
    """

    areas: tuple[Link, ...]
    rows: tuple[Row, ...]
    now: str = ""
    former: str = ""


@dataclass(frozen=True, slots=True)
class Territories:
    """What changes of boundary do to an indicator.

    `made` says what each unit's computed figures are made of; `refused` is the one reason for all, `lacking` what is
    missing where.
    """

    since: str
    today: Sheet | None
    intro: str
    made: tuple[str, ...]
    refused: str
    lacking: tuple[str, ...]


def views(scene: Scene, indicator: Indicator) -> Views:
    """See an indicator in three ways."""
    return views_of(Archive(scene.catalog, scene.facts), scene.carriages, indicator.id)


def columns(scene: Scene, found: Mapping[str, tuple[Fact, ...]], focus: str) -> list[str]:
    """Order the columns of a table: the focus, its wider areas, then the others in the order of the data.

    Areas that are no longer there stand together after those that are.
    """
    first = [area for area in context_areas(scene.catalog, focus) if area in found] if focus else []
    named = dict.fromkeys([*first, *(area for area in scene.catalog.areas if area in found)])
    return sorted(named, key=lambda area: not scene.catalog.areas[area].is_current)


def sheet(scene: Scene, indicator: Indicator, found: Series, areas: Sequence[str]) -> Sheet:
    """Lay out the facts of some areas."""
    by_area = {area: {fact.shown.period.text: fact for fact in found[area]} for area in areas}
    periods = sorted(
        {text: fact.shown.period for facts in by_area.values() for text, fact in facts.items()}.values(),
        key=lambda period: (period.end, -period.start.toordinal()),
        reverse=True,
    )
    rows = tuple(
        Row(
            period=scene.writer.period(period),
            cells=tuple(scene.cell(facts.get(period.text), indicator) for facts in by_area.values()),
        )
        for period in periods
    )
    links = tuple(scene.area(area) for area in areas)
    former = sum(1 for area in areas if not scene.catalog.areas[area].is_current)
    if not 0 < former < len(areas):
        return Sheet(links, rows)
    return Sheet(links, rows, str(len(areas) - former), str(former))


def territories(scene: Scene, indicator: Indicator, focus: str) -> Territories | None:
    """Set out the views beside the published one; `None` when no change of boundary touches the indicator."""
    found = views(scene, indicator)
    last = max((each.date for each in scene.catalog.changes), default=None)
    if last is None or not is_touched(found):
        return None
    reasons = {each.reason for refusals in found.refusals.values() for each in refusals}
    outright = next((each for each in OUTRIGHT if each in reasons), "")
    return Territories(
        since=scene.writer.day(last),
        today=_today(scene, indicator, found.today, focus),
        intro=_intro(scene, indicator),
        made=tuple(_made(scene, indicator)),
        refused=scene.say[f"territory.refused-{outright}"] if outright else "",
        lacking=() if outright else tuple(_lacking(scene, indicator, found)),
    )


def _today(scene: Scene, indicator: Indicator, found: Series, focus: str) -> Sheet | None:
    """Show the units of today and their regions, if anything was computed; the country is in the published table."""
    if not any(is_computed(fact) for facts in found.values() for fact in facts):
        return None
    kinds = {area: scene.catalog.areas[area].kind for area in columns(scene, found, focus)}
    units = [area for area, kind in kinds.items() if kind not in {"country", "region"}]
    regions = [area for area, kind in kinds.items() if kind == "region"]
    return sheet(scene, indicator, found, [*units, *regions])


def _intro(scene: Scene, indicator: Indicator) -> str:
    """Say how computed figures came about."""
    if indicator.additivity == "additive":
        return scene.say["territory.intro-sum"]
    known = scene.catalog.indicators
    if indicator.numerator not in known or indicator.denominator not in known:
        return ""
    over, under = (scene.text(known[each].name) for each in (indicator.numerator, indicator.denominator))
    return scene.say("territory.intro-ratio", over=over, under=under)


def _made(scene: Scene, indicator: Indicator) -> Iterator[str]:
    """Say for each unit of today whose figures were put together, and how much of a unit that was split."""
    for area, carriage in scene.carriages.get(indicator.id, {}).items():
        found = scene.catalog.areas[area]
        if carriage.figures and found.is_current and found.kind != "region":
            parts = {each.area: each.weight for each in carriage.figures[-1].parts}
            names = [_part(scene, each, weight) for each, weight in parts.items()]
            yield scene.say("territory.made", area=scene.place(found), parts=" + ".join(names))


def _part(scene: Scene, area: str, weight: Decimal) -> str:
    name = scene.area(area).text
    if weight == 1:
        return name
    return scene.say("territory.share", area=name, share=scene.writer.trimmed(float(weight * 100)))


def _lacking(scene: Scene, indicator: Indicator, found: Views) -> Iterator[str]:
    """Say for each area which periods could not be computed, and what was missing; units before regions."""
    units = [area for area in found.refusals if scene.catalog.areas[area].kind != "region"]
    regions = [area for area in found.refusals if area not in units and found.today.get(area)]
    for area in (*units, *regions):
        said: dict[Refusal, list[Period]] = {}
        for each in found.refusals[area]:
            if each.reason not in UNSAID and each.period is not None:
                said.setdefault(replace(each, period=None), []).append(each.period)
        for refusal, periods in said.items():
            needed = scene.catalog.indicators.get(refusal.indicator)
            yield scene.say(
                f"territory.lacking-{_key(scene, indicator, refusal)}",
                area=scene.area(area).text,
                periods=scene.listed([*stretches(scene, periods)]),
                part=scene.area(refusal.area).text,
                needed="" if needed is None else scene.text(needed.name),
            )


def _key(scene: Scene, indicator: Indicator, refusal: Refusal) -> str:
    """Name the sentence of a reason; a part of a ratio is said by its name."""
    if refusal.reason == "ratio-unconfirmed" and not refusal.area:
        return "ratio-unchecked"
    other = refusal.indicator in scene.catalog.indicators and refusal.indicator != indicator.id
    return "ratio-part-missing" if refusal.reason == "part-missing" and other else refusal.reason


def stretches(scene: Scene, periods: Sequence[Period]) -> Iterator[str]:
    """Write periods briefly: years that follow each other as a span."""
    years = sorted(each.year for each in periods if each.kind == "year")
    for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0]):
        members = [year for _, year in run]
        yield str(members[0]) if len(members) == 1 else f"{members[0]}–{members[-1]}"
    for each in periods:
        if each.kind != "year":
            yield scene.writer.period(each)
