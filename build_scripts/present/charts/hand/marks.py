"""Marks as Vega draws them: each kind from its data to things that can be seen."""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from build_scripts.present.charts.data import Row
from build_scripts.present.charts.hand.expression import expression
from build_scripts.present.charts.svg import Leaf, looks, moved, rounded, stroke, visible

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_NAMES = {
    "fill": "fill",
    "fillOpacity": "fill-opacity",
    "stroke": "stroke",
    "strokeWidth": "stroke-width",
    "strokeDash": "stroke-dasharray",
    "strokeCap": "stroke-linecap",
    "strokeJoin": "stroke-linejoin",
    "opacity": "opacity",
}
"""How the looks of a mark are called in SVG."""
Place = Callable[[Row], float]
Look = Callable[[Row], dict[str, str]]
At = tuple[float, float]
Looks = tuple[tuple[str, str], ...]
Bare = tuple[str, Looks, str]
"""What will be a leaf, without its looks: its tag, its place, what is inside."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A mark with its data: where a datum lies (`x`, `y`, and their ends), and how it looks.

    `worn` finds a look of a datum by its name in Vega; `at` is the plot's corner.
    """

    mark: Mapping[str, Any]
    rows: Sequence[Row]
    places: Mapping[str, Place]
    worn: Mapping[str, Callable[[Row], Any]]
    at: At

    @property
    def look(self) -> Look:
        """What gathers the looks of a datum, by their names in SVG."""
        all_wear = {
            svg: _written(self.mark[name])
            for name, svg in _NAMES.items()
            if self.mark.get(name) is not None and name not in self.worn
        }
        if not self.worn:
            return lambda _: all_wear
        each = [(_NAMES[name], value) for name, value in self.worn.items()]

        def look(row: Row) -> dict[str, str]:
            own = ((svg, value(row)) for svg, value in each)
            return all_wear | {svg: _written(value) for svg, value in own if value is not None}

        return look

    def spot(self, row: Row) -> At:
        """Find where a datum lies on the sheet."""
        return self.at[0] + self.places["x"](row), self.at[1] + self.places["y"](row)


