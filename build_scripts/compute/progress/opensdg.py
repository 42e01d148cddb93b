"""The progress calculation of Open SDG, kept exact so that a portal that moves here keeps its results.

Source: the method as Open SDG documents it (version 2.4): compound growth against needed growth where there is a
target, growth against fixed thresholds where there is none, and a score from -5 to 5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from pandas import isna

from build_scripts.compute.progress.opensdg_score import (
    OpenStatus,
    named,
    scale,
    score_of_growth,
    score_with_target,
    status_of_score,
)

Series = Mapping[int, float] | Iterable[tuple[int, float]]
BASE_YEAR: Final = 2015
"""The base year of the method where none is declared."""
_NOTHING: Final = 0.001
"""Stands for a base or a target of zero, of which no growth can be computed."""
_UP: Final = frozenset({"up", "positive", "+", "1", "+1"})
_DOWN: Final = frozenset({"down", "negative", "-", "-1"})


@dataclass(frozen=True, slots=True)
class OpenProgress:
    """A result of the method, with what it was computed from.

    `progress_value` is observed over required growth where there is a target, else signed growth a year as a part;
    `observed` and `required` are growth a year as parts; `score` is from -5 to 5; each is `None` where it does not exist.
    """

    status: OpenStatus
    score: float | None = None
    progress_value: float | None = None
    base_year: int | None = None
    base_value: float | None = None
    current_year: int | None = None
    current_value: float | None = None
    observed: float | None = None
    required: float | None = None
    sign_change: bool = False


@dataclass(frozen=True, slots=True)
class _Ends:
    """The base and the current figure; `way` is +1 when more is better, -1 when less is."""

    base_year: int
    base: float
    year: int
    current: float
    way: int

    @property
    def sign(self) -> int:
        return -1 if self.base < 0 else 1

    @property
    def start(self) -> float:
        """The base that growth is computed from, never zero."""
        return self.base if self.base != 0 else _NOTHING


def open_sdg(  # noqa: PLR0913 - the options of the method, as its users know them
    series: Series,
    *,
    base_year: int = BASE_YEAR,
    target_year: int = 2030,
    target: float | None = None,
    direction: str | int = "down",
    limit: float | None = None,
) -> OpenProgress:
    """Judge one series as Open SDG 2.4 does.

    Args:
        series: values by year, as a mapping (a dict or a pandas Series) or as pairs; years without a value (None,
            NaN) are left out.
        base_year: the first year to look at; when it has no value, the next later year that has one.
        target_year: the year the target is due; only used with a target.
        target: the value to reach, or `None` to judge growth alone; 0 counts as 0.001.
        direction: `up` or `positive` (or 1) when more is better, `down` or `negative` (or -1) when less is, which is
            what Open SDG takes where nothing is said.
        limit: the natural limit of the values, which lowers the thresholds near it; only used without a target.

    Returns:
        The status in the words of Open SDG, the score and the progress value, with the years, values and growth they
        come from. With a target substantial, moderate and limited progress begin at 0.95, 0.60 and 0 of the growth
        needed; without one at 1.5 %, 0.5 % and 0 % of growth a year. `not_available` with fewer than two years from the
        base on, or when base and current value have opposite signs. A target that the current value meets is achieved
        even then.

    Raises:
        ValueError: `direction` is none of the words above, or a year has two values.

    Example:
        >>> open_sdg({2015: 40, 2024: 52}, target=60, direction="up").status
        'substantial_progress'
    """
    way = _way(direction)
    points = _points(series)
    years = sorted(year for year in points if year >= base_year)
    if not years:
        return OpenProgress("not_available")
    last = max(points)
    ends = _Ends(years[0], points[years[0]], last, points[last], way)
    if target is not None:
        return _against_target(ends, target if target != 0 else _NOTHING, target_year)
    return _growing(ends, limit)


def open_sdg_indicator(results: Iterable[OpenProgress]) -> OpenProgress:
    """Sum up an indicator of several series: the mean score; achieved only when every series is."""
    scored = [each for each in results if each.score is not None]
    if not scored:
        return OpenProgress("not_available")
    score = sum(each.score for each in scored if each.score is not None) / len(scored)
    achieved = all(each.status == "target_achieved" for each in scored)
    return OpenProgress("target_achieved" if achieved else status_of_score(score), score=score)


def _way(direction: str | int) -> int:
    word = str(direction).strip().lower()
    if word in _UP:
        return 1
    if word in _DOWN:
        return -1
    raise ValueError(f"direction must be up, down, positive, negative, 1 or -1, not {direction!r}")


def _points(series: Series) -> dict[int, float]:
    """Read years and values; what is missing is left out."""
    pairs = series.items() if hasattr(series, "items") else series
    points: dict[int, float] = {}
    for year, value in pairs:
        if isna(value):
            continue
        if int(year) in points:
            raise ValueError(f"two values for {year}")
        points[int(year)] = float(value)
    return points


def _against_target(ends: _Ends, target: float, target_year: int) -> OpenProgress:
    achieved = ends.way * (ends.current - target) >= 0
    observed, required, ratio, opposed = None, None, None, _opposed(ends)
    if not opposed and ends.year > ends.base_year:
        observed = _growth(ends.start, ends.current, ends.year - ends.base_year)
        if target_year != ends.base_year:
            required = _needed(ends.start, target, target_year - ends.base_year)
            ratio = ends.sign * ends.way * observed / abs(required) if abs(required) > 0 else None
    if achieved:
        status: OpenStatus = "target_achieved"
        score: float | None = 5.0
    elif ratio is not None:
        status, score = named(ratio, (0.95, 0.6, 0.0)), score_with_target(ratio)
    elif required == 0:
        status, score = "deterioration", -5.0
    else:
        status, score = "not_available", None
    shown = None if isinstance(required, complex) else required
    return _result(ends, status, score, ratio, (observed, shown, opposed))


def _growing(ends: _Ends, limit: float | None) -> OpenProgress:
    opposed = _opposed(ends)
    if opposed or ends.year <= ends.base_year:
        return _result(ends, "not_available", None, None, (None, None, opposed))
    observed = _growth(ends.start, ends.current, ends.year - ends.base_year)
    value = ends.sign * ends.way * observed
    lowered = 1.0 if limit is None else scale(abs(ends.base), abs(limit))
    status = named(value, (0.015 * lowered, 0.005 * lowered, 0.0))
    return _result(ends, status, score_of_growth(value, lowered), value, (observed, None, False))


def _result(
    ends: _Ends,
    status: OpenStatus,
    score: float | None,
    value: float | None,
    sums: tuple[float | None, float | None, bool],
) -> OpenProgress:
    observed, required, opposed = sums
    return OpenProgress(
        status=status,
        score=score,
        progress_value=value,
        base_year=ends.base_year,
        base_value=ends.base,
        current_year=ends.year,
        current_value=ends.current,
        observed=observed,
        required=required,
        sign_change=opposed,
    )


def _opposed(ends: _Ends) -> bool:
    return ends.start * ends.current < 0


def _growth(first: float, last: float, years: int) -> float:
    """Compute compound growth a year between two values of one sign."""
    return float((last / first) ** (1 / years)) - 1


def _needed(first: float, last: float, years: int) -> float | complex:
    """Compute the growth needed a year; towards a target across zero it is a complex number, whose size the method takes."""
    part = last / first
    return _growth(first, last, years) if part >= 0 else complex(part) ** (1 / years) - 1
