"""The descriptor: its bytes, its keys, what it must state, where it may lead."""

import codecs
import json

import pytest

from tests.gate.kit import named

GOOD = json.dumps({"name": "one"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json-invalid"),
        (b"[]", "json-invalid"),
        (b"null", "json-invalid"),
        (b'"x"', "json-invalid"),
        (b'{"name": "one",}', "json-invalid"),
        (b"{'name': 'one'}", "json-invalid"),
        (b'{"name": "one"} {}', "json-invalid"),
        (b'{"name": "one" /* remark */}', "json-invalid"),
        (b'{// remark\n"name": "one"}', "json-invalid"),
        (b'{"name": "a\nb"}', "json-invalid"),
        (b'{"name": "one", "name": "two"}', "json-duplicate-key"),
        (b'{"name": "one", "resources": [{"path": "a.csv", "path": "b.csv"}]}', "json-duplicate-key"),
        (b'{"name": "one", "x": NaN}', "json-number"),
        (b'{"name": "one", "x": -Infinity}', "json-number"),
        (b'{"name": "one", "x": 1e999}', "json-number"),
        (b'{"name": "one", "x": ' + b"9" * 5000 + b"}", "json-number"),
        (b'{"name": "one", "x": 9007199254740993}', "json-number"),
        (b'{"name": "\\ud800"}', "json-invalid"),
        (b'{"name": "one", "title": "a\\u202eb"}', "character-forbidden"),
        (b'{"name": "one", "title": "a\\u0000b"}', "character-forbidden"),
        (b'{"name": "one", "title": "a\\u200bb"}', "character-forbidden"),
        (b'{"name": "one", "a\\u202eb": 1}', "character-forbidden"),
        ('{"name": "one", "title": "Hà"}'.encode("utf-16"), "encoding-detected"),
        ('{"name": "one", "title": "Hà"}'.encode("utf-16-le"), "encoding-detected"),
        ('{"name": "one", "title": "Hà"}'.encode("latin-1"), "encoding-detected"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "too-large"),
        (b"[" * 100_000, "json-invalid"),
        (b'{"a":' * 100_000, "json-invalid"),
        (b'{"x": "' + b"a" * 2_000_000 + b'"}', "too-large"),
        (b"name: one\nresources: []\n", "json-invalid"),
        (b"PK\x03\x04", "json-invalid"),
    ],
    ids=named,
)  # fmt: skip
def test_bytes_that_are_no_sound_json_are_refused(gate, data, code):
    gate.write(data, "datapackage.json")
    gate.refused(code, file="datapackages/one/datapackage.json")


def test_a_byte_order_mark_is_repaired_and_reported(gate):
    gate.save()
    path = gate.folder / "datapackage.json"
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    gate.warned("bom")


def test_a_broken_descriptor_is_shown_with_its_line(gate):
    gate.write('{\n  "name": "one",\n  "title": "x"\n  "resources": []\n}', "datapackage.json")
    assert gate.refused("json-invalid")["line"] == 4


