"""A contributor's round trip: new package, new indicator, check, mend, check, difference."""

import json
import os
import pty
import subprocess
import sys

import pytest

from build_scripts.__main__ import main
from build_scripts.read import load
from tests.conftest import ROOT
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


# On a terminal


def talk(root, answers, *arguments, language="en"):
    """Run `portal new` on a terminal of its own and type `answers`, one a line; what is shown, and how it ended."""
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "new",
        *arguments,
        "--root",
        str(root),
        "--lang",
        language,
    ]
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    ) as process:
        os.close(theirs)
        shown = b""
        for answer in answers:
            shown += until(ours, b"> ")
            os.write(ours, answer.encode() + (b"" if answer == "\x04" else b"\n"))
        shown += until(ours, None)
    os.close(ours)
    return process.returncode, shown.decode()


def until(terminal, mark):
    shown = b""
    while mark is None or not shown.endswith(mark):
        try:
            more = os.read(terminal, 1)
        except OSError:  # the other side is gone
            break
        if not more:
            break
        shown += more
    return shown


FIGURE_ANSWERS = [
    "share-urban", "ha-noi", "2021", "", "49.25", "", "", "", "sure", "final", "", "", "", "annual-2021", "Báo cáo năm",
    "Cục Thống kê", "https://www.nso.gov.vn", "", "2022", "", "", "not stated", "official", "high", "", "", "high", "", "", "",
]  # fmt: skip


def test_who_says_nothing_is_asked_column_by_column_with_what_may_stand_there(root):
    ended, shown = talk(root, ["3", "population", *FIGURE_ANSWERS])
    assert ended == 0, shown
    assert "3. observation  a figure" in shown
    assert "One of these: final, preliminary, estimate, reported" in shown
    assert "[own] > " in shown
    assert "The source “annual-2021” is not in the table of sources yet" in shown
    folder = root / "datapackages/population"
    assert (folder / "observations.csv").read_text("utf-8").splitlines()[-1] == (
        "share-urban,ha-noi,2021,=,49.25,,,,final,1,true,own,annual-2021,high,,,"
    )
    assert (folder / "sources.csv").read_text("utf-8").splitlines()[-1] == (
        "annual-2021,Báo cáo năm,Cục Thống kê,https://www.nso.gov.vn,,2022,,,not stated,official,high,,"
    )
    main(["fix", "--root", str(root)])
    assert load(root).catalog is not None


def test_a_list_that_is_long_is_searched(root):
    ended, shown = talk(root, ["share-urban", "?noi", "\x04"], "observation", "population")
    assert ended == 1
    assert "ha-noi | Hà Nội / Hanoi" in shown
    assert "Stopped; nothing was written." in shown


def test_who_stops_has_written_nothing(root):
    before = (root / "datapackages/population/observations.csv").read_bytes()
    ended, shown = talk(root, [*FIGURE_ANSWERS[:20], "\x04"], "observation", "population", language="vi")
    assert (ended, "Đã dừng; chưa ghi gì." in shown) == (1, True)
    assert (root / "datapackages/population/observations.csv").read_bytes() == before


def test_a_package_is_asked_for_in_the_language_of_the_person(root):
    ended, shown = talk(
        root, ["1", "giao-thong", "Giao thông", "", "Transport", "CC0-1.0", "Sở"], language="vi"
    )
    assert ended == 0, shown
    assert "Bạn muốn thêm gì?" in shown
    assert "Mục này cần phải điền." in shown
    assert (
        json.loads((root / "datapackages/giao-thong/datapackage.json").read_text("utf-8"))["title@en"]
        == "Transport"
    )


def test_without_a_terminal_the_command_says_what_it_needs(root, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["new", "--root", str(root), "--lang", "en"])
    assert ended.value.code == 2
    assert "say what to make and in which package" in capsys.readouterr().err


def test_a_new_packages_schema_allows_only_the_words_of_its_profile(root, capsys):
    new(root, capsys, "package", "transport", **PACKAGE)
    whole = json.loads((root / "datapackages/transport/datapackage.json").read_text("utf-8"))
    fields = {each["name"]: each for each in whole["resources"][1]["schema"]["fields"]}
    assert fields["status"]["constraints"]["enum"] == ["final", "preliminary", "estimate", "reported"]
