import pytest

from build_scripts.compute.progress.period import period
from build_scripts.model import Judgement
from tests.compute.progress.cases import above, at_least, at_most, band, case, datum, down, series, up

FIVE = dict.fromkeys(range(2021, 2026), 8.0)


def promise(aim, values, **more):
    """Judge the mean of 2021 to 2025."""
    return period(case(aim, values, **({"method": "period", "start": 2021, "year": 2025} | more)))


def found(aim, values, **more):
    judgement = promise(aim, values, **more)
    return judgement.status, judgement.basis if judgement.assessed else judgement.reason


def test_a_mean_comes_with_its_whole_sum():
    values = {2021: 7.0, 2022: 8.0}
    parts = series(values)
    assert promise(up(8, 8.5), values, now=2022) == Judgement(
        target="promise",
        status="at-risk",
        now=2022,
        method="period",
        basis="mean",
        edge=8.0,
        start=2021,
        latest=parts[-1],
        parts=parts,
        so_far=7.5,
        needed=pytest.approx(25 / 3),
        projected=7.5,
    )


def test_a_whole_period_has_its_mean_or_has_not():
    assert found(up(8, 8.5), FIVE) == ("achieved", "mean")
    assert found(up(8, 8.5), FIVE | {2025: 7.9}) == ("off-track", "mean")
    assert found(up(8, 8.5), FIVE | {2025: 20}) == ("achieved", "mean")
    assert found(up(8, 8.5), dict.fromkeys(FIVE, 0)) == ("off-track", "mean")
    assert found(up(8, 8.5), dict.fromkeys(FIVE, -1)) == ("moving-away", "mean")


def test_a_whole_period_whose_mean_lies_beside_its_band_has_missed_it():
    for value in (59, 63):
        judgement = promise(band(60, 62), dict.fromkeys(FIVE, value))
        assert (judgement.status, judgement.so_far) == ("off-track", value)


def test_a_whole_period_has_no_more_to_come():
    judgement = promise(up(8), FIVE)
    assert (judgement.needed, judgement.projected) == (None, None)


def test_a_mean_of_decimals_on_its_edge_is_reached():
    values = {2021: 0.1, 2022: 0.2, 2023: 0.3}
    assert sum(values.values()) / 3 != 0.2
    assert found(at_least(0.2), values, year=2023) == ("achieved", "mean")
    assert found(above(0.2), values, year=2023) == ("off-track", "mean")


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (8, "on-track"), (7.6, "on-track"), (7.59, "at-risk"), (4.8, "at-risk"), (4.79, "off-track"),
        (0, "off-track"), (-0.1, "moving-away"), (9, "on-track"),
    ],
)  # fmt: skip
def test_before_the_end_a_mean_is_a_pace(value, status):
    assert found(up(8), {2021: value, 2022: value}, now=2022) == (status, "mean")


@pytest.mark.parametrize(
    ("value", "status"),
    [(4, "on-track"), (4.2, "on-track"), (5, "at-risk"), (7, "off-track"), (0, "on-track"), (-1, "on-track")],
)
def test_a_mean_to_stay_below_is_measured_the_other_way_round(value, status):
    assert found(at_most(4), {2021: value}, now=2021) == (status, "mean")


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (-2, "on-track"),
        (-3, "on-track"),
        (-1.9, "on-track"),
        (-1.5, "at-risk"),
        (-1, "off-track"),
        (1, "moving-away"),
    ],
)
def test_a_mean_that_is_to_fall_below_zero_has_a_ratio(value, status):
    assert found(down(-2), {2021: value}, now=2021) == (status, "mean")


@pytest.mark.parametrize(
    ("value", "status"),
    [(-2, "on-track"), (1, "on-track"), (-2.1, "on-track"), (-3, "at-risk"), (-4, "off-track")],
)
def test_a_mean_that_may_be_a_loss_has_a_ratio(value, status):
    assert found(up(-2), {2021: value}, now=2021) == (status, "mean")


def test_a_mean_that_is_to_stay_above_zero_has_no_ratio_but_a_side():
    assert found(up(0), {2021: 0.0}, now=2021) == ("on-track", "mean")
    assert found(up(0), {2021: -0.1}, now=2021) == ("off-track", "mean")


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (61, "on-track"),
        (59, "on-track"),
        (63, "on-track"),
        (50, "at-risk"),
        (80, "at-risk"),
        (20, "off-track"),
        (-1, "off-track"),
    ],
)
def test_a_mean_in_a_band_falls_short_on_both_sides(value, status):
    assert found(band(60, 62), {2021: value}, now=2021) == (status, "mean")


def test_means_below_one_have_the_same_ratios():
    assert found(up(0.5), {2021: 0.4}, now=2021) == ("at-risk", "mean")
    assert found(at_most(0.4), {2021: 0.5}, now=2021) == ("at-risk", "mean")
    assert found(band(0.5, 0.6), {2021: 0.4}, now=2021) == ("at-risk", "mean")


def test_a_mean_beside_an_edge_of_zero_has_no_ratio():
    assert found(down(0), {2021: 0}, now=2021) == ("on-track", "mean")
    assert found(down(0), {2021: 1}, now=2021) == ("off-track", "mean")
    assert found(band(-1, 0), {2021: 1}, now=2021) == ("off-track", "mean")


