"""Three packages made elsewhere, adopted and built through the command line: a whole portal, and not ours."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.adopt.kit import PACKAGES

pytestmark = pytest.mark.site
NAMES = {"gdp": "gdp", "messwerte": "messwerte", "cells": "microscope-cells"}
COMMON = {
    "",
    "datasets",
    "about",
    "accessibility",
    "changes",
    "conformance",
    "contribute",
    "search",
    "contribute/rules",
    "methodology",
    "rows",
}


def portal(*arguments):
    command = [sys.executable, "-m", "build_scripts", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def foreign(tmp_path_factory):
    root = tmp_path_factory.mktemp("foreign")
    for stranger in NAMES:
        adopted = portal("adopt", PACKAGES / stranger, "--root", root)
        assert adopted.returncode == 0, adopted.stderr
    built = portal("build", "--no-cache", "--root", root, "--out", root / "site", "--jobs", "1")
    assert built.returncode == 0, built.stderr
    return root / "site"


def addresses(site, language):
    base = site if language == "vi" else site / "en"
    found = {path.parent.relative_to(base).as_posix() for path in base.rglob("index.html")}
    return {
        "" if each == "." else each for each in found if language == "en" or not re.match(r"en(/|$)", each)
    }


@pytest.mark.parametrize("language", ["vi", "en"])
def test_there_are_the_pages_any_portal_has_and_one_for_each_dataset(foreign, language):
    found = {each for each in addresses(foreign, language) if not each.startswith("embed/")}
    assert found == COMMON | {f"datasets/{name}" for name in NAMES.values()}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_charts_of_strangers_can_be_embedded_and_the_home_page_be_shared(foreign, language):
    embedded = {each for each in addresses(foreign, language) if each.startswith("embed/")}
    assert embedded
    assert all(each.split("/")[1] == "datasets" and each.split("/")[2] in NAMES.values() for each in embedded)
    assert (foreign / "share" / language / "home.png").is_file()


@pytest.mark.parametrize("name", NAMES.values())
def test_what_can_be_downloaded_is_what_the_descriptor_says(foreign, name):
    folder = foreign / "data" / name
    page = (foreign / "datasets" / name / "index.html").read_text("utf-8")
    for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
        data = (folder / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (
            len(data),
            f"sha256:{hashlib.sha256(data).hexdigest()}",
        )
        assert f"data/{name}/{resource['path']}" in page
    assert (folder / f"{name}.zip").is_file()


def test_no_link_or_fragment_leads_nowhere(foreign):
    lychee = Path(sys.executable).with_name("lychee")
    options = ["--offline", "--root-dir", foreign, "--include-fragments", "--index-files", "index.html"]
    checked = subprocess.run(
        [lychee, *options, "--no-progress", f"{foreign}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_no_page_speaks_of_our_own_portal(foreign):
    ours = re.compile(r"hanoi|hà nội|sông hồng|red river|2030|CC0", re.IGNORECASE)
    for page in foreign.rglob("*.html"):
        said = re.sub(r"[0-9a-f]{12,}", "", page.read_text("utf-8"))  # checksums say nothing
        assert ours.search(said) is None, page
