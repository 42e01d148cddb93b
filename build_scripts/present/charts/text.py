"""Text as it will stand in a drawing: cleaned, measured in the very font that is drawn, and wrapped."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

FONT_FOLDER = Path(font_source_sans_pro.font_directory)
LINE = 1.12
"""Height of a line of text, in sizes of the font."""
_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}
_UNWANTED = {"Cc", "Cs", "Cn", "Zl", "Zp"}
_ABSENT = 0.6
"""Width, in sizes of the font, given to a letter that the font does not have."""


@lru_cache(maxsize=1 << 12)
def plain(text: str) -> str:
    """Keep what may stand in a drawing: no control signs, no turning of the reading direction, single spaces."""
    kept = (
        " " if unicodedata.category(sign) in _UNWANTED else sign for sign in text if ord(sign) not in _BIDI
    )
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split(" ")).strip()


@lru_cache(maxsize=1 << 14)
def width(text: str, size: float = 12, *, bold: bool = False) -> float:
    """Measure a line of text in pixels."""
    advances = _advances("Semibold" if bold else "Regular")
    return sum(advances.get(ord(sign), _ABSENT) for sign in text) * size


def has_glyph(sign: str) -> bool:
    """Tell whether the font can draw a sign."""
    return ord(sign) in _advances("Regular") and ord(sign) in _advances("Semibold")


def wrap(text: str, room: float, size: float = 12, *, bold: bool = False) -> list[str]:
    """Break text into lines of at most `room` pixels, at spaces, or inside a word that is too long."""
    return list(_wrapped(text, room, size, bold=bold))


@lru_cache(maxsize=1 << 12)
def _wrapped(text: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    """Break a text once: names of areas stand in the panels of every indicator."""
    lines: list[str] = []
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
        else:
            lines += _pieces(word, room, size, bold=bold)
    return tuple(lines)


def shortened(lines: list[str], most: int) -> list[str]:
    """Keep at most so many lines, and say so with an ellipsis."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip(" ,;:.") + "…"]


def _pieces(word: str, room: float, size: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for sign in word:
        if pieces[-1] and width(pieces[-1] + sign, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += sign
    return pieces


@cache
def _advances(weight: str) -> Mapping[int, float]:
    font = TTFont(FONT_FOLDER / f"SourceSansPro-{weight}.ttf", lazy=True)
    advances, em = font["hmtx"], font["head"].unitsPerEm
    return {code: advances[name][0] / em for code, name in font.getBestCmap().items()}
