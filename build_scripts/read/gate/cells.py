"""What no schema says of a cell: invisible signs, formulas, data of persons, numbers written for another reader."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import pandas as pd

from build_scripts.model import Problem
from build_scripts.read.gate.addresses import is_active, is_address, is_web
from build_scripts.read.gate.formulas import is_formula
from build_scripts.read.gate.numbers import THOUSANDS, all_thousands, is_lenient, is_mark, is_number, meant
from build_scripts.read.gate.personal import is_of_persons, kinds
from build_scripts.read.gate.signs import forbidden, named
from build_scripts.read.problems import Spot, problem

_TEXTS: Final = frozenset({"string", "any"})
_NUMBERS: Final = frozenset({"number", "integer"})
WEB_COLUMNS: Final = frozenset({"url", "path", "homepage", "link", "website"})
_PLAIN: Final = {
    "integer": re.compile("-?[1-9][0-9]{0,14}|0"),
    "number": re.compile(r"-?[1-9][0-9]{0,14}(?:\.[0-9]{1,15})?|-?0(?:\.[0-9]{1,6})?"),
}
"""Numbers in which no reader sees anything else; they are too short for a telephone's or a person's."""
_READING = (" Có phải {cell} -> {reading}?", " Is it {cell} -> {reading}?")


@dataclass(frozen=True, slots=True)
class Looked:
    """How cells are looked at: the day it is (`None` when nobody says), which cells were reviewed, who checks NFC."""

    today: date | None = None
    reviewed: Collection[tuple[str, str, str]] = field(default_factory=frozenset)
    """(file, column, cell) of cells that may hold what looks like data of persons."""
    is_profiled: bool = False


@dataclass(frozen=True, slots=True)
class Declared:
    """A column of `file` as it is declared, `raw`, and the marks for no value in it."""

    file: str
    raw: Mapping[str, Any]
    missing: Collection[str]

    @property
    def name(self) -> str:
        """What it is called."""
        return str(self.raw["name"])

    @property
    def kind(self) -> str:
        """Its type in Table Schema."""
        return str(self.raw["type"])

    @property
    def is_doubtful(self) -> bool:
        """Whether its numbers may be those of persons however they begin, or have words around them."""
        return self.raw.get("bareNumber") is False or is_of_persons(self.name)


_Found = Iterator[tuple[str, dict[str, str]]]


def cell_problems(
    cells: pd.DataFrame, resource: Mapping[str, Any], file: str, looked: Looked
) -> Iterator[Problem]:
    """Everything that is wrong with the cells of a table whatever its schema declares."""
    for column in declared(resource, file):
        found = cells[column.raw["name"]]
        different = found.unique().tolist()
        for cell in _doubtful(different, column):
            for code, details in faults(cell, column, looked):
                for line in found.index[found == cell]:
                    yield problem(code, Spot(file, int(line), column.name, cell), **details)
        if may_be_thousands(column) and all(
            THOUSANDS.fullmatch(cell) for cell in different if cell not in column.missing
        ):
            yield from _thousands(column, found)


def _doubtful(cells: list[str], column: Declared) -> list[str]:
    """The cells without those that are plainly numbers in a column of plain numbers."""
    form = _PLAIN.get(column.kind)
    if form is None or column.is_doubtful or "decimalChar" in column.raw or "groupChar" in column.raw:
        return cells
    return [cell for cell in cells if form.fullmatch(cell) is None]


def declared(resource: Mapping[str, Any], file: str) -> Iterator[Declared]:
    """The columns of a table; an empty cell is always one without a value."""
    schema = resource["schema"]
    null = resource.get("dialect", {}).get("nullSequence")
    marks = schema["missingValues"] if null is None else [null]
    for raw in schema["fields"]:
        yield Declared(file, raw, {_mark(mark) for mark in raw.get("missingValues", marks)} | {""})


def _mark(mark: Any) -> str:
    return str(mark["value"]) if isinstance(mark, dict) else str(mark)


def faults(cell: str, column: Declared, looked: Looked) -> _Found:
    """The codes of what is wrong with a cell, wherever in its column it stands, each with its particulars."""
    sign = forbidden(cell)
    if sign is not None:
        yield "character-forbidden", {"character": named(sign)}
        return
    if cell in column.missing:
        return
    ways: Mapping[str, Callable[[str, Declared, Looked], _Found]] = {
        **dict.fromkeys(_TEXTS, _of_text),
        **dict.fromkeys(_NUMBERS, _of_number),
    }
    yield from ways.get(column.kind, _of_other)(cell, column, looked)


def _of_text(cell: str, column: Declared, looked: Looked) -> _Found:
    if is_formula(cell):
        yield "cell-formula", {}
    elif is_active(cell) or (
        is_address(cell) and column.name.lower() in WEB_COLUMNS and not all(map(is_web, cell.split()))
    ):
        yield "address-unsafe", {}
    if not looked.is_profiled and not unicodedata.is_normalized("NFC", cell):
        yield "text-decomposed", {}
    yield from _of_person(cell, column, looked)


def _of_person(cell: str, column: Declared, looked: Looked) -> _Found:
    is_link = is_address(cell) and not any(sign.isspace() for sign in cell.strip())
    if is_link or (column.file, column.name, cell) in looked.reviewed:
        return
    for kind in kinds(cell, column.name):
        yield "personal-data", {"kind_vi": kind.vi, "kind_en": kind.en}


def _of_number(cell: str, column: Declared, looked: Looked) -> _Found:
    if "\n" in cell or "\r" in cell:
        yield "cell-line-break", {}
    elif is_number(cell, column.raw):
        if cell[0] in "0+" or column.is_doubtful:
            yield from _of_person(cell, column, looked)
    elif is_mark(cell):
        yield "missing-mark", {}
    elif is_lenient(cell):
        reading = meant(cell)
        said = (
            ("", "")
            if reading is None
            else tuple(each.format(cell=cell, reading=reading) for each in _READING)
        )
        decimal = str(column.raw.get("decimalChar", "."))
        yield "number-form", {"decimal": decimal, "reading_vi": said[0], "reading_en": said[1]}


def _of_other(cell: str, column: Declared, looked: Looked) -> _Found:
    if "\n" in cell or "\r" in cell:
        yield "cell-line-break", {}
    elif not cell.isascii() and any(sign.isdecimal() and not sign.isascii() for sign in cell):
        yield "number-form", {"decimal": ".", "reading_vi": "", "reading_en": ""}
    elif column.kind in {"date", "datetime"} and looked.today is not None and _is_later(cell, looked.today):
        yield "date-in-future", {}
    elif column.kind in {"array", "object", "list", "geojson"}:
        yield from _of_person(cell, column, looked)


def _is_later(cell: str, today: date) -> bool:
    try:
        return date.fromisoformat(cell[:10]) > today
    except ValueError:
        return False


def may_be_thousands(column: Declared) -> bool:
    """Whether the points in a column of numbers may have been meant to part thousands."""
    return column.kind == "number" and "decimalChar" not in column.raw and "groupChar" not in column.raw


def _thousands(column: Declared, cells: pd.Series) -> Iterator[Problem]:
    """What only a whole column tells."""
    kept = cells[~cells.isin(list(column.missing))]
    first = all_thousands(kept)
    if first is not None:
        spot = Spot(column.file, int(kept.index[0]), column.name, first)
        yield problem("number-thousands", spot, reading=first.replace(".", ""))
