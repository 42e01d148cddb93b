"""One word at a time: addresses, formulas, names, numbers, data of persons, and expressions of strangers."""

import pytest

from build_scripts.read.gate.addresses import is_active, is_address, is_plain_http, is_web
from build_scripts.read.gate.formulas import is_formula
from build_scripts.read.gate.names import collisions, folded, is_device, is_route, is_unsafe_column
from build_scripts.read.gate.numbers import all_thousands, is_lenient, is_mark, is_number, meant
from build_scripts.read.gate.patterns import compiled, matches
from build_scripts.read.gate.personal import EMAIL, IDENTITY, PHONE, kinds

WEB = [
    "https://example.org", "http://example.org", "HTTPS://Example.ORG/a?b=c#d", "https://www.nso.gov.vn:443/x", "https://xn--h-5ja.vn",
    "https://hànội.vn/", "https://a.b-c.example.org.", "https://example.org/" + "x" * 1980, "https://example.org/a@b",
]  # fmt: skip
NOT_WEB = [
    "", "example.org", "//example.org", "ftp://example.org", "javascript:alert(1)", "https:/example.org", "https:example.org", "https://",
    "https://intranet", "https://127.0.0.1", "https://[::1]/", "https://user@example.org", "https://user:x@example.org", "https://@example.org",
    "https://example.org:x/", "https://example.org:99999/", "https://example.org/" + "x" * 1981, "https://example.org/a b", "https://[x",
    "https://-a.org", "https://a-.org", "https://a.1", *(f"https://example.org/{sign}" for sign in '\\<>"`{}|^\x7f\x85\x00\t'),
]  # fmt: skip


@pytest.mark.parametrize("address", WEB)
def test_an_address_of_the_web_may_become_a_link(address):
    assert is_web(address)


@pytest.mark.parametrize("address", NOT_WEB)
def test_no_other_address_may(address):
    assert not is_web(address)


def test_an_address_that_is_not_encrypted_is_known():
    assert [is_plain_http(each) for each in ("http://a.org", "HTTP://a.org", "https://a.org", "xhttp://")] == [
        True, True, False, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "is_it"),
    [
        ("https://a", True), (" HTTP://a", True), ("http:", True), ("xhttps://a", False), ("httpx://a", False), ("a https://b", False), ("", False),
    ],
)  # fmt: skip
def test_a_cell_is_an_address_where_it_begins_as_one(cell, is_it):
    assert is_address(cell) == is_it


@pytest.mark.parametrize(
    ("cell", "is_it"),
    [
        ("javascript:x", True), (" JavaScript:x", True), ("java\tscr\nipt\r:x", True), ("javascript :x", True), ("\x01data:x", True),
        ("view-source:https://a", True), ("data: xem", False), ("data:", False), ("data:\n", False), ("data:\tx", True), ("http:x", False),
        ("xjavascript:x", False), ("note javascript:x", False), ("about:\r x", False), ("mailto:x", False), ("", False), ("file:/etc\n", True),
    ],
)  # fmt: skip
def test_an_address_that_would_run_is_known(cell, is_it):
    assert is_active(cell) == is_it


RUN = [
    "=1", "= 1", "=a", "@a", "@=", "@(", "@_x", "+A1", "-A1+2", "+1+1", "\t=1", "\r-5", "\n+ghi chú", " =1", "\u00a0=1", "＝1", "+SUM(", "-'a'!A1",
    "\t\t=x", "+(1)", '-"a"', "+{1}", "\xa0@a", "\t@A1",
]  # fmt: skip
NOT_RUN = [
    "", " ", "a", "1", "=", "= ", "@", "@ a", "@5", "@-", "+", "-", "-5", "+5.5", "- 5 %", "-,5", "+1e-5", "- ghi chú", "\t5", "\ta=1", "A1=5", "1+1",
    "é=1", "−5", "\t", "\n", "x\t=1", "+84 24 3825 3536", " 5", " a=", "\t@", "\t=",
]  # fmt: skip


@pytest.mark.parametrize("cell", RUN)
def test_a_spreadsheet_would_run_the_cell(cell):
    assert is_formula(cell)


@pytest.mark.parametrize("cell", NOT_RUN)
def test_a_spreadsheet_would_not_run_the_cell(cell):
    assert not is_formula(cell)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("con", True), ("CON", True), ("nul.csv", True), ("a/aux.tar.gz", True), ("com0", True), ("LPT9.csv", True), ("con .csv", True), (" prn", True),
        ("a/con/b.csv", True), ("com10", False), ("a.con", False), ("console", False), ("icon.csv", False), ("a/b.csv", False), ("conin$", True), ("", False),
    ],
)  # fmt: skip
def test_a_name_that_windows_takes_for_a_device_is_known_in_every_part_of_a_path(path, is_one):
    assert is_device(path) == is_one


