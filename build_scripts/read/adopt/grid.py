"""A table on its way in: cells as text, the lines they come from, and what stood around them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from build_scripts.read.adopt.dialect import BrokenError, Dialect, Row, split, told_delimiter
from build_scripts.read.adopt.log import Log
from build_scripts.read.problems import Spot


@dataclass(frozen=True, slots=True)
class Grid:
    """A header and rows of the same width; `header` is `None` when the file has none; `name` is the table's."""

    name: str
    path: str
    header: list[str] | None
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a table, decoded."""

    path: str
    text: str
    usual: str
    """The delimiter its kind of file has."""


def grid_of(
    parts: Sequence[Part], name: str, dialect: Dialect, columns: Sequence[str], log: Log
) -> Grid | None:
    """The rows of all `parts`, which share one header; `None` after a problem."""
    grids = [_grid(part, name, dialect, columns, log) for part in parts]
    whole = [grid for grid in grids if grid is not None]
    if len(whole) < len(grids):
        return None
    first, *others = whole
    for other in others:
        if other.header != first.header:
            log.refuse("adopt-parts", Spot(log.place(other.path), 1, None, other.path))
            return None
    if others:
        log.note("converted-parts", table=name, count=str(len(whole)))
        first = replace(first, rows=_renumbered(whole))
    return first


def _grid(part: Part, name: str, dialect: Dialect, columns: Sequence[str], log: Log) -> Grid | None:
    delimiter = dialect.delimiter
    if delimiter is None:
        delimiter = told_delimiter(part.text, dialect, part.usual, columns)
    try:
        rows = list(split(part.text, dialect, delimiter))
    except BrokenError as error:
        log.refuse("csv-broken", Spot(log.place(part.path), error.line))
        return None
    _tell(part, dialect, delimiter, log)
    return _framed(Grid(name, part.path, None, rows), dialect, log)


def _tell(part: Part, dialect: Dialect, delimiter: str, log: Log) -> None:
    if delimiter != ",":
        log.note("converted-delimiter", path=part.path, delimiter={"\t": "tab"}.get(delimiter, delimiter))
    if "\r" in part.text:
        log.note("converted-lines", path=part.path)
    usual = Dialect(delimiter=dialect.delimiter, null=dialect.null)
    keys = [key for key in Dialect.__dataclass_fields__ if getattr(dialect, key) != getattr(usual, key)]
    if keys:
        log.note("converted-dialect", path=part.path, keys=", ".join(keys))


def _framed(grid: Grid, dialect: Dialect, log: Log) -> Grid | None:
    """Part the header from the rows; blank and comment rows go, empty cells behind the last column too."""
    kept = [
        (number, row)
        for number, row in enumerate(grid.rows, start=1)
        if any(row[1]) and number not in dialect.comment_rows and not _is_comment(row, dialect.comment)
    ]
    places = dialect.header_rows
    if places == (1,) and kept:
        places = (kept[0][0],)
    heads = [cells for number, (_, cells) in kept if number in places]
    last = max(places, default=0)
    rows = [row for number, row in kept if number > last]
    dropped = len(grid.rows) - len(heads) - len(rows)
    if dropped:
        log.note("dropped-rows", table=grid.name, count=str(dropped))
    header = _joined(heads, dialect.header_join) if places else None
    return _squared(replace(grid, header=header, rows=rows), log)


def _is_comment(row: Row, mark: str | None) -> bool:
    return mark is not None and row[1][0].startswith(mark)


def _joined(heads: list[list[str]], glue: str) -> list[str]:
    """One header of one or several rows of it."""
    width = max((len(cells) for cells in heads), default=0)
    padded = [cells + [""] * (width - len(cells)) for cells in heads]
    return [
        glue.join(cell.strip() for cell in column if cell.strip()) for column in zip(*padded, strict=True)
    ]


def _squared(grid: Grid, log: Log) -> Grid | None:
    """Take away empty cells beyond the width of the table; a row that differs otherwise is a problem."""
    header, rows = grid.header, grid.rows
    width = len(header) if header is not None else max((len(cells) for _, cells in rows), default=0)
    while header and not header[-1] and not any(any(cells[width - 1 :]) for _, cells in rows):
        header, width = header[:-1], width - 1
    trimmed = sum(len(cells) > width and not any(cells[width:]) for _, cells in rows)
    squared = [(line, cells[:width] if not any(cells[width:]) else cells) for line, cells in rows]
    if trimmed:
        log.note("dropped-cells", table=grid.name, count=str(trimmed))
    uneven = [(line, cells) for line, cells in squared if len(cells) != width]
    for line, cells in uneven:
        code = "row-short" if len(cells) < width else "row-long"
        log.refuse(code, Spot(log.place(grid.path), line), found=str(len(cells)), expected=str(width))
    return None if uneven else replace(grid, header=header, rows=squared)


def _renumbered(grids: Iterable[Grid]) -> list[Row]:
    """The rows of several files with line numbers that go on from one file to the next."""
    rows: list[Row] = []
    shift = 0
    for grid in grids:
        rows += [(line + shift, cells) for line, cells in grid.rows]
        shift = rows[-1][0] if rows else 0
    return rows


def inline_grid(data: Any, name: str, log: Log) -> Grid | None:
    """The rows written inside the descriptor: a list of lists with the header first, or a list of objects."""
    path = f"resources ({name}).data"
    if not isinstance(data, list) or not data:
        return None
    if all(isinstance(row, list) for row in data):
        rows = [(line, [_cell(value) for value in row]) for line, row in enumerate(data, start=1)]
        return _framed(Grid(name, path, None, rows), Dialect(), log)
    if all(isinstance(row, dict) for row in data):
        header = list(dict.fromkeys(key for row in data for key in row))
        found = [(line, [_cell(row.get(key)) for key in header]) for line, row in enumerate(data, start=1)]
        return _squared(Grid(name, path, header, found), log)
    return None


def _cell(value: Any) -> str:
    """A JSON value as the text of a cell; null is an empty one."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case int() | float():
            return str(Decimal(repr(value))) if isinstance(value, float) else str(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
