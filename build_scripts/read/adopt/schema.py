"""A Table Schema of any age, written anew with the keys and types of version 2."""

from collections.abc import Mapping
from typing import Any, Final

from build_scripts.read.adopt.acceptance import accepted
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.patterns import is_quick
from build_scripts.read.descriptor_schema import TYPES

_ALIASES: Final = {
    "str": "string", "text": "string", "varchar": "string", "char": "string", "uri": "string", "url": "string",
    "email": "string", "uuid": "string", "int": "integer", "bigint": "integer", "smallint": "integer",
    "float": "number", "double": "number", "decimal": "number", "numeric": "number", "real": "number",
    "currency": "number", "percent": "number", "bool": "boolean", "json": "object", "timestamp": "datetime",
    "long": "integer", "int32": "integer", "int64": "integer", "float32": "number", "float64": "number",
    "datetime64": "datetime", "character": "string", "factor": "string", "category": "string", "logical": "boolean",
    "gyear": "year", "gyearmonth": "yearmonth", "null": "any", "binary": "string", "point": "geopoint",
}  # fmt: skip
_FIELD_KEYS: Final[Mapping[str, type]] = {
    **dict.fromkeys(("name", "title", "title@en", "title@vi", "format", "decimalChar", "groupChar"), str),
    **dict.fromkeys(
        ("description", "description@en", "description@vi", "delimiter", "itemType", "rdfType"), str
    ),
    **dict.fromkeys(("trueValues", "falseValues", "categories"), list),
    "bareNumber": bool,
    "type": object,
    "missingValues": object,
    "constraints": dict,
}
_SCHEMA_KEYS: Final = {"fields", "missingValues", "primaryKey", "foreignKeys", "$schema", "profile", "name"}
_BOUND = str | int | float
_CONSTRAINTS: Final[Mapping[str, Any]] = {
    "required": bool,
    "unique": bool,
    "enum": list,
    "pattern": str,
    "minLength": int,
    "maxLength": int,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _BOUND),
}
_TEXTUAL: Final = {"string", "any", "year", "yearmonth"}


def schema_of(raw: Mapping[str, Any], table: str, log: Log) -> dict[str, Any]:
    """The schema in `raw` with known keys only; what is dropped or renamed is told."""
    known = _renamed(raw, {"primarykey": "primaryKey", "foreignkeys": "foreignKeys"}, log)
    dropped = sorted(key for key in known if key not in _SCHEMA_KEYS)
    fields = known.get("fields")
    items = [each for each in fields if isinstance(each, dict)] if isinstance(fields, list) else []
    dropped += sorted(
        {
            f"fields[].{key}"
            for item in items
            for key in item
            if key not in {*_FIELD_KEYS, "unit", "units", "id"}
        }
    )
    if dropped:
        log.note("dropped-keys", place=f"schema ({table})", keys=", ".join(dropped))
    if any("name" not in item and "id" in item for item in items):
        log.note("converted-key", old="fields[].id", new="fields[].name")
    found: dict[str, Any] = {"fields": [_field(item, table, log) for item in items]}
    found["missingValues"] = _missing(known.get("missingValues"), table, log)
    return found | _keys(known, table, log)


def _keys(known: Mapping[str, Any], table: str, log: Log) -> dict[str, Any]:
    """The primary key as a list of names, foreign keys as a list of objects; anything else is dropped and told."""
    primary, foreign = known.get("primaryKey"), known.get("foreignKeys")
    names = [primary] if isinstance(primary, str) else primary
    is_list = isinstance(names, list) and all(isinstance(each, str) for each in names)
    if primary and not is_list:
        log.note("dropped-value", place=f"schema ({table})", key="primaryKey", value=str(primary))
    if foreign and not isinstance(foreign, list):
        log.note("dropped-value", place=f"schema ({table})", key="foreignKeys", value=str(foreign))
    found = {
        "primaryKey": names if is_list else None,
        "foreignKeys": foreign if isinstance(foreign, list) else None,
    }
    return {key: value for key, value in found.items() if value}


def _renamed(raw: Mapping[str, Any], old: Mapping[str, str], log: Log) -> dict[str, Any]:
    found = dict(raw)
    for name, new in old.items():
        if name in found and new not in found:
            log.note("converted-key", old=name, new=new)
            found[new] = found.pop(name)
    return found


def _field(raw: Mapping[str, Any], table: str, log: Log) -> dict[str, Any]:
    name = next((raw[key] for key in ("name", "id") if isinstance(raw.get(key), str)), "")
    found = _kept(raw, _FIELD_KEYS, f"{table}.{name}", log)
    found |= {"name": name, "type": _type(raw.get("type"), name, table, log)}
    if "format" in found:
        found["format"] = found["format"].removeprefix("fmt:")
    unit = next(
        (raw[key] for key in ("unit", "units") if isinstance(raw.get(key), str) and raw[key].strip()), None
    )
    said = found.get("description", "")
    if unit is not None and unit not in said:
        found["description"] = f"{said} [{unit}]".strip()
        log.note("converted-unit", table=table, column=name, unit=unit)
    if "missingValues" in found:
        found["missingValues"] = _missing(found["missingValues"], table, log)
    found |= _constraints(found.pop("constraints", None), found["type"], f"{table}.{name}", log)
    return accepted(found, f"{table}.{name}", log)


def _type(kind: Any, name: str, table: str, log: Log) -> str:
    if kind is None:
        return "string"
    if isinstance(kind, str) and kind in TYPES:
        return kind
    known = kind.lower().partition("(")[0].partition("[")[0].strip() if isinstance(kind, str) else ""
    new = known if known in TYPES else _ALIASES.get(known, "string")
    log.note("converted-type", table=table, column=name, old=str(kind), new=new)
    return new


def _kept(raw: Mapping[str, Any], kinds: Mapping[str, Any], place: str, log: Log) -> dict[str, Any]:
    """The known entries that are of their kind; one that is not is dropped and told, one that says nothing is dropped."""
    found = {}
    for key, kind in kinds.items():
        value = raw.get(key)
        if value is None or value in ("", []):
            continue
        if isinstance(value, kind) and (kind in (bool, object) or not isinstance(value, bool)):
            found[key] = value
        else:
            log.note("dropped-value", place=place, key=key, value=str(value))
    return found


def _constraints(raw: Any, kind: str, place: str, log: Log) -> dict[str, Any]:
    """The known constraints, in an entry of their own; none when nothing is left."""
    if not isinstance(raw, dict):
        return {}
    table, _, column = place.partition(".")
    found = _kept(raw, _CONSTRAINTS, f"{place}.constraints", log)
    dropped = sorted(key for key in raw if key not in _CONSTRAINTS)
    if "pattern" in found and kind not in _TEXTUAL:
        dropped.append("pattern")
        found.pop("pattern")
    if dropped:
        log.note("dropped-keys", place=f"{place}.constraints", keys=", ".join(dropped))
    if "pattern" in found and not is_quick(found["pattern"]):
        log.note("dropped-pattern", table=table, column=column, pattern=found.pop("pattern"))
    return {"constraints": found} if found else {}


def _missing(raw: Any, table: str, log: Log) -> list[str]:
    """The marks for no value as plain strings; frictionless knows no labels."""
    if raw is None:
        return [""]
    items = raw if isinstance(raw, list) else [raw]
    if any(isinstance(item, dict) for item in items):
        log.note("dropped-labels", table=table)
    values = [item.get("value", "") if isinstance(item, dict) else item for item in items]
    return [str(value) for value in values if isinstance(value, str | int | float)]
