from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from build_scripts.compute.progress.aim import Aim
from build_scripts.compute.progress.pace import (
    classified,
    compound,
    linear,
    needed,
    projected,
    reached,
    theil_sen,
)
from build_scripts.model import Pace
from tests.compute.progress.cases import above, at_least, band, below, datum, down, series, up

BASE = datum(2020, 50)


def line(aim, first, last, years=(2020, 2025, 2030)):
    """Judge two figures by a straight line."""
    return linear(aim, datum(years[0], first), datum(years[1], last), years[2])


def outcome(pace):
    return pace.ratio, pace.status


def test_the_ratio_is_the_pace_so_far_over_the_pace_needed_since_the_base():
    latest = datum(2024, 54)
    assert linear(up(70), BASE, latest, 2030) == Pace(BASE, latest, 1.0, 2.0, 0.5, "off-track")


@pytest.mark.parametrize(
    ("latest", "ratio", "status"),
    [
        (59.5, 0.95, "on-track"),
        (59.49, 0.949, "at-risk"),
        (56, 0.6, "at-risk"),
        (55.99, 0.599, "off-track"),
        (50, 0.0, "off-track"),
        (49.99, -0.001, "moving-away"),
    ],
)
def test_a_value_exactly_on_a_threshold_belongs_to_the_better_side(latest, ratio, status):
    assert outcome(line(up(70), 50, latest)) == (ratio, status)


def test_a_threshold_is_met_by_decimals_that_no_float_can_hold():
    pace = line(up(1.1), 0.1, 0.3, (2020, 2021, 2025))
    assert (0.3 - 0.1) / 0.2 < 1
    assert (0.29 - 0.1) / 0.2 < 0.95
    assert outcome(pace) == (1.0, "on-track")
    assert outcome(line(up(0.7), 0.1, 0.29, (2020, 2021, 2023))) == (0.95, "on-track")


def test_falling_is_good_where_less_is_promised():
    assert outcome(line(down(2), 10, 6)) == (1.0, "on-track")
    assert outcome(line(down(2), 10, 11)) == (-0.25, "moving-away")


def test_zero_and_negative_values_have_a_linear_pace():
    assert outcome(line(up(10), 0, 5)) == (1.0, "on-track")
    assert outcome(line(up(0), -8, -6)) == (0.5, "off-track")
    assert outcome(line(up(4), -4, 0)) == (1.0, "on-track")
    assert outcome(line(down(-4), 4, 3)) == (0.25, "off-track")


def test_gaps_between_the_years_change_nothing():
    assert outcome(line(up(70), 50, 60, (2010, 2020, 2030))) == (1.0, "on-track")


def test_of_a_range_the_nearer_end_is_what_was_needed():
    assert line(up(60, 70), 50, 55).required == 1.0
    assert line(down(30, 20), 50, 45).required == -2.0
    assert (line(band(60, 62), 50, 55).required, line(band(60, 62), 72, 67).required) == (1.0, -1.0)


def test_a_series_that_began_beyond_the_target_and_fell_short_of_it_moves_away():
    assert outcome(line(up(70), 75, 69)) == (None, "moving-away")
    assert outcome(line(band(60, 62), 61, 63)) == (None, "moving-away")


def test_a_series_that_began_at_the_target_and_stays_is_on_track():
    assert line(up(50), 50, 50) == Pace(BASE, datum(2025, 50), 0.0, None, None, "on-track")


def test_at_the_edge_of_a_strict_bound_standing_still_is_not_enough():
    assert outcome(line(above(50), 50, 50)) == (None, "off-track")
    assert outcome(line(above(50), 50, 50.1)) == (None, "on-track")
    assert outcome(line(below(50), 50, 50.1)) == (None, "moving-away")


def test_a_series_that_went_through_a_band_and_out_at_its_other_side_moves_away():
    assert outcome(line(band(60, 62), 50, 70)) == (None, "moving-away")
    assert outcome(line(band(60, 62), 70, 50)) == (None, "moving-away")
    assert outcome(line(band(60, 62), 50, 61)) == (2.2, "on-track")


def test_going_up_what_lies_beyond_a_range_is_no_way_out():
    assert outcome(line(up(60, 62), 50, 70)) == (4.0, "on-track")


def test_compound_growth_is_set_against_compound_growth():
    latest = datum(2022, 121)
    assert compound(at_least(200), datum(2020, 100), latest, 2030) == Pace(
        datum(2020, 100),
        latest,
        pytest.approx(0.1),
        pytest.approx(0.0717735),
        pytest.approx(1.3932726),
        "on-track",
    )


def test_a_promised_fall_has_a_ratio_of_two_shrinkings():
    pace = compound(down(25), datum(2020, 100), datum(2022, 50), 2024)
    assert (pace.ratio, pace.status) == (1.0, "on-track")
    rising = compound(down(25), datum(2020, 100), datum(2022, 110), 2024)
    assert (rising.ratio, rising.status) == (pytest.approx(-0.1666438), "moving-away")


