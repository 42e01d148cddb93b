"""One sheet of a workbook: its cells as the text people see, row by row, and everything that is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from build_scripts.model import Text
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.workbook.book import Book
from build_scripts.read.workbook.formats import letters, place, shown, unescaped
from build_scripts.read.workbook.markup import Listener, walk, whole
from build_scripts.read.workbook.refusal import TooLargeError, broken

_FLAGS: Final = {"1": "true", "0": "false"}
_TRUE: Final = ("1", "true")


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken: its row from 1, its column from 0, the code, what stands there and why."""

    row: int
    column: int
    code: str
    value: str
    what: Text | None = None


@dataclass(slots=True)
class Grid:
    """The cells by row (from 1) and column (from 0); rows that hold nothing are not there."""

    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


@dataclass(slots=True)
class _Cell:
    """The cell that is being read."""

    kind: str
    style: int
    row: int
    column: int
    parts: list[str] = field(default_factory=list)
    formula: bool = False


class _Reader:
    """Fills a grid from the events of a sheet's XML; texts are counted, since one text may stand in every cell."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.grid = Grid()
        self.row = self.column = 0
        self.cell: _Cell | None = None
        self.inside = False
        self.length = 0
        self.hidden: list[range] = []

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._open(attributes)
        elif self.cell is not None:
            self.inside = name in ("v", "t")
            self.cell.formula = self.cell.formula or name == "f"
        elif name == "row":
            self._row(attributes)
        elif name == "col" and attributes.get("hidden") in _TRUE:
            first, last = (whole(attributes.get(key)) for key in ("min", "max"))
            self.hidden.append(range(first - 1, last))
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _row(self, attributes: Mapping[str, str]) -> None:
        self.row = whole(attributes.get("r")) if "r" in attributes else self.row + 1
        self.column = 0
        if attributes.get("hidden") in _TRUE:
            self.grid.faults.append(Fault(self.row, -1, "workbook-hidden", str(self.row)))

    def _open(self, attributes: Mapping[str, str]) -> None:
        row, column = self.row, self.column
        if "r" in attributes:
            at = place(attributes["r"])
            if at is None:
                raise broken("có ô không rõ ở đâu", "a cell says no place")
            row, column = at
        self.column = column + 1
        self.cell = _Cell(attributes.get("t", "n"), whole(attributes.get("s")), row, column)

    def _merge(self, reference: str) -> None:
        at = place(reference.partition(":")[0])
        row, column = (1, 0) if at is None else at
        self.grid.faults.append(Fault(row, column, "workbook-merged", reference))

    def text(self, text: str) -> None:
        if self.inside and self.cell is not None:
            self.cell.parts.append(text)

    def end(self, name: str) -> None:
        self.inside = False
        if name == "c" and self.cell is not None:
            self._close(self.cell)
            self.cell = None

    def _close(self, cell: _Cell) -> None:
        raw = "".join(cell.parts)
        if cell.formula:
            self._fault(cell, "workbook-formula", raw)
            return
        if raw == "":
            return
        text = self._shown(cell, raw)
        if text == "":
            return
        self.length += len(text) + 1
        for limit, seen in (
            ("file", self.length),
            ("rows", cell.row),
            ("columns", cell.column),
            ("cell", len(text)),
        ):
            if seen > LIMITS[limit].most:
                raise TooLargeError(limit, seen)
        self.grid.rows.setdefault(cell.row, {})[cell.column] = text

    def _shown(self, cell: _Cell, raw: str) -> str:
        """Write the cell as text; one that cannot be written is a fault and holds what stands there."""
        if cell.kind == "s":
            number = whole(raw)
            if not raw.isdecimal() or number >= len(self.book.texts):
                raise broken("có ô trỏ tới chữ không có", "a cell points at a text that is not there")
            return self.book.texts[number]
        if cell.kind in ("str", "inlineStr", "d"):
            return unescaped(raw)
        if cell.kind == "e":
            self._fault(cell, "workbook-error-value", raw)
            return raw
        if cell.kind == "b":
            return _FLAGS.get(raw, raw)
        kind = self.book.kinds[cell.style] if cell.style < len(self.book.kinds) else "number"
        text = shown(raw, kind, from_1904=self.book.from_1904)
        if isinstance(text, Text):
            self._fault(cell, "workbook-shown", raw, text)
            return raw
        return text

    def _fault(self, cell: _Cell, code: str, value: str, what: Text | None = None) -> None:
        self.grid.faults.append(Fault(cell.row, cell.column, code, value, what))


def grid(data: bytes, book: Book) -> Grid:
    """Read a sheet.

    Raises:
        RefusalError: It is damaged.
        TooLargeError: It holds more than a table may.
    """
    reader = _Reader(book)
    walk(data, Listener(reader.begin, reader.end, reader.text))
    found = reader.grid
    kept = [each for each in found.faults if each.code != "workbook-hidden" or each.row in found.rows]
    return Grid(found.rows, [*kept, *_unseen(reader.hidden, found.rows)])


def _unseen(hidden: list[range], rows: Mapping[int, Mapping[int, str]]) -> Iterator[Fault]:
    """Tell each hidden column that holds something."""
    used = sorted({column for cells in rows.values() for column in cells})
    for column in used:
        if any(column in each for each in hidden):
            yield Fault(1, column, "workbook-hidden", letters(column))
