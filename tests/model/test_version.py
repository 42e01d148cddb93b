"""What changed between two versions of a package, and which number follows."""

import pytest

from build_scripts.model import changes_between, following, level_of, version_of
from tests.present.standards import samples

FIELDS = [
    {"name": "id", "type": "string"},
    {"name": "name", "type": "string"},
    {"name": "kind", "type": "string", "constraints": {"enum": ["a", "b"]}},
    {"name": "value", "type": "number"},
]
ROWS = [["x", "Ex", "a", "1"], ["y", "Why", "b", "2"]]


def made(rows=ROWS, fields=FIELDS, key=("id",), **about):
    return samples.package(samples.resource("t", fields, rows, primaryKey=list(key)), **about)


def told(new, old=None):
    changes = changes_between(made() if old is None else old, new)
    return [(each.what, each.key, each.column, each.before, each.after) for each in changes], level_of(
        changes
    )


def test_nothing_changed_is_no_change():
    assert told(made()) == ([], None)


def test_a_changed_value_is_major():
    assert told(made([["x", "Ex", "a", "1.5"], ROWS[1]])) == (
        [("value-changed", ("x",), "value", "1", "1.5")],
        "major",
    )


def test_a_changed_word_of_a_fixed_list_is_major():
    assert told(made([["x", "Ex", "b", "1"], ROWS[1]]))[1] == "major"


def test_a_changed_name_is_wording():
    assert told(made([["x", "X", "a", "1"], ROWS[1]])) == (
        [("words-changed", ("x",), "name", "Ex", "X")],
        "patch",
    )


def test_a_renamed_code_is_a_row_less_and_a_row_more_and_so_major():
    changes, level = told(made([["z", "Ex", "a", "1"], ROWS[1]]))
    assert ([each[0] for each in changes], level) == (["row-removed", "row-added"], "major")


def test_a_new_row_is_minor():
    assert told(made([*ROWS, ["z", "Zed", "a", ""]])) == ([("row-added", ("z",), "", None, None)], "minor")


def test_a_deleted_row_is_major():
    assert told(made(ROWS[:1])) == ([("row-removed", ("y",), "", None, None)], "major")


def test_another_order_of_rows_is_no_change():
    assert told(made(ROWS[::-1])) == ([], None)


def test_a_new_column_is_minor_and_a_lost_one_major():
    wider = made([[*row, "n"] for row in ROWS], [*FIELDS, {"name": "note", "type": "string"}])
    assert told(wider)[1] == "minor"
    assert told(made(), old=wider)[1] == "major"


def test_another_type_of_a_column_is_major():
    fields = [*FIELDS[:3], {"name": "value", "type": "string"}]
    assert ("column-changed", (), "value", "number", "string") in told(made(fields=fields))[0]


def test_a_new_table_is_minor_and_a_lost_one_major():
    more = samples.package(
        samples.resource("t", FIELDS, ROWS, primaryKey=["id"]),
        samples.resource("u", [{"name": "a", "type": "string"}], [["1"]]),
    )
    assert told(more) == ([("table-added", (), "", None, None)], "minor")
    assert told(made(), old=more)[1] == "major"


def test_another_title_or_description_is_a_patch():
    assert told(made(title="Khác")) == ([("description-changed", (), "", None, None)], "patch")
    fields = [{**FIELDS[0], "title": "Mã"}, *FIELDS[1:]]
    assert told(made(fields=fields))[1] == "patch"


def test_version_and_day_are_no_change():
    assert told(made(version="9.9.9", created="2030-01-01T00:00:00Z")) == ([], None)


def test_without_a_key_a_row_is_known_by_its_cells():
    old = made(key=())
    assert told(made([ROWS[0], ["y", "Why", "b", "3"]], key=()), old=old)[1] == "major"
    assert told(made([*ROWS, ROWS[0]], key=()), old=old)[1] == "minor"


@pytest.mark.parametrize(
    ("level", "expected"), [("major", "2.0.0"), ("minor", "1.3.0"), ("patch", "1.2.4"), (None, "1.2.3")]
)
def test_the_level_raises_its_number(level, expected):
    assert following(version_of("1.2.3"), level) == expected


@pytest.mark.parametrize("text", ["", "1", "1.0", "v1.0.0", "1.0.0-beta", "01.0.0", "1.0.0\n"])
def test_what_is_no_version_is_none(text):
    assert version_of(text) is None
