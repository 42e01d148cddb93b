"""A sheet of columns against XlsxWriter's own, cell by cell: the same bytes."""

import io
import random
from datetime import date, datetime

import pytest
import xlsxwriter

from build_scripts.compute.cells import Column
from build_scripts.model import Field, Text
from build_scripts.present.standards.workbook import CLOCK, SETTINGS
from build_scripts.present.standards.workbook_sheet import ColumnSheet, cut
from tests.present.standards import samples

VALUES = {
    "text": ("", " a ", "a\nb", "<b>&\"'", "_x0041_", "\x01", "\ufffe", "Hà Nội", "𝄞" * 20_000, *samples.ODD),
    "integer": (0, -7, 999_999_999_999_999),
    "number": (0.0, -0.0, 0.1, 1e-9, -12345678.9, 1e22),
    "boolean": (True, False),
    "date": (date(1900, 3, 1), date(2024, 2, 29)),
    "moment": (datetime(2024, 2, 29, 23, 59, 58, 500_000), datetime(2000, 1, 1)),  # noqa: DTZ001
}


def book(columns, fill):
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, SETTINGS)
    made.set_properties({"created": CLOCK})
    forms = {name: made.add_format({"num_format": name}) for name in ("head", "date", "moment")}
    fill(made, columns, forms)
    made.add_worksheet("last").write_string(0, 0, "Hà Nội")
    made.close()
    return out.getvalue()


def whole(made, columns, forms):
    made.add_worksheet("data", ColumnSheet).fill(columns, forms)


def by_cell(made, columns, forms):
    sheet = made.add_worksheet("data")
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.field.name, forms["head"])
    for number, row in enumerate(zip(*(column.values for column in columns), strict=True), start=1):
        for place, (value, column) in enumerate(zip(row, columns, strict=True)):
            if value is None:
                continue
            if column.kind in {"date", "moment"}:
                sheet.write_datetime(number, place, value, forms[column.kind])
            elif column.kind == "text":
                sheet.write_string(number, place, cut(value))
            elif column.kind == "boolean":
                sheet.write_boolean(number, place, value)
            else:
                sheet.write_number(number, place, value)


def table(kinds, length, chance, missing):
    return [
        Column(
            Field(f"{place} {kind}", kind, Text("", ""), Text("", "")),
            kind,
            tuple(None if chance.random() < missing else chance.choice(VALUES[kind]) for _ in range(length)),
        )
        for place, kind in enumerate(kinds)
    ]


@pytest.mark.parametrize("missing", [0.0, 0.3, 0.9, 1.0])
@pytest.mark.parametrize("length", [0, 1, 14, 15, 16, 31, 100])
def test_a_sheet_of_columns_is_the_same_file(length, missing):
    chance = random.Random(f"{length} {missing}")  # noqa: S311 - the same tables each time
    columns = table(["text", "number", "integer", "boolean", "date", "text"], length, chance, missing)
    assert book(columns, whole) == book(columns, by_cell)


@pytest.mark.parametrize("kind", VALUES)
def test_a_sheet_of_one_column_of_many_rows_that_are_empty_is_the_same_file(kind):
    columns = table([kind], 90, random.Random(kind), 0.95)  # noqa: S311 - the same table each time
    assert book(columns, whole) == book(columns, by_cell)
