"""The names at the ends of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Point, Row
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.place import Box, settle, spread
from build_scripts.present.charts.plot import Plot, Stroke
from build_scripts.present.charts.scale import Scale
from build_scripts.present.charts.text import shortened, width, wrap
from build_scripts.present.charts.track import Clock

LEAD = 7
LEADING = 13
BASE = 11
"""How far below the top of a label its first line stands."""
_ROOM = 96
_LINES = 3
_LEAST = 16


@dataclass(frozen=True, slots=True)
class End:
    """The last figure of a line and the label beside it, in lines."""

    stroke: Stroke
    moment: float
    value: float
    text: list[str]

    @property
    def bold(self) -> bool:
        """Tell whether this is the line the chart is about."""
        return self.stroke.colour == style.BLUE

    @property
    def width(self) -> float:
        """How wide the label is."""
        return max(width(line, style.SIZE, bold=self.bold) for line in self.text)

    @property
    def height(self) -> float:
        """How high the label is."""
        return LEADING * len(self.text) + 2


def ends(strokes: Sequence[Stroke], figures: Figures, clock: Clock) -> list[End]:
    """Name every actual line that has a figure; a lone line needs only its last figure."""
    found = []
    alone = sum(each.series.path == "actual" for each in strokes) == 1
    for stroke in strokes:
        last = _last(stroke.series.points)
        if last is None or stroke.series.path != "actual":
            continue
        figure = figures.bare(last.value) if last.value is not None else figures.point(last)
        text = [figure] if alone else label(stroke.name, figure, bold=stroke.colour == style.BLUE)
        level = last.value if last.value is not None else sum(last.bounds) / len(last.bounds)
        found.append(End(stroke, clock.at(last.period), level, text))
    return found


def plot_width(finals: Sequence[End], time: Scale, left: float) -> float:
    """Make the plot as wide as the labels at its lines' ends allow."""
    room = style.WIDTH - left
    limits = [(room - LEAD - each.width - 2) / max(time.pixel(each.moment, 1), 0.1) for each in finals]
    return round(max(120.0, min(room - _LEAST, *limits, room)), 2)


def placed(finals: Sequence[End], plot: Plot, paths: Sequence[Box]) -> list[Box]:
    """Place the labels right of the lines' ends, moved apart up and down; one alone also keeps off other paths."""
    middles = spread(
        [plot.down(each.value) for each in finals], [each.height for each in finals], plot.height
    )
    boxes = [_right_of(each, middle, plot) for each, middle in zip(finals, middles, strict=True)]
    if len(boxes) == 1 and paths:
        shifts = (0, -12, 12, -18, 18, -26, 26)
        moved = [_right_of(finals[0], middles[0] + shift, plot) for shift in shifts]
        boxes = [settle(moved, paths, Box(0, 0, style.WIDTH, plot.height))]
    return boxes


def _right_of(end: End, middle: float, plot: Plot) -> Box:
    left = plot.across(end.moment) + LEAD
    return Box(left, middle - end.height / 2, left + end.width, middle + end.height / 2)


def rows(finals: Sequence[End], boxes: Sequence[Box], plot: Plot) -> list[Row]:
    """Write the labels as data; their place is said in the plot's own time and values."""
    return [
        {
            "x": round(each.moment, 4),
            "y": plot.value(box.top + BASE),
            "s": each.stroke.name,
            "l": each.text,
        }
        for each, box in zip(finals, boxes, strict=True)
    ]


def label(name: str, figure: str, *, bold: bool) -> list[str]:
    """Put a figure behind a name, on the last line of it if there is room."""
    lines = shortened(wrap(name, _ROOM, style.SIZE, bold=bold), _LINES)
    together = f"{lines[-1]} {figure}".strip()
    fits = width(together, style.SIZE, bold=bold) <= _ROOM
    return [*lines[:-1], together] if fits else [*lines, figure]


def _last(points: Sequence[Point]) -> Point | None:
    known = [each for each in points if each.value is not None or each.bounds]
    return known[-1] if known else None
