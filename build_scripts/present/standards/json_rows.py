"""JSON: a list of records, one a line; numbers are numbers, what is missing is `null`."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from build_scripts.compute.cells import Column, Value, records


def json_rows(columns: Sequence[Column]) -> bytes:
    """Write a table; days and moments as ISO 8601 says."""
    names = [column.field.name for column in columns]
    lines = (
        json.dumps(dict(zip(names, map(bare, row), strict=True)), ensure_ascii=False, allow_nan=False)
        for row in records(columns)
    )
    return ("[\n" + ",\n".join(lines) + "\n]\n").encode()


def bare(value: Value) -> Any:
    """The value as JSON and SQL know it."""
    if isinstance(value, datetime):
        return iso(value)
    return value.isoformat() if isinstance(value, date) else value


def iso(moment: datetime) -> str:
    """The moment in ISO 8601, `Z` for UTC."""
    return moment.isoformat().replace("+00:00", "Z")
