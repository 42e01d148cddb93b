"""A contributor's round trip: new package, new indicator, check, mend, check, difference."""

import json

import pytest

from build_scripts.__main__ import main
from build_scripts.read import load
from tests.portals import portal as good
from tests.read.bad_portals import GOOD


@pytest.fixture
def root(tmp_path):
    return good(tmp_path)


def portal(root, capsys, *arguments):
    ended = main([*arguments, "--root", str(root), "--lang", "en"])
    told = capsys.readouterr()
    return ended, told.out + told.err


def new(root, capsys, thing, package, **said):
    return portal(
        root,
        capsys,
        "new",
        thing,
        package,
        *(f"{name.replace('__', '@')}={text}" for name, text in said.items()),
    )


PACKAGE = {"title": "Giao thông", "title__en": "Transport", "licence": "CC0-1.0", "source": "Sở Giao thông"}
SOURCE = {
    "id": "transport-report", "title": "Báo cáo giao thông", "publisher": "Sở Giao thông", "licence": "not stated", "kind": "official",
    "trust": "high",
}  # fmt: skip
INDICATOR = {
    "id": "bus-lines", "name": "Số tuyến xe buýt", "name_en": "Bus lines", "unit": "thousand-persons", "definition": "Số tuyến đang chạy.",
    "definition_en": "Lines in operation.", "direction": "up", "additivity": "additive", "decimals": "0", "chartable": "true",
}  # fmt: skip
FIGURE = {
    "indicator": "bus-lines", "area": "ha-noi", "period": "2024", "value": "1,5", "status": "reported", "source": "transport-report",
    "confidence": "medium",
}  # fmt: skip


def test_a_new_indicator_goes_from_nothing_to_a_page(root, capsys):
    assert new(root, capsys, "package", "transport", **PACKAGE)[0] == 0
    themes = root / "datapackages/vocabulary/themes.csv"
    if themes.exists():
        themes.write_text(themes.read_text("utf-8") + "transport,Giao thông,Transport,9\n", "utf-8")
    ended, said = portal(root, capsys, "check")
    assert (ended, "[csv-empty]" in said) == (1, True)
    assert new(root, capsys, "source", "transport", **SOURCE)[0] == 0
    assert new(root, capsys, "indicator", "transport", **INDICATOR)[0] == 0
    assert new(root, capsys, "observation", "transport", **FIGURE)[0] == 0
    ended, said = portal(root, capsys, "check")
    assert ended == 1
    assert "Did you mean “1.5”?" in said
    assert portal(root, capsys, "fix")[1].startswith(
        "datapackages/transport/observations.csv: line 2, column “value”: “1,5” -> “1.5”"
    )
    ended, said = portal(root, capsys, "check")
    assert ended == 0, said
    assert main(["diff", str(GOOD), str(root), "--format", "json"]) == 0
    added = [
        each["table"]
        for each in json.loads(capsys.readouterr().out)["differences"]
        if each["kind"] == "added"
    ]
    assert {"transport/indicators", "transport/observations", "transport/sources"} <= set(added)
    assert "bus-lines" in load(root).catalog.indicators


def test_what_is_lacking_is_said_and_nothing_is_written(root, capsys):
    before = (root / "datapackages/population/indicators.csv").read_bytes()
    ended, said = new(root, capsys, "indicator", "population", id="x", nome="y")
    assert ended == 1
    assert all(name in said for name in ("name", "name_en", "unit", "nome"))
    assert (root / "datapackages/population/indicators.csv").read_bytes() == before


@pytest.mark.parametrize("name", ["../x", "/x", "population", "a b"])
def test_a_package_is_made_only_where_there_is_none_and_under_a_plain_name(root, capsys, name):
    assert new(root, capsys, "package", name, **PACKAGE)[0] == 1


def test_a_target_needs_its_source(root, capsys):
    ended, said = new(root, capsys, "target", "policy", id="t")
    assert (ended, "source" in said) == (1, True)
