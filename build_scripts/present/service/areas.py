"""Each area, as it is and as it was."""

from collections.abc import Iterator

from build_scripts.model import Area, BoundaryChange, Catalog
from build_scripts.present.service import shape as s
from build_scripts.present.service.piece import Pieces, Record, day, maybe, texts

_CHANGE = s.record(
    "On a day all or a share (0 to 1, null when not known) of an area became part of another.",
    date=s.DAY, area=s.STRING, share=s.maybe(s.NUMBER), act=s.maybe(s.STRING), note=s.TEXT,
)  # fmt: skip
_SHAPE = s.record(
    id=s.STRING, code=s.maybe(s.STRING), kind=s.STRING, name=s.TEXT, full_name=s.TEXT, valid_from=s.maybe(s.DAY),
    valid_to=s.maybe(s.DAY), note=s.TEXT, regions=s.listed(s.STRING), members=s.listed(s.STRING),
    made_of=s.listed(_CHANGE), became=s.listed(_CHANGE),
)  # fmt: skip


def areas(catalog: Catalog) -> Iterator[Pieces]:
    """Gather every territory; one whose boundary changed is followed by another with an id of its own."""
    told = "An area with what it was made of and what it became."
    yield Pieces(
        "area",
        "areas/{area}.json",
        told,
        _SHAPE,
        {name: _area(catalog, each) for name, each in catalog.areas.items()},
    )


def _area(catalog: Catalog, area: Area) -> Record:
    return {
        "id": area.id,
        "code": maybe(area.code),
        "kind": area.kind,
        "name": texts(area.name),
        "full_name": texts(area.full_name),
        "valid_from": day(area.valid_from),
        "valid_to": day(area.valid_to),
        "note": texts(area.note),
        "regions": [each.region for each in catalog.memberships if each.area == area.id],
        "members": [each.area for each in catalog.memberships if each.region == area.id],
        "made_of": [_change(each, each.from_area) for each in catalog.changes if each.to_area == area.id],
        "became": [_change(each, each.to_area) for each in catalog.changes if each.from_area == area.id],
    }


def _change(each: BoundaryChange, other: str) -> Record:
    return {
        "date": day(each.date),
        "area": other,
        "share": each.share,
        "act": maybe(each.act),
        "note": texts(each.note),
    }
