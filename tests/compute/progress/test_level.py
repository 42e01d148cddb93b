from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.compute.progress import Between
from build_scripts.compute.progress.level import level
from build_scripts.model import Judgement, Pace
from tests.compute.progress.cases import above, at_least, at_most, band, below, case, datum, down, stated, up


def found(aim, values, **more):
    """Name the status, and what it rests on or why there is none."""
    judgement = level(case(aim, values, **more))
    return judgement.status, judgement.basis if judgement.assessed else judgement.reason


def base_of(aim, values, **more):
    judgement = level(case(aim, values, **more))
    return judgement.pace.base.year, judgement.base_from


def test_a_pace_comes_with_its_whole_sum():
    base, recent, latest = datum(2020, 50), datum(2021, 51), datum(2025, 54)
    assert level(case(up(70), {2020: 50, 2021: 51, 2025: 54})) == Judgement(
        target="promise",
        status="off-track",
        now=2025,
        basis="pace",
        edge=70.0,
        start=2020,
        base_from="period",
        latest=latest,
        pace=Pace(base, latest, 0.8, 2.0, 0.4, "off-track"),
        recent=Pace(base, latest, 0.8, 2.0, 0.4, "off-track"),
        needed=3.2,
        projected=58.0,
        reached=2045,
    )
    assert recent.year == 2021


def test_the_second_horizon_looks_at_the_last_five_years_alone():
    judgement = level(case(up(70), {2010: 40, 2019: 50, 2020: 55, 2025: 60}, start=2010))
    assert (judgement.pace.base.year, judgement.pace.observed) == (2010, pytest.approx(20 / 15))
    assert judgement.recent == Pace(datum(2020, 55), datum(2025, 60), 1.0, 1.5, 2 / 3, "at-risk")


def test_the_second_horizon_does_not_reach_over_a_break():
    judgement = level(case(up(70), {2010: 40, 2022: 50, 2023: 55, 2025: 60}, start=2010, cuts=(2023,)))
    assert judgement.recent.base.year == 2023


def test_a_value_that_meets_before_the_year_is_due_is_achieved():
    assert found(up(70), {2020: 50, 2024: 70}) == ("achieved", "value")
    assert found(up(70), {2024: 70}) == ("achieved", "value")
    assert found(down(4), {2020: 5, 2024: 3.9}) == ("achieved", "value")
    assert found(up(70), {2020: 50, 2024: 70}, year=None) == ("achieved", "value")


def test_an_achieved_target_still_shows_its_pace():
    judgement = level(case(up(70), {2020: 50, 2024: 70}))
    assert (judgement.pace.ratio, judgement.projected, judgement.needed) == (2.5, None, None)


def test_what_is_achieved_before_its_year_is_said_whole_with_the_break_in_its_term():
    base, latest = datum(2021, 60), datum(2024, 72)
    assert level(case(up(70), {2020: 50, 2021: 60, 2024: 72}, cuts=(2021,))) == Judgement(
        target="promise",
        status="achieved",
        now=2025,
        basis="value",
        edge=70.0,
        start=2020,
        base_from="break",
        latest=latest,
        pace=Pace(base, latest, 4.0, 10 / 9, 3.6, "on-track"),
        recent=Pace(base, latest, 4.0, 10 / 9, 3.6, "on-track"),
        cut=2021,
    )


def test_what_the_year_of_the_target_decides_is_said_whole():
    base, latest = datum(2020, 50), datum(2025, 69)
    assert level(case(up(70), {2020: 50, 2025: 69}, year=2025)) == Judgement(
        target="promise",
        status="off-track",
        now=2025,
        basis="term",
        edge=70.0,
        start=2020,
        base_from="period",
        latest=latest,
        pace=Pace(base, latest, 3.8, 4.0, 0.95, "on-track"),
        recent=Pace(base, latest, 3.8, 4.0, 0.95, "on-track"),
    )


def test_a_figure_of_the_target_year_goes_before_a_bound_of_that_year():
    between = (Between(2025, None, 65),)
    assert found(up(70), {2020: 50, 2025: 70}, year=2025, between=between) == ("achieved", "term")


def test_a_strict_bound_is_not_met_at_its_edge():
    assert found(at_least(70), {2020: 50, 2024: 70}) == ("achieved", "value")
    assert found(above(70), {2020: 50, 2024: 70}) == ("on-track", "pace")
    assert found(at_most(4), {2020: 5, 2024: 4}) == ("achieved", "value")
    assert found(below(4), {2020: 5, 2024: 4}) == ("on-track", "pace")


