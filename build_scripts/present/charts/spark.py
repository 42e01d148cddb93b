"""A trend the size of a word: a line, its last figure as a dot, and the target it heads for; no text."""

from collections.abc import Sequence
from decimal import Decimal

import altair as alt

from build_scripts.model import Text, Unit
from build_scripts.present.charts import goal, style
from build_scripts.present.charts.data import Aim, Chart, Frame, Row, Series, finished
from build_scripts.present.charts.describe import spark_text
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.layer import Layer, channel, layered, stretched, unchecked
from build_scripts.present.charts.text import plain
from build_scripts.present.charts.track import Clock, runs
from build_scripts.present.numbers import Writer

WIDTH = 120
HEIGHT = 32
_EDGE = 3.0
_DECIMALS = 3
_BARE = Unit(
    id="", symbol=Text("", ""), name=Text("", ""), kind="other", change="", join=False, lower=None, upper=None
)


@unchecked
def spark(series: Series, aims: Sequence[Aim] = (), *, writer: Writer) -> Chart:
    """Describe a series without axes or words; figures in its description have no unit."""
    figures = Figures(Frame(series.name, _BARE, _decimals(series)), writer)
    clock = Clock.of([series])
    bands = goal.bands(goal.within(aims), clock, [series])
    rows = _rows(series, clock)
    known = [row for row in rows if row["y"] is not None]
    time = _stretch([row["x"] for row in rows] + [edge for each in bands for edge in (each.left, each.right)])
    values = _stretch([row["y"] for row in known] + [level for each in bands for level in each.levels])
    x = stretched(channel(alt.X, "x:Q", "linear", axis=None), time)
    y = stretched(channel(alt.Y, "y:Q", "linear", axis=None), values)
    line = Layer().mark("line", color=style.BLUE, strokeWidth=1.75, strokeJoin="round", strokeCap="round")
    last = Layer(known[-1:]).mark("point", color=style.BLUE, filled=True, size=26, opacity=1)
    lone = Layer(_lone(series, clock)).mark("point", color=style.BLUE, filled=True, size=9, opacity=1)
    aim = Layer(_targets(bands)).mark("rect", color=style.BLUE, stroke=style.BLUE, fillOpacity=0.25)
    layers = [aim.encode(x2=channel(alt.X2, "x2:Q"), y2=channel(alt.Y2, "y2:Q"))] if bands else []
    spec = layered([*layers, line, lone, last], {"x": x, "y": y})
    face = {"aria": False, "background": "transparent", "view": {"stroke": None}}
    size = {"width": WIDTH - 2 * _EDGE, "height": HEIGHT - 2 * _EDGE, "padding": _EDGE, "autosize": "none"}
    spec |= size | {"data": {"values": rows}, "config": face}
    return finished(spec, plain(series.name), spark_text(figures, series, aims))


def _rows(series: Series, clock: Clock) -> list[Row]:
    """Write the values; a row without one parts what may not be joined."""
    rows: list[Row] = []
    for run in runs(series):
        if rows:
            rows.append({"x": (rows[-1]["x"] + clock.at(run[0].period)) / 2, "y": None})
        rows += [{"x": clock.at(each.period), "y": each.value} for each in run]
    return rows


def _lone(series: Series, clock: Clock) -> list[Row]:
    """Find the values that no line reaches."""
    return [{"x": clock.at(run[0].period), "y": run[0].value} for run in runs(series) if len(run) == 1]


def _targets(bands: Sequence[goal.Band]) -> list[Row]:
    return [{"x": each.left, "x2": each.right, "y": each.levels[0], "y2": each.levels[-1]} for each in bands]


def _stretch(found: Sequence[float]) -> list[float]:
    """Span what was found; a single place gets room on both sides."""
    low, high = min(found, default=0.0), max(found, default=1.0)
    return [low, high] if low < high else [low - 1, high + 1]


def _decimals(series: Series) -> int:
    """Count the decimals that the figures have, at most three."""
    exact = [
        Decimal(str(round(each.value, _DECIMALS))).normalize()
        for each in series.points
        if each.value is not None
    ]
    return max((max(0, -int(each.as_tuple().exponent)) for each in exact), default=0)