def test_compound_growth_on_a_threshold_is_not_lost_to_float_noise():
    pace = compound(up(144), datum(2020, 100), datum(2021, 119), 2022)
    assert (round(pace.ratio, 9), pace.status) == (0.95, "on-track")


def test_compound_growth_needs_values_above_zero():
    for base, latest, edge in ((0, 5, 9), (-1, 5, 9), (5, 0, 9), (5, 6, -9), (5, -6, 9)):
        assert compound(up(edge), datum(2020, base), datum(2022, latest), 2030) is None


def test_values_below_one_grow_like_others():
    assert compound(up(0.4), datum(2020, 0.1), datum(2025, 0.2), 2030).ratio == pytest.approx(1)
    points = series({2020: 0.1, 2021: 0.1, 2022: 0.1})
    assert theil_sen(up(0.4), points, 2030, compounding=True).ratio == 0


def test_compound_growth_through_a_band_moves_away_too():
    base, latest = datum(2020, 50), datum(2022, 70)
    grown, asked = pytest.approx(1.4**0.5 - 1), pytest.approx(1.2**0.1 - 1)
    assert compound(band(60, 62), base, latest, 2030) == Pace(base, latest, grown, asked, None, "moving-away")


def test_what_moves_away_still_says_what_was_needed():
    straight = linear(band(60, 70), datum(2020, 50), datum(2025, 80), 2030)
    grown = compound(band(60, 70), datum(2020, 50), datum(2025, 80), 2030)
    assert (straight.status, straight.required, straight.ratio) == ("moving-away", 1.0, None)
    assert (grown.status, grown.required, grown.ratio) == ("moving-away", pytest.approx(1.2**0.1 - 1), None)


def test_compound_growth_from_beyond_the_target_is_judged_by_where_it_is():
    kept = compound(up(50), datum(2020, 60), datum(2022, 50), 2030)
    left = compound(up(50), datum(2020, 60), datum(2022, 49), 2030)
    assert (kept.status, left.status) == ("on-track", "moving-away")


def test_the_median_pace_is_not_moved_by_one_odd_year():
    points = series({2020: 50, 2021: 52, 2022: 54, 2023: 40, 2024: 58})
    assert theil_sen(up(70), points, 2030, compounding=False) == Pace(
        points[0], points[-1], 2.0, 2.0, 1.0, "on-track"
    )


def test_the_median_pace_of_a_compounding_series_is_a_growth():
    points = series({2020: 100, 2021: 110, 2022: 121, 2023: 133.1})
    found = theil_sen(up(259.374246), points, 2030, compounding=True)
    assert (found.observed, found.ratio) == (pytest.approx(0.1), pytest.approx(1.0))
    assert found.status == "on-track"


def test_the_median_pace_of_a_compounding_series_needs_values_above_zero():
    assert theil_sen(up(9), series({2020: 1, 2021: -1, 2022: 3}), 2030, compounding=True) is None


def test_the_median_growth_leads_from_the_base_to_where_it_is_judged():
    points = series({2020: 100, 2021: 90, 2022: 81, 2023: 72.9, 2024: 200})
    assert theil_sen(at_least(65.61), points, 2030, compounding=True).status == "on-track"
    assert theil_sen(at_least(65.62), points, 2030, compounding=True).status == "moving-away"


def test_what_is_needed_counts_from_the_latest_figure_on():
    latest = datum(2025, 55)
    assert needed(up(70), latest, 2030, compounding=False) == 3.0
    assert needed(up(110), latest, 2026, compounding=True) == 1.0
    assert needed(down(50), latest, 2030, compounding=False) == -1.0
    assert needed(up(70), latest, 2025, compounding=False) is None


def test_the_pace_is_carried_on_to_the_year_of_the_target():
    assert projected(line(up(70), 50, 55), 2030, compounding=False) == 60.0
    grown = compound(up(200), datum(2020, 100), datum(2021, 110), 2022)
    assert projected(grown, 2023, compounding=True) == pytest.approx(133.1)


def test_the_year_reached_is_the_first_whose_value_meets():
    assert reached(up(70), line(up(70), 50, 55), compounding=False) == 2040
    assert reached(up(70.5), line(up(70.5), 50, 55), compounding=False) == 2041
    assert reached(down(40), line(down(40), 50, 45), compounding=False) == 2030
    assert reached(band(60, 62), line(band(60, 62), 70, 66), compounding=False) == 2030


def test_a_bound_that_must_be_passed_is_reached_a_year_after_its_edge():
    assert reached(above(70), line(above(70), 50, 55), compounding=False) == 2041
    assert reached(above(70), line(above(70), 50, 70), compounding=False) == 2026
    assert reached(below(50), line(below(50), 60, 50), compounding=False) == 2026
    assert reached(above(70), line(above(70), 70, 70), compounding=False) is None
    assert reached(above(70), line(above(70), 80, 70), compounding=False) is None


def test_a_pace_that_stands_still_leads_away_or_takes_centuries_never_arrives():
    assert reached(up(70), line(up(70), 50, 50), compounding=False) is None
    assert reached(up(70), line(up(70), 50, 49), compounding=False) is None
    assert reached(up(70), line(up(70), 50, 50.1), compounding=False) is None