def _written(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ",".join(map(_written, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def drawn(layer: Layer) -> Iterator[Leaf]:
    """Yield what can be seen of a layer."""
    before: dict[str, str] | None = None
    shown: Looks | None = None
    for (tag, place, inside), worn in _KINDS[layer.mark["type"]](layer):
        if worn is not before:
            before, shown = worn, _shown(tuple(worn.items()))
        if shown is not None:
            yield Leaf(tag, shown, place, inside)


@lru_cache(maxsize=1 << 10)
def _shown(worn: Looks) -> Looks | None:
    """Choose the looks that can be seen; `None` where nothing can."""
    found = dict(worn)
    return looks(found) if visible(found) else None


Seen = Iterator[tuple[Bare, dict[str, str]]]


def _rules(layer: Layer) -> Seen:
    look = layer.look
    for row in layer.rows:
        x, y = layer.places["x"](row), layer.places["y"](row)
        across = layer.places["x2"](row) - x if "x2" in layer.places else 0.0
        down = layer.places["y2"](row) - y if "y2" in layer.places else 0.0
        yield (
            _path(f"M{rounded(layer.at[0] + x)},{rounded(layer.at[1] + y)}{stroke(across, down)}"),
            look(row),
        )


def _rects(layer: Layer) -> Seen:
    look = layer.look
    for row in layer.rows:
        (left, right), (top, foot) = (
            sorted((layer.places[name](row), layer.places[f"{name}2"](row))) for name in ("x", "y")
        )
        wide, high = rounded(right - left), rounded(foot - top)
        d = f"M{rounded(left + layer.at[0])},{rounded(top + layer.at[1])}h{wide}v{high}h{rounded(left - right)}Z"
        yield _path(d), look(row)


def _points(layer: Layer) -> Seen:
    shape, radius = layer.mark.get("shape", "circle"), math.sqrt(layer.mark["size"]) / 2
    look = layer.look
    for row in layer.rows:
        at = layer.spot(row)
        yield _symbol(shape, radius, at), look(row)


def _symbol(shape: str, radius: float, at: At) -> Bare:
    if shape == "circle":
        return "circle", (("cx", rounded(at[0])), ("cy", rounded(at[1])), ("r", rounded(_three(radius)))), ""
    if shape == "square":
        side = 2 * radius
        corner = f"M{rounded(at[0] - radius)},{rounded(at[1] - radius)}"
        return _path(f"{corner}h{rounded(side)}v{rounded(side)}h{rounded(-side)}Z")
    return _path(moved(_scaled(shape, radius), at))


def _scaled(shape: str, size: float) -> str:
    """Make a path of moves and lines larger."""
    parts: list[str] = []
    x = y = 0.0
    tokens = iter(_TOKEN.findall(shape))
    command = "M"
    for token in tokens:
        first = token
        if token.isalpha():
            command, first = token, next(tokens)
        if command == "H":
            x = float(first)
        elif command == "V":
            y = float(first)
        else:
            x, y = float(first), float(next(tokens))
        parts.append(f"{'M' if command == 'M' else 'L'}{_three(x * size):g},{_three(y * size):g}")
    return "".join(parts)


def _texts(layer: Layer) -> Seen:
    weight, aside = layer.mark.get("fontWeight"), layer.mark.get("dx", 0)
    heavy = expression(weight["expr"]) if isinstance(weight, dict) else (lambda _: weight)
    look, leading = layer.look, _written(layer.mark["lineHeight"])
    fixed = {"text-anchor": _ANCHORS[layer.mark["align"]], "font-size": _written(layer.mark["fontSize"])}
    alike = None if layer.worn or isinstance(weight, dict) else _seen({}, look, fixed, weight)
    for row in layer.rows:
        lines = row[layer.mark["text"]]
        lines = lines if isinstance(lines, list) else [lines]
        x, y = layer.spot(row)
        left = rounded(x + aside)
        inside = escape(str(lines[0]), quote=True)
        inside += "".join(f'<tspan x="{left}" dy="{leading}">{escape(each)}</tspan>' for each in lines[1:])
        if "".join(map(str, lines)).strip():
            worn = _seen(row, look, fixed, heavy(row)) if alike is None else alike
            yield ("text", (("x", left), ("y", rounded(y))), inside), worn


def _seen(row: Row, look: Look, fixed: dict[str, str], weight: Any) -> dict[str, str]:
    """Gather the looks of words: those of a datum, those of all, how heavy they are."""
    worn = look(row) | fixed | {"font-weight": _written(weight)}
    return {name: value for name, value in worn.items() if value}


def _lines(layer: Layer) -> Seen:
    """Draw a line for all data that look alike, from left to right, parted where a value is missing."""
    grouped: dict[Any, list[Row]] = {}
    for row in layer.rows:
        grouped.setdefault(layer.mark["apart"](row), []).append(row)
    for rows in grouped.values():
        parts: list[str] = []
        runs: list[list[Row]] = [[]]
        across, down, valued = layer.places["x"], layer.places["y"], layer.mark["valued"]
        for row in sorted(rows, key=across):
            if row.get(valued) is None:
                runs.append([])
            else:
                runs[-1].append(row)
        for run in runs:
            corners = [(_three(across(row)), _three(down(row))) for row in run]
            written = [f"{rounded(x + layer.at[0])},{rounded(y + layer.at[1])}" for x, y in corners]
            if written:
                parts.append("M" + "L".join(written) + ("Z" if len(written) == 1 else ""))
        if parts:
            yield _path("".join(parts)), layer.look(rows[0])


def _three(value: float) -> float:
    """Keep three decimals, as d3-path does."""
    return math.floor(value * 1000 + 0.5) / 1000


def _path(d: str) -> Bare:
    return "path", (("d", d),), ""


_KINDS: Mapping[str, Callable[[Layer], Seen]] = {
    "rule": _rules,
    "rect": _rects,
    "point": _points,
    "text": _texts,
    "line": _lines,
}
