"""From Vega's drawing to a small one: the same picture in fewer, flatter elements."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

_SHIFT = re.compile(r"translate\(([-\d.e]+)[ ,]([-\d.e]+)\)")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")
_TOKEN = re.compile(r"[A-Za-z]|-?[\d.]+(?:e-?\d+)?")
_FIXED = {"M": 2, "L": 2, "C": 6, "A": 7}
"""Commands that count from the drawing's corner, and how many numbers each takes."""
_LONG_COLOUR = re.compile(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3")
_LOOKS = (
    "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin",
    "opacity", "text-anchor", "font-size", "font-weight",
)  # fmt: skip
_DEFAULTS = {
    "opacity": "1",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "font-weight": "400",
    "text-anchor": "start",
    "fill-opacity": "1",
}


@dataclass(frozen=True, slots=True)
class Leaf:
    """One thing that is drawn: its looks, and how it is written without them."""

    tag: str
    looks: tuple[tuple[str, str], ...]
    place: tuple[tuple[str, str], ...]
    inside: str = ""


def small(drawing: str, size: str) -> tuple[str, str]:
    """Return the view box of Vega's drawing and what it shows; `size` is the size of type that is not said."""
    root = ET.fromstring(drawing)  # noqa: S314 - Vega drew it just now
    leaves = _joined(list(_leaves(root, (0.0, 0.0))))
    groups = []
    for looks, members in groupby(leaves, key=lambda leaf: leaf.looks):
        shown = [*members]
        said = {name: value for name, value in looks if (name, value) != ("font-size", size)}
        if len(shown) == 1:
            groups.append(_element(shown[0], said))
        else:
            inside = "".join(_element(each, {}) for each in shown)
            groups.append(f"<g{_attributes(said)}>{inside}</g>")
    return " ".join(_round(float(length)) for length in root.attrib["viewBox"].split()), "".join(groups)


def _leaves(node: ET.Element, shift: tuple[float, float]) -> Iterator[Leaf]:
    """Walk down, adding up the shifts of groups, and yield what can be seen."""
    here = _SHIFT.match(node.attrib.get("transform", ""))
    at = (shift[0] + float(here[1]), shift[1] + float(here[2])) if here else shift
    tag = node.tag.rpartition("}")[2]
    if tag in {"g", "svg"}:
        for child in node:
            yield from _leaves(child, at)
    elif node.attrib.get("class") not in {"background", "foreground"} and _visible(node.attrib):
        yield from _drawn(tag, node, at)


def _visible(attributes: Mapping[str, str]) -> bool:
    painted = {attributes.get("fill", "none"), attributes.get("stroke", "none")} - {"none", "transparent"}
    return bool(painted) and attributes.get("display") != "none" and attributes.get("opacity") != "0"


def _drawn(tag: str, node: ET.Element, at: tuple[float, float]) -> Iterator[Leaf]:
    found = node.attrib
    match tag:
        case "text":
            if "".join(node.itertext()).strip():
                place = (("x", _round(at[0])), ("y", _round(at[1])))
                yield Leaf("text", _looks(found), place, _text(node, _round(at[0])))
        case "line":
            d = f"M{_round(at[0])},{_round(at[1])}{_stroke(float(found['x2']), float(found['y2']))}"
            yield Leaf("path", _looks(found), (("d", d),))
        case "path" if found.get("d"):
            circle = _CIRCLE.fullmatch(found["d"])
            if circle is None:
                yield Leaf("path", _looks(found), (("d", _moved(found["d"], at)),))
            else:
                centre = (("cx", _round(at[0])), ("cy", _round(at[1])), ("r", _round(float(circle[1]))))
                yield Leaf("circle", _looks(found), centre)


def _text(node: ET.Element, left: str) -> str:
    """Write text; lines after the first begin below it."""
    if not len(node):
        return escape(node.text or "")
    spans = [escape(child.text or "") for child in node]
    shifts = [child.attrib.get("dy", "0") for child in node]
    later = "".join(
        f'<tspan x="{left}" dy="{dy}">{span}</tspan>' for dy, span in zip(shifts[1:], spans[1:], strict=True)
    )
    return spans[0] + later


def _stroke(across: float, down: float) -> str:
    if not across:
        return f"v{_round(down)}"
    return f"l{_round(across)},{_round(down)}" if down else f"h{_round(across)}"


def _moved(path: str, at: tuple[float, float]) -> str:
    """Shift a path, so that it needs no transform; numbers get two decimals."""
    written: list[str] = []
    command, count = "", 0
    for token in _TOKEN.findall(path):
        if token.isalpha():
            command, count = token, 0
            written.append(token)
            continue
        place = count % _FIXED.get(command, 1)
        ends = command in _FIXED and (command != "A" or place > 4)  # noqa: PLR2004 - radii and flags stay
        shift = at[(place + (command == "A")) % 2] if ends else 0.0
        written.append(("," if count else "") + _round(float(token) + shift))
        count += 1
    return "".join(written)


def _looks(attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    kept = {name: attributes[name].removesuffix("px") for name in _LOOKS if name in attributes}
    plain = {name: value for name, value in kept.items() if value != "none" and _DEFAULTS.get(name) != value}
    return tuple((name, _LONG_COLOUR.sub(r"#\1\2\3", value)) for name, value in plain.items())


def _joined(leaves: list[Leaf]) -> Iterator[Leaf]:
    """Make one path of paths that follow each other and look the same."""
    for (tag, looks), members in groupby(leaves, key=lambda leaf: (leaf.tag, leaf.looks)):
        if tag == "path":
            yield Leaf(tag, looks, (("d", "".join(each.place[0][1] for each in members)),))
        else:
            yield from members


def _element(leaf: Leaf, looks: Mapping[str, str]) -> str:
    head = f"<{leaf.tag}{_attributes({**dict(leaf.place), **looks})}"
    return f"{head}>{leaf.inside}</{leaf.tag}>" if leaf.inside else f"{head}/>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def _round(value: float) -> str:
    """Write a length with at most two decimals and nothing that is not needed."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
