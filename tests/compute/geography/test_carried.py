from dataclasses import replace
from decimal import Decimal

import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.carried import carried_back
from build_scripts.compute.geography.parts import Archive
from build_scripts.model import Break, Period
from tests.compute.geography.past import DENSITY, PEOPLE, carried, past, people
from tests.tiny import CHANGES, area, both, tiny, value


def test_an_amount_is_the_sum_of_what_the_predecessors_had():
    known = past(people("west", "2023", 60), people("hill", "2023", 40.5))
    assert carried(known) == ({"2023": 100.5}, [])


def test_the_sum_is_exact():
    known = past(people("west", "2023", 0.1), people("hill", "2023", 0.2))
    (figure,) = carried_back(known, PEOPLE, "big").figures
    assert figure.fact.shown.text == "0.3"


def test_the_parts_of_a_sum_are_kept_with_their_sources():
    known = past(people("west", "2023", 60), people("hill", "2023", 40, source="census"))
    (figure,) = carried_back(known, PEOPLE, "big").figures
    assert [(each.area, each.weight, each.shown.text, each.shown.source) for each in figure.parts] == [
        ("west", Decimal(1), "60", "yearbook"),
        ("hill", Decimal(1), "40", "census"),
    ]


def test_a_sum_is_no_surer_than_the_least_sure_of_its_parts():
    known = past(
        people("west", "2023", 60, status="estimate"), people("hill", "2023", 40, confidence="medium")
    )
    (figure,) = carried_back(known, PEOPLE, "big").figures
    assert (figure.fact.shown.status, figure.fact.shown.confidence) == ("estimate", "medium")


def test_what_was_published_on_the_later_boundary_is_not_computed_again():
    rows = [people(each, period, 50) for each in ("west", "hill") for period in ("2024", "2025")]
    assert carried(past(*rows, people("big", "2025", 104))) == ({"2024": 100.0}, [])


def test_nothing_is_computed_for_the_time_after_an_area_began():
    assert carried(past(people("west", "2026", 60), people("hill", "2026", 40))) == ({}, [])


def test_a_period_in_which_one_part_has_no_figure_is_refused_and_the_part_named():
    assert carried(past(people("west", "2023", 60))) == ({}, [("part-missing", "hill", "2023")])


@pytest.mark.parametrize(
    ("figure", "more"),
    [
        ("nil", {}),
        ("no-figure", {}),
        (40, {"confidence": "low"}),
        (float("nan"), {"operator": ">", "low": 40.0}),
        (float("nan"), {"operator": "range", "low": 40.0, "high": 50.0}),
    ],
)
def test_a_mark_a_bound_a_range_and_a_doubtful_figure_are_never_summed(figure, more):
    known = past(people("west", "2023", 60), people("hill", "2023", figure, **more))
    assert carried(known) == ({}, [("part-missing", "hill", "2023")])


def test_of_a_unit_that_was_split_the_stated_share_is_taken():
    changes = (CHANGES[0], replace(CHANGES[1], share=0.25))
    known = past(people("west", "2023", 60), people("hill", "2023", 40), changes=changes)
    assert carried(known) == ({"2023": 70.0}, [])


def test_a_split_whose_share_nobody_states_is_refused():
    changes = (CHANGES[0], replace(CHANGES[1], share=None))
    known = past(people("west", "2023", 60), people("hill", "2023", 40), changes=changes)
    assert carried(known) == ({}, [("share-unknown", "hill", "2023")])


def test_a_predecessor_that_was_itself_made_of_others_is_carried_back_too():
    older = (
        replace(
            CHANGES[0], id="a", date=CHANGES[0].date.replace(year=2008), from_area="marsh", to_area="west"
        ),
        replace(
            CHANGES[0],
            id="b",
            date=CHANGES[0].date.replace(year=2008),
            from_area="moor",
            to_area="west",
            share=0.5,
        ),
    )
    rows = [people("west", "2010", 60), people("hill", "2010", 40), people("hill", "2005", 30)]
    rows += [people("marsh", "2005", 10), people("moor", "2005", 20)]
    assert carried(past(*rows, changes=(*CHANGES, *older))) == ({"2005": 50.0, "2010": 100.0}, [])


def test_changes_that_lead_in_a_circle_end():
    circle = replace(CHANGES[0], id="c", from_area="big", to_area="west")
    assert carried(past(people("hill", "2023", 40), changes=(*CHANGES, circle))) == (
        {},
        [("part-missing", "west", "2023")],
    )


def test_a_break_in_one_part_alone_is_not_bridged():
    mark = Break("people", "west", Period.parse("2020"), both("A new count."), "yearbook")
    rows = [people(each, period, 50) for each in ("west", "hill") for period in ("2019", "2021")]
    assert carried(past(*rows, breaks=(mark,))) == ({"2021": 100.0}, [("mixed-break", "", "2019")])


def test_a_break_in_all_parts_leaves_each_side_its_sum():
    mark = Break("people", "", Period.parse("2020"), both("A new count."), "yearbook")
    rows = [people(each, period, 50) for each in ("west", "hill") for period in ("2019", "2021")]
    assert carried(past(*rows, breaks=(mark,))) == ({"2019": 100.0, "2021": 100.0}, [])


