"""The only place where frictionless runs: a process of its own, started isolated and told what to check on its input.

It is run as a file, `python -I checker.py`, and imports nothing of ours. Questions and answers are JSON, each behind
its length in four bytes. Once frictionless is loaded, no socket, no other program and no file to write can be opened,
and memory is limited; whoever asks also limits the time.
"""

import json
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from decimal import Context, Decimal
from typing import Any, BinaryIO

from frictionless import Detector, FrictionlessException, Package, Schema
from frictionless.resources import TableResource

_LENGTH = struct.Struct(">I")
_MEMORY = 1_500_000_000
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.fork",
    "os.remove",
    "os.rename",
)
_DIGITS = 400
_EXACT = Context(prec=10_000)
_SECOND = "https://datapackage.org/profiles/2.0/tableschema.json"
_WRITING = frozenset("wax+")


_Tables = dict[str, tuple[list[list[str]], dict[str, Any]]]
"""Tables with their schemas, by name."""


class _Rows(list[list[str]]):
    """Rows that are shared, not copied: frictionless copies descriptors several times, and the cells with them."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "_Rows":
        return self


def main() -> None:
    """Answer questions until the input ends."""
    _confine()
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        asked = _read(source)
        if asked is None:
            return
        try:
            answer = _ANSWERS[asked["do"]](asked)
        except (MemoryError, RecursionError):
            answer = None
        _write(target, answer)


def _confine() -> None:
    """Give up what checking needs none of; a system that does not know a limit goes without it."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    with suppress(ImportError, OSError, AttributeError):
        import ctypes  # noqa: PLC0415 - only to leave the network where the system lets us

        new_user, new_network = 0x10000000, 0x40000000
        ctypes.CDLL(None, use_errno=True).unshare(new_user | new_network)
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Stop what no check of a table does."""
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)
    if event == "open" and isinstance(arguments[1], str) and _WRITING & set(arguments[1]):
        raise PermissionError(event)


def _read(source: BinaryIO) -> dict[str, Any] | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    found: dict[str, Any] = json.loads(source.read(_LENGTH.unpack(head)[0]))
    return found


def _write(target: BinaryIO, answer: Any) -> None:
    data = json.dumps(answer).encode()
    target.write(_LENGTH.pack(len(data)) + data)
    target.flush()


def _checked(asked: dict[str, Any]) -> dict[str, Any]:
    """Everything in the tables that does not fit their schemas: limits of another type first, they would stop the rest."""
    resources = asked["package"]["resources"]
    invalid = [
        [index, number, name]
        for index, resource in enumerate(resources)
        for number, field in enumerate(resource["schema"]["fields"])
        for name in _BOUNDS
        if name in field.get("constraints", {}) and not _is_bound(field["constraints"][name], field)
    ]
    if invalid:
        return {"invalid": invalid}
    keys = (key for each in resources for key in each["schema"].get("foreignKeys", []))
    targets = {key["reference"]["resource"] for key in keys}
    others = {each["name"]: (each["data"], each["schema"]) for each in resources}
    for each in resources:
        if each["name"] not in targets and is_sound(each["data"], each["schema"], others):
            each["data"] = each["data"][:2]  # of a sound table that no other refers to the first row will do
        each["data"] = _Rows(each["data"])
    try:
        report = Package.from_descriptor(asked["package"]).validate(limit_errors=asked["most"])
    except FrictionlessException as refusal:
        return {"refused": [each.note for each in (refusal.reasons or [refusal.error])]}
    return {
        "refused": [error.note for error in report.errors],
        "tasks": [[task.name, [_told(error) for error in task.errors]] for task in report.tasks],
    }


def _told(error: Any) -> dict[str, Any]:
    kept = ("rowNumber", "fieldName", "fieldNames", "referenceName", "referenceFieldNames")
    found = error.to_dict()
    return {"type": error.type, "note": error.note, **{key: found[key] for key in kept if key in found}}


def _is_bound(value: Any, field: dict[str, Any]) -> bool:
    """Whether a limit can be read as its column is; a column that is none itself is somebody else's matter."""
    bare = {key: field[key] for key in ("type", "format") if key in field}
    try:
        reader = Schema.from_descriptor({"fields": [{**bare, "name": "x"}]}).fields[0].create_value_reader()
    except FrictionlessException:
        return True
    return reader(value) is not None


