"""Drawings by our own hand: what Vega would draw of our specifications, a hundred times as fast.

Only what our charts are made of is known here; the tests hold each kind of chart, and every chart of the portal, to
Vega's drawing of the same specification.
"""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from build_scripts.present.charts.data import Row, Spec
from build_scripts.present.charts.hand.axes import levels, moments, names
from build_scripts.present.charts.hand.expression import expression
from build_scripts.present.charts.hand.marks import At, Layer, Place, drawn
from build_scripts.present.charts.hand.scale import Linear, positions
from build_scripts.present.charts.svg import Leaf, gathered, rounded

_COLOURED = {"line": "stroke", "rule": "stroke", "rect": "fill", "text": "fill"}
"""The look that a mark's colour is, where it is not said whether the mark is filled."""
_APART = ("color", "detail", "strokeWidth", "strokeDash")
"""Channels by which one line is another than the next."""
_UNSEEN = "hover"
"""The layer that only a pointer finds."""
_HALF = 0.5
"""Axes stand between pixels, to be sharp."""


def drawing(spec: Spec, size: str) -> tuple[str, str]:
    """Return the view box of a chart and what it shows; `size` is the size of type that is not said."""
    margins = spec["padding"]
    if not isinstance(margins, dict):
        margins = dict.fromkeys(("left", "top", "right", "bottom"), margins)
    wide = spec["width"] + margins["left"] + margins["right"]
    high = spec["height"] + margins["top"] + margins["bottom"]
    at = (margins["left"], margins["top"])
    rows = _figured(spec)
    shared = spec.get("encoding", {})
    layers = (_layer(each, shared, rows, spec) for each in spec["layer"] if each.get("name") != _UNSEEN)
    leaves = chain(_axes(spec, at), chain.from_iterable(drawn(each) for each in layers))
    return f"0 0 {rounded(wide)} {rounded(high)}", gathered(list(leaves), size)


def _figured(spec: Spec) -> list[Row]:
    """Read the shared data, with what the specification calculates."""
    rows: list[Row] = spec["data"]["values"]
    sums = [(each["as"], expression(each["calculate"])) for each in spec.get("transform", ())]
    return [row | {name: found(row) for name, found in sums} for row in rows] if sums else rows


def _layer(layer: Spec, shared: Spec, rows: list[Row], spec: Spec) -> Layer:
    own = layer["data"]["values"] if "data" in layer else rows
    for each in layer.get("transform", ()):
        kept = expression(each["filter"])
        own = [row for row in own if kept(row)]
    channels = shared | layer.get("encoding", {})
    ranges = {"x": (0, spec["width"]), "y": (spec["height"], 0)}
    places: dict[str, Place] = {}
    for name, reach in ranges.items():
        scale = positions(channels[name], reach) if "value" not in channels[name] else None
        places[name] = _place(channels[name], scale)
        if f"{name}2" in channels:
            places[f"{name}2"] = _place(channels[f"{name}2"], scale)
    margins = spec["padding"]
    at = (margins["left"], margins["top"]) if isinstance(margins, dict) else (margins, margins)
    if layer["mark"]["type"] != "line":
        valued = [channels[name]["field"] for name in ranges if "field" in channels[name]]
        own = [row for row in own if all(row.get(each) is not None for each in valued)]
    return Layer(_mark(layer["mark"], channels, spec), own, places, _worn(layer["mark"], channels), at)


def _place(channel: Spec, scale: Linear | None) -> Place:
    if "value" in channel:
        return lambda _: channel["value"]
    if "datum" in channel:
        fixed = channel["datum"] if scale is None else scale(channel["datum"])
        return lambda _: fixed
    name = channel["field"]
    if scale is None:
        return lambda row: row[name]
    return lambda row: scale(row[name])


def _mark(mark: Spec, channels: Spec, spec: Spec) -> Spec:
    """Complete a mark by what holds of its kind."""
    kind = mark["type"]
    if kind == "text":
        face = spec["config"]["text"]
        return {**face, "fill": mark.get("color", face["color"]), **mark, "text": channels["text"]["field"]}
    complete = dict(mark)
    if kind == "point":
        complete = {"strokeWidth": 2, **mark}
        if "color" in mark:
            complete["fill" if mark.get("filled") else "stroke"] = mark["color"]
    elif "color" in mark:
        complete[_COLOURED[kind]] = mark["color"]
    if kind == "line":
        fields = [channels[name]["field"] for name in _APART if "field" in channels.get(name, {})]
        complete["apart"] = lambda row: tuple(row.get(each) for each in fields)
        complete["valued"] = channels["y"]["field"]
    return complete


def _worn(mark: Spec, channels: Spec) -> Mapping[str, Any]:
    """Find the looks that differ from datum to datum."""
    coloured = (
        ("fill" if mark.get("filled") else "stroke") if mark["type"] == "point" else _COLOURED[mark["type"]]
    )
    found = {}
    for name, look in (
        ("color", coloured),
        *((each, each) for each in ("fill", "stroke", "strokeWidth", "strokeDash")),
    ):
        if name in channels:
            found[look] = _look(channels[name])
    return found


def _look(channel: Spec) -> Any:
    if "value" in channel:
        return lambda _: channel["value"]
    scale, field = channel["scale"], channel["field"]
    if scale is None:
        return lambda row: row[field]
    chosen = dict(zip(scale["domain"], scale["range"], strict=True))
    return lambda row: chosen[row[field]]


def _axes(spec: Spec, at: At) -> Iterator[Leaf]:
    """Draw the axes below all layers: lines, then time, then values."""
    found = spec.get("encoding", {})
    if not found:
        found = next(
            (each["encoding"] for each in spec["layer"] if each.get("encoding", {}).get("x", {}).get("axis")),
            {},
        )
    if not found or not found["x"].get("axis"):
        return
    config = spec["config"]
    face = {**config["axis"], "signs": config["locale"]["number"]}
    below = {**face, **config["axisX"]}
    across, down = positions(found["x"], (0, spec["width"])), positions(found["y"], (spec["height"], 0))
    if across is None or down is None:
        return
    corner = (at[0] + _HALF, at[1] + _HALF)
    yield from levels(found["y"]["axis"], down, face, (corner, spec["width"]))
    yield from moments(found["x"]["axis"], across, below, (corner[0], corner[1] + spec["height"]))
    yield from names(found["y"]["axis"], down, face, corner)
