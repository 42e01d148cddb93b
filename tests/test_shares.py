"""A change that is shared out is told of as one that is not."""

import json
import shutil
import subprocess
import sys

import pytest
import yaml

from build_scripts.__main__ import main
from build_scripts.present.report import FORMS
from build_scripts.shares import changed_packages, share_of, shares
from tests.conftest import ROOT
from tests.read.bad_portals import GOOD, bad_portal

HOSTILE = "$(id)`id`\n::error::\"'1"


@pytest.fixture
def change(tmp_path):
    """The good portal before and after."""
    for name in ("base", "head"):
        shutil.copytree(GOOD, tmp_path / name)
    return tmp_path / "base", tmp_path / "head"


def folder(root):
    return root / "datapackages/population"


def test_a_small_change_is_not_shared_out():
    assert [shares({}), shares({"a": 10**9}), shares({"a": 10, "b": 10})] == [[], [], []]


def test_a_large_change_is_shared_out_to_as_many_machines_as_it_is_worth():
    assert shares({"a": 15 * 10**6, "b": 10}) == ["1/2", "2/2"]
    assert shares(dict.fromkeys(map(str, range(25)), 10**6)) == ["1/3", "2/3", "3/3"]
    assert len(shares(dict.fromkeys(map(str, range(25)), 10**8))) == 8


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_every_package_is_in_one_share(count):
    sizes = {"a": 50, "b": 7, "c": 7, "d": 40, "e": 0}
    parts = [share_of(sizes, number, count) for number in range(1, count + 1)]
    assert sorted(name for part in parts for name in part) == sorted(sizes)


def test_what_is_large_does_not_meet_what_is_large():
    assert [share_of({"a": 50, "b": 45, "c": 1, "d": 2}, number, 2) for number in (1, 2)] == [
        ["a"],
        ["b", "c", "d"],
    ]


def test_nothing_changed(change):
    assert changed_packages(*change) == {}


def test_a_changed_byte_a_new_file_a_lost_file_and_a_new_mode_are_changes(change):
    base, head = change
    file = next(folder(head).glob("*.csv"))
    before = file.read_bytes()
    for spoil, mend in (
        (lambda: file.write_bytes(before[:-2] + b"x\n"), lambda: file.write_bytes(before)),
        (lambda: (folder(head) / "more.txt").write_text(""), (folder(head) / "more.txt").unlink),
        (file.unlink, lambda: file.write_bytes(before)),
        (lambda: file.chmod(0o755), lambda: file.chmod(0o644)),
    ):
        file.chmod(0o644)
        (folder(base) / file.name).chmod(0o644)
        assert changed_packages(base, head) == {}
        spoil()
        assert list(changed_packages(base, head)) == [folder(head).name]
        mend()


def test_links_are_changes_and_are_not_followed(change):
    base, head = change
    (base / "secret").write_text("x" * 1000)
    (folder(head) / "link.csv").symlink_to(base / "secret")
    (head / "datapackages/all").symlink_to(base)
    found = changed_packages(base, head)
    assert list(found) == [folder(head).name]
    shutil.rmtree(head / "datapackages")
    (head / "datapackages").symlink_to(base / "datapackages")
    assert changed_packages(base, head) == {}


def run_plan(place, base, head):
    """Run the step of the workflow that counts."""
    (place / "trusted").mkdir()
    (place / "trusted/build_scripts").symlink_to(ROOT / "build_scripts")
    (place / "trusted/datapackages").symlink_to(base / "datapackages")
    (place / "change").symlink_to(head)
    whole = yaml.safe_load((ROOT / ".github/workflows/validate.yml").read_text("utf-8"))
    (step,) = (each for each in whole["jobs"]["plan"]["steps"] if each.get("id") == "share")
    (place / "bin").mkdir()
    (place / "bin/python").symlink_to(sys.executable)
    environment = {"PATH": f"{place}/bin:/usr/bin:/bin", "GITHUB_OUTPUT": str(place / "output")}
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=place, env=environment, capture_output=True, check=True
    )
    assert (done.stdout, done.stderr) == (b"", b"")
    return (place / "output").read_text("utf-8")


def test_the_plan_of_a_hostile_change_holds_numbers_and_nothing_else(change, tmp_path):
    base, head = change
    shutil.copytree(folder(head), head / "datapackages" / HOSTILE)
    for package in (folder(head), head / "datapackages" / HOSTILE):
        (package / HOSTILE).write_bytes(b"x" * 11_000_000)
    shutil.rmtree(base / "datapackages")
    (base / "datapackages").mkdir()
    (tmp_path / "work").mkdir()
    written = run_plan(tmp_path / "work", base, head)
    found = json.loads(written.removeprefix("shares="))
    assert found == [f"{number}/{len(found)}" for number in range(1, len(found) + 1)]
    assert len(found) == 3


def test_the_plan_of_a_small_change_is_empty(change, tmp_path):
    (tmp_path / "work").mkdir()
    assert run_plan(tmp_path / "work", *change) == "shares=[]\n"


def told(root, capsys, *more):
    said = []
    for form in FORMS:
        verdict = main(["check", "--root", str(root), "--format", form, *more])
        said.append((verdict, capsys.readouterr().out))
    return said


SPOILED = ("type-error", "foreign-key-missing", "source-differs", "value-jump", "package-duplicate", "csv-broken", "text-missing", "id-duplicate")  # fmt: skip


@pytest.mark.parametrize("code", SPOILED)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_shares_that_are_put_together_tell_what_one_machine_tells(count, code, tmp_path, capsys):
    root, base, kept = bad_portal(code, tmp_path / "head"), tmp_path / "base", tmp_path / "kept"
    base.mkdir()
    whole = told(root, capsys)
    for number in range(1, count + 1):
        place = ("--base", str(base), "--share", f"{number}/{count}", "--cache", str(kept / str(number)))
        assert main(["check", "--root", str(root), *place]) == 0
        assert capsys.readouterr().out == ""
    for number in range(1, count + 1):  # as artifacts are laid into one folder
        if (kept / str(number)).exists():
            shutil.copytree(kept / str(number), kept / "all", dirs_exist_ok=True)
    found = {each for each in (kept / "all").rglob("*") if each.is_file()}
    assert told(root, capsys, "--cache", str(kept / "all")) == whole
    assert found, "the shares had found something"
    new = {each for each in (kept / "all").rglob("*") if each.is_file()} - found
    assert len(new) <= (3 if code == "package-duplicate" else 1), "what is left are the rules across packages"


@pytest.mark.parametrize(
    "wrong", [["--share", "1/2"], ["--share", "3/2", "--base", ".", "--cache", "."], ["--share", "1"]]
)
def test_a_share_that_is_none_is_a_misuse(wrong, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["check", *wrong])
    assert ended.value.code == 2
    assert "--share" in capsys.readouterr().err


def test_what_is_published_is_worked_out_anew():
    assert "--cache" not in (ROOT / ".github/workflows/publish.yml").read_text("utf-8")
    assert "--cache" not in (ROOT / "Makefile").read_text("utf-8")