def is_sound(data: list[list[str]], schema: dict[str, Any], others: _Tables | None = None) -> bool:
    """Whether every cell fits its column, no primary key occurs twice, and `others` hold what foreign keys name.

    In doubt, it is not. Each different text is read once, by frictionless' own readers: row by row takes a hundred
    times as long.
    """
    if any(field.get("constraints", {}).get("unique") for field in schema["fields"]):
        return False
    columns = _columns(data, schema)
    if columns is None or any(
        all(part is None for part in row) for row in zip(*columns.values(), strict=True)
    ):
        return False
    parts = [columns[name] for name in schema.get("primaryKey", []) if name in columns]
    keys = schema.get("foreignKeys", [])
    return (not parts or _is_key(list(zip(*parts, strict=True)))) and all(
        _is_held(columns, key, others if others is not None else {}) for key in keys
    )


def _columns(data: list[list[str]], schema: dict[str, Any]) -> dict[str, list[Any]] | None:
    """The values of a table by their columns; none when a cell does not fit."""
    try:
        fields = Schema.from_descriptor({**schema, "foreignKeys": []}).fields
        readers = [(field.name, field.create_cell_reader()) for field in fields]
    except FrictionlessException:
        return None
    columns: dict[str, list[Any]] = {}
    for place, (name, reader) in enumerate(readers):
        column = [row[place] for row in data[1:]]
        read = {cell: reader(cell) for cell in set(column)}
        if any(notes for _, notes in read.values()):
            return None
        columns[name] = [read[cell][0] for cell in column]
    return columns


def _is_held(columns: dict[str, list[Any]], key: dict[str, Any], others: _Tables) -> bool:
    """Whether the table that a foreign key refers to has every value; a row without one refers to nothing."""
    named = others.get(key["reference"]["resource"])
    held = None if named is None else _columns(*named)
    if held is None:
        return False
    try:
        wanted = set(zip(*(columns[name] for name in key["fields"]), strict=True))
        found = set(zip(*(held[name] for name in key["reference"]["fields"]), strict=True))
    except (KeyError, TypeError):
        return False
    return all(each in found or all(part is None for part in each) for each in wanted)


def _is_key(rows: list[tuple[Any, ...]]) -> bool:
    try:
        return len(set(rows)) == len(rows) and not any(all(part is None for part in row) for row in rows)
    except TypeError:  # lists and objects cannot be compared this way
        return False


def _accepted(asked: dict[str, Any]) -> bool:
    """Whether frictionless takes the declaration of a column."""
    try:
        Schema.from_descriptor({"fields": [asked["field"]]})
    except FrictionlessException:
        return False
    return True


def _readable(asked: dict[str, Any]) -> bool:
    """Whether every cell can be read as its column declares."""
    reader = Schema.from_descriptor({"fields": [asked["field"]]}).fields[0].create_value_reader()
    return all(reader(cell) is not None for cell in asked["cells"])


def _judged(asked: dict[str, Any]) -> list[tuple[bool, str | None]]:
    """Whether each cell fits its column, and its value written in the one way that all equal values share."""
    schema = Schema.from_descriptor(
        {"$schema": _SECOND, "fields": [asked["field"]], "missingValues": asked["missing"]}
    )
    reader = schema.fields[0].create_cell_reader()
    return [(not notes, _same(value)) for value, notes in map(reader, asked["cells"])]


def _same(value: Any) -> str | None:
    """The value in words that it shares with those equal to it: one, 1.0 and true; `None` for none."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool | int | float | Decimal):
        number = Decimal(value)
        is_short = number.is_finite() and abs(number.adjusted()) < _DIGITS
        plain = format(number.normalize(_EXACT), "f") if is_short else str(number)
        return "0" if plain == "-0" else plain
    return str(value.isoformat()) if hasattr(value, "isoformat") else repr(value)


def _detected(asked: dict[str, Any]) -> str:
    """What frictionless takes these cells for, every one of them."""
    rows = [["cells"], *([cell] for cell in asked["cells"])]
    resource = TableResource(data=rows, detector=Detector(field_confidence=1, sample_size=len(rows)))
    resource.infer()
    return str(resource.schema.fields[0].type)


_ANSWERS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "check": _checked,
    "accepts": _accepted,
    "reads": _readable,
    "detects": _detected,
    "judges": _judged,
}

if __name__ == "__main__":
    main()
