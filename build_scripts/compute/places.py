"""Areas among their peers: who belongs to whom, who is compared with whom, who ranks where."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.compute.facts import chartable
from build_scripts.model import Area, Catalog, Fact, Indicator, Period
from build_scripts.model.holding import held

PAIR = 2
"""Two areas side by side are no ranking."""


@dataclass(frozen=True, slots=True)
class Place:
    """The rank (1 is first; equal values share a rank) of an area's value among `of` areas."""

    rank: int
    of: int
    tied: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """All areas of one territory that have a value in one period, first rank first."""

    region: str
    period: Period
    rows: tuple[tuple[Place, str, Fact], ...]


def regions_of(catalog: Catalog, area: str) -> tuple[str, ...]:
    """List the regions an area belongs to, in the order of the data."""
    return _belonging(catalog)[0].get(area, ())


def members_of(catalog: Catalog, region: str) -> tuple[str, ...]:
    """List the areas of a region, in the order of the data."""
    return _belonging(catalog)[1].get(region, ())


@held(2)
def _belonging(
    catalog: Catalog,
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Sort who belongs where: the regions of each area, the areas of each region."""
    regions: dict[str, tuple[str, ...]] = {}
    members: dict[str, tuple[str, ...]] = {}
    for each in catalog.memberships:
        regions[each.area] = (*regions.get(each.area, ()), each.region)
        members[each.region] = (*members.get(each.region, ()), each.area)
    return regions, members


def country_of(catalog: Catalog) -> Area | None:
    """Find the country, if the catalog knows one."""
    return next((area for area in catalog.areas.values() if area.kind == "country"), None)


def compared(
    indicator: Indicator, facts: Mapping[str, tuple[Fact, ...]], members: tuple[str, ...]
) -> Period | None:
    """Choose the newest period in which at least half of the areas, and more than two, have a point value."""
    reporting = {area: chartable(facts[area]) for area in members if area in facts}
    counts: dict[Period, int] = {}
    for series in reporting.values():
        for fact in series:
            if fact.shown.is_point:
                counts[fact.period] = counts.get(fact.period, 0) + 1
    enough = [period for period, count in counts.items() if count > PAIR and count * 2 >= len(members)]
    return max(enough, default=None) if indicator.chartable else None


def comparison(
    catalog: Catalog, indicator: Indicator, facts: Mapping[str, tuple[Fact, ...]], region: str
) -> Comparison | None:
    """Rank the areas of a region by an indicator in the newest period that most of them report."""
    members = members_of(catalog, region)
    period = compared(indicator, facts, members)
    if period is None:
        return None
    found = {
        area: fact
        for area in members
        for fact in facts.get(area, ())
        if fact.period == period and fact.shown.is_trusted and fact.shown.is_point
    }
    return Comparison(
        region=region, period=period, rows=ranked(found, lowest_first=indicator.direction == "down")
    )


def ranked(found: Mapping[str, Fact], *, lowest_first: bool) -> tuple[tuple[Place, str, Fact], ...]:
    """Order areas by value, the better end first, equal values sharing the rank."""
    values = {area: fact.shown.value for area, fact in found.items() if fact.shown.value is not None}
    ordered = sorted(values, key=lambda area: values[area], reverse=not lowest_first)
    counts = Counter(values.values())
    rows: list[tuple[Place, str, Fact]] = []
    rank = 1
    for number, area in enumerate(ordered):
        if number and values[area] != values[ordered[number - 1]]:
            rank = number + 1
        rows.append((Place(rank, len(values), counts[values[area]] > 1), area, found[area]))
    return tuple(rows)
