"""What no schema says of a cell: formulas, data of persons, numbers for another reader; and what is left alone."""

import pytest

from tests.gate.kit import named

FORMULAS = [
    "=1+1", "= 1+1", "=SUM(A1:A9)", "=cmd|' /C calc'!A0", '=HYPERLINK("http://x","y")', "==x", "=A1", "@SUM(1+1)", "@A1",
    "+1+1", "+SUM(A1)", "+cmd|' /C calc'!A0", "-1+1", "-SUM(A1)", "-2+3+cmd|' /C calc'!A0", "+A1", "-A1*2", "\t=1+1", "\r=1+1",
    "\n=1+1", " =1+1", "＝1+1", "＋1+1", "－SUM(A1)", "＠SUM(A1)", "+'sheet 1'!A1", "-(1+1)", '+"a"', "=IMPORTXML(1)", "+84-24-3825",
    "=số dân / diện tích", "%0A=1+1",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS, ids=named)
def test_a_cell_that_a_spreadsheet_would_run_is_refused(gate, text):
    if text == "%0A=1+1":
        gate.cell(text)
        gate.accepted()
        return
    gate.cell(text)
    assert gate.check().errors & {"cell-formula", "character-forbidden"}


LEFT_ALONE = [
    "-5.25", "+84 24 3825 3536", "- ghi chú", "-", "+", "=", "@", "--", ">=", "-5", "+5", "-5,25", "-5%", "- 5", "1+1=2", "a=b", "A@B",
    "−5", "-ghi chú (xem bảng 2)", "+ thêm 3 tỉnh", "– gạch", "-12.345.678", "+1.5e10", "0=không", "'=1+1", "(+) tăng", "~ 5", "-Infinity",
    "@ 25 độ", "+0,3 điểm %", "- 2,5 so với 2020",
]  # fmt: skip


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_a_cell_that_is_no_formula_is_left_alone(gate, text):
    gate.cell(text)
    gate.accepted()


PERSONS = [
    "001085012345", "Lan, 001085012345", "CCCD 079 185 012 345", "001 085 012 345", "CMND: 012345678", "hộ chiếu B1234567",
    "0912345678", "0912 345 678", "0912.345.678", "+84 912 345 678", "+84912345678", "(+84) 912345678", "0084912345678",
    "gọi 0387654321", "lan@example.org", "Lan <lan.nguyen@moha.example.vn>", "lan (at) example.org", "LAN@EXAMPLE.ORG", "+44 20 7946 0958",
]  # fmt: skip


@pytest.mark.parametrize("text", PERSONS)
def test_data_of_a_person_are_refused(gate, text):
    gate.cell(text)
    gate.refused("personal-data", line=2, field="cell")


@pytest.mark.parametrize(
    ("name", "text"), [("cccd", "012345678"), ("so_dinh_danh", "123456789"), ("passport", "C1234567")]
)
def test_a_number_is_one_of_a_person_where_its_column_says_so(gate, name, text):
    gate.rows(f"a,{text}", columns=[("id", "string"), (name, "string")])
    gate.refused("personal-data", field=name)


@pytest.mark.parametrize("kind", ["integer", "number", "string", "any"])
def test_a_telephone_number_is_found_in_columns_of_every_type(gate, kind):
    gate.cell("0912345678", kind)
    gate.refused("personal-data")


OFFICIAL = [
    "01", "00001", "001", "26734", "2023", "8587100", "123456789", "123456789012", "1.0912345678", "0.912345678", "912345678",
    "QĐ 1234/QĐ-TTg", "15/2008/QH12", "978-604-56-1234-5", "024 3825 3536", "(84-24) 3825 3536", "+84 24 3825 3536", "10.1000/xyz123",
    "2023-01-05", "01.02.03.04", "0100109106", "https://example.org/0912345678x", "v2@2x", "Điều 5 khoản 2", "1900 1234", "115", "20240912345678",
    "HS0912345678", "https://example.org/tin-001085012345.html", "https://example.org/?id=0987654321", "https://example.org/@who/a@b.co",
]  # fmt: skip


@pytest.mark.parametrize("text", OFFICIAL)
def test_official_codes_years_totals_and_telephones_of_offices_pass(gate, text):
    gate.cell(text)
    gate.accepted()


def test_a_tax_code_passes_in_a_column_of_codes(gate):
    gate.rows("a,0301442379", columns=[("id", "string"), ("ma_so_thue", "string")])
    gate.accepted()


