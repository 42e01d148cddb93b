"""Lines over time, each named at its end, with targets, breaks, bounds and figures that may still change."""

from collections.abc import Sequence

from build_scripts.present.charts import goal
from build_scripts.present.charts.data import Aim, BreakMark, Chart, Frame, Series, finished
from build_scripts.present.charts.describe import lines_text
from build_scripts.present.charts.ends import ends, placed, plot_width, rows
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.heading import DASHED, DOTTED, HOLLOW, UP, Heading, Mark, unsettled
from build_scripts.present.charts.layer import unchecked
from build_scripts.present.charts.plot import Plot, strokes
from build_scripts.present.charts.scale import Scale, value_scale
from build_scripts.present.charts.sheet import Sheet
from build_scripts.present.charts.text import plain, width
from build_scripts.present.charts.trace import figures_data, hover_layer, label_layers, line_layers
from build_scripts.present.charts.track import Clock
from build_scripts.present.numbers import Writer

MOST = 4
HEIGHT = 210
FOOT = 24
INTERACTION = [
    {"name": "pick", "select": {"type": "point", "fields": ["s"]}, "views": ["hover"]},
    {
        "name": "zoom",
        "select": {"type": "interval", "encodings": ["x"]},
        "bind": "scales",
        "views": ["hover"],
    },
]
"""A click on a point or a name shows its line alone; the wheel and a drag move through time."""


@unchecked
def lines(
    frame: Frame,
    series: Sequence[Series],
    aims: Sequence[Aim] = (),
    breaks: Sequence[BreakMark] = (),
    *,
    writer: Writer,
) -> Chart:
    """Describe up to four series as lines; needed paths and paces come on top of the four."""
    if sum(each.path == "actual" for each in series) > MOST:
        raise ValueError(f"{frame.title!r}: a line chart takes at most {MOST} series")
    paths = any(each.path != "actual" for each in series)
    figures, drawn, clock = Figures(frame, writer), strokes(series), Clock.of(series)
    bands = goal.bands(goal.within(aims), clock, series)
    values = value_scale(_levels(series, bands), frame.unit)
    time = _time(clock, series, bands)
    left = round(max(width(writer.number(tick, values.places)) for tick in values.ticks)) + 9.0
    finals = ends(drawn, figures, clock)
    plot = Plot(clock, time, values, plot_width(finals, time, left), HEIGHT)
    trails = [(each.path, plot.trail(each)) for each in series] if bands or breaks or paths else []
    boxes = placed(finals, plot, [box for path, trail in trails if path != "actual" for box in trail])
    words = goal.notes(
        plot, figures, (bands, breaks), [*boxes, *(box for _, trail in trails for box in trail)]
    )
    layers = [
        *goal.band_layers(bands),
        *goal.break_layers(plot, breaks),
        *line_layers(figures, plot, drawn),
        *label_layers(finals, rows(finals, boxes, plot), words, drawn),
        hover_layer(figures),
    ]
    sheet = Sheet(figures, Heading.of(figures, _key(series, figures)), left, (plot.width, HEIGHT), FOOT)
    moments = {clock.at(each.period): writer.tick(each.period) for one in series for each in one.points}
    spec = sheet.spec(layers, figures_data(figures, plot, drawn, breaks), **plot.axes(moments))
    return finished(spec | {"params": INTERACTION}, figures.title, lines_text(figures, series, aims, breaks))


def _levels(series: Sequence[Series], bands: Sequence[goal.Band]) -> list[float]:
    """Gather everything the scale of values must hold."""
    points = [each for one in series for each in one.points]
    known = [each.value for each in points if each.value is not None]
    return [
        *known,
        *(end for each in points for end in each.bounds),
        *(end for each in bands for end in each.levels),
    ]


def _time(clock: Clock, series: Sequence[Series], bands: Sequence[goal.Band]) -> Scale:
    """Stretch time from the first figure to the last, or to the end of the last target."""
    points = [each for one in series for each in one.points]
    moments = [clock.at(each.period) for each in points]
    moments += [clock.opening(each.period) + 0.5 for each in points if each.period.kind == "span"]
    moments += [edge for each in bands for edge in (each.left, each.right)]
    first, last = min(moments, default=0.0), max(moments, default=0.0)
    return Scale(first - 1, last + 1, 1) if first == last else Scale(first, last, 1)


def _key(series: Sequence[Series], figures: Figures) -> list[Mark]:
    """Explain the signs that occur."""
    points = [each for one in series for each in one.points if one.path == "actual"]
    marks = unsettled(figures.say, HOLLOW, (each.status for each in points if each.value is not None))
    if any(len(each.bounds) == 1 for each in points):
        marks.append((UP, figures.say["chart.bound"]))
    signs = {"needed": DASHED, "pace": DOTTED}
    return marks + [(signs[each.path], plain(each.name)) for each in series if each.path != "actual"]
