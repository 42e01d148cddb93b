"""A sound table is known without a look at every row; whatever might be wrong is looked at row by row."""

import pytest

from build_scripts.read.checker import is_sound

CELLS = [["id", "day"], ["1", "2020-01-01"], ["2", ""], ["2", "2020-01-01"]]


def schema(**more):
    return {"fields": [{"name": "id", "type": "integer"}, {"name": "day", "type": "date"}], **more}


def test_a_table_whose_different_cells_all_fit_is_sound():
    assert is_sound(CELLS, schema())
    assert is_sound(CELLS, schema(primaryKey=["id", "day"]))


@pytest.mark.parametrize(
    "declared",
    [
        schema(primaryKey=["id"]),
        schema(primaryKey=["day"]),
        schema(foreignKeys=[{"fields": ["id"], "reference": {"resource": "", "fields": ["id"]}}]),
        schema(missingValues=["1"]),
        {"fields": [{"name": "id", "type": "date"}, {"name": "day", "type": "date"}]},
        {"fields": [{"name": "id", "type": "integer", "constraints": {"unique": True}}]},
        {"fields": [{"name": "id", "type": "integer", "constraints": {"maximum": 1}}]},
        {"fields": [{"name": "id", "type": "no such type"}]},
    ],
    ids=str,
)
def test_in_doubt_it_is_not(declared):
    assert not is_sound(CELLS, declared)


def test_keys_are_compared_as_values():
    assert not is_sound(
        [["id"], ["1"], ["1.0"]], {"fields": [{"name": "id", "type": "number"}], "primaryKey": ["id"]}
    )


_NAMED = {"fields": [{"name": "id", "type": "integer"}, {"name": "name", "type": "string"}]}
OTHERS = {"ids": ([["id", "name"], ["1", "a"], ["2", "b"]], _NAMED)}


def referring(resource="ids", fields=("id",), own=("id",)):
    return schema(foreignKeys=[{"fields": [*own], "reference": {"resource": resource, "fields": [*fields]}}])


def test_a_table_whose_foreign_keys_are_all_held_is_sound():
    assert is_sound(CELLS, referring(), OTHERS)
    assert is_sound([*CELLS, ["", "2020-01-02"]], referring(), OTHERS)


@pytest.mark.parametrize(
    ("cells", "declared"),
    [
        ([*CELLS, ["3", ""]], referring()),
        (CELLS, referring(resource="other")),
        (CELLS, referring(fields=("code",))),
        (CELLS, referring(own=("day",))),
        ([*CELLS, ["", ""]], referring()),
    ],
)
def test_a_foreign_key_that_is_not_held_or_a_blank_row_is_looked_at_row_by_row(cells, declared):
    assert not is_sound(cells, declared, OTHERS)
