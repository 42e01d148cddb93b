"""Areas, their changes, memberships and places on the schematic map."""

from datetime import date
from typing import TYPE_CHECKING, cast

from build_scripts.model import Area, BoundaryChange, Membership, Tile
from build_scripts.read.catalog.rows import day, number, rows, words
from build_scripts.read.sheets import View

if TYPE_CHECKING:
    from build_scripts.model.area import AreaKind


def areas(view: View) -> dict[str, Area]:
    """Areas by id."""
    found = (
        Area(
            id=row["id"],
            code=row["code"],
            kind=cast("AreaKind", row["kind"]),
            name=words(row, "name"),
            full_name=words(row, "full_name"),
            valid_from=day(row["valid_from"]),
            valid_to=day(row["valid_to"]),
            note=words(row, "note"),
            source=row["source"],
        )
        for row in rows(view, "areas")
    )
    return {area.id: area for area in found}


def changes(view: View) -> tuple[BoundaryChange, ...]:
    """What became of which area, and when."""
    return tuple(
        BoundaryChange(
            id=row["id"],
            date=date.fromisoformat(row["date"]),
            from_area=row["from_area"],
            to_area=row["to_area"],
            share=number(row["share"]),
            act=row["act"],
            note=words(row, "note"),
            source=row["source"],
        )
        for row in rows(view, "changes")
    )


def memberships(view: View) -> tuple[Membership, ...]:
    """Which area belongs to which region."""
    return tuple(
        Membership(region=row["region"], area=row["area"], note=words(row, "note"), source=row["source"])
        for row in rows(view, "memberships")
    )


def tiles(view: View) -> tuple[Tile, ...]:
    """The squares of the schematic maps."""
    return tuple(
        Tile(layout=row["layout"], area=row["area"], row=int(row["row"]), column=int(row["column"]))
        for row in rows(view, "tiles")
    )
