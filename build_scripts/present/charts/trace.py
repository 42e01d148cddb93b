"""The figures of a line chart as data, and the layers that draw them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import BreakMark, Point, Row, Spec
from build_scripts.present.charts.ends import LEAD, End
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.goal import DOWN
from build_scripts.present.charts.layer import (
    ARROW_DOWN,
    ARROW_UP,
    Layer,
    arrows,
    channel,
    faded,
    saying,
    stretched,
    tooltip,
)
from build_scripts.present.charts.plot import Plot, Stroke
from build_scripts.present.charts.track import runs, stride

_YEAR = 12


def figures_data(
    figures: Figures, plot: Plot, drawn: Sequence[Stroke], breaks: Sequence[BreakMark]
) -> list[Row]:
    """Write every value once, with ready strings; a row without a value parts what may not be joined."""
    data: list[Row] = []
    for stroke in drawn:
        parted = runs(stroke.series, breaks)
        is_rare = stride(stroke.series) > _YEAR
        for index, run in enumerate(parted):
            if index:
                middle = (data[-1]["x"] + plot.clock.at(run[0].period)) / 2
                data.append({"s": stroke.name, "x": middle, "y": None})
            for point in run:
                dot = _dot(point, stroke, shown=is_rare or len(run) == 1 or point is parted[-1][-1])
                row = {"s": stroke.name, "x": plot.clock.at(point.period), "y": point.value}
                data.append(row | figures.tip(point) | ({"d": dot} if dot else {}))
    return data


def line_layers(figures: Figures, plot: Plot, drawn: Sequence[Stroke]) -> list[Layer]:
    """Draw the lines, what is known only as a bound or a range, and the dots that matter."""
    line = Layer().mark("line", strokeJoin="round", strokeCap="round", clip=True)
    names = [each.name for each in drawn]
    width = channel(alt.StrokeWidth, "s:O", "ordinal", legend=None)
    looks = {
        "color": _colour(drawn),
        "strokeWidth": stretched(width, names, [each.width for each in drawn]),
    }
    if any(each.series.path != "actual" for each in drawn):
        dash = channel(alt.StrokeDash, "s:N", "ordinal", legend=None)
        looks["strokeDash"] = stretched(dash, names, [style.DASHES[each.series.path] for each in drawn])
    lines = line.encode(**looks, opacity=faded())
    return [lines, *_known_in_part(figures, plot, drawn), *_dots(drawn)]


def label_layers(
    finals: Sequence[End], labels: Sequence[Row], words: Sequence[Row], drawn: Sequence[Stroke]
) -> list[Layer]:
    """Write the names at the lines' ends, and the words beside targets and breaks."""
    layers = []
    for weight in (400, style.BOLD):
        own = [row for each, row in zip(finals, labels, strict=True) if each.bold == (weight == style.BOLD)]
        if own:
            text = Layer(own).mark("text", dx=LEAD, clip=False, fontWeight=weight)
            layers.append(text.encode(**saying("l"), color=_colour(drawn), opacity=faded()))
    if words:
        text = Layer(list(words)).mark("text", color=style.QUIET, clip=False)
        layers.append(text.encode(**saying("l")))
    return layers


def hover_layer(figures: Figures) -> Layer:
    """Let a pointer find figures and say everything about them; seen only in the interactive view."""
    found = Layer(name="hover").mark("point", size=260, opacity=0, filled=True, clip=True)
    return found.encode(tooltip=tooltip(figures.say))


def _dot(point: Point, stroke: Stroke, *, shown: bool) -> int:
    """Choose between no dot, a full one (1) and a hollow one (2)."""
    if stroke.series.path != "actual" or point.period.kind == "span":
        return 0
    if point.hollow:
        return 2
    return int(shown)


def _dots(drawn: Sequence[Stroke]) -> list[Layer]:
    full = Layer().mark("point", filled=True, size=30, opacity=1, clip=True).where("datum.d == 1")
    hollow = Layer().mark(
        "point", filled=False, fill=style.PAPER, size=34, strokeWidth=1.5, opacity=1, clip=True
    )
    layers = []
    if any(_has(each, full=True) for each in drawn):
        layers.append(full.encode(color=_colour(drawn)))
    if any(_has(each, full=False) for each in drawn):
        layers.append(hollow.where("datum.d == 2").encode(color=_colour(drawn)))
    return layers


def _has(stroke: Stroke, *, full: bool) -> bool:
    valued = [each for each in stroke.series.points if each.value is not None]
    return any(each.hollow != full for each in valued)


def _known_in_part(figures: Figures, plot: Plot, drawn: Sequence[Stroke]) -> list[Layer]:
    """Draw ranges as upright bars, bounds as ticks with arrows, and averages of several years as level bars."""
    ranges: list[Row] = []
    up: list[Row] = []
    down: list[Row] = []
    spans: list[Row] = []
    for stroke, point in _spread_out(drawn):
        row = {"s": stroke.name, "x": plot.clock.at(point.period)} | figures.tip(point)
        if point.value is not None:
            spans.append(row | {"x2": plot.clock.opening(point.period) + 0.5, "y": point.value})
        elif len(point.bounds) > 1:
            ranges.append(row | {"y": point.bounds[0], "y2": point.bounds[1]})
        elif point.bounds:
            (down if point.operator in DOWN else up).append(row | {"y": point.bounds[0]})
    say = {"tooltip": tooltip(figures.say)}
    looks = {"color": _colour(drawn)} | say
    layers = []
    if spans:
        layers.append(_rule(spans).encode(x2=channel(alt.X2, "x2:Q"), **looks))
    if ranges:
        layers.append(_rule(ranges).encode(y2=channel(alt.Y2, "y2:Q"), **looks))
    for rows, shape in ((up, ARROW_UP), (down, ARROW_DOWN)):
        if rows:
            layers.append(arrows(Layer(rows), shape).encode(stroke=_named(alt.Stroke, drawn), **say))
    return layers


def _spread_out(drawn: Sequence[Stroke]) -> Iterator[tuple[Stroke, Point]]:
    """Find what is no single dot: figures of several years, bounds and ranges."""
    for stroke in drawn:
        for point in stroke.series.points:
            if point.value is None or point.period.kind == "span":
                yield stroke, point


def _rule(rows: list[Row]) -> Layer:
    return Layer(rows).mark("rule", strokeWidth=3, clip=True)


def _colour(drawn: Sequence[Stroke]) -> Spec:
    return _named(alt.Color, drawn)


def _named(kind: Callable[..., Any], drawn: Sequence[Stroke]) -> Spec:
    """Give each line its colour by its name."""
    paint = channel(kind, "s:N", "named", legend=None)
    return stretched(paint, [each.name for each in drawn], [each.colour for each in drawn])
