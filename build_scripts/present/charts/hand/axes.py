"""Axes as Vega draws them: lines across the plot, ticks, labels and the line they stand on."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from build_scripts.present.charts.hand.expression import expression
from build_scripts.present.charts.hand.scale import Linear, number, whole
from build_scripts.present.charts.svg import Leaf, rounded, stroke

_BELOW = 0.79
_BESIDE = 0.3
"""How far below its place a label stands, in sizes of type: hung from it, or with it at its middle."""
At = tuple[float, float]


def levels(
    axis: Mapping[str, Any], scale: Linear, face: Mapping[str, Any], sheet: tuple[At, float]
) -> Iterator[Leaf]:
    """Draw the lines at the values of an axis on the left."""
    (left, top), width = sheet
    colour = axis.get("gridColor", face["gridColor"])
    for value in axis["values"]:
        worn = colour
        if isinstance(colour, dict):
            chosen = (
                colour["condition"] if expression(colour["condition"]["test"])({"value": value}) else colour
            )
            worn = chosen["value"]
        down = whole(scale(value))
        yield _rule((left, top + down), (width, 0), worn)


def names(axis: Mapping[str, Any], scale: Linear, face: Mapping[str, Any], at: At) -> Iterator[Leaf]:
    """Write the values of an axis on the left."""
    size = face["labelFontSize"]
    down = whole(_BESIDE * size)
    for value in axis["values"]:
        text = number(value, axis["format"], face["signs"])
        yield _label(text, (at[0] - face["labelPadding"], at[1] + scale(value) + down), "end", face)


def moments(axis: Mapping[str, Any], scale: Linear, face: Mapping[str, Any], at: At) -> Iterator[Leaf]:
    """Draw an axis below the plot: its ticks, their labels, the line."""
    if "values" in axis:
        places = list(axis["values"])
    else:
        places = scale.ticks(axis["tickCount"], axis.get("tickMinStep"))
    for value in places:
        yield _rule((at[0] + whole(scale(value)), at[1]), (0, face["tickSize"]), face["tickColor"])
    down = face["tickSize"] + face["labelPadding"] + whole(_BELOW * face["labelFontSize"])
    for value in places:
        anchor = _anchor(value, scale) if axis.get("labelFlush") else "middle"
        yield _label(_written(axis, value, face), (at[0] + scale(value), at[1] + down), anchor, face)
    yield _rule(at, (scale.range[1], 0), face["domainColor"])


def _written(axis: Mapping[str, Any], value: float, face: Mapping[str, Any]) -> str:
    """Write a moment: by its own name, or as a number."""
    if "labelExpr" not in axis:
        return number(value, axis["format"], face["signs"])
    known = json.loads(axis["labelExpr"].removesuffix("[datum.value]"))
    return str(known[f"{value:g}" if value % 1 == 0 else repr(value)])


def _anchor(value: float, scale: Linear) -> str:
    """Turn the labels at both ends of an axis inwards."""
    if abs(scale(value) - scale.range[0]) < 1:
        return "start"
    return "end" if abs(scale(value) - scale.range[1]) < 1 else "middle"


def _rule(at: At, reach: At, colour: str) -> Leaf:
    d = f"M{rounded(at[0])},{rounded(at[1])}{stroke(*reach)}"
    return Leaf("path", (("stroke", colour),), (("d", d),))


def _label(text: str, at: At, anchor: str, face: Mapping[str, Any]) -> Leaf:
    worn = (("fill", face["labelColor"]), ("text-anchor", anchor), ("font-size", str(face["labelFontSize"])))
    kept = tuple(each for each in worn if each != ("text-anchor", "start"))
    return Leaf("text", kept, (("x", rounded(at[0])), ("y", rounded(at[1]))), text)