def test_a_name_that_the_site_uses_is_known_in_capitals_too():
    assert [is_route(each) for each in ("data", "API", "Datasets", "population", "dat")] == [
        True,
        True,
        True,
        False,
        False,
    ]


def test_names_that_are_one_are_told_with_the_first_of_them():
    names = ["A.csv", "b.csv", "a.csv", "a.CSV", "b.csv", "Hà", "HA\u0300", "ﬁ", "fi", "straße", "STRASSE"]
    assert list(collisions(names)) == [
        ("a.csv", "A.csv"), ("a.CSV", "A.csv"), ("HA\u0300", "Hà"), ("fi", "ﬁ"), ("STRASSE", "straße"),
    ]  # fmt: skip
    assert folded("HA\u0300") == "hà"


@pytest.mark.parametrize(
    ("name", "is_unsafe"),
    [
        ("province", False), ("Dân số (người)", False), ("a" * 100, False), ("a" * 101, True), ("", True), (" ", True), (" a", True), ("a ", True),
        ("constructor", True), ("hasOwnProperty", True), ("ToString", True), ("__proto__", True), ("____", True), ("__a_", False), ("_id_", False),
        ("=a", True), ("+a", True), ("@a", True), ("-a", True), ("|a", True), ("＝a", True), ("a=b", False), ("a-b", False), ("a|b", False), ("<b>", True),
        ("a>b", True), ("a`b", True), ("a\x1fb", True), ("a\x7fb", True), ("{{a}}", True), ("{%a", True), ("${a}", True), ("{a}", False), ("$a", False), ("%", False), ("X-ray", False),
    ],
)  # fmt: skip
def test_a_column_has_a_name_that_no_program_stumbles_over(name, is_unsafe):
    assert is_unsafe_column(name) == is_unsafe


@pytest.mark.parametrize(
    ("cell", "kind", "field", "is_one"),
    [
        ("12", "integer", {}, True), ("-12", "integer", {}, True), ("+12", "integer", {}, True), ("1.5", "integer", {}, False), ("1e3", "integer", {}, False),
        ("9007199254740992", "integer", {}, True), ("9007199254740993", "integer", {}, False), ("-9007199254740993", "integer", {}, False),
        ("0" * 19 + "1", "integer", {}, True), ("0" * 20 + "1", "integer", {}, False), ("9" * 5000, "integer", {}, False), ("0" * 45, "integer", {}, False),
        ("12", "number", {}, True), ("-0.5", "number", {}, True), (".5", "number", {}, True), ("5.", "number", {}, False), ("1e3", "number", {}, True),
        ("1E-300", "number", {}, True), ("1e999", "number", {}, False), ("-1e999", "number", {}, False), ("1e0308", "number", {}, False),
        ("9007199254740992", "number", {}, True), ("9007199254740993", "number", {}, False), ("9007199254740993.5", "number", {}, True),
        ("-9007199254740993", "number", {}, False), ("", "number", {}, False), ("nan", "number", {}, False), ("1,5", "number", {}, False),
        ("1,5", "number", {"decimalChar": ","}, True), ("1.234,5", "number", {"decimalChar": ",", "groupChar": "."}, True),
        ("1.234,5", "number", {"decimalChar": ","}, False), ("1 234", "integer", {"groupChar": " "}, True), ("1,234,567", "number", {"groupChar": ","}, True),
        ("5%", "number", {}, False), ("5%", "number", {"bareNumber": False}, True), ("5%", "number", {"bareNumber": True}, False),
        ("$ -5.5 USD", "number", {"bareNumber": False}, True), ("$", "number", {"bareNumber": False}, False), ("$5", "integer", {"bareNumber": False}, True),
        ("5.5 m", "integer", {"bareNumber": False}, False), ("5..5", "number", {"bareNumber": False}, False), ("15", "number", {"decimalChar": ""}, True),
        ("x10", "integer", {"bareNumber": False}, True), ("1٢", "integer", {}, False), ("-5", "integer", {"bareNumber": False}, True),
        ("9007199254740993 m", "integer", {"bareNumber": False}, False),
    ],
)  # fmt: skip
def test_a_number_is_written_as_its_column_declares(cell, kind, field, is_one):
    assert is_number(cell, {"name": "value", "type": kind, **field}) == is_one


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [("N/A", True), (" .. ", True), ("…", True), ("Không có", True), ("#DIV/0!", True), ("0", False), ("", False), ("n", False), ("- -", False)],
)  # fmt: skip
def test_a_mark_for_no_value_is_known(cell, is_one):
    assert is_mark(cell) == is_one


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234.567,89", "1234567.89"), ("-1,234,567.89", "-1234567.89"), ("1.234.567", "1234567"), ("1,234", None), ("1.234", None), ("0,5", "0.5"),
        ("-12,75", "-12.75"), ("1,2345", "1.2345"), ("1,23,456", None), ("1 234 567", "1234567"), ("1 23", None), ("12 3456", None), ("1_234", "1234"),
        ("\u2212 5", None), ("-1 234,5", "-1234.5"), ("（5）", None), ("５．５", "5.5"), ("٥", "5"), (" 5 ", "5"), ("1.234.5", None), ("1.234,5,6", None),
        ("1234.567,5", None), ("1234,567.5", None), ("1e999 ", None), ("9007199254740993 ", None), ("9007199254740992 ", "9007199254740992"),
        ("5", None), ("-.5 ", "-.5"), ("5,", None), (",5", None), ("1.234,", None), ("！5", None), ("5\uff5e", None), ("²", None), ("1\u00a0234\u00a0567", "1234567"),
    ],
)  # fmt: skip
def test_what_a_number_certainly_means_is_said_and_nothing_else(cell, number):
    assert meant(cell) == number


