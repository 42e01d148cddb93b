"""When a line may be drawn: which points of a series follow each other, and where they stand in time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from build_scripts.model import Period
from build_scripts.present.charts.data import BreakMark, Point, Series

_YEAR = 12
"""Its months."""
_MONTHS = {"year": _YEAR, "span": _YEAR, "quarter": 3, "half": 6, "nine-months": _YEAR, "month": 1}
_DAYS = 5
"""Days that markets and offices may rest at a stretch without leaving a gap."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Places periods on an axis of years: whole years on their number, parts of a year where they end."""

    whole: bool

    @classmethod
    def of(cls, series: Iterable[Series]) -> "Clock":
        """Choose by the kinds of the periods that occur."""
        return cls(all(each.period.kind in {"year", "span"} for one in series for each in one.points))

    def at(self, period: Period) -> float:
        """Find where a period stands."""
        if self.whole:
            return period.year
        return _part(period.end)

    def opening(self, period: Period) -> float:
        """Find the edge between a period and what was before it."""
        if self.whole:
            return period.start.year - 0.5
        return _part(period.start, before=1)

    def year(self, year: int) -> float:
        """Find where the end of a year's figures stands."""
        return year if self.whole else year + 1


def runs(series: Series, breaks: Sequence[BreakMark] = ()) -> list[list[Point]]:
    """Part the points that have a value into stretches that may be joined by a line."""
    valued = [each for each in series.points if each.value is not None]
    step = stride(series)
    cuts = (*breaks, *(BreakMark(each, "") for each in series.cuts))
    parted: list[list[Point]] = []
    for point in valued:
        if parted and (series.path != "actual" or _joined(parted[-1][-1], point, step, cuts)):
            parted[-1].append(point)
        else:
            parted.append([point])
    return parted


def stride(series: Series) -> int:
    """Find the usual distance between points, in months or days: the kind's own unless most points keep another."""
    periods = [each.period for each in series.points]
    if not periods:
        return _YEAR
    usual = _MONTHS.get(periods[-1].kind, _DAYS)
    distances = Counter(_distance(earlier, later) for earlier, later in pairwise(periods))
    if not distances:
        return usual
    most, times = max(distances.items(), key=lambda item: (item[1], -item[0]))
    return max(usual, most) if times * 2 > distances.total() else usual


def gaps(series: Series) -> list[tuple[Period, Period]]:
    """List what is missing between the first figure and the last, as stretches of whole years or single periods."""
    step = stride(series)
    missing = [each.period for each in _between(series) if each.value is None and not each.bounds]
    for earlier, later in pairwise(each.period for each in series.points):
        if earlier.kind == later.kind == "year":
            skipped = range(earlier.year + step // _YEAR, later.year, step // _YEAR)
            missing += [found for year in skipped if (found := Period.parse(f"{year:04}")) is not None]
    stretches: list[tuple[Period, Period]] = []
    for period in sorted(missing):
        if stretches and period.kind == "year" and _distance(stretches[-1][1], period) == _YEAR == step:
            stretches[-1] = (stretches[-1][0], period)
        else:
            stretches.append((period, period))
    return stretches


def _between(series: Series) -> Sequence[Point]:
    known = [index for index, each in enumerate(series.points) if each.value is not None or each.bounds]
    return series.points[known[0] : known[-1]] if known else ()


def _joined(earlier: Point, later: Point, step: int, breaks: Sequence[BreakMark]) -> bool:
    cut = any(earlier.period.start < each.period.start <= later.period.start for each in breaks)
    alike = earlier.period.kind == later.period.kind != "span"
    return alike and not cut and _distance(earlier.period, later.period) <= step


def _distance(earlier: Period, later: Period) -> int:
    """Count the days from one day to another, the months between longer periods."""
    if earlier.kind == later.kind == "day":
        return (later.start - earlier.start).days
    return (later.end.year - earlier.end.year) * _YEAR + later.end.month - earlier.end.month


@lru_cache(maxsize=1 << 12)
def _part(day: date, before: int = 0) -> float:
    """The year and how much of it is over at the end of a day, or of one `before`."""
    return round(day.year + (day.timetuple().tm_yday - before) / 366, 3)
