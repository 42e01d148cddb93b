"""The real portal made by Zensical, the successor of MkDocs, from the same files: the same pages, saying the same."""

import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.page import worded
from build_scripts.present.say import speak
from build_scripts.present.terms import lexicon_of
from build_scripts.publish import reword
from tests.conftest import ROOT

pytestmark = pytest.mark.site
KINDS = (
    "", "targets", "indicators", "areas", "documents", "datasets", "programme", "quality", "changes", "glossary",
    "about", "methodology", "contribute", "contribute/rules", "accessibility", "search",
)  # fmt: skip
LISTED = {"targets", "indicators", "areas", "documents", "datasets"}


@pytest.fixture(scope="module")
def successor(site, catalog, tmp_path_factory):
    """The staged pages and the configurations in a folder of their own, built by Zensical and finished as ours are."""
    assert site.is_dir()
    project = tmp_path_factory.mktemp("successor")
    shutil.copytree(ROOT / "build/docs", project / "build/docs")
    shutil.copytree(ROOT / "build_scripts/present/theme", project / "build_scripts/present/theme")
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(ROOT / config, project / config)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", config]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    lexicons = {language: lexicon_of(catalog, speak(language)) for language in LANGUAGES}
    reword(ROOT, project / "site", lambda language, place, text: worded(place, text, lexicons[language]))
    return project / "site"


class Words(HTMLParser):
    """Collects the title of a page and the words of its main part."""

    def __init__(self, html):
        super().__init__()
        self.words, self.inside = [], []
        self.feed(html)

    def handle_starttag(self, tag, _):
        if tag in {"title", "article", "script", "style"}:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            self.inside.remove(tag)

    def handle_data(self, data):
        if self.inside and self.inside[-1] in {"title", "article"}:
            self.words += data.replace("¶", " ").split()


def pages(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}


def sample(site):
    """Choose every kind of page, and of a kind with many the first, the middle and the last."""
    for home in ("", "en"):
        for kind in KINDS:
            folder = site / home / kind
            yield folder / "index.html"
            if kind in LISTED:
                every = sorted(folder.glob("*/index.html"))
                yield from (every[0], every[len(every) // 2], every[-1])


def test_the_same_pages_are_made(site, successor):
    assert pages(successor) == pages(site)


def test_pages_of_every_kind_have_the_same_title_and_the_same_words(site, successor):
    compared = [path.relative_to(site) for path in sample(site)]
    assert len(compared) == 2 * (len(KINDS) + 3 * len(LISTED))
    for path in compared:
        ours, theirs = (Words((folder / path).read_text("utf-8")).words for folder in (site, successor))
        assert len(ours) > 10, path
        assert theirs == ours, path


def test_both_switch_to_the_same_page_in_the_other_language(site, successor):
    for path in sample(site):
        ours, theirs = (
            re.findall(
                r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"',
                (folder / path.relative_to(site)).read_text("utf-8"),
            )
            for folder in (site, successor)
        )
        assert theirs == ours, path
