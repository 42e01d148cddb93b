"""The names at the ends of lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Point, Row
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.place import Box, spread
from build_scripts.present.charts.plot import Plot, Stroke
from build_scripts.present.charts.scale import Scale
from build_scripts.present.charts.text import shortened, width, wrap
from build_scripts.present.charts.track import Clock

LEAD = 7
LEADING = 13
_ROOM = 96
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
        bold = stroke.colour == style.BLUE
        said = figure if alone else f"{stroke.name} {figure}"
        text = wrap(said, _ROOM, style.SIZE, bold=bold)
        if len(text) > 1:
            text = [*shortened(wrap(stroke.name, _ROOM, style.SIZE, bold=bold), 3), figure]
        level = last.value if last.value is not None else sum(last.bounds) / len(last.bounds)
        found.append(End(stroke, clock.at(last.period), level, text))
    return found


def plot_width(finals: Sequence[End], time: Scale, left: float) -> float:
    """Make the plot as wide as the labels at its lines' ends allow."""
    room = style.WIDTH - left
    limits = [(room - LEAD - each.width - 2) / max(time.pixel(each.moment, 1), 0.1) for each in finals]
    return round(max(120.0, min(room - _LEAST, *limits, room)), 2)


def placed(finals: Sequence[End], plot: Plot) -> list[Box]:
    """Place the labels: right of the lines' ends, moved apart up and down."""
    middles = spread([plot.down(each.value) for each in finals], [each.height for each in finals], plot.height)
    return [
        Box(
            plot.across(each.moment) + LEAD,
            middle - each.height / 2,
            plot.across(each.moment) + LEAD + each.width,
            middle + each.height / 2,
        )
        for each, middle in zip(finals, middles, strict=True)
    ]


def rows(finals: Sequence[End], plot: Plot) -> list[Row]:
    """Write the labels as data; their place is said in the plot's own time and values."""
    return [
        {
            "x": round(each.moment, 4),
            "y": plot.value((box.top + box.bottom) / 2),
            "s": each.stroke.name,
            "l": each.text,
        }
        for each, box in zip(finals, placed(finals, plot), strict=True)
    ]


def _last(points: Sequence[Point]) -> Point | None:
    known = [each for each in points if each.value is not None or each.bounds]
    return known[-1] if known else None
