"""The two files at the top of the project, used by hand: with MkDocs, and with its successor Zensical."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample_pages import page, whole_portal

from build_scripts.model import LANGUAGES
from build_scripts.publish.files import put_in
from build_scripts.publish.house import PROJECT, house_files
from build_scripts.publish.settings import existing, merged, settings
from build_scripts.publish.staging import Staging

CONFIGS = {"vi": "mkdocs.yml", "en": "mkdocs.en.yml"}
TITLE = "A &lt;b&gt; &amp; &#34;q&#34;"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(PROJECT / "docs", tmp_path / "docs")
    shutil.copytree(PROJECT / "build_scripts/present/theme", tmp_path / "build_scripts/present/theme")
    for name in CONFIGS.values():
        shutil.copy(PROJECT / name, tmp_path / name)
    extra = [page(f"{language}/targets/x/index.md", TITLE, "<p>Số 1_000</p>") for language in LANGUAGES]
    staging = Staging(tmp_path)
    staging.put([*whole_portal(), *extra])
    staging.close()
    staging.lend(tmp_path / "files", put_in(tmp_path / "files", house_files()))
    return tmp_path


def build(tool: str, folder: Path) -> Path:
    for config in CONFIGS.values():
        command = [sys.executable, "-m", tool, "build", "--strict", "-f", config]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("tool", ["mkdocs", "zensical"])
def test_both_tools_make_the_same_portal_of_the_same_files(project, tool):
    site = build(tool, project)
    vietnamese = (site / "targets/x/index.html").read_text(encoding="utf-8")
    english = (site / "en/targets/x/index.html").read_text(encoding="utf-8")

    assert f"<title>{TITLE} – Cổng dữ liệu mở Hà Nội 2030</title>" in vietnamese
    assert f"<title>{TITLE} – Hanoi 2030 open-data portal</title>" in english
    assert f'<meta name="description" content="{TITLE}.">' in vietnamese
    assert "<p>Số 1_000</p>" in vietnamese
    assert 'href="../../en/targets/x/" hreflang="en"' in vietnamese
    assert 'href="../../../targets/x/" hreflang="vi"' in english
    assert '<link rel="stylesheet" href="../../assets/portal.css">' in vietnamese
    assert '<link rel="stylesheet" href="../../../assets/portal.css">' in english
    assert (site / "assets/portal.css").is_file()
    assert (site / "404.html").is_file()


@pytest.mark.parametrize("tool", ["mkdocs", "zensical"])
def test_both_tools_show_every_section_in_the_language_of_the_page(project, tool):
    site = build(tool, project)

    def menu(path: str) -> list[str]:
        part = (site / path).read_text(encoding="utf-8").split('<ul class="sections">')[1].split("</nav>")[0]
        return re.findall(r"<a [^>]*>([^<]+)</a>", part)

    assert menu("targets/index.html") == list(settings(PROJECT, "vi")["extra"]["sections"].values())
    assert menu("en/targets/index.html") == list(settings(PROJECT, "en")["extra"]["sections"].values())


def test_both_languages_have_the_same_words():
    vietnamese, english = (settings(PROJECT, language)["extra"] for language in LANGUAGES)

    assert vietnamese["sections"].keys() == english["sections"].keys()
    assert vietnamese["words"].keys() == english["words"].keys()


def test_both_languages_have_the_same_hand_written_pages():
    for folder in (PROJECT / "docs", PROJECT / "docs/common"):
        vietnamese, english = (
            {p.relative_to(folder / lang) for p in (folder / lang).rglob("*.md")} for lang in LANGUAGES
        )

        assert vietnamese == english


def test_the_english_file_holds_no_list():
    # MkDocs replaces the lists of an inherited file and Zensical joins them: only mappings mean the same to both.
    assert not re.search(r"^\s*- ", (PROJECT / "mkdocs.en.yml").read_text(encoding="utf-8"), re.MULTILINE)


def test_merging_replaces_lists_and_changes_neither_side():
    below, above = {"a": {"x": 1, "l": [1]}, "b": 2}, {"a": {"l": [2]}}

    assert merged(below, above) == {"a": {"x": 1, "l": [2]}, "b": 2}
    assert (below, above) == ({"a": {"x": 1, "l": [1]}, "b": 2}, {"a": {"l": [2]}})


def test_a_section_without_pages_leaves_the_navigation():
    nav = [
        {"home": "index.md"},
        {"areas": "areas/index.md"},
        {"about": [{"quality": "quality.md"}]},
        "plain.md",
    ]

    assert existing(nav, frozenset({"index.md", "plain.md"})) == [{"home": "index.md"}, "plain.md"]
