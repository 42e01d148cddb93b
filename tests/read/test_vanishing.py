"""Files that vanish while they are read, or a reader of the output that goes: told in a sentence, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from build_scripts.__main__ import main
from tests.conftest import ROOT
from tests.portals import portal


class Vanishing:
    """Let the n-th look at a file below a folder find nothing, as if it had just been removed."""

    def __init__(self, monkeypatch, folder):
        self.at, self.done, self.folder = None, 0, str(folder)
        for name in ("read_bytes", "read_text", "open", "stat", "lstat", "iterdir"):
            monkeypatch.setattr(Path, name, self.counting(getattr(Path, name)))

    def counting(self, work):
        def counted(path, *args, **more):
            if str(path).startswith(self.folder):
                self.done += 1
                if self.done == self.at:
                    raise FileNotFoundError(2, "No such file or directory", str(path))
            return work(path, *args, **more)

        return counted


def test_whichever_file_vanishes_the_check_ends_with_a_sentence(tmp_path, monkeypatch, capsys):
    root = portal(tmp_path / "portal", "rainfall")
    asked = ["check", "--root", str(root), "--lang", "en"]
    looks = Vanishing(monkeypatch, root)
    assert main(asked) == 0
    capsys.readouterr()
    told = set()
    for number in range(1, looks.done + 1):
        looks.at, looks.done = number, 0
        code, said = main(asked), capsys.readouterr()
        assert code in (0, 1)
        assert code == 0 or "error" in said.out or "could not be read" in said.err
        told.add((code, "could not be read" in said.err))
    assert told == {(0, False), (1, False), (1, True)}


@pytest.mark.skipif(os.name != "posix", reason="a pipe of another system")
def test_a_reader_that_goes_is_no_error_to_shout_about(tmp_path):
    command = f"{sys.executable} -m build_scripts sources --root {portal(tmp_path)} --format urls | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
