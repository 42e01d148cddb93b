"""Large tables are told the same as small ones: every file, line, column, code, value and word."""

import json
import random
from datetime import date

import pytest
from frictionless import Package, system

from build_scripts.read import load
from tests.read.large.faults import ALL, compared, small_portal, told, written

DAY = date(2026, 1, 1)


@pytest.mark.parametrize("seed", range(10))
def test_what_is_said_of_a_spoiled_table_does_not_depend_on_its_size(tmp_path, seed):
    small, large = compared(tmp_path, seed, DAY)
    assert large == small


@pytest.mark.judge
@pytest.mark.parametrize("seed", range(1000, 1400))
def test_what_is_said_of_many_spoiled_tables_does_not_depend_on_their_size(tmp_path, seed):
    small, large = compared(tmp_path, seed, DAY)
    assert large == small


@pytest.mark.judge
@pytest.mark.parametrize("seed", range(2000, 2040))
def test_what_is_said_of_tables_with_thousands_of_faults_does_not_depend_on_their_size(tmp_path, seed):
    small, large = compared(tmp_path, seed, DAY, 3000, 1500)
    assert large == small


KEY = [{"name": "id", "type": "string"}]
TWO = [*KEY, {"name": "n", "type": "number"}]
CASES = {
    "a heading and no row": (TWO, "id,n\n", {}),
    "nothing at all": (TWO, "", {}),
    "a line without an end": (TWO, "id,n\na,1", {}),
    "another heading": (TWO, "id,m\na,1\n", {}),
    "semicolons": (TWO, "id;n\na;1\n", {}),
    "semicolons declared": (TWO, "id;n\na;1,5\n", {"dialect": {"delimiter": ";"}}),
    "comments": (TWO, "# c\nid,n\n#x\na,x\n", {"dialect": {"commentChar": "#"}}),
    "rows above the heading": (TWO, "made\nid,n\na,x\n", {"dialect": {"headerRows": [2]}}),
    "no heading": (TWO, "a,1\na,x\n", {"dialect": {"header": False}, "schema": {"primaryKey": "id"}}),
    "an escape sign": (TWO, 'id,n\na\\,b,"x"\n', {"dialect": {"escapeChar": "\\", "doubleQuote": False}}),
    "a sign for nothing": (TWO, "id,n\n~,~\na,-\n", {"dialect": {"nullSequence": "~"}}),
    "old line ends": (TWO, "id,n\ra,1\rb,x\r", {}),
    "mixed line ends": (TWO, "id,n\r\na,1\nb,x\n", {}),
    "mixed line ends behind a quotation mark": (TWO, 'id,n\na"b,1\r\nc,2\n', {}),
    "line ends within a cell": (TWO, 'id,n\n"a\r\nb",1\nc,x\n', {}),
    "a bom and quotation marks": (TWO, '\ufeff"id","n"\na,x\n', {}),
    "a bom and broken bytes": (TWO, b"\xef\xbb\xbfid,n\na,1\n\xff,2\n", {}),
    "broken bytes": (TWO, b"id,n\na,1\nb\xe2\x82", {}),
    "another encoding": (TWO, "id,n\nTiếng Việt ở đây,1\n".encode("utf-16"), {}),
    "an old encoding": (TWO, "id,n\nđường phố,1\n".encode("cp1258", "replace") * 9, {}),
    "a page": (TWO, "<!DOCTYPE html><p>", {}),
    "zeros": (TWO, "id,n\na\0,1\n", {}),
    "a long cell": (TWO, f"id,n\na,1\n{'x' * 40_000},2\n", {}),
    "a quotation mark that is not closed": (TWO, 'id,n\na,1\n"b,2\n', {}),
    "thousands": (TWO, "id,n\na,1.234\nb,5.678\nc,\nd,9.100\n", {}),
    "numbers that are the same": (
        TWO,
        "id,n\na,1\nb,1.0\nc,01.00\nd,-0\ne,0.000\nf,+1e0\n",
        {"schema": {"primaryKey": "n"}},
    ),
    "flags that are the same": (
        [{"name": "id", "type": "boolean", "constraints": {"unique": True}}],
        "id\ntrue\nTRUE\nfalse\n1\n",
        {},
    ),
    "days that are the same": (
        [{"name": "id", "type": "date"}],
        "id\n2024-01-05\n2024-1-5\n2024-01-5x\n",
        {"schema": {"primaryKey": "id"}},
    ),
    "a key of two parts": (TWO, "id,n\na,1\na,\n,1\n,\na,1.0\n,1\n", {"schema": {"primaryKey": ["id", "n"]}}),
    "keys of two kinds": (
        [*TWO, {"name": "m", "type": "integer"}],
        "id,n,m\n1,1.0,1\n2,2.50,\n,3,9\n",
        {
            "schema": {
                "foreignKeys": [
                    {"fields": "m", "reference": {"resource": "", "fields": "n"}},
                    {"fields": "m", "reference": {"resource": "", "fields": "id"}},
                ]
            }
        },
    ),
    "a pattern that none is": (
        [{"name": "id", "type": "string", "constraints": {"pattern": "(a"}}],
        "id\n=a(\n",
        {},
    ),
    "a limit that none is": (
        [{"name": "id", "type": "integer", "constraints": {"minimum": "x"}}],
        "id\n-\n1\n",
        {},
    ),
    "lists": (
        [{"name": "id", "type": "array", "constraints": {"unique": True}}],
        'id\n[1]\n"[1, 2]"\n[\n',
        {},
    ),
    "places": (
        [{"name": "id", "type": "geopoint"}, {"name": "n", "type": "object"}],
        'id,n\n"1, 2",{}\n"1, 900",[]\n',
        {},
    ),
    "another size": (TWO, "id,n\na,1\n", {"bytes": 3, "hash": "md5:00"}),
    "another sum": (TWO, "id,n\na,1\n", {"hash": "sha512:00"}),
    "a sum nobody knows": (TWO, "id,n\na,1\n", {"hash": "crc32:00"}),
    "empty rows": (KEY, "id\n\na\n\n", {}),
    "cells of nothing": (TWO, "id,n\n,\na,1\n", {}),
}