def test_inside_a_band_is_achieved_and_out_at_its_other_side_is_moving_away():
    assert found(band(60, 62), {2020: 50, 2024: 61}) == ("achieved", "value")
    assert found(band(60, 62), {2020: 50, 2024: 63}) == ("moving-away", "pace")


def test_a_target_equal_to_the_base_is_achieved_while_it_is_met():
    assert found(up(50), {2020: 50, 2024: 50}) == ("achieved", "value")
    assert found(up(50), {2020: 50, 2024: 49}) == ("moving-away", "pace")


def test_zero_and_negative_values_are_judged_like_others():
    assert found(up(0), {2020: -10, 2025: 0}) == ("achieved", "value")
    assert found(up(10), {2020: -10, 2025: 0}) == ("on-track", "pace")
    assert found(down(0), {2020: 3, 2025: 2}) == ("at-risk", "pace")


def test_the_figure_of_the_target_year_decides():
    assert found(up(70), {2020: 50, 2025: 70}, year=2025) == ("achieved", "term")
    assert found(up(70), {2020: 50, 2025: 69}, year=2025) == ("off-track", "term")
    assert found(up(70), {2020: 50, 2025: 49}, year=2025) == ("moving-away", "term")


def test_a_band_missed_in_its_own_year_moved_away_only_if_it_ended_farther_off_than_it_began():
    assert found(band(60, 62), {2020: 64, 2025: 59.5}, year=2025) == ("off-track", "term")
    assert found(band(60, 62), {2020: 62.5, 2025: 57}, year=2025) == ("moving-away", "term")


def test_the_figure_of_the_target_year_decides_however_old_it_is_and_whatever_came_after():
    assert found(up(70), {2010: 50, 2015: 69, 2025: 90}, year=2015, start=2010) == ("off-track", "term")
    assert found(up(70), {2015: 70}, year=2015, start=2010) == ("achieved", "term")


def test_without_a_figure_of_the_target_year_the_last_before_it_tells():
    assert found(up(70), {2020: 50, 2024: 70}, year=2025) == ("achieved", "value")
    assert found(up(70), {2020: 50, 2024: 60}, year=2025) == ("at-risk", "pace")
    assert found(up(70), {2020: 50, 2021: 52, 2026: 70}, year=2022, now=2026) == ("not-assessable", "stale")


@pytest.mark.parametrize(
    ("span", "outcome"),
    [
        (Between(2025, 72, None), ("achieved", "term", 70.0)),
        (Between(2025, None, 65), ("off-track", "term", 70.0)),
    ],
)
def test_a_bound_of_the_target_year_decides_where_it_can(span, outcome):
    judgement = level(case(up(70, 72), {2020: 50}, year=2025, between=(span,)))
    assert (judgement.status, judgement.basis, judgement.edge) == outcome


def test_the_edge_of_a_promised_fall_is_its_upper_end_when_only_a_bound_is_known():
    judgement = level(case(down(5, 3), {}, year=2025, between=(Between(2025, None, 4),)))
    assert (judgement.status, judgement.edge) == ("achieved", 5.0)


def test_the_edge_of_a_band_is_the_one_nearest_to_what_is_known():
    judgement = level(case(band(60, 62), {}, year=2025, between=(Between(2025, None, 50),)))
    assert (judgement.status, judgement.edge) == ("off-track", 60.0)


def test_a_bound_that_leaves_it_open_leaves_the_word_to_the_pace():
    between = (Between(2025, 64, None),)
    assert found(up(70), {2020: 50, 2024: 60}, year=2025, between=between) == ("at-risk", "pace")


def counted_in_june(value, **more):
    subject = case(up(70), {2020: 50}, year=2025, **more)
    judgement = level(replace(subject, points=(*subject.points, datum(2025, value, period="2025-06"))))
    return judgement.status, judgement.basis


def test_a_count_dated_inside_the_target_year_decides_only_if_it_meets():
    assert counted_in_june(70) == ("achieved", "term")
    assert counted_in_june(69) == ("on-track", "pace")
    assert counted_in_june(69, single=True) == ("not-assessable", "none")


def test_the_plan_of_one_year_is_judged_by_the_figure_of_that_year_alone():
    one = {"year": 2025, "start": 2025, "single": True}
    assert found(up(70), {2024: 75}, **one) == ("not-assessable", "no-observation")
    assert found(up(70), {2024: 75, 2025: 69}, **one) == ("off-track", "term")
    assert found(up(70), {2024: 65, 2025: 70}, **one) == ("achieved", "term")
    assert level(case(up(70), {2024: 80, 2025: 69}, **one)).pace is None


