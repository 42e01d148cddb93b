"""Figures are chosen, taken and cited in a real browser."""

import csv
import io
import json

import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.progress import judgements
from build_scripts.ground.serve import opened
from build_scripts.model import HOMES, LANGUAGES, Imprint
from build_scripts.pipeline import scenes_of
from build_scripts.present.pages.take import take_pages
from build_scripts.present.service import observation_file, service_files
from build_scripts.read import load
from tests import tiny
from tests.alone import alone, page  # noqa: F401 - a fixture, used by its name
from tests.read.bad_portals import GOOD

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """The page in both languages with what it needs, served."""
    catalog = load(GOOD).catalog
    scenes = scenes_of(catalog, {each: Imprint("Portal", "") for each in LANGUAGES})
    drafts = [draft for scene in scenes for draft in take_pages(scene)]
    facts = facts_of(catalog)
    service = service_files(catalog, judgements(catalog, facts))
    files = [*service, *(observation_file(catalog, facts, each) for each in catalog.indicators)]
    folder = alone(tmp_path_factory.mktemp("take"), drafts, ["take.js"], files)
    piece = json.loads(next((folder / "api/v1/observations").glob("*.json")).read_text("utf-8"))
    with opened(folder, 0) as address:
        yield address, piece


def shown(page):  # noqa: F811
    page.wait_for_selector("#take-result:not([hidden])")
    return page.locator("tbody tr").count()


def saved(page, form):  # noqa: F811
    with page.expect_download() as download:
        page.click(f"button[data-save={form}]")
    return download.value.path().read_text("utf-8"), download.value.suggested_filename


def test_every_figure_of_an_indicator_is_shown_at_first(page, place):  # noqa: F811
    address, piece = place
    page.goto(f"{address}en/take/?indicator={piece['indicator']}")
    assert shown(page) == len(piece["observations"])


def test_many_figures_are_shown_fifty_at_a_time_and_taken_all(page, place):  # noqa: F811
    address, piece = place
    many = [piece["observations"][0] | {"id": f"{piece['indicator']}.{number}"} for number in range(120)]
    page.route(
        "**/api/v1/observations/*.json", lambda route: route.fulfill(json=piece | {"observations": many})
    )
    page.goto(f"{address}en/take/?indicator={piece['indicator']}")
    assert shown(page) == 50
    page.click("button[data-more]")
    page.click("button[data-more]")
    assert (shown(page), page.locator("button[data-more]").is_visible()) == (120, False)
    assert len(json.loads(saved(page, "json")[0])["rows"]) == 120


def test_a_choice_of_area_and_years_is_in_the_address_and_is_taken_exactly(page, place):  # noqa: F811
    address, piece = place
    row = piece["observations"][0]
    year = row["end"][:4]
    page.goto(f"{address}en/take/?indicator={piece['indicator']}")
    shown(page)
    page.select_option("select[name=area]", row["area"])
    page.select_option("select[name=from]", year)
    page.select_option("select[name=to]", year)
    wanted = [
        each for each in piece["observations"] if each["area"] == row["area"] and each["end"][:4] == year
    ]
    assert page.locator("tbody tr").count() == len(wanted)
    here = page.url
    assert f"area={row['area']}" in here
    text, name = saved(page, "csv")
    assert name == f"{piece['indicator']}.csv"
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [each["id"] for each in rows] == [each["id"] for each in wanted]
    assert [each["value"] for each in rows] == [
        "" if each["value"] is None else f"{each['value']:g}" for each in wanted
    ]
    assert all(each["citation"].endswith(each["address"]) and each["source_title"] for each in rows)
    found = json.loads(saved(page, "json")[0])
    assert [each["value"] for each in found["rows"]] == [each["value"] for each in wanted]
    assert found["address"] == here
    assert found["citation"].endswith(here)
    page.goto(here)
    assert shown(page) == len(wanted)


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_figure_has_an_address_and_a_citation_with_value_state_source_and_version(page, place, language):  # noqa: F811
    address, piece = place
    row = piece["observations"][-1]
    where = f"{address}{HOMES[language]}take/?indicator={piece['indicator']}&row={row['id']}"
    page.goto(where)
    assert shown(page) == 1
    cited = page.locator("tbody details p").first.inner_text()
    assert cited.endswith(where)
    source = piece["sources"][row["source"]]
    for part in (
        piece["name"][language],
        row["period"],
        piece["statuses"][row["status"]][language],
        source["title"],
        piece["version"],
    ):
        assert part in cited


def test_without_a_script_the_page_leads_to_the_data(browser, place):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{place[0]}take/")
    assert "api/v1/index.json" in tab.content()
    assert not tab.locator("form").is_visible()
    context.close()


def test_a_portal_without_indicators_has_nothing_to_choose():
    assert list(take_pages(tiny.scene(tiny.empty()))) == []
