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
_DIGITS: Final = 9
"""Roots and logarithms are noise beyond these; what is decided on them is rounded to them first."""


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
    return _straight(aim, (base, latest), year, _slope(base, latest))


def compound(aim: Aim, base: Datum, latest: Datum, year: int) -> Pace | None:
    """Set growth a year from base to latest against growth a year from base to the target; `None` unless all are above zero."""
    if min(base.value, latest.value, float(aim.edge(base.value))) <= 0:
        return None
    observed = growth(base.value, latest.value, latest.year - base.year)
    return _compounding(aim, (base, latest), year, observed, latest.value)


def theil_sen(aim: Aim, points: tuple[Datum, ...], year: int, *, compounding: bool) -> Pace | None:
    """Judge like `linear` (or `compound`), with the median of the paces between all pairs of points as the pace."""
    ends, pairs = (points[0], points[-1]), list(combinations(points, 2))
    if not compounding:
        return _straight(aim, ends, year, median(_slope(*pair) for pair in pairs))
    if min(*(each.value for each in points), float(aim.edge(points[0].value))) <= 0:
        return None
    observed = median(growth(first.value, last.value, last.year - first.year) for first, last in pairs)
    there = points[0].value * (1 + observed) ** (points[-1].year - points[0].year)
    return _compounding(aim, ends, year, observed, round(there, _DIGITS))


def _slope(first: Datum, last: Datum) -> Fraction:
    return (exact(last.value) - exact(first.value)) / (last.year - first.year)


def _straight(aim: Aim, ends: tuple[Datum, Datum], year: int, observed: Fraction) -> Pace:
    base, latest = ends
    there = exact(base.value) + observed * (latest.year - base.year)
    if aim.shortfall(base.value) == 0:
        return Pace(base, latest, float(observed), None, None, _kept(aim, there))
    required = (aim.edge(base.value) - exact(base.value)) / (year - base.year)
    if _is_beyond(aim, exact(base.value), there):
        return Pace(base, latest, float(observed), float(required), None, "moving-away")
    ratio = observed / required
    return Pace(base, latest, float(observed), float(required), float(ratio), classified(ratio))


def _compounding(aim: Aim, ends: tuple[Datum, Datum], year: int, observed: float, there: float) -> Pace:
    base, latest = ends
    if aim.shortfall(base.value) == 0:
        return Pace(base, latest, observed, None, None, _kept(aim, exact(there)))
    required = growth(base.value, float(aim.edge(base.value)), year - base.year)
    if _is_beyond(aim, exact(base.value), exact(there)):
        return Pace(base, latest, observed, required, None, "moving-away")
    ratio = observed / required
    return Pace(base, latest, observed, required, ratio, classified(round(ratio, _DIGITS)))


def _kept(aim: Aim, there: Fraction) -> Status:
    """Name what came of a line that began at the edge or beyond it; at a strict bound it has yet to move."""
    if aim.shortfall(there) > 0:
        return "moving-away"
    return "on-track" if aim.met(there) else "off-track"


def _is_beyond(aim: Aim, base: Fraction, there: Fraction) -> bool:
    """Whether a line that began on one side of a band stands on its other side."""
    return aim.direction == "band" and (aim.edge(there) - there) * (aim.edge(base) - base) < 0


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
    return float(exact(pace.latest.value) + _slope(pace.base, pace.latest) * ahead)


def reached(aim: Aim, pace: Pace, *, compounding: bool) -> int | None:
    """Find the first year in which the pace, from a latest figure that does not meet, meets; `None` if never, or not before 2200.

    "Above 75" is not met in the year that comes to 75, but in the next.
    """
    latest = pace.latest
    left = aim.edge(latest.value) - exact(latest.value)
    speed = exact(pace.observed) if compounding else _slope(pace.base, latest)
    toward = left if left != 0 else 1 if aim.direction == "up" else -1
    if speed * toward <= 0:
        return None
    if compounding:
        grown = log(float(aim.edge(latest.value)) / latest.value) / log(1 + pace.observed)
        years = exact(round(grown, _DIGITS))
    else:
        years = left / speed
    year = latest.year + ceil(years) + (1 if aim.is_strict and years == ceil(years) else 0)
    return year if year <= FARTHEST else None
