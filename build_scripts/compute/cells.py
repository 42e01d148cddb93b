"""The cells of a table as values: what the schema says they are, never what they look like."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from math import isfinite
from typing import Any, Final

from build_scripts.model import Field, Kind, Package
from build_scripts.model.asking import everything
from build_scripts.model.holding import held

Value = str | int | float | bool | date | datetime | None

MOST_DIGITS: Final = 15
"""Digits that every program keeps of a number."""
_TRUE: Final = ("true", "True", "TRUE", "1")
_FALSE: Final = ("false", "False", "FALSE", "0")
_WHOLE = re.compile(r"[+-]?[0-9]+", re.ASCII)
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?", re.ASCII)
_AROUND = re.compile(r"^[^-+.\d]+|[^\d.]+$", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?"
)
_PLAIN: Final = ("", "default")


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column with its values, `None` where one is missing.

    Everything is `text`, as it stands in the file, that no program holds exactly: whole numbers of more than
    fifteen digits, numbers that are none (NaN, INF), dates written in a way of their own.
    """

    field: Field
    kind: Kind
    values: tuple[Value, ...]

    @property
    def is_complete(self) -> bool:
        """Whether the schema forbids that a value is missing, and none is."""
        return ("required", True) in self.field.constraints and None not in self.values


class _UnreadableError(ValueError):
    """A cell that is not what its column says, or that no program would hold exactly."""


@everything
@held(8)
def columns_of(package: Package, number: int) -> tuple[Column, ...]:
    """Read every column of the table at place `number` of the package; those of a large table come without values."""
    raw, resource = package.descriptor["resources"][number], package.resources[number]
    null = raw.get("dialect", {}).get("nullSequence")
    general = raw["schema"].get("missingValues", [""]) if null is None else [null]
    cells, large = resource.table.cells, resource.table.large
    if large is not None:  # what it holds stays on disk
        pairs = zip(resource.fields, large.summaries(), strict=True)
        return tuple(Column(field, summary.kind, ()) for field, summary in pairs)
    return tuple(
        _column(field, own, cells[field.name].tolist(), _marks(own.get("missingValues", general)))
        for field, own in zip(resource.fields, raw["schema"]["fields"], strict=True)
    )


def records(columns: Sequence[Column]) -> Iterator[tuple[Value, ...]]:
    """Yield the rows of a table."""
    return zip(*(column.values for column in columns), strict=True)


def _marks(values: Collection[Any]) -> frozenset[str]:
    """The signs for a missing value, which may be explained by a label."""
    return frozenset(str(each["value"] if isinstance(each, Mapping) else each) for each in values)


def _column(field: Field, own: Mapping[str, Any], cells: Sequence[str], missing: Collection[str]) -> Column:
    """The column as what its type says, else as the text it is."""
    different = dict.fromkeys(cells)
    for kind, reader in _readers(own):
        try:
            known = {cell: None if cell in missing else reader(cell) for cell in different}
        except (ValueError, OverflowError):
            continue
        return Column(field, kind, tuple([known[cell] for cell in cells]))
    held = {cell: None if cell in missing else cell for cell in different}
    return Column(field, "text", tuple([held[cell] for cell in cells]))


def _readers(own: Mapping[str, Any]) -> Iterator[tuple[Kind, Callable[[str], Value]]]:
    """What the cells of a column may be read as, by its declaration; the first that fits them all is taken."""
    form = own.get("format", "")
    match own["type"]:
        case "integer":
            yield "integer", lambda cell: _whole(_bare(cell, own))
        case "year" if form in _PLAIN:
            yield "integer", _whole
        case "number":
            yield "number", lambda cell: _number(_bare(cell, own))
        case "boolean":
            yield "boolean", lambda cell: _truth(cell, own)
        case "date":
            yield "date", lambda cell: _day(cell, form)
        case "datetime":
            yield "moment", lambda cell: _moment(cell, form)
            yield "instant", lambda cell: _instant(cell, form)


def _bare(cell: str, own: Mapping[str, Any]) -> str:
    """A number without the signs around it and between its digits."""
    text = cell.strip()
    if own.get("bareNumber") is False:
        text = _AROUND.sub("", text)
    group, decimal = own.get("groupChar"), own.get("decimalChar", ".")
    if group:
        text = text.replace(group, "")
    return text if decimal == "." else text.replace(".", " ").replace(decimal, ".")


def _whole(text: str) -> int:
    if _WHOLE.fullmatch(text) is None or len(text.lstrip("+-0")) > MOST_DIGITS:
        raise _UnreadableError(text)
    return int(text)


def _number(text: str) -> float:
    if _NUMBER.fullmatch(text) is None or not isfinite(float(text)):
        raise _UnreadableError(text)
    return float(text)


def _truth(cell: str, own: Mapping[str, Any]) -> bool:
    if cell in own.get("trueValues", _TRUE):
        return True
    if cell in own.get("falseValues", _FALSE):
        return False
    raise _UnreadableError(cell)


def _day(cell: str, form: str) -> date:
    if form in _PLAIN and _DAY.fullmatch(cell) is not None:
        return date.fromisoformat(cell)
    return datetime.strptime(cell, _pattern(form, cell)).date()  # noqa: DTZ007 - a day has no zone


def _moment(cell: str, form: str) -> datetime:
    found = _time(cell, form)
    if found.tzinfo is not None:
        raise _UnreadableError(cell)
    return found


def _instant(cell: str, form: str) -> datetime:
    found = _time(cell, form)
    if found.tzinfo is None:
        raise _UnreadableError(cell)
    return found.astimezone(UTC)


def _time(cell: str, form: str) -> datetime:
    if form in _PLAIN and _TIME.fullmatch(cell) is not None:
        return datetime.fromisoformat(cell)
    return datetime.strptime(cell, _pattern(form, cell))  # noqa: DTZ007 - the caller asks for the zone


def _pattern(form: str, cell: str) -> str:
    """The form in which dates are written; none is guessed."""
    if "%" not in form:
        raise _UnreadableError(cell)
    return form
