"""Versions and addresses that were published stay: released once, read back, refused when they change or vanish."""

import hashlib
import json
import shutil
import zipfile

import pytest

from build_scripts.__main__ import main
from build_scripts.model import LANGUAGES
from build_scripts.pipeline import Order, build, release
from build_scripts.present.pages.datasets import dataset_files, dataset_pages
from build_scripts.publish import SiteError
from build_scripts.read import load
from tests import tiny
from tests.conftest import ROOT
from tests.read.bad_portals import GOOD, replace

UNITS = "datapackages/vocabulary/units.csv"
DESCRIPTOR = "datapackages/vocabulary/datapackage.json"


def quiet(*_):
    """Say nothing of the steps."""


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """The good portal, released."""
    root = tmp_path_factory.mktemp("once") / "root"
    shutil.copytree(GOOD, root)
    reading, versions = release(root, quiet)
    assert reading.problems == ()
    assert versions == ("geography 1.0.0", "policy 1.0.0", "population 1.0.0", "vocabulary 1.0.0")
    return root


@pytest.fixture
def released(once, tmp_path):
    return shutil.copytree(once, tmp_path / "root")


def raised(root, version, change=("percentage-point,true,0,100", "percentage-point,true,0,101")):
    """Change a value and the version with it."""
    replace(root / UNITS, [change])
    replace(root / DESCRIPTOR, [('"version": "1.0.0"', f'"version": "{version}"')])
    return load(root)


def test_what_was_released_is_read_back_and_has_no_problem(released):
    reading = load(released)
    assert reading.problems == ()
    assert [each.package.name for each in reading.catalog.releases] == [
        "geography",
        "policy",
        "population",
        "vocabulary",
    ]
    assert "datasets/vocabulary/" in reading.catalog.addresses
    assert "en/datasets/vocabulary/" in reading.catalog.addresses


def test_releasing_again_writes_no_version_twice(released):
    before = {path: path.read_bytes() for path in (released / "datapackages").rglob("*") if path.is_file()}
    _, versions = release(released, quiet)
    assert versions == ()
    after = {path: path.read_bytes() for path in (released / "datapackages").rglob("*") if path.is_file()}
    changed = {path.name for path in before if before[path] != after[path]}
    assert changed <= {"addresses.txt"}
    assert set(before) == set(after)


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0", "3.0.0", "2", ""])
def test_a_version_that_does_not_follow_is_refused_in_both_languages(released, version):
    reading = raised(released, version)
    assert reading.catalog is None
    [problem] = reading.problems
    assert (problem.code, problem.field) == ("version-wrong", "version")
    for language in LANGUAGES:
        assert "2.0.0" in problem.message[language]
        assert "100 → 101" in problem.message[language]


def test_the_version_that_follows_is_taken_and_the_old_one_stays(released, tmp_path):
    old = (released / "datapackages/.releases/vocabulary/1.0.0/units.csv").read_bytes()
    assert raised(released, "2.0.0").problems == ()
    _, versions = release(released, quiet)
    assert versions == ("vocabulary 2.0.0",)
    files = {each.path: each.data for each in dataset_files(load(released).catalog)}
    assert files["data/vocabulary/versions/1.0.0/units.csv"] == old
    assert b"true,0,101" in files["data/vocabulary/versions/2.0.0/units.csv"]
    assert files["data/vocabulary/units.csv"] == files["data/vocabulary/versions/2.0.0/units.csv"]
    changelog = json.loads(files["data/vocabulary/changelog.json"])
    assert [(each["version"], each["level"]) for each in changelog["versions"]] == [
        ("2.0.0", "major"),
        ("1.0.0", None),
    ]
    assert changelog["versions"][0]["changes"] == [
        {
            "what": "value-changed",
            "level": "major",
            "table": "units",
            "key": ["percent"],
            "column": "upper",
            "before": "100",
            "after": "101",
        }
    ]
    for version in ("1.0.0", "2.0.0"):
        place = f"data/vocabulary/versions/{version}/"
        for line in files[f"{place}SHA256SUMS"].decode().splitlines():
            digest, path = line.split("  ")
            assert hashlib.sha256(files[place + path]).hexdigest() == digest
        archive = tmp_path / f"{version}.zip"
        archive.write_bytes(files[f"{place}vocabulary-{version}.zip"])
        with zipfile.ZipFile(archive) as packed:
            assert packed.testzip() is None


def test_a_change_that_is_not_released_yet_is_told_before_it_has_an_address(released):
    files = {each.path: each.data for each in dataset_files(raised(released, "2.0.0").catalog)}
    newest = json.loads(files["data/vocabulary/changelog.json"])["versions"][0]
    assert (newest["version"], newest["folder"]) == ("2.0.0", None)
    assert not [path for path in files if "versions/2.0.0" in path]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_dataset_lists_its_versions(released, language):
    reading = raised(released, "2.0.0")
    drafts = {
        each.address: each for each in dataset_pages(tiny.scene(reading.catalog, language), reading.verdicts)
    }
    newest, first = drafts["datasets/vocabulary/"].view["versions"]
    assert (newest.version, newest.href, first.version) == ("2.0.0", "", "1.0.0")
    assert first.href == "data/vocabulary/versions/1.0.0/vocabulary-1.0.0.zip"
    assert newest.changes[0].endswith("units · percent · upper: 100 → 101")
    assert drafts["datasets/rainfall/"].view["versions"] == ()


def test_a_value_changed_under_an_old_version_is_refused(released, capsys):
    replace(released / "datapackages/.releases/vocabulary/1.0.0/units.csv", [("true,0,100", "true,0,101")])
    assert main(["check", "--root", str(released), "--lang", "en"]) == 1
    assert (
        "The file “units.csv” of the published version 1.0.0 is not what was published"
        in capsys.readouterr().out
    )
    assert main(["check", "--root", str(released), "--lang", "vi"]) == 1
    assert "không còn như khi công bố" in capsys.readouterr().out


def test_an_old_version_that_vanished_is_refused(released, capsys):
    shutil.rmtree(released / "datapackages/.releases/vocabulary/1.0.0")
    assert main(["check", "--root", str(released), "--lang", "en"]) == 1
    assert "Version 1.0.0 of “vocabulary” was published" in capsys.readouterr().out


def test_an_address_that_vanished_is_refused_in_both_languages(released, tmp_path):
    with (released / "datapackages/.releases/addresses.txt").open("a", encoding="utf-8") as listed:
        listed.write("datasets/gone/\n")
    for act in (
        lambda: release(released, quiet),
        lambda: build(Order(released, tmp_path / "site", 1), quiet),
    ):
        with pytest.raises(SiteError) as refused:
            act()
        assert "1 địa chỉ đã công bố nay không còn: datasets/gone/." in str(refused.value)
        assert "1 published addresses have vanished: datasets/gone/." in str(refused.value)
    assert not (tmp_path / "site").exists()


def test_a_portal_that_released_nothing_has_no_history():
    catalog = load(GOOD).catalog
    assert (catalog.releases, catalog.addresses) == ((), ())
    assert not [each.path for each in dataset_files(catalog) if "versions/" in each.path]


def test_every_package_of_our_own_was_released(catalog):
    ledger = json.loads((ROOT / "datapackages/.releases/ledger.json").read_text("utf-8"))
    assert {each.name for each in catalog.packages} == set(ledger)
