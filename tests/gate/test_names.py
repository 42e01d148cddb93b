"""Names: of packages, of tables, of columns."""

import json
import unicodedata

import pytest

NAMES = [
    "../two",
    "a/b",
    "a b",
    "a\\b",
    "",
    ".",
    "..",
    ".a",
    "-a",
    "a.",
    "đ",
    "a\u0301",
    "a\nb",
    "<b>",
    "a%2f",
    "a?b",
    "a#b",
    "a;b",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_package_with_a_name_that_is_no_address_is_refused(gate, name):
    gate.descriptor["name"] = name
    said = gate.check()
    if name:
        assert said.errors & {"name-form", "character-forbidden"}
    else:
        assert said.code == 0  # an empty name is none: the folder's own counts


@pytest.mark.parametrize(
    "name", ["con", "NUL", "aux", "com1", "lpt3", "en", "vi", "index", "assets", "api", "search", "404"]
)
def test_a_package_with_a_reserved_name_is_refused(gate, name):
    gate.descriptor["name"] = name
    gate.refused("name-reserved", field="name")


@pytest.mark.parametrize("name", ["con", "aux.csv", "../x", "a b", "x/y"])
def test_a_table_with_a_name_that_is_no_file_is_refused(gate, name):
    gate.table["name"] = name
    assert gate.check().errors & {"name-form", "name-reserved"}


def test_two_packages_with_one_name_are_refused(gate):
    gate.save()
    other = gate.root / "datapackages/two"
    other.mkdir()
    (other / "datapackage.json").write_text(json.dumps({**gate.descriptor, "name": "ONE"}), "utf-8")
    (other / "table.csv").write_bytes((gate.folder / "table.csv").read_bytes())
    gate.refused("package-duplicate", file="datapackages/two/datapackage.json")


def test_two_folders_whose_names_differ_in_capitals_are_refused(gate):
    gate.save()
    other = gate.root / "datapackages/ONE"
    other.mkdir()
    (other / "datapackage.json").write_text(json.dumps({**gate.descriptor, "name": "two"}), "utf-8")
    (other / "table.csv").write_bytes((gate.folder / "table.csv").read_bytes())
    gate.refused("name-collision")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("table.csv", "TABLE.csv"),
        ("a.csv", "A.CSV"),
        ("Straße.csv", "STRASSE.csv"),
        ("é.csv", unicodedata.normalize("NFD", "é.csv")),
    ],
)
def test_two_files_that_are_one_elsewhere_are_refused(gate, one, two):
    gate.write("a", one)
    gate.write("a", two)
    gate.refused("name-collision")


def test_two_tables_with_one_name_or_file_are_refused(gate):
    gate.descriptor["resources"].append({**gate.table, "name": "TABLE"})
    gate.refused("resource-duplicate")


@pytest.mark.parametrize(
    "name",
    ["__proto__", "constructor", "prototype", "toString", "__class__", "<b>x</b>", "<script>alert(1)</script>", "=1+1", "+a",
     "-a", "@a", "＝a", "a\u0000", "a\u202eb", "a\u200bb", "a\nb", "a\tb", " a", "a ", "", "{{ 7*7 }}", "{% raw %}", "${x}", "a`b", "x" * 200],
)  # fmt: skip
def test_a_column_with_a_name_that_breaks_programs_is_refused(gate, name):
    gate.fields[0]["name"] = name
    gate.table["schema"].pop("primaryKey")
    quoted = '"' + name.replace('"', '""') + '"'
    gate.write(f"{quoted},year,value,note\na,2023,1,x\n")
    assert gate.check().errors & {"column-name-unsafe", "character-forbidden"}


@pytest.mark.parametrize(
    "name",
    ["Tỉnh, thành phố", "GRDP (tỷ đồng)", "% change", "x.y", "năm", "1990", "a/b", "#", "constructorId"],
)
def test_ordinary_column_names_pass(gate, name):
    gate.fields[0]["name"] = name
    gate.table["schema"].pop("primaryKey")
    gate.write(f'"{name}",year,value,note\na,2023,1,x\n')
    gate.accepted()
