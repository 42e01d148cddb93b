"""The sheet a chart stands on: heading, key and margins around a plot of known size."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from build_scripts.present.charts import style
from build_scripts.present.charts.data import Row, Spec
from build_scripts.present.charts.figures import Figures
from build_scripts.present.charts.text import plain, width, wrap
from build_scripts.present.say import Say

DROP = "M-1,0H1"
"""A short level line as a symbol."""
GAP = 12
_SYMBOL = 15
_KEY_LINE = 17
HOLLOW, PALE, UP, DASHED, DOTTED = "hollow", "pale", "up", "needed", "pace"
ARROW_UP = "M-.8,0H.8M0,0V-2M-.55,-1.35L0,-2L.55,-1.35"
ARROW_DOWN = "M-.8,0H.8M0,0V2M-.55,1.35L0,2L.55,1.35"
Mark = tuple[str, str]
"""A sign of the key, and what it means."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a plot."""

    title: list[str]
    unit: list[str]
    key: list[list[Mark]]

    @classmethod
    def of(cls, figures: Figures, marks: Sequence[Mark]) -> "Heading":
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
        return cls(title=wrap(figures.title, style.WIDTH, style.TITLE_SIZE, bold=True), unit=said, key=rows)

    @property
    def key_height(self) -> float:
        """How much of the height the key takes."""
        return _KEY_LINE * len(self.key)

    @property
    def height(self) -> float:
        """How far below the sheet's edge the plot begins."""
        return 19 * len(self.title) + (4 + 16 * len(self.unit) if self.unit else 0) + self.key_height + GAP

    def layers(self, left: float) -> list[alt.Chart]:
        """Draw the title, the unit and the key, in pixels from the plot's upper left corner."""
        top = -self.height
        title = [{"x": -left, "y": top + 10, "l": self.title}]
        unit = [{"x": -left, "y": top + 19 * len(self.title) + 11, "l": self.unit}]
        looks = {"fontSize": style.TITLE_SIZE, "fontWeight": style.BOLD, "lineHeight": 19, "baseline": "alphabetic"}
        layers = [_said(title, dy=5, **looks)]
        if self.unit:
            layers.append(_said(unit, color=style.QUIET, lineHeight=16, baseline="alphabetic", dy=4))
        return [*layers, *self._key(left)]

    def _key(self, left: float) -> list[alt.Chart]:
        signs: list[tuple[str, Row]] = []
        words: list[Row] = []
        for line, marks in enumerate(self.key):
            x, y = -left, -GAP - self.key_height + _KEY_LINE * (line + 0.5)
            for mark in marks:
                signs.append((mark[0], {"x": x + 6, "y": y}))
                words.append({"x": x + _SYMBOL, "y": y, "l": mark[1]})
                x += _length(mark)
        drawn = [
            alt.Chart(alt.Data(values=[row])).mark_point(opacity=1, **_SIGNS[sign]).encode(**_pixels())
            for sign, row in signs
        ]
        return [*drawn, _said(words, color=style.QUIET)] if words else []


def _pixels() -> dict[str, alt.X | alt.Y]:
    return {"x": alt.X("x:Q", scale=None, axis=None), "y": alt.Y("y:Q", scale=None, axis=None)}


def _said(rows: list[Row], **looks: Any) -> alt.Chart:
    return alt.Chart(alt.Data(values=rows)).mark_text(**looks).encode(**_pixels(), text="l:N")


_SIGNS: dict[str, dict[str, Any]] = {
    HOLLOW: {"stroke": style.INK, "fill": style.PAPER, "strokeWidth": 1.5, "size": 38},
    PALE: {"stroke": style.BLUE, "fill": style.BLUE_PALE, "strokeWidth": 1, "size": 80, "shape": "square"},
    UP: {"stroke": style.INK, "fill": None, "strokeWidth": 1.5, "size": 70, "shape": ARROW_UP},
    DASHED: {"stroke": style.BLUE, "strokeWidth": 1.5, "strokeDash": [4, 2], "size": 120, "shape": DROP},
    DOTTED: {"stroke": style.BLUE, "strokeWidth": 1.5, "strokeDash": [1, 2], "size": 120, "shape": DROP},
}


def tooltip(say: Say) -> list[alt.Tooltip]:
    """Say period, series, value and state of a figure."""
    said = {"p": "period", "s": "series", "v": "value", "t": "status"}
    return [alt.Tooltip(f"{field}:N", title=say[f"chart.{word}"]) for field, word in said.items()]


def faded() -> alt.OpacityValue:
    """Let a line stand back while another is picked; seen only in the interactive view."""
    return alt.OpacityValue(0.2, condition={"param": "pick", "value": 1})


def _length(mark: Mark) -> float:
    return _SYMBOL + width(mark[1]) + 14


def sheet(chart: Any, figures: Figures, size: tuple[float, float], margins: dict[str, float]) -> Spec:
    """Finish a chart of one plot: its size, its margins, its face."""
    spec: Spec = chart.to_dict(validate=False)
    return spec | {
        "width": round(size[0], 2),
        "height": round(size[1], 2),
        "autosize": "none",
        "padding": {side: round(room, 2) for side, room in margins.items()},
        "config": style.config(figures.writer),
    }
