import pytest

from build_scripts.compute.progress import ASSUMED, checked, history, judged
from build_scripts.model import Check, Past, Revision
from tests.compute.progress.cases import EXACT, at_least, case, datum, down, stated, up


def checks(subject, revision=EXACT):
    """List the checks of a case as test: status."""
    return {each.test: each.status for each in checked(subject, judged(subject), revision).checks}


def points(size):
    return Revision(size=size, relative=False, count=1)


def is_firm(subject, revision=EXACT):
    return checked(subject, judged(subject), revision).firm


STRAIGHT = {2020: 50, 2021: 52, 2022: 54, 2023: 56, 2024: 58, 2025: 60}


def test_a_straight_line_is_firm():
    subject = case(up(70), STRAIGHT)
    assert checks(subject) == {
        "last-left-out": "on-track",
        "first-left-out": "on-track",
        "revised-up": "on-track",
        "revised-down": "on-track",
        "theil-sen": "on-track",
    }
    assert is_firm(subject)


def test_the_checks_that_differ_are_named():
    subject = case(up(70), STRAIGHT | {2025: 55})
    judgement = checked(subject, judged(subject), EXACT)
    assert (judgement.status, judgement.firm) == ("off-track", False)
    assert judgement.differing == (Check("last-left-out", "on-track"), Check("theil-sen", "on-track"))


def test_without_the_last_figure_the_one_before_it_is_judged():
    assert checks(case(up(70), {2020: 50, 2024: 58, 2025: 50}))["last-left-out"] == "on-track"


def test_without_the_first_figure_the_next_one_is_the_base():
    found = checks(case(up(70), {2020: 40, 2021: 58, 2025: 60}))
    assert found["first-left-out"] == "off-track"


def test_a_revision_of_a_share_is_in_points_and_of_an_amount_a_part():
    subject = case(up(70), STRAIGHT | {2025: 59.5})
    assert checks(subject, points(0.1))["revised-down"] == "at-risk"
    assert checks(subject, points(0.0))["revised-down"] == "on-track"
    assert checks(subject, Revision(size=0.01, relative=True, count=1))["revised-down"] == "at-risk"


def test_a_revision_moves_a_figure_exactly():
    subject = case(at_least(0.3), {2020: 0, 2025: 0.2}, year=2025)
    assert 0.2 + 0.1 != 0.3
    assert checks(subject, points(0.1)) == {"revised-up": "achieved", "revised-down": "off-track"}
    edge = case(at_least(0.3), {2020: 0, 2025: 0.4}, year=2025)
    assert checks(edge, points(0.1)) == {"revised-up": "achieved", "revised-down": "achieved"}


def test_a_negative_figure_is_revised_by_a_part_of_its_size():
    subject = case(at_least(-100), {2020: -200, 2025: -101}, year=2025)
    assert checks(subject, ASSUMED) == {"revised-up": "achieved", "revised-down": "off-track"}


def test_the_median_pace_speaks_against_one_odd_end():
    subject = case(up(70), STRAIGHT | {2025: 52})
    assert (judged(subject).status, checks(subject)["theil-sen"]) == ("off-track", "on-track")


def test_the_median_pace_of_a_compounding_series_is_a_growth():
    doubling = {year: 100 * 2 ** ((year - 2020) / 5) for year in range(2020, 2026)}
    subject = case(up(400), doubling, method="cagr")
    assert checks(subject)["theil-sen"] == "on-track"


def test_two_figures_can_never_be_firm_by_their_pace():
    subject = case(up(70), {2020: 50, 2025: 60})
    assert (judged(subject).status, is_firm(subject)) == ("on-track", False)
    assert checks(subject) == {
        "last-left-out": None,
        "first-left-out": None,
        "revised-up": "on-track",
        "revised-down": "on-track",
        "theil-sen": "on-track",
    }


def test_one_figure_that_meets_is_not_firm_either():
    assert checks(case(up(70), {2024: 90})) == {
        "last-left-out": None,
        "first-left-out": None,
        "revised-up": "achieved",
        "revised-down": "achieved",
    }


def test_a_stated_base_that_is_left_out_gives_way_to_the_first_figure_of_the_term():
    subject = case(up(70), {2021: 59, 2023: 59, 2025: 60}, base=stated(2020, 50))
    assert (judged(subject).status, checks(subject)["first-left-out"]) == ("on-track", "off-track")


def test_the_first_figure_of_the_term_is_looked_for_in_the_term():
    subject = case(up(70), {2020: 10, 2021: 59, 2025: 60}, base=stated(2019, 50), start=2021)
    assert checks(subject)["first-left-out"] == "off-track"


def test_a_stated_base_without_a_term_gives_way_to_the_first_figure_since():
    subject = case(up(70), {2017: 10, 2021: 59, 2025: 60}, base=stated(2019, 50), start=None)
    assert checks(subject)["first-left-out"] == "off-track"


def test_a_stated_base_holds_when_the_last_figure_is_left_out():
    subject = case(up(70), {2024: 58, 2025: 60}, base=stated(2020, 50))
    assert checks(subject)["last-left-out"] == "on-track"