def test_a_key_that_stands_twice_is_shown_with_its_line(gate):
    gate.write('{\n  "name": "one",\n  "title": "x",\n  "name": "two"\n}', "datapackage.json")
    assert gate.refused("json-duplicate-key")["line"] == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.update(data=[["a"], ["1"]]),
        lambda table: table.update(data="a,b\n1,2"),
        lambda table: table.update(path=["table.csv", "more.csv"]),
        lambda table: table.update(path=[]),
        lambda table: table.update(path=7),
        lambda table: table.update(path="table.xlsx"),
        lambda table: table.update(path="datapackage.json"),
        lambda table: table.update(path="table.csv.zip"),
        lambda table: table.update(compression="zip"),
        lambda table: table.update(innerpath="a.csv"),
        lambda table: table.update(scheme="http"),
        lambda table: table.update(scheme="aws"),
        lambda table: table.update(extrapaths=["/etc"]),
        lambda table: table.update(checks=[{"type": "row-constraint", "formula": "__import__('os').system('id')"}]),
        lambda table: table.update(checklist={"checks": []}),
        lambda table: table.update(pipeline={"steps": []}),
        lambda table: table.update(steps=[{"type": "table-write", "path": "x"}]),
        lambda table: table.update(profile="https://example.org/profile.json"),
        lambda table: table.update(schema="https://example.org/schema.json"),
        lambda table: table.update(schema="../schema.json"),
        lambda table: table.update(schema="schema.json"),
        lambda table: table.update(schema={"$ref": "https://example.org/schema.json"}),
        lambda table: table.update(dialect="https://example.org/dialect.json"),
        lambda table: table.update(dialect={"$ref": "dialect.json"}),
        lambda table: table.pop("schema"),
        lambda table: table.update(schema={}),
        lambda table: table.update(schema={"fields": []}),
        lambda table: table.update(encoding="utf-16"),
        lambda table: table.update(encoding="base64"),
        lambda table: table.update(encoding="rot13"),
        lambda table: table.update(encoding="zip"),
        lambda table: table.update(encoding="idna"),
        lambda table: table.update(encoding="utf-7"),
        lambda table: table.update(encoding="windows-1258"),
        lambda table: table.update(encoding="no such"),
        lambda table: table.update(bytes=1),
        lambda table: table.update(hash="sha256:00"),
        lambda table: table.update(hash="crc:00"),
        lambda table: table.update(dialect={"delimiter": ";;"}),
        lambda table: table["schema"]["fields"][0].update(type="money"),
        lambda table: table["schema"]["fields"][0].update(constraints={"pattern": "("}),
        lambda table: table["schema"]["fields"][0].update(constraints={"pattern": "(?=a)b"}),
        lambda table: table["schema"]["fields"][0].update(constraints={"pattern": r"(a)\1"}),
        lambda table: table["schema"]["fields"][0].update(constraints={"pattern": "a" * 5000}),
        lambda table: table["schema"]["fields"][0].update(constraints={"pattern": "((a{1000}){1000}){1000}"}),
        lambda table: table["schema"]["fields"][2].update(constraints={"minimum": "x"}),
        lambda table: table["schema"].update(primaryKey=["nothing"]),
        lambda table: table["schema"].update(
            foreignKeys=[{"fields": "province", "reference": {"resource": "nothing", "fields": "x"}}]
        ),
        lambda table: table["schema"].update(
            foreignKeys=[{"fields": "province", "reference": {"package": "https://example.org/", "resource": "", "fields": "x"}}]
        ),
    ],
    ids=range(49),
)  # fmt: skip
def test_a_table_that_leads_elsewhere_or_is_none_is_refused(gate, change):
    text = json.dumps(gate.descriptor).replace("https://example.org", "https://example.org")
    gate.descriptor = json.loads(text)
    change(gate.table)
    gate.descriptor = json.loads(
        json.dumps(gate.descriptor).replace("https://example.org/", gate.canary.address + "/")
    )
    said = gate.check()
    assert said.code == 1
    assert all(each["field"] or each["file"] for each in said.problems)


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole.update(profile="http://127.0.0.1:9/profile.json"),
        lambda whole: whole.update({"$schema": "http://127.0.0.1:9/schema.json"}),
        lambda whole: whole.update({"$ref": "http://127.0.0.1:9/"}),
        lambda whole: whole.update(resources={"$ref": "http://127.0.0.1:9/"}),
        lambda whole: whole.update(resources="http://127.0.0.1:9/"),
        lambda whole: whole.update(resources=["http://127.0.0.1:9/a.json"]),
        lambda whole: whole["resources"].append({"name": "b", "path": "http://127.0.0.1:9/datapackage.json"}),
        lambda whole: whole.update(basepath="/etc"),
        lambda whole: whole.update(extrapaths=["/"]),
        lambda whole: whole.update({"__proto__": {"x": 1}}),
        lambda whole: whole.update(pipelines=[]),
        lambda whole: whole.update(image="http://127.0.0.1:9/pixel.png"),
        lambda whole: whole.update(image="//example.org/pixel.png"),
        lambda whole: whole.update(image="data:image/png;base64,AAAA"),
        lambda whole: whole.update(resources=[]),
        lambda whole: whole.pop("resources"),
        lambda whole: whole.update(title={"vi": "x"}),
        lambda whole: whole.update(keywords="x"),
        lambda whole: whole.update({"portal:profile": "evil"}),
        lambda whole: whole.update(profile=[[]]),
        lambda whole: whole.update(profile={"name": {}}),
    ],
    ids=range(21),
)  # fmt: skip
def test_a_package_that_leads_elsewhere_or_holds_nothing_is_refused(gate, change):
    change(gate.descriptor)
    gate.descriptor = json.loads(
        json.dumps(gate.descriptor).replace("http://127.0.0.1:9", gate.canary.address)
    )
    assert gate.check().code == 1


@pytest.mark.parametrize("key", ["title", "licenses", "sources"])
@pytest.mark.parametrize("value", [None, "", [], "gone"])
def test_a_package_without_a_title_a_licence_or_a_source_is_refused(gate, key, value):
    gate.descriptor[key] = value
    if value == "gone":
        del gate.descriptor[key]
    if value == "" and key != "title":
        assert gate.check().code == 1
        return
    if value == [] and key == "title":
        gate.refused("descriptor-type", field="title")
        return
    gate.refused("descriptor-required", field=key)


