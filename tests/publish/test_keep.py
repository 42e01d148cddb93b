"""A package that comes in is written whole, or not at all."""

import pytest

from build_scripts.model import Artifact
from build_scripts.publish import keep

FILES = (Artifact("datapackage.json", b"{}"), Artifact("data/rain.csv", b"a\n1\n"))


def held(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_file_is_written_below_the_folder(tmp_path):
    keep(tmp_path / "datapackages/rain", iter(FILES))
    assert held(tmp_path) == {
        "datapackages/rain/datapackage.json": b"{}",
        "datapackages/rain/data/rain.csv": b"a\n1\n",
    }


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    keep(tmp_path / "rain", FILES)
    with pytest.raises(FileExistsError):
        keep(tmp_path / "rain", [Artifact("other.csv", b"")])
    assert held(tmp_path / "rain").keys() == {"datapackage.json", "data/rain.csv"}


def test_nothing_is_written_when_one_path_leaves_the_folder(tmp_path):
    with pytest.raises(ValueError, match="not a path inside"):
        keep(tmp_path / "rain", [*FILES, Artifact("../other.csv", b"")])
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_behind_when_writing_fails(tmp_path):
    with pytest.raises(OSError, match="data"):
        keep(tmp_path / "rain", [Artifact("data", b""), *FILES])
    assert list(tmp_path.iterdir()) == []
