"""Maps of a region's units: squares in a layout of our own, or true boundaries where the data hold them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_scripts.compute.geography.outline import Picture, Ring, picture_of
from build_scripts.compute.geography.steps import Layout
from build_scripts.present.scene import Link, Scene

_FEWEST = 4
"""Positions of a triangle, the first one said again at its end."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An area on a map: where it is (`style` in a grid; `path`, `x`, `y` in a picture), and what is said of it.

    `step` is the shade, "none" without a figure and "" on a map that shows no figures; `mark` stands behind the
    figure.
    """

    id: str
    area: Link
    style: str = ""
    path: str = ""
    x: str = ""
    y: str = ""
    step: str = ""
    value: str = ""
    mark: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One map: `style` for the grid of squares, or `box` for a picture; `unmapped` are areas it cannot draw."""

    key: str
    name: str
    style: str
    box: str
    units: tuple[Unit, ...]
    unmapped: tuple[Unit, ...]


def map_sheet(scene: Scene, layout: Layout, here: str = "") -> Sheet:
    """Draw a region's units without figures: by their boundaries if any is known, else as squares."""
    areas = [tile.area for tile in layout.tiles]
    picture = picture_of(scene.catalog.boundaries, areas)
    units = _squares(scene, layout) if picture is None else _shapes(scene, picture)
    drawn = {each.id for each in units}
    region = scene.area(layout.region).text
    count = len(layout.tiles)
    return Sheet(
        key=layout.tiles[0].layout,
        name=scene.say.count("map.units-option", count, region=region, n=str(count)),
        style=f"--columns:{max(tile.column for tile in layout.tiles) + 1}",
        box="" if picture is None else f"-2 -2 {picture.width + 4:g} {picture.height + 4:g}",
        units=tuple(replace(each, here=each.id == here) for each in units),
        unmapped=tuple(
            Unit(id=each, area=scene.area(each), here=each == here) for each in areas if each not in drawn
        ),
    )


def _named(scene: Scene, area: str) -> Link:
    """Name an area without what stands in brackets: the whole map is of one time."""
    found = scene.area(area)
    return replace(found, text=found.text.partition(" (")[0])


def _squares(scene: Scene, layout: Layout) -> tuple[Unit, ...]:
    ordered = sorted(layout.tiles, key=lambda tile: (tile.row, tile.column))
    return tuple(
        Unit(
            id=tile.area,
            area=_named(scene, tile.area),
            style=f"--column:{tile.column + 1};--row:{tile.row + 1}",
        )
        for tile in ordered
    )


def _shapes(scene: Scene, picture: Picture) -> tuple[Unit, ...]:
    return tuple(
        Unit(
            id=shape.area,
            area=_named(scene, shape.area),
            path="".join(_path(shape.rings)),
            x=f"{shape.label[0]:g}",
            y=f"{shape.label[1]:g}",
        )
        for shape in picture.shapes
    )


def _path(rings: Iterable[Ring]) -> Iterable[str]:
    """Write rings as a path; the last position of each closes it and is left out, and so is what shrank to a line."""
    for ring in rings:
        if len(ring) < _FEWEST:
            continue
        yield "M" + "L".join(f"{x:g},{y:g}" for x, y in ring[:-1]) + "Z"