@pytest.mark.parametrize(
    ("cell", "is_one"),
    [("5 ", True), ("a_b", True), ("٥a", True), ("+-.eE", True), ("iNf", True), ("snan", True), ("", False), ("abc", False), ("²", False), ("5é", False), ("inf5", False)],
)  # fmt: skip
def test_a_cell_that_a_lenient_program_takes_for_a_number_is_known(cell, is_one):
    assert is_lenient(cell) == is_one


@pytest.mark.parametrize(
    ("cells", "first"),
    [
        (["1.234", "2.345", "3.456"], "1.234"), (["", "9.999", "2.345", "", "3.456"], "9.999"), (["1.234", "2.345"], None), (["1.234", "2.345", ""], None),
        (["1.234"] * 5, None), (["1.234", "1.234", "-2.345"], "1.234"), (["1.234", "2.345", "3.45"], None), (["0.234", "2.345", "3.456"], None), ([], None),
        (["1.234", "2.345", "1234.567"], None), (["1.234", "x", "2.345", "3.456"], None),
    ],
)  # fmt: skip
def test_numbers_may_be_thousands_when_three_or_more_all_look_so(cells, first):
    assert all_thousands(cells) == first


@pytest.mark.parametrize(
    ("cell", "column", "expected"),
    [
        ("lan@example.org", "x", [EMAIL]), ("lan (at) example.org", "x", [EMAIL]), ("lan[at]example.org", "x", [EMAIL]), ("lan@example", "x", []),
        ("một chat", "x", []), ("001085012345", "x", [IDENTITY]), ("001 085 012 345", "x", [IDENTITY]), ("001.085.012.345", "x", [IDENTITY]),
        ("012345678", "x", []), ("012345678", "cmnd", [IDENTITY]), ("CMND 012345678", "x", [IDENTITY]), ("B1234567", "x", []), ("B1234567", "passport", [IDENTITY]),
        ("hộ chiếu B1234567", "x", [IDENTITY]), ("0912345678", "x", [PHONE]), ("+44 20 7946 0958", "x", [PHONE]), ("0912345678, 0387654321", "x", [PHONE]),
        ("lan@example.org 0912345678", "x", [EMAIL, PHONE]), ("lan@example.org 001085012345 0912345678", "x", [EMAIL, IDENTITY]),
        ("0912345678", "ma_so_thue", [PHONE]), ("0301442379", "ma_so_thue", []), ("0301442379", "note", []), ("024 3825 3536", "x", []), ("", "x", []),
        ("0912345675", "ma_so_thue", []), ("0387654326", "mst", []), ("0912345040", "Tax code", []),
        ("0912345675", "note", [PHONE]), ("0912345673", "ma_so_thue", [PHONE]), ("0912 345 675", "ma_so_thue", [PHONE]), ("0912345081", "mst", [PHONE]),
        ("0912345080", "mst", [PHONE]), ("0912345675, 0912345678", "mst", [PHONE]), ("0912345675, 0387654326", "mst", []),
    ],
)  # fmt: skip
def test_data_of_persons_are_known_by_their_shape_and_by_their_column(cell, column, expected):
    assert list(kinds(cell, column)) == expected


@pytest.mark.parametrize(
    ("pattern", "cell", "fits"),
    [("[0-9]+", "123", True), ("[0-9]+", "123a", False), ("[0-9]+", "a123", False), ("(", "(", False), (r"(a)\1", "aa", False), ("a" * 300, "a" * 300, True), ("a" * 301, "a" * 301, False)],
)  # fmt: skip
def test_an_expression_fits_a_whole_cell_in_time_that_grows_with_it(pattern, cell, fits):
    assert matches(pattern, cell) == fits
    assert (compiled(pattern) is None) == (not fits and pattern != "[0-9]+")
