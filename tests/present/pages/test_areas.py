import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.page import render
from build_scripts.present.pages.areas import area_pages
from tests.tiny import empty, scene, tiny


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
        "West is a province, within the boundary that held until 30 June 2025. "
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
    assert "../../contribute/" in html


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_finished(language):
    for draft in pages(language).values():
        drawings = {chart.key: "<svg></svg>" for chart in draft.charts()}
        assert render(draft, drawings).data
