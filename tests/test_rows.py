"""Any row of any table has an address and a citation, in a real browser."""

import csv
import io
import json
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from build_scripts.ground.serve import opened
from build_scripts.model import HOMES, LANGUAGES, Imprint
from build_scripts.pipeline import scenes_of
from build_scripts.present.pages.datasets import dataset_files
from build_scripts.present.pages.rows import rows_pages
from build_scripts.read import load
from tests import tiny
from tests.alone import alone, page  # noqa: F401 - a fixture, used by its name
from tests.present.standards import samples
from tests.read.bad_portals import GOOD

pytestmark = pytest.mark.browser
TARGETS = "policy/targets"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The page in both languages and every table of a portal and of a stranger, served."""
    found = load(GOOD).catalog
    catalog = replace(found, packages=(*found.packages, samples.odd()))
    scenes = scenes_of(found, {each: Imprint("Portal", "") for each in LANGUAGES})
    drafts = [draft for scene in scenes for draft in rows_pages(replace(scene, catalog=catalog))]
    with opened(alone(tmp_path_factory.mktemp("rows"), drafts, ["rows.js"], dataset_files(catalog)), 0) as it:
        yield it


def asked(place, language="en", **query):
    return f"{place}{HOMES[language]}rows/?{urlencode(query)}"


def listed(page):  # noqa: F811
    page.wait_for_selector("#rows-result:not([hidden])")
    return page.locator("#rows-result tbody tr th").all_inner_texts()


def saved(page, form):  # noqa: F811
    with page.expect_download() as download:
        page.locator(f"button[data-save={form}]:visible").click()
    return download.value.path().read_text("utf-8"), download.value.suggested_filename


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_has_an_address_and_a_citation_with_value_source_version(page, place, language):  # noqa: F811
    here = asked(place, language, table=TARGETS, row="urbanisation-2025", v="1.0.0")
    page.goto(here)
    page.wait_for_selector("#rows-record:not([hidden])")
    cited = page.locator("#rows-cited").inner_text()
    version = next(each.version for each in load(GOOD).catalog.packages if each.name == "policy")
    for part in ("urbanisation-2025", "60", "62", "percent", "2025", "programme-news", version, "Portal"):
        assert part in cited
    name = {"vi": "Tỷ lệ đô thị hóa", "en": "Urbanisation rate"}[language]
    assert name in cited
    assert cited.endswith(asked(place, language, table=TARGETS, row="urbanisation-2025", v=version))
    [record] = json.loads(saved(page, "json")[0])["rows"]
    assert (record["low"], record["high"], record["citation"]) == ("60", "62", cited)


def test_every_row_is_listed_by_its_key_and_leads_to_itself(page, place):  # noqa: F811
    page.goto(asked(place, table=TARGETS))
    assert listed(page) == ["urbanisation-2030", "urbanisation-2025", "urbanisation-words"]
    page.locator("#rows-result tbody a").nth(2).click()
    page.wait_for_selector("#rows-record:not([hidden])")
    assert page.locator("#rows-record h2").inner_text().endswith(": urbanisation-words")


def test_rows_that_hold_a_word_are_found_without_accents_and_taken(page, place):  # noqa: F811
    page.goto(asked(place, table="geography/areas", q="ha noi"))
    keys = listed(page)
    assert keys
    text, name = saved(page, "csv")
    assert name == "geography-areas.csv"
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [each["id"] for each in rows] == keys
    assert all(each["citation"].endswith(each["address"]) for each in rows)
    page.goto(rows[0]["address"])
    page.wait_for_selector("#rows-record:not([hidden])")


def test_cells_are_shown_as_they_are_published(page, place):  # noqa: F811
    page.goto(asked(place, table="sample/odd"))
    listed(page)
    text = 3  # after the number of the row and the id
    shown = page.eval_on_selector_all(
        f"#rows-result tbody tr > :nth-child({text})", "all => all.map(each => each.textContent)"
    )
    assert shown == list(samples.ODD)


def test_a_key_of_several_columns_is_an_address_too(page, place):  # noqa: F811
    page.goto(asked(place, table="population/observations"))
    listed(page)
    link = page.locator("#rows-result tbody a").first
    key = link.inner_text()
    assert key.count("|") >= 3
    link.click()
    page.wait_for_selector("#rows-record:not([hidden])")
    assert page.locator("#rows-record h2").inner_text().endswith(key)


def test_a_version_that_is_no_longer_shown_is_told(page, place):  # noqa: F811
    page.goto(asked(place, table=TARGETS, row="urbanisation-2030", v="0.0.9"))
    page.wait_for_selector("#rows-record:not([hidden])")
    assert "0.0.9" in page.locator("[data-other]").inner_text()
    page.goto(asked(place, table=TARGETS, row="nothing"))
    page.wait_for_function("document.getElementById('rows-count').textContent.includes('no such row')")
    assert not page.locator("#rows-record").is_visible()


def test_what_is_asked_is_text_never_markup(page, place):  # noqa: F811
    page.goto(asked(place, table="<b>", q="<img src=x onerror=alert(1)>", row="<i>"))
    page.wait_for_function("document.getElementById('rows-count').textContent !== ''")
    assert page.locator("#content img, #content i, #content b").count() == 0


def test_a_portal_without_tables_has_no_such_page():
    assert list(rows_pages(tiny.scene(tiny.empty()))) == []
