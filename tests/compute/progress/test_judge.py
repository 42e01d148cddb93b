from dataclasses import replace
from datetime import date

import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.progress import ASSUMED, judgements
from build_scripts.model import Check, Conversion, Judgement, Measure, Revision
from tests.compute.progress.cases import datum, stated
from tests.compute.progress.promises import (
    UNITS,
    bound,
    found_in,
    goal,
    judgement_of,
    portal,
    rows,
    series_in,
)
from tests.tiny import AREAS, FIRST, both, document, target, value


def told(promise, **more):
    judgement = judgement_of(promise, **more)
    return judgement.status, judgement.reason


def measure(name, match="same", **more):
    return Measure("tap-goal", name, match, both("Why."), **more)


def test_a_target_is_judged_by_the_series_that_measures_its_goal():
    judgement = judgement_of(target("t"))
    assert (judgement.status, judgement.indicator, judgement.match) == ("on-track", "tap", "same")
    assert (judgement.pace.base, judgement.latest, judgement.firm) == (
        datum(2020, 50),
        datum(2024, 58),
        False,
    )
    assert judgement.differing == (Check("revised-down", "at-risk"),)
    assert [each.year for each in judgement.history] == [2021, 2022, 2023]


def test_all_are_judged_at_the_end_of_the_newest_whole_year_with_a_figure():
    catalog = portal(target("t"), values={2020: 50, 2023: 56, "2024-Q1": 57})
    assert found_in(catalog).now == 2023
    assert found_in(catalog).leading["t"].now == 2023


def test_drafts_and_targets_of_low_confidence_are_not_judged():
    targets = (target("t"), target("draft", draft=True), target("doubtful", confidence="low"))
    assert list(found_in(portal(*targets)).leading) == ["t"]


def test_a_target_that_ended_is_no_longer_applicable_and_never_failed():
    promise = target("t", ended=FIRST, act="7/2025", year=2022, low=99.0)
    assert judgement_of(promise) == Judgement(target="t", status="no-longer-applicable", now=2024)


def test_the_first_series_that_says_something_leads_and_the_others_stand_beside():
    catalog = portal(target("t"), measures=(measure("leak"), measure("tap", "proxy")))
    found = found_in(catalog)
    assert (found.leading["t"].indicator, found.leading["t"].match) == ("tap", "proxy")
    assert [(each.indicator, each.reason) for each in found.beside["t"]] == [("leak", "no-observation")]


def test_where_no_series_says_anything_the_first_leads():
    catalog = portal(target("t"), measures=(measure("tap"), measure("leak")), values={2024: 58})
    found = found_in(catalog)
    assert (found.leading["t"].indicator, found.leading["t"].reason) == ("tap", "one-observation")


BEFORE = {2020: 50, 2021: 52}
AFTER = [*rows(BEFORE), value("tap", "west", "2025", 1)]


@pytest.mark.parametrize(
    ("reason", "promise", "more"),
    [
        ("no-observation", {}, {"measures": ()}),
        ("no-observation", {}, {"measures": (measure("leak"),)}),
        ("one-observation", {}, {"values": {2024: 58}}),
        ("stale", {}, {"values": AFTER}),
        ("unit-differs", {"unit": "dollar"}, {}),
        ("series-break", {}, {"indicators": series_in("percent", chartable=False)}),
        ("no-numeric-target", {"low": None}, {}),
        ("no-numeric-target", {"reference": "comparison"}, {}),
        ("no-numeric-target", {"reference": "structure"}, {}),
        ("no-direction", {"operator": "~", "high": 70.0}, {"goals": goal("none")}),
        ("period-not-started", {"start_year": 2025}, {}),
        ("period-not-started", {"start_year": 2025}, {"measures": ()}),
        ("period-not-started", {"year": 2025, "yearly": True}, {}),
        ("base-after-latest", {"baseline": 60.0, "baseline_year": 2025, "start_year": 2020}, {}),
        ("boundary-change", {"baseline": 60.0, "baseline_year": 2007}, {"areas": "young"}),
        ("sign-change", {}, {"values": {2020: -1, 2024: 58}, "goals": goal(method="cagr")}),
    ],
)
def test_every_reason_for_saying_nothing_is_named(reason, promise, more):
    if more.get("areas") == "young":
        areas = {each.id: replace(each, valid_from=date(2008, 8, 1)) for each in AREAS}
        more = {"areas": areas}
    assert told(target("t", **promise), **more) == ("not-assessable", reason)


def test_a_series_that_lives_on_in_another_territory_names_the_change_of_boundaries():
    for area, heir in (("west", "big"), ("delta-old", "delta-new")):
        catalog = portal(target("t"), goals=goal(area=area), values=[value("tap", heir, "2024", 5)])
        assert found_in(catalog).leading["t"].reason == "boundary-change"


def test_a_territory_that_nothing_came_after_has_no_observation():
    for area in ("east", "delta-new", "land"):
        catalog = portal(target("t"), goals=goal(area=area), values=[value("tap", "west", "2024", 5)])
        assert found_in(catalog).leading["t"].reason == "no-observation"


