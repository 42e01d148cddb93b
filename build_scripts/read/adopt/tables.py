"""A listed resource becomes a table with a clean declaration: cells, columns, numbers, types."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from build_scripts.read.adopt.acceptance import fitting
from build_scripts.read.adopt.choice import Chosen
from build_scripts.read.adopt.columns import Fields, matched
from build_scripts.read.adopt.decoding import decoded
from build_scripts.read.adopt.dialect import Dialect, dialect_of
from build_scripts.read.adopt.disk import LARGEST_DESCRIPTOR, file_bytes, is_text
from build_scripts.read.adopt.grid import Grid, Part, grid_of, inline_grid
from build_scripts.read.adopt.inference import inferred
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.numerals import Column, numerals_of, plain_numbers
from build_scripts.read.adopt.packing import unpacked
from build_scripts.read.adopt.places import is_remote
from build_scripts.read.adopt.schema import schema_of
from build_scripts.read.strict_json import parsed

_DIGESTS: Final[dict[str, Callable[[bytes], Any]]] = {
    "md5": lambda data: hashlib.md5(data, usedforsecurity=False),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False),
    "sha256": hashlib.sha256,
    "sha512": hashlib.sha512,
}


@dataclass(frozen=True, slots=True, eq=False)
class Adopted:
    """A table brought in: `cells` are text, indexed by the line they came from; `source` is the file they came from."""

    chosen: Chosen
    source: str
    cells: pd.DataFrame
    schema: dict[str, Any]


def adopted(folder: Path, chosen: Chosen, log: Log) -> Adopted | None:
    """The table of a resource; `None` when it is empty, or after a problem."""
    raw = chosen.raw
    dialect = dialect_of(_referred(folder, chosen, "dialect", log), chosen.name, log)
    schema = schema_of(_declared(folder, chosen, log), chosen.name, log)
    names = [str(field.get("name", "")) for field in schema["fields"]]
    if dialect is None:
        return None
    if chosen.paths:
        parts = [
            part for part in (_part(folder, chosen, path, log) for path in chosen.paths) if part is not None
        ]
        grid = grid_of(parts, chosen.name, dialect, names, log) if len(parts) == len(chosen.paths) else None
    else:
        grid = inline_grid(raw["data"], chosen.name, log)
    if grid is None or not grid.rows:
        if grid is not None:
            log.note("left-empty", table=chosen.name)
        return None
    found = matched(grid, schema, log)
    return (
        None
        if found is None
        else _typed(chosen, grid, found, _with_null(schema, dialect, chosen.name, log), log)
    )


def _declared(folder: Path, chosen: Chosen, log: Log) -> dict[str, Any]:
    """The schema as written; marks for no value may stand beside it in older versions."""
    schema = _referred(folder, chosen, "schema", log)
    found = schema if isinstance(schema, dict) else {}
    beside = chosen.raw.get("missingValues")
    return {"missingValues": beside, **found} if beside is not None else found


def _referred(folder: Path, chosen: Chosen, key: str, log: Log) -> Any:
    """The value of `key`, or what the JSON file holds that it names."""
    value = chosen.raw.get(key)
    if not isinstance(value, str):
        return value
    if is_remote(value):
        log.note("dropped-value", place=chosen.name, key=key, value=value)
        return None
    path = value.removeprefix("./")
    data = file_bytes(folder, path, log, LARGEST_DESCRIPTOR)
    if data is None:
        return None
    json = parsed(data, log.place(path))
    log.problems.extend(item for item in json.problems if item.severity == "error")
    log.note("converted-inlined", table=chosen.name, path=path)
    return json.value


def _part(folder: Path, chosen: Chosen, path: str, log: Log) -> Part | None:
    packed = file_bytes(folder, path, log)
    data = None if packed is None else unpacked(packed, path, log)
    if packed is None or data is None or not is_text(data, path, log):
        return None
    if len(chosen.paths) == 1 and not _is_as_stated(chosen, packed):
        log.note("dropped-checksum", path=path)
    encoding = chosen.raw.get("encoding")
    text = decoded(data, path, encoding if isinstance(encoding, str) else None, log)
    return None if text is None else Part(path, text, chosen.usual)


def _is_as_stated(chosen: Chosen, data: bytes) -> bool:
    """Whether size and checksum are those the descriptor states, where it does."""
    size, stated = chosen.raw.get("bytes"), chosen.raw.get("hash")
    if size is not None and size != len(data):
        return False
    if not isinstance(stated, str) or not stated:
        return True
    algorithm, _, digest = stated.rpartition(":")
    digester = _DIGESTS.get(algorithm.lower() if algorithm else "md5")
    return digester is not None and bool(digester(data).hexdigest() == digest.lower())


def _with_null(schema: dict[str, Any], dialect: Dialect, table: str, log: Log) -> dict[str, Any]:
    """The schema, with the dialect's sign for nothing among its marks for no value."""
    if dialect.null is None or dialect.null in schema["missingValues"]:
        return schema
    log.note("converted-null", table=table, value=dialect.null)
    return {**schema, "missingValues": [*schema["missingValues"], dialect.null]}


def _typed(
    chosen: Chosen, grid: Grid, found: tuple[list[str], Fields], schema: dict[str, Any], log: Log
) -> Adopted:
    """Numbers made plain, undeclared columns typed, everything put together."""
    names, fields = found
    missing, lines = schema["missingValues"], [line for line, _ in grid.rows]
    columns = []
    for place, (name, field) in enumerate(zip(names, fields, strict=True)):
        cells = [row[place] for _, row in grid.rows]
        declared = inferred(name, cells, missing) if field is None else {**field, "name": name}
        marks = declared.get("missingValues", missing)
        declared = fitting(declared, cells, marks, f"{chosen.name}.{name}", log)
        column = Column(chosen.name, grid.path, declared, lines, cells)
        numerals = numerals_of(declared)
        columns.append(column if numerals is None else plain_numbers(column, numerals, marks, log))
    if not schema["fields"]:
        types = ", ".join(f"{column.field['name']}: {column.field['type']}" for column in columns)
        log.note("converted-inferred", table=chosen.name, columns=types)
    rows = list(zip(*(column.cells for column in columns), strict=True))
    return Adopted(
        chosen=chosen,
        source=grid.path,
        cells=pd.DataFrame(rows, columns=names, index=lines, dtype="str"),
        schema={**schema, "fields": [column.field for column in columns]},
    )