def test_the_year_2200_is_the_last_that_is_named():
    assert reached(up(225), line(up(225), 45, 50), compounding=False) == 2200
    assert reached(up(225.1), line(up(225.1), 45, 50), compounding=False) is None


def test_the_year_reached_by_growth_is_not_put_off_by_float_noise():
    grown = compound(up(133.1), datum(2020, 100), datum(2021, 110), 2030)
    assert reached(up(133.1), grown, compounding=True) == 2023
    shrunk = compound(down(25), datum(2020, 100), datum(2021, 50), 2030)
    assert reached(down(25), shrunk, compounding=True) == 2022
    still = compound(up(200), datum(2020, 100), datum(2021, 100), 2030)
    assert reached(up(200), still, compounding=True) is None
    away = compound(up(200), datum(2020, 100), datum(2021, 90), 2030)
    assert reached(up(200), away, compounding=True) is None


def test_growth_reaches_a_band_at_the_end_that_it_comes_to_first():
    risen = compound(band(60, 62), datum(2020, 50), datum(2022, 55), 2030)
    assert reached(band(60, 62), risen, compounding=True) == 2024  # 55 x 1.1 = 60.5
    fallen = compound(band(60, 62), datum(2020, 70), datum(2021, 66.5), 2030)
    assert reached(band(60, 62), fallen, compounding=True) == 2023  # 66.5 x 0.95 x 0.95 = 60.02


def test_a_ratio_is_named_by_its_exact_value():
    assert [classified(each) for each in (Fraction(19, 20), 0.6, 0, -1e-12)] == [
        "on-track",
        "at-risk",
        "off-track",
        "moving-away",
    ]


HUNDREDTHS = st.integers(-100_000, 100_000)
"""Values with two decimals, times a hundred."""
OPPOSITE = {"up": "down", "down": "up", "band": "band"}
MIRRORED = {"=": "=", "~": "~", "range": "range", ">=": "<=", ">": "<", "<=": ">=", "<": ">"}


@st.composite
def aims(draw):
    """Draw an aim, its ends in hundredths."""
    low, high = sorted((draw(HUNDREDTHS), draw(HUNDREDTHS)))
    kind = draw(st.sampled_from(("range", "=", ">=", ">", "<=", "<")))
    if kind in (">=", ">"):
        return kind, low, None, "up"
    if kind in ("<=", "<"):
        return kind, None, high, "down"
    return kind, low, low if kind == "=" else high, draw(st.sampled_from(("up", "down", "band")))


def status(promise, values, factor=1, years=(2020, 2024, 2030)):
    """Judge values in hundredths, each times `factor`."""

    def number(each):
        return None if each is None else each * factor / 100

    operator, low, high, direction = promise
    return line(Aim(operator, number(low), number(high), direction), *map(number, values), years).status


@given(aims(), HUNDREDTHS, HUNDREDTHS, st.sampled_from((2, 3, 7, 10, 1000, 10**6)))
def test_scaling_all_values_never_changes_a_status(promise, first, last, factor):
    assert status(promise, (first, last), factor) == status(promise, (first, last))


@given(aims(), HUNDREDTHS, HUNDREDTHS)
def test_the_complement_with_the_opposite_direction_never_changes_a_status(promise, first, last):
    operator, low, high, direction = promise
    turned = (
        MIRRORED[operator],
        None if high is None else 10_000 - high,
        None if low is None else 10_000 - low,
        OPPOSITE[direction],
    )
    assert status(turned, (10_000 - first, 10_000 - last)) == status(promise, (first, last))


@given(aims(), HUNDREDTHS, HUNDREDTHS, st.integers(-50, 50))
def test_moving_all_years_alike_never_changes_a_status(promise, first, last, by):
    moved = tuple(year + by for year in (2020, 2024, 2030))
    assert status(promise, (first, last), years=moved) == status(promise, (first, last))


@given(HUNDREDTHS, HUNDREDTHS, HUNDREDTHS, HUNDREDTHS)
def test_a_better_figure_never_has_a_worse_status(base, target, one, other):
    assume(one != other)
    order = ("moving-away", "off-track", "at-risk", "on-track")
    worse, better = (status((">=", target, None, "up"), (base, each)) for each in sorted((one, other)))
    assert order.index(worse) <= order.index(better)


@given(HUNDREDTHS, HUNDREDTHS, HUNDREDTHS)
def test_the_year_reached_is_the_first_that_meets_and_none_before_it(base, latest, target):
    aim = at_least(target / 100)
    assume(not aim.met(latest / 100))
    pace = line(aim, base / 100, latest / 100)
    year = reached(aim, pace, compounding=False)
    if year is None:
        assert latest <= base or Fraction(target - latest, latest - base) * 5 > 2200 - 2025
    else:
        values = {each: latest + Fraction(latest - base, 5) * (each - 2025) for each in (year - 1, year)}
        assert values[year - 1] < target <= values[year]
