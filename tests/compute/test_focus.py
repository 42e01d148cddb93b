from dataclasses import replace

from build_scripts.compute.facts import facts_of
from build_scripts.compute.focus import (
    context_areas,
    focus_of,
    former_self,
    latest_of_goal,
    measures_of,
    predecessors_of,
    programme_of,
)
from build_scripts.model import Measure, Statement
from tests.tiny import AREAS, VALUES, both, empty, frame, tiny, value


def areas(*names):
    return {each.id: each for each in AREAS if each.id in names}


def measure(indicator, match):
    return Measure("tap-goal", indicator, match, both("Why."))


def test_a_portal_is_about_the_area_of_most_of_its_target_indicators():
    goals = tiny().goals
    moved = {each.id: replace(each, area="big") for each in goals.values()}
    assert focus_of(tiny(goals=moved)).id == "big"
    assert focus_of(tiny(goals=goals)).id == "east"


def test_without_target_indicators_it_is_about_the_first_province_of_today():
    assert focus_of(tiny(goals={}, areas=areas("land", "delta-new", "west", "big"))).id == "big"


def test_a_province_of_the_past_goes_before_a_region_and_a_region_before_nothing():
    assert focus_of(tiny(goals={}, areas=areas("land", "west"))).id == "west"
    assert focus_of(tiny(goals={}, areas=areas("land"))).id == "land"
    assert focus_of(empty()) is None


def test_the_predecessors_of_an_area_are_those_that_became_part_of_it():
    assert predecessors_of(tiny(), "big") == ("west", "hill")
    assert predecessors_of(tiny(), "east") == ()


def test_the_predecessor_with_the_same_official_code_is_the_former_self():
    coded = {each.id: replace(each, code="01" if each.id in {"big", "hill"} else "02") for each in AREAS}
    assert former_self(tiny(areas=coded), "big") == "hill"


def test_areas_without_a_code_have_no_former_self():
    assert former_self(tiny(), "big") is None
    assert former_self(tiny(), "nowhere") is None


def test_a_trend_is_set_against_the_former_boundary_the_regions_and_the_country():
    coded = {each.id: replace(each, code="01" if each.id in {"big", "hill"} else "") for each in AREAS}
    assert context_areas(tiny(areas=coded), "big") == ("big", "hill", "delta-new", "land")


def test_the_programme_is_the_document_that_states_an_objective():
    assert programme_of(tiny()).id == "promise"
    stated = Statement("aim", "act", "vision", 2045, both("More."), "yearbook", "high")
    assert programme_of(tiny(statements=(stated,))).id == "act"
    assert programme_of(tiny(statements=())) is None


def test_the_same_definition_goes_before_a_proxy_and_no_series_is_no_measure():
    measures = (measure("leak", "proxy"), measure("", "none"), measure("tap", "same"), measure("", "same"))
    assert [each.indicator for each in measures_of(tiny(measures=measures), "tap-goal")] == ["tap", "leak"]


def test_the_latest_value_of_a_goal_is_that_of_its_best_series_in_its_own_area():
    found, fact = latest_of_goal(tiny(), facts_of(tiny()), tiny().goals["tap-goal"])
    assert (found.indicator, fact.shown.area, fact.period.text) == ("tap", "east", "2024")


def test_a_proxy_stands_in_where_the_same_definition_has_no_figure():
    rows = [row for row in VALUES if row["area"] != "east"]
    catalog = tiny(
        observations=frame(*rows, value("leak", "east", "2020", 7)),
        measures=(measure("tap", "same"), measure("leak", "proxy")),
    )
    found, fact = latest_of_goal(catalog, facts_of(catalog), catalog.goals["tap-goal"])
    assert (found.match, fact.period.text) == ("proxy", "2020")


def test_a_goal_without_a_trusted_figure_has_no_latest_value():
    assert latest_of_goal(tiny(), facts_of(tiny()), tiny().goals["bus-goal"]) is None
