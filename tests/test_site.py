"""The real portal, as built: complete, in both languages, with no dead end and no request to anybody else."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.site
KINDS = ("indicators", "areas", "documents", "datasets", "targets")
SINGLE = (
    "",
    "compare/",
    "programme/",
    "changes/",
    "quality/",
    "search/",
    "methodology/",
    "glossary/",
    "about/",
    "contribute/",
    "contribute/rules/",
)


def addresses(site, language):
    base = site if language == "vi" else site / "en"
    found = {path.parent.relative_to(base).as_posix() for path in base.rglob("index.html")}
    return {address for address in found if language == "en" or not re.match(r"en(/|$)", address)}


def ids(catalog, kind):
    return {
        "indicators": catalog.indicators,
        "areas": catalog.areas,
        "documents": catalog.documents,
        "datasets": {package.name for package in catalog.packages},
        "targets": catalog.goals,
    }[kind]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_thing_has_a_page_in_each_language(site, catalog, kind, language):
    expected = {f"{kind}/{each}" for each in ids(catalog, kind)} | {kind}
    assert expected - addresses(site, language) == set()


def test_areas_before_and_after_the_mergers_have_pages(catalog):
    assert len(catalog.areas) >= 22


@pytest.mark.parametrize("address", SINGLE)
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_single_pages_exist(site, address, language):
    assert (site / language / address / "index.html").is_file()


def test_every_page_exists_in_both_languages(site):
    assert addresses(site, "vi") == addresses(site, "en")


def test_no_link_or_fragment_is_broken(site):
    lychee = Path(sys.executable).with_name("lychee")
    command = [
        lychee,
        "--offline",
        "--root-dir",
        site,
        "--include-fragments",
        "--index-files",
        "index.html",
        "--format",
        "json",
        "--no-progress",
        f"{site}/**/*.html",
    ]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    verdict = json.loads(checked.stdout)
    assert verdict["total"] > 1000
    assert verdict["error_map"] == {}
    assert checked.returncode == 0


class Requests(HTMLParser):
    """Collects what a page asks a browser to fetch."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if tag in {"img", "script", "iframe", "source", "video", "audio", "embed"} and named.get("src"):
            self.asked.append(named["src"])
        if tag == "link" and named.get("rel") in {"stylesheet", "icon", "preload", "preconnect", "manifest"}:
            self.asked.append(named["href"])


def test_no_page_asks_another_host_for_anything(site):
    for page in site.rglob("*.html"):
        parser = Requests()
        parser.feed(page.read_text("utf-8"))
        foreign = [address for address in parser.asked if urlsplit(address).netloc]
        assert foreign == [], page


def test_every_page_with_a_chart_has_a_table_too(site):
    for page in site.rglob("indicators/*/index.html"):
        text = page.read_text("utf-8")
        assert "<figure" not in text or "<table" in text, page


def test_a_language_says_so_on_every_page(site):
    for page in site.rglob("index.html"):
        language = "en" if page.relative_to(site).parts[0] == "en" else "vi"
        assert f'<html lang="{language}"' in page.read_text("utf-8")[:400], page


@pytest.mark.parametrize("config", ["mkdocs.yml", "mkdocs.en.yml"])
def test_mkdocs_itself_builds_the_staged_pages_strictly(site, tmp_path, config):
    assert site.is_dir()
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", config, "-d", tmp_path / "out"]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    assert "WARNING -" not in built.stderr
