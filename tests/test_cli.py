"""The command line: what it does, what it says and with which code it ends."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import nullcontext
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from build_scripts.__main__ import main
from build_scripts.commands import making
from tests.conftest import ROOT
from tests.portals import portal
from tests.read.bad_portals import bad_portal, replace


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The good portal, built once; what lies in it is not to be changed."""
    root = portal(tmp_path_factory.mktemp("elsewhere") / "portal")
    assert main(["build", "--no-cache", "--root", str(root), "--jobs", "1"]) == 0
    return root


@pytest.fixture
def elsewhere(built, tmp_path):
    return shutil.copytree(built, tmp_path / "portal")


def snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def spoil(root):
    replace(
        root / "datapackages/population/observations.csv",
        [("share-urban,vn,2023,~,38.1", "share-urban,vn,2023,~,x")],
    )


def test_a_sound_portal_passes_the_check(tmp_path, capsys):
    assert main(["check", "--root", str(portal(tmp_path))]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 lỗi, 0 cảnh báo; 5/5 gói dữ liệu hợp lệ."


def test_the_language_of_the_messages_can_be_chosen(tmp_path, capsys):
    assert main(["check", "--root", str(portal(tmp_path)), "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "Errors: 0, warnings: 0; valid packages: 5 of 5."


def test_problems_are_listed_and_end_with_one(tmp_path, capsys):
    assert main(["check", "--root", str(bad_portal("value-shape", tmp_path)), "--lang", "en"]) == 1
    printed = capsys.readouterr()
    assert "[value-shape]" in printed.out
    assert printed.out.endswith("valid packages: 4 of 5.\n")


def test_a_program_gets_json_and_nothing_else(tmp_path, capsys):
    assert main(["check", "--root", str(bad_portal("value-shape", tmp_path)), "--format", "json"]) == 1
    printed = capsys.readouterr()
    assert {each["code"] for each in json.loads(printed.out)["problems"]} == {"value-shape"}
    assert printed.err == ""


def test_progress_is_told_apart_from_the_result(tmp_path, capsys):
    main(["check", "--root", str(portal(tmp_path)), "--lang", "en"])
    assert capsys.readouterr().err == "Reading the packages\n"


def test_a_folder_without_packages_is_a_problem(tmp_path, capsys):
    assert main(["check", "--root", str(tmp_path), "--lang", "en"]) == 1
    assert "[datapackages-missing]" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bake"],
        ["check", "--lang", "fr"],
        ["check", "--format", "xml"],
        ["build", "--jobs", "0"],
        ["build", "--jobs", "many"],
        ["serve", "--port", "0"],
        ["serve", "--port", "65536"],
        ["adopt"],
    ],
    ids=" ".join,
)
def test_a_command_that_makes_no_sense_ends_with_two(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: portal")


def test_the_console_speaks_utf_8_whatever_the_terminal(tmp_path):
    command = [sys.executable, "-m", "build_scripts", "check", "--root", str(portal(tmp_path))]
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 0
    assert done.stdout.decode("utf-8").endswith("\n\n0 lỗi, 0 cảnh báo; 5/5 gói dữ liệu hợp lệ.\n")


def test_a_portal_elsewhere_gets_its_own_site(built):
    home = (built / "site/index.html").read_text("utf-8")
    assert "Hà Nội đang ở đâu so với mục tiêu 2030?" in home
    assert (built / "site/en/index.html").is_file()
    assert (built / "site/data/population/observations.csv").read_bytes() == (
        built / "datapackages/population/observations.csv"
    ).read_bytes()
    assert sorted(path.name for path in built.iterdir()) == ["build", "datapackages", "site"]


def test_building_says_where_the_site_is(tmp_path, capsys):
    root, out = portal(tmp_path / "portal", "rainfall"), tmp_path / "out"
    assert (
        main(["build", "--no-cache", "--root", str(root), "--out", str(out), "--jobs", "1", "--lang", "en"])
        == 0
    )
    printed = capsys.readouterr()
    assert str(out) in printed.out
    assert printed.err.splitlines()[0] == "Reading the packages"
    assert (out / "datasets/rainfall/index.html").is_file()
    assert not (root / "site").exists()


def test_a_file_that_vanishes_while_it_is_looked_at_does_not_end_serving(elsewhere, monkeypatch, capsys):
    def vanished(*_, **__):
        raise FileNotFoundError("observations.csv")

    ended = []
    monkeypatch.setattr(making, "key_now", vanished)
    monkeypatch.setattr(making, "opened", lambda _site, _port: nullcontext("here"))
    monkeypatch.setattr(making, "watch", lambda _places, _seen, act: ended.append(act()))
    assert main(["serve", "--root", str(elsewhere), "--cache", str(elsewhere / "kept"), "--lang", "en"]) == 0
    assert ended == [1]
    assert capsys.readouterr().err.count("observations.csv. The old site is as it was") == 2


def test_a_broken_package_leaves_the_old_site(elsewhere, capsys):
    before = snapshot(elsewhere / "site")
    spoil(elsewhere)
    assert main(["build", "--no-cache", "--root", str(elsewhere), "--jobs", "1", "--lang", "en"]) == 1
    assert "[type-error]" in capsys.readouterr().err
    assert snapshot(elsewhere / "site") == before


def test_a_page_that_mkdocs_refuses_is_told_without_a_traceback(elsewhere, capsys):
    before = snapshot(elsewhere / "site")
    (elsewhere / "docs/vi").mkdir(parents=True)
    (elsewhere / "docs/vi/broken.md").write_text("[nowhere](nowhere.md)\n", encoding="utf-8")
    assert main(["build", "--no-cache", "--root", str(elsewhere), "--jobs", "1"]) == 1
    assert "nowhere.md" in capsys.readouterr().err
    assert snapshot(elsewhere / "site") == before


def test_a_folder_that_is_no_portal_is_not_replaced(tmp_path, capsys):
    root, out = portal(tmp_path / "portal", "rainfall"), tmp_path / "mine"
    out.mkdir()
    (out / "letter.txt").write_text("dear", encoding="utf-8")
    assert main(["build", "--no-cache", "--root", str(root), "--out", str(out), "--jobs", "1"]) == 1
    assert "will not be replaced" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["letter.txt"]


def test_a_place_that_cannot_be_written_is_told_with_what_to_do(tmp_path, capsys):
    root = portal(tmp_path / "portal", "rainfall")
    (tmp_path / "letter").write_text("dear", encoding="utf-8")
    out = tmp_path / "letter" / "site"
    assert (
        main(["build", "--no-cache", "--root", str(root), "--out", str(out), "--jobs", "1", "--lang", "en"])
        == 1
    )
    assert "could not be read or written" in capsys.readouterr().err


def test_a_package_from_elsewhere_is_adopted_once(tmp_path, capsys):
    folder = ROOT / "tests/adopt/packages/gdp"
    root = portal(tmp_path, "rainfall")
    assert main(["adopt", str(folder), "--root", str(root), "--lang", "en"]) == 0
    assert (root / "datapackages/gdp/datapackage.json").is_file()
    before = snapshot(root)
    assert main(["adopt", str(folder), "--root", str(root), "--lang", "en"]) == 1
    assert "nothing was overwritten" in capsys.readouterr().err
    assert snapshot(root) == before


def test_what_is_no_package_is_refused(tmp_path, capsys):
    (tmp_path / "stranger").mkdir()
    assert main(["adopt", str(tmp_path / "stranger"), "--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err != ""
    assert [path.name for path in tmp_path.iterdir()] == ["stranger"]


def test_serving_shows_the_site_and_builds_again_after_a_change(elsewhere):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "build_scripts",
        "serve",
        "--root",
        str(elsewhere),
        "--port",
        str(port),
        "--jobs",
        "1",
    ]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as serving:
        try:
            address = f"http://127.0.0.1:{port}/"
            assert address in serving.stdout.readline()
            assert "49,1%" in urlopen(f"{address}indicators/share-urban/").read().decode()
            replace(
                elsewhere / "datapackages/population/observations.csv",
                [(",=,49.1,", ",=,49.3,"), (",=,50.9,", ",=,50.7,")],
            )
            assert _soon(f"{address}indicators/share-urban/", "49,3%")
        finally:
            serving.terminate()


def _soon(address, text):
    """Whether a page says `text` within two minutes."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            if text in urlopen(address).read().decode():
                return True
        except HTTPError:
            pass  # the moment in which one site takes the place of the other
        time.sleep(0.2)
    return False


def test_a_port_in_use_is_told(elsewhere, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["serve", "--root", str(elsewhere), "--port", port, "--jobs", "1", "--lang", "en"]) == 2
    assert f"Port {port} on 127.0.0.1 cannot be opened" in capsys.readouterr().err
