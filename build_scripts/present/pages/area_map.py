"""The schematic map of a region: one square an area, in a layout of our own."""

from dataclasses import dataclass

from build_scripts.compute.places import members_of, regions_of
from build_scripts.model import Area, Tile
from build_scripts.present.scene import Link, Scene


@dataclass(frozen=True, slots=True)
class Square:
    """An area in the map; `style` places it in the grid, counted from 1."""

    area: Link
    style: str
    here: bool


@dataclass(frozen=True, slots=True)
class TileMap:
    """A map: what it shows, how many columns it has, its squares from the top left."""

    title: str
    style: str
    squares: tuple[Square, ...]


def tile_map(scene: Scene, area: Area) -> TileMap | None:
    """Draw the region an area is, or the latest mapped region it belongs to."""
    candidates = [area.id] if area.kind == "region" else list(regions_of(scene.catalog, area.id))
    for region in candidates:
        tiles = _layout(scene, region)
        if tiles:
            return _map(scene, area, region, tiles)
    return None


def _layout(scene: Scene, region: str) -> tuple[Tile, ...]:
    """Find the layout that holds the region's members and nobody else."""
    members = set(members_of(scene.catalog, region))
    layouts: dict[str, list[Tile]] = {}
    for tile in scene.catalog.tiles:
        layouts.setdefault(tile.layout, []).append(tile)
    fitting = (tiles for tiles in layouts.values() if members and {tile.area for tile in tiles} == members)
    return tuple(next(fitting, ()))


def _map(scene: Scene, area: Area, region: str, tiles: tuple[Tile, ...]) -> TileMap:
    squares = tuple(
        Square(
            area=scene.area(tile.area),
            style=f"--column:{tile.column + 1};--row:{tile.row + 1}",
            here=tile.area == area.id,
        )
        for tile in sorted(tiles, key=lambda each: (each.row, each.column))
    )
    return TileMap(
        title=scene.say("area.map", region=scene.area(region).text),
        style=f"--columns:{max(tile.column for tile in tiles) + 1}",
        squares=squares,
    )