def test_nothing_is_said_before_the_term_begins():
    assert found(up(70), {2025: 80}, start=2026) == ("not-assessable", "period-not-started")
    assert found(up(70), {2025: 80}, start=2025) == ("achieved", "value")
    ahead = {"year": 2026, "start": None, "single": True}
    assert found(up(70), {2025: 80}, **ahead) == ("not-assessable", "period-not-started")


def test_no_figure_and_one_figure_are_told_apart():
    assert found(up(70), {}) == ("not-assessable", "no-observation")
    assert found(up(70), {2024: 60}) == ("not-assessable", "one-observation")
    assert found(up(70), {2018: 50, 2024: 60}) == ("not-assessable", "one-observation")


def test_a_figure_after_the_year_of_judgement_is_not_known_yet():
    assert found(up(70), {2026: 80}) == ("not-assessable", "no-observation")


def test_three_years_are_not_stale_four_are():
    assert found(up(70), {2020: 50, 2022: 54}) == ("on-track", "pace")
    assert found(up(70), {2020: 50, 2021: 52}) == ("not-assessable", "stale")
    assert level(case(up(70), {2020: 50, 2021: 52})).latest == datum(2021, 52)


def test_a_stale_value_that_met_says_nothing_any_more():
    assert found(up(70), {2020: 50, 2021: 80}) == ("not-assessable", "stale")


def test_a_target_without_a_year_has_no_pace():
    assert found(up(70), {2020: 50, 2024: 60}, year=None) == ("not-assessable", "no-numeric-target")


def test_the_base_is_the_one_the_document_states():
    assert base_of(up(70), {2021: 51, 2024: 60}, base=stated(2019, 50)) == (2019, "document")


def test_a_stated_base_goes_before_the_figure_of_the_same_year():
    judgement = level(case(up(70), {2020: 51, 2024: 60}, base=stated(2020, 50)))
    assert judgement.pace.base == stated(2020, 50)


def test_the_base_is_the_figure_of_the_year_the_document_names():
    assert base_of(up(70), {2018: 40, 2019: 45, 2020: 50, 2024: 60}, base_year=2019) == (2019, "base-year")


def test_without_a_figure_of_the_named_year_the_next_one_is_the_base():
    assert base_of(up(70), {2018: 40, 2020: 50, 2024: 60}, base_year=2019) == (2020, "period")


def test_the_base_is_the_first_figure_of_the_term():
    assert base_of(up(70), {2018: 40, 2021: 50, 2024: 60}) == (2021, "period")


def test_without_a_term_the_base_is_the_first_of_the_last_five_years():
    assert base_of(up(70), {2018: 40, 2019: 45, 2022: 50, 2024: 60}, start=None) == (2019, "five-years")


def test_after_a_break_inside_the_term_the_base_is_the_first_figure_since():
    judgement = level(case(up(70), {2020: 50, 2021: 52, 2022: 60, 2024: 64}, cuts=(2022,)))
    assert (judgement.pace.base.year, judgement.base_from, judgement.cut) == (2022, "break", 2022)


def test_a_break_right_after_the_first_figure_of_the_term_skips_it():
    assert base_of(up(70), {2020: 50, 2022: 60, 2024: 64}, cuts=(2021,)) == (2022, "break")


def test_without_a_term_a_break_in_the_last_five_years_is_shown():
    judgement = level(case(up(70), {2020: 50, 2022: 60, 2024: 64}, start=None, cuts=(2021,)))
    assert (judgement.pace.base.year, judgement.cut) == (2022, 2021)


def test_a_base_of_the_very_year_of_a_break_may_be_compared():
    assert base_of(up(70), {2022: 60, 2024: 64}, base=stated(2022, 58), cuts=(2022,)) == (2022, "document")
    assert base_of(up(70), {2022: 60, 2024: 64}, base_year=2022, cuts=(2022,)) == (2022, "base-year")


def test_a_break_in_the_year_of_the_latest_figure_leaves_that_one_alone():
    judgement = level(case(up(70), {2020: 60, 2024: 62}, cuts=(2024,)))
    assert (judgement.reason, judgement.cut) == ("series-break", 2024)
    words = level(case(up(70), {2024: 62}, base=stated(2020, 50), cuts=(2024,)))
    assert words.reason == "series-break"


def test_a_term_that_began_in_the_year_of_the_latest_figure_has_one_figure():
    assert found(up(70), {2023: 50, 2024: 60}, start=2024) == ("not-assessable", "one-observation")


