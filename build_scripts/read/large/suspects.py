"""The cells of a column that are not surely sound, each different one looked at as those of short tables are."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, Final

from build_scripts.model import Problem
from build_scripts.read.gate.cells import Declared, Looked, faults, may_be_thousands
from build_scripts.read.gate.child import answer_to
from build_scripts.read.gate.numbers import FEWEST, THOUSANDS
from build_scripts.read.gate.patterns import matches
from build_scripts.read.gate.shortening import SHOWN, TELLING
from build_scripts.read.large.lines import Lines
from build_scripts.read.large.store import StoppedError, Store
from build_scripts.read.large.sure import NEVER, sure
from build_scripts.read.large.tally import Tally
from build_scripts.read.problems import Spot, problem

MOST: Final = 1000
"""Rows with something that frictionless refuses, of which it tells the errors."""
_PATTERN: Final = "constraint-pattern"

Seen = tuple[str, int, int]
"""A cell, how often it stands in the column, and the first row where it does."""


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a stored table: the table's number, the column's, and on which line a row starts.

    `raw` is its declaration, `field` the same as frictionless gets it, `marks` are those of the whole table for no value,
    `known` those of the column. Cells are not held to a declaration that is not valid.
    """

    table: int
    column: int
    lines: Lines
    raw: Mapping[str, Any]
    field: Mapping[str, Any]
    marks: Sequence[Any]
    known: Collection[str]
    is_valid: bool

    @property
    def cell(self) -> str:
        """The cell in SQL."""
        return f"c{self.column}"

    @property
    def values(self) -> str:
        """The table of cells whose value is written otherwise than they are."""
        return f"v{self.table}_{self.column}"


@dataclass(slots=True)
class _Kept:
    """The cells that came first: among those of the hundred first ones stand the hundred first rows."""

    most: int
    found: list[tuple[int, str]] = dataclass_field(default_factory=list)

    def add(self, first: int, cell: str) -> None:
        heapq.heappush(self.found, (-first, cell))
        if len(self.found) > self.most:
            heapq.heappop(self.found)

    @property
    def cells(self) -> list[str]:
        return [cell for _, cell in self.found]


@dataclass(slots=True)
class Column:
    """What is known of a column once its cells were looked at.

    `patterns` are cells that do not fit its pattern; `bad` the first rows of which frictionless refuses the cell; it
    `is_sure` when there was no cell to be looked at.
    """

    tally: Tally
    patterns: Tally
    bad: list[int]
    is_sure: bool


def looked_at(store: Store, place: Place, column: Declared, looked: Looked) -> Column:
    """Look at every different cell that is not surely sound; of a key, note the values."""
    wrong: dict[str, _Kept] = defaultdict(lambda: _Kept(SHOWN))
    counts: Counter[str] = Counter()
    refused = _Kept(MOST)
    seen = 0
    for page in _suspects(store, place):
        seen += len(page)
        for cell, n, first in page:
            for code in _codes(cell, place, column, looked):
                counts[code] += n
                wrong[code].add(first, cell)
        for cell, first in _refused(store, place, page):
            refused.add(first, cell)
    found = {True: Tally(), False: Tally()}
    for code, kept in wrong.items():
        rows = _rows(store, place, kept.cells, SHOWN)
        told = [each for row, cell in rows for each in _problems(row, cell, code, (place, column, looked))]
        tally = found[code == _PATTERN]
        tally.add(told)
        tally.beyond[(column.file, code)] += counts[code] - len(told)
    found[False].add(_thousands(store, place, column))
    bad = _rows(store, place, refused.cells, MOST) if refused.found else []
    return Column(found[False], found[True], [row for row, _ in bad], not seen)


