"""`portal diff` shows what a change does to the data and to what is published."""

import json

import pytest

from build_scripts.__main__ import main
from tests.portals import portal, rewrite
from tests.read.bad_portals import GOOD

TABLE = "population/observations"


@pytest.fixture
def head(tmp_path):
    return portal(tmp_path / "head")


def diff(capsys, head, form="json", *more):
    ended = main(["diff", str(GOOD), str(head), "--format", form, *more])
    return ended, capsys.readouterr().out


def test_nothing_differs_from_itself(capsys):
    ended, said = diff(capsys, GOOD)
    assert (ended, json.loads(said)) == (0, {"flips": [], "differences": []})


def test_changed_cells_come_largest_first_then_what_went_and_what_came(capsys, head):
    rows = []

    def change(row):
        rows.append(row)
        key = (row["indicator"], row["area"], row["period"], row["vintage"])
        if key == ("population-average", "ha-noi", "2022", "2"):
            return row | {"value": "8435.9"}
        if key == ("population-average", "ha-noi-before-2008", "2007", "1"):
            return row | {"value": "1289.3", "period": "2007"}
        return (
            row | {"period": "2006"}
            if key[1] == "vn" and key[2] == "2023" and key[0] == "share-urban"
            else row
        )

    rewrite(head, TABLE, change)
    ended, said = diff(capsys, head)
    found = json.loads(said)["differences"]
    assert ended == 0
    assert [each["kind"] for each in found] == ["changed", "changed", "removed", "added"]
    assert (found[0]["old"], found[0]["new"]) == ("3289.3", "1289.3")
    assert (found[1]["table"], found[1]["column"], found[1]["new"]) == (TABLE, "value", "8435.9")
    assert found[0]["size"] > found[1]["size"]


def test_a_portal_that_cannot_be_read_is_told_and_not_compared(capsys, head):
    (head / "datapackages/population/datapackage.json").write_text("{")
    ended = main(["diff", str(GOOD), str(head), "--lang", "en"])
    told = capsys.readouterr()
    assert (ended, told.out) == (1, "")
    assert "[json-invalid]" in told.err


@pytest.mark.parametrize(("language", "words"), [("vi", "Số ô thay đổi: 1"), ("en", "Cells changed: 1")])
def test_a_hostile_cell_is_dead_text(capsys, head, language, words):
    rewrite(
        head,
        "population/sources",
        lambda row: (
            row | {"publisher": "a | b <b>@octocat</b> ![x](http://x.y)"} if row["id"] == "yearbook" else row
        ),
    )
    _, said = diff(capsys, head, "markdown", "--lang", language)
    assert words in said
    for live in ("<b>", "@octocat", "![", "://"):
        assert live not in said
    _, said = diff(capsys, head, "text", "--lang", language)
    assert not any(line.startswith("::") for line in said.splitlines())


def test_a_status_that_flips_is_shown_with_both_sentences(capsys, head):
    def easier(row):
        return row | {"low": "30"} if row["id"] == "urbanisation-2030" else row

    rewrite(head, "policy/targets", easier)
    [flip] = json.loads(diff(capsys, head)[1])["flips"]
    assert (flip["target"], flip["new"]) == ("urbanisation-2030", "achieved")
    assert flip["old"] != "achieved"
    _, said = diff(capsys, head, "text", "--lang", "en")
    assert "Status:" in said
    assert "urbanisation-2030" in said
