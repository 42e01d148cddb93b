"""Types, constraints and keys as each package declares them: what frictionless says of them, in our words and places.

Frictionless runs in a process of its own (`checker.py`) and is handed cells that were read here, as inline rows: it
opens no file, follows no link, guesses no dialect, and its row number is an index into our own lines, also after a
line break inside a cell. Regular expressions are not its matter: they are matched here, in linear time.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.ground.kept import Kept, key_of
from build_scripts.model import Package, Problem, Resource, Text
from build_scripts.read.gate.child import answer_to
from build_scripts.read.gate.numbers import meant
from build_scripts.read.gate.patterns import compiled, matches
from build_scripts.read.problems import Spot, nearest, problem
from build_scripts.read.question import asked_schema, inline

MOST_ERRORS: Final = 1000
_TAKEN: Final = b"taken"
_CONSTRAINT = re.compile(r'constraint "(\w+)"')
_SAME_AS = re.compile(r"position (\d+)$")
_CODES = {
    "required": "constraint-required",
    "enum": "constraint-enum",
    "minimum": "constraint-minimum",
    "exclusiveMinimum": "constraint-minimum",
    "maximum": "constraint-maximum",
    "exclusiveMaximum": "constraint-maximum",
    "minLength": "constraint-length",
    "maxLength": "constraint-length",
}
_SLIPS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", "/": "-"})
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

    def missing(self, field: dict[str, Any]) -> list[str]:
        """The marks for no value in a column."""
        return marks_of(field, self.schema)


def marks_of(field: dict[str, Any], schema: dict[str, Any]) -> list[str]:
    """The marks for no value in a column of a table with this schema."""
    marks = field.get("missingValues", schema.get("missingValues", [""]))
    return [mark["value"] if isinstance(mark, dict) else mark for mark in marks]


def schema_problems(package: Package, most: int = MOST_ERRORS, kept: Kept | None = None) -> Iterator[Problem]:
    """Everything in the tables of `package` that does not fit its own schemas.

    Of each table, frictionless tells about `most` errors and goes no further; schemas that it took are `kept`.
    """
    file = f"{package.folder}/datapackage.json"
    invalid = list(_invalid_patterns(package.descriptor, file))
    if invalid:
        yield from invalid
        return
    sheets = [
        _Sheet(
            resource, f"{package.folder}/{resource.path}", asked_schema(raw), list(resource.table.cells.index)
        )
        for resource, raw in zip(package.resources, package.descriptor["resources"], strict=True)
    ]
    answer = _answer({"do": "check", "package": inline(package), "most": most}, kept)
    if answer is None:
        yield problem("check-stopped", Spot(file))
        return
    for index, number, name in answer.get("invalid", []):
        field = package.descriptor["resources"][index]["schema"]["fields"][number]
        yield _invalid(index, number, name, field, file)
    for note in answer.get("refused", []):
        yield problem("schema-invalid", Spot(file), note=note)
    by_name = {sheet.resource.name: sheet for sheet in sheets}
    for name, errors in answer.get("tasks", []):
        for error in errors:
            yield _problem(error, by_name[name], by_name, file)
    if "tasks" in answer:
        for sheet in sheets:
            yield from _unmatched(sheet)


def _answer(question: dict[str, Any], kept: Kept | None) -> Any:
    """What frictionless says; that it takes schemas for which no cells are asked about, it says once."""
    if kept is None or any(len(each["data"]) > 1 for each in question["package"]["resources"]):
        return answer_to(question)
    key = key_of("schemas", json.dumps(question, sort_keys=True))
    if kept.get(key) == _TAKEN:
        return {"tasks": []}
    answer = answer_to(question)
    if (
        answer is not None
        and not answer.get("refused")
        and all(not errors for _, errors in answer.get("tasks", [("", [0])]))
    ):
        kept.put(key, _TAKEN)
    return answer


def _invalid_patterns(descriptor: dict[str, Any], file: str) -> Iterator[Problem]:
    """Patterns that are none, are too long, or could make a machine run without end."""
    for index, raw in enumerate(descriptor["resources"]):
        for number, field in enumerate(raw["schema"]["fields"]):
            pattern = field.get("constraints", {}).get("pattern")
            if pattern is not None and compiled(pattern) is None:
                yield _invalid(index, number, "pattern", field, file)


def _invalid(index: int, number: int, name: str, field: dict[str, Any], file: str) -> Problem:
    place = f"resources[{index}].schema.fields[{number}].constraints.{name}"
    spot = Spot(file, None, place, str(field["constraints"][name]))
    return problem("constraint-invalid", spot, constraint=name, column=field["name"])


def _unmatched(sheet: _Sheet) -> Iterator[Problem]:
    """Cells that do not fit the pattern of their column."""
    for field in sheet.schema["fields"]:
        pattern = field.get("constraints", {}).get("pattern")
        if pattern is None:
            continue
        column, missing = sheet.resource.table.cells[field["name"]], sheet.missing(field)
        wrong = [cell for cell in column.unique() if cell not in missing and not matches(pattern, cell)]
        for line, cell in column[column.isin(wrong)].items():
            spot = Spot(sheet.file, int(str(line)), field["name"], str(cell))
            yield problem("constraint-pattern", spot, allowed=pattern)


def _problem(error: dict[str, Any], sheet: _Sheet, sheets: dict[str, _Sheet], descriptor: str) -> Problem:
    """Our words and our place for what frictionless found."""
    if "rowNumber" not in error:
        return problem("schema-invalid", Spot(descriptor), note=error["note"])
    line = sheet.line(error["rowNumber"])
    if error["type"] == "primary-key":
        return _primary(error, line, sheet)
    if error["type"] == "foreign-key":
        return _foreign(error, line, sheet, sheets)
    if error["type"] == "blank-row":
        return problem("row-blank", Spot(sheet.file, line))
    if "fieldName" not in error:
        return problem("schema-invalid", Spot(sheet.file, line), note=error["note"])
    return _cell(error, line, sheet)


def _primary(error: dict[str, Any], line: int, sheet: _Sheet) -> Problem:
    key = sheet.schema["primaryKey"]
    cells = sheet.resource.table.cells.loc[line, key]
    spot = Spot(sheet.file, line, ", ".join(key), ", ".join(cells))
    if _SAME_AS.search(error["note"]) is None:
        return problem("primary-key-empty", spot)
    return problem("primary-key-duplicate", spot, other=_other_line(error, sheet))


def _cell(error: dict[str, Any], line: int, sheet: _Sheet) -> Problem:
    name = error["fieldName"]
    field = sheet.field(name)
    value = str(sheet.resource.table.cells.loc[line, name])
    spot = Spot(sheet.file, line, name, value)
    if error["type"] == "unique-error":
        return problem("constraint-unique", spot, other=_other_line(error, sheet))
    if error["type"] == "constraint-error":
        match = _CONSTRAINT.search(error["note"])
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
    near = meant(value) if field["type"] in {"number", "integer"} else _without_slip(value, field["type"])
    return problem("type-error", spot, near=near, expected_vi=expected.vi, expected_en=expected.en)


def _without_slip(value: str, kind: str) -> str | None:
    """A year or date in which letters stand for digits, written with the digits."""
    text = value.strip().translate(_SLIPS)
    form = {"year": r"[12][0-9]{3}", "date": r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]"}.get(kind)
    return text if form is not None and text != value and re.fullmatch(form, text) else None


def _other_line(error: dict[str, Any], sheet: _Sheet) -> str:
    """The line of the row that frictionless names in its note."""
    match = _SAME_AS.search(error["note"])
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