def _suspects(store: Store, place: Place) -> Iterator[list[Seen]]:
    """Each different cell that is not surely sound."""
    condition = sure(place.raw, place.cell)
    name = f"s{place.table}_{place.column}"
    where = "" if condition == NEVER else f"WHERE NOT ({condition.sql})"
    store.ask(f"CREATE OR REPLACE TEMP TABLE {place.values} (cell VARCHAR, same VARCHAR)")
    store.ask(
        f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {place.cell} AS cell, count(*) AS n, min(rowid) AS first "
        f"FROM t{place.table} {where} GROUP BY {place.cell}",
        condition.given,
    )
    yield from store.pages(name, "cell, n, first")
    store.ask(f"DROP TABLE {name}")


def _codes(cell: str, place: Place, column: Declared, looked: Looked) -> Iterator[str]:
    """The codes of everything that is wrong with a cell, that of the pattern too unless another one says more."""
    found = [code for code, _ in faults(cell, column, looked)]
    yield from found
    pattern = place.raw.get("constraints", {}).get("pattern")
    if (
        pattern is not None
        and cell not in place.known
        and not TELLING & set(found)
        and not matches(pattern, cell)
    ):
        yield _PATTERN


def _problems(row: int, cell: str, code: str, where: tuple[Place, Declared, Looked]) -> Iterator[Problem]:
    place, column, looked = where
    spot = Spot(column.file, place.lines.of(row), column.name, cell)
    if code == _PATTERN:
        yield problem(code, spot, allowed=column.raw["constraints"]["pattern"])
    else:
        yield from (
            problem(code, spot, **more) for each, more in faults(cell, column, looked) if each == code
        )


def _refused(store: Store, place: Place, page: Sequence[Seen]) -> Iterator[tuple[str, int]]:
    """The cells that frictionless refuses, each with its first row; of a key, the values of the others are noted."""
    is_read = is_text(place.field)
    if not place.is_valid or (
        is_read and not (place.field.get("constraints", {}).keys() - {"unique", "pattern"})
    ):
        return
    cells = [cell for cell, _, _ in page]
    answer = answer_to({"do": "judges", "field": place.field, "missing": place.marks, "cells": cells})
    if answer is None:
        raise StoppedError
    if not is_read:
        store.add(place.values, [(cell, same) for cell, (_, same) in zip(cells, answer, strict=True) if same])
    for (cell, _, first), (fits, _) in zip(page, answer, strict=True):
        if not fits:
            yield cell, first


def is_text(raw: Mapping[str, Any]) -> bool:
    """Whether every cell of a column is its own value."""
    return raw["type"] in ("string", "any") and raw.get("format", "") in ("", "default")


def _rows(store: Store, place: Place, cells: Sequence[str], most: int) -> list[tuple[int, str]]:
    """The first rows that hold one of the cells."""
    found = store.ask(
        f"SELECT rowid, {place.cell} FROM t{place.table} WHERE {place.cell} IN (SELECT unnest(?)) "
        f"ORDER BY rowid LIMIT {most}",
        [list(cells)],
    )
    return [(int(row), str(cell)) for row, cell in found]


def _thousands(store: Store, place: Place, column: Declared) -> Iterator[Problem]:
    """What only a whole column tells: all its numbers look like `1.234`."""
    if not may_be_thousands(column):
        return
    filled = f"FROM t{place.table} WHERE {place.cell} NOT IN (SELECT unnest(?))"
    form, missing = THOUSANDS.pattern, list(column.missing)
    other = f"NOT regexp_full_match({place.cell}, ?) LIMIT 1"
    if store.ask(f"SELECT 1 {filled} AND {other}", [missing, form]):
        return
    ((count, least, most, first),) = store.ask(
        f"SELECT count(*), min({place.cell}), max({place.cell}), min(rowid) {filled}", [missing]
    )
    if count >= FEWEST and least != most:
        ((cell,),) = store.ask(f"SELECT {place.cell} FROM t{place.table} WHERE rowid = ?", [first])
        spot = Spot(column.file, place.lines.of(first), column.name, cell)
        yield problem("number-thousands", spot, reading=cell.replace(".", ""))
