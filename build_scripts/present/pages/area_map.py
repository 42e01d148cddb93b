"""The map of the region an area is or belongs to; it shows who is near whom, and links."""

from dataclasses import dataclass

from build_scripts.compute.geography.layouts import layout_of
from build_scripts.compute.geography.steps import Layout
from build_scripts.compute.places import regions_of
from build_scripts.model import Area
from build_scripts.present.pages.region_map import Sheet, map_sheet
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class AreaMap:
    """A map without figures; `is_true` tells whether boundaries are drawn."""

    title: str
    sheet: Sheet
    is_true: bool


def area_map(scene: Scene, area: Area) -> AreaMap | None:
    """Draw the region an area is, or the latest mapped region it belongs to."""
    candidates = [area.id] if area.kind == "region" else list(regions_of(scene.catalog, area.id))
    for region in candidates:
        tiles = layout_of(scene.catalog, region)
        if tiles:
            sheet = map_sheet(scene, Layout(region, tiles), area.id)
            title = scene.say("area.map", region=scene.area(region).text)
            return AreaMap(title, sheet, bool(sheet.box))
    return None
