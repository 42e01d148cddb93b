"""The plot of a line chart: which time and which values it shows, on how many pixels, in which strokes."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Series, Spec
from build_scripts.present.charts.layer import channel, stretched
from build_scripts.present.charts.place import Box
from build_scripts.present.charts.scale import Scale
from build_scripts.present.charts.text import plain, width
from build_scripts.present.charts.track import Clock, runs

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 10_000)
"""Years between labels, of which the least that leaves room is taken."""
_FEW_YEARS = 3
_AROUND = 14
"""Pixels between the names of moments."""
_LABEL = 38
"""Pixels that the label of a year takes with its surroundings."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A series with a name that no other has, and the colour of its line."""

    series: Series
    name: str
    colour: str

    @property
    def width(self) -> float:
        """How thick the line is."""
        return 2.5 if self.colour == style.BLUE and self.series.path == "actual" else 1.75


@dataclass(frozen=True, slots=True)
class Plot:
    """A stretch of time and of values, `width` by `height` pixels; pixels count from the upper left corner."""

    clock: Clock
    time: Scale
    values: Scale
    width: float
    height: float

    def across(self, moment: float) -> float:
        """Find the pixel of a moment."""
        return self.time.pixel(moment, self.width)

    def down(self, value: float) -> float:
        """Find the pixel of a value."""
        return self.height - self.values.pixel(value, self.height)

    def moment(self, across: float) -> float:
        """Find the moment at a pixel."""
        return round(self.time.value(across, self.width), 4)

    def value(self, down: float) -> float:
        """Find the value at a pixel."""
        return round(self.values.value(self.height - down, self.height), 6)

    def axes(self, moments: Mapping[float, str]) -> dict[str, Spec]:
        """Encode time across, in years or, over a few of them, in the `moments` of figures, and values upwards."""
        is_short = not self.clock.whole and bool(moments) and self.time.high - self.time.low < _FEW_YEARS
        years = moment_axis(moments, self.width) if is_short else year_axis(self.time, self.width)
        zero = {"condition": {"test": "datum.value === 0", "value": style.RULE}, "value": style.GRID}
        lined = level_axis(self.values) | {"gridColor": zero}
        time = stretched(channel(alt.X, "x:Q", "linear"), [self.time.low, self.time.high])
        values = stretched(channel(alt.Y, "y:Q", "linear"), [self.values.low, self.values.high])
        return {"x": time | {"axis": years}, "y": values | {"axis": lined}}

    def trail(self, series: Series) -> list[Box]:
        """Cover a line with small boxes, so that labels can keep off it."""
        boxes = []
        for run in runs(series):
            corners = [
                (self.across(self.clock.at(each.period)), self.down(each.value or 0.0)) for each in run
            ]
            for start, end in zip(corners, [*corners[1:], corners[-1]], strict=True):
                steps = max(1, int(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / 5))
                for step in range(steps):
                    x = start[0] + (end[0] - start[0]) * step / steps
                    y = start[1] + (end[1] - start[1]) * step / steps
                    boxes.append(Box(x - 2.5, y - 2.5, x + 2.5, y + 2.5))
        return boxes


def moment_axis(moments: Mapping[float, str], length: float) -> Spec:
    """Label moments by their names, as many as there is room for, from the first on."""
    room = max(width(name) for name in moments.values()) + _AROUND
    step = -(-len(moments) // max(1, int(length // room)))
    kept = sorted(moments)[::step]
    names = {f"{moment:g}" if moment % 1 == 0 else repr(moment): moments[moment] for moment in kept}
    written = json.dumps(names, ensure_ascii=False)
    axis = alt.Axis(values=kept, labelExpr=f"{written}[datum.value]", labelOverlap=False, labelFlush=True)
    described: Spec = axis.to_dict(validate=False)
    return described


def year_axis(time: Scale, length: float) -> Spec:
    """Label years, as many as there is room for, never with a thousands sign."""
    span = time.high - time.low
    step = next((each for each in _YEARS if span / each * _LABEL <= length), _YEARS[-1])
    return _year_axis(round(span / step, 3))


@cache
def _year_axis(count: float) -> Spec:
    axis = alt.Axis(format="d", tickMinStep=1, tickCount=count, labelOverlap=False, labelFlush=False)
    written: Spec = axis.to_dict(validate=False)
    return written


def level_axis(values: Scale) -> Spec:
    """Label the ticks of a scale, with the places that they need."""
    return _level_axis(values.places) | {"values": values.ticks}


@cache
def _level_axis(places: int) -> Spec:
    written: Spec = alt.Axis(format=f",.{places}f", values=[]).to_dict(validate=False)
    return written


def strokes(series: Sequence[Series]) -> list[Stroke]:
    """Give each series its colour and its own name; the emphasised one, or one alone, is blue and lies on top."""
    alone = sum(each.path == "actual" for each in series) == 1
    others = iter((*style.OTHERS, style.BLUE))
    names: list[str] = []
    drawn = []
    for each in series:
        main = each.emphasis or alone or each.path != "actual"
        names.append(own_name(plain(each.name), names))
        drawn.append(Stroke(each, names[-1], style.BLUE if main else next(others)))
    return sorted(drawn, key=lambda stroke: stroke.width)


def own_name(name: str, taken: Sequence[str]) -> str:
    """Tell series of one name apart."""
    again = sum(each == name or each.startswith(f"{name} (") for each in taken)
    return f"{name} ({again + 1})" if name in taken else name
