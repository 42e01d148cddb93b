"""The process in which frictionless runs: stopped when it takes too long, shut off from network, disk and programs."""

import subprocess
import sys
from functools import partial

import pytest

from build_scripts.read import load, schema_check
from build_scripts.read.gate import child
from build_scripts.read.gate.child import answer_to
from tests.conftest import ROOT
from tests.read.bad_portals import GOOD

CHECKER = ROOT / "build_scripts/read/checker.py"
FIELD = {"do": "accepts", "field": {"name": "a", "type": "integer"}}


def test_a_check_that_takes_too_long_is_stopped_and_the_next_one_is_answered(monkeypatch):
    monkeypatch.setattr(child, "_REMEMBERED", {})
    monkeypatch.setattr(schema_check, "answer_to", partial(answer_to, seconds=0.0))
    reading = load(GOOD)
    assert {each.code for each in reading.problems} == {"check-stopped"}
    assert {each.file for each in reading.problems} == {
        f"datapackages/{name}/datapackage.json" for name, _ in reading.verdicts
    }
    assert answer_to(FIELD) is True


def test_what_was_answered_is_remembered_up_to_a_number(monkeypatch):
    asked = []
    monkeypatch.setattr(child, "_REMEMBERED", {})
    monkeypatch.setattr(child, "_MOST", 2)
    monkeypatch.setattr(child, "_asked", lambda data, _: asked.append(data) or b"true")
    for number in (1, 1, 2, 3, 3, 1):
        assert answer_to({"number": number}) is True
    assert [data.decode() for data in asked] == [f'{{"number": {number}}}' for number in (1, 2, 3, 1)]


def test_a_question_that_breaks_the_checker_has_no_answer_and_harms_no_later_one():
    assert answer_to({"do": "no such thing"}) is None
    assert answer_to(FIELD) is True


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import subprocess; subprocess.run(['id'])",
        "import os; os.system('id')",
        "open('written.txt', 'w')",
        "import pathlib; pathlib.Path('written.txt').write_text('x')",
        "import os; os.remove('kept.txt')",
    ],
)
def test_nothing_but_checking_can_be_done_in_it(tmp_path, attempt):
    (tmp_path / "kept.txt").write_text("x")
    code = f"import runpy; runpy.run_path({str(CHECKER)!r})['_confine']()\ntry:\n    {attempt}\nexcept OSError as why:\n    print('refused' if isinstance(why, PermissionError) or 'socket.' in str(why) else why)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout == "refused\n", done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_what_lies_beside_the_data_cannot_be_imported_in_it(tmp_path):
    (tmp_path / "frictionless_evil.py").write_text("open('ran', 'w')")
    done = subprocess.run(
        [sys.executable, "-I", str(CHECKER)], cwd=tmp_path, input=b"", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert not (tmp_path / "ran").exists()
