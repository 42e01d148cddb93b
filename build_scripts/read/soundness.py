"""Tables that surely fit their own schemas, told at a glance, so that nobody needs to read them cell by cell.

Every condition holds of sound tables only, and of what it does not know a table is not sure: it is handed to
frictionless whole. Of a table that is sure frictionless gets the schema and the first row.
"""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, Final

import pandas as pd

_KEYS: Final = frozenset({"fields", "primaryKey", "foreignKeys", "missingValues"})
_DEFAULT: Final = ("", "default")
_WORDS: Final = frozenset(
    {
        *("name", "type", "format", "constraints", "rdfType", "title", "title@en", "title@vi"),
        *("description", "description@en", "description@vi"),
    }
)
_FORMS: Final = {
    "integer": re.compile(r"-?[1-9][0-9]{0,14}|0"),
    "number": re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?"),
    "boolean": re.compile("true|false"),
    "date": re.compile("[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"),
    "year": re.compile("[12][0-9]{3}"),
    "string": re.compile(r"[\s\S]*"),
}
_NUMBERS: Final = frozenset({"integer", "number"})
_UNLIKE: Final = frozenset({"number"})
"""Types of which two texts may be one value."""
_BOUND = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_NAMES: Final[Mapping[str, frozenset[str]]] = {
    "string": frozenset({"required", "enum", "pattern", "minLength", "maxLength"}),
    **dict.fromkeys(_NUMBERS, frozenset({"required", "minimum", "maximum"})),
}
_Schema = Mapping[str, Any]
Tables = Mapping[str, tuple[pd.DataFrame, _Schema]]
"""Tables with their schemas, by name."""


def is_sure(cells: pd.DataFrame, schema: _Schema, others: Tables) -> bool:
    """Whether a table surely fits its schema: cells, primary key, and what its foreign keys name in `others`.

    Patterns are not looked at.
    """
    if not _is_known(schema) or not _fits(cells, schema):
        return False
    kinds = {field["name"]: field["type"] for field in schema["fields"]}
    key = schema.get("primaryKey", [])
    if any(name not in kinds or kinds[name] in _UNLIKE for name in key):
        return False
    if key and (_has_gaps(cells[key], schema) or bool(cells.duplicated(key).any())):
        return False
    return all(_is_held(cells, schema, each, others) for each in schema.get("foreignKeys", []))


def _is_known(schema: _Schema) -> bool:
    marks = schema.get("missingValues", [""])
    fields = schema["fields"]
    names = [field["name"] for field in fields]
    return (
        not schema.keys() - _KEYS
        and all(isinstance(mark, str) for mark in marks)
        and ""
        in marks  # without it frictionless takes a cell with nothing in it now for a text, now for none
        and len(set(names)) == len(names)
        and all(_is_plain(field) for field in fields)
    )


def _is_plain(field: _Schema) -> bool:
    """Whether a column declares nothing beyond what is looked at here."""
    constraints, kind = field.get("constraints", {}), field["type"]
    if kind not in _FORMS or field.keys() - _WORDS or field.get("format", "") not in _DEFAULT:
        return False
    if constraints.keys() - _NAMES.get(kind, frozenset({"required"})):
        return False
    bounds = [constraints[name] for name in ("minimum", "maximum") if name in constraints]
    lengths = [constraints[name] for name in ("minLength", "maxLength") if name in constraints]
    return (
        isinstance(constraints.get("required", False), bool)
        and all(not isinstance(each, bool) and _BOUND.fullmatch(str(each)) for each in bounds)
        and all(type(each) is int and each >= 0 for each in lengths)
        and all(isinstance(each, str) for each in constraints.get("enum", [""]))
    )


def _fits(cells: pd.DataFrame, schema: _Schema) -> bool:
    """Whether every cell fits its column, and one column at least is filled in every row."""
    marks = frozenset(schema.get("missingValues", [""]))
    is_filled = False
    for field in schema["fields"]:
        found = frozenset(cells[field["name"]].unique())
        if found & marks:
            if field.get("constraints", {}).get("required", False):
                return False
        else:
            is_filled = True
        if not _all_fit(found - marks, field):
            return False
    return is_filled and len(cells) > 0


def _all_fit(texts: Collection[str], field: _Schema) -> bool:
    constraints, form = field.get("constraints", {}), _FORMS[field["type"]]
    if field["type"] != "string" and not all(map(form.fullmatch, texts)):
        return False
    if "enum" in constraints and not set(texts) <= set(constraints["enum"]):
        return False
    if "minimum" in constraints or "maximum" in constraints:
        numbers = [Decimal(text) for text in texts]
        least, most = constraints.get("minimum"), constraints.get("maximum")
        if least is not None and any(each < Decimal(str(least)) for each in numbers):
            return False
        if most is not None and any(each > Decimal(str(most)) for each in numbers):
            return False
    shortest, longest = constraints.get("minLength", 0), constraints.get("maxLength")
    return all(len(text) >= shortest and (longest is None or len(text) <= longest) for text in texts)


def _has_gaps(cells: pd.DataFrame, schema: _Schema) -> bool:
    marks = schema.get("missingValues", [""])
    return any(bool(cells[name].isin(marks).any()) for name in cells.columns)


def _is_held(cells: pd.DataFrame, schema: _Schema, key: _Schema, others: Tables) -> bool:
    """Whether the other table, sure itself, has each text of a column; a cell without a value refers to nothing."""
    if key["reference"]["resource"] not in others or len(key["fields"]) != 1:
        return False
    held, other = others[key["reference"]["resource"]]
    (own,), (name,) = key["fields"], key["reference"]["fields"]
    kinds = [
        [field["type"] for field in each["fields"] if field["name"] == column]
        for each, column in ((schema, own), (other, name))
    ]
    if kinds != [["string"], ["string"]] or not _is_known(other) or not _fits(held, other):
        return False
    known = set(held[name].unique()) - set(other.get("missingValues", [""]))
    return set(cells[own].unique()) - set(schema.get("missingValues", [""])) <= known
