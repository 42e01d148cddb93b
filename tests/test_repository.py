"""The repository itself: nothing of the machine it was made on, everything a newcomer needs."""

import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

MACHINE = re.compile(
    r"(?<![\w.])/(?:home|Users|tmp|root|work|mnt|var/folders)/\w"
    r"|[A-Z]:\\Users"
    r"|\bindex-url\b(?<!--no-emit-index-url)"
    r"|https?://[^\s\"'<>]*/(?:simple|pypi)(?:/|\b)"
    r"|https?://(?:localhost|10\.\d|192\.168\.)"
)
PICTURES = {".png", ".svg", ".ico", ".woff2"}
TABLES = sorted((ROOT / "datapackages").rglob("*.csv"))


@cache
def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for path in map(Path, listed.decode().split("\0")[:-1]) if (ROOT / path).is_file()]


def test_no_file_names_a_place_on_the_machine_it_was_made_on():
    told = {
        f"{path}: {found[0]}"
        for path in tracked()
        if path.suffix not in PICTURES | {".csv"} and path != Path(__file__).relative_to(ROOT)
        for found in MACHINE.finditer((ROOT / path).read_bytes().decode("utf-8", "replace"))
    }
    assert told == set()


@pytest.mark.parametrize(
    "text",
    [
        "/" + "home/ann/x",
        "see /" + "tmp/x.",
        "http://" + "localhost:8080/",
        "https://a.b/" + "simple/",
        "index-" + "url = x",
    ],
)
def test_a_place_on_a_machine_would_be_noticed(text):
    assert MACHINE.search(text)


def test_what_is_built_is_not_kept():
    made = {"site", "build", ".venv", "__pycache__"}
    assert [path for path in tracked() if made & set(path.parts[:1])] == []


def test_beside_the_agreed_folders_only_what_tools_demand_lies_at_the_top():
    agreed = {"datapackages", "docs", "build_scripts", "tests", ".github", ".ci"}
    demanded = {
        "mkdocs.yml", "mkdocs.en.yml", "pyproject.toml", "requirements.in", "requirements.txt", "requirements-dev.in",
        "requirements-dev.txt", "Makefile", "LICENSE", "CITATION.cff", "README.md", ".gitignore", ".gitattributes",
    }  # fmt: skip
    assert {path.parts[0] for path in tracked()} - agreed - demanded == set()


def test_the_readme_tells_the_two_commands():
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make site" in readme
    assert "make test" in readme


def test_every_file_that_the_readme_links_is_there():
    linked = re.findall(r"\]\((?!https?://)([^)#]+)\)", (ROOT / "README.md").read_text("utf-8"))
    assert [path for path in linked if not (ROOT / path).exists()] == []


def test_the_licence_is_the_one_the_project_declares():
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    assert 'license = "MIT"' in (ROOT / "pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(ROOT / "datapackages").as_posix())
def test_a_table_is_plain_text(path):
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert b"\r" not in data
    assert text.endswith("\n")
    assert unicodedata.is_normalized("NFC", text)
