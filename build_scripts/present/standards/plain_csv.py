"""RFC 4180: the table as its owner wrote it, and a copy that a spreadsheet opens well."""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Sequence

from build_scripts.compute.cells import Column
from build_scripts.model import Resource

_RUNS = re.compile(r"[=+\-@\t\r＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula."""
_HARMLESS = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?%?|-\s.*|-+|\+[0-9 ]+", re.ASCII | re.DOTALL)
"""What begins like a formula and is none: a number, a dash before words, a telephone number."""


def plain_csv(resource: Resource) -> bytes:
    """Write UTF-8 without BOM, lines end in LF, the cells as they stand in the package."""
    return _written(resource, _cells(resource), "\n").encode()


def excel_csv(resource: Resource, columns: Sequence[Column]) -> bytes:
    """Write UTF-8 with BOM, lines end in CRLF; a text that would run as a formula gets an apostrophe before it."""
    cells = [
        _guarded(each) if column.kind == "text" else each
        for each, column in zip(_cells(resource), columns, strict=True)
    ]
    return BOM_UTF8 + _written(resource, cells, "\r\n").encode()


def _cells(resource: Resource) -> list[list[str]]:
    """The cells of a table, column by column."""
    cells = resource.table.cells
    return [cells.iloc[:, place].tolist() for place in range(cells.shape[1])]


def _guarded(cells: Sequence[str]) -> list[str]:
    """The texts, guarded; each that is said again is looked at once."""
    safe = {each: guarded(each) for each in {*cells}}
    return [safe[each] for each in cells]


def guarded(cell: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would run it."""
    runs = _RUNS.match(cell) is not None and _HARMLESS.fullmatch(cell) is None
    return f"'{cell}" if runs else cell


def _written(resource: Resource, columns: Sequence[Sequence[str]], end: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(resource.table.cells.columns)
    writer.writerows(zip(*columns, strict=True))
    return text.getvalue()