def test_the_figure_of_a_named_base_year_gives_way_to_the_next():
    subject = case(up(70), {2018: 40, 2019: 58, 2025: 60}, base_year=2018, start=None)
    assert (judged(subject).status, checks(subject)["first-left-out"]) == ("on-track", "off-track")


def test_the_figure_of_its_own_year_is_only_tried_revised():
    subject = case(up(70), {2020: 50, 2025: 70}, year=2025)
    assert checks(subject, points(1)) == {"revised-up": "achieved", "revised-down": "off-track"}


def test_a_mean_is_tried_without_its_ends_and_revised():
    values = {2021: 7, 2022: 8, 2023: 8, 2024: 8, 2025: 9}
    subject = case(up(8), values, method="period", start=2021, year=2025)
    assert judged(subject).status == "achieved"
    assert checks(subject, points(0.5)) == {
        "last-left-out": "off-track",
        "first-left-out": "achieved",
        "revised-up": "achieved",
        "revised-down": "off-track",
    }


@pytest.mark.parametrize(
    ("values", "without_last", "without_first"),
    [
        ((12, 4, 8, 8, 8), "achieved", "off-track"),
        ((8, 8, 8, 4, 12), "off-track", "achieved"),
        ((8, 10, 6, 10, 6), "achieved", "achieved"),
        ((8, 6, 10, 6, 10), "off-track", "achieved"),
    ],
)
def test_a_mean_is_tried_without_one_year_and_no_more(values, without_last, without_first):
    by_year = dict(zip(range(2021, 2026), values, strict=True))
    found = checks(case(up(8), by_year, method="period", start=2021, year=2025))
    assert (found["last-left-out"], found["first-left-out"]) == (without_last, without_first)


def test_a_mean_of_one_year_is_not_firm():
    subject = case(up(8), {2021: 8}, method="period", start=2021, year=2025, now=2021)
    assert checks(subject) == {
        "last-left-out": None,
        "first-left-out": None,
        "revised-up": "on-track",
        "revised-down": "on-track",
    }


def test_a_sum_and_a_figure_of_the_whole_period_are_only_tried_revised():
    total = case(at_least(10), {2021: 5, 2022: 5.1}, method="period", start=2021, year=2022, total=True)
    whole = case(
        at_least(8), {}, method="period", start=2021, year=2025, whole=datum(2025, 8.1, period="2021-2025")
    )
    assert checks(total, points(1)) == {"revised-up": "achieved", "revised-down": "off-track"}
    assert checks(whole, points(1)) == {"revised-up": "achieved", "revised-down": "off-track"}


def test_what_cannot_be_judged_is_not_checked():
    subject = case(up(70), {2024: 60})
    judgement = checked(subject, judged(subject), EXACT)
    assert (judgement.checks, judgement.revision, judgement.firm) == ((), None, False)


def test_open_sdg_is_checked_by_its_own_method():
    found = checks(case(up(70), STRAIGHT, method="open-sdg"))
    assert found == {
        "last-left-out": "on-track",
        "first-left-out": "on-track",
        "revised-up": "on-track",
        "revised-down": "on-track",
    }


def pasts(subject):
    return history(subject, judged(subject))


def test_the_past_is_judged_at_the_end_of_every_earlier_year_with_a_figure():
    subject = case(up(70), {2020: 50, 2021: 51, 2023: 56, 2024: 71, 2025: 60})
    assert pasts(subject) == (Past(2021, "off-track"), Past(2023, "on-track"), Past(2024, "achieved"))


def test_the_past_begins_with_the_base():
    subject = case(down(5), {2015: 9, 2016: 5, 2020: 10, 2021: 10, 2022: 9}, now=2022)
    assert pasts(subject) == (Past(2021, "off-track"),)


def test_a_break_that_was_still_ahead_cuts_nothing():
    subject = case(up(70), {2020: 50, 2021: 52, 2022: 60, 2024: 64}, cuts=(2022,))
    assert pasts(subject) == ()
    longer = case(up(70), {2022: 60, 2023: 61, 2024: 64, 2025: 70}, cuts=(2022,))
    assert pasts(longer) == (Past(2023, "at-risk"), Past(2024, "on-track"))


def test_a_mean_has_a_past_and_a_plan_of_one_year_has_none():
    mean = case(up(8), {2021: 8, 2022: 6, 2023: 1}, method="period", start=2021, year=2025, now=2023)
    single = case(up(8), {2022: 7, 2023: 9}, start=2023, year=2023, single=True)
    assert pasts(mean) == (Past(2021, "on-track"), Past(2022, "at-risk"))
    assert pasts(single) == ()


def test_a_term_that_is_over_has_the_past_of_its_paces():
    subject = case(up(60), {2020: 50, 2021: 52, 2024: 58, 2025: 60}, year=2025)
    assert pasts(subject) == (Past(2021, "on-track"), Past(2024, "on-track"))


def test_a_figure_for_the_whole_term_and_a_target_not_assessable_have_no_past():
    whole = datum(2025, 8, period="2021-2025")
    subject = case(up(8), {2021: 8, 2022: 8}, method="period", start=2021, year=2025, whole=whole)
    assert pasts(subject) == ()
    assert pasts(case(up(70), {2024: 60})) == ()
