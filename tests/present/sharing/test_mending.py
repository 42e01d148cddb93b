"""Every page leads to where it can be mended: a form that is there, with fields that it has, or the file itself."""

import json
import re
from dataclasses import replace
from functools import cache
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from build_scripts.model import LANGUAGES, Imprint
from build_scripts.pipeline import pages, scenes_of
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.document_promises import gaps
from build_scripts.present.say import speak
from build_scripts.present.sharing.mending import MEND, Place, file_address, form_link, mending
from build_scripts.publish import imprint
from build_scripts.read import load
from tests.conftest import ROOT
from tests.read.bad_portals import GOOD

FORMS = ROOT / ".github/ISSUE_TEMPLATE"
REPOSITORY = "https://github.com/example/portal"
KINDS = ("target", "indicator", "area", "dataset", "document")


@cache
def written(repository):
    """(draft, page) of every page of the good portal that can be mended."""
    catalog = load(GOOD).catalog
    named = Imprint("Portal", "https://data.example.vn/", repository, "edit/main/docs/")
    scenes = scenes_of(catalog, dict.fromkeys(LANGUAGES, named))
    drafts = [
        each
        for each in pages(scenes, (), lambda *_: None)
        if each.template in (*KINDS, "programme", "quality")
    ]
    drawings = draw([chart for each in drafts for chart in each.charts()])
    bodies = (
        re.search(r"^body: (.*)$", render(each, drawings).data.decode(), re.MULTILINE) for each in drafts
    )
    return [(draft, json.loads(body[1])) for draft, body in zip(drafts, bodies, strict=True)]


def links(page, start):
    return [
        address
        for each in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', page)
        if (address := unescape(each)).startswith(start)
    ]


def ids(form):
    whole = yaml.safe_load((FORMS / form).read_text("utf-8"))
    return {each["id"] for each in whole["body"] if "id" in each}


def test_every_kind_of_page_is_among_them():
    assert {draft.template for draft, _ in written(REPOSITORY)} >= set(KINDS)


def test_every_page_leads_to_a_form_for_a_figure_to_one_for_a_source_and_to_its_file():
    for draft, page in written(REPOSITORY):
        if draft.template not in KINDS:
            continue
        forms = {
            parse_qs(urlsplit(each).query)["template"][0] for each in links(page, f"{REPOSITORY}/issues/new?")
        }
        assert forms >= {"mend-a-figure.yml", "add-a-source.yml"}, draft.address
        (file,) = set(links(page, f"{REPOSITORY}/edit/main/"))
        assert (GOOD / file.removeprefix(f"{REPOSITORY}/edit/main/")).is_file(), draft.address


def test_every_form_that_is_led_to_is_there_and_has_the_fields_that_are_filled_in():
    seen = 0
    for _, page in written(REPOSITORY):
        for address in links(page, f"{REPOSITORY}/issues/new?"):
            asked = parse_qs(urlsplit(address).query)
            form = asked.pop("template")[0]
            assert (FORMS / form).is_file()
            assert set(asked) - {"title"} <= ids(form)
            seen += 1
    assert seen > 50


def test_a_form_knows_the_page_and_the_figure():
    address = form_link(
        Imprint(repository=REPOSITORY), "x", MEND, {"page": "a/b?c=d&e", "seen": "49,1 %"}
    ).href
    assert parse_qs(urlsplit(address).query) == {
        "template": [MEND],
        "page": ["a/b?c=d&e"],
        "seen": ["49,1 %"],
    }
    told = [
        links(page, f"{REPOSITORY}/issues/new?template={MEND}")[0]
        for draft, page in written(REPOSITORY)
        if draft.address == "indicators/share-urban/"
    ]
    asked = [parse_qs(urlsplit(each).query) for each in told]
    assert [each["page"][0] for each in asked] == [
        f"https://data.example.vn/{home}indicators/share-urban/" for home in ("", "en/")
    ]
    assert all("%" in each["seen"][0] for each in asked)


def test_every_target_without_a_text_leads_to_the_form_for_its_source(catalog):
    for language in LANGUAGES:
        named = Imprint(repository=REPOSITORY)
        (scene,) = [
            each for each in scenes_of(catalog, dict.fromkeys(LANGUAGES, named)) if each.language == language
        ]
        found = [
            (name, help_)
            for document in scene.catalog.documents.values()
            for group in gaps(scene, document)
            for _, name, help_ in group.gaps
        ]
        assert len(found) == len(catalog.gaps) >= 29
        for name, help_ in found:
            asked = parse_qs(urlsplit(help_.href).query)
            assert asked["template"] == ["add-a-source.yml"]
            assert asked["what"][0].endswith(f": {name}")
        assert len({help_.href for _, help_ in found}) == len(found)


@pytest.mark.parametrize("repository", ["", "https://git.example.vn/a/b"])
def test_where_there_are_no_forms_the_links_lead_to_the_page_about_contributing(repository):
    for draft, page in written(repository):
        if draft.template in KINDS:
            up = "../" * draft.address.count("/")
            assert links(page, f"{up}contribute/#mistake"), draft.address
            assert links(page, f"{up}contribute/#source"), draft.address
        assert not links(page, "https://git.example.vn")
        assert "issues/new" not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_about_contributing_has_the_places_that_are_led_to(language):
    page = (ROOT / f"docs/{language}/contribute/index.md").read_text("utf-8")
    for anchor in ("mistake", "source", "table"):
        assert f"{{#{anchor}}}" in page


def test_a_branch_that_nobody_named_is_not_made_up():
    named = Imprint(repository=REPOSITORY)
    assert file_address(named, "datapackages/a/b.csv") == f"{REPOSITORY}/blob/HEAD/datapackages/a/b.csv"
    assert (
        file_address(replace(named, edit="edit/trunk/docs/"), "a b.csv")
        == f"{REPOSITORY}/edit/trunk/a%20b.csv"
    )
    assert mending(named, speak("en"), Place("x/", "X")).file is None


def test_where_the_data_lie_is_read_from_the_settings_and_never_taken_from_another_portal(tmp_path):
    assert imprint(tmp_path, "en").repository == ""
    (tmp_path / "mkdocs.yml").write_text(f"repo_url: {REPOSITORY}/\nedit_uri: edit/main/docs/\n", "utf-8")
    assert [imprint(tmp_path, each).repository for each in LANGUAGES] == [REPOSITORY] * 2
    assert imprint(tmp_path, "vi").edit == "edit/main/docs/"
    (tmp_path / "mkdocs.yml").write_text("repo_url: 'javascript:alert(1)'\n", "utf-8")
    assert imprint(tmp_path, "vi").repository == ""
