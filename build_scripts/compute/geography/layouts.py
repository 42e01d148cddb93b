"""Schematic maps: which layout shows a region."""

from build_scripts.compute.places import members_of
from build_scripts.model import Catalog, Tile


def layout_of(catalog: Catalog, region: str) -> tuple[Tile, ...]:
    """Find the squares of the layout that holds the region's members and nobody else; empty without one."""
    members = set(members_of(catalog, region))
    layouts: dict[str, list[Tile]] = {}
    for tile in catalog.tiles:
        layouts.setdefault(tile.layout, []).append(tile)
    fitting = (tiles for tiles in layouts.values() if members and {tile.area for tile in tiles} == members)
    return tuple(next(fitting, ()))
