"""What stands above a plot: the title, the unit, and a key of the signs that occur."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.present.charts import style
from build_scripts.present.charts.data import UNSETTLED, Row
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.layer import ARROW_UP, Layer, pixels, said
from build_scripts.present.charts.text import plain, width, wrap
from build_scripts.present.say import Say

HOLLOW, PALE, FADED, UP, DASHED, DOTTED = "hollow", "pale", "faded", "up", "needed", "pace"
Mark = tuple[str, str]
"""A sign of the key, and what it means."""
GAP = 12
_SYMBOL = 15
_APART = 14
_KEY_LINE = 17
_TITLE_LINE = 19
_UNIT_LINE = 16
_DROP = "M-1,0H1"
_SINK = {UP: 5}
"""How far below the middle of its line a sign begins."""
_SIGNS: dict[str, dict[str, Any]] = {
    HOLLOW: {"stroke": style.INK, "fill": style.PAPER, "strokeWidth": 1.5, "size": 38},
    PALE: {"stroke": style.BLUE, "fill": style.BLUE_PALE, "strokeWidth": 1, "size": 80, "shape": "square"},
    FADED: {"fill": style.paler(style.BLUE), "stroke": None, "strokeWidth": 0, "size": 80, "shape": "square"},
    UP: {"stroke": style.INK, "fill": None, "strokeWidth": 1.5, "size": 70, "shape": ARROW_UP},
    DASHED: {"stroke": style.BLUE, "strokeWidth": 1.5, "strokeDash": (4, 2), "size": 120, "shape": _DROP},
    DOTTED: {"stroke": style.BLUE, "strokeWidth": 1.5, "strokeDash": (1, 2), "size": 120, "shape": _DROP},
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a plot."""

    title: list[str]
    unit: list[str]
    key: list[list[Mark]]
    gap: float

    @classmethod
    def of(cls, figures: Figures, marks: Sequence[Mark], gap: float = GAP) -> "Heading":
        """Wrap the title, the unit and the key to the width of a chart."""
        unit = plain(figures.frame.unit.name[figures.writer.language])
        said = wrap(figures.say("chart.unit", unit=unit), style.WIDTH) if unit else []
        rows: list[list[Mark]] = []
        room = 0.0
        for mark in dict.fromkeys(marks):
            room -= _length(mark)
            if room < 0:
                rows.append([])
                room = style.WIDTH - _length(mark)
            rows[-1].append(mark)
        return cls(
            title=wrap(figures.title, style.WIDTH, style.TITLE_SIZE, bold=True), unit=said, key=rows, gap=gap
        )

    @property
    def key_height(self) -> float:
        """How much of the height the key takes."""
        return _KEY_LINE * len(self.key)

    @property
    def height(self) -> float:
        """How far below the sheet's edge the plot begins."""
        return (
            _TITLE_LINE * len(self.title)
            + (4 + _UNIT_LINE * len(self.unit) if self.unit else 0)
            + self.key_height
            + self.gap
        )

    def layers(self, left: float) -> list[Layer]:
        """Draw the title, the unit and the key, in pixels from the plot's upper left corner."""
        top = -self.height
        title = [{"x": -left, "y": top + 15, "l": self.title}]
        unit = [{"x": -left, "y": top + _TITLE_LINE * len(self.title) + 15, "l": self.unit}]
        layers = [said(title, fontSize=style.TITLE_SIZE, fontWeight=style.BOLD, lineHeight=_TITLE_LINE)]
        if self.unit:
            layers.append(said(unit, color=style.QUIET, lineHeight=_UNIT_LINE))
        return [*layers, *self._key(left)]

    def _key(self, left: float) -> list[Layer]:
        signs: list[tuple[str, Row]] = []
        words: list[Row] = []
        for line, marks in enumerate(self.key):
            x, y = -left, -self.gap - self.key_height + _KEY_LINE * (line + 0.5)
            for mark in marks:
                signs.append((mark[0], {"x": round(x + 6, 2), "y": y + _SINK.get(mark[0], 0)}))
                words.append({"x": round(x + _SYMBOL, 2), "y": y + 4, "l": mark[1]})
                x += _length(mark)
        drawn = [
            Layer([row]).mark("point", opacity=1, clip=False, **_SIGNS[sign]).encode(**pixels())
            for sign, row in signs
        ]
        return [*drawn, said(words, color=style.QUIET)] if words else []


def unsettled(say: Say, sign: str, states: Iterable[str]) -> list[Mark]:
    """Explain how figures are drawn that may still change, when there are any."""
    found = sorted(UNSETTLED & {*states})
    if not found:
        return []
    return [(sign, say["chart.unsettled" if len(found) > 1 else f"chart.{found[0]}"])]


def _length(mark: Mark) -> float:
    return _SYMBOL + width(mark[1]) + _APART
