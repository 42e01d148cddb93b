"""What duckdb passes at a glance is sound: no sign, and no beginning of a cell, that the gate would refuse."""

import sys
import unicodedata

import duckdb
import pytest

from build_scripts.read.gate.addresses import is_active
from build_scripts.read.gate.formulas import is_formula
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
