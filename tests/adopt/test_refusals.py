"""What cannot be both faithful and safe is refused: a problem with its place, no file, no traceback, no hang."""

import json
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_scripts.read.adopt import adopt
from tests.adopt.kit import PACKAGES, copied, descriptor, fields, link, package, packed, table

GOOD = "a,b\n1,2\n3,4\n"


def refused(folder):
    adoption = adopt(folder)
    assert adoption.artifacts == ()
    assert adoption.problems
    return adoption.problems


@pytest.mark.parametrize(
    "path",
    [
        "../data.csv",
        "/etc/passwd",
        "data/../../x.csv",
        "file:///etc/passwd",
        "C:\\x.csv",
        "~/x.csv",
        "a\x00.csv",
    ],
)
def test_a_path_that_leads_out_is_refused_whatever_it_leads_to(tmp_path, path):
    (tmp_path / "data.csv").write_text(GOOD)
    assert [problem.code for problem in refused(package(tmp_path / "one", table(path)))] == ["path-unsafe"]


@pytest.mark.parametrize("key", ["schema", "dialect"])
def test_a_schema_or_dialect_outside_the_folder_is_refused(tmp_path, key):
    folder = package(tmp_path / "one", table(**{key: "../secret.json"}), data__csv=GOOD)
    assert refused(folder)[0].code == "path-unsafe"


def test_a_linked_table_descriptor_or_folder_is_refused(tmp_path):
    (tmp_path / "outside.csv").write_text(GOOD)
    folder = package(tmp_path / "one", table())
    link(folder / "data.csv", tmp_path / "outside.csv")
    assert refused(folder)[0].code == "symlink"
    other = tmp_path / "two"
    other.mkdir()
    link(other / "datapackage.json", folder / "datapackage.json")
    assert refused(other)[0].code == "symlink"
    link(tmp_path / "three", folder)
    assert refused(tmp_path / "three")[0].code == "adopt-folder"


def test_a_pipe_under_the_name_of_a_table_is_refused_and_not_waited_for(tmp_path):
    folder = package(tmp_path / "one", table())
    os.mkfifo(folder / "data.csv")
    assert refused(folder)[0].code == "file-unreadable"


def test_addresses_as_the_only_data_are_refused(tmp_path):
    assert [
        problem.code for problem in refused(package(tmp_path / "one", table("https://example.org/a.csv")))
    ] == ["adopt-nothing"]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "json-invalid"),
        ("name: one", "json-invalid"),
        ("[]", "json-invalid"),
        ('{"name": "a", "name": "b"}', "json-duplicate-key"),
        ('{"name": NaN}', "json-number"),
        ("{}", "adopt-nothing"),
        ('{"resources": {"path": "x"}}', "adopt-nothing"),
        ('{"resources": [1, null, "x"]}', "adopt-nothing"),
        ('{"a":' * 60 + "1" + "}" * 60, "too-large"),
    ],
)
def test_a_descriptor_that_is_none_is_refused(tmp_path, written, code):
    assert [problem.code for problem in refused(package(tmp_path / "one", written))] == [code]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "adopt-not-csv"),
        (b"PK\x03\x04rest", "adopt-not-csv"),
        (b"<!DOCTYPE html><html></html>", "adopt-not-csv"),
        (b"a,b\n1,\x00\n", "adopt-not-csv"),
        (b"a,b\n1,\xff\xfe\n", "encoding-broken"),
        (b'a,b\n"1,2\n', "csv-broken"),
        (b"a,b\n1\n", "row-short"),
        (b"a,b\n1,2,3\n", "row-long"),
        (b"x,y\n1,2\n", "header-differs"),
        (b"a,b\n1,x\n", "type-error"),
    ],
)
def test_a_table_that_is_none_or_breaks_its_own_schema_is_refused(tmp_path, data, code):
    folder = package(tmp_path / "one", table(**fields(a="integer", b="integer")), data__csv=data)
    assert {problem.code for problem in refused(folder)} == {code}


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("data.csv.gz", b"\x1f\x8bbroken"),
        ("data.csv.zip", b"PK\x03\x04broken"),
        ("data.csv.zip", packed(GOOD, "zip", "a.csv", "b.csv")),
        ("data.csv.gz", GOOD.encode()),
    ],
)
def test_an_archive_that_is_broken_or_holds_several_files_is_refused(tmp_path, path, data):
    folder = package(tmp_path / "one", table(path), **{path.replace(".", "__"): data})
    assert [problem.code for problem in refused(folder)] == ["adopt-not-csv"]


