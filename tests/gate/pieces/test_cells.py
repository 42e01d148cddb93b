"""What is said of cells one by one: the code, the line, the column, the value, and the words that depend on it."""

import unicodedata
from datetime import date

import pandas as pd
import pytest

from build_scripts.read.gate.cells import Looked, cell_problems
from tests.gate.pieces import places

FILE = "datapackages/one/table.csv"
TODAY = date(2026, 3, 15)
MARKS = ["", "n/a"]


def said(cells, kind="string", *, looked=None, name="cell", dialect=None, **field):
    """The problems of a column that holds `cells` from line 2 on."""
    frame = pd.DataFrame({name: cells}, index=range(2, 2 + len(cells)), dtype=str)
    resource = {"schema": {"fields": [{"name": name, "type": kind, **field}], "missingValues": MARKS}}
    if dialect is not None:
        resource["dialect"] = dialect
    return list(cell_problems(frame, resource, FILE, Looked(today=TODAY) if looked is None else looked))


def codes(cells, kind="string", **more):
    return [(each.code, each.line, each.value) for each in said(cells, kind, **more)]


FORBIDDEN = "There is an invisible or forbidden character: U+200B ZERO WIDTH SPACE."
FIRST = {
    "character-forbidden": ("a\u200bb", "string", FORBIDDEN),
    "cell-formula": ("=1+1", "any", "A spreadsheet would run this cell as a formula: “=1+1”."),
    "address-unsafe": ("javascript:alert(1)", "string", "“javascript:alert(1)” cannot serve as a web address."),
    "personal-data": ("0912345678", "string", "The cell seems to contain personal data: a mobile telephone number."),
    "cell-line-break": ("1\n2", "number", "The cell in column “cell” contains a line break, but the column holds no text."),
    "missing-mark": ("..", "integer", "The cell in column “cell” says “..” instead of a number."),
    "number-form": ("1 234,5", "number", "The cell in column “cell” says “1 234,5”, which is not how a number is written."),
    "date-in-future": ("2026-03-16", "date", "The date “2026-03-16” lies in the future."),
}  # fmt: skip


@pytest.mark.parametrize("code", FIRST)
def test_a_cell_is_named_with_its_place_wherever_it_stands(code):
    cell, kind, message = FIRST[code]
    if code == "number-form":
        cell = cell.replace("1 234,5", " 5")
        message = message.replace("1 234,5", " 5")
    found = said(["", cell, "", cell], kind)
    assert places(found) == [(code, FILE, line, "cell", cell) for line in (3, 5)]
    assert [each.message.en for each in found] == [message] * 2


def test_data_of_a_person_are_named_in_both_languages():
    found = said(["Lan, lan@example.org, 0912345678"])
    assert [(each.message.vi, each.message.en) for each in found] == [
        (f"Ô này có vẻ chứa dữ liệu cá nhân: {vi}.", f"The cell seems to contain personal data: {en}.")
        for vi, en in (
            ("địa chỉ thư điện tử", "an e-mail address"),
            ("số điện thoại di động", "a mobile telephone number"),
        )
    ]


@pytest.mark.parametrize(
    ("cell", "kind", "field", "remedy"),
    [
        (
            " 12",
            "number",
            {},
            "Use only the digits 0–9 and “.” before decimals, no spaces and no thousands separators. Is it  12 -> 12?",
        ),
        (
            "1_000",
            "integer",
            {"decimalChar": ","},
            "Use only the digits 0–9 and “,” before decimals, no spaces and no thousands separators. Is it 1_000 -> 1000?",
        ),
        (
            "infinity",
            "number",
            {},
            "Use only the digits 0–9 and “.” before decimals, no spaces and no thousands separators.",
        ),
        (
            "٢٠٢٣",
            "year",
            {},
            "Use only the digits 0–9 and “.” before decimals, no spaces and no thousands separators.",
        ),
    ],
)
def test_the_remedy_says_how_the_number_is_written(cell, kind, field, remedy):
    found = said([cell], kind, **field)
    assert places(found) == [("number-form", FILE, 2, "cell", cell)]
    assert found[0].remedy.en == remedy
    assert (" Có phải" in found[0].remedy.vi) == ("->" in remedy)
    assert found[0].remedy.vi.endswith(f" Có phải {remedy.partition(' Is it ')[2]}") or "->" not in remedy
    assert "XX" not in found[0].remedy.vi


