"""A sheet of whole columns: the same bytes that XlsxWriter writes cell by cell, in a third of the time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from build_scripts.compute.cells import Column, Value, records
from build_scripts.model import Kind

LONGEST: Final = 32_767
"""Signs a cell holds."""
_BLOCK: Final = 16
"""Rows that tell together from which column to which they have cells."""


class ColumnSheet(Worksheet):  # type: ignore[misc] # the package tells nothing of its types
    """A sheet that takes its rows as columns, and writes them when the book is closed."""

    def fill(self, columns: Sequence[Column], forms: Mapping[str, Any]) -> None:
        """Take headings and the values below them; `forms` are the looks of headings (`head`) and of days, by kind."""
        for place, column in enumerate(columns):
            self.write_string(0, place, cut(column.field.name), forms["head"])
        self._columns, self._forms = columns, forms
        self._texts = self._shared([column.values for column in columns if column.kind == "text"])
        missing = (None,) * len(columns)
        filled = (number for number, row in enumerate(records(columns), start=1) if row != missing)
        self.dim_rowmax = max(filled, default=0)

    def _shared(self, texts: Sequence[Sequence[Value]]) -> dict[Value, str]:
        """Number texts in the order in which rows say them; each is written once, as what follows a cell's place."""
        said = [each for each in chain.from_iterable(zip(*texts, strict=True)) if each is not None]
        number = self.str_table._get_shared_string_index  # noqa: SLF001 - the library offers no other; a test holds the bytes to it
        known = {each: number(cut(str(each))) for each in dict.fromkeys(said)}
        self.str_table.count += len(said) - len(known)
        return {each: f'" t="s"><v>{index}</v></c>' for each, index in known.items()}

    def _write_rows(self) -> None:
        """Let XlsxWriter write the headings, and write the rows below."""
        last, self.dim_rowmax = self.dim_rowmax, 0
        super()._write_rows()
        self.dim_rowmax = last
        self.fh.write("".join(self._rows()))

    def _rows(self) -> Iterator[str]:
        """Write every row that has a cell."""
        places = [f'<c r="{xl_col_to_name(place)}' for place in range(len(self._columns))]
        rows = list(zip(*map(self._cells, self._columns), strict=True))
        span = f"1:{len(places)}"
        for start in range(-1, len(rows), _BLOCK):  # the heading is the first row of the first block
            block = rows[max(start, 0) : start + _BLOCK]
            if start >= 0:
                used = [place for place, cells in enumerate(zip(*block, strict=True), start=1) if any(cells)]
                span = f"{used[0]}:{used[-1]}" if used else ""
            for number, row in enumerate(block, start=max(start, 0) + 2):
                cells = [f"{place}{number}{cell}" for place, cell in zip(places, row, strict=True) if cell]
                if cells:
                    yield f'<row r="{number}" spans="{span}">{"".join(cells)}</row>'

    def _cells(self, column: Column) -> Iterator[str]:
        """Write what follows a cell's place, for each value of a column; "" for one that is missing."""
        write = self._writer(column.kind)
        return ("" if value is None else write(value) for value in column.values)

    def _writer(self, kind: Kind) -> Callable[[Any], str]:
        match kind:
            case "text":
                return self._texts.__getitem__
            case "boolean":
                return lambda value: f'" t="b"><v>{value:d}</v></c>'
            case "integer" | "number":
                return lambda value: f'"><v>{value:.16G}</v></c>'
            case _:
                return partial(self._day, self._forms[kind])

    def _day(self, form: Any, day: Value) -> str:
        look = form._get_xf_index()  # noqa: SLF001 - the library offers no other; a test holds the bytes to it
        return f'" s="{look}"><v>{self._convert_date_time(day):.16G}</v></c>'


def cut(text: str) -> str:
    """As much of a text as a cell holds."""
    if len(text) <= LONGEST // 2:
        return text
    whole = text.encode("utf-16-le")
    return text if len(whole) <= 2 * LONGEST else whole[: 2 * LONGEST].decode("utf-16-le", "ignore")
