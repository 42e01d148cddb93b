"""New packages and new rows for those that there are: files to be written, nothing invented in them."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Artifact
from build_scripts.read.descriptor import PROFILE_KEY, V2
from build_scripts.read.files import content, is_plain
from build_scripts.read.mending import restated
from build_scripts.read.problems import Spot
from build_scripts.read.profiles import FORMS, SHAPES, Column, Shape
from build_scripts.read.strict_json import parsed

TABLES: Final[Mapping[str, str]] = {
    "indicator": "indicators",
    "observation": "observations",
    "target": "targets",
    "source": "sources",
}
"""What `portal new` can add, and the table it goes to."""
NEEDED: Final = ("title", "title@en", "licence", "source")
"""What must be said of a new package, beside the day."""
_THEME: Final = ("indicators", "observations", "sources")
_KEYS: Final = {"observations": ["indicator", "area", "period", "vintage"]}
_TYPES: Final = {"number": "number", "integer": "integer", "flag": "boolean"}
USUAL: Final[Mapping[str, str]] = {"operator": "=", "vintage": "1", "in_force": "true", "boundary": "own"}
"""What a first figure of an area as it is has, unless the person says otherwise."""


@dataclass(frozen=True, slots=True)
class Added:
    """Files to write, relative to the folder of the package; `lacking` are columns that must be given first."""

    files: tuple[Artifact, ...]
    lacking: tuple[str, ...] = ()


def new_package(name: str, said: Mapping[str, str]) -> Added:
    """A theme package with its tables and no row yet; `said` has title, title@en, licence, source and created."""
    lacking = tuple(key for key in (*NEEDED, "created") if not said.get(key))
    if lacking:
        return Added((), lacking)
    shapes = [SHAPES["theme"][table] for table in _THEME]
    descriptor = {
        "$schema": V2,
        "name": name,
        "title": said["title"],
        "title@en": said["title@en"],
        "version": "0.1.0",
        "created": f"{said['created']}T00:00:00Z",
        "languages": ["vi", "en"],
        PROFILE_KEY: "theme",
        "licenses": [{"name": said["licence"]}],
        "sources": [{"title": said["source"]}],
        "resources": [_resource(shape) for shape in shapes],
    }
    written = json.dumps(descriptor, ensure_ascii=False, indent=2).encode() + b"\n"
    tables = (Artifact(f"{shape.name}.csv", _head(shape).encode()) for shape in shapes)
    return Added((Artifact("datapackage.json", written), *tables))


def new_row(package: Path, table: str, said: Mapping[str, str]) -> Added | None:
    """A row at the end of a table; `None` when the package has no such table."""
    described = content(package, "datapackage.json", Spot("datapackage.json")).data
    whole = None if described is None else parsed(described, "datapackage.json").value
    resource = _listed(whole, table)
    if described is None or whole is None or resource is None:
        return None
    data = content(package, resource["path"], Spot(resource["path"])).data
    shape = SHAPES.get(str(whole.get(PROFILE_KEY)), {}).get(table)
    if data is None or shape is None:
        return None
    head = next(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"), newline="")), [])
    row = {name: said.get(name, USUAL.get(name, "") if table == "observations" else "") for name in head}
    required = {column.name for column in shape.columns if column.required}
    lacking = (
        *(name for name in head if name in required and not row[name]),
        *(key for key in said if key not in head),
    )
    if lacking:
        return Added((), lacking)
    end = "\r\n" if b"\r\n" in data else "\n"
    line = io.StringIO(newline="")
    csv.writer(line, lineterminator=end).writerow(row.values())
    whole_table = data + (b"" if data.endswith(b"\n") else end.encode()) + line.getvalue().encode()
    text = described.decode("utf-8")
    newer = restated(text, resource, data, whole_table, force=False)
    files = [Artifact(resource["path"], whole_table)]
    return Added((*files, *([Artifact("datapackage.json", newer.encode())] if newer != text else [])))


def _listed(whole: dict[str, Any] | None, table: str) -> dict[str, Any] | None:
    listed = whole.get("resources") if whole is not None else None
    for each in listed if isinstance(listed, list) else []:
        if isinstance(each, dict) and each.get("name") == table and isinstance(each.get("path"), str):
            return each if is_plain(each["path"]) else None
    return None


def _head(shape: Shape) -> str:
    return ",".join(column.name for column in shape.columns) + "\n"


def _resource(shape: Shape) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in shape.columns],
        "missingValues": [""],
        "primaryKey": _KEYS.get(shape.name, ["id"]),
    }
    if shape.name == "observations":
        reference = {"resource": "indicators", "fields": ["id"]}
        schema["foreignKeys"] = [{"fields": ["indicator"], "reference": reference}]
    return {
        "name": shape.name,
        "type": "table",
        "path": f"{shape.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    kind = next((kind for form, kind in _TYPES.items() if FORMS[form] == column.form), "string")
    limits: dict[str, Any] = {"required": True} if column.required else {}
    if column.form is not None and column.form.choices:
        limits["enum"] = list(column.form.choices)
    found: dict[str, Any] = {"name": column.name, "type": kind}
    return {**found, "constraints": limits} if limits else found
