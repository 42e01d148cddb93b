"""Periods: six ways to write one, and nothing else is one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import Period

YEARS = st.integers(1, 9998).map("{:04d}".format)
FORMS = st.sampled_from(
    ["", "-Q1", "-Q2", "-Q3", "-Q4", "-H1", "-H2", "-9M", *(f"-{month:02d}" for month in range(1, 13))]
)
WRITTEN = st.builds("{}{}".format, YEARS, FORMS)


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-H2", "half", date(2024, 7, 1), date(2024, 12, 31)),
        ("2025-9M", "nine-months", date(2025, 1, 1), date(2025, 9, 30)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("1900-02", "month", date(1900, 2, 1), date(1900, 2, 28)),
        ("2021-2025", "span", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021-2021", "span", date(2021, 1, 1), date(2021, 12, 31)),
        ("9999", "year", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text, kind, start, end):
    assert Period.parse(text) == Period(start=start, end=end, text=text, kind=kind)


@pytest.mark.parametrize(
    "text",
    ["", "24", "02024", "0000", "2024-Q0", "2024-Q5", "2024-H3", "2024-00", "2024-13", "2024-1", "2024-8M", "2025-2021",
     "2024-01-01", " 2024", "2024\n", "２０２４", "2024Q1", "2024-q1", "-2024", "2024-2025-2026"],
)  # fmt: skip
def test_anything_else_is_no_period(text):
    assert Period.parse(text) is None


@given(WRITTEN)
def test_a_period_is_made_of_whole_months_of_one_year(text):
    period = Period.parse(text)
    assert period.start.day == 1
    assert (period.end + timedelta(days=1)).day == 1
    assert period.start.year == period.end.year == period.year == int(text[:4])
    assert period.text == text


@given(WRITTEN, WRITTEN)
def test_periods_are_ordered_by_their_first_day_then_by_their_last(one, other):
    first, second = sorted([Period.parse(one), Period.parse(other)])
    assert (first.start, first.end) <= (second.start, second.end)


@given(YEARS)
def test_quarters_and_halves_tile_their_year(year):
    whole = Period.parse(year)
    for parts in (["Q1", "Q2", "Q3", "Q4"], ["H1", "H2"]):
        inside = [Period.parse(f"{year}-{part}") for part in parts]
        assert (inside[0].start, inside[-1].end) == (whole.start, whole.end)
        assert all(after.start - before.end == timedelta(days=1) for before, after in pairwise(inside))


@given(st.text(max_size=12))
def test_no_text_makes_the_reader_fail(text):
    period = Period.parse(text)
    assert period is None or period.text == text
