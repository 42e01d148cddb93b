"""Keys and strings of a descriptor, wherever they stand in it."""

import unicodedata

import pytest

from build_scripts.read.gate.keys import DANGEROUS, key_problems
from tests.gate.pieces import places

FILE = "datapackages/one/datapackage.json"


def said(value):
    """Code, key and value of every problem of a descriptor."""
    return [
        (code, field, seen)
        for code, file, line, field, seen in places(key_problems(value, FILE))
        if (file, line) == (FILE, None)
    ]


@pytest.mark.parametrize("key", sorted(DANGEROUS - {"url"}))
def test_a_dangerous_key_is_refused_at_every_depth(key):
    assert said({key: 1}) == [("key-dangerous", key, None)]
    nested = {"resources": [{"name": "a"}, {"schema": {"fields": [{key: "x"}]}}]}
    assert said(nested) == [("key-dangerous", f"resources[1].schema.fields[0].{key}", "x")]


@pytest.mark.parametrize(
    ("key", "value", "is_sound"),
    [
        ("profile", "data-package", True), ("profile", "tabular-data-resource", True), ("profile", "https://example.org/x.json", False),
        ("profile", None, False), ("profile", ["data-package"], False), ("$schema", "https://datapackage.org/profiles/2.0/datapackage.json", True),
        ("$schema", "http://specs.frictionlessdata.io/schemas/data-package.json", True), ("$schema", "https://example.org/x.json", False),
        ("$schema", 1, False), ("schema", "schema.json", True), ("schema", "../schema.json", False), ("schema", "https://example.org/x", False),
        ("schema", "", True), ("schema", {"a": 1}, True), ("dialect", "dialect.json", True), ("dialect", "/etc/passwd", False), ("dialect", None, True),
        ("path", "../x", True), ("title", "https://example.org", True), ("url", "https://example.org", True),
    ],
)  # fmt: skip
def test_a_key_is_judged_by_what_it_leads_to(key, value, is_sound):
    seen = value if isinstance(value, str) else None
    assert said({key: value}) == ([] if is_sound else [("key-dangerous", key, seen)])


def test_an_address_says_where_something_comes_from_but_never_where_a_table_is():
    assert said({"licenses": [{"url": "https://example.org"}], "sources": [{"url": "x"}]}) == []
    assert said({"resources": [{"url": "https://example.org"}]}) == [
        ("key-dangerous", "resources[0].url", "https://example.org")
    ]


HIDDEN = "There is an invisible or forbidden character: {}."


def test_signs_that_no_eye_sees_are_named_in_keys_and_in_strings():
    found = list(key_problems({"a\u200b": {"b": ["x", "y\u202e"]}}, FILE))
    assert places(found) == [
        ("character-forbidden", FILE, None, "a\u200b", "a\u200b"),
        ("character-forbidden", FILE, None, "a\u200b.b[1]", "y\u202e"),
    ]
    assert [each.message.en for each in found] == [
        HIDDEN.format("U+200B ZERO WIDTH SPACE"),
        HIDDEN.format("U+202E RIGHT-TO-LEFT OVERRIDE"),
    ]


@pytest.mark.parametrize(
    ("descriptor", "place"),
    [
        ({"name": "a\nb"}, "name"), ({"path": "a\nb"}, "path"), ({"name@en": "a\nb"}, "name@en"), ({"x": {"path": "a\nb"}}, "x.path"),
        ({"a@b": {"name@en@x": "a\nb"}}, "a@b.name@en@x"), ({"description": "a\nb"}, None), ({"name": {"x": "a\nb"}}, None), ({"title": "a\nb"}, None),
    ],
)  # fmt: skip
def test_a_name_and_a_path_have_one_line(descriptor, place):
    found = list(key_problems(descriptor, FILE))
    assert places(found) == ([] if place is None else [("character-forbidden", FILE, None, place, "a\nb")])
    assert all(each.message.en == HIDDEN.format("U+000A CONTROL") for each in found)


def test_letters_in_pieces_are_warned_of():
    apart = unicodedata.normalize("NFD", "Hà Nội")
    assert said({"title": [apart, "Hà Nội"]}) == [("text-decomposed", "title[0]", apart)]
    assert said({"title": f"{apart}\u200b"}) == [("character-forbidden", "title", f"{apart}\u200b")]


def test_a_hundred_tables_are_looked_at_and_one_more_is_too_many():
    tables = [{"$ref": "x"}] * 100
    assert len(said({"resources": tables})) == 100
    found = list(key_problems({"resources": [*tables, {}]}, FILE))
    assert places(found) == [("too-large", FILE, None, "resources", "101")]
    assert found[0].message.en == "Tables in the package: 101, at most 100."


@pytest.mark.parametrize(
    "value", [None, 1, True, "x", [], {}, {"resources": "x"}, {"resources": None}, [{"name": "a"}]]
)
def test_what_is_harmless_passes_whatever_its_shape(value):
    assert said(value) == []


def test_a_list_in_the_place_of_a_descriptor_is_walked_too():
    assert said([{"$ref": "x"}, "a\u200b"]) == [
        ("key-dangerous", "[0].$ref", "x"),
        ("character-forbidden", "[1]", "a\u200b"),
    ]