def test_a_reviewed_cell_passes(gate):
    gate.cell("lan@example.org")
    gate.refused("personal-data")
    (gate.root / "datapackages/reviewed.csv").write_text(
        "code,file,field,key,value,reason\npersonal-data,one/table.csv,cell,,lan@example.org,address of an office\n",
        "utf-8",
    )
    gate.accepted()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [("code,file\na,b\n", "row-short"), ("code,file,field,key,value,reason\na,b,c,d,e,\n", "cell-empty")],
)
def test_a_reviewed_list_that_gives_no_reason_is_refused(gate, text, wrong):
    (gate.root / "datapackages/reviewed.csv").write_text(text, "utf-8")
    gate.refused(wrong, file="datapackages/reviewed.csv", line=2)


NUMBERS = [
    ("1.234,5", "1234.5"), ("1,234.5", "1234.5"), ("12,5", "12.5"), ("1 234", "1234"), ("1\u00a0234", "1234"), ("1_000", "1000"),
    ("١٢", "12"), ("１２", "12"), (" 12", "12"), ("12 ", "12"), ("1.234.567", "1234567"), ("−5", "-5"), ("NaN", None), ("nan", None),
    ("Infinity", None), ("INF", None), ("-inf", None), ("1e999", None), ("9007199254740993", None), ("9" * 400, None), ("0x10", None),
    ("1,234", None), ("12%", None), ("5 triệu", None), ("1e", None), ("--5", None), ("1/2", None), ("=5", None), ("12abc", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "meant"), NUMBERS, ids=named)
def test_a_number_that_is_not_written_as_one_is_refused_with_what_was_meant(gate, text, meant):
    gate.cell(text, "number")
    said = gate.check()
    assert said.errors & {"type-error", "number-form", "missing-mark"}
    found = next(each for each in said.problems if each["severity"] == "error")
    assert (found["line"], found["field"]) == (2, "cell")
    assert meant is None or meant in found["remedy"]["vi"]


@pytest.mark.parametrize("text", ["1.5", "1e3", "1_000", "９", "9007199254740993", " 1"])
def test_a_whole_number_is_nothing_else(gate, text):
    gate.cell(text, "integer")
    assert gate.check().errors & {"type-error", "number-form"}


@pytest.mark.parametrize("text", ["n/a", "N/A", "..", "...", "-", "—", "null", "không có", "NA"])
def test_an_undeclared_mark_for_no_value_is_refused(gate, text):
    gate.cell(text, "number")
    gate.refused("missing-mark", value=text)


@pytest.mark.parametrize("text", ["n/a", "..", "-"])
def test_a_declared_mark_for_no_value_passes(gate, text):
    gate.cell(text, "number")
    gate.table["schema"]["missingValues"] = ["", text]
    gate.accepted()


@pytest.mark.parametrize(
    "text", ["0", "-5.25", "12", "0.5", "1e3", "-0", "8587.1", "9007199254740991", "007"]
)
def test_a_plain_number_passes(gate, text):
    gate.cell(text, "number")
    gate.accepted()


def test_a_column_of_counts_that_all_look_like_thousands_is_warned_of(gate):
    gate.rows("a,1.234", "b,5.678", "c,12.000", columns=[("id", "string"), ("people", "number")])
    assert "1.234 -> 1234" in gate.warned("number-thousands")["remedy"]["en"]


def test_a_column_of_decimals_is_not(gate):
    gate.rows("a,1.234", "b,5.6", "c,12.000", columns=[("id", "string"), ("share", "number")])
    gate.accepted()


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x()",
        "file:///etc",
    ],
)
def test_an_address_that_would_run_is_refused_in_a_cell(gate, text):
    gate.cell(text)
    gate.refused("address-unsafe")


@pytest.mark.parametrize(
    "text", ["data: xem bảng 2", "about: chung", "https://example.org", "file: bảng.csv"]
)
def test_a_word_before_a_colon_is_no_address(gate, text):
    gate.cell(text)
    gate.accepted()


INERT = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}",
    "{% include 'x' %}",
    "[a](javascript:alert(1))",
    "**b**",
    "${7*7}",
    "</title>",
]


@pytest.mark.parametrize("text", INERT)
def test_markup_in_text_is_only_text(gate, text):
    gate.cell(text)
    gate.accepted()
