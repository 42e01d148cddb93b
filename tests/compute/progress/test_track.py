from dataclasses import replace

import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.progress import Between
from build_scripts.compute.progress.track import Track, conversion, track, unit_of
from build_scripts.model import Break, Conversion, Datum, Period
from tests.compute.progress.cases import datum, series
from tests.compute.progress.promises import bound, goal, portal, rows, series_in
from tests.tiny import both, target


def followed(promise=None, snapshots=False, **more):  # noqa: FBT002 - as in the data
    """Follow the series of a promise."""
    promise = target("t") if promise is None else promise
    catalog = portal(promise, **more)
    measure = replace(catalog.measures[0], snapshots=snapshots)
    return track(catalog, promise, measure, facts_of(catalog).get("tap", {}).get("east", ()))


def test_years_become_figures_with_their_status_and_source():
    values = rows({2023: 56}) + rows({2024: 58}, status="preliminary")
    found = followed(values=values)
    assert found == Track((datum(2023, 56), datum(2024, 58, status="preliminary")), (), (), None, ())


def test_figures_of_low_confidence_and_marks_are_left_out():
    values = rows({2022: 50}) + rows({2023: 60}, confidence="low") + rows({2024: "no-figure"})
    assert followed(values=values).points == series({2022: 50})


def test_a_target_has_its_own_unit_or_that_of_its_goal():
    catalog = portal()
    assert unit_of(catalog, target("t", unit="times")) == "times"
    assert unit_of(catalog, target("t", unit="")) == "percent"


def test_the_same_unit_needs_no_conversion():
    assert conversion(portal(), "dong", target("t", unit="dong"), "2024") == Conversion(
        "dong", "dong", 1.0, "", ""
    )


def test_a_fixed_factor_holds_for_every_year():
    found = followed(
        target("t", unit="million_dong"), indicators=series_in("dong"), values={1990: 5, 2024: 300}
    )
    assert found.points == series({1990: 0.005, 2024: 0.3})


def test_a_factor_is_applied_as_on_paper():
    assert 1.3 * 0.001 != 0.0013
    found = followed(target("t", unit="million_dong"), indicators=series_in("dong"), values={2024: 1.3})
    assert found.points == series({2024: 0.0013})


def test_a_rate_serves_the_figures_of_its_own_year_only():
    promise = target("t", unit="dollar")
    found = followed(promise, indicators=series_in("dong"), values={2022: 10, 2023: 10, 2024: 10})
    assert found.points == series({2023: 5, 2024: 2.5})


def test_without_a_conversion_units_differ():
    assert followed(target("t", unit="dollar"), indicators=series_in("percent")) is None
    assert followed(target("t", unit="dollar"), indicators=series_in("dong"), values={2020: 10}) is None


def test_a_bound_is_kept_apart_in_the_unit_of_the_target():
    values = [bound(2023, ">", low=1.1), bound(2024, "range", low=100, high=300)]
    found = followed(target("t", unit="million_dong"), indicators=series_in("dong"), values=values)
    assert (found.points, found.between) == ((), (Between(2023, 0.0011, None), Between(2024, 0.1, 0.3)))


def test_a_bound_is_said_at_the_rate_of_its_own_year():
    values = [bound(2023, ">", low=10), bound(2024, "<", high=10)]
    found = followed(target("t", unit="dollar"), indicators=series_in("dong"), values=values)
    assert found.between == (Between(2023, 5.0, None), Between(2024, None, 2.5))


def test_periods_inside_a_year_are_left_out_and_named():
    found = followed(values={2023: 50, "2024-Q1": 60, "2024-06": 61})
    assert (found.points, found.parts) == (series({2023: 50}), ("2024-Q1", "2024-06"))


def test_the_last_count_inside_a_year_stands_for_it_where_it_may():
    found = followed(snapshots=True, values={2023: 50, "2023-06": 99, "2024-03": 60, "2024-06": 61})
    assert found.points == (datum(2023, 50), datum(2024, 61, period="2024-06"))
    assert found.parts == ()