def test_a_break_before_the_term_or_after_the_latest_figure_cuts_nothing():
    judgement = level(case(up(70), {2020: 50, 2024: 64}, cuts=(2015, 2020, 2025)))
    assert (judgement.pace.base.year, judgement.base_from, judgement.cut) == (2020, "period", None)


def test_a_break_that_leaves_one_figure_is_the_reason():
    assert found(up(70), {2020: 50, 2023: 60, 2024: 62}, cuts=(2024,)) == ("not-assessable", "series-break")
    assert found(up(70), {2024: 62}, base=stated(2020, 50), cuts=(2022,)) == (
        "not-assessable",
        "series-break",
    )
    named = {"base_year": 2019, "cuts": (2022,)}
    assert found(up(70), {2019: 50, 2022: 60, 2024: 62}, **named) == ("not-assessable", "series-break")


def test_a_stated_base_of_the_latest_year_or_later_leaves_no_pace():
    assert found(up(70), {2024: 62}, base=stated(2024, 60)) == ("not-assessable", "one-observation")
    assert found(up(70), {2024: 62}, base=stated(2025, 60)) == ("not-assessable", "base-after-latest")


def test_a_term_that_began_after_the_latest_figure_leaves_no_pace():
    assert found(up(70), {2023: 60, 2024: 62}, start=2025) == ("not-assessable", "base-after-latest")


def test_a_base_of_other_boundaries_is_the_reason():
    assert found(up(70), {2024: 62}, base=stated(2007, 40), born=2008) == (
        "not-assessable",
        "boundary-change",
    )
    assert found(up(70), {2024: 62}, base=stated(2008, 40), born=2008)[1] == "pace"


def test_compound_growth_across_zero_is_a_change_of_sign():
    assert found(up(70), {2020: -5, 2024: 62}, method="cagr") == ("not-assessable", "sign-change")
    assert found(up(70), {2020: 0, 2024: 62}, method="cagr") == ("not-assessable", "sign-change")


def test_what_is_achieved_before_its_year_names_the_method_that_was_asked_for():
    judgement = level(case(up(150), {2020: 100, 2022: 121, 2024: 160}, method="cagr"))
    assert (judgement.status, judgement.method) == ("achieved", "cagr")


def test_the_latest_figure_is_shown_where_no_pace_can_be_told():
    latest = datum(2024, 60)
    assert level(case(up(70), {2020: 50, 2024: 60}, year=None)).latest == latest
    assert level(case(up(70), {2024: 60})).latest == latest


def test_the_method_that_was_asked_for_is_named_and_says_what_is_needed():
    growing = level(case(up(400), {2020: 100, 2025: 200}, method="cagr"))
    assert growing.needed == pytest.approx(2 ** (1 / 5) - 1)
    assert level(case(up(400), {2020: 100, 2025: 200}, year=2025, method="cagr")).method == "cagr"


def test_where_growth_changes_its_sign_the_latest_figure_is_still_shown():
    assert level(case(up(70), {2020: -5, 2024: 62}, method="cagr")).latest == datum(2024, 62)


def test_a_series_that_asks_for_it_is_judged_by_compound_growth():
    judgement = level(case(up(400), {2020: 100, 2025: 200}, method="cagr"))
    assert (judgement.method, judgement.status, judgement.pace.ratio) == (
        "cagr",
        "on-track",
        pytest.approx(1),
    )
    assert (judgement.projected, judgement.reached) == (pytest.approx(400), 2030)
    assert level(case(up(400), {2020: 100, 2025: 200})).status == "at-risk"


OPEN = {"method": "open-sdg"}


def test_open_sdg_is_said_in_our_words_and_keeps_its_score():
    judgement = level(case(up(70), {2020: 50, 2025: 59}, **OPEN))
    assert (judgement.status, judgement.basis, judgement.method) == ("on-track", "pace", "open-sdg")
    assert (judgement.pace.ratio, judgement.score) == (
        pytest.approx(0.98355, abs=1e-3),
        pytest.approx(2.740, abs=1e-3),
    )
    assert (judgement.pace.base.year, judgement.base_from, judgement.edge) == (2020, "period", 70.0)


def test_open_sdg_is_said_whole():
    observed, required = (59 / 50) ** (1 / 5) - 1, (70 / 50) ** (1 / 12) - 1
    ratio = pytest.approx(observed / required)
    base, latest = datum(2020, 50), datum(2025, 59)
    assert level(case(up(70), {2020: 50, 2025: 59}, year=2032, **OPEN)) == Judgement(
        target="promise",
        status="on-track",
        now=2025,
        method="open-sdg",
        basis="pace",
        edge=70.0,
        start=2020,
        latest=latest,
        pace=Pace(base, latest, pytest.approx(observed), pytest.approx(required), ratio, "on-track"),
        score=pytest.approx(min(7.1429 * observed / required - 4.2857, 5)),
        base_from="period",
    )


