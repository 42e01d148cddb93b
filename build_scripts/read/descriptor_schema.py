"""Table Schema, v1 or v2, re-emitted as v2."""

import re
from typing import Any, Final

from build_scripts.model import Text
from build_scripts.read.entries import Entries
from build_scripts.read.gate.limits import too_large
from build_scripts.read.gate.names import is_unsafe_column
from build_scripts.read.problems import Spot

TYPES: Final = (
    *("any", "array", "boolean", "date", "datetime", "duration", "geojson", "geopoint"),
    *("integer", "list", "number", "object", "string", "time", "year", "yearmonth"),
)
_TEXTS = (
    *("title", "title@en", "title@vi", "description", "description@en", "description@vi"),
    *("format", "decimalChar", "groupChar", "delimiter", "itemType", "rdfType"),
)
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_LIKE_A_VALUE = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?|true|false|yes|no|có", re.IGNORECASE)
_NINES = frozenset({"-99", "-999", "-9999", "-99999", "999", "9999", "99999", "-999.0", "-9999.0", "-99.0"})
_SCALAR = Text("một chuỗi chữ hoặc một số", "a string or a number")
_SCALARS = Text("một danh sách các chuỗi chữ hoặc số", "a list of strings or numbers")
_MISSING = Text(
    "một danh sách các chuỗi chữ, hoặc các mục {value, label}",
    "a list of strings or of objects {value, label}",
)


def reemitted_schema(schema: Entries) -> dict[str, Any]:
    """The v2 schema; keys are checked against this table's own columns, references later."""
    schema.leave("$schema", "profile", "fieldsMatch", "uniqueKeys", "name", "title", "description")
    entries = list(schema.children("fields"))
    many = too_large("columns", Spot(schema.file, None, schema.place("fields")), len(entries))
    if many is not None:  # neither the columns nor the table are looked at
        schema.problems.append(many)
        return {"fields": [], "missingValues": [""]}
    fields = [_field(entry) for entry in entries]
    if not fields:
        schema.report("descriptor-required", "fields")
    names = [field["name"] for field in fields]
    for index, name in enumerate(names):
        if name in names[:index]:
            schema.report("field-duplicate", f"fields[{index}].name", name)
        if is_unsafe_column(name):
            schema.report("column-name-unsafe", f"fields[{index}].name", name)
    found: dict[str, Any] = {"fields": fields, "missingValues": _missing_values(schema)}
    if found["missingValues"] is None:
        found["missingValues"] = [""]
    primary = schema.names("primaryKey")
    _check_columns(schema, "primaryKey", primary, names)
    if primary:
        found["primaryKey"] = primary
    foreign = [_foreign_key(entry, names) for entry in schema.children("foreignKeys")]
    if foreign:
        found["foreignKeys"] = foreign
    return found


def _field(entry: Entries) -> dict[str, Any]:
    entry.leave("categoriesOrdered", "example", "examples", "id", "unit", "units")
    name = entry.text("name")
    if name is None:
        entry.report("descriptor-required", "name")
    kind = entry.text("type")
    if kind is not None and kind not in TYPES:
        entry.report("field-type-unknown", "type", kind, types=", ".join(TYPES))
        kind = None
    found: dict[str, Any] = {"name": "" if name is None else name, "type": "string" if kind is None else kind}
    optional: dict[str, Any] = {key: entry.text(key) for key in _TEXTS}
    optional["bareNumber"] = entry.flag("bareNumber")
    optional |= {key: entry.texts(key) for key in ("trueValues", "falseValues")}
    optional["categories"] = _categories(entry)
    optional["missingValues"] = _missing_values(entry)
    optional["constraints"] = _constraints(entry)
    return found | {key: value for key, value in optional.items() if value is not None}


def _constraints(field: Entries) -> dict[str, Any] | None:
    entry = field.child("constraints")
    if entry is None:
        return None
    found: dict[str, Any] = {key: entry.flag(key) for key in ("required", "unique")}
    found["enum"] = _scalars(entry, "enum")
    found["pattern"] = entry.text("pattern")
    found |= {key: entry.whole(key) for key in ("minLength", "maxLength")}
    for key in _BOUNDS:
        bound = entry.raw(key)
        if bound is not None and not _is_scalar(bound):
            entry.mistyped(key, _SCALAR)
        else:
            found[key] = bound
    return {key: value for key, value in found.items() if value is not None}


def _foreign_key(entry: Entries, columns: list[str]) -> dict[str, Any]:
    """A foreign key with lists on both sides; `resource` "" is the table itself."""
    own = entry.names("fields")
    _check_columns(entry, "fields", own, columns)
    entry.leave("predicate")
    reference = entry.child("reference")
    if reference is None:
        if "reference" not in entry.values:
            entry.report("descriptor-required", "reference")
        return {"fields": own, "reference": {"resource": "", "fields": own}}
    table, target = reference.text("resource"), reference.names("fields")
    return {"fields": own, "reference": {"resource": "" if table is None else table, "fields": target}}


def _check_columns(entry: Entries, key: str, named: list[str], columns: list[str]) -> None:
    for name in named:
        if name not in columns:
            entry.report("key-field-unknown", key, name)


def _missing_values(entry: Entries) -> list[Any] | None:
    values = entry.raw("missingValues")
    if values is None:
        return None
    if isinstance(values, list):
        for value in values:
            mark = value.get("value") if isinstance(value, dict) else value
            if isinstance(mark, str) and _LIKE_A_VALUE.fullmatch(mark) and mark not in _NINES:
                entry.report("missing-value-real", "missingValues", mark)
    if isinstance(values, list) and all(isinstance(value, str) for value in values):
        return values
    if isinstance(values, list) and all(
        _is_labelled(value) and isinstance(value["value"], str) for value in values
    ):
        return [{key: value[key] for key in ("value", "label") if key in value} for value in values]
    entry.mistyped("missingValues", _MISSING)
    return None


def _categories(entry: Entries) -> list[Any] | None:
    values = entry.raw("categories")
    if values is None:
        return None
    if isinstance(values, list) and all(_is_labelled(value) for value in values):
        return [{key: value[key] for key in ("value", "label") if key in value} for value in values]
    return _scalars(entry, "categories")


def _scalars(entry: Entries, key: str) -> list[Any] | None:
    values = entry.raw(key)
    if values is None:
        return None
    if isinstance(values, list) and all(_is_scalar(value) for value in values):
        return values
    entry.mistyped(key, _SCALARS)
    return None


def _is_labelled(value: Any) -> bool:
    if not isinstance(value, dict) or not _is_scalar(value.get("value")):
        return False
    return isinstance(value.get("label", ""), str)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int | float)
