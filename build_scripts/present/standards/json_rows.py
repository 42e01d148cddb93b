"""JSON: a list of records, one a line; numbers are numbers, what is missing is `null`."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final

from build_scripts.compute.cells import Column, Value

_DAYS: Final = ("date", "moment", "instant")


def json_rows(columns: Sequence[Column]) -> bytes:
    """Write a table; days and moments as ISO 8601 says."""
    lines = ("{" + ", ".join(cells) + "}" for cells in zip(*map(_cells, columns), strict=True))
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def _cells(column: Column) -> list[str]:
    """Write the cells of a column, each behind its name; what is said again is written once."""
    head = f"{json.dumps(column.field.name, ensure_ascii=False)}: "
    if column.kind in ("integer", "number"):  # 0.0 and -0.0 are equal, and are written differently
        return [f"{head}null" if value is None else f"{head}{value!r}" for value in column.values]
    written = {value: head + json.dumps(bare(value), ensure_ascii=False) for value in {*column.values}}
    return [written[value] for value in column.values]


def bare_values(column: Column) -> Sequence[Any]:
    """The values of a column as JSON and SQL know them."""
    return [bare(value) for value in column.values] if column.kind in _DAYS else column.values


def bare(value: Value) -> Any:
    """The value as JSON and SQL know it."""
    if isinstance(value, datetime):
        return iso(value)
    return value.isoformat() if isinstance(value, date) else value


def iso(moment: datetime) -> str:
    """The moment in ISO 8601, `Z` for UTC."""
    return moment.isoformat().replace("+00:00", "Z")
