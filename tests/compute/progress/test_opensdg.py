import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.compute.progress import OpenProgress, open_sdg, open_sdg_indicator


def near(number):
    return pytest.approx(number, abs=5e-4)


def rounded(found):
    """Give the status, and the progress value and the score to three decimals."""
    numbers = (found.progress_value, found.score)
    return found.status, *(None if each is None else round(each, 3) for each in numbers)


def against(first, last, target, direction="up", years=(2015, 2020, 2030)):
    """Judge two values against a target."""
    values = {years[0]: first, years[1]: last}
    return open_sdg(values, base_year=years[0], target_year=years[2], target=target, direction=direction)


def growing(first, last, direction="up", limit=None, years=(2015, 2016)):
    """Judge two values without a target."""
    return open_sdg({years[0]: first, years[1]: last}, base_year=years[0], direction=direction, limit=limit)


def test_growth_so_far_is_set_against_the_growth_needed():
    assert against(100, 110, 150) == OpenProgress(
        status="moderate_progress",
        score=near(0.731),  # 7.1429 x 0.7024 - 4.2857
        progress_value=near(0.7024),  # 1.9245 % a year of the 2.7400 % needed
        base_year=2015,
        base_value=100.0,
        current_year=2020,
        current_value=110.0,
        observed=near(0.019245),
        required=near(0.027400),
    )


@pytest.mark.parametrize(
    ("last", "status", "value", "score"),
    [
        # two years of the four: growth needed is 10 % a year, from 100 to 146.41
        (119.9025, "substantial_progress", 0.95, 2.5),
        (118.81, "moderate_progress", 0.9, 2.143),
        (112.3601, "moderate_progress", 0.6, 0.0),
        (110.25, "limited_progress", 0.5, -0.417),
        (100, "limited_progress", 0.0, -2.5),
        (98.01, "deterioration", -0.1, -2.917),
        (70.56, "deterioration", -1.6, -5.0),
        (139.24, "substantial_progress", 1.8, 5.0),
    ],
)
def test_a_ratio_has_a_status_and_a_score(last, status, value, score):
    found = against(100, last + 1e-9, 146.41, years=(2015, 2017, 2019))
    assert rounded(found) == (status, value, score)


def test_less_is_better_where_it_is_said_or_where_nothing_is_said():
    series = {2015: 100, 2017: 81}
    down = open_sdg(series, target_year=2019, target=65.61, direction="down")
    silent = open_sdg(series, target_year=2019, target=65.61)
    assert rounded(down) == ("substantial_progress", 1.0, 2.857)
    assert silent == down


@pytest.mark.parametrize("words", [("up", "positive", 1, "+1", "Up "), ("down", "negative", -1, "-")])
def test_a_direction_has_many_names(words):
    series = {2015: 100, 2017: 121}
    assert len({open_sdg(series, direction=word) for word in words}) == 1


def test_a_direction_without_a_meaning_is_refused():
    with pytest.raises(ValueError, match="not 'sideways'"):
        open_sdg({2015: 1, 2016: 2}, direction="sideways")


def test_a_target_that_is_met_is_achieved_with_the_highest_score():
    assert rounded(against(100, 150, 150))[0::2] == ("target_achieved", 5.0)
    assert rounded(against(100, 40, 50, "down"))[0::2] == ("target_achieved", 5.0)


def test_a_target_of_zero_counts_as_a_thousandth():
    found = against(8, 4, 0, "down", (2015, 2016, 2018))
    assert found.required == near(-0.95)  # (0.001 / 8) ^ (1/3) - 1
    assert rounded(found) == ("limited_progress", 0.526, -0.307)
    assert against(8, 0.001, 0, "down").status == "target_achieved"
    assert against(8, 0.0011, 0, "down").status != "target_achieved"


def test_a_base_of_zero_counts_as_a_thousandth():
    found = against(0, 0.01, 1, "up", (2015, 2016, 2018))
    assert (found.base_value, found.observed, found.required) == (0.0, near(9.0), near(9.0))
    assert rounded(found) == ("substantial_progress", 1.0, 2.857)


def test_zero_that_stays_zero_has_lost_all_of_its_thousandth():
    assert rounded(growing(0, 0)) == ("deterioration", -1.0, -5.0)
    assert rounded(growing(0, 0, "down")) == ("substantial_progress", 1.0, 5.0)


def test_a_negative_base_turns_the_sign_of_growth():
    rising = against(-100, -81, -65.61, "up", (2015, 2017, 2019))
    falling = against(-100, -121, -65.61, "up", (2015, 2017, 2019))
    assert (rising.observed, rounded(rising)) == (near(-0.1), ("substantial_progress", 1.0, 2.857))
    assert rounded(falling) == ("deterioration", -1.0, -5.0)
    assert rounded(growing(-100, -99)) == ("moderate_progress", 0.01, 1.25)


