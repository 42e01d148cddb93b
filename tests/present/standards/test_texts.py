"""What each format holds of texts that programs like to change: `=1+1`, `-5`, `01`, `NA`, composed and decomposed letters."""

import csv
import io
import json
import unicodedata
import zipfile

import openpyxl
import polars as pl
import pyarrow.parquet as pq
import pytest

from build_scripts.present.standards.plain_csv import guarded
from tests.present.standards import samples

TEXTS = [text if text else None for text in samples.ODD]
NUMBERS = [-5.25, 0, None, 1000, 12345678.9, -0.1, None, 7, 8, 9, 10]


@pytest.fixture(scope="module")
def files():
    return samples.published(samples.odd())


def test_plain_csv_holds_the_texts_as_they_are(files):
    rows = list(csv.DictReader(io.StringIO(files["odd.csv"].decode("utf-8"), newline="")))
    assert [row["text"] for row in rows] == list(samples.ODD)
    assert files["odd.csv"].startswith(b"id,text,number\n0,=1+1,-5.25\n1,-5,0\n2,01,\n3,NA,1e3\n")


def test_csv_for_excel_begins_with_a_mark_and_guards_what_would_run(files):
    data = files["odd.excel.csv"]
    assert data.startswith(b"\xef\xbb\xbfid,text,number\r\n")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["text"] for row in rows] == [
        "'=1+1",
        "-5",
        "01",
        "NA",
        samples.NFD,
        "",
        "'@SUM(A1)",
        *samples.ODD[7:],
    ]
    assert [row["number"] for row in rows][:5] == ["-5.25", "0", "", "1e3", "12345678.9"]


@pytest.mark.parametrize("cell", ["=1+1", "@x", "+1+1", "-1+1|cmd", "\t=1", "＝1+1", "-HYPERLINK(A1)"])
def test_a_text_that_would_run_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "-5,25", "+84 24 3825", "- a note", "-", "--", "01", "a=b", "", "5%"])
def test_a_harmless_text_is_left_alone(cell):
    assert guarded(cell) == cell


@pytest.mark.judged("openpyxl")
def test_a_workbook_holds_texts_as_texts_and_numbers_as_numbers(files):
    sheet = openpyxl.load_workbook(io.BytesIO(files["odd.xlsx"])).worksheets[0]
    cells = [(row[1].value, row[1].data_type, row[2].value) for row in sheet.iter_rows(min_row=2)]
    assert [text for text, _, _ in cells] == TEXTS
    assert {kind for text, kind, _ in cells if text is not None} == {"s"}
    assert [number for _, _, number in cells] == NUMBERS


def test_a_workbook_has_no_formula_no_link_and_no_clock(files):
    with zipfile.ZipFile(io.BytesIO(files["odd.xlsx"])) as book:
        parts = {name: book.read(name).decode("utf-8") for name in book.namelist()}
        assert {entry.date_time for entry in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert [
        name for name, text in parts.items() if "<f>" in text or "<f " in text or "hyperlink" in text
    ] == []
    assert "2000-01-01T00:00:00Z" in parts["docProps/core.xml"]


def test_a_workbook_says_in_both_languages_what_its_columns_are(files):
    book = openpyxl.load_workbook(io.BytesIO(files["odd.xlsx"]))
    assert book.sheetnames == ["odd", "Ghi chú - Notes"]
    rows = [tuple(cell for cell in row if cell is not None) for row in book["Ghi chú - Notes"].values]
    assert ("Bộ dữ liệu / Dataset", "Mẫu", "Sample") in rows
    assert ("text", "Chữ", "Text", "string", "Any text.") in rows


def test_parquet_holds_texts_numbers_and_what_the_columns_are(files):
    table = pq.read_table(io.BytesIO(files["odd.parquet"]))
    assert table["text"].to_pylist() == TEXTS
    assert table["number"].to_pylist() == NUMBERS
    assert [str(field.type) for field in table.schema] == ["int64", "string", "double"]
    assert [field.nullable for field in table.schema] == [False, True, True]
    assert table.schema.field("text").metadata == {
        b"title": "Chữ".encode(), b"title@en": b"Text", b"description@en": b"Any text.", b"type": b"string",
    }  # fmt: skip


def test_json_holds_texts_and_numbers(files):
    rows = json.loads(files["odd.json"])
    assert [row["text"] for row in rows] == TEXTS
    assert [row["number"] for row in rows] == NUMBERS


def test_decomposed_letters_stay_decomposed_everywhere(files):
    composed = unicodedata.normalize("NFC", samples.NFD)
    assert composed == "Hà Nội"
    for name in ("odd.csv", "odd.excel.csv", "odd.json", "odd.parquet"):
        assert samples.NFD.encode() in files[name] or name.endswith("parquet")
        assert composed.encode() not in files[name]
    assert pl.read_parquet(io.BytesIO(files["odd.parquet"]))["text"][4] == samples.NFD


def test_a_number_that_no_program_holds_stays_the_text_it_is():
    long, zoned = "12345678901234567890", "2020-01-01T07:00:00+07:00"
    fields = [
        {"name": "long", "type": "integer"},
        {"name": "endless", "type": "number"},
        {"name": "day", "type": "date"},
        {"name": "when", "type": "datetime"},
    ]
    rows = [[long, "NaN", "1890-01-02", zoned], ["1", "2", "2020-02-03", "2020-01-01T00:00:00Z"]]
    files = samples.published(samples.package(samples.resource("t", fields, rows)))
    table = pq.read_table(io.BytesIO(files["t.parquet"]))
    assert [str(field.type) for field in table.schema] == [
        "string",
        "string",
        "date32[day]",
        "timestamp[us, tz=UTC]",
    ]
    sheet = openpyxl.load_workbook(io.BytesIO(files["t.xlsx"])).worksheets[0]
    assert list(sheet.values)[1] == (long, "NaN", "1890-01-02", "2020-01-01T00:00:00Z")
    assert json.loads(files["t.json"])[0]["when"] == "2020-01-01T00:00:00Z"


def test_numbers_written_in_another_way_become_numbers():
    fields = [
        {"name": "a", "type": "number", "decimalChar": ",", "groupChar": "."},
        {"name": "b", "type": "number", "bareNumber": False},
        {"name": "c", "type": "boolean", "trueValues": ["có"], "falseValues": ["không"]},
        {"name": "d", "type": "date", "format": "%d/%m/%Y"},
        {"name": "e", "type": "string", "missingValues": ["-"]},
    ]
    rows = [["1.234,5", "12%", "có", "31/12/2024", "-"], ["-2", "$-3", "không", "01/02/2024", ""]]
    files = samples.published(samples.package(samples.resource("t", fields, rows)))
    assert json.loads(files["t.json"]) == [
        {"a": 1234.5, "b": 12.0, "c": True, "d": "2024-12-31", "e": None},
        {"a": -2.0, "b": -3.0, "c": False, "d": "2024-02-01", "e": ""},
    ]


def test_a_cell_too_long_for_a_spreadsheet_is_cut_there_only_and_said_to_be():
    text = "𝄞" * 20_000
    files = samples.published(
        samples.package(samples.resource("t", [{"name": "a", "type": "string"}], [[text]]))
    )
    book = openpyxl.load_workbook(io.BytesIO(files["t.xlsx"]))
    assert book.worksheets[0]["A2"].value == "𝄞" * 16_383
    assert "Ô quá dài / Cells too long" in [row[0] for row in book.worksheets[1].values]
    assert json.loads(files["t.json"]) == [{"a": text}]