def test_a_territory_of_the_past_whose_series_has_no_figure_anywhere_has_no_observation():
    for area in ("west", "delta-old"):
        catalog = portal(target("t"), goals=goal(area=area), values=[value("leak", "east", "2024", 5)])
        assert found_in(catalog).leading["t"].reason == "no-observation"


def test_a_territory_of_the_past_with_figures_of_its_own_is_judged():
    values = [value("tap", "west", str(year), 50 + year - 2020) for year in (2020, 2024)]
    catalog = portal(target("t"), goals=goal(area="west"), values=[*values, value("tap", "big", "2024", 5)])
    assert found_in(catalog).leading["t"].status == "off-track"


def test_a_series_that_is_no_line_still_shows_its_latest_figure():
    judgement = judgement_of(target("t"), indicators=series_in("percent", chartable=False))
    assert (judgement.latest, judgement.pace) == (datum(2024, 58), None)


def test_the_term_of_a_years_plan_is_that_year_whatever_its_document_says():
    assert judgement_of(target("t", yearly=True, year=2024, start_year=2021)).start == 2024


def test_where_nothing_can_be_said_the_term_still_stands():
    silent = judgement_of(target("t", start_year=2021), values={2010: 1})
    assert (silent.status, silent.start, silent.method) == ("not-assessable", 2021, "linear")


def test_the_term_is_the_targets_own_else_that_of_its_document():
    documents = {"promise": document("promise", start_year=2022)}
    assert judgement_of(target("t"), documents=documents).pace.base.year == 2022
    assert judgement_of(target("t", start_year=2021), documents=documents).pace.base.year == 2021
    assert judgement_of(target("t"), documents={"promise": document("promise")}).base_from == "five-years"


def test_a_baseline_in_the_words_of_the_document_is_the_base():
    judgement = judgement_of(target("t", baseline=45.0, baseline_year=2020))
    assert (judgement.pace.base, judgement.base_from) == (
        replace(stated(2020, 45), source="yearbook"),
        "document",
    )


def test_a_baseline_without_a_year_is_no_base():
    assert judgement_of(target("t", baseline=45.0)).pace.base == datum(2020, 50)


def test_a_year_without_a_baseline_names_the_base():
    judgement = judgement_of(target("t", baseline_year=2022))
    assert (judgement.pace.base, judgement.base_from) == (datum(2022, 54), "base-year")


def test_the_plan_of_one_year_is_judged_by_its_own_year():
    assert told(target("t", yearly=True, year=2024, low=58.0)) == ("achieved", None)
    assert told(target("t", yearly=True, year=2024, low=59.0)) == ("off-track", None)
    assert told(target("t", yearly=True, year=2022, low=58.0)) == ("off-track", None)
    assert told(target("t", yearly=True, year=2019, low=40.0)) == ("not-assessable", "no-observation")


@pytest.mark.parametrize(
    ("reference", "low", "status", "basis"),
    [
        ("end-year", 58.0, "achieved", "term"),
        ("member-of-composition", 58.0, "achieved", "term"),
        ("period-average", 55.0, "achieved", "mean"),
        ("period-average", 55.1, "off-track", "mean"),
        ("cumulative", 220.0, "achieved", "sum"),
        ("cumulative", 220.1, "off-track", "sum"),
    ],
)
def test_what_a_target_refers_to_decides_how_it_is_judged(reference, low, status, basis):
    judgement = judgement_of(target("t", reference=reference, low=low, start_year=2021, year=2024))
    assert (judgement.status, judgement.basis) == (status, basis)


def test_a_promised_yearly_fall_is_judged_year_by_year():
    promise = target("t", reference="annual-change", low=1.5, unit="point_a_year", start_year=2021, year=2024)
    falling = series_in("percent", direction="down")
    kept = judgement_of(
        promise, indicators=falling, values={2020: 10, 2021: 8.5, 2022: 7, 2023: 5, 2024: 3.5}
    )
    missed = judgement_of(
        promise, indicators=falling, values={2020: 10, 2021: 8.5, 2022: 7, 2023: 6, 2024: 3}
    )
    rising = judgement_of(
        promise, indicators=falling, values={2020: 10, 2021: 11, 2022: 12, 2023: 13, 2024: 14}
    )
    assert [each.status for each in (kept, missed, rising)] == ["achieved", "off-track", "moving-away"]
    assert [each.value for each in kept.parts] == [1.5, 1.5, 2.0, 1.5]


MULTIPLE = {"reference": "multiple-of-base", "unit": "times", "low": 3.0, "baseline_year": 2020}


def test_a_multiple_of_a_base_year_is_a_level():
    money = {"indicators": series_in("dong"), "values": {2020: 100.1, 2024: 300.3}}
    judgement = judgement_of(target("t", **MULTIPLE), **money)
    assert (judgement.status, judgement.latest, judgement.edge) == ("achieved", datum(2024, 3), 3.0)
    assert (judgement.pace.base, judgement.base_from) == (datum(2020, 1), "base-year")


