"""Tables in which no row can be wrong: each different text is read once, by frictionless' own readers of cells.

Most tables are sound and long, and a check row by row of what is known beforehand takes a hundred times as long.
"""

from typing import Any

import pandas as pd
from frictionless import FrictionlessException, Schema


def is_sound(cells: pd.DataFrame, schema: dict[str, Any]) -> bool:
    """Whether every cell fits its column and no primary key occurs twice; in doubt, and with other keys, it is not."""
    fields = schema["fields"]
    if schema.get("foreignKeys") or any(field.get("constraints", {}).get("unique") for field in fields):
        return False
    try:
        readers = [field.create_cell_reader() for field in Schema.from_descriptor(schema).fields]
    except FrictionlessException:
        return False
    key = schema.get("primaryKey", [])
    parts: list[list[Any]] = []
    for field, reader in zip(fields, readers, strict=True):
        column = cells[field["name"]]
        read = {cell: reader(cell) for cell in column.unique()}
        if any(notes for _, notes in read.values()):
            return False
        if field["name"] in key:
            parts.append([read[cell][0] for cell in column])
    return not parts or _is_key(list(zip(*parts, strict=True)))


def _is_key(rows: list[tuple[Any, ...]]) -> bool:
    try:
        return len(set(rows)) == len(rows) and not any(all(part is None for part in row) for row in rows)
    except TypeError:  # lists and objects cannot be compared this way
        return False
