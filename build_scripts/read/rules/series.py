"""Yearly series of the figures in force, as the rules of sense look at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from build_scripts.model import Period, Problem
from build_scripts.model.holding import held
from build_scripts.read.problems import Spot, problem
from build_scripts.read.sheets import Sheet, View

_Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series: its line, its period, its number and how it is written."""

    line: int
    period: Period
    number: float
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class _Figures:
    """The yearly figures in force of a table by indicator, area and time, as places in its columns."""

    sheet: Sheet
    places: _Array
    numbers: _Array
    periods: list[Period | None]

    def point(self, place: int) -> Point:
        """The figure at a place of this order."""
        row = int(self.places[place])
        codes, words = self.sheet.factors("value")
        period = self.periods[self.sheet.factors("period")[0][row]]
        if period is None:
            raise ValueError(place)
        line = int(self.sheet.cells.index[row])
        return Point(line, period, float(self.numbers[place]), words[codes[row]])


@dataclass(frozen=True, eq=False)
class Line:
    """The yearly figures in force of one indicator in one area, in the order of time.

    `leap` is how many times its neighbour a figure is at most, or its neighbour it, where both are above zero;
    a line `is_copied` when a figure is written as the one before it.
    """

    indicator: str
    area: str
    leap: float
    is_copied: bool
    figures: _Figures
    first: int
    end: int

    @property
    def sheet(self) -> Sheet:
        """The table it stands in."""
        return self.figures.sheet

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """Its figures."""
        return tuple(map(self.figures.point, range(self.first, self.end)))

    @property
    def last(self) -> Point:
        """Its newest figure."""
        return self.figures.point(self.end - 1)

    def key(self, point: Point) -> str:
        """How the reviewed list names the row."""
        return f"{self.indicator} {self.area} {point.period.text}"


@held(1)
def lines(view: View) -> tuple[Line, ...]:
    """Every yearly series of the portal."""
    return tuple(line for sheet in view.of("observations") for line in _lines_of(sheet))


def _lines_of(sheet: Sheet) -> Iterator[Line]:
    """The series of a table; every step from one figure to the next is measured at once."""
    (indicators, names), (areas, places) = _sorted(sheet, "indicator"), _sorted(sheet, "area")
    found = _figures_of(sheet, indicators, areas)
    rows = found.places
    if not len(rows):
        return
    series = indicators[rows] * len(places) + areas[rows]
    firsts = np.flatnonzero(np.r_[True, series[1:] != series[:-1]])
    inside = np.r_[False, series[1:] == series[:-1]]
    before = np.r_[0.0, found.numbers[:-1]]
    both = inside & (found.numbers > 0) & (before > 0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        steps = np.where(both, np.maximum(found.numbers / before, before / found.numbers), 1.0)
    texts = sheet.factors("value")[0][rows]
    copied = inside & (texts == np.r_[-1, texts[:-1]])
    leaps, copies = np.maximum.reduceat(steps, firsts), np.logical_or.reduceat(copied, firsts)
    for number, (first, end) in enumerate(zip(firsts, [*firsts[1:], len(rows)], strict=True)):
        row = rows[first]
        yield Line(
            names[indicators[row]],
            places[areas[row]],
            float(leaps[number]),
            bool(copies[number]),
            found,
            int(first),
            int(end),
        )


def _figures_of(sheet: Sheet, indicators: _Array, areas: _Array) -> _Figures:
    codes, words = sheet.factors("period")
    periods = [Period.parse(text) for text in words]
    yearly = [-1 if each is None or each.kind != "year" else each.start.year for each in periods]
    years = np.array(yearly, dtype="int64")[codes] if yearly else np.empty(0, dtype="int64")
    numbers = sheet.figures("value").to_numpy()
    kept = (_holds(sheet, "in_force", "true") & _holds(sheet, "operator", "=", "~")) & (years >= 0)
    rows = np.flatnonzero(kept & np.isfinite(numbers))
    rows = rows[np.lexsort((years[rows], areas[rows], indicators[rows]))]
    return _Figures(sheet, rows, numbers[rows], periods)


def _holds(sheet: Sheet, column: str, *texts: str) -> _Array:
    codes, words = sheet.factors(column)
    return np.isin(codes, [place for place, word in enumerate(words) if word in texts])


def _sorted(sheet: Sheet, column: str) -> tuple[_Array, list[str]]:
    """The cells of a column as numbers in the order of the texts, and the texts."""
    codes, words = sheet.factors(column)
    order = sorted(range(len(words)), key=words.__getitem__)
    ranks = np.empty(len(words), dtype="int64")
    ranks[order] = np.arange(len(words))
    return ranks[codes] if len(words) else codes, [words[place] for place in order]


def warned(view: View, code: str, spot: Spot, key: str, **details: str) -> Iterator[Problem]:
    """Yield the problem, unless a keeper has looked at just this."""
    file = spot.file.partition("/")[2]
    entry = (code, file, str(spot.field), key, str(spot.value))
    if entry not in view.reviewed:
        yield problem(code, spot, entry=",".join((*entry, "…")), **details)
