"""The colours of share pictures and icons, and the few shades they are kept in."""

from functools import cache

from PIL import Image

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

_SHADES = 14
"""Steps from the paper to a colour: enough for smooth edges of letters."""


@cache
def palette() -> Image.Image:
    """Make the palette that every picture shares: each colour in steps down to the paper."""
    colours = (INK, QUIET, BLUE, LINE, NO_DATA, *STATUS.values())
    steps = (_between(colour, step / _SHADES) for colour in colours for step in range(_SHADES + 1))
    shades = [part for shade in dict.fromkeys(steps) for part in shade]
    kept = Image.new("P", (1, 1))
    kept.putpalette(shades)
    return kept


def _between(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(PAPER, colour, strict=True))
    return red, green, blue
