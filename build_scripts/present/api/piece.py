"""How a piece of the API is written."""

import json
from datetime import date
from typing import Any

from build_scripts.model import LANGUAGES, UNSTATED, Artifact, Catalog, Text

Record = dict[str, Any]
"""A JSON object."""


def piece(path: str, record: Record) -> Artifact:
    """Write `api/v1/<path>` as compact JSON."""
    data = json.dumps(record, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Artifact(f"api/v1/{path}", data.encode() + b"\n")


def texts(text: Text) -> Record:
    """Write a text in every language."""
    return {language: text[language] for language in LANGUAGES}


def day(when: date | None) -> str | None:
    """Write a day as ISO 8601 does, `null` for none."""
    return None if when is None else when.isoformat()


def unit_record(catalog: Catalog, name: str) -> Record:
    """Write a unit by id; "" is a unit without a name or a symbol."""
    unit = catalog.units.get(name, UNSTATED)
    return {
        "id": unit.id,
        "symbol": texts(unit.symbol),
        "name": texts(unit.name),
        "kind": unit.kind,
        "join": unit.join,
        "lower": unit.lower,
        "upper": unit.upper,
    }