@pytest.mark.parametrize("name", CASES)
def test_a_table_of_any_shape_is_told_the_same(tmp_path, name):
    fields, text, more = CASES[name]
    root = small_portal(tmp_path, fields, text, **more)
    assert told(root, DAY, large=True) == told(root, DAY, large=False)


def test_an_address_column_and_one_of_persons_are_told_the_same(tmp_path):
    fields = [{"name": "url", "type": "string"}, {"name": "passport", "type": "any"}]
    rows = [
        "https://a.vn,C1234567",
        "http://,123456789",
        "ftp://x,B 1234567",
        "https://a.vn x,AB1234567",
        ",",
    ]
    root = small_portal(tmp_path, fields, "\n".join(["url,passport", *rows]) + "\n")
    small = told(root, DAY, large=False)
    assert told(root, DAY, large=True) == small
    assert {each[3] for each in small} >= {"address-unsafe", "personal-data"}


def test_millions_of_blank_rows_are_counted_and_not_told(tmp_path):
    root = small_portal(tmp_path, TWO, "id,n\n" + "\n" * 100_000 + "a,1\n")
    problems = load(root, today=DAY).problems
    assert len(problems) == 101
    assert {each.code: each.value for each in problems}["more-problems"] == "99900"


ERRORS = {
    "type-error": {"type-error"},
    "constraint-error": {
        f"constraint-{each}" for each in ("required", "enum", "minimum", "maximum", "length")
    },
    "unique-error": {"constraint-unique"},
    "primary-key": {"primary-key-empty", "primary-key-duplicate"},
    "foreign-key": {"foreign-key-missing"},
}
TELLING = {"number-form", "missing-mark", "cell-line-break", "character-forbidden"}


@pytest.mark.parametrize("seed", range(300, 303))
def test_frictionless_itself_finds_the_same_in_the_file(tmp_path, seed):
    """It reads the file on its own; rows that it has refused a cell of are ours too, and the other way round."""
    root = written(tmp_path, random.Random(seed), 60, 12, tame=True)  # noqa: S311 - faults, no secrets
    folder = root / "datapackages/one"
    made = json.loads((folder / "datapackage.json").read_text("utf-8"))
    for field in made["resources"][0]["schema"]["fields"]:
        field.get("constraints", {}).pop("pattern", None)
    (folder / "theirs.json").write_text(json.dumps(made), "utf-8")
    with system.use_context(trusted=True):
        report = Package(str(folder / "theirs.json")).validate()
    theirs = {
        (task.name, error.row_number, getattr(error, "field_name", "") or "", error.type)
        for task in report.tasks
        for error in task.errors
        if error.type in ERRORS
    }
    problems = load(root, today=DAY, held=ALL).problems
    kinds = {code: kind for kind, codes in ERRORS.items() for code in codes}
    ours = {
        (each.file.rpartition("/")[2].removesuffix(".csv"), each.line, "" if kinds[each.code] in ("primary-key", "foreign-key") else each.field, kinds[each.code])
        for each in problems
        if each.code in kinds
    }  # fmt: skip
    hidden = {(each.line, each.field) for each in problems if each.code in TELLING}
    assert {each for each in theirs if (each[1], each[2]) not in hidden} == {
        each for each in ours if (each[1], each[2]) not in hidden
    }