@pytest.mark.parametrize(
    ("kind", "cell", "code"),
    [
        ("number", "1\r2", "cell-line-break"), ("integer", "1\n2", "cell-line-break"), ("date", "2026-01-01\r", "cell-line-break"),
        ("boolean", "true\nfalse", "cell-line-break"), ("string", "a\nb", None), ("any", "a\rb", None), ("number", "-5.25", None),
        ("number", "8587.1", None), ("number", "abc", None), ("integer", "0912345678", "personal-data"), ("number", "+84912345678", "personal-data"),
        ("number", "912345678", None), ("integer", "79185012345", None), ("number", "n/a", None), ("number", "N/A", "missing-mark"), ("number", "", None),
        ("date", "１２", "number-form"), ("date", "ngày 5", None), ("date", "5é", None), ("date", "2026-03-15", None), ("date", "2026-03-16", "date-in-future"),
        ("datetime", "2026-03-16T00:00:00Z", "date-in-future"), ("datetime", "2026-03-15T23:59:59Z", None), ("year", "2030", None),
        ("string", "2026-03-16", None), ("date", "16/03/2026", None), ("array", '["0912345678"]', "personal-data"), ("object", '{"a":"a@b.co"}', "personal-data"),
        ("list", "a@b.co,c", "personal-data"), ("geojson", '{"a":"a@b.co"}', "personal-data"), ("date", "a@b.co", None), ("boolean", "0912345678", None),
        ("string", "https://example.org/0912345678", None), ("string", "https://example.org gọi 0912345678", "personal-data"),
        ("string", " https://example.org/0912345678 ", None), ("string", "-5", None), ("any", "- ghi chú", None), ("integer", "1e999", "number-form"),
    ],
)  # fmt: skip
def test_a_cell_is_judged_by_the_type_of_its_column(kind, cell, code):
    assert codes([cell], kind) == ([] if code is None else [(code, 2, cell)])


def test_a_number_with_words_around_it_or_in_a_column_of_persons_is_looked_at_however_it_begins():
    bare = {"bareNumber": False}
    assert codes(["Lan 0912345678"], "number", **bare) == [("personal-data", 2, "Lan 0912345678")]
    assert codes(["123456789"], "integer", name="cmnd") == [("personal-data", 2, "123456789")]
    assert codes(["5 %", "$ 8.25"], "number", **bare) == codes(["123456789"], "integer") == []


@pytest.mark.parametrize("name", ["url", "path", "homepage", "link", "website", "URL"])
def test_a_column_of_addresses_holds_sound_ones_alone(name):
    cells = [
        "https://example.org", "https://user@example.org/x", "http://127.0.0.1/x", "https://a.org http://intranet/x",
        "https://a.org https://b.org", "data/table.csv",
    ]  # fmt: skip
    assert codes(cells, name=name) == [("address-unsafe", line, cells[line - 2]) for line in (3, 4, 5)]
    assert codes(cells, name="note") == []


def test_an_address_that_would_run_is_unsafe_in_every_column_of_text():
    assert codes(["data:text/html,x"], name="note") == [("address-unsafe", 2, "data:text/html,x")]


def test_a_cell_says_every_kind_of_trouble_with_it():
    cell = unicodedata.normalize("NFD", "=Hà, 0912345678")
    assert codes([cell]) == [
        ("cell-formula", 2, cell),
        ("text-decomposed", 2, cell),
        ("personal-data", 2, cell),
    ]
    assert codes([f"{cell}\u200b"]) == [("character-forbidden", 2, f"{cell}\u200b")]


