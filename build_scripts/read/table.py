"""CSV read strictly: every cell as text, every row with the line it starts on."""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from build_scripts.model import Problem, Table
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.problems import Spot, problem

Row = tuple[int, list[str]]
"""The line a row starts on, and its cells."""


@dataclass(frozen=True, slots=True, eq=False)
class ReadTable:
    """A table, `None` when its bytes or its header cannot be read, and what is wrong with it."""

    table: Table | None
    problems: tuple[Problem, ...]


def read_table(data: bytes, file: str, resource: dict[str, Any]) -> ReadTable:
    """The rows in `data` as the re-emitted `resource` declares them."""
    csv.field_size_limit(LIMITS["cell"].most)
    decoded, problems = _decoded(data, file)
    if decoded is None:
        return ReadTable(None, tuple(problems))
    dialect = resource.get("dialect", {})
    columns = [field["name"] for field in resource["schema"].get("fields", [])]
    try:
        every = list(rows_of(io.StringIO(decoded, newline=""), dialect, resource["format"]))
    except BrokenError as error:
        return ReadTable(None, (*problems, broken(error, file)))
    rows = list(content_of(every, dialect))
    problems.extend(_hidden(every, dialect, file))
    if dialect.get("header", True):
        head, rows = rows[:1], rows[1:]
        mismatch = mismatched(head, resource, file)
        if mismatch is not None:
            return ReadTable(None, (*problems, mismatch))
    if not rows:
        return ReadTable(None, (*problems, problem("csv-empty", Spot(file))))
    problems.extend(ragged(rows, len(columns), file))
    whole = [row for row in rows if len(row[1]) == len(columns)]
    return ReadTable(Table(_framed(whole, columns)), tuple(problems))


def _framed(rows: list[Row], columns: list[str]) -> pd.DataFrame:
    """The cells as a frame, made column by column: names that occur twice do no harm."""
    lines = pd.Index([line for line, _ in rows])
    parts = zip(*(cells for _, cells in rows), strict=True) if rows else ([] for _ in columns)
    frame = pd.DataFrame(
        {place: pd.array(list(part), dtype="str") for place, part in enumerate(parts)}, index=lines
    )
    frame.columns = pd.Index(columns)
    return frame


class BrokenError(Exception):
    """A row that cannot be parted into cells."""

    def __init__(self, line: int, reason: str) -> None:
        """Say on which line the row starts, and what kept it from being parted."""
        super().__init__(line)
        self.line = line
        self.reason = reason


def broken(error: BrokenError, file: str) -> Problem:
    """What kept the rows from being parted: a cell without end, or quotation marks."""
    if "field larger" in error.reason:
        long = too_large("cell", Spot(file, error.line), LIMITS["cell"].most + 1)
        if long is not None:
            return long
    return problem("csv-broken", Spot(file, error.line))


def _decoded(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, [problem("encoding-unsupported", Spot(file, None, None, "utf-16"))]
    repaired = [problem("bom", Spot(file, 1))] if data.startswith(codecs.BOM_UTF8) else []
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8"), repaired
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        return None, [
            *repaired,
            problem("encoding-broken", Spot(file, line, None, f"0x{body[error.start]:02X}")),
        ]


def rows_of(text: Iterable[str], dialect: dict[str, Any], form: str) -> Iterator[Row]:
    """Every row of the lines in `text`, which keep their ends, with the line it starts on.

    Raises:
        BrokenError: A row cannot be parted into cells.
    """
    line = 1
    try:
        reader = csv.reader(
            text,
            delimiter=dialect.get("delimiter", "\t" if form == "tsv" else ","),
            quotechar=dialect.get("quoteChar", '"'),
            escapechar=dialect.get("escapeChar"),
            doublequote=dialect.get("doubleQuote", True),
            skipinitialspace=dialect.get("skipInitialSpace", False),
            strict=True,
        )
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except (csv.Error, ValueError) as error:
        raise BrokenError(line, str(error)) from error


def _hidden(rows: list[Row], dialect: dict[str, Any], file: str) -> Iterator[Problem]:
    """How many rows a declared comment sign keeps from being read."""
    if "commentChar" not in dialect:
        return
    lines = [line for line, cells in rows if is_comment(cells, dialect)]
    if lines:
        yield problem("rows-hidden", Spot(file, lines[0], "commentChar", str(len(lines))))


def is_comment(cells: list[str], dialect: dict[str, Any]) -> bool:
    """Whether a row begins with the sign that the dialect declares for comments."""
    sign = dialect.get("commentChar")
    return sign is not None and bool(cells) and cells[0].startswith(sign)


def content_of(rows: Iterable[Row], dialect: dict[str, Any]) -> Iterator[Row]:
    """The header and the data, without what the dialect declares to be neither."""
    if not dialect.keys() & {"headerRows", "commentRows", "commentChar"}:
        yield from rows
        return
    first = dialect.get("headerRows", [1])[0]
    skipped = dialect.get("commentRows", [])
    for number, (line, cells) in enumerate(rows, start=1):
        if number >= first and number not in skipped and not is_comment(cells, dialect):
            yield line, cells


def mismatched(head: list[Row], resource: dict[str, Any], file: str) -> Problem | None:
    """How the first row, if there is one, differs from the columns that are declared."""
    columns, dialect = (
        [field["name"] for field in resource["schema"].get("fields", [])],
        resource.get("dialect", {}),
    )
    undeclared = _delimiter_problem(head, columns, file, dialect)
    return _header_problem(head, columns, file) if undeclared is None else undeclared


def _delimiter_problem(
    head: list[Row], columns: list[str], file: str, dialect: dict[str, Any]
) -> Problem | None:
    """Whether the header would be the declared one if another sign parted its cells."""
    if not head or len(head[0][1]) != 1 or len(columns) == 1:
        return None
    line, (text,) = head[0]
    sign = next((each for each in ";\t|," if text.count(each) == len(columns) - 1), None)
    if sign is None:
        return None
    shown, expected = {"\t": "\\t"}.get(sign, sign), dialect.get("delimiter", ",")
    return problem("delimiter-undeclared", Spot(file, line, None, shown), expected=expected)


def _header_problem(head: list[Row], columns: list[str], file: str) -> Problem | None:
    line, found = head[0] if head else (1, [])
    if found == columns:
        return None
    width = max(len(found), len(columns))
    padded = zip(found + [""] * (width - len(found)), columns + [""] * (width - len(columns)), strict=True)
    position, seen, expected = next((n, a, b) for n, (a, b) in enumerate(padded, start=1) if a != b)
    return problem(
        "header-differs",
        Spot(file, line, expected if expected else seen, seen),
        position=str(position),
        expected=expected,
        columns=", ".join(columns),
    )


def ragged(rows: Iterable[Row], width: int, file: str) -> Iterator[Problem]:
    """Rows that are blank, or that have more or fewer cells than there are columns."""
    for line, cells in rows:
        if not any(cells):
            yield problem("row-blank", Spot(file, line))
        elif len(cells) != width:
            code = "row-short" if len(cells) < width else "row-long"
            extra = cells[width] if len(cells) > width else None
            yield problem(code, Spot(file, line, None, extra), found=str(len(cells)), expected=str(width))
