"""Types, constraints and keys as each package declares them: the door to frictionless.

Frictionless is handed cells that were read here, as inline rows: it opens no file, follows no link, guesses no
dialect, and its row number is an index into our own lines, also after a line break inside a cell.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from frictionless import Error, FrictionlessException, Schema
from frictionless import Package as Checked

from build_scripts.model import Package, Problem, Resource, Text
from build_scripts.read.problems import Spot, nearest, problem
from build_scripts.read.sound import is_sound

_CONSTRAINT = re.compile(r'constraint "(\w+)"')
_SAME_AS = re.compile(r"position (\d+)$")
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_CODES = {
    "required": "constraint-required",
    "enum": "constraint-enum",
    "pattern": "constraint-pattern",
    "minimum": "constraint-minimum",
    "exclusiveMinimum": "constraint-minimum",
    "maximum": "constraint-maximum",
    "exclusiveMaximum": "constraint-maximum",
    "minLength": "constraint-length",
    "maxLength": "constraint-length",
}
_PLAIN = Text("giá trị đúng kiểu “{type}”", "a value of the type “{type}”")
_TYPES = {
    "integer": Text("số nguyên, ví dụ 1234", "a whole number, such as 1234"),
    "number": Text("số, dấu thập phân là “{decimal}”", "a number with “{decimal}” as decimal sign"),
    "boolean": Text("{true} hoặc {false}", "{true} or {false}"),
    "date": Text(
        "ngày dạng năm-tháng-ngày, ví dụ 2026-11-23", "a date as year-month-day, such as 2026-11-23"
    ),
    "year": Text("năm, ví dụ 2026", "a year, such as 2026"),
    "yearmonth": Text("năm-tháng, ví dụ 2026-11", "a year and month, such as 2026-11"),
}


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """A table with its schema and everything needed to say where a problem is."""

    resource: Resource
    file: str
    schema: dict[str, Any]
    lines: list[int]

    def line(self, row_number: int) -> int:
        """The line of frictionless' row; its first row is the header."""
        return self.lines[row_number - 2]

    def field(self, name: str) -> dict[str, Any]:
        """The declaration of a column."""
        found: dict[str, Any] = next(field for field in self.schema["fields"] if field["name"] == name)
        return found


