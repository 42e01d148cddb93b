"""The JSON pieces, read back as a program of somebody else would."""

import json
from dataclasses import replace

from build_scripts.compute.facts import facts_of
from build_scripts.model import Break, Period, Unit
from build_scripts.present.api import api_files
from tests.tiny import VALUES, both, empty, frame, indicator, scene, tiny, value


def files(catalog):
    found = scene(catalog, "en")
    return {each.path: each.data for each in api_files(found.catalog, found.facts, found.carriages)}


def pieces(**more):
    return {path: json.loads(data) for path, data in files(tiny(**more)).items()}


def figures(area, *rows, name="tap", **more):
    piece = pieces(observations=frame(*rows), **more)[f"api/v1/series/{name}.json"]
    return next(each["figures"] for each in piece["series"] if each["area"] == area)


def test_there_is_a_piece_for_the_areas_the_indicators_and_every_series():
    assert sorted(pieces()) == [
        "api/v1/areas.json", "api/v1/indicators.json", "api/v1/series/leak.json", "api/v1/series/tap.json",
    ]  # fmt: skip


def test_a_portal_without_indicators_has_no_pieces():
    assert list(api_files(empty(), facts_of(empty()), {})) == []


def test_the_same_data_give_the_same_bytes():
    assert files(tiny()) == files(tiny())


def test_an_area_says_when_it_was_and_where_it_belongs():
    areas = pieces()["api/v1/areas.json"]["areas"]
    assert next(each for each in areas if each["id"] == "west") == {
        "id": "west",
        "code": "",
        "kind": "province",
        "name": {"vi": "West", "en": "West"},
        "full_name": {"vi": "West", "en": "West"},
        "valid_from": None,
        "valid_to": "2025-06-30",
        "regions": ["delta-old"],
    }


def test_an_indicator_says_what_it_is_where_and_when():
    listed = pieces()["api/v1/indicators.json"]
    assert listed["population"] is None
    assert listed["themes"] == [{"id": "water", "name": {"vi": "Water", "en": "Water"}}]
    assert listed["indicators"][0] == {
        "id": "tap",
        "theme": "water",
        "topic": {"vi": "Topic", "en": "Topic"},
        "name": {"vi": "Tap", "en": "Tap"},
        "unit": {
            "id": "percent",
            "symbol": {"vi": "%", "en": "%"},
            "name": {"vi": "per cent", "en": "per cent"},
            "kind": "share",
            "join": True,
            "lower": 0,
            "upper": 100,
        },
        "decimals": 1,
        "additivity": "ratio",
        "direction": "up",
        "chartable": True,
        "areas": ["land", "delta-old", "east", "west", "south", "hill"],
        "years": [2020, 2024],
        "per_head": None,
    }


def test_an_indicator_without_a_figure_has_no_years():
    listed = pieces(observations=frame(value("leak", "west", "2016", "no-figure")))["api/v1/indicators.json"]
    assert [(each["id"], each["areas"], each["years"]) for each in listed["indicators"]] == [
        ("tap", [], None),
        ("leak", ["west"], None),
    ]


def test_the_population_and_what_can_be_shared_out_are_told():
    made = [
        replace(indicator("people", persons=1000), unit="thousand", additivity="additive"),
        replace(indicator("pupils"), unit="thousand", additivity="additive"),
    ]
    thousand = Unit(
        "thousand", both("k"), both("thousand"), "count", "thousand", join=False, lower=0, upper=None
    )
    listed = pieces(
        units={"thousand": thousand, "percent": thousand},
        indicators={each.id: each for each in made},
        observations=frame(value("people", "east", "2024", 800), value("pupils", "east", "2024", 200)),
    )["api/v1/indicators.json"]
    assert listed["population"] == {"indicator": "people", "persons": 1000}
    shared = listed["indicators"][1]["per_head"]
    assert (shared["unit"]["id"], shared["factor"], shared["people"], shared["decimals"]) == (
        "thousand", 1, 100_000, 2,
    )  # fmt: skip
    assert 200 * shared["factor"] / (800 * 1000) * shared["people"] == 25


def test_a_figure_is_told_whole():
    assert figures("east", value("tap", "east", "2024", "54", text="54.20", value=54.2, mark="")) == [
        {
            "period": "2024",
            "start": "2024-01-01",
            "end": "2024-12-31",
            "kind": "year",
            "operator": "=",
            "value": 54.2,
            "text": "54.20",
            "low": None,
            "high": None,
            "mark": None,
            "status": "final",
            "boundary": "own",
            "confidence": "high",
            "vintages": 1,
            "source": "yearbook",
        }
    ]


def test_a_bound_a_range_and_a_mark_are_no_values():
    bound = value("tap", "east", "2022", "no-figure", mark="", operator=">", low=64.0)
    span = value("tap", "east", "2023", "no-figure", mark="", operator="range", low=2.0, high=3.0)
    none = value("tap", "east", "2024", "nil", operator="")
    told = [
        (each["operator"], each["value"], each["text"], each["low"], each["high"], each["mark"])
        for each in figures("east", bound, span, none)
    ]
    assert told == [
        (">", None, None, 64, None, None),
        ("range", None, None, 2, 3, None),
        (None, None, None, None, None, "nil"),
    ]


def test_of_several_values_of_a_fact_the_one_in_force_is_told_and_how_many_there_are():
    first = value("tap", "east", "2024", 50, in_force=False)
    told = figures("east", first, value("tap", "east", "2024", 52, vintage=2))
    assert [(each["value"], each["vintages"]) for each in told] == [(52, 2)]


def test_a_figure_carried_back_to_a_later_boundary_says_so_and_has_no_source():
    tonnes = replace(indicator("waste"), additivity="additive")
    rows = (
        value("waste", "west", "2024", 3),
        value("waste", "hill", "2024", 4, status="preliminary"),
        value("waste", "big", "2025", 9),
    )
    told = figures("big", *rows, name="waste", indicators={"waste": tonnes})
    assert [(each["value"], each["boundary"], each["status"], each["source"]) for each in told] == [
        (7, "carried-back", "preliminary", None),
        (9, "own", "final", "yearbook"),
    ]


def test_breaks_and_sources_stand_beside_the_figures():
    marks = (
        Break("tap", "", Period.parse("2022"), both("A new method."), "yearbook"),
        Break("leak", "east", Period.parse("2016"), both("Not this one."), "yearbook"),
    )
    piece = pieces(breaks=marks, observations=frame(*VALUES))["api/v1/series/tap.json"]
    assert piece["breaks"] == [
        {
            "area": None,
            "period": "2022",
            "start": "2022-01-01",
            "kind": "year",
            "reason": {"vi": "A new method.", "en": "A new method."},
        }
    ]
    assert piece["sources"] == {
        "yearbook": {
            "title": "Yearbook",
            "publisher": "The office",
            "url": "https://example.org/",
            "date": "2025",
            "licence": "CC0-1.0",
        }
    }
