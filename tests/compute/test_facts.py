import pandas as pd
import pytest

from build_scripts.compute.facts import (
    chartable,
    facts_of,
    latest,
    observations_of,
    previous,
    trusted,
    yearly,
)
from build_scripts.model import columns as c
from tests.tiny import VALUES, frame, tiny, value


def east(*rows):
    """List the facts of one indicator in one area."""
    return facts_of(tiny(observations=frame(*rows)))["tap"]["east"]


def tap(period, figure=1, **more):
    return value("tap", "east", period, figure, **more)


def periods(facts):
    return [fact.period.text for fact in facts]


def test_facts_are_found_by_indicator_and_area_in_the_order_of_time():
    facts = facts_of(tiny())
    assert list(facts) == ["leak", "tap"]
    assert periods(facts["tap"]["east"]) == ["2020", "2021", "2022", "2023", "2024"]


def test_of_two_periods_that_end_on_one_day_the_longer_comes_first():
    assert periods(east(tap("2024-12"), tap("2024"), tap("2024-Q4"))) == ["2024", "2024-Q4", "2024-12"]


def test_the_value_in_force_is_shown_and_the_others_are_kept():
    (fact,) = east(
        tap("2024", 1, in_force=False), tap("2024", 2, vintage=2), tap("2024", 3, vintage=3, in_force=False)
    )
    assert (fact.shown.value, [each.value for each in fact.others]) == (2, [1, 3])


def test_what_is_missing_in_the_frame_is_none_and_zero_stays_zero():
    (fact,) = east(tap("2024", 0))
    assert (fact.shown.value, fact.shown.low, fact.shown.high) == (0.0, None, None)
    (fact,) = east(tap("2024", "nil"))
    assert (fact.shown.value, fact.shown.mark, fact.shown.has_figure) == (None, "nil", False)


def test_every_row_of_the_frame_becomes_one_observation_with_its_place():
    found = list(observations_of(tiny()))
    assert len(found) == len(VALUES)
    assert {(each.file, each.line, each.package) for each in found} == {("water.csv", 2, "water")}


def test_gathering_facts_leaves_the_frame_as_it_was():
    catalog = tiny()
    before = catalog.observations.copy()
    facts_of(catalog)
    pd.testing.assert_frame_equal(catalog.observations, before)


def test_a_period_that_nobody_checked_is_a_fault_of_the_program():
    rows = frame(tap("2024")).assign(**{c.PERIOD: "soon"})
    with pytest.raises(ValueError, match="soon"):
        facts_of(tiny(observations=rows))


def test_figures_of_low_confidence_and_marks_are_not_trusted():
    facts = east(tap("2022", 1, confidence="low"), tap("2023", "no-figure"), tap("2024", 0))
    assert periods(trusted(facts)) == ["2024"]


def test_only_whole_calendar_years_are_yearly():
    assert periods(yearly(east(tap("2023"), tap("2024-Q1"), tap("2021-2025")))) == ["2023"]


def test_a_line_is_drawn_of_years_where_there_are_two():
    facts = east(tap("2022"), tap("2023"), *(tap(f"2024-Q{part}") for part in range(1, 5)))
    assert periods(chartable(facts)) == ["2022", "2023"]


def test_a_line_is_drawn_of_the_most_frequent_kind_otherwise():
    assert periods(chartable(east(tap("2022"), tap("2024-Q1"), tap("2024-Q2")))) == ["2024-Q1", "2024-Q2"]


def test_of_kinds_that_are_equally_frequent_the_year_is_drawn():
    assert periods(chartable(east(tap("2022"), tap("2024-Q1")))) == ["2022"]


def test_nothing_trusted_is_no_line():
    assert chartable(east(tap("2024", "nil"))) == ()


def test_the_latest_fact_is_the_newest_that_is_trusted():
    assert latest(east(tap("2023"), tap("2024", "nil"))).period.text == "2023"
    assert latest(east(tap("2024-Q4"), tap("2024"))).period.text == "2024"
    assert latest(east(tap("2024", "nil"))) is None


def test_the_fact_before_is_of_the_same_kind_of_period():
    facts = east(tap("2022"), tap("2023-Q4"), tap("2024"))
    assert previous(facts, facts[-1]).period.text == "2022"
    assert previous(facts, facts[1]) is None