@pytest.mark.parametrize(
    "licence",
    [{"name": "CC-BY-NC-4.0"}, {"name": "CC-BY-ND-4.0"}, {"name": "CC-BY-NC-SA-4.0"}, {"name": "proprietary"},
     {"name": "other-closed"}, {"name": "notspecified"}, {"name": "All rights reserved"}, {"title": "Chỉ dùng nội bộ"},
     {"path": "https://creativecommons.org/licenses/by-nc/4.0/"}, {"path": "https://example.org/licence"},
     {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by-nc/4.0/"}],
)  # fmt: skip
def test_a_licence_that_is_not_open_is_refused(gate, licence):
    gate.descriptor["licenses"] = [licence]
    gate.refused("licence-closed", field="licenses[0].name")


@pytest.mark.parametrize(
    "licence",
    [{"name": "CC0-1.0"}, {"name": "cc-by-4.0"}, {"name": "CC-BY-SA-3.0"}, {"name": "CC-BY-3.0-AU"}, {"name": "ODC-PDDL-1.0"},
     {"name": "ODbL-1.0"}, {"name": "ODC-BY-1.0"}, {"name": "OGL-UK-3.0"}, {"name": "MIT"}, {"name": "other-pd"},
     {"title": "Creative Commons Attribution 4.0 International"}, {"path": "https://creativecommons.org/licenses/by/4.0/"},
     {"name": "dl-de/by-2-0", "title": "Datenlizenz"}, {"name": "CC-BY"}, {"name": "Public Domain"}],
)  # fmt: skip
def test_an_open_licence_passes(gate, licence):
    gate.descriptor["licenses"] = [licence]
    gate.accepted()


ADDRESSES = [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>",
    "vbscript:x", "file:///etc/passwd", "ftp://example.org/", "https://user:secret@example.org/", "https://user@example.org/",
    "https://127.0.0.1/", "http://192.0.2.1:8080/a", "https://[::1]/", "https://2130706433/", "https://0x7f000001/",
    "https://LOCALHOST/", "https:///a", "https://", "//example.org/a", "/a", "a.html", "mailto:a@example.org",
    "https://example.org/a b", "https://example.org/<b>", "https://example.org\\@evil.example/", 'https://example.org/"onx="',
    "https://example.org/" + "a" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES, ids=named)
@pytest.mark.parametrize("place", ["homepage", "sources", "licenses", "contributors"])
def test_an_address_that_may_not_become_a_link_is_refused(gate, place, address):
    if place == "homepage":
        gate.descriptor["homepage"] = address
    else:
        entry = {"name": "CC0-1.0"} if place == "licenses" else {"title": "Ai đó"}
        gate.descriptor[place] = [{**entry, "path": address}]
    said = gate.check()
    assert said.errors & {"address-unsafe", "character-forbidden"}


def test_an_address_without_encryption_is_warned_of(gate):
    gate.descriptor["homepage"] = "http://example.org/"
    gate.warned("address-plain")


@pytest.mark.parametrize(
    "address", ["https://example.org", "https://vi.example.org:8443/a?b=c#d", "https://dữliệu.vn/bảng"]
)
def test_a_sound_address_passes(gate, address):
    gate.descriptor["homepage"] = address
    gate.accepted()


@pytest.mark.parametrize(
    ("change", "near"),
    [
        (lambda whole: whole.update(licences=[]), "licenses"),
        (lambda whole: whole.update(keyword=["x"]), "keywords"),
        (lambda whole: whole["resources"][0].update(tittle="x"), "title"),
        (lambda whole: whole["resources"][0]["schema"].update(primarykey=["x"]), "primaryKey"),
        (lambda whole: whole["resources"][0]["schema"]["fields"][0].update(constraint={}), "constraints"),
        (lambda whole: whole.update(x_anything={"deep": [1, {"er": None}]}), None),
        (
            lambda whole: whole.update(
                views=[{"spec": {"usermeta": {"embedOptions": {}}, "data": {"url": "x.csv"}}}]
            ),
            None,
        ),
        (lambda whole: whole.update(readme="# x"), None),
    ],
    ids=range(8),
)
def test_an_unknown_harmless_key_is_left_out_and_said(gate, change, near):
    change(gate.descriptor)
    said = gate.check()
    if "key-dangerous" in said.errors:
        pytest.fail(said.text)
    found = gate.warned("key-unknown")
    assert near is None or f"“{near}”" in found["remedy"]["en"]


def test_a_day_in_the_future_is_warned_of(gate):
    gate.descriptor["created"] = "2999-01-01T00:00:00Z"
    assert gate.warned("date-in-future")["field"] == "created"


def test_a_mark_for_no_value_that_looks_like_one_is_warned_of(gate):
    gate.table["schema"]["missingValues"] = ["", "1"]
    gate.warned("missing-value-real")


def test_a_comment_sign_that_hides_rows_is_warned_of(gate):
    gate.table["dialect"] = {"commentChar": "H"}
    gate.write("province,year,value,note\nHà Nội,2023,1,a\nVinh,2023,2,b\n")
    assert gate.warned("rows-hidden")["value"] == "1"