def test_an_archive_that_grows_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr("build_scripts.read.adopt.packing.LARGEST", 1000)
    folder = package(tmp_path / "one", table("data.csv.gz"), data__csv__gz=packed("a\n" * 9999, "gz"))
    assert [problem.code for problem in refused(folder)] == ["adopt-size"]


def test_a_problem_names_the_strangers_own_file_and_line(tmp_path):
    folder = package(
        tmp_path / "one", table("d.tsv", **fields(a="integer", b="integer")), d__tsv="a\tb\n1\t2\n\n\n3\tx\n"
    )
    [problem] = refused(folder)
    assert (problem.file, problem.line, problem.field, problem.value) == ("one/d.tsv", 5, "b", "x")


@pytest.mark.parametrize("cell", ["1.23", "1,2,3", "12.345.67", "1 000", "abc", "1.234.5"])
def test_a_number_that_is_not_written_as_declared_is_refused_never_guessed(tmp_path, cell):
    number = {"schema": {"fields": [{"name": "a", "type": "number", "decimalChar": ",", "groupChar": "."}]}}
    folder = package(tmp_path / "one", table(**number), data__csv=f'a\n"1.234,5"\n"{cell}"\n')
    assert [(problem.code, problem.line) for problem in refused(folder)] == [("type-error", 3)]


def test_keys_that_lead_nowhere_are_refused(tmp_path):
    schema = fields(a="integer", b="integer")
    schema["schema"]["primaryKey"] = ["a"]
    folder = package(tmp_path / "one", table(**schema), data__csv="a,b\n1,2\n1,3\n")
    assert [problem.code for problem in refused(folder)] == ["primary-key-duplicate"]


@pytest.mark.parametrize("encoding", ["utf-7", "rot13", "base64", "idna", "no such thing", ""])
def test_an_encoding_that_is_none_is_refused(tmp_path, encoding):
    folder = package(tmp_path / "one", table(encoding=encoding if encoding else "x"), data__csv=GOOD)
    assert refused(folder)[0].code == "encoding-unsupported"


def test_a_pattern_made_to_run_for_ever_is_left_behind_at_once(tmp_path):
    evil = {"schema": {"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "(a+)+$"}}]}}
    folder = package(tmp_path / "one", table(**evil), data__csv="a\n" + "a" * 60 + "!\n")
    started = time.monotonic()
    assert "constraints" not in descriptor(adopt(folder))["resources"][0]["schema"]["fields"][0]
    assert time.monotonic() - started < 5


def test_a_script_beside_the_data_is_never_run(tmp_path):
    folder = copied("gdp", tmp_path / "gdp")
    (folder / "frictionless_evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')")
    assert adopt(folder).problems == ()
    assert not (tmp_path / "ran").exists()


STRANGE = [
    None,
    True,
    0,
    -1.5,
    "",
    "x",
    [],
    {},
    [[]],
    [{}],
    [None],
    {"x": {}},
    ["x", 1],
    "\u202e",
    "a" * 5000,
]


def spoiled(value, strange, at=()):
    """Every way to put something strange in the place of one part of a value."""
    yield at, strange
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in parts:
        yield from spoiled(part, strange, (*at, key))


def put(value, place, new):
    if not place:
        return new
    found = dict(value) if isinstance(value, dict) else list(value)
    found[place[0]] = put(found[place[0]], place[1:], new)
    return found


@pytest.mark.parametrize("strange", STRANGE, ids=lambda strange: repr(strange)[:20])
@pytest.mark.parametrize("stranger", ["gdp", "messwerte", "inline"])
def test_no_strange_value_anywhere_in_a_descriptor_brings_a_traceback(tmp_path, stranger, strange):
    folder = copied(stranger, tmp_path / stranger)
    whole = json.loads((PACKAGES / stranger / "datapackage.json").read_text("utf-8"))
    for place, new in spoiled(whole, strange):
        (folder / "datapackage.json").write_text(json.dumps(put(whole, place, new)), "utf-8")
        adoption = adopt(folder)
        assert bool(adoption.artifacts) != bool(adoption.problems), place


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=80),
    declared=st.sampled_from([None, "utf-16", "latin-1", "gbk"]),
    typed=st.booleans(),
)
def test_no_bytes_whatever_bring_a_traceback(tmp_path, data, declared, typed):
    more = ({} if declared is None else {"encoding": declared}) | (
        fields(a="integer", b="string") if typed else {}
    )
    adoption = adopt(package(tmp_path / "one", table(**more), data__csv=b"a,b\n" + data))
    assert bool(adoption.artifacts) != bool(adoption.problems)
