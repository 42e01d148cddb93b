"""The rows of a sheet, put below a heading that another program wrote."""

import io
from datetime import date, datetime

import openpyxl
import xlsxwriter
from openpyxl.utils.escape import unescape

from build_scripts.compute.cells import Column
from build_scripts.present.standards.sheet_data import place_of, with_rows
from build_scripts.present.standards.workbook import cut


def column(kind, *values):
    return Column(None, kind, values)


def read(*columns):
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet()
    for place, each in enumerate(columns):
        sheet.write_string(0, place, each.kind)
        sheet.set_column(place, place, 12, day if each.kind == "date" else None)
    book.close()
    found = openpyxl.load_workbook(io.BytesIO(with_rows(out.getvalue(), columns, cut))).active
    return list(found.iter_rows(min_row=2, values_only=True))


def test_every_kind_of_value_comes_back_as_it_is():
    rows = read(
        column("text", "01", None, " a<b>&\n"),
        column("number", -0.5, 3.0, None),
        column("integer", None, 7, 12345678901234),
        column("boolean", *(True, False, None)),
    )
    assert rows == [("01", -0.5, None, True), (None, 3, 7, False), (" a<b>&\n", None, 12345678901234, None)]


def test_days_in_columns_that_lie_side_by_side_stay_days():
    assert read(column("date", date(2025, 7, 1)), column("date", date(1999, 12, 31))) == [
        (datetime(2025, 7, 1), datetime(1999, 12, 31))  # noqa: DTZ001 - as openpyxl reads days
    ]


def test_signs_that_xml_cannot_hold_and_what_looks_like_their_spelling_come_back():
    assert [unescape(cell) for (cell,) in read(column("text", "a\x01b", "_x0041_"))] == ["a\x01b", "_x0041_"]


def test_a_table_without_rows_stays_as_it_was():
    assert read(column("text")) == []


def test_columns_are_named_as_spreadsheets_name_them():
    assert [place_of(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
