"""Vega's own drawing of a specification, made as small as ours: what our hand is held to."""

import json
import re
import xml.etree.ElementTree as ET
from html import escape

import vl_convert

from build_scripts.present.charts import style
from build_scripts.present.charts.svg import Leaf, gathered, looks, moved, rounded, stroke, visible
from build_scripts.present.charts.text import FONT_FOLDER

_SHIFT = re.compile(r"translate\(([-\d.e]+)[ ,]([-\d.e]+)\)")
_CIRCLE = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0Z?")

vl_convert.register_font_directory(str(FONT_FOLDER))


def vega_drawing(spec):
    """Draw a specification with Vega: its view box, and what it shows."""
    return small(
        vl_convert.vegalite_to_svg(json.loads(json.dumps(spec)), allowed_base_urls=[]), str(style.SIZE)
    )


def small(drawing, size):
    """Return the view box of Vega's drawing and what it shows; `size` is the size of type that is not said."""
    root = ET.fromstring(drawing)  # noqa: S314 - Vega drew it just now
    box = " ".join(rounded(float(length)) for length in root.attrib["viewBox"].split())
    return box, gathered(list(_leaves(root, (0.0, 0.0))), size)


def _leaves(node, shift):
    """Walk down, adding up the shifts of groups, and yield what can be seen."""
    here = _SHIFT.match(node.attrib.get("transform", ""))
    at = (shift[0] + float(here[1]), shift[1] + float(here[2])) if here else shift
    tag = node.tag.rpartition("}")[2]
    if tag in {"g", "svg"}:
        for child in node:
            yield from _leaves(child, at)
    elif node.attrib.get("class") not in {"background", "foreground"} and visible(node.attrib):
        yield from _drawn(tag, node, at)


def _drawn(tag, node, at):
    found = node.attrib
    match tag:
        case "text":
            if "".join(node.itertext()).strip():
                place = (("x", rounded(at[0])), ("y", rounded(at[1])))
                yield Leaf("text", looks(found), place, _text(node, rounded(at[0])))
        case "line":
            d = f"M{rounded(at[0])},{rounded(at[1])}{stroke(float(found['x2']), float(found['y2']))}"
            yield Leaf("path", looks(found), (("d", d),))
        case "path" if found.get("d"):
            circle = _CIRCLE.fullmatch(found["d"])
            if circle is None:
                yield Leaf("path", looks(found), (("d", moved(found["d"], at)),))
            else:
                centre = (("cx", rounded(at[0])), ("cy", rounded(at[1])), ("r", rounded(float(circle[1]))))
                yield Leaf("circle", looks(found), centre)


def _text(node, left):
    """Write text; lines after the first begin below it."""
    if not len(node):
        return escape(node.text or "")
    spans = [escape(child.text or "") for child in node]
    shifts = [child.attrib.get("dy", "0") for child in node]
    later = "".join(
        f'<tspan x="{left}" dy="{dy}">{span}</tspan>' for dy, span in zip(shifts[1:], spans[1:], strict=True)
    )
    return spans[0] + later
