"""From the facts of a series to what a target can be held against: years, values in its unit, breaks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from build_scripts.compute.facts import trusted
from build_scripts.compute.progress.aim import exact
from build_scripts.compute.progress.case import Between
from build_scripts.model import Catalog, Conversion, Datum, Fact, Indicator, Measure, Target

_MULTIPLE = "multiple-of-base"


@dataclass(frozen=True, slots=True)
class Track:
    """The figures of one series for one target: points, bounds, breaks, and a figure for the whole term if there is one.

    `parts` are the periods inside a year that were left out, as in the data.
    """

    points: tuple[Datum, ...]
    between: tuple[Between, ...]
    cuts: tuple[int, ...]
    whole: Datum | None
    parts: tuple[str, ...]


def unit_of(catalog: Catalog, target: Target) -> str:
    """Find the unit of a target: its own, else its goal's."""
    return target.unit if target.unit else catalog.goals[target.goal].unit


def conversion(catalog: Catalog, unit: str, target: Target, period: str) -> Conversion | None:
    """Find how a series' unit becomes the target's: the same, a fixed factor, or a rate of that very period."""
    wanted = unit_of(catalog, target)
    if unit == wanted:
        return Conversion(unit, wanted, 1.0, "", "")
    fitting = (each for each in catalog.conversions if each.from_unit == unit and each.to_unit == wanted)
    return next((each for each in fitting if each.period in ("", period)), None)


def track(catalog: Catalog, target: Target, measure: Measure, facts: tuple[Fact, ...]) -> Track | None:
    """Gather what a series says in the unit of the target; `None` when its unit cannot become the target's."""
    indicator = catalog.indicators[measure.indicator]
    kept = trusted(facts)
    if target.reference == _MULTIPLE:
        return _multiples(catalog, target, indicator, kept)
    levels = _holds_levels(catalog, indicator, target)
    unit = catalog.units[indicator.unit].change if levels else indicator.unit
    if not any(conversion(catalog, unit, target, each) for each in _periods(kept)):
        return None
    years = [fact for fact in kept if fact.period.kind == "year"]
    inside = _snapshots(kept) if measure.snapshots else []
    points = [_datum(catalog, unit, target, fact) for fact in (*years, *inside)]
    known = sorted((each for each in points if each is not None), key=lambda each: each.year)
    falls = indicator.direction == "down" and catalog.goals[target.goal].direction != "down"
    parts = [fact.period.text for fact in kept if fact.period.kind not in ("year", "span")]
    return Track(
        points=_changes(known, falls=falls) if levels else tuple(known),
        between=() if levels else tuple(_between(catalog, unit, target, years)),
        cuts=cuts(catalog, indicator, catalog.goals[target.goal].area),
        whole=None if levels else _whole(catalog, unit, target, kept),
        parts=() if measure.snapshots else tuple(parts),
    )


def _periods(facts: Iterable[Fact]) -> list[str]:
    """List the years a rate may be of, and "" for a factor that always holds."""
    return ["", *(str(fact.period.year) for fact in facts)]


def cuts(catalog: Catalog, indicator: Indicator, area: str) -> tuple[int, ...]:
    """List the years from which figures are not comparable with those before."""
    found = (each for each in catalog.breaks if each.indicator == indicator.id and each.area in ("", area))
    return tuple(sorted({each.period.year for each in found}))


def _datum(catalog: Catalog, unit: str, target: Target, fact: Fact) -> Datum | None:
    found = conversion(catalog, unit, target, str(fact.period.year))
    if found is None or fact.shown.value is None:
        return None
    return _valued(fact, _times(fact.shown.value, found.factor))


def _valued(fact: Fact, value: float) -> Datum:
    return Datum(fact.period.year, value, fact.period.text, fact.shown.status, fact.shown.source)


def _times(value: float, factor: float) -> float:
    """Multiply as on paper: 0.1 times 3 is 0.3."""
    return float(exact(value) * exact(factor))


def _snapshots(facts: Iterable[Fact]) -> list[Fact]:
    """Choose, for each year without a figure of its own, the last count dated inside it."""
    facts = tuple(facts)
    whole = {fact.period.year for fact in facts if fact.period.kind == "year"}
    inside = [fact for fact in facts if fact.period.kind not in ("year", "span") and fact.shown.is_point]
    last = {fact.period.year: fact for fact in sorted(inside, key=lambda fact: fact.period.end)}
    return [fact for year, fact in last.items() if year not in whole]


def _between(catalog: Catalog, unit: str, target: Target, facts: Iterable[Fact]) -> Iterable[Between]:
    for fact in facts:
        found = conversion(catalog, unit, target, str(fact.period.year))
        if found is not None and not fact.shown.is_point:
            ends = (fact.shown.low, fact.shown.high)
            low, high = (None if end is None else _times(end, found.factor) for end in ends)
            yield Between(fact.period.year, low, high)


def _whole(catalog: Catalog, unit: str, target: Target, facts: Iterable[Fact]) -> Datum | None:
    """Find a figure that was published for the whole term at once."""
    spans = [
        fact
        for fact in facts
        if fact.period.kind == "span"
        and (fact.period.start.year, fact.period.year) == (target.start_year, target.year)
    ]
    return _datum(catalog, unit, target, spans[-1]) if spans else None


def _holds_levels(catalog: Catalog, indicator: Indicator, target: Target) -> bool:
    """Whether the series holds levels and the target promises their change: only the unit of that change becomes its own."""
    if target.reference != "annual-change" or conversion(catalog, indicator.unit, target, "") is not None:
        return False
    return conversion(catalog, catalog.units[indicator.unit].change, target, "") is not None


def _changes(points: list[Datum], *, falls: bool) -> tuple[Datum, ...]:
    """Turn levels into changes from the year before; a promise of a fall counts falls as positive."""
    sign = -1 if falls else 1
    return tuple(
        replace(later, value=float(sign * (exact(later.value) - exact(earlier.value))))
        for earlier, later in pairwise(points)
        if later.year - earlier.year == 1
    )


def _multiples(catalog: Catalog, target: Target, indicator: Indicator, facts: Iterable[Fact]) -> Track:
    """Divide every year by the base year that the target names; nothing without that year's figure."""
    years = [(fact, fact.shown.value) for fact in facts if fact.period.kind == "year"]
    known = [(fact, value) for fact, value in years if value is not None]
    base = next((value for fact, value in known if fact.period.year == target.baseline_year), 0.0)
    points = [
        _valued(fact, float(exact(value) / exact(base)))
        for fact, value in known
        if base != 0 and target.baseline_year is not None and fact.period.year >= target.baseline_year
    ]
    return Track(tuple(points), (), cuts(catalog, indicator, catalog.goals[target.goal].area), None, ())
