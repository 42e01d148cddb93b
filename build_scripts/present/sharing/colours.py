"""The colours of share pictures and icons, and the few shades they are kept in."""

from functools import cache

Colour = tuple[int, int, int]

PAPER: Colour = (254, 253, 250)
INK: Colour = (27, 27, 27)
QUIET: Colour = (84, 82, 77)
BLUE: Colour = (16, 64, 111)
LINE: Colour = (217, 213, 202)
STATUS: dict[str, Colour] = {
    "achieved": (31, 83, 151),
    "on-track": (44, 158, 201),
    "at-risk": (189, 127, 31),
    "off-track": (146, 25, 33),
    "moving-away": (146, 25, 33),
}
"""Status alone wears these; what has no colour of its own is grey."""
NO_DATA: Colour = (118, 118, 118)

_SHADES = 3
"""Steps from the paper to a colour: enough for smooth edges of letters."""
_COLOURS = tuple(dict.fromkeys((INK, QUIET, BLUE, LINE, NO_DATA, *STATUS.values())))


@cache
def palette() -> bytes:
    """Make the palette that every picture shares: the paper, then each colour in steps from the paper to it."""
    shades = (_between(colour, step / _SHADES) for colour in _COLOURS for step in range(1, _SHADES + 1))
    return bytes(part for shade in (PAPER, *shades) for part in shade)


def place(colour: Colour) -> int:
    """Tell which entry of the palette a colour is."""
    return 0 if colour == PAPER else (_COLOURS.index(colour) + 1) * _SHADES


@cache
def ramp(colour: Colour) -> tuple[int, ...]:
    """Tell for each strength from 0 to 255 which entry of the palette lies so far between the paper and a colour."""
    first = _COLOURS.index(colour) * _SHADES
    return tuple(first + step if (step := round(strength * _SHADES / 255)) else 0 for strength in range(256))


def _between(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(PAPER, colour, strict=True))
    return red, green, blue
