"""The same commit gives the same bytes, whenever, wherever and however it is built."""

import json
import os
import random
import shutil
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.portals import portal

pytestmark = pytest.mark.judge
CIRCUMSTANCES = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another language of the system": {"LANG": "vi_VN.UTF-8", "LC_ALL": "C"},
    "other hashes": {"PYTHONHASHSEED": "31337"},
    "a time of its own": {"SOURCE_DATE_EPOCH": "1700000000"},
}


def built(root, jobs=1, umask=0o022, before=(), **more):
    environment = {**os.environ, "PYTHONHASHSEED": "0", "TZ": "UTC", **more}
    command = [
        *before,
        sys.executable,
        "-m",
        "build_scripts",
        "build",
        "--no-cache",
        "--root",
        root,
        "--jobs",
        str(jobs),
        "--zip",
    ]
    subprocess.run(command, cwd=ROOT, env=environment, umask=umask, check=True, capture_output=True)
    return root / "site"


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A portal and its site, built once in an ordinary way."""
    root = portal(tmp_path_factory.mktemp("first") / "portal")
    return root, (built(root) / "SHA256SUMS").read_bytes()


def same(root, first, **how):
    site = built(root, **how)
    assert (site / "SHA256SUMS").read_bytes() == first[1]
    assert subprocess.run(["diff", "-r", site, first[0] / "site"], check=False).returncode == 0


def copied(first, root, order=sorted):
    """The portal in another place, its files written in another order."""
    for path in order([each for each in (first[0] / "datapackages").rglob("*") if each.is_file()]):
        target = root / path.relative_to(first[0])
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return root


@pytest.mark.parametrize("circumstance", CIRCUMSTANCES)
def test_the_surroundings_change_nothing(first, tmp_path, circumstance):
    same(copied(first, tmp_path / "portal"), first, **CIRCUMSTANCES[circumstance])


def test_the_number_of_processes_and_the_rights_of_new_files_change_nothing(first, tmp_path):
    same(copied(first, tmp_path / "portal"), first, jobs=3, umask=0o077)


def test_the_place_and_the_order_of_the_files_change_nothing(first, tmp_path):
    def shuffled(paths):
        random.Random(7).shuffle(paths)  # noqa: S311 - any order will do
        return paths

    same(copied(first, tmp_path / "chỗ khác, có dấu" / "cổng", shuffled), first)


def test_the_clock_changes_nothing(first, tmp_path):
    same(copied(first, tmp_path / "portal"), first, before=["faketime", "2031-05-06 07:08:09"])


def test_a_second_build_over_the_first_changes_nothing(first, tmp_path):
    root = copied(first, tmp_path / "portal")
    built(root)
    same(root, first)


def git(root, *words):
    command = ["git", "-C", root, "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    subprocess.run(command, check=True, capture_output=True)


def test_a_revert_gives_the_former_site_back(first, tmp_path):
    root = copied(first, tmp_path / "portal")
    (root / ".gitignore").write_text("/build/\n/site/\n", "utf-8")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "One")
    table = next(root.glob("datapackages/*/observations.csv"))
    descriptor = table.with_name("datapackage.json")
    table.write_text(table.read_text("utf-8").rstrip("\n").rpartition("\n")[0] + "\n", "utf-8")
    stated = json.loads(descriptor.read_text("utf-8"))
    for each in stated["resources"]:
        for key in ("bytes", "hash"):
            each.pop(key, None)
    descriptor.write_text(json.dumps(stated), "utf-8")
    git(root, "commit", "-am", "Two")
    assert (built(root) / "SHA256SUMS").read_bytes() != first[1]
    git(root, "revert", "--no-edit", "HEAD")
    same(root, first)


def test_nothing_but_the_checkout_is_needed(first, tmp_path):
    root = copied(first, tmp_path / "portal")
    built(root)
    for each in ("build", "site"):
        shutil.rmtree(root / each)
    same(root, first)
