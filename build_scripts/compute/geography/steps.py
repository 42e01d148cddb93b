"""Which figures a map shows, and which of five steps of colour each gets."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.layouts import layout_of
from build_scripts.compute.geography.views import Series
from build_scripts.compute.places import members_of
from build_scripts.model import Catalog, Fact, Indicator, Period, Tile

STEPS = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """A region that has a schematic map of its own, with its squares."""

    region: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """A step of colour (1 is the lowest of 5), and the lowest and the highest figure that have it."""

    step: int
    low: Fact
    high: Fact


def layouts_of(catalog: Catalog) -> tuple[Layout, ...]:
    """List the regions that have a map, the most units first."""
    regions = (each.id for each in catalog.areas.values() if each.kind == "region")
    found = (Layout(each, layout_of(catalog, each)) for each in regions)
    return tuple(sorted((each for each in found if each.tiles), key=lambda each: -len(each.tiles)))


def shown_on(catalog: Catalog, series: Series, layout: Layout) -> dict[Period, dict[str, Fact]]:
    """Find the figures of a layout's units that a colour may stand for, by period: trusted, one number."""
    found: dict[Period, dict[str, Fact]] = {}
    for area in members_of(catalog, layout.region):
        for fact in series.get(area, ()):
            shown = fact.shown
            if shown.value is not None and shown.is_trusted:
                found.setdefault(shown.period, {})[area] = fact
    return found


def mapped_periods(series: Series, layout: Layout) -> tuple[Period, ...]:
    """List the periods of which at least half of a layout's units report a trusted figure, newest first."""
    counts: dict[Period, int] = {}
    for tile in layout.tiles:
        for fact in series.get(tile.area, ()):
            shown = fact.shown
            if shown.value is not None and shown.is_trusted:
                counts[shown.period] = counts.get(shown.period, 0) + 1
    enough = (period for period, count in counts.items() if count * 2 >= len(layout.tiles))
    return tuple(sorted(enough, key=lambda period: (period.end, period.start), reverse=True))


def first_view(indicator: Indicator, views: Sequence[tuple[Layout, Series]]) -> tuple[Layout, Period] | None:
    """Choose what a map opens with: the newest period that half of the units report, published before computed."""
    if not indicator.chartable:
        return None
    found = [
        (period.end, -period.start.toordinal(), -_computed(series, layout, period), number, period)
        for number, (layout, series) in enumerate(views)
        for period in mapped_periods(series, layout)[:1]
    ]
    if not found:
        return None
    *_, number, period = max(found)
    return views[number][0], period


def _computed(series: Series, layout: Layout, period: Period) -> int:
    """Count the units whose figure in the period is computed."""
    facts = (fact for tile in layout.tiles for fact in series.get(tile.area, ()) if fact.period == period)
    return sum(1 for fact in facts if is_computed(fact))


def steps_of(found: Mapping[str, Fact]) -> dict[str, int]:
    """Give each figure one of five steps by its place in the order, equal figures the same one.

    Steps hold about the same number of units; with steps of equal width one large unit would leave all the others
    in the lowest.
    """
    values = {area: fact.shown.value for area, fact in found.items() if fact.shown.value is not None}
    ordered = sorted(values.values())
    return {area: 1 + STEPS * bisect_left(ordered, value) // len(ordered) for area, value in values.items()}


def shades_of(found: Mapping[str, Fact], steps: Mapping[str, int]) -> tuple[Shade, ...]:
    """List the steps that occur, lowest first, with the figures they reach from and to; `steps` are those of `found`."""
    ordered = sorted(steps, key=lambda area: found[area].shown.value or 0.0)
    low: dict[int, Fact] = {}
    high: dict[int, Fact] = {}
    for area in ordered:
        low.setdefault(steps[area], found[area])
        high[steps[area]] = found[area]
    return tuple(Shade(step, low[step], high[step]) for step in low)
