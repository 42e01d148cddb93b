"""The door for packages made elsewhere: hostile ones are refused, good ones come in and pass the gate."""

import json

import pytest


def adopted(gate):
    code, text, target = gate.adopt()
    return code, text, target


@pytest.mark.parametrize(
    "path", ["../outside.csv", "/etc/passwd", "file:///etc/passwd", "a\\b.csv", "$HOME/a.csv", "*.csv"]
)
def test_a_path_that_leads_out_is_refused(gate, path):
    gate.table["path"] = path
    code, text, target = adopted(gate)
    assert (code, "path-unsafe" in text) == (1, True)
    assert list(target.iterdir()) == []


def test_nothing_is_fetched(gate):
    gate.descriptor["resources"].append({"name": "far", "path": f"{gate.canary.address}/a.csv"})
    gate.descriptor["profile"] = f"{gate.canary.address}/profile.json"
    gate.fields[0]["constraints"] = {"pattern": "(a+)+$"}
    code, _, _ = adopted(gate)
    assert code == 0


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda gate: gate.cell("=cmd|' /C calc'!A0"), "cell-formula"),
        (lambda gate: gate.cell("lan@example.org"), "personal-data"),
        (lambda gate: gate.cell("0912 345 678"), "personal-data"),
        (lambda gate: gate.cell("a\u202eb"), "character-forbidden"),
        (lambda gate: gate.cell("NaN", "number"), "missing-mark"),
        (lambda gate: gate.descriptor.update(licenses=[{"name": "CC-BY-NC-4.0"}]), "licence-closed"),
        (lambda gate: gate.fields[0].update(name="__proto__"), "column-name-unsafe"),
        (
            lambda gate: gate.write(b"province,year,value,note\nH\xb5 N\xe9i,2023,1,s\xe8 li\xd6u\n"),
            "encoding-detected",
        ),
        (lambda gate: (gate.folder / "table.csv").open("r+b").truncate(30_000_000), "adopt-size"),
        (lambda gate: gate.write(b"PK\x03\x04"), "adopt-not-csv"),
    ],
    ids=range(10),
)
def test_what_cannot_be_both_faithful_and_safe_is_refused(gate, spoil, code):
    spoil(gate)
    if code == "column-name-unsafe":
        gate.table["schema"].pop("primaryKey")
        gate.write("__proto__,year,value,note\na,2023,1,x\n")
    ended, text, target = adopted(gate)
    assert (ended, f"[{code}]" in text) == (1, True), text
    assert list(target.iterdir()) == []


def test_what_is_taken_passes_the_full_gate(gate):
    for key in ("licenses", "sources", "title"):
        del gate.descriptor[key]
    gate.descriptor["name"] = "assets"
    gate.write("x", "script.py")
    gate.write("x", "picture.png")
    code, text, target = adopted(gate)
    assert code == 0, text
    out = gate.outside / "said.txt"
    told = gate.zygote(["check", "--root", str(target), "--format", "json"], target, out)
    said = json.loads(out.read_text("utf-8"))
    assert told["code"] == 0, said
    assert {each["code"] for each in said["problems"]} == {"not-stated"}
    assert [each["name"] for each in said["packages"]] == ["assets-data"]
