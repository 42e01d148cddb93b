"""What the comparing page is told before any script runs."""

import json
from dataclasses import replace

import pytest

from build_scripts.present.pages.compare import asking, compare_pages, of_area, of_indicator
from build_scripts.present.pages.compare_settings import settings
from tests.tiny import both, empty, frame, indicator, package, scene, tiny


def told(catalog, language="en"):
    return json.loads(settings(scene(catalog, language)))


def test_a_portal_without_indicators_or_without_areas_has_no_page():
    assert list(compare_pages(scene(empty()))) == []
    assert list(compare_pages(scene(tiny(indicators={}, observations=frame(), measures=())))) == []


@pytest.mark.parametrize(("language", "address"), [("vi", "compare/"), ("en", "compare/")])
def test_there_is_one_page_a_language(language, address):
    assert [each.address for each in compare_pages(scene(tiny(), language))] == [address]


def test_readers_without_a_script_are_led_to_every_indicator_and_area():
    (page,) = compare_pages(scene(tiny()))
    assert [(name, [each.href for each in links]) for name, links in page.view["themes"]] == [
        ("Water", ["indicators/tap/", "indicators/leak/"])
    ]
    assert [each.href for each in page.view["areas"]] == [f"areas/{each}/" for each in tiny().areas]


def test_sharing_out_is_offered_only_where_there_is_a_population():
    people = replace(indicator("people", persons=1000), additivity="additive")
    offered = [
        next(compare_pages(scene(tiny(indicators=each, observations=frame(), measures=())))).view["shared"]
        for each in (tiny().indicators, {"people": people})
    ]
    assert offered == [False, True]


def test_a_link_asks_for_four_indicators_at_most_and_leaves_out_what_is_not_chosen():
    assert asking(["a", "b", "c", "d", "e"], ["x", "y"]) == "compare/?i=a,b,c,d&a=x,y"
    assert asking([], ["x"]) == "compare/?a=x"


def test_an_indicator_leads_to_its_areas_and_an_area_to_those_around_it():
    found = scene(tiny())
    tap = found.catalog.indicators["tap"]
    assert of_indicator(found, tap).href.startswith("compare/?i=tap&a=")
    assert of_area(found, found.catalog.areas["west"], [tap]).href.startswith("compare/?i=tap&a=west")


def test_a_territory_that_is_no_more_says_until_when_and_what_it_is_part_of():
    ended = told(tiny())["territories"]["ended"]
    assert ended["west"] == "West was a unit of its own until 30 June 2025; it is part of Big now."
    assert "east" not in ended


def test_a_territory_made_of_others_names_them():
    assert told(tiny())["territories"]["begun"]["big"] == {
        "since": "2025-07-01",
        "parts": ["west", "hill"],
        "said": "Big has had its present boundary since 1 July 2025, made of West and Hill; figures of earlier years are found there.",
    }


def test_a_dataset_is_cited_with_its_version_and_day():
    named = replace(package("water"), version="1.2.0", created="2026-11-03")
    assert told(tiny(packages=(named,)))["datasets"] == {
        "water": "Dataset “Water”, version 1.2.0, 3 November 2026"
    }
    assert told(tiny())["datasets"] == {"water": ""}


def test_periods_that_are_no_years_are_written_for_the_script(scenes):
    periods = json.loads(settings(scenes[0]))["periods"]
    assert periods["2024-Q1"]
    assert not any(each.isdigit() for each in periods)


def test_no_word_of_the_data_can_end_the_script_element():
    name = "</script><script>alert(1)</script>&<!--"
    areas = {each.id: replace(each, name=both(name)) for each in tiny().areas.values()}
    written = str(settings(scene(tiny(areas=areas))))
    assert "<" not in written
    assert "&" not in written
    assert name in json.loads(written)["territories"]["ended"]["west"]


def test_an_indicator_without_a_figure_still_has_its_place():
    quiet = {"quiet": indicator("quiet")}
    (page,) = compare_pages(scene(tiny(indicators=quiet, observations=frame(), measures=())))
    assert [each.href for _, links in page.view["themes"] for each in links] == ["indicators/quiet/"]
