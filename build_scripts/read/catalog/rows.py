"""Cells of a checked table turned into values; whatever reaches this has passed every rule."""

from collections.abc import Iterator
from datetime import date

from build_scripts.model import Text
from build_scripts.read.sheets import Sheet, View

Row = dict[str, str]


def rows(view: View, table: str) -> Iterator[Row]:
    """The rows of every table of this name, column by column."""
    for sheet in view.of(table):
        yield from rows_of(sheet)


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """The rows of one table."""
    names = [column.name for column in sheet.shape.columns]
    for cells in sheet.cells[names].itertuples(index=False, name=None):
        yield dict(zip(names, cells, strict=True))


def words(row: Row, name: str) -> Text:
    """Both languages of a column."""
    return Text(vi=row[name], en=row[f"{name}_en"])


def number(text: str) -> float | None:
    """A number, `None` when the cell is empty."""
    return None if text == "" else float(text)


def whole(text: str) -> int | None:
    """A whole number, `None` when the cell is empty."""
    return None if text == "" else int(text)


def day(text: str) -> date | None:
    """A day, `None` when the cell is empty."""
    return None if text == "" else date.fromisoformat(text)


def flag(text: str) -> bool:
    """True or false; an empty cell is false."""
    return text == "true"
