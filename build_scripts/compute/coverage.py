"""What is held and what is missing: how far each indicator reaches, how fresh it is, where figures disagree."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from build_scripts.compute.facts import Facts, latest, yearly
from build_scripts.compute.focus import latest_of_goal, measures_of
from build_scripts.model import Catalog, Fact, Goal, Indicator

LONG_SERIES = 4
"""Yearly values from which a series is worth a chart on the page of an area."""


KEPT_UP = 5
"""Years after which a series without a new figure counts as ended."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far an indicator reaches: `areas` with a figure, `first` and `last` year (`None` without figures).

    `values` counts every figure kept, vintages included; `held` of `possible` area-years have one, where
    possible is every area with yearly figures in every year from the first to the last of them.
    """

    indicator: str
    areas: int
    first: int | None
    last: int | None
    values: int
    held: int
    possible: int

    @property
    def share(self) -> float | None:
        """The part of the area-years held, 0 to 1; `None` when the indicator has no yearly figures."""
        return self.held / self.possible if self.possible else None


def coverage_of(indicator: str, found: Mapping[str, tuple[Fact, ...]]) -> Coverage:
    """Measure how far one indicator reaches; marks for "no figure" and "nil" are not figures."""
    known = {area: _with_figures(facts) for area, facts in found.items()}
    known = {area: facts for area, facts in known.items() if facts}
    every = [fact for facts in known.values() for fact in facts]
    years = {area: {fact.period.year for fact in yearly(facts)} for area, facts in known.items()}
    years = {area: each for area, each in years.items() if each}
    span = {year for each in years.values() for year in each}
    return Coverage(
        indicator=indicator,
        areas=len(known),
        first=min((fact.period.start.year for fact in every), default=None),
        last=max((fact.period.year for fact in every), default=None),
        values=sum(1 + len(fact.others) for fact in every),
        held=sum(len(each) for each in years.values()),
        possible=len(years) * (max(span) - min(span) + 1) if span else 0,
    )


def _with_figures(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact.shown.has_figure)


def coverages_of(catalog: Catalog, facts: Facts) -> tuple[Coverage, ...]:
    """Measure every indicator, in the order of the data."""
    return tuple(coverage_of(each, facts.get(each, {})) for each in catalog.indicators)


def total_share(coverages: Iterable[Coverage]) -> float | None:
    """Add up the area-years of some indicators into one share."""
    kept = list(coverages)
    possible = sum(each.possible for each in kept)
    return sum(each.held for each in kept) / possible if possible else None


def stalest_first(coverages: Iterable[Coverage]) -> tuple[tuple[int, tuple[Coverage, ...]], ...]:
    """Group the indicators that have figures by their last year, oldest first."""
    groups: dict[int, list[Coverage]] = {}
    for each in coverages:
        if each.last is not None:
            groups.setdefault(each.last, []).append(each)
    return tuple((year, tuple(groups[year])) for year in sorted(groups))


def conflicts_of(facts: Facts) -> dict[str, int]:
    """Count, by indicator, the facts for which more than one figure is kept."""
    counted = {
        indicator: sum(1 for each in areas.values() for fact in each if fact.others)
        for indicator, areas in facts.items()
    }
    return {indicator: count for indicator, count in counted.items() if count}


def doubtful_of(facts: Facts) -> dict[str, int]:
    """Count, by indicator, the figures of low confidence, vintages included."""
    counted = {
        indicator: sum(
            1
            for each in areas.values()
            for fact in each
            for value in (fact.shown, *fact.others)
            if value.confidence == "low" and value.has_figure
        )
        for indicator, areas in facts.items()
    }
    return {indicator: count for indicator, count in counted.items() if count}


def unmeasured_goals(catalog: Catalog) -> tuple[Goal, ...]:
    """List the target indicators that no series measures."""
    return tuple(each for each in catalog.goals.values() if not measures_of(catalog, each.id))


def waiting_goals(catalog: Catalog, facts: Facts) -> tuple[Goal, ...]:
    """List the target indicators that have a series, but no trusted figure for their own area."""
    measured = (each for each in catalog.goals.values() if measures_of(catalog, each.id))
    return tuple(each for each in measured if latest_of_goal(catalog, facts, each) is None)


def without_figure(catalog: Catalog, facts: Facts, area: str) -> tuple[Indicator, ...]:
    """List the indicators that have no trusted figure for an area."""
    return tuple(
        each for each in catalog.indicators.values() if latest(facts.get(each.id, {}).get(area, ())) is None
    )


def held_by(facts: Facts, area: str) -> tuple[int, int | None]:
    """Count the indicators with a figure for an area, and find the latest year of any of them."""
    count, newest = 0, None
    for areas in facts.values():
        ends = [fact.shown.period.end for fact in areas.get(area, ()) if fact.shown.has_figure]
        if ends:
            count, last = count + 1, max(ends).year
            newest = last if newest is None else max(newest, last)
    return count, newest


def telling_series(catalog: Catalog, facts: Facts, area: str, most: int) -> tuple[Indicator, ...]:
    """Choose up to `most` indicators to draw for an area, one a theme, in the order of the themes.

    What is still kept up goes before what ended, what measures a target before what does not, a long yearly
    series before a short one.
    """
    newest = held_by(facts, area)[1]
    aimed = {each.indicator for each in catalog.measures}
    best: dict[str, tuple[bool, bool, int, Indicator]] = {}
    for indicator in catalog.indicators.values():
        years = _drawable_years(facts.get(indicator.id, {}).get(area, ()))
        if newest is None or not indicator.chartable or len(years) < LONG_SERIES:
            continue
        merit = (max(years) >= newest - KEPT_UP, indicator.id in aimed, len(years))
        rival = best.get(indicator.package)
        if rival is None or merit > rival[:3]:
            best[indicator.package] = (*merit, indicator)
    chosen = sorted(best.values(), key=lambda each: each[:3], reverse=True)[:most]
    order = {each.id: each.order for each in catalog.themes.values()}
    return tuple(sorted((each for *_, each in chosen), key=lambda each: order[each.package]))


def _drawable_years(facts: Iterable[Fact]) -> tuple[int, ...]:
    points = (fact for fact in yearly(facts) if fact.shown.is_trusted and fact.shown.is_point)
    return tuple(fact.period.year for fact in points)
