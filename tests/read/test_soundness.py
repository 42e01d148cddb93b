"""A table that is taken for sound at a glance has nothing that frictionless would find."""

import copy

import pandas as pd
import pytest
from frictionless import Package
from hypothesis import event, given, settings
from hypothesis import strategies as st

from build_scripts.read.soundness import is_sure

MARKS = st.sampled_from([[""], ["", "-"], ["", "0"], []])
CELLS = {
    "string": ["a", "b", "Hà Nội", "", "-", "0", " ", "a\nb"],
    "integer": ["0", "1", "12", "-3", "+4", "007", "1.0", "", "-", "1e3", "x", "-0"],
    "number": ["0", "1", "1.0", "1.50", "-2.25", "-0", "1e3", ".5", "5.", "nan", "", "-", "x"],
    "boolean": ["true", "false", "True", "1", "0", "", "yes"],
    "date": ["2024-02-28", "2024-02-29", "2023-02-29", "2024-12-31", "0024-01-01", "", "2024"],
    "year": ["2024", "1999", "0999", "24", "", "9999"],
    "any": ["a", ""],
}
CONSTRAINTS = {
    "string": {
        "enum": [["a", "b", "Hà Nội"], ["a"]], "minLength": [0, 1, 2], "maxLength": [1, 3, 9], "unique": [True],
    },
    "integer": {"minimum": [0, -3, "1"], "maximum": [1, 12, 3000], "enum": [[0, 1]], "exclusiveMinimum": [0]},
    "number": {"minimum": [0, -2.25, "1.5"], "maximum": [1.5, 1, "3000"]},
}  # fmt: skip


@st.composite
def columns(draw, name, rows):
    kind = draw(st.sampled_from(sorted(CELLS)))
    chosen = {"required": [True, False], **CONSTRAINTS.get(kind, {})}
    names = draw(st.lists(st.sampled_from(sorted(chosen)), unique=True, max_size=2))
    constraints = {each: draw(st.sampled_from(chosen[each])) for each in names}
    usual = draw(st.booleans())
    cells = CELLS[kind][:4] if usual else CELLS[kind]
    field = {"name": name, "type": kind, **({"constraints": constraints} if constraints else {})}
    return field, draw(st.lists(st.sampled_from(cells), min_size=rows, max_size=rows))


@st.composite
def tables(draw):
    rows = draw(st.integers(1, 4))
    drawn = [draw(columns(name, rows)) for name in "xyz"[: draw(st.integers(1, 3))]]
    names = [field["name"] for field, _ in drawn]
    schema = {"fields": [field for field, _ in drawn], "missingValues": draw(MARKS)}
    key = draw(st.lists(st.sampled_from(names), unique=True, max_size=2))
    if key:
        schema["primaryKey"] = key
    return pd.DataFrame(
        {name: cells for name, (_, cells) in zip(names, drawn, strict=True)}, dtype="str"
    ), schema


def judged(tables):
    """The kinds of errors that frictionless finds."""
    resources = [
        {
            "name": name,
            "type": "table",
            "data": [list(cells.columns), *cells.to_numpy(dtype=object).tolist()],
            "schema": schema,
        }
        for name, (cells, schema) in tables.items()
    ]
    package = Package.from_descriptor({"name": "one", "resources": copy.deepcopy(resources)})
    return package.validate().flatten(["type"])


@settings(max_examples=300, deadline=None)
@given(tables())
def test_what_is_sure_is_sound(drawn):
    cells, schema = drawn
    sure = is_sure(cells, schema, {})
    event(f"sure: {sure}")
    assert not sure or judged({"t": (cells, schema)}) == []


WORDS = st.sampled_from(["a", "b", "c", ""])


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=4), MARKS, st.booleans())
def test_what_is_sure_to_be_held_by_another_table_is(own, held, marks, is_itself):
    key = {"fields": ["x"], "reference": {"resource": "one" if is_itself else "other", "fields": ["x"]}}
    fields = [{"name": name, "type": "string"} for name in "xy"]
    one, other = (pd.DataFrame({"x": cells, "y": "y"}, dtype="str") for cells in (own, held))
    both = {
        "one": (one, {"fields": fields, "missingValues": [""], "foreignKeys": [key]}),
        "other": (other, {"fields": fields, "missingValues": marks}),
    }
    sure = all(is_sure(*each, both) for each in both.values())
    event(f"sure: {sure}")
    assert not sure or judged(both) == []


FINE = pd.DataFrame({"x": ["a", "b", "c"], "n": ["0", "12", ""]}, dtype="str")
SCHEMA = {
    "fields": [
        {"name": "x", "type": "string", "constraints": {"required": True}},
        {"name": "n", "type": "integer", "constraints": {"minimum": 0}},
    ],
    "missingValues": [""],
    "primaryKey": ["x"],
}


def test_a_usual_table_is_sure():
    assert is_sure(FINE, SCHEMA, {})


@pytest.mark.parametrize(
    ("column", "cells"),
    [("x", ["a", "b", "a"]), ("x", ["a", "b", ""]), ("n", ["0", "-1", ""]), ("n", ["0", "x", ""])],
)
def test_a_table_with_a_fault_is_not_sure(column, cells):
    assert not is_sure(FINE.assign(**{column: pd.Series(cells, dtype="str")}), SCHEMA, {})