def test_base_and_current_value_of_opposite_signs_have_no_growth():
    found = against(-5, 5, 10)
    assert (rounded(found), found.sign_change) == (("not_available", None, None), True)
    assert growing(5, -5, "down") == OpenProgress(
        "not_available", None, None, 2015, 5.0, 2016, -5.0, None, None, sign_change=True
    )
    assert growing(0, -5).sign_change is True


def test_a_target_that_is_met_is_achieved_even_across_zero():
    assert rounded(against(-5, 10, 10)) == ("target_achieved", None, 5.0)


def test_growth_to_zero_is_a_loss_of_everything():
    assert rounded(growing(5, 0)) == ("deterioration", -1.0, -5.0)
    assert growing(5, 0).sign_change is False


def test_a_target_on_the_other_side_of_zero_is_measured_by_the_size_of_its_complex_growth():
    found = against(-8, -4, 1, "up", (2015, 2016, 2018))
    # (1 / -8) ^ (1/3) - 1 = 0.25 + 0.433i - 1, of size 0.866; observed growth is -0.5
    assert (rounded(found), found.required) == (("limited_progress", 0.577, -0.094), None)


def test_fewer_than_two_years_are_not_available():
    nothing = ("not_available", None, None)
    assert open_sdg({}) == OpenProgress("not_available")
    assert rounded(open_sdg({2015: 5})) == nothing
    assert rounded(open_sdg({2015: 5}, target=9, direction="up")) == nothing
    assert open_sdg({2010: 5, 2014: 6}) == OpenProgress("not_available")
    assert rounded(open_sdg({2010: 5, 2015: 6})) == nothing


def test_a_target_due_in_the_base_year_has_no_growth_needed():
    assert rounded(against(5, 6, 9, "up", (2015, 2016, 2015))) == ("not_available", None, None)


def test_a_base_equal_to_the_target_and_still_met_is_achieved_without_a_value():
    assert rounded(against(50, 50, 50)) == ("target_achieved", None, 5.0)
    assert rounded(against(50, 55, 50)) == ("target_achieved", None, 5.0)


def test_a_base_equal_to_the_target_and_no_longer_met_has_the_lowest_score():
    assert rounded(against(50, 49, 50)) == ("deterioration", None, -5.0)


def test_the_base_year_is_2015_where_none_is_declared():
    assert open_sdg({2014: 1, 2015: 2, 2016: 3}).base_year == 2015


def test_a_base_year_without_a_value_gives_way_to_the_next_later_year():
    series = {2014: 1, 2015: None, 2017: 2, 2019: 3}
    assert open_sdg(series).base_year == 2017
    assert open_sdg(series, base_year=2012).base_year == 2014


def test_the_target_year_is_2030_where_none_is_said():
    assert open_sdg({2015: 1, 2020: 2}, target=8, direction="up").required == near(8 ** (1 / 15) - 1)


def test_years_between_base_and_current_do_not_count():
    assert open_sdg({2015: 5, 2016: 99, 2017: 6}) == open_sdg({2015: 5, 2017: 6})


@pytest.mark.parametrize(
    ("last", "status", "score"),
    [
        (1015, "substantial_progress", 2.5),
        (1018, "substantial_progress", 4.0),
        (1050, "substantial_progress", 5.0),
        (1010, "moderate_progress", 1.25),
        (1005, "moderate_progress", 0.0),
        (1004, "limited_progress", -0.5),
        (1000, "limited_progress", -2.5),
        (990, "deterioration", -3.75),
        (900, "deterioration", -5.0),
    ],
)
def test_without_a_target_growth_has_fixed_thresholds(last, status, score):
    found = growing(1000, last + 1e-6)
    assert (found.status, round(found.score, 3)) == (status, score)
    assert found.required is None


def test_near_a_natural_limit_less_growth_is_asked_for():
    # C = 1 - (80/100)^4.44 = 0.6287; 1.5 % x C = 0.943 %
    found = growing(80, 80.8, limit=100)
    assert growing(80, 80.8).status == "moderate_progress"
    assert rounded(found) == ("substantial_progress", 0.01, 2.953)
    assert rounded(growing(80, 80.4, limit=100)) == ("moderate_progress", 0.005, 0.738)
    assert rounded(growing(80, 80.2, limit=100)) == ("limited_progress", 0.002, -0.512)


def test_far_below_the_limit_the_thresholds_are_almost_whole():
    # C = 1 - (10/100)^4.44 = 0.99996
    assert growing(10, 10.15, limit=100).score == near(2.5)


def test_beyond_the_limit_its_neighbourhood_is_mirrored():
    below, beyond = growing(80, 80.8, limit=100), growing(120, 121.2, limit=100)
    assert beyond.score == pytest.approx(below.score)


def test_from_twice_the_limit_on_the_thresholds_are_whole():
    assert rounded(growing(200, 203.0001, limit=100)) == ("substantial_progress", 0.015, 2.5)
    assert growing(300, 303, limit=100) == growing(300, 303)
    assert growing(5, 5.05, limit=0) == growing(5, 5.05)