def test_open_sdg_shows_the_latest_figure_where_it_says_nothing():
    for aim, more in ((up(70), {"year": None}), (band(60, 62), {}), (up(70), {"base_year": 2025})):
        judgement = level(case(aim, {2020: 5, 2024: 61}, **OPEN, **more))
        assert (judgement.status, judgement.latest) == ("not-assessable", datum(2024, 61))


@pytest.mark.parametrize(
    ("latest", "status"),
    [(70, "achieved"), (59, "on-track"), (57, "at-risk"), (52, "off-track"), (49, "moving-away")],
)
def test_every_status_of_open_sdg_has_a_word(latest, status):
    assert level(case(up(70), {2020: 50, 2025: latest}, **OPEN)).status == status


def test_open_sdg_has_its_own_base_year_where_none_is_declared():
    values = {2014: 40, 2015: 45, 2016: 46, 2018: 48, 2025: 60}
    undeclared = level(case(up(70), values, start=None, **OPEN))
    named = level(case(up(70), values, start=None, base_year=2016, **OPEN))
    words = level(case(up(70), values, start=None, base=stated(2018, 47), **OPEN))
    assert [each.pace.base.year for each in (undeclared, named, words)] == [2015, 2016, 2018]
    assert [each.base_from for each in (undeclared, named, words)] == ["period", "base-year", "base-year"]


def test_open_sdg_takes_the_latest_figure_there_is_even_old_or_after_the_target_year():
    assert level(case(up(70), {2015: 50, 2019: 55}, start=2015, **OPEN)).status == "on-track"
    late = level(case(up(70), {2015: 50, 2020: 60, 2025: 71}, year=2020, start=2015, **OPEN))
    assert (late.status, late.latest.year) == ("achieved", 2025)


def test_open_sdg_calls_a_target_achieved_by_one_figure_alone():
    judgement = level(case(up(70), {2024: 80}, **OPEN))
    assert (judgement.status, judgement.basis, judgement.score, judgement.pace) == (
        "achieved",
        "value",
        5.0,
        None,
    )


def test_open_sdg_has_no_pace_where_the_base_was_the_target():
    assert level(case(up(70), {2020: 70, 2024: 70}, **OPEN)).pace is None


def test_open_sdg_says_why_it_cannot():
    assert found(up(70), {}, **OPEN) == ("not-assessable", "no-observation")
    assert found(up(70), {2024: 60}, **OPEN) == ("not-assessable", "one-observation")
    assert found(up(70), {2020: -5, 2024: 60}, **OPEN) == ("not-assessable", "sign-change")
    assert found(up(70), {2014: 5, 2019: 60}, **OPEN) == ("not-assessable", "base-after-latest")
    assert found(up(70), {2020: 5, 2024: 60}, year=None, **OPEN) == ("not-assessable", "no-numeric-target")
    assert found(band(60, 62), {2020: 5, 2024: 61}, **OPEN) == ("not-assessable", "no-direction")


HUNDREDTHS = st.integers(-20_000, 20_000)
SERIES = st.dictionaries(st.integers(2018, 2025), HUNDREDTHS)
TERMS = st.fixed_dictionaries({"year": st.sampled_from((2025, 2030)), "start": st.sampled_from((None, 2020))})
SIDES = {"up": up, "down": down, "band": band}
OPPOSITE = {"up": "down", "down": "up", "band": "band"}


def outcome(side, ends, values, **more):
    """Judge a range and values, all in hundredths."""
    low, high = (each / 100 for each in sorted(ends))
    aim = SIDES[side](high, low) if side == "down" else SIDES[side](low, high)
    return found(aim, {year: each / 100 for year, each in sorted(values.items())}, **more)


@given(st.sampled_from(list(SIDES)), st.tuples(HUNDREDTHS, HUNDREDTHS), SERIES, TERMS)
def test_what_is_said_depends_neither_on_the_scale_nor_on_the_side_from_which_one_looks(
    side, ends, values, term
):
    expected = outcome(side, ends, values, **term)
    times = {year: 7 * each for year, each in values.items()}
    rest = {year: 10_000 - each for year, each in values.items()}
    assert outcome(side, [7 * each for each in ends], times, **term) == expected
    assert outcome(OPPOSITE[side], [10_000 - each for each in ends], rest, **term) == expected
