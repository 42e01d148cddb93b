"""Parts of a whole over the years, one bar a year, each part named beside the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Chart, Frame, Point, Row, Series, finished
from build_scripts.present.charts.describe import stacked_text
from build_scripts.present.charts.ends import BASE, LEAD, LEADING, label
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.heading import FADED, Heading, unsettled
from build_scripts.present.charts.layer import Layer, channel, pixels, saying, stretched, tooltip, unchecked
from build_scripts.present.charts.place import spread
from build_scripts.present.charts.plot import level_axis, year_axis
from build_scripts.present.charts.scale import Scale, value_scale
from build_scripts.present.charts.sheet import Sheet
from build_scripts.present.charts.text import plain, width
from build_scripts.present.numbers import Writer

MOST = len(style.PARTS)
HEIGHT = 220
FOOT = 24
_BAR = 0.4
"""Half of a bar's thickness, in years."""
_SWATCH = 11
_WHOLE = (98.5, 101.5)
"""What shares with a part missing must still add up to, to be shown as a whole."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One part in one year, from one value to another; parts below zero hang under the others."""

    part: int
    point: Point
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Tag:
    """What stands beside the last bar for one part: its name with its last figure, and where it would like to be."""

    part: int
    text: list[str]
    level: float


@unchecked
def stacked(frame: Frame, parts: Sequence[Series], *, writer: Writer) -> Chart:
    """Describe a composition over the years; a year with a part missing stays empty, unless shares still add up."""
    if len(parts) > MOST:
        raise ValueError(f"{frame.title!r}: a stacked chart takes at most {MOST} parts")
    figures, years = Figures(frame, writer), _years(parts)
    whole = {year: stack for year, stack in years.items() if _complete(stack, len(parts), frame)}
    slices = [each for stack in whole.values() for each in _slices(stack)]
    tags = _tags(parts, slices, figures)
    values = _values(slices, frame)
    time = Scale(min(years, default=0) - 0.5, max(years, default=0) + 0.5, 1)
    left = round(max(width(writer.number(tick, values.places)) for tick in values.ticks)) + 9.0
    room = max((width(line) for each in tags for line in each.text), default=0.0) + LEAD + _SWATCH
    across = round(style.WIDTH - left - room - 1)
    heading = Heading.of(figures, unsettled(figures.say, FADED, (each.point.status for each in slices)))
    sheet = Sheet(figures, heading, left, (across, HEIGHT), FOOT)
    layers = [_bars(figures, time, values, across), *_tag_layers(tags, values, across)]
    spec = sheet.spec(layers, [_row(each, parts, figures) for each in slices])
    empty = _missing(years, whole)
    return finished(spec, figures.title, stacked_text(figures, parts, sorted(whole), empty))


def _years(parts: Sequence[Series]) -> dict[int, dict[int, Point]]:
    """Gather the values of each year by the place of their part, oldest year first."""
    found: dict[int, dict[int, Point]] = {}
    for index, part in enumerate(parts):
        for point in part.points:
            if point.value is not None:
                found.setdefault(point.period.year, {})[index] = point
    return dict(sorted(found.items()))


def _complete(stack: Mapping[int, Point], count: int, frame: Frame) -> bool:
    total = sum(point.value or 0.0 for point in stack.values())
    return len(stack) == count or (frame.unit.kind == "share" and _WHOLE[0] <= total <= _WHOLE[1])


def _missing(years: Mapping[int, object], whole: Mapping[int, object]) -> list[str]:
    between = range(min(years, default=0), max(years, default=-1) + 1)
    return [str(year) for year in between if year not in whole]


def _slices(stack: Mapping[int, Point]) -> list[Slice]:
    slices = []
    top = foot = 0.0
    for part, point in sorted(stack.items()):
        size = point.value if point.value is not None else 0.0
        if size < 0:
            slices.append(Slice(part, point, foot + size, foot))
            foot += size
        else:
            slices.append(Slice(part, point, top, top + size))
            top += size
    return slices


def _values(slices: Sequence[Slice], frame: Frame) -> Scale:
    """Show shares of a whole from 0 to 100, anything else from zero to a round number."""
    shares = frame.unit.kind == "share" and all(each.low >= 0 and each.high <= _WHOLE[1] for each in slices)
    if shares and any(each.high > _WHOLE[0] for each in slices):
        return Scale(0, 100, 20)
    return value_scale([end for each in slices for end in (each.low, each.high)], frame.unit, zero=True)


def _tags(parts: Sequence[Series], slices: Sequence[Slice], figures: Figures) -> list[Tag]:
    """Name each part by its last slice, from the foot up."""
    last = {each.part: each for each in sorted(slices, key=lambda each: each.point.period)}
    final = max((each.point.period.year for each in slices), default=0)
    tags = []
    for part, each in sorted(last.items()):
        ends = each.point.period.year == final and each.point.value is not None
        figure = figures.bare(each.point.value or 0.0) if ends else ""
        tags.append(Tag(part, label(plain(parts[part].name), figure, bold=False), (each.low + each.high) / 2))
    return tags


def _row(each: Slice, parts: Sequence[Series], figures: Figures) -> Row:
    year = each.point.period.year
    place = {
        "x": round(year - _BAR, 1),
        "x2": round(year + _BAR, 1),
        "y": round(each.low, 9),
        "y2": round(each.high, 9),
    }
    paint = {"f": style.paler(style.PARTS[each.part]) if each.point.hollow else style.PARTS[each.part]}
    return {"s": plain(parts[each.part].name)} | place | paint | figures.tip(each.point)


def _bars(figures: Figures, time: Scale, values: Scale, across: float) -> Layer:
    rect = Layer().mark("rect", stroke=style.PAPER, strokeWidth=1, clip=True)
    return rect.encode(
        x=stretched(channel(alt.X, "x:Q", "linear"), [time.low, time.high])
        | {"axis": year_axis(time, across)},
        y=stretched(channel(alt.Y, "y:Q", "linear"), [values.low, values.high])
        | {"axis": level_axis(values)},
        x2=channel(alt.X2, "x2:Q"),
        y2=channel(alt.Y2, "y2:Q"),
        fill=channel(alt.Fill, "f:N", "none"),
        tooltip=tooltip(figures.say),
    )


def _tag_layers(tags: Sequence[Tag], values: Scale, across: float) -> list[Layer]:
    """Write the names beside the last bar, each behind a patch of its colour."""
    heights = [LEADING * len(each.text) + 3 for each in tags]
    middles = spread([HEIGHT - values.pixel(each.level, HEIGHT) for each in tags], heights, HEIGHT)
    names, patches = [], []
    for tag, middle, height in zip(tags, middles, heights, strict=True):
        top = round(middle - height / 2, 2)
        names.append({"x": across + LEAD + _SWATCH, "y": top + BASE, "l": tag.text})
        patches.append({"x": across + LEAD + 2, "y": top + BASE - 4, "f": style.PARTS[tag.part]})
    patch = Layer(patches).mark("point", shape="square", size=64, filled=True, opacity=1)
    said = Layer(names).mark("text")
    fill = channel(alt.Fill, "f:N", "none")
    return [patch.encode(**pixels(), fill=fill), said.encode(**pixels(), **saying("l"))]