class _Rows(list[list[str]]):
    """Rows that are shared, not copied: frictionless copies descriptors several times, and the cells with them."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "_Rows":
        return self


def schema_problems(package: Package) -> Iterator[Problem]:
    """Everything in the tables of `package` that does not fit its own schemas."""
    file = f"{package.folder}/datapackage.json"
    invalid = list(_invalid_constraints(package.descriptor, file))
    if invalid:
        yield from invalid
        return
    sheets = [
        _Sheet(resource, f"{package.folder}/{resource.path}", raw["schema"], list(resource.table.cells.index))
        for resource, raw in zip(package.resources, package.descriptor["resources"], strict=True)
    ]
    try:
        report = Checked.from_descriptor(_inline(package)).validate(limit_errors=0)
    except FrictionlessException as refusal:
        for reason in refusal.reasons if refusal.reasons else [refusal.error]:
            yield problem("schema-invalid", Spot(file), note=reason.note)
        return
    for error in report.errors:
        yield problem("schema-invalid", Spot(file), note=error.note)
    by_name = {sheet.resource.name: sheet for sheet in sheets}
    for task in report.tasks:
        for error in task.errors:
            yield _problem(error, by_name[task.name], by_name, file)


def _inline(package: Package) -> dict[str, Any]:
    """The descriptor as frictionless gets it: names, schemas and cells, nothing that leads anywhere.

    Of a sound table that no other refers to the first row will do.
    """
    resources = []
    targets = _targets(package)
    for resource, raw in zip(package.resources, package.descriptor["resources"], strict=True):
        names = [field.name for field in resource.fields]
        null = raw.get("dialect", {}).get("nullSequence")
        schema = raw["schema"] if null is None else {**raw["schema"], "missingValues": [null]}
        cells = resource.table.cells
        if resource.name not in targets and is_sound(cells, schema):
            cells = cells.head(1)
        rows = _Rows([names, *cells.to_numpy(dtype=object).tolist()])
        resources.append({"name": resource.name, "type": "table", "data": rows, "schema": schema})
    return {"$schema": package.descriptor["$schema"], "name": package.name, "resources": resources}


def _targets(package: Package) -> set[str]:
    """The tables that foreign keys lead to."""
    keys = (key for raw in package.descriptor["resources"] for key in raw["schema"].get("foreignKeys", []))
    return {key["reference"]["resource"] for key in keys}


def _invalid_constraints(descriptor: dict[str, Any], file: str) -> Iterator[Problem]:
    """Constraints on which frictionless would stumble: patterns that are none, limits of another type."""
    for index, raw in enumerate(descriptor["resources"]):
        for number, field in enumerate(raw["schema"]["fields"]):
            for name, value in field.get("constraints", {}).items():
                if not _is_usable(name, value, field):
                    place = f"resources[{index}].schema.fields[{number}].constraints.{name}"
                    spot = Spot(file, None, place, str(value))
                    yield problem("constraint-invalid", spot, constraint=name, column=field["name"])


def _is_usable(name: str, value: Any, field: dict[str, Any]) -> bool:
    if name == "pattern":
        try:
            re.compile(f"^{value}$")
        except re.error:
            return False
    if name not in _BOUNDS:
        return True
    bare = {key: field[key] for key in ("type", "format") if key in field}
    try:
        reader = (
            Schema.from_descriptor({"fields": [{**bare, "name": "bound"}]}).fields[0].create_value_reader()
        )
    except FrictionlessException:
        return True
    return reader(value) is not None


def _problem(error: Error, sheet: _Sheet, sheets: dict[str, _Sheet], descriptor: str) -> Problem:
    """Our words and our place for what frictionless found."""
    found = error.to_dict()
    if "rowNumber" not in found:
        return problem("schema-invalid", Spot(descriptor), note=error.note)
    line = sheet.line(found["rowNumber"])
    if error.type == "primary-key":
        return _primary(error, line, sheet)
    if error.type == "foreign-key":
        return _foreign(found, line, sheet, sheets)
    if error.type == "blank-row":
        return problem("row-blank", Spot(sheet.file, line))
    if "fieldName" not in found:
        return problem("schema-invalid", Spot(sheet.file, line), note=error.note)
    return _cell(error, found, line, sheet)


def _primary(error: Error, line: int, sheet: _Sheet) -> Problem:
    key = sheet.schema["primaryKey"]
    cells = sheet.resource.table.cells.loc[line, key]
    spot = Spot(sheet.file, line, ", ".join(key), ", ".join(cells))
    if _SAME_AS.search(error.note) is None:
        return problem("primary-key-empty", spot)
    return problem("primary-key-duplicate", spot, other=_other_line(error, sheet))


def _cell(error: Error, found: dict[str, Any], line: int, sheet: _Sheet) -> Problem:
    name = found["fieldName"]
    field = sheet.field(name)
    value = str(sheet.resource.table.cells.loc[line, name])
    spot = Spot(sheet.file, line, name, value)
    if error.type == "unique-error":
        return problem("constraint-unique", spot, other=_other_line(error, sheet))
    if error.type == "constraint-error":
        match = _CONSTRAINT.search(error.note)
        constraint = "" if match is None else match.group(1)
        allowed = field["constraints"].get(constraint, "")
        listed = [str(item) for item in allowed] if isinstance(allowed, list) else [str(allowed)]
        near = nearest(value, listed) if constraint == "enum" else None
        return problem(_CODES[constraint], spot, near=near, allowed=", ".join(listed))
    words = _TYPES.get(field["type"], _PLAIN)
    particulars = {
        "type": field["type"],
        "decimal": field.get("decimalChar", "."),
        "true": field.get("trueValues", ["true"])[0],
        "false": field.get("falseValues", ["false"])[0],
    }
    expected = Text(words.vi.format(**particulars), words.en.format(**particulars))
    return problem("type-error", spot, expected_vi=expected.vi, expected_en=expected.en)


def _other_line(error: Error, sheet: _Sheet) -> str:
    """The line of the row that frictionless names in its note."""
    match = _SAME_AS.search(error.note)
    return "?" if match is None else str(sheet.line(int(match.group(1))))


def _foreign(found: dict[str, Any], line: int, sheet: _Sheet, sheets: dict[str, _Sheet]) -> Problem:
    own = found["fieldNames"]
    cells = sheet.resource.table.cells.loc[line, own]
    table = found["referenceName"] if found["referenceName"] else sheet.resource.name
    target = sheets[table].resource.table.cells[found["referenceFieldNames"]]
    near = nearest(cells.iloc[0], target.iloc[:, 0].unique()) if len(own) == 1 else None
    return problem(
        "foreign-key-missing",
        Spot(sheet.file, line, ", ".join(own), ", ".join(cells)),
        near=near,
        table=table,
    )
