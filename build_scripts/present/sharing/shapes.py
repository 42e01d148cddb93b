"""Marks drawn with a pen: the shape of each status, and the mark of the house, the same as on pages."""

from functools import cache

from PIL import Image, ImageDraw

from build_scripts.present.sharing.colours import NO_DATA, STATUS, Colour

_FINE = 4
"""Shapes are drawn so many times larger and made small, which smooths their edges."""
_BOX = 16
"""Shapes are told in a box of this size, as in the style sheet."""
Points = tuple[tuple[float, float], ...]
_POLYGONS: dict[str, Points] = {
    "on-track": ((8, 1.5), (15.2, 14.5), (0.8, 14.5)),
    "at-risk": ((8, 0.8), (15.2, 8), (8, 15.2), (0.8, 8)),
    "off-track": ((8, 14.5), (0.8, 1.5), (15.2, 1.5)),
    "moving-away": (
        (3.4, 1), (8, 5.6), (12.6, 1), (15, 3.4), (10.4, 8), (15, 12.6),
        (12.6, 15), (8, 10.4), (3.4, 15), (1, 12.6), (5.6, 8), (1, 3.4),
    ),
    "no-longer-applicable": ((1.5, 6.8), (14.5, 6.8), (14.5, 9.2), (1.5, 9.2)),
}  # fmt: skip
_TICK: Points = ((6.9, 11.6), (3.5, 8.2), (4.8, 6.9), (6.9, 9.0), (11.2, 4.6), (12.5, 5.9))
_HOOK: Points = ((5, 5), (5.6, 3.2), (8.1, 2.1), (10.5, 3.2), (11, 5), (9.6, 7), (8, 8.3), (7.9, 10.4))
"""The stem of a question mark, as the line of a pen."""
_BARS = ((7, 17), (13, 13), (19, 16), (25, 7))
"""The house's mark: where each bar stands and where it ends, in a box of 32."""


@cache
def status_shape(kind: str, size: int) -> tuple[Image.Image, Colour]:
    """Draw the shape of a status as a mask of `size` pixels, and tell its colour."""
    large = Image.new("L", (size * _FINE, size * _FINE), 0)
    pen, scale = ImageDraw.Draw(large), size * _FINE / _BOX

    def at(points: Points) -> list[tuple[float, float]]:
        return [(x * scale, y * scale) for x, y in points]

    if kind in _POLYGONS:
        pen.polygon(at(_POLYGONS[kind]), fill=255)
    elif kind == "achieved":
        pen.ellipse(at(((1, 1), (15, 15))), fill=255)
        pen.polygon(at(_TICK), fill=0)
    elif kind == "not-assessable":
        pen.line(at(_HOOK), fill=255, width=round(2 * scale), joint="curve")
        pen.rectangle(at(((6.8, 12.4), (9.2, 15))), fill=255)
    else:
        pen.ellipse(at(((1.5, 1.5), (14.5, 14.5))), outline=255, width=round(1.6 * scale))
    return large.resize((size, size), Image.Resampling.BOX), STATUS.get(kind, NO_DATA)


def house_masks(size: int) -> tuple[Image.Image, Image.Image]:
    """Draw the ground and the bars of the mark of the house as masks; the bars leave the ground by paper."""
    ground = house_mark(size, (255, 255, 255), (0, 0, 0))
    bars = ground.convert("L").point(lambda strength: 255 - strength)
    return ground.getchannel("A"), Image.composite(bars, Image.new("L", bars.size), ground.getchannel("A"))


def house_mark(size: int, ground: Colour, bars: Colour, *, corner: float = 4) -> Image.Image:
    """Draw the mark of the house in a square of `size` pixels; outside its corners nothing is drawn."""
    large = Image.new("RGBA", (size * _FINE, size * _FINE), (*ground, 0))
    pen, scale = ImageDraw.Draw(large), size * _FINE / 32
    side = size * _FINE - 1
    pen.rounded_rectangle((0, 0, side, side), radius=corner * scale, fill=(*ground, 255))
    for x, top in _BARS:
        pen.rectangle(
            ((x - 1.75) * scale, top * scale, (x + 1.75) * scale - 1, 25 * scale - 1), fill=(*bars, 255)
        )
    return large.resize((size, size), Image.Resampling.BOX)
