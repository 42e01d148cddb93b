"""XLSX: typed cells, never a formula nor a link; a second sheet says what the columns and the units are."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter

from build_scripts.compute.cells import Column, Value
from build_scripts.model import Resource, Text
from build_scripts.present.standards.edition import Edition, both, cleaned
from build_scripts.present.standards.workbook_sheet import ColumnSheet, cut

MOST_ROWS: Final = 1_048_575
"""Rows a sheet holds below its heading."""
MOST_COLUMNS: Final = 16_384
_FIRST_DAY: Final = date(1900, 3, 1)
"""Before this day spreadsheets disagree."""
CLOCK: Final = datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zone
SETTINGS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_BAD_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_WIDEST: Final = 60

Row = tuple[str, ...]


def fits(columns: Sequence[Column]) -> bool:
    """Whether a sheet is large enough for the table."""
    return len(columns) <= MOST_COLUMNS and all(len(column.values) <= MOST_ROWS for column in columns)


def workbook(edition: Edition, resource: Resource, columns: Sequence[Column]) -> bytes:
    """Write a table and its notes; the same bytes whenever it is written."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, SETTINGS)
    book.set_properties({"title": " / ".join(_parts(edition.title)), "created": CLOCK})
    forms = {
        "head": book.add_format({"bold": True, "bottom": 1}),
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    notes = both("standards.notes-sheet")
    name = _sheet_name(resource.name, f"{notes.vi} - {notes.en}")
    _data(book.add_worksheet(name, ColumnSheet), columns, forms)
    sheet = book.add_worksheet(f"{notes.vi} - {notes.en}")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 6, 36)
    for number, row in enumerate(_notes(edition, resource, columns)):
        for place, value in enumerate(row):
            if value:
                sheet.write_string(number, place, cut(value))
    book.close()
    return out.getvalue()


def _sheet_name(name: str, other: str) -> str:
    """A name that spreadsheets take, and that the other sheet does not have."""
    found = _BAD_IN_NAME.sub("_", name)[:31].strip("'")
    found = found if found.strip() else "data"
    return f"{found[:29]}_1" if found.casefold() in {"history", other.casefold()} else found


def _data(sheet: Any, columns: Sequence[Column], forms: dict[str, Any]) -> None:
    sheet.fill([_readable(column) for column in columns], forms)
    for place, column in enumerate(columns):
        longest = max((len(str(value)) for value in column.values[:200] if value is not None), default=0)
        sheet.set_column(place, place, min(max(longest, len(column.field.name)) + 2, _WIDEST))
    sheet.freeze_panes(1, 0)


def _readable(column: Column) -> Column:
    """The column, as text where a spreadsheet has no such value: a time with a zone, a day too long ago."""
    if column.kind not in ("date", "moment", "instant"):
        return column
    days = (value for value in column.values if isinstance(value, date))
    is_early = any((day.date() if isinstance(day, datetime) else day) < _FIRST_DAY for day in days)
    if column.kind != "instant" and not is_early:
        return column
    texts = tuple(each.isoformat() if isinstance(each, date) else each for each in column.values)
    return Column(column.field, "text", tuple(_zulu(each) for each in texts))


def _zulu(value: Value) -> Value:
    return value.replace("+00:00", "Z") if isinstance(value, str) else value


def _parts(text: Text) -> tuple[str, ...]:
    """Both languages, once where they say the same."""
    return tuple(dict.fromkeys(words for words in (text.vi, text.en) if words))


def _labelled(key: str, value: Text | str) -> Row:
    label = both(f"standards.{key}")
    said = (value,) if isinstance(value, str) else _parts(value)
    return (f"{label.vi} / {label.en}", *said)


def _notes(edition: Edition, resource: Resource, columns: Sequence[Column]) -> Iterator[Row]:
    """What the sheet of notes says: the dataset, the columns, the units."""
    yield _labelled("dataset", edition.title)
    yield _labelled("table", cleaned(resource.title))
    yield _labelled("version", edition.version)
    yield _labelled(
        "licence", ", ".join(each.name if each.name else each.title.en for each in edition.licences)
    )
    yield _labelled("missing", both("standards.missing-words"))
    different = (each for column in columns if column.kind == "text" for each in {*column.values})
    if any(isinstance(each, str) and cut(each) != each for each in different):
        yield _labelled("cut", both("standards.cut-words"))
    yield ()
    yield tuple(" / ".join(_parts(both(f"standards.{key}"))) for key in _HEADINGS)
    for column in columns:
        title, words = cleaned(column.field.title), cleaned(column.field.description)
        yield (
            column.field.name,
            title.vi,
            title.en,
            column.field.type,
            column.field.unit,
            words.vi,
            words.en,
        )
    if edition.indicators:
        yield ()
        yield tuple(" / ".join(_parts(both(f"standards.{key}"))) for key in _UNIT_HEADINGS)
        for each in edition.indicators:
            unit = edition.unit_of(each)
            yield (each.id, each.name.vi, each.name.en, unit.vi, unit.en)


_HEADINGS: Final = ("column", "title-vi", "title-en", "type", "unit", "description-vi", "description-en")
_UNIT_HEADINGS: Final = ("indicator", "name-vi", "name-en", "unit-vi", "unit-en")
