"""Boundaries turned into a small picture: flat, scaled, simplified; lengths in pixels, the upper left is (0, 0)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians

from build_scripts.model import Boundary, Position

WIDTH = 400.0
TALLEST = 520.0
_COARSE = 0.7
"""How far a simplified line may leave the true one."""
_SPECK = 3.0
"""Square pixels below which an island is left out, unless it is all there is."""
_FEWEST = 4

Ring = tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area in the picture: its rings, the largest first, and a place inside it for its name."""

    area: str
    rings: tuple[Ring, ...]
    label: Position


@dataclass(frozen=True, slots=True)
class Picture:
    """The areas that have a boundary, on one sheet of `width` by `height` pixels."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def picture_of(boundaries: Iterable[Boundary], areas: Sequence[str]) -> Picture | None:
    """Draw the boundaries of some areas, in their order; `None` when none of them has one.

    The projection is equirectangular, degrees of longitude shortened by the cosine of the middle latitude: true
    enough in shape for a region of a few hundred kilometres.
    """
    known = {each.area: each for each in boundaries}
    drawn = [known[area] for area in areas if area in known]
    every = [position for each in drawn for ring in each.rings for position in ring]
    if not every:
        return None
    west, east = min(x for x, _ in every), max(x for x, _ in every)
    south, north = min(y for _, y in every), max(y for _, y in every)
    narrow = cos(radians((south + north) / 2))
    across, down = (east - west) * narrow, north - south
    scale = min(WIDTH / across if across else TALLEST, TALLEST / down if down else WIDTH)

    def flat(position: Position) -> Position:
        return (position[0] - west) * narrow * scale, (north - position[1]) * scale

    shapes = tuple(_shape(each, [[flat(at) for at in ring] for ring in each.rings]) for each in drawn)
    return Picture(round(across * scale, 1), round(down * scale, 1), shapes)


def _shape(boundary: Boundary, rings: list[list[Position]]) -> Shape:
    ordered = sorted(rings, key=lambda ring: -abs(_area(ring)))
    kept = [ring for number, ring in enumerate(ordered) if number == 0 or abs(_area(ring)) >= _SPECK]
    simple = tuple(_rounded(simplified(ring, _COARSE)) for ring in kept)
    return Shape(
        boundary.area,
        tuple(ring for number, ring in enumerate(simple) if number == 0 or len(ring) >= _FEWEST),
        _label(ordered[0]),
    )


def _rounded(ring: Sequence[Position]) -> Ring:
    found = [(round(x, 1), round(y, 1)) for x, y in ring]
    return (found[0], *(later for earlier, later in pairwise(found) if later != earlier))


def _area(ring: Sequence[Position]) -> float:
    """Measure what a closed ring encloses, by the shoelace formula; the sign tells which way it runs."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _label(ring: Sequence[Position]) -> Position:
    """Find the middle of the widest stretch inside a ring at the height of its middle."""
    level = sum(y for _, y in ring[:-1]) / max(len(ring) - 1, 1)
    crossings = sorted(
        x1 + (level - y1) * (x2 - x1) / (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > level) != (y2 > level)
    )
    stretches = list(zip(crossings[::2], crossings[1::2], strict=False))
    if not stretches:
        return round(ring[0][0], 1), round(ring[0][1], 1)
    left, right = max(stretches, key=lambda ends: ends[1] - ends[0])
    return round((left + right) / 2, 1), round(level, 1)


def simplified(line: Sequence[Position], coarse: float) -> list[Position]:
    """Leave out points that lie less than `coarse` off the line through those kept (Douglas and Peucker)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        far = max(inner, key=lambda index: _off(line[index], line[first], line[last]))
        if _off(line[far], line[first], line[last]) > coarse:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[index] for index in sorted(kept)]


def _off(point: Position, start: Position, end: Position) -> float:
    """How far a point is from a stretch; from its start when the stretch is a single point, as in a closed ring."""
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    if not length:
        return hypot(point[0] - start[0], point[1] - start[1])
    return abs(across * (start[1] - point[1]) - down * (start[0] - point[0])) / length