def test_the_amount_a_multiple_is_of_is_no_base_in_its_unit():
    money = {"indicators": series_in("dong"), "values": {2020: 100, 2024: 200}}
    judgement = judgement_of(target("t", **MULTIPLE, baseline=100.0), **money)
    assert (judgement.pace.base, judgement.status) == (datum(2020, 1), "on-track")


@pytest.mark.parametrize(
    ("method", "status"), [("linear", "at-risk"), ("cagr", "on-track"), ("open-sdg", "on-track")]
)
def test_a_goal_asks_for_the_method_of_its_levels(method, status):
    judgement = judgement_of(
        target("t", low=400.0), values={2020: 100, 2024: 174.2}, goals=goal(method=method)
    )
    assert (judgement.method, judgement.status) == (method, status)


def test_a_period_is_judged_as_a_period_whatever_the_goal_asks_for():
    promise = target("t", reference="period-average", start_year=2021, year=2024)
    assert judgement_of(promise, goals=goal(method="cagr")).method == "period"


def test_a_target_across_units_is_judged_where_a_conversion_is_known():
    money = {"indicators": series_in("dong"), "values": {2020: 100, 2024: 300}}
    assert judgement_of(target("t", unit="million_dong", low=0.3), **money).status == "achieved"
    rated = judgement_of(target("t", unit="dollar", low=70.0), **money)
    assert (rated.status, rated.latest) == ("achieved", datum(2024, 75))
    assert told(target("t", unit="dollar"), **money, conversions=()) == ("not-assessable", "unit-differs")


@pytest.mark.parametrize(
    ("values", "low", "projected"), [({2020: 50, 2024: 90}, 95.0, 100.0), ({2020: 50, 2024: 10}, 95.0, 0.0)]
)
def test_a_projection_stays_within_what_its_unit_can_hold(values, low, projected):
    units = UNITS | {"percent": replace(UNITS["percent"], lower=0.0, upper=100.0)}
    judgement = judgement_of(target("t", low=low), values=values, units=units)
    assert judgement.projected == projected
    assert judgement_of(target("t", low=low), values=values).projected in (150.0, -50.0)


def test_what_is_achieved_has_no_projection_whatever_its_unit_can_hold():
    units = UNITS | {"percent": replace(UNITS["percent"], lower=0.0, upper=100.0)}
    judgement = judgement_of(target("t", low=95.0), values={2020: 50, 2024: 98}, units=units)
    assert (judgement.status, judgement.projected) == ("achieved", None)


def test_a_bound_of_the_targets_own_year_decides():
    values = [*rows({2020: 50}), bound(2024, ">", low=64)]
    assert told(target("t", year=2024, low=60.0), values=values) == ("achieved", None)
    assert told(target("t", year=2024, low=70.0), values=values) == ("not-assessable", "stale")


def test_a_count_inside_a_year_stands_for_it_only_where_the_measure_says_so():
    values = [*rows({2020: 50, 2023: 56, "2024-06": 70}), value("tap", "west", "2024", 1)]
    assert told(target("t"), values=values) == ("on-track", None)
    assert told(target("t"), values=values, measures=(measure("tap", snapshots=True),)) == ("achieved", None)


def revised():
    """Publish the figure of 2023 twice: 54.5, then 56."""
    first = value("tap", "east", "2023", 54.5, in_force=False)
    return [
        *rows({2020: 50, 2021: 52, 2022: 54, 2024: 58}),
        first,
        value("tap", "east", "2023", 56, vintage=2),
    ]


def test_the_latest_figure_is_moved_by_the_known_revisions_of_its_series():
    judgement = judgement_of(target("t"), values=revised())
    assert judgement.revision == Revision(size=1.5, relative=False, count=1)
    assert judgement.differing == (Check("revised-down", "at-risk"),)


def test_the_revisions_of_every_series_are_kept_for_the_pages_that_show_them():
    found = found_in(portal(target("t"), values=revised())).revisions
    assert found == {"tap": Revision(size=1.5, relative=False, count=1)}
    assert found_in(portal(target("t"))).revisions == {}


def test_without_known_revisions_one_per_cent_is_tried():
    assert judgement_of(target("t")).revision == ASSUMED


def test_a_revision_is_said_in_the_unit_of_the_target():
    thousandth = Conversion("percent", "times", 0.01, "", "")
    promise = target("t", unit="times", low=0.7)
    converted = judgement_of(promise, values=revised(), conversions=(thousandth,))
    assert converted.revision == Revision(size=0.015, relative=False, count=1)


def test_judging_leaves_the_catalog_as_it_was_and_says_the_same_again():
    catalog = portal(target("t"))
    before = catalog.observations.copy()
    facts = facts_of(catalog)
    assert judgements(catalog, facts).leading == judgements(catalog, facts).leading
    assert catalog.observations.equals(before)
