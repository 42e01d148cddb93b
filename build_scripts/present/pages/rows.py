"""The page on which every row of every published table has an address and a citation of its own."""

from collections.abc import Iterator
from typing import Any, Final

from build_scripts.model import Package
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene
from build_scripts.present.standards.edition import edition
from build_scripts.present.standards.places import places_of
from build_scripts.present.standards.schema_org import inert

_WORDS: Final = (
    *("count", "none", "failed", "loading", "version", "row", "no-row", "address", "empty", "other"),
)
_NUMBERS: Final = frozenset({"integer", "number"})


def rows_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page, if there is a table."""
    tables = [(package, tuple(_tables(scene, package))) for package in scene.catalog.packages]
    if not any(found for _, found in tables):
        return
    yield Draft(
        language=scene.language,
        address="rows/",
        template="rows",
        title=scene.say["rows.title"],
        description=scene.say["rows.lead"],
        view={
            "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["nav.datasets"], "datasets/")),
            "groups": tuple(
                (scene.text(package.title), tuple((each["id"], each["title"]) for each in found))
                for package, found in tables
                if found
            ),
            "known": inert(
                {
                    "tables": [each for _, found in tables for each in found],
                    "portal": scene.imprint.name,
                    "words": {each: scene.say[f"rows.{each}"] for each in _WORDS},
                }
            ),
        },
    )


def _tables(scene: Scene, package: Package) -> Iterator[dict[str, Any]]:
    """What the script needs to know of each table: `key` are the columns that name a row; none: its number does."""
    folder = edition(scene.catalog, package, scene.imprints).folder
    for resource, place in zip(package.resources, places_of(package), strict=True):
        if resource.table.large is not None:  # a browser does not hold it
            continue
        yield {
            "id": f"{package.name}/{resource.name}",
            "title": scene.text(resource.title) or resource.name,
            "package": scene.text(package.title),
            "version": package.version,
            "href": folder + place.csv,
            "key": list(resource.primary_key),
            "columns": {each.name: scene.text(each.title) for each in resource.fields},
            "numbers": [each.name for each in resource.fields if each.type in _NUMBERS],
        }
