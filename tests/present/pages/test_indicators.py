import pytest

from build_scripts.model import LANGUAGES, Break, Period
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.indicator_list import indicator_list_pages
from build_scripts.present.pages.indicators import indicator_pages
from build_scripts.present.scene import Cell, Link
from tests.portals import good_drafts
from tests.tiny import VALUES, both, empty, frame, indicator, package, scene, tiny, value


def page(name="tap", language="en", **more):
    drafts = {
        draft.address: draft
        for draft in indicator_pages(scene(tiny(packages=(package("water"),), **more), language))
    }
    return drafts[f"indicators/{name}/"]


def observed(*rows, **more):
    return page(observations=frame(*rows), **more)


def east(period, figure, **more):
    return value("tap", "east", period, figure, **more)


def cells(draft):
    """Read the table: period -> area -> cell."""
    names = [area.text for area in draft.view["table"].areas]
    return {row.period: dict(zip(names, row.cells, strict=True)) for row in draft.view["table"].rows}


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ((53, 54), "Tap, East: 54% (2024), up from 53% (2023)."),
        ((55, 54), "Tap, East: 54% (2024), down from 55% (2023)."),
        ((54, 54), "Tap, East: 54% (2024), unchanged from 2023."),
        ((0, 0), "Tap, East: 0% (2024), unchanged from 2023."),
        (("nil", 54), "Tap, East: 54% (2024)."),
    ],
)
def test_the_sentence_says_where_it_stands_and_how_it_moved(figures, said):
    assert observed(east("2023", figures[0]), east("2024", figures[1])).description == said


def test_a_figure_that_may_still_change_says_so():
    assert (
        observed(east("2024", 54, status="preliminary")).description == "Tap, East: 54% (2024, preliminary)."
    )


def test_no_movement_is_told_of_figures_that_share_no_definition():
    draft = page(
        indicators={"tap": indicator("tap", chartable=False)}, observations=frame(*VALUES[:5]), measures=()
    )
    assert draft.description == "Tap, East: 54% (2024)."
    assert draft.figures == ()


def test_without_a_figure_of_its_own_area_the_region_or_the_country_leads():
    assert observed(value("tap", "land", "2024", 58.5)).description == "Tap, nationwide: 58.5% (2024)."


def test_without_a_trusted_figure_the_page_says_so():
    assert page("leak").description == "No figure that can be trusted is held for “Leak” yet."


def test_the_newest_period_comes_first_in_the_table():
    assert list(cells(page()))[:2] == ["2024", "2023"]


def test_an_empty_cell_a_mark_and_zero_are_three_things():
    table = cells(
        observed(
            east("2024", 0), east("2023", "nil"), east("2022", "no-figure"), value("tap", "west", "2024", 1)
        )
    )
    assert table["2024"]["East"] == Cell("0", mark_title="final")
    assert table["2023"]["East"] == Cell("-", mark_title="Nil (-)")
    assert table["2022"]["East"] == Cell("…", mark_title="No figure (…)")
    assert table["2023"]["West"] == Cell("")


def test_a_cell_shows_the_state_of_its_figure_and_that_there_are_others():
    rows = (east("2024", 54, status="preliminary"), east("2024", 50, vintage=2, in_force=False))
    assert cells(observed(*rows))["2024"]["East"] == Cell(
        "54", mark="prel.", mark_title="preliminary", more=True
    )


def test_every_figure_of_a_fact_is_shown_the_one_in_force_first():
    draft = observed(east("2024", 50, in_force=False), east("2024", 54, vintage=2))
    ((name, figures),) = draft.view["conflicts"]
    assert name == "East, 2024"
    assert [(each.value, each.in_force, each.source) for each in figures] == [
        ("54%", True, "Yearbook"),
        ("50%", False, "Yearbook"),
    ]


def test_a_break_names_its_period_its_area_and_its_reason():
    breaks = (Break("tap", "", Period.parse("2022"), both("New pipes."), "yearbook"),)
    assert page(breaks=breaks).view["breaks"] == (("From 2022 (all areas)", "New pipes."),)


def test_areas_are_compared_where_most_of_a_region_reports():
    titles = [figure.chart.title for figure in page().figures]
    assert titles[0].startswith("Tap")
    assert any("2024" in title for title in titles[1:])


def test_the_targets_it_measures_are_linked():
    assert page().view["goals"] == (Link("Tap water", "targets/tap-goal/"),)


def test_sources_are_told_once():
    assert [each.title for each in page().view["sources"]] == ["Yearbook"]


def test_the_list_goes_by_theme_and_topic_with_the_latest_value():
    (draft,) = indicator_list_pages(scene(tiny()))
    ((anchor, name, count, ((topic, rows),)),) = draft.view["sections"]
    assert (anchor, name, count, topic) == ("water", "Water", "2 indicators", "Topic")
    assert [(link.text, latest, where) for link, latest, where in rows] == [
        ("Tap", "54%", "East · 2024"),
        ("Leak", "", "no trusted figure yet"),
    ]


def test_a_portal_without_indicators_has_no_list():
    assert list(indicator_list_pages(scene(empty()))) == []


def test_a_range_and_a_bound_are_never_squeezed_into_one_number():
    (draft,) = [
        each
        for each in good_drafts()
        if (each.language, each.address) == ("en", "indicators/population-average/")
    ]
    shown = cells(draft)
    assert shown["2023"]["Viet Nam"].text == "100,300–100,352"
    assert shown["first quarter of 2024"]["Hanoi"].text == "above 8,600"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_finished(language):
    draft = page(language=language)
    assert render(draft, draw(draft.charts())).data
