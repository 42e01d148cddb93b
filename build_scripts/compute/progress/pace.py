"""Pace against needed pace: straight lines, and compound growth for series that ask for it."""

from fractions import Fraction
from itertools import combinations
from math import ceil, log
from statistics import median
from typing import Final

from build_scripts.compute.progress.aim import Aim, exact
from build_scripts.model import Datum, Pace, Status

ON_TRACK: Final = Fraction(95, 100)
AT_RISK: Final = Fraction(60, 100)
FARTHEST: Final = 2200


def classified(ratio: Fraction | float) -> Status:
    """Name a ratio of pace to needed pace: from 0.95 on track, from 0.60 at risk, from 0 off track, below moving away."""
    value = exact(ratio)
    if value >= ON_TRACK:
        return "on-track"
    if value >= AT_RISK:
        return "at-risk"
    return "off-track" if value >= 0 else "moving-away"


def linear(aim: Aim, base: Datum, latest: Datum, year: int) -> Pace:
    """Set the straight line from base to latest against the one from base to the target in `year`.

    R = ((y_t - y_0)/(t - t_0)) / ((y_T - y_0)/(T - t_0)), with y_T the edge of the target nearest to the base, so
    that a series which began beyond the target and fell short of it moves away, and so does one that went through a
    band and out at its other side.
    """
    observed = (exact(latest.value) - exact(base.value)) / (latest.year - base.year)
    return _straight(aim, base, latest, year, observed)


def theil_sen(aim: Aim, points: tuple[Datum, ...], year: int) -> Pace:
    """Judge like `linear`, with the median of the slopes between all pairs of points as the pace."""
    slopes = [
        (exact(later.value) - exact(earlier.value)) / (later.year - earlier.year)
        for earlier, later in combinations(points, 2)
    ]
    return _straight(aim, points[0], points[-1], year, median(slopes))


def _straight(aim: Aim, base: Datum, latest: Datum, year: int, observed: Fraction) -> Pace:
    first = aim.shortfall(base.value)
    there = exact(base.value) + observed * (latest.year - base.year)
    if first == 0:
        status: Status = "moving-away" if aim.shortfall(there) > 0 else "on-track"
        return Pace(base, latest, float(observed), None, None, status)
    required = (aim.edge(base.value) - exact(base.value)) / (year - base.year)
    if aim.shortfall(there) > 0 and (aim.edge(there) - there) * required < 0 and aim.direction == "band":
        return Pace(base, latest, float(observed), float(required), None, "moving-away")
    ratio = observed / required
    return Pace(base, latest, float(observed), float(required), float(ratio), classified(ratio))


def compound(aim: Aim, base: Datum, latest: Datum, year: int) -> Pace | None:
    """Set growth a year from base to latest against growth a year from base to the target; `None` unless all are above zero."""
    edge = float(aim.edge(base.value))
    if min(base.value, latest.value, edge) <= 0:
        return None
    observed = growth(base.value, latest.value, latest.year - base.year)
    if aim.shortfall(base.value) == 0:
        status: Status = "moving-away" if aim.shortfall(latest.value) > 0 else "on-track"
        return Pace(base, latest, observed, None, None, status)
    required = growth(base.value, edge, year - base.year)
    ratio = observed / required
    return Pace(base, latest, observed, required, ratio, classified(ratio))


def growth(first: float, last: float, years: int) -> float:
    """Compute growth a year between two values of one sign, as a part: 0.05 is 5 %."""
    return float((last / first) ** (1 / years) - 1)


def needed(aim: Aim, latest: Datum, year: int, *, compounding: bool) -> float | None:
    """Compute what must change a year (compounding: grow a year) from the latest figure to the target's year."""
    if year <= latest.year:
        return None
    edge = aim.edge(latest.value)
    if compounding:
        return growth(latest.value, float(edge), year - latest.year)
    return float((edge - exact(latest.value)) / (year - latest.year))


def projected(pace: Pace, year: int, *, compounding: bool) -> float:
    """Carry the pace on to the target's year."""
    ahead = year - pace.latest.year
    if compounding:
        return float(pace.latest.value * (1 + pace.observed) ** ahead)
    observed = (exact(pace.latest.value) - exact(pace.base.value)) / (pace.latest.year - pace.base.year)
    return float(exact(pace.latest.value) + observed * ahead)


def reached(aim: Aim, pace: Pace, *, compounding: bool) -> int | None:
    """Find the year in which the pace meets the edge; `None` if it never does, or not before 2200."""
    left = aim.shortfall(pace.latest.value)
    edge = aim.edge(pace.latest.value)
    if left == 0:
        return pace.latest.year
    if compounding:
        if pace.observed <= -1 or pace.observed == 0:
            return None
        years = log(float(edge) / pace.latest.value) / log(1 + pace.observed)
    else:
        observed = (exact(pace.latest.value) - exact(pace.base.value)) / (pace.latest.year - pace.base.year)
        years = (edge - exact(pace.latest.value)) / observed if observed else Fraction(-1)
    year = pace.latest.year + ceil(years)
    return year if years >= 0 and year <= FARTHEST else None
