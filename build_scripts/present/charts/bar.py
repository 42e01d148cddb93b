"""Ranked bars that lie side by side, each with its name and its figure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import UNSETTLED, Bar, Chart, Frame, Row, Spec, finished
from build_scripts.present.charts.describe import bars_text
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.heading import PALE, Heading, unsettled
from build_scripts.present.charts.layer import Layer, channel, saying, stretched, tooltip, unchecked
from build_scripts.present.charts.sheet import Sheet
from build_scripts.present.charts.text import plain, shortened, width, wrap
from build_scripts.present.numbers import Writer

MOST = 15
_NAMES = 148
_LINE = 13
_GAP = 5
_ASIDE = 4
_WEIGHT = f"datum.b ? {style.BOLD} : 400"


@dataclass(frozen=True, slots=True)
class Rank:
    """A bar in its place: its name in lines, its figure in words, and the pixels it takes from top to foot."""

    bar: Bar
    name: list[str]
    figure: str
    top: float
    foot: float

    @property
    def hollow(self) -> bool:
        """Tell whether the figure may still change."""
        return self.bar.status in UNSETTLED

    @property
    def paint(self) -> Row:
        """Choose fill and outline."""
        dark = style.BLUE if self.bar.emphasis else style.BAR
        pale = style.BLUE_PALE if self.bar.emphasis else style.BAR_PALE
        return {"f": pale if self.hollow else dark, "o": dark}


@unchecked
def bars(frame: Frame, bars: Sequence[Bar], *, writer: Writer) -> Chart:
    """Describe up to fifteen bars, the highest first (ranks: the first first); those without a figure come last."""
    if len(bars) > MOST:
        raise ValueError(f"{frame.title!r}: a bar chart takes at most {MOST} bars")
    figures = Figures(frame, writer)
    ordered = _ordered(bars, upwards=frame.unit.kind == "rank")
    ranks = _ranks(ordered, figures)
    left = max(
        (width(line, style.SIZE, bold=each.bar.emphasis) for each in ranks for line in each.name), default=0
    )
    left = round(left) + 9.0
    across = style.WIDTH - left
    height = ranks[-1].foot if ranks else 0.0
    key = unsettled(figures.say, PALE, (each.status for each in ordered if each.value is not None))
    sheet = Sheet(figures, Heading.of(figures, key, 8), left, (across, height), 4)
    spec = sheet.spec(
        [*_layers(ranks, figures, _domain(ranks, across)), _name_layer(ranks, left)], _data(ranks, figures)
    )
    return finished(spec, figures.title, bars_text(figures, ordered))


def _ordered(bars: Sequence[Bar], *, upwards: bool) -> list[Bar]:
    known = sorted((each for each in bars if each.value is not None), key=_size, reverse=not upwards)
    return known + [each for each in bars if each.value is None]


def _size(bar: Bar) -> float:
    return 0.0 if bar.value is None else bar.value


def _ranks(bars: Sequence[Bar], figures: Figures) -> list[Rank]:
    ranks: list[Rank] = []
    top = 0.0
    for bar in bars:
        name = shortened(wrap(plain(bar.label), _NAMES, style.SIZE, bold=bar.emphasis), 2)
        figure = figures.say["mark.no-figure"] if bar.value is None else figures.bare(bar.value)
        foot = top + _LINE * len(name) + 2 * _GAP
        ranks.append(Rank(bar, name, figure, top, foot))
        top = foot
    return ranks


def _domain(ranks: Sequence[Rank], across: float) -> list[float]:
    """Leave room for the figures at the bars' ends: to the right, and to the left of bars below zero."""
    below = [each for each in ranks if _size(each.bar) < 0]
    above = [each for each in ranks if _size(each.bar) >= 0]
    before, behind = (max((_figure_width(each) for each in side), default=0.0) for side in (below, above))
    low = min((_size(each.bar) for each in below), default=0.0)
    high = max((_size(each.bar) for each in above), default=0.0)
    scale = (high - low) / max(across - before - behind, 40.0) if high > low else 1.0
    return [low - before * scale, high + behind * scale]


def _figure_width(rank: Rank) -> float:
    return width(rank.figure, style.SIZE, bold=rank.bar.emphasis) + _ASIDE + 2


def _data(ranks: Sequence[Rank], figures: Figures) -> list[Row]:
    return [
        {
            "s": plain(each.bar.label),
            "x": _size(each.bar),
            "y": each.top + _GAP - 2,
            "y2": each.foot - _GAP + 2,
            "m": (each.top + each.foot) / 2 + 4,
            "w": each.figure,
            "b": int(each.bar.emphasis),
            "v": figures.full(each.bar.value) if each.bar.value is not None else each.figure,
            "t": figures.say[f"status.{each.bar.status}"],
        }
        | each.paint
        for each in ranks
    ]


def _layers(ranks: Sequence[Rank], figures: Figures, domain: list[float]) -> list[Layer]:
    """Draw the bars, their figures, and the line they stand on."""
    x = stretched(channel(alt.X, "x:Q", "linear", axis=None), domain)
    middle = channel(alt.Y, "m:Q", "none", axis=None)
    edges = {"y": channel(alt.Y, "y:Q", "none", axis=None), "y2": channel(alt.Y2, "y2:Q"), "x2": _zero()}
    paint = {"fill": channel(alt.Fill, "f:N", "none"), "stroke": channel(alt.Stroke, "o:N", "none")}
    rect = Layer().mark("rect", strokeWidth=1)
    layers = [rect.encode(x=x, **edges, **paint, tooltip=tooltip(figures.say, "svt"))]
    for side, aside, align in ((">=", _ASIDE, "left"), ("<", -_ASIDE, "right")):
        if any(_size(each.bar) < 0 for each in ranks) or align == "left":
            text = Layer().mark("text", dx=aside, align=align).weighing(_WEIGHT)
            layers.append(text.encode(x=x, y=middle, **saying("w")).where(f"datum.x {side} 0"))
    zero = Layer([{"x": 0}]).mark("rule", color=style.RULE)
    foot = ranks[-1].foot if ranks else 0
    return [*layers, zero.encode(x=x, y=alt.value(0), y2=alt.value(foot))]


@cache
def _zero() -> Spec:
    written: Spec = alt.X2Datum(0).to_dict(validate=False)
    return written


def _name_layer(ranks: Sequence[Rank], left: float) -> Layer:
    rows = [{"y": each.top + _GAP + 10, "l": each.name, "b": int(each.bar.emphasis)} for each in ranks]
    text = Layer(rows).mark("text").weighing(_WEIGHT)
    return text.encode(x=alt.value(-left), y=channel(alt.Y, "y:Q", "none", axis=None), **saying("l"))
