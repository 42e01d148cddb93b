"""What duckdb passes at a glance is sound: no sign, and no beginning of a cell, that the gate would refuse."""

import sys
import unicodedata

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.read.gate.addresses import is_active
from build_scripts.read.gate.formulas import is_formula
from build_scripts.read.gate.personal import kinds
from build_scripts.read.gate.signs import forbidden
from build_scripts.read.large.sure import FIRST, REST, sure

SIGNS = [chr(number) for number in range(1, sys.maxunicode + 1) if not 0xD800 <= number <= 0xDFFF]


@pytest.fixture(scope="module")
def passed():
    """The signs that a class of signs holds, asked of duckdb."""
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE signs AS SELECT unnest(?) AS sign", [SIGNS])

        def of(signs):
            found = connection.execute(f"SELECT sign FROM signs WHERE regexp_full_match(sign, '{signs}')")
            return [sign for (sign,) in found.fetchall()]

        yield of


def test_signs_that_are_passed_are_visible_and_composed(passed):
    signs = passed(REST)
    assert len(signs) > 700
    assert [sign for sign in signs if forbidden(sign) is not None] == []
    assert [sign for sign in signs if not unicodedata.is_normalized("NFC", sign)] == []
    assert [sign for sign in signs if unicodedata.combining(sign)] == []


def test_no_two_signs_that_are_passed_are_one_when_composed(passed):
    signs = set(passed(REST))
    parts = (unicodedata.decomposition(sign).split() for sign in SIGNS)
    second = {chr(int(pair[1], 16)) for pair in parts if len(pair) == 2 and not pair[0].startswith("<")}
    assert signs & second == set()


def test_no_cell_that_begins_with_a_passed_sign_is_a_formula(passed):
    for sign in passed(FIRST):
        assert not any(is_formula(sign + rest) for rest in ("", "A1", "=1", "SUM(A1)", "1+1", "@x", "cmd|x"))


def test_a_cell_with_an_active_address_is_never_passed():
    condition = sure({"name": "note", "type": "string"}, "cell")
    cells = [
        "javascript:alert(1)",
        "DATA:text/html",
        "file:///x",
        "vbscript :x",
        "view-source:x",
        "ms-word:x",
    ]
    assert all(map(is_active, cells))
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT cell FROM (SELECT unnest(?) AS cell) WHERE {condition.sql}", [cells, *condition.given]
        )
        assert found.fetchall() == []


DIGITS = ["0912345678", "091 234 56 78", "(+84) (0)91.234.5678", "0084-912345678", "+84 91 2345678", "001200012345", "001 200 012 345",
    "+33 1 23 45 67", "+1 (212) 555-0199", "+49-30-123456", "cccd 123456789", "Căn cước: 123456789", "CHỨNG MINH 123456789",
    "ho chieu B1234567", "PASSPORT C12345678", "chứng mınh 123456789", "paſſport C12345678", "x (AT) example.org", "a@b.vn"]  # fmt: skip


def test_a_cell_with_data_of_a_person_is_never_passed():
    condition = sure({"name": "note", "type": "string"}, "cell")
    cells = [
        f"{before}{each}{after}" for each in DIGITS for before in ("", "gọi ") for after in ("", ", số 5")
    ]
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT cell FROM (SELECT unnest(?) AS cell) WHERE {condition.sql}", [cells, *condition.given]
        ).fetchall()
    assert [cell for (cell,) in found if list(kinds(cell, "note"))] == []
    assert sum(bool(list(kinds(cell, "note"))) for cell in cells) > 60


@given(st.text("019+84() .-@at[]cCmM mn dpsữứ", max_size=40))
def test_no_cell_that_is_passed_seems_to_hold_data_of_a_person(text):
    condition = sure({"name": "note", "type": "string"}, "cell")
    if list(kinds(text, "note")):
        found = BASE.execute(f"SELECT {condition.sql} FROM (SELECT ? AS cell)", [*condition.given, text])
        assert found.fetchall() == [(False,)]


BASE = duckdb.connect()
