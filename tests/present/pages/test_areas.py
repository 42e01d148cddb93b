import pytest

from build_scripts.model import LANGUAGES, Unit
from build_scripts.present.page import render
from build_scripts.present.pages.area_moves import Move
from build_scripts.present.pages.area_strip import Strip
from build_scripts.present.pages.areas import area_pages
from tests.compute.geography.past import INDICATORS, TILES, people
from tests.tiny import both, empty, frame, scene, tiny, value


def pages(language="en", **more):
    return {draft.address: draft for draft in area_pages(scene(tiny(**more), language))}


def rows(draft):
    return {row.indicator.text: row for table, _ in draft.view["themes"] for row in table.rows}


def test_a_portal_without_areas_has_no_area_pages():
    assert list(area_pages(scene(empty()))) == []


def test_every_area_has_a_page_and_the_list_comes_first():
    assert list(pages())[:2] == ["areas/", "areas/land/"]
    assert len(pages()) == 9


def test_the_sentence_of_a_former_area_says_what_it_became():
    assert pages()["areas/west/"].description == (
        "West was a province within a boundary that held until 30 June 2025. "
        "Since 1 July 2025 it has been part of Big, together with Hill, by act. "
        "The portal holds figures for 1 indicator, the latest for 2024."
    )


def test_the_sentence_of_a_new_area_says_what_it_was_made_of():
    assert pages()["areas/big/"].description == (
        "Big is a province. This boundary dates from 1 July 2025 and takes in West and Hill, by act. "
        "The portal holds no figure for it yet."
    )


def test_a_row_shows_the_latest_value_with_region_country_and_rank():
    row = rows(pages()["areas/east/"])["Tap"]
    assert (row.value, row.when, row.region.text, row.country.text) == ("54%", "2024", "56", "58.5")
    assert (row.country.mark, row.rank, row.tied) == ("prel.", "rank 2 of 3", "tied")


def test_a_figure_of_low_confidence_is_shown_with_its_doubt_and_without_a_rank():
    row = rows(pages()["areas/east/"])["Leak"]
    assert (row.value, row.doubt, row.rank) == ("7%", "low confidence", "")


def test_a_missing_figure_is_a_mark_with_its_word_not_a_number():
    row = rows(pages()["areas/west/"])["Leak"]
    assert (row.value, row.value_title) == ("…", "No figure (…)")


def test_a_column_in_which_nothing_stands_is_left_out():
    ((table, _),) = pages()["areas/hill/"].view["themes"]
    assert (table.with_rank, table.with_region, table.with_country) == (False, False, True)


def test_a_region_names_its_members_and_who_left_and_came():
    view = pages()["areas/delta-old/"].view
    assert [each.area.text for each in view["members"]] == ["East", "West", "South"]
    assert [area.text for area, _ in view["turnover"].leaving] == ["South"]
    assert [(area.text, heirs[0].text) for area, heirs in view["turnover"].joining] == [("Hill", "Big")]


def test_the_page_of_a_former_area_and_its_successor_link_to_each_other():
    (west,) = pages()["areas/west/"].view["events"]
    (big,) = pages()["areas/big/"].view["events"]
    assert west == big
    assert (west.successor.href, west.origins[0].href, west.act.href) == (
        "areas/big/", "areas/west/", "documents/act/",
    )  # fmt: skip


def test_a_series_of_five_years_is_drawn():
    assert len(pages()["areas/east/"].figures) == 1
    assert pages()["areas/west/"].figures == ()


def test_an_area_without_figures_says_so_and_asks_for_a_source():
    html = render(pages()["areas/big/"], {}).data.decode()
    assert "No figure for this place yet." in html
    assert "../../contribute/#source" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_finished(language):
    for draft in pages(language).values():
        drawings = {chart.key: "<svg></svg>" for chart in draft.charts()}
        assert render(draft, drawings).data


def test_a_row_says_how_far_it_is_from_the_middle_of_its_region_and_draws_it():
    row = rows(pages()["areas/east/"])["Tap"]
    assert row.middle == "at the middle"
    assert rows(pages()["areas/west/"])["Tap"].middle == "6.0 above the middle"
    assert row.strip == Strip(path="M0,8h120M115,5v6M5,5v6M5,1v14", at="5")


def test_a_row_says_how_it_moved_since_the_previous_figure_and_since_about_five_years_ago():
    assert rows(pages()["areas/east/"])["Tap"].moves == (
        Move("↗", "up 1.0 from 2023"),
        Move("↗", "up 4.0 from 2020"),
    )


def test_a_change_that_cannot_be_seen_is_none():
    values = (value("tap", "east", "2023", 54.01), value("tap", "east", "2024", 54.02))
    row = rows(pages(observations=frame(*values))["areas/east/"])["Tap"]
    assert row.moves == (Move("→", "unchanged from 2023"),)


def test_a_difference_of_percentages_is_said_in_percentage_points():
    units = {
        "percent": Unit(
            "percent", both("%"), both("per cent"), "share", "points", join=True, lower=0, upper=100
        ),
        "points": Unit(
            "points", both("pts"), both("points"), "share", "points", join=False, lower=None, upper=None
        ),
    }
    assert (
        rows(pages(units=units)["areas/east/"])["Tap"].moves[0].words
        == "up 1.0\N{NO-BREAK SPACE}pts from 2023"
    )


def merged():
    figures = (people("west", "2023", 60), people("hill", "2023", 40))
    return {"indicators": INDICATORS, "observations": frame(*figures), "measures": (), "tiles": TILES}


def test_an_area_of_today_shows_what_was_computed_for_it_and_says_so():
    draft = pages(**merged())["areas/big/"]
    row = rows(draft)["People"]
    assert (row.value, row.when, row.computed) == (
        "100%", "2023", "calculated here from the figures of the former provinces",
    )  # fmt: skip
    assert draft.description.endswith(
        "For 1 indicator, earlier years are calculated here from the figures of the former provinces."
    )


def test_a_former_area_shows_nothing_computed():
    assert rows(pages(**merged())["areas/west/"])["People"].computed == ""


def test_a_long_table_is_folded_and_a_short_one_stands_open():
    html = render(pages()["areas/west/"], {}).data.decode()
    assert '<details class=\\"fold\\" open><summary>Table: Water' in html


def test_the_strip_is_left_to_eyes_and_the_cells_say_the_same():
    draft = pages()["areas/west/"]
    html = render(draft, {each.key: "" for each in draft.charts()}).data.decode()
    assert 'class=\\"strip\\" viewBox=\\"0 0 120 16\\" aria-hidden=\\"true\\"' in html
    assert "rank 1 of 3" in html