def test_letters_in_pieces_are_left_to_the_profile_where_it_looks_at_them():
    cell = unicodedata.normalize("NFD", "Hà Nội")
    assert codes([cell]) == [("text-decomposed", 2, cell)]
    assert codes([cell], looked=Looked(is_profiled=True)) == []


def test_a_cell_is_reviewed_in_its_file_and_its_column_alone():
    cell = "lan@example.org"
    refused = [("personal-data", 2, cell)]
    assert codes([cell], looked=Looked(reviewed={(FILE, "cell", cell)})) == []
    assert codes([cell], looked=Looked(reviewed={("datapackages/two/table.csv", "cell", cell)})) == refused
    assert codes([cell], looked=Looked(reviewed={(FILE, "other", cell)})) == refused
    assert codes([cell], looked=Looked(reviewed={(FILE, "cell", "minh@example.org")})) == refused


def test_nothing_is_in_the_future_when_nobody_says_what_day_it_is():
    assert codes(["2999-01-01"], "date", looked=Looked()) == []


def test_marks_of_missing_values_are_those_of_the_column_else_of_the_table_else_of_the_dialect():
    assert codes(["n/a", "..", "-"], "number") == [("missing-mark", 3, ".."), ("missing-mark", 4, "-")]
    own = {"missingValues": ["..", {"value": "-", "label": "none"}]}
    assert codes(["n/a", "..", "-", ""], "number", **own) == [("missing-mark", 2, "n/a")]
    null = {"nullSequence": "-"}
    assert codes(["n/a", "..", "-"], "number", dialect=null) == [
        ("missing-mark", 2, "n/a"),
        ("missing-mark", 3, ".."),
    ]
    assert codes(["n/a", ""], "number", dialect={"delimiter": ";"}) == []


@pytest.mark.parametrize(
    ("cells", "kind", "field", "place"),
    [
        (["1.234", "5.678", "12.000"], "number", {}, (2, "1.234")), (["", "n/a", "1.234", "5.678", "1.000"], "number", {}, (4, "1.234")),
        (["", "1.234", "5.678", "1.000"], "number", {"missingValues": ["n/a"]}, (3, "1.234")),
        (["1.234", "5.678"], "number", {}, None), (["1.234", "5.6", "1.000"], "number", {}, None), (["1.234", "1.234", "1.234"], "number", {}, None),
        (["1.234", "5.678", "12.000"], "string", {}, None), (["1.234", "5.678", "12.000"], "number", {"decimalChar": "."}, None),
        (["1.234", "5.678", "12.000"], "number", {"groupChar": "."}, None), ([], "number", {}, None),
    ],
)  # fmt: skip
def test_a_column_whose_numbers_may_be_thousands_is_named_at_its_first_number(cells, kind, field, place):
    found = said(cells, kind, **field)
    assert places(found) == (
        [] if place is None else [("number-thousands", FILE, place[0], "cell", place[1])]
    )
    if place is not None:
        assert found[0].remedy.en == (
            "If the point separates thousands, take it away: 1.234 -> 1234. If these are decimals, nothing needs to be done."
        )


def test_every_column_is_looked_at():
    frame = pd.DataFrame(
        {"a": ["1.234", "2.345", "3.456"], "b": ["", "=1+1", ""], "c": ["..", "", ""]}, index=[2, 3, 5]
    )
    fields = [
        {"name": "a", "type": "number"},
        {"name": "b", "type": "string"},
        {"name": "c", "type": "number"},
    ]
    found = list(cell_problems(frame, {"schema": {"fields": fields, "missingValues": [""]}}, FILE, Looked()))
    assert places(found) == [
        ("number-thousands", FILE, 2, "a", "1.234"),
        ("cell-formula", FILE, 3, "b", "=1+1"),
        ("missing-mark", FILE, 2, "c", ".."),
    ]
