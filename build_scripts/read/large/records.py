"""The rows of a long file parted by Python's own reader of CSV, as those of a short one are, a few at a time."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Problem
from build_scripts.read.gate.bytes import usual_delimiter
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.gate.lines import stray_quote
from build_scripts.read.large.lines import Lines
from build_scripts.read.large.tally import Tally
from build_scripts.read.problems import Spot, problem
from build_scripts.read.table import (
    BrokenError,
    Row,
    broken,
    content_of,
    is_comment,
    mismatched,
    ragged,
    rows_of,
)

_BATCH: Final = 50_000
_PICKED: Final = frozenset({"headerRows", "commentRows", "commentChar"})
"""Words of a dialect that leave rows out."""

Sink = Callable[[Sequence[Sequence[str]]], None]
"""Takes some rows, in their order."""


@dataclass(slots=True)
class Parted:
    """What came of parting a file; `rows` is `None` when it is no table, else how many it has."""

    rows: int | None
    lines: Lines
    tally: Tally


def parted(file: Path, place: str, resource: dict[str, Any], into: Sink) -> Parted:
    """Give `into` every row with as many cells as there are columns; problems are told of `place`."""
    csv.field_size_limit(LIMITS["cell"].most)
    tally, lines = Tally(), Lines()
    with file.open("rb") as opened:
        if opened.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8:
            tally.add([problem("bom", Spot(place, 1))])
        else:
            opened.seek(0)
        text = _Tee(io.TextIOWrapper(opened, "utf-8", newline=""), usual_delimiter(resource))
        text.has_mark = bool(tally.problems)
        hidden = _Hidden(resource.get("dialect", {}))
        dialect = resource.get("dialect", {})
        rows = text.told(rows_of(text, dialect, resource["format"]))
        if _PICKED & dialect.keys():
            rows = content_of(hidden.among(rows), dialect)
        try:
            wrong, count = _table(rows, (place, resource), Tally(), lines, into)
        except BrokenError as error:
            tally.add([broken(error, place)])
            return Parted(None, lines, tally)
    tally.add(hidden.problems(place))
    tally.join(wrong)
    if count is not None:
        tally.add(text.problems(place))
    return Parted(count, lines, tally)


def _table(
    rows: Iterator[Row], of: tuple[str, dict[str, Any]], tally: Tally, lines: Lines, into: Sink
) -> tuple[Tally, int | None]:
    """Give away the rows below the heading; how many there were, `None` when this is no table."""
    place, resource = of
    width = len(resource["schema"]["fields"])
    if resource.get("dialect", {}).get("header", True):
        head = [row for _, row in zip(range(1), rows, strict=False)]
        mismatch = mismatched(head, resource, place)
        if mismatch is not None:
            for _ in rows:  # a row that cannot be parted would be told instead
                pass
            tally.add([mismatch])
            return tally, None
    batch: list[list[str]] = []
    count, shift, seen = 0, -1, False
    for line, cells in rows:
        seen = True
        if len(cells) != width or not any(cells):
            _tell(tally, (line, cells), width, place)
        if len(cells) != width:
            continue
        if line - count != shift:
            lines.note(count, line)
            shift = line - count
        count += 1
        batch.append(cells)
        if len(batch) == _BATCH:
            into(batch)
            batch = []
    into(batch)
    if not seen:
        tally.add([problem("csv-empty", Spot(place))])
    return tally, count if seen else None


def _tell(tally: Tally, row: Row, width: int, place: str) -> None:
    """Tell of a blank or ragged row, or only count it: there may be millions."""
    cells = row[1]
    code = "row-blank" if not any(cells) else "row-short" if len(cells) < width else "row-long"
    if not tally.count(place, code):
        tally.add(ragged([row], width, place))


@dataclass(slots=True)
class _Hidden:
    """Counts the rows that a declared comment sign keeps from being read."""

    dialect: dict[str, Any]
    first: int = 0
    count: int = 0

    def among(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The same rows."""
        for line, cells in rows:
            if is_comment(cells, self.dialect):
                self.first = self.first if self.count else line
                self.count += 1
            yield line, cells

    def problems(self, place: str) -> Iterator[Problem]:
        """What is to be told of them."""
        if self.count:
            yield problem("rows-hidden", Spot(place, self.first, "commentChar", str(self.count)))


@dataclass(slots=True)
class _Tee:
    """Lines on their way to the reader, looked at as they pass: their ends, and quotation marks that stand astray."""

    source: Iterator[str]
    delimiter: str | None
    has_mark: bool = False
    stray: int | None = None
    _pending: list[str] = field(default_factory=list)
    _feeds: int = 0
    _ends: Counter[str] = field(default_factory=Counter)
    _inside: Counter[str] | None = None

    def __iter__(self) -> Iterator[str]:
        """Yield the lines."""
        for line in self.source:
            self._pending.append(line)
            self._count(line)
            yield line

    def told(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows that the reader made of the lines, each after a look at its own."""
        for row in rows:
            if self.stray is None and self.delimiter is not None:
                self._look(row[1])
            self._feeds += sum(line.count("\n") for line in self._pending)
            self._pending.clear()
            yield row

    def _look(self, cells: list[str]) -> None:
        """Look for a stray quotation mark in the lines of one row: none of its cells holds one but has it doubled, or stray."""
        is_first = self.has_mark and not self._feeds
        if '"' in "".join(cells) or is_first:
            found = stray_quote("\ufeff" * is_first + "".join(self._pending), str(self.delimiter))
            self.stray = None if found is None else self._feeds + found

    def _count(self, line: str) -> None:
        """Count the end of a line as one outside of quotation marks, or as one that may turn out to be inside."""
        marks = line.count('"')
        if marks:
            was_outside = self._inside is None
            self._inside = Counter() if was_outside == bool(marks % 2) else None
        end = "\r\n" if line.endswith("\r\n") else line[-1:]
        if end in ("\n", "\r", "\r\n"):
            (self._ends if self._inside is None else self._inside)[end] += 1

    def problems(self, place: str) -> Iterator[Problem]:
        """What is to be told of them, once they have all passed."""
        if len(self._ends + (Counter() if self._inside is None else self._inside)) > 1:
            yield problem("line-ends-mixed", Spot(place))
        if self.stray is not None:
            yield problem("quote-stray", Spot(place, self.stray))
