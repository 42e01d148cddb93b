"""A table taken from a workbook: the sheet's cells as the rows of a CSV, with the way back to the sheet for messages.

A workbook comes from a stranger. It is weighed before it is unpacked; only texts, numbers, days and flags are read from
it, never a formula, a link, a macro or a comment; what the eye sees and what is held must be the same.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from build_scripts.model import Problem, sheet_name
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.problems import Spot, problem
from build_scripts.read.workbook.book import Book, book
from build_scripts.read.workbook.container import container
from build_scripts.read.workbook.formats import letters
from build_scripts.read.workbook.grid import Fault, Grid, grid
from build_scripts.read.workbook.refusal import RefusalError, TooLargeError

_MOST_FAULTS: Final = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows in the order of the table's columns, or the problems that keep them from being taken.

    `numbers` are the rows' numbers in the sheet, `letters` the columns' letters by name; `sheet` names file and sheet.
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: tuple[int, ...] = ()
    letters: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] = ()


def taken(path: Path, table: str, columns: Sequence[str], labels: Mapping[str, Mapping[str, str]]) -> Taken:
    """Take `table` with its `columns` from the workbook at `path`, a real file.

    `labels` are, by column, what a drop-down list shows for a code.
    """
    name = path.name
    try:
        packed = container(_weighed(path))
        whole = book(packed)
        chosen = _chosen(whole, table)
        if chosen is None:
            sheets = ", ".join(f"“{each}”" for each, _, _ in whole.sheets[:20])
            return _refused(name, problem("workbook-sheet", Spot(name, value=table), sheets=sheets))
        sheet = f"{name}#{chosen[0]}"
        found = grid(packed.part(chosen[1]), whole)
    except TooLargeError as error:
        large = too_large(error.limit, Spot(name), error.seen)
        return _refused(name, *([] if large is None else [large]))
    except RefusalError as error:
        details = {} if error.what is None else {"what_vi": error.what.vi, "what_en": error.what.en}
        return _refused(name, problem(error.code, Spot(name, value=error.value), **details))
    return _rows(sheet, found, columns, labels)


def _weighed(path: Path) -> bytes:
    size = path.stat().st_size
    if size > LIMITS["workbook"].most:
        raise TooLargeError("workbook", size)
    return path.read_bytes()


def _refused(sheet: str, *problems: Problem) -> Taken:
    return Taken(sheet, problems=problems)


def _chosen(whole: Book, table: str) -> tuple[str, str] | None:
    """Find the sheet of the table among those that people see: by its name, else the only one that there is."""
    seen = [(name, part) for name, part, is_seen in whole.sheets if is_seen]
    named = [each for each in seen if each[0].casefold() == sheet_name(table).casefold()]
    if named:
        return named[0]
    return seen[0] if len(seen) == 1 else None


def _rows(sheet: str, found: Grid, columns: Sequence[str], labels: Mapping[str, Mapping[str, str]]) -> Taken:
    head = found.rows.get(1, {})
    if not found.rows:
        return _refused(sheet, problem("workbook-empty", Spot(sheet)))
    places = {name.strip(): column for column, name in sorted(head.items())}
    wrong = _misnamed(list(head.values()), columns)
    if wrong:
        spot = Spot(sheet, 1, None, ", ".join(head.values()))
        details = {"columns": ", ".join(columns), "wrong": ", ".join(f"“{each}”" for each in wrong)}
        return _refused(sheet, problem("workbook-header", spot, **details))
    named = {column: name for name, column in places.items()}
    problems = [*_faults(sheet, found.faults, named), *_outside(sheet, found, named)]
    numbers = tuple(number for number in sorted(found.rows) if number > 1)
    if not numbers and not problems:
        return _refused(sheet, problem("workbook-empty", Spot(sheet)))
    rows = tuple(
        tuple(_code(found.rows[number].get(places[name], ""), labels.get(name, {})) for name in columns)
        for number in numbers
    )
    return Taken(
        sheet, rows, numbers, {name: letters(column) for name, column in places.items()}, tuple(problems)
    )


def _misnamed(head: Sequence[str], columns: Sequence[str]) -> list[str]:
    """Tell the names that are not a column's, twice there, or lacking."""
    names = [each.strip() for each in head]
    odd = [name for name in names if name not in columns or names.count(name) > 1]
    return [*dict.fromkeys(odd), *(name for name in columns if name not in names)]


def _code(cell: str, labels: Mapping[str, str]) -> str:
    """Take the code for what the drop-down list shows; any other text stays as it is."""
    return labels.get(cell, cell)


def _faults(sheet: str, faults: Sequence[Fault], named: Mapping[int, str]) -> Iterator[Problem]:
    for each in sorted(faults, key=lambda fault: (fault.row, fault.column))[:_MOST_FAULTS]:
        spot = Spot(sheet, each.row, _field(each.row, each.column, named), each.value)
        details = {} if each.what is None else {"what_vi": each.what.vi, "what_en": each.what.en}
        yield problem(each.code, spot, **details)


def _outside(sheet: str, found: Grid, named: Collection[int]) -> Iterator[Problem]:
    beside = [
        (row, column, cell)
        for row in sorted(found.rows)
        for column, cell in found.rows[row].items()
        if column not in named
    ]
    for row, column, cell in beside[:_MOST_FAULTS]:
        yield problem("workbook-outside", Spot(sheet, row, f"{letters(column)}{row}", cell))


def _field(row: int, column: int, named: Mapping[int, str]) -> str | None:
    """Name the place in a row as people find it: the column's name and the cell, `value (E5)`."""
    if column < 0:
        return None
    cell = f"{letters(column)}{row}"
    return f"{named[column]} ({cell})" if column in named else cell


@dataclass(frozen=True, slots=True)
class Carried:
    """The whole table as it is to be, and where each of its lines comes from: `rows` are the sheet's, by line."""

    data: bytes
    taken: Taken
    rows: Mapping[int, int]

    def placed(self, found: Problem, file: str) -> Problem:
        """Tell a problem of `file` where people see it: in the sheet, if it is about a line that comes from there."""
        row = None if found.line is None or found.file != file else self.rows.get(found.line)
        if row is None:
            return found
        letter = (
            None if self.taken.letters is None or found.field is None else self.taken.letters.get(found.field)
        )
        named = found.field if letter is None else f"{found.field} ({letter}{row})"
        return replace(found, file=self.taken.sheet, line=row, field=named)


def carried(old: bytes, found: Taken, columns: Sequence[str], *, delimiter: str, anew: bool) -> Carried:
    """Put the rows behind those of the table, or, `anew`, in their place."""
    end = "\r\n" if b"\r\n" in old else "\n"
    kept = (
        _lines([columns], end, delimiter)
        if anew or not old
        else old + (b"" if old.endswith(b"\n") else end.encode())
    )
    start = kept.count(b"\n") + 1
    written = _lines(found.rows, end, delimiter)
    reader = csv.reader(io.StringIO(written.decode(), newline=""), delimiter=delimiter)
    rows: dict[int, int] = {}
    for number in found.numbers:
        rows[start + reader.line_num] = number
        next(reader)
    return Carried(kept + written, found, rows)


def _lines(rows: Sequence[Sequence[str]], end: str, delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode()
