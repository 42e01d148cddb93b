"""Where an area stands and how it moves: distance from the middle of its region, trend against comparable figures."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from build_scripts.compute.facts import trusted
from build_scripts.compute.geography.carried import is_computed
from build_scripts.model import Break, Fact, Indicator

AROUND_FIVE = (4, 6)
"""Years back within which a figure counts as "about five years ago"."""
_FIVE = 5


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of the reporting members of a region, and how far above (+) or below it an area is."""

    median: Decimal
    distance: Decimal


@dataclass(frozen=True, slots=True)
class Move:
    """How far a figure is above (+) or below an earlier comparable one, in the indicator's unit."""

    before: Fact
    change: Decimal


@dataclass(frozen=True, slots=True)
class Trend:
    """The move since the previous comparable figure and since about five years ago; `None` without such a figure."""

    last: Move | None
    long: Move | None


def middle_of(peers: Mapping[str, Fact], area: str) -> Middle | None:
    """Compare an area's value with the median of all peers, itself among them."""
    values = {each: Decimal(fact.shown.text) for each, fact in peers.items() if fact.shown.is_point}
    if area not in values:
        return None
    centre = median(values.values())
    return Middle(centre, values[area] - centre)


def trend_of(
    indicator: Indicator, breaks: tuple[Break, ...], facts: tuple[Fact, ...], fact: Fact
) -> Trend | None:
    """Compare a fact with earlier ones of the same area; never across a break or from computed to published."""
    if not indicator.chartable or not fact.shown.is_trusted or not fact.shown.is_point:
        return None
    kind, end, computed = fact.period.kind, fact.period.end, is_computed(fact)
    marks = [each for each in breaks if each.indicator == indicator.id and each.area in {"", fact.shown.area}]
    earlier = [
        each
        for each in trusted(facts)
        if (period := each.shown.period).kind == kind
        and period.end < end
        and each.shown.is_point
        and is_computed(each) == computed
        and not _broken(marks, each, fact)
    ]
    last = max(earlier, key=lambda each: each.shown.period.end, default=None)
    around = [
        each for each in earlier if AROUND_FIVE[0] <= fact.period.year - each.period.year <= AROUND_FIVE[1]
    ]
    long = min(around, key=lambda each: _off(each, fact), default=None)
    return Trend(_move(last, fact), None if long is last else _move(long, fact))


def _off(earlier: Fact, fact: Fact) -> tuple[int, int]:
    """How far a figure is from five years ago; of two equally far the later one is taken."""
    return abs(fact.period.year - earlier.period.year - _FIVE), -earlier.period.end.toordinal()


def _move(earlier: Fact | None, fact: Fact) -> Move | None:
    return None if earlier is None else Move(earlier, Decimal(fact.shown.text) - Decimal(earlier.shown.text))


def _broken(marks: Iterable[Break], earlier: Fact, later: Fact) -> bool:
    return any(earlier.period.start < mark.period.start <= later.period.start for mark in marks)