def test_at_the_limit_staying_there_is_enough():
    assert rounded(growing(100, 100, limit=100)) == ("substantial_progress", 0.0, 5.0)
    assert rounded(growing(100, 99, limit=100)) == ("deterioration", -0.01, -3.75)


def test_a_limit_below_zero_counts_by_its_size():
    assert growing(-80, -79.2, limit=-100).score == pytest.approx(growing(80, 80.8, limit=100).score)


def test_a_limit_means_nothing_where_there_is_a_target():
    series = {2015: 80, 2020: 85}
    plain = open_sdg(series, target=100, direction="up")
    assert open_sdg(series, target=100, direction="up", limit=100) == plain


def test_an_indicator_has_the_mean_score_of_its_series():
    results = [OpenProgress("substantial_progress", 4.0), OpenProgress("limited_progress", -1.0)]
    assert open_sdg_indicator(results) == OpenProgress("moderate_progress", 1.5)


@pytest.mark.parametrize(
    ("score", "status"),
    [
        (5.0, "substantial_progress"),
        (2.5, "substantial_progress"),
        (2.49, "moderate_progress"),
        (0.0, "moderate_progress"),
        (-0.01, "limited_progress"),
        (-2.5, "limited_progress"),
        (-2.51, "deterioration"),
        (-5.0, "deterioration"),
    ],
)
def test_the_status_of_an_indicator_comes_from_its_score(score, status):
    assert open_sdg_indicator([OpenProgress("limited_progress", score)]).status == status


def test_an_indicator_is_achieved_only_when_all_its_series_are():
    met, close = OpenProgress("target_achieved", 5.0), OpenProgress("substantial_progress", 5.0)
    assert open_sdg_indicator([met, met]) == OpenProgress("target_achieved", 5.0)
    assert open_sdg_indicator([met, close]) == OpenProgress("substantial_progress", 5.0)


def test_series_that_are_not_available_do_not_count():
    nothing, met = OpenProgress("not_available"), OpenProgress("target_achieved", 5.0)
    assert open_sdg_indicator([nothing, met]) == OpenProgress("target_achieved", 5.0)
    assert open_sdg_indicator([nothing]) == open_sdg_indicator([]) == OpenProgress("not_available")


PLAIN = {2015: 40.0, 2018: 44.0, 2020: 46.0}


@pytest.mark.parametrize(
    "series",
    [
        [(2015, 40), (2018, 44), (2020, 46)],
        ((year, value) for year, value in PLAIN.items()),
        {"2015": "40", "2018": "44", "2020": "46"},
        PLAIN | {2016: None, 2021: float("nan")},
        pd.Series(PLAIN),
        pd.Series([40, 44, 46, None], index=[2015, 2018, 2020, 2021]),
        pd.Series([40, 44, 46, pd.NA], index=[2015, 2018, 2020, 2021], dtype="Int64"),
        {np.int64(2015): np.float32(40), np.int32(2018): np.int64(44), np.int64(2020): np.float64(46)},
        zip(np.array([2015, 2018, 2020]), np.array([40.0, 44.0, 46.0]), strict=True),
        dict(reversed(PLAIN.items())),
    ],
    ids=range(10),
)
def test_a_series_may_come_in_any_form(series):
    found = open_sdg(series, target=60, direction="up")
    assert found == open_sdg(PLAIN, target=60, direction="up")
    assert {type(each) for each in (found.base_value, found.score, found.progress_value)} == {float}
    assert {type(each) for each in (found.base_year, found.current_year)} == {int}


def test_a_year_with_two_values_is_refused():
    with pytest.raises(ValueError, match="two values for 2016"):
        open_sdg([(2015, 1), (2016, 2), (2016, 3)])


def test_the_series_is_left_as_it_was():
    series = {2015: 0.0, 2016: None, 2017: 3.0}
    open_sdg(series, target=0)
    assert series == {2015: 0.0, 2016: None, 2017: 3.0}


VALUES = st.integers(-10_000, 10_000).map(lambda each: each / 100)


@given(VALUES, VALUES, st.none() | VALUES, st.sampled_from(("up", "down")), st.none() | VALUES)
def test_a_score_lies_between_minus_five_and_five(first, last, target, direction, limit):
    found = open_sdg({2015: first, 2020: last}, target=target, direction=direction, limit=limit)
    assert (found.score is None) == (found.status == "not_available")
    assert found.score is None or -5 <= found.score <= 5


@given(VALUES, VALUES, VALUES, st.sampled_from(("up", "down")))
def test_turning_all_signs_and_the_direction_changes_nothing(first, last, target, direction):
    other = {"up": "down", "down": "up"}[direction]
    if 0 not in (first, last, target):
        assert rounded(against(-first, -last, -target, other)) == rounded(
            against(first, last, target, direction)
        )
