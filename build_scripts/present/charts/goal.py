"""Targets and breaks on a line chart, and the words beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Aim, BreakMark, Row, Series
from build_scripts.present.charts.ends import BASE
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.layer import ARROW_DOWN, ARROW_UP, Layer, arrows, channel
from build_scripts.present.charts.place import Box, settle
from build_scripts.present.charts.plot import Plot
from build_scripts.present.charts.text import shortened, width, wrap
from build_scripts.present.charts.track import Clock

HORIZON = 2030
_ROOM = 130
_LEADING = 13
_LINES = 4
_UP = {">", ">="}
DOWN = {"<", "<="}


@dataclass(frozen=True, slots=True)
class Band:
    """A target as it is drawn: from one moment to another, at one level or between two."""

    aim: Aim
    left: float
    right: float
    levels: tuple[float, ...]

    def box(self, plot: Plot) -> Box:
        """Find the pixels it covers, its arrow included."""
        top, foot = plot.down(max(self.levels)), plot.down(min(self.levels))
        up, down = self.aim.operator in _UP, self.aim.operator in DOWN
        return Box(
            plot.across(self.left),
            top - (13 if up else 2),
            plot.across(self.right),
            foot + (13 if down else 2),
        )


def within(aims: Sequence[Aim]) -> list[Aim]:
    """Keep the targets with a figure, up to 2030; beyond it only when there is nothing nearer, and then the nearest."""
    known = [each for each in aims if levels(each)]
    horizon = max(HORIZON, min((each.year for each in known), default=HORIZON))
    return [each for each in known if each.year <= horizon]


def levels(aim: Aim) -> tuple[float, ...]:
    """List the figures of a target, once each, the lower first."""
    return tuple(sorted({end for end in (aim.low, aim.high) if end is not None}))


def bands(aims: Sequence[Aim], clock: Clock, series: Sequence[Series]) -> list[Band]:
    """Give targets a stretch of time: their period, or their year made wide enough to be seen."""
    moments = [clock.at(each.period) for one in series for each in one.points]
    moments += [clock.year(each.year) for each in aims]
    half = max(0.5, (max(moments, default=0) - min(moments, default=0)) / 48)
    return [
        Band(
            aim=each,
            left=round(
                clock.year(each.year) - half
                if each.start_year is None
                else clock.year(each.start_year) - 0.5,
                3,
            ),
            right=round(clock.year(each.year) + (half if each.start_year is None else 0.5), 3),
            levels=levels(each),
        )
        for each in aims
    ]


def band_layers(drawn: Sequence[Band]) -> list[Layer]:
    """Draw targets: a tinted band, a firm line at each edge, an arrow where only one side is bound."""
    wide = [
        {"x": each.left, "x2": each.right, "y": each.levels[0], "y2": each.levels[-1]}
        for each in drawn
        if len(each.levels) > 1
    ]
    edges = [{"x": each.left, "x2": each.right, "y": level} for each in drawn for level in each.levels]
    layers = []
    if wide:
        rect = Layer(wide).mark("rect", color=style.BLUE, opacity=0.16, clip=True)
        layers.append(rect.encode(x2=channel(alt.X2, "x2:Q"), y2=channel(alt.Y2, "y2:Q")))
    if edges:
        rule = Layer(edges).mark("rule", color=style.BLUE, strokeWidth=2, clip=True)
        layers.append(rule.encode(x2=channel(alt.X2, "x2:Q")))
    for operators, shape in ((_UP, ARROW_UP), (DOWN, ARROW_DOWN)):
        points = [
            {"x": (each.left + each.right) / 2, "y": each.levels[0]}
            for each in drawn
            if each.aim.operator in operators
        ]
        if points:
            layers.append(arrows(Layer(points), shape).encode(stroke=alt.value(style.BLUE)))
    return layers


def break_layers(plot: Plot, breaks: Sequence[BreakMark]) -> list[Layer]:
    """Draw a dashed rule where figures stop being comparable."""
    rows = [
        {"x": moment}
        for each in breaks
        if plot.time.low <= (moment := plot.clock.opening(each.period)) <= plot.time.high
    ]
    if not rows:
        return []
    rule = Layer(rows).mark("rule", color=style.QUIET, strokeDash=(2, 3), clip=True)
    return [rule.encode(y=alt.value(0), y2=alt.value(plot.height))]


def notes(
    plot: Plot, figures: Figures, marks: tuple[Sequence[Band], Sequence[BreakMark]], taken: Sequence[Box]
) -> list[Row]:
    """Word the targets and breaks, each where it covers least."""
    room = Box(0, -12, style.WIDTH - 40, plot.height)
    rules = [plot.across(plot.clock.opening(each.period)) for each in marks[1]]
    held = [
        *taken,
        *(each.box(plot) for each in marks[0]),
        *(Box(at - 2, 0, at + 2, plot.height) for at in rules),
    ]
    rows = []
    wanted = [
        (words := _goal_words(figures, each), _around(_whole(each, plot), _size(words)))
        for each in together(marks[0])
    ]
    wanted += [
        (words := _break_words(figures, each), _beside(across, _size(words), plot))
        for each in marks[1]
        if each.label and 0 <= (across := plot.across(plot.clock.opening(each.period))) <= plot.width
    ]
    for words, candidates in wanted:
        box = settle(candidates, held, room)
        held.append(box)
        rows.append({"x": plot.moment(box.left), "y": plot.value(box.top + BASE - 1), "l": words})
    return rows


def _size(words: Sequence[str]) -> tuple[float, float]:
    return max(width(line) for line in words), _LEADING * len(words)


def together(drawn: Sequence[Band]) -> list[list[Band]]:
    """Group targets of the same stretch of time, the lowest first: they share one label."""
    grouped: dict[tuple[float, float], list[Band]] = {}
    for each in sorted(drawn, key=lambda band: band.levels):
        grouped.setdefault((each.left, each.right), []).append(each)
    return list(grouped.values())


def _goal_words(figures: Figures, group: Sequence[Band]) -> list[str]:
    return shortened(wrap(figures.aims([each.aim for each in group]), _ROOM), _LINES)


def _whole(group: Sequence[Band], plot: Plot) -> Box:
    """Cover all targets of a group."""
    boxes = [each.box(plot) for each in group]
    return Box(
        min(each.left for each in boxes),
        min(each.top for each in boxes),
        max(each.right for each in boxes),
        max(each.bottom for each in boxes),
    )


def _break_words(figures: Figures, mark: BreakMark) -> list[str]:
    return shortened(wrap(figures.break_label(mark), _ROOM), 2)


def _around(box: Box, size: tuple[float, float]) -> list[Box]:
    wide, high = size
    middle = (box.left + box.right) / 2
    lefts = (box.right - wide, middle - wide / 2, box.left)
    places = [(left, top) for top, left in product((box.top - high - 2, box.bottom + 2), lefts)]
    level = (box.top + box.bottom - high) / 2
    places += [(box.left - wide - 5, level), (box.right + 5, level)]
    for away in (10, 20, 30, 42, 56, 70, 84):
        places += [(left, box.top - high - 2 - away) for left in lefts]
        places += [(left, box.bottom + 2 + away) for left in lefts]
        places += [(box.left - wide - 5, level - away), (box.left - wide - 5, level + away)]
    return [Box(left, top, left + wide, top + high) for left, top in places]


def _beside(across: float, size: tuple[float, float], plot: Plot) -> list[Box]:
    wide, high = size
    tops = [step * 14.0 for step in range(int((plot.height - high) / 14) + 1)]
    return [
        Box(left, top, left + wide, top + high) for top in tops for left in (across + 5, across - wide - 5)
    ]
