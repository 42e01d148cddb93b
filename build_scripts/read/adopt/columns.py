"""The columns a file has and the columns its descriptor declares, brought together without losing a cell."""

import unicodedata
from collections.abc import Sequence
from typing import Any

from build_scripts.read.adopt.grid import Grid
from build_scripts.read.adopt.log import Log
from build_scripts.read.problems import Spot

Fields = list[dict[str, Any] | None]
"""A declaration for each column of the file, in its order; `None` for a column that nobody declared."""


def matched(grid: Grid, schema: dict[str, Any], log: Log) -> tuple[list[str], Fields] | None:
    """The names and declarations of the columns of `grid`; `None` after a problem."""
    fields: list[dict[str, Any]] = schema["fields"]
    width = len(grid.header) if grid.header is not None else len(grid.rows[0][1])
    if not fields:
        return _named(grid, width, log), [None] * width
    if grid.header is None:
        return _positional(grid, fields, width, log)
    found = _places(grid.header, fields)
    missing = [field for field in fields if not any(field is each for each in found)]
    needed = _needed(schema)
    if len(missing) == len(fields) or any(_is_needed(field, needed) for field in missing):
        _refuse(grid, fields, log)
        return None
    for field in missing:
        log.note("dropped-column", table=grid.name, column=str(field.get("name")))
    order = [field for field in fields if any(field is each for each in found)]
    if any(
        one is not other
        for one, other in zip(order, [each for each in found if each is not None], strict=True)
    ):
        log.note("converted-order", table=grid.name)
    return _headed(grid, found, log), found


def _named(grid: Grid, width: int, log: Log) -> list[str]:
    """The header itself, blank names filled and repeated ones numbered."""
    header = grid.header if grid.header is not None else [""] * width
    names: list[str] = []
    for number, seen in enumerate(header, start=1):
        name = _fresh(seen.strip() if seen.strip() else f"column_{number}", names)
        if name != seen:
            log.note("renamed-column", table=grid.name, old=seen, new=name)
        names.append(name)
    return names


def _fresh(stem: str, names: Sequence[str]) -> str:
    """`stem`, numbered when it is among `names` already, capital letters aside."""
    taken = {name.casefold() for name in names}
    name, again = stem, 2
    while name.casefold() in taken:
        name, again = f"{stem}_{again}", again + 1
    return name


def _positional(
    grid: Grid, fields: list[dict[str, Any]], width: int, log: Log
) -> tuple[list[str], Fields] | None:
    if len(fields) != width:
        _refuse(grid, fields, log)
        return None
    return [str(field.get("name", "")) for field in fields], list(fields)


def _places(header: Sequence[str], fields: Sequence[dict[str, Any]]) -> Fields:
    """For each heading its declaration: by name, by name in any case, or by place where the heading is blank."""
    free = list(fields)
    found: Fields = [None] * len(header)
    for alike in (str, _folded):
        for place, name in enumerate(header):
            twins = [
                field for field in free if name.strip() and alike(str(field.get("name", ""))) == alike(name)
            ]
            if found[place] is None and twins:
                found[place] = twins[0]
                free = [field for field in free if field is not twins[0]]
    for place, name in enumerate(header):
        if not name.strip() and len(header) == len(fields) and any(fields[place] is each for each in free):
            found[place] = fields[place]
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _headed(grid: Grid, found: Fields, log: Log) -> list[str]:
    """The name of each column: as declared, else as headed."""
    header = grid.header if grid.header is not None else []
    names: list[str] = []
    for number, (seen, field) in enumerate(zip(header, found, strict=True), start=1):
        name = str(field["name"]) if field is not None else seen.strip()
        name = name if name else f"column_{number}"
        name = _fresh(name, names) if field is None else name
        if field is not None and name != seen:
            log.note("renamed-column", table=grid.name, old=seen, new=name)
        elif field is None:
            log.note("converted-column", table=grid.name, column=name)
        names.append(name)
    return names


def _needed(schema: dict[str, Any]) -> set[str]:
    """The columns that keys are made of."""
    own = [key.get("fields") for key in schema.get("foreignKeys", []) if isinstance(key, dict)]
    listed = [[each] if isinstance(each, str) else each for each in (schema.get("primaryKey"), *own)]
    return {name for names in listed if isinstance(names, list) for name in names if isinstance(name, str)}


def _is_needed(field: dict[str, Any], needed: set[str]) -> bool:
    return field.get("constraints", {}).get("required") is True or field.get("name") in needed


def _refuse(grid: Grid, fields: Sequence[dict[str, Any]], log: Log) -> None:
    names = [str(field.get("name", "")) for field in fields]
    header = grid.header if grid.header is not None else []
    wide = max(len(names), len(header))
    pairs = list(zip(header + [""] * (wide - len(header)), names + [""] * (wide - len(names)), strict=True))
    at = next((number for number, (seen, name) in enumerate(pairs) if seen != name), 0)
    seen, expected = pairs[at] if pairs else ("", "")
    spot = Spot(log.place(grid.path), 1, expected if expected else seen, seen)
    log.refuse("header-differs", spot, position=str(at + 1), expected=expected, columns=", ".join(names))
