"""The list of areas as JSON."""

from build_scripts.compute.places import regions_of
from build_scripts.model import Area, Artifact, Catalog
from build_scripts.present.api.piece import Record, day, piece, texts


def area_list(catalog: Catalog) -> Artifact:
    """Write `api/v1/areas.json`: every territory, as it is and as it was.

    `{"areas": [area, …]}`, in the order of the data. An area is
    `{"id", "code", "kind", "name", "full_name", "valid_from", "valid_to", "regions"}`: `code` is the official code,
    "" for none; `kind` is country, region, municipality or province; `valid_from` and `valid_to` are the first and the
    last day as ISO dates, `null` when not known (from) or still valid (to); `regions` lists ids of areas. A territory
    never changes: after a change of boundary there is another area with an id of its own.
    """
    return piece("areas.json", {"areas": [_area(catalog, each) for each in catalog.areas.values()]})


def _area(catalog: Catalog, area: Area) -> Record:
    return {
        "id": area.id,
        "code": area.code,
        "kind": area.kind,
        "name": texts(area.name),
        "full_name": texts(area.full_name),
        "valid_from": day(area.valid_from),
        "valid_to": day(area.valid_to),
        "regions": list(regions_of(catalog, area.id)),
    }
