"""Yearly series of the figures in force, as the rules of sense look at them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_scripts.model import Period, Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.rules.rule import figures
from build_scripts.read.sheets import Sheet, View

_SERIES = ["indicator", "area"]


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a series: its line, its period, its number and how it is written."""

    line: int
    period: Period
    number: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """The yearly figures in force of one indicator in one area, in the order of time."""

    sheet: Sheet
    indicator: str
    area: str
    points: tuple[Point, ...]

    def key(self, point: Point) -> str:
        """How the reviewed list names the row."""
        return f"{self.indicator} {self.area} {point.period.text}"


@lru_cache(maxsize=1)
def lines(view: View) -> tuple[Line, ...]:
    """Every yearly series of the portal."""
    return tuple(_read_lines(view))


def _read_lines(view: View) -> Iterator[Line]:
    for sheet in view.of("observations"):
        cells = sheet.cells[(sheet.cells["in_force"] == "true") & sheet.cells["operator"].isin(["=", "~"])]
        numbers = figures(cells["value"])
        found: dict[tuple[str, str], list[Point]] = {}
        keys = (*_SERIES, "period", "value")
        columns = [[str(cell) for cell in cells[name]] for name in keys]
        places = zip([int(str(line)) for line in cells.index], numbers, *columns, strict=True)
        for line, number, indicator, area, period, text in places:
            parsed = Period.parse(period)
            if parsed is not None and parsed.kind == "year" and math.isfinite(number):
                found.setdefault((indicator, area), []).append(Point(line, parsed, float(number), text))
        for (indicator, area), points in sorted(found.items()):
            points.sort(key=lambda point: point.period.start)
            yield Line(sheet, indicator, area, tuple(points))


def warned(view: View, code: str, spot: Spot, key: str, **details: str) -> Iterator[Problem]:
    """Yield the problem, unless a keeper has looked at just this."""
    file = spot.file.partition("/")[2]
    entry = (code, file, str(spot.field), key, str(spot.value))
    if entry not in view.reviewed:
        yield problem(code, spot, entry=",".join((*entry, "…")), **details)
