"""How charts look: one set of colours on a light card, one family of type, sized for a phone."""

from typing import Any

from build_scripts.present.numbers import Writer

WIDTH = 400
FAMILY = "'Portal Sans','Source Sans 3','Source Sans Pro',sans-serif"
SIZE = 12
TITLE_SIZE = 15
BOLD = 600

INK = "#1a1a1a"
QUIET = "#4a4a4a"
BLUE = "#10406f"
OTHERS = ("#59544e", "#b8551a", "#9b4f96")
"""Lines beside the emphasised one: apart from it and each other under every common colour blindness."""
BAR = "#94a9bd"
BAR_PALE = "#dde5ed"
BLUE_PALE = "#a9c1da"
PARTS = ("#10406f", "#94a9bd", "#d9a47f", "#59544e", "#d8d4ca", "#9b4f96", "#6f8fae", "#b8551a")
"""Parts of a whole, from the foot: neighbours differ in lightness, so that grey is enough to tell them apart."""
GRID = "#e2dfd8"
RULE = "#8d8880"
PAPER = "#fff"

DASHES: dict[str, list[float]] = {"actual": [1, 0], "needed": [5, 3], "pace": [1, 3]}


def paler(colour: str) -> str:
    """Mix a colour with the paper, for figures that may still change."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.55):02x}" for part in parts)


def config(writer: Writer) -> dict[str, Any]:
    """Give every chart the same face, and numbers the language's signs."""
    number, whole = writer.number(0.5, 1), writer.number(1000, 0)
    text = {"font": FAMILY, "fontSize": SIZE}
    return {
        "aria": False,
        "background": "transparent",
        "font": FAMILY,
        "locale": {
            "number": {"decimal": number[1], "thousands": whole[1], "grouping": [3], "currency": ["", ""]}
        },
        "view": {"stroke": None},
        "axis": {
            "title": None,
            "domain": False,
            "ticks": False,
            "labelColor": QUIET,
            "labelFontSize": SIZE,
            "labelPadding": 6,
            "gridColor": GRID,
        },
        "axisX": {
            "grid": False,
            "domain": True,
            "domainColor": RULE,
            "ticks": True,
            "tickColor": RULE,
            "tickSize": 4,
            "labelPadding": 3,
        },
        "text": {
            **text,
            "color": INK,
            "lineHeight": 13,
            "baseline": "alphabetic",
            "align": "left",
        },
    }
