"""A drawing written small: few, flat elements, neighbours that look alike in one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from itertools import groupby

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


def gathered(leaves: list[Leaf], size: str) -> str:
    """Write what is drawn, neighbours that look alike in one element; `size` is the size of type that is not said."""
    groups = []
    for worn, members in groupby(_joined(leaves), key=lambda leaf: leaf.looks):
        shown = [*members]
        said = _attributes(each for each in worn if each != ("font-size", size))
        if len(shown) == 1:
            groups.append(_element(shown[0], said))
        else:
            inside = "".join(_element(each, "") for each in shown)
            groups.append(f"<g{said}>{inside}</g>")
    return "".join(groups)


def visible(attributes: Mapping[str, str]) -> bool:
    """Tell whether what has these attributes can be seen."""
    painted = {attributes.get("fill", "none"), attributes.get("stroke", "none")} - {"none", "transparent"}
    return bool(painted) and attributes.get("display") != "none" and attributes.get("opacity") != "0"


def stroke(across: float, down: float) -> str:
    """Write a straight stroke from where the pen is."""
    if not across:
        return f"v{rounded(down)}"
    return f"l{rounded(across)},{rounded(down)}" if down else f"h{rounded(across)}"


def moved(path: str, at: tuple[float, float]) -> str:
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
        written.append(("," if count else "") + rounded(float(token) + shift))
        count += 1
    return "".join(written)


def looks(attributes: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Choose the attributes that change how a thing looks."""
    kept = {name: attributes[name].removesuffix("px") for name in _LOOKS if name in attributes}
    plain = {name: value for name, value in kept.items() if value != "none" and _DEFAULTS.get(name) != value}
    return tuple((name, _LONG_COLOUR.sub(r"#\1\2\3", value)) for name, value in plain.items())


def _joined(leaves: list[Leaf]) -> Iterator[Leaf]:
    """Make one path of paths that follow each other and look the same."""
    for (tag, worn), members in groupby(leaves, key=lambda leaf: (leaf.tag, leaf.looks)):
        if tag == "path":
            yield Leaf(tag, worn, (("d", "".join(each.place[0][1] for each in members)),))
        else:
            yield from members


def _element(leaf: Leaf, looks: str) -> str:
    head = f"<{leaf.tag}{_attributes(leaf.place)}{looks}"
    return f"{head}>{leaf.inside}</{leaf.tag}>" if leaf.inside else f"{head}/>"


def _attributes(values: Iterable[tuple[str, str]]) -> str:
    return "".join([f' {name}="{escape(value)}"' for name, value in values])


def rounded(value: float) -> str:
    """Write a length with at most two decimals and nothing that is not needed."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