def test_an_area_that_never_changed_is_left_alone():
    assert carried(past(people("east", "2023", 60)), area="east") == ({}, [("unchanged", "", None)])


@pytest.mark.parametrize("additivity", ["index", "rank", "none"])
def test_what_is_no_amount_is_refused(additivity):
    known = past(people("west", "2023", 60), people("hill", "2023", 40))
    found = carried_back(known, replace(PEOPLE, additivity=additivity), "big")
    assert [each.reason for each in found.refusals] == ["not-additive"]


def test_a_ratio_without_a_numerator_and_a_denominator_is_refused():
    assert carried(past(value("tap", "west", "2024", 60)), "tap") == ({}, [("ratio-without-parts", "", None)])


def test_a_ratio_of_which_a_part_is_no_amount_is_refused():
    known = past(value("density", "west", "2024", 60))
    found = carried_back(known, replace(DENSITY, numerator="tap"), "big")
    assert [each.reason for each in found.refusals] == ["ratio-without-parts"]


def densities(west):
    return past(
        people("west", "2023", 60), people("hill", "2023", 40),
        value("land-area", "west", "2023", 30), value("land-area", "hill", "2023", 10),
        value("density", "west", "2023", west), value("density", "hill", "2023", 4000),
    )  # fmt: skip


def test_a_ratio_comes_from_the_sums_of_its_parts_in_the_unit_of_the_published_ones():
    assert carried(densities(2000), "density") == ({"2023": 2500.0}, [])


def test_a_ratio_that_its_published_parts_do_not_give_is_refused():
    assert carried(densities(1900), "density") == ({}, [("ratio-unconfirmed", "west", "2023")])


def test_a_region_is_the_sum_of_its_members_carried_back():
    known = past(people("west", "2023", 60), people("hill", "2023", 40), people("east", "2023", 7))
    assert carried(known, area="delta-new") == ({"2023": 107.0}, [])


def test_a_region_of_which_only_some_members_may_be_recorded_is_not_summed():
    catalog = replace(past(people("east", "2023", 7)).catalog, tiles=())
    assert carried(Archive(catalog, facts_of(catalog)), area="delta-new") == (
        {},
        [("members-unknown", "delta-new", None)],
    )


def real(scenes, name, place):
    known = Archive(scenes[0].catalog, scenes[0].facts)
    return known, carried_back(known, known.catalog.indicators[name], place)


def test_the_people_of_hung_yen_before_2025_are_those_of_hung_yen_and_thai_binh_in_every_year(scenes):
    known, found = real(scenes, "population_avg", "hung-yen-since-2025")
    published = {
        each: {fact.period.text: Decimal(fact.shown.text) for fact in known.facts["population_avg"][each]}
        for each in ("hung-yen-before-2025", "thai-binh")
    }
    expected = {
        str(year): published["hung-yen-before-2025"][str(year)] + published["thai-binh"][str(year)]
        for year in range(1995, 2025)
    }
    assert {each.fact.period.text: Decimal(each.fact.shown.text) for each in found.figures} == expected
    assert found.refusals == ()


def test_the_areas_of_2024_carried_back_are_those_that_the_resolution_of_2025_states(scenes):
    for place in ("hung-yen", "hai-phong", "bac-ninh", "ninh-binh"):
        known, found = real(scenes, "area", f"{place}-since-2025")
        (stated,) = known.facts["area"][f"{place}-since-2025"]
        assert found.figures[-1].fact.shown.value == pytest.approx(stated.shown.value, abs=0.001)


def test_the_new_delta_holds_bac_giang_and_not_vinh_phuc(scenes):
    _, found = real(scenes, "population_avg", "red-river-delta-since-2025")
    areas = [each.area for each in found.figures[-1].parts]
    assert (len(areas), "bac-giang" in areas, "vinh-phuc" in areas) == (11, True, False)


def test_hanoi_before_2008_waits_for_the_figures_of_ha_tay(scenes):
    _, found = real(scenes, "population_avg", "ha-noi")
    assert {(each.reason, each.area) for each in found.refusals} == {("part-missing", "ha-tay")}
    assert found.figures == ()


def test_an_index_and_a_growth_rate_are_refused(scenes):
    reasons = {
        name: [each.reason for each in real(scenes, name, "hung-yen-since-2025")[1].refusals]
        for name in ("grdp_growth", "papi_d1")
    }
    assert reasons == {"grdp_growth": ["not-additive"], "papi_d1": ["not-additive"]}


def test_the_urban_share_of_hung_yen_is_urban_people_over_all_people(scenes):
    _, found = real(scenes, "urban_share", "hung-yen-since-2025")
    latest = found.figures[-1].fact.shown
    assert (latest.period.text, round(latest.value, 2), latest.status) == ("2024", 14.02, "preliminary")


def test_an_unknown_first_day_of_a_region_means_no_carrying_back():
    known = past(
        people("east", "2023", 7),
        areas={each.id: each for each in (*tiny().areas.values(), area("x", "region"))},
    )
    assert carried(known, area="x") == ({}, [("unchanged", "", None)])
