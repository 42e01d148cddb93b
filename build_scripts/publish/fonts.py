"""Two weights of Source Sans, cut down to what Vietnamese and English are written with.

Its licence reserves the name “Source” for the fonts as Adobe made them: what was cut has a name of its own.
"""

import io
from pathlib import Path
from typing import Literal

import font_source_sans_pro
from fontTools import subset
from fontTools.ttLib import TTFont

from build_scripts.model import Artifact

FAMILY = "Portal Sans"
"""The name of the cut fonts, in their tables and in our style sheets."""
_NAMES = {
    1: FAMILY,
    3: f"{FAMILY} {{weight}}",
    4: f"{FAMILY} {{weight}}",
    6: "PortalSans-{weight}",
    16: FAMILY,
}
"""Name ids of the OpenType specification that tell what a font is called."""
WEIGHTS = {"regular": "SourceSansPro-Regular.ttf", "semibold": "SourceSansPro-Semibold.ttf"}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "tnum", "lnum", "sups"]
"""Tabular and lining figures for tables, superiors for marks, what accents need."""

_RANGES = (
    range(0x20, 0x7F),  # ASCII
    range(0xA0, 0x100),  # Latin-1
    (0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0),  # ă đ ĩ ũ ơ ư
    (0x300, 0x301, 0x303, 0x309, 0x323),  # the five tone marks, when text comes decomposed
    range(0x1EA0, 0x1EFA),  # every Vietnamese letter with its tone
    (0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2020, 0x2022, 0x2026),
    (0x202F, 0x2030, 0x2032, 0x2033, 0x20AB, 0x20AC, 0x2122, 0x2212, 0x00D7, 0x2248, 0x2260, 0x2264, 0x2265),
    (0x2070, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079, 0x2080, 0x2082, 0x2190, 0x2191, 0x2192, 0x2193),
)
CHARACTERS = frozenset(code for part in _RANGES for code in part)
"""Code points kept in the fonts."""


def web_fonts() -> tuple[Artifact, ...]:
    """`assets/fonts/sans-<weight>.woff2`, the same bytes every time."""
    folder = Path(font_source_sans_pro.font_directory)
    return tuple(
        Artifact(f"assets/fonts/sans-{weight}.woff2", _cut(folder / name, weight))
        for weight, name in WEIGHTS.items()
    )


def font_says(what: Literal["copyright", "version"]) -> str:
    """Read from the font as it was made whose it is, or which version it is."""
    font = TTFont(Path(font_source_sans_pro.font_directory) / WEIGHTS["regular"], lazy=True)
    return str(font["name"].getDebugName({"copyright": 0, "version": 5}[what]))


def _cut(path: Path, weight: str) -> bytes:
    font = TTFont(path, recalcTimestamp=False)
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, desubroutinize=True)
    options.name_IDs = [0, 2, 13, 14, *_NAMES]  # whose it is and on which terms stays in it
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in _NAMES:
            record.string = _NAMES[record.nameID].format(weight=weight.title())
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()
