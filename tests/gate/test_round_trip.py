"""The round trip in the contribute pages prints what the pages say it prints."""

import shlex
import shutil

import pytest
import yaml

from build_scripts.__main__ import main
from tests.conftest import ROOT

FORMS = sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("*-*.yml"))


def steps(language):
    """(command, what it prints) of the block of text in a contribute page."""
    page = (ROOT / f"docs/{language}/contribute/index.md").read_text("utf-8")
    block = page.split("```text\n")[1].split("```")[0]
    for part in block.split("$ portal ")[1:]:
        command, _, printed = part.partition("\n")
        yield shlex.split(command), printed


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_command_prints_what_the_page_says(language, tmp_path, monkeypatch, capsys):
    shutil.copytree(ROOT / "datapackages", tmp_path / "datapackages")
    shutil.copytree(ROOT / "datapackages", tmp_path / "before/datapackages")
    monkeypatch.chdir(tmp_path)
    ended = []
    for command, printed in steps(language):
        ended.append(main(command))
        assert capsys.readouterr().out == printed
    assert ended == [0, 0, 1, 0, 0, 0]


def test_there_are_forms_in_both_languages_for_people_without_git():
    assert [path.stem for path in FORMS] == ["add-a-source", "mend-a-figure", "send-a-table"]
    for path in FORMS:
        form = yaml.safe_load(path.read_text("utf-8"))
        labels = [each["attributes"]["label"] for each in form["body"] if each["type"] != "markdown"]
        assert all(" / " in text for text in (form["name"], *labels))
        assert any(each.get("validations", {}).get("required") for each in form["body"])