def test_a_bound_inside_a_year_stands_for_nothing():
    values = [*rows({2023: 50, "2024-03": 60}), bound("2024-06", ">", low=70)]
    assert followed(snapshots=True, values=values).points == (
        datum(2023, 50),
        datum(2024, 60, period="2024-03"),
    )


def test_breaks_of_the_series_in_the_area_or_everywhere_cut_it():
    breaks = [
        Break(name, area, Period.parse(year), both("Why."), "yearbook")
        for name, area, year in (
            ("tap", "east", "2022"), ("tap", "", "2019"), ("tap", "west", "2021"), ("leak", "", "2020"),
        )
    ]  # fmt: skip
    assert followed(breaks=tuple(breaks)).cuts == (2019, 2022)


def test_a_figure_of_the_whole_term_is_found_by_its_years():
    promise = target("t", reference="period-average", start_year=2021, year=2024)
    values = {"2021-2024": 7.5, "2021-2023": 7, 2024: 8}
    found = followed(promise, values=values)
    assert (found.whole, found.points) == (datum(2024, 7.5, period="2021-2024"), series({2024: 8}))
    assert followed(replace(promise, start_year=2020), values=values).whole is None


def test_a_figure_of_the_whole_term_is_said_in_the_unit_of_the_target():
    promise = target("t", reference="cumulative", unit="million_dong", start_year=2021, year=2024)
    found = followed(promise, indicators=series_in("dong"), values={"2021-2024": 300})
    assert found.whole == datum(2024, 0.3, period="2021-2024")


CHANGE = target("t", reference="annual-change", unit="point_a_year", low=1.5)


def test_a_series_of_changes_is_taken_as_it_is():
    found = followed(CHANGE, indicators=series_in("point"), values={2023: 1.5, 2024: 1.2})
    assert found.points == series({2023: 1.5, 2024: 1.2})


def test_a_series_of_levels_is_turned_into_changes_from_the_year_before():
    found = followed(CHANGE, values={2020: 10.1, 2021: 11.6, 2023: 15, 2024: 15.3})
    assert 11.6 - 10.1 == 1.5
    assert 15.3 - 15 != 0.3
    assert found.points == series({2021: 1.5, 2024: 0.3})


def test_a_promised_fall_counts_falls_as_positive():
    found = followed(CHANGE, indicators=series_in("percent", direction="down"), values={2023: 10, 2024: 8.5})
    assert found.points == series({2024: 1.5})


def test_a_change_that_is_to_go_down_keeps_its_sign():
    found = followed(
        CHANGE,
        goals=goal("down"),
        indicators=series_in("percent", direction="down"),
        values={2023: 10, 2024: 8.5},
    )
    assert found.points == series({2024: -1.5})


def test_levels_whose_change_has_another_unit_are_not_compared():
    assert followed(replace(CHANGE, unit="dollar")) is None


def test_levels_are_not_turned_into_changes_for_any_other_promise():
    assert followed(replace(CHANGE, reference="end-year")) is None


MULTIPLE = target("t", reference="multiple-of-base", unit="times", low=3.0, baseline_year=2020)


def test_a_multiple_is_of_the_year_that_the_target_names():
    found = followed(MULTIPLE, indicators=series_in("dong"), values={2019: 50, 2020: 100.1, 2024: 300.3})
    assert found.points == series({2020: 1, 2024: 3})


@pytest.mark.parametrize(
    "values", [{2021: 100, 2024: 300}, {2020: 0, 2024: 300}, {2020: "no-figure", 2024: 3}]
)
def test_without_a_figure_of_the_base_year_there_is_no_multiple(values):
    assert followed(MULTIPLE, indicators=series_in("dong"), values=values).points == ()


def test_without_a_base_year_there_is_no_multiple():
    assert followed(replace(MULTIPLE, baseline_year=None), values={2020: 100, 2024: 300}).points == ()


def test_a_converted_figure_says_where_it_comes_from():
    found = followed(target("t", unit="million_dong"), indicators=series_in("dong"), values={2024: 300})
    assert found.points == (Datum(2024, 0.3, "2024", "final", "yearbook"),)