def test_a_year_without_a_figure_leaves_the_whole_unjudged():
    judgement = promise(up(8), {2021: 8, 2023: 8, 2025: 8})
    assert (judgement.status, judgement.reason) == ("not-assessable", "no-observation")
    assert (judgement.missing, judgement.parts) == ((2022, 2024), series({2021: 8, 2023: 8, 2025: 8}))


def test_a_first_year_without_a_figure_is_missing_too():
    assert promise(up(8), {2022: 8, 2023: 8}).missing == (2021,)


def test_figures_before_the_period_do_not_count():
    assert found(up(8), {2019: 1, 2020: 1}) == ("not-assessable", "no-observation")
    assert found(up(8), {2020: 1} | FIVE) == ("achieved", "mean")


def test_a_period_that_lies_ahead_or_has_no_years_is_not_judged():
    assert found(up(8), FIVE, start=2026, year=2030) == ("not-assessable", "period-not-started")
    assert found(up(8), FIVE, start=None) == ("not-assessable", "no-numeric-target")
    assert found(up(8), FIVE, year=None) == ("not-assessable", "no-numeric-target")


def test_a_period_without_its_last_years_grows_stale():
    assert found(up(8), {2021: 8, 2022: 8}) == ("on-track", "mean")
    assert found(up(8), {2021: 8, 2022: 8}, now=2026) == ("not-assessable", "stale")
    assert found(up(8), FIVE, now=2040) == ("achieved", "mean")


def test_a_break_inside_the_period_leaves_it_unjudged():
    assert found(up(8), FIVE, cuts=(2022,)) == ("not-assessable", "series-break")
    assert found(up(8), FIVE, cuts=(2025,)) == ("not-assessable", "series-break")
    assert found(up(8), FIVE, cuts=(2021, 2026)) == ("achieved", "mean")


def test_a_figure_for_the_whole_period_goes_before_those_of_its_years():
    whole = datum(2025, 7.9, period="2021-2025")
    judgement = promise(up(8), FIVE, whole=whole)
    assert (judgement.status, judgement.parts, judgement.so_far) == ("off-track", (whole,), 7.9)


def test_a_figure_for_a_period_that_is_not_over_is_a_forecast_and_waits():
    whole = datum(2025, 9, period="2021-2025")
    judgement = promise(up(8), {2021: 7, 2022: 7}, whole=whole, now=2022)
    assert (judgement.status, judgement.so_far) == ("at-risk", 7.0)


SUM = {"total": True}


def test_a_sum_is_set_against_the_promised_sum():
    judgement = promise(at_least(100), {2021: 18, 2022: 18}, now=2022, **SUM)
    assert (judgement.status, judgement.basis, judgement.so_far) == ("at-risk", "sum", 36.0)
    assert (judgement.needed, judgement.projected, judgement.edge) == (pytest.approx(64 / 3), 90.0, 100.0)
    assert found(at_least(100), dict.fromkeys(FIVE, 20), **SUM) == ("achieved", "sum")
    assert found(at_least(100), dict.fromkeys(FIVE, 19), **SUM) == ("off-track", "sum")


def test_a_sum_that_can_only_grow_is_reached_early():
    judgement = promise(at_least(100), {2021: 0, 2022: 100}, now=2022, **SUM)
    assert (judgement.status, judgement.needed, judgement.projected) == ("achieved", None, None)


def test_a_sum_that_has_shrunk_before_is_not_reached_early():
    judgement = promise(at_least(100), {2021: 120, 2022: -10}, now=2022, **SUM)
    assert (judgement.status, judgement.needed) == ("on-track", pytest.approx(-10 / 3))


def test_a_sum_to_stay_below_is_not_kept_before_the_end():
    assert found(at_most(100), {2021: 10, 2022: 10}, now=2022, **SUM) == ("on-track", "sum")
    assert found(at_most(100), {2021: 60, 2022: 60}, now=2022, **SUM) == ("off-track", "sum")


def test_a_sum_for_the_whole_period_is_one_figure():
    whole = datum(2025, 3.2, period="2021-2025")
    judgement = promise(up(3.1, 3.2), {}, whole=whole, **SUM)
    assert (judgement.status, judgement.so_far, judgement.parts) == ("achieved", 3.2, (whole,))


def test_a_change_promised_for_every_year_must_be_kept_in_every_year():
    every = {"each_year": True}
    assert found(at_least(1.5), dict.fromkeys(FIVE, 1.5), **every) == ("achieved", "mean")
    assert found(at_least(1.5), dict.fromkeys(FIVE, 2) | {2023: 1.4}, **every) == ("off-track", "mean")
    assert found(at_least(1.5), dict.fromkeys(FIVE, 2) | {2023: 1.4}) == ("achieved", "mean")


def test_a_period_of_which_nothing_can_be_said_still_shows_its_term_and_what_is_known():
    values = {2021: 8.0, 2023: 9.0}
    judgement = promise(up(8), values)
    assert (judgement.status, judgement.reason) == ("not-assessable", "no-observation")
    assert (judgement.target, judgement.now, judgement.method, judgement.start) == (
        "promise",
        2025,
        "period",
        2021,
    )
    assert (judgement.parts, judgement.latest) == (series(values), datum(2023, 9.0))
    assert set(judgement.missing) >= {2022}
    assert promise(up(8), {}).latest is None
