"""Small panels on one scale, three in a row, one series each, its last figure said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Chart, Frame, Point, Row, Series, Spec, finished
from build_scripts.present.charts.describe import multiples_text
from build_scripts.present.charts.ends import LEADING
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.heading import HOLLOW, Heading, unsettled
from build_scripts.present.charts.layer import Layer, channel, pixels, said, stretched, tooltip, unchecked
from build_scripts.present.charts.place import Box, settle
from build_scripts.present.charts.plot import own_name
from build_scripts.present.charts.scale import Scale, value_scale
from build_scripts.present.charts.sheet import Sheet
from build_scripts.present.charts.text import plain, shortened, width, wrap
from build_scripts.present.charts.track import Clock, runs
from build_scripts.present.numbers import Writer

Parted = list[list[Point]]
"""The points of a series that lines may join."""
COLUMNS = 3
_PLOT = 66
_ASIDE = 14
_BELOW = 12
_FOOT = 20
_EDGE = 4
_LINES = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Where panels stand: each `width` wide, a head for its name above a plot; all show the same time and values."""

    clock: Clock
    time: Scale
    values: Scale
    width: float
    head: float
    count: int

    @property
    def pitch(self) -> float:
        """How far a row of panels is from the next."""
        return self.head + _PLOT + _BELOW

    @property
    def height(self) -> float:
        """How high all rows are together."""
        return self.pitch * -(-self.count // COLUMNS) - _BELOW

    def corner(self, index: int) -> tuple[float, float]:
        """Find the upper left corner of a panel's plot."""
        return index % COLUMNS * (self.width + _ASIDE), index // COLUMNS * self.pitch + self.head

    def across(self, point: Point) -> float:
        """Find how far right in its panel a point stands."""
        return self.time.pixel(self.clock.at(point.period), self.width)

    def spot(self, index: int, point: Point) -> tuple[float, float]:
        """Find the pixel of a point in a panel."""
        left, top = self.corner(index)
        value = point.value if point.value is not None else self.values.low
        return left + self.across(point), top + _PLOT - self.values.pixel(value, _PLOT)

    @property
    def axes(self) -> dict[str, Spec]:
        """Place what `sums` found; a scale, though it changes nothing, lets Vega break lines where a value is missing."""
        total = COLUMNS * self.width + (COLUMNS - 1) * _ASIDE
        across, down = channel(alt.X, "px:Q", "plain", axis=None), channel(alt.Y, "py:Q", "plain", axis=None)
        return {
            "x": stretched(across, [0, total], [0, total]),
            "y": stretched(down, [0, self.height], [0, self.height]),
        }

    @property
    def sums(self) -> dict[str, str]:
        """Say for Vega how a row's time, value and panel become pixels."""
        time, values = self.time, self.values
        across = self.width / (time.high - time.low)
        down = _PLOT / (values.high - values.low)
        left = f"datum.n % {COLUMNS} * {self.width + _ASIDE}"
        top = f"floor(datum.n / {COLUMNS}) * {self.pitch} + {self.head}"
        return {
            "px": f"{left} + (datum.x - {time.low}) * {across:.6g}",
            "py": f"datum.y === null ? null : {top} + ({values.high} - datum.y) * {down:.6g}",
        }


@unchecked
def multiples(frame: Frame, series: Sequence[Series], *, writer: Writer) -> Chart:
    """Describe each series in a panel of its own; all panels share their axes."""
    figures, clock = Figures(frame, writer), Clock.of(series)
    points = [each for one in series for each in one.points]
    values = value_scale([each.value for each in points if each.value is not None], frame.unit, count=3)
    moments = [clock.at(each.period) for each in points]
    first, last = min(moments, default=0.0), max(moments, default=0.0)
    time = Scale(first, last, 1) if first < last else Scale(first - 1, last + 1, 1)
    left = round(max(width(writer.number(tick, values.places)) for tick in values.ticks)) + 7.0
    across = (style.WIDTH - left - _EDGE - (COLUMNS - 1) * _ASIDE) // COLUMNS
    names = [shortened(wrap(plain(each.name), across, bold=each.emphasis), _LINES) for each in series]
    head = LEADING * max((len(name) for name in names), default=1) + 8.0
    grid = Grid(clock, time, values, across, head, len(series))
    key = unsettled(figures.say, HOLLOW, (each.status for each in _finals(series)))
    sheet = Sheet(
        figures, Heading.of(figures, key, 6), left, (style.WIDTH - left - _EDGE, grid.height), _FOOT
    )
    hover = Layer(name="hover").mark("point", size=120, opacity=0, filled=True)
    hover = hover.encode(**grid.axes, tooltip=tooltip(figures.say))
    parted = [runs(each) for each in series]
    layers = [
        *_frames(grid, writer),
        *_lines(grid, series, parted),
        *_words(grid, series, names, figures),
        hover,
    ]
    spec = sheet.spec(layers, _data(grid, series, parted, figures))
    spec |= {"transform": [{"calculate": sum_, "as": name} for name, sum_ in grid.sums.items()]}
    return finished(spec, figures.title, multiples_text(figures, series))


def _finals(series: Iterable[Series]) -> list[Point]:
    """Find the last value of each series."""
    valued = ([each for each in one.points if each.value is not None] for one in series)
    return [points[-1] for points in valued if points]


def _data(grid: Grid, series: Sequence[Series], parted: Sequence[Parted], figures: Figures) -> list[Row]:
    rows: list[Row] = []
    names: list[str] = []
    for index, (one, parts) in enumerate(zip(series, parted, strict=True)):
        name, colour = own_name(plain(one.name), names), _colour(one)
        names.append(name)
        for count, run in enumerate(parts):
            if count:
                middle = (rows[-1]["x"] + grid.clock.at(run[0].period)) / 2
                rows.append({"n": index, "s": name, "x": middle, "y": None, "c": colour})
            alone = {"d": 1} if len(run) == 1 else {}
            for point in run:
                x, tip = grid.clock.at(point.period), figures.tip(point)
                rows.append({"n": index, "s": name, "x": x, "y": point.value, "c": colour, **tip, **alone})
    return rows


def _colour(series: Series) -> str:
    return style.BLUE if series.emphasis else style.OTHERS[0]


def _frames(grid: Grid, writer: Writer) -> list[Layer]:
    """Draw level lines in every panel, their values left of each row, the first and last year under each column."""
    levels = [(tick, _PLOT - grid.values.pixel(tick, _PLOT)) for tick in grid.values.ticks]
    rules: list[Row] = []
    ticks: list[Row] = []
    years: list[Row] = []
    for index in range(grid.count):
        left, top = grid.corner(index)
        rules += [{"x": left, "x2": left + grid.width, "y": round(top + down, 2)} for _, down in levels]
        if index % COLUMNS == 0:
            written = [(writer.number(tick, grid.values.places), down) for tick, down in levels]
            ticks += [{"x": -7, "y": round(top + down + 4, 2), "l": label} for label, down in written]
        if index + COLUMNS >= grid.count:
            ends = ((left, grid.time.low, "left"), (left + grid.width, grid.time.high, "right"))
            years += [
                {"x": at, "y": top + _PLOT + 15, "l": str(int(year)), "a": align} for at, year, align in ends
            ]
    lines = Layer(rules).mark("rule", color=style.GRID).encode(**pixels(), x2=channel(alt.X2, "x2:Q"))
    drawn = [lines, said(ticks, color=style.QUIET, align="right")]
    for align in ("left", "right"):
        own = [
            {name: value for name, value in row.items() if name != "a"} for row in years if row["a"] == align
        ]
        drawn.append(said(own, color=style.QUIET, align=align))
    return drawn


def _lines(grid: Grid, series: Sequence[Series], parted: Sequence[Parted]) -> list[Layer]:
    """Draw the lines, figures that stand alone, and the last one of each."""
    colour = channel(alt.Color, "c:N", "none", legend=None)
    line = Layer().mark("line", strokeWidth=1.75, strokeJoin="round", strokeCap="round")
    dots = Layer().mark("point", filled=True, size=16, opacity=1).where("datum.d == 1")
    drawn = [line.encode(**grid.axes, detail=channel(alt.Detail, "n:N"), color=colour)]
    if any(len(run) == 1 for parts in parted for run in parts):
        drawn.append(dots.encode(**grid.axes, color=colour))
    ends: list[Row] = []
    for index, one in enumerate(series):
        for point in _finals([one]):
            x, y = grid.spot(index, point)
            fill = style.PAPER if point.hollow else _colour(one)
            ends.append({"x": round(x, 2), "y": round(y, 2), "c": _colour(one), "f": fill})
    last = Layer(ends).mark("point", size=24, strokeWidth=1.25, opacity=1)
    filled = channel(alt.Fill, "f:N", "none")
    return [*drawn, last.encode(**pixels(), fill=filled, stroke=channel(alt.Stroke, "c:N", "none"))]


def _words(grid: Grid, series: Sequence[Series], names: Sequence[list[str]], figures: Figures) -> list[Layer]:
    """Write each panel's name above it and its last figure at the line's end, off the line."""
    rows: dict[bool, list[Row]] = {True: [], False: []}
    for index, (one, name) in enumerate(zip(series, names, strict=True)):
        left, top = grid.corner(index)
        above = top - 7 - LEADING * (len(name) - 1)
        rows[one.emphasis].append({"x": left, "y": above, "l": name})
        for point in _finals([one]):
            box = _beside(grid, index, one, figures.bare(point.value if point.value is not None else 0.0))
            rows[one.emphasis].append({"x": box[0], "y": box[1], "l": box[2]})
    return [
        said(own, fontWeight=style.BOLD if bold else 400, color=style.BLUE if bold else style.INK)
        for bold, own in rows.items()
        if own
    ]


def _beside(grid: Grid, index: int, series: Series, figure: str) -> tuple[float, float, str]:
    """Place a last figure above or below its dot, where it covers less of the line."""
    left, top = grid.corner(index)
    valued = [each for each in series.points if each.value is not None]
    x, y = grid.spot(index, valued[-1])
    wide = width(figure, style.SIZE, bold=series.emphasis)
    start = max(left, min(x + 3, left + grid.width) - wide)
    candidates = [Box(start, y + aside, start + wide, y + aside + 11) for aside in (-17, 6, -26, 15)]
    late = [each for each in valued if left + grid.across(each) + 3 > start]
    trail = [
        Box(at - 3, down - 3, at + 3, down + 3) for at, down in (grid.spot(index, each) for each in late)
    ]
    box = settle(candidates, trail, Box(left, top - 6, left + grid.width, top + _PLOT))
    return round(box.left, 2), round(box.top + 10, 2), figure
