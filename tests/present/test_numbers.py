"""Figures, dates and periods as people write them, in both languages."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.model import LANGUAGES, UNSTATED, Period, Text, Unit
from build_scripts.present.numbers import Writer
from build_scripts.present.say import speak

VI, EN = (Writer(speak(language)) for language in LANGUAGES)
PERCENT = Unit(
    "percent", Text("%", "%"), Text("phần trăm", "per cent"), "share", "points", join=True, lower=0, upper=100
)
PEOPLE = Unit(
    "people",
    Text("nghìn người", "thousand persons"),
    Text("", ""),
    "count",
    "people",
    join=False,
    lower=0,
    upper=None,
)


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (0, None, "0", "0"),
        ("0", None, "0", "0"),
        ("0.0", None, "0,0", "0.0"),
        ("-0", None, "0", "0"),
        (-0.0, 1, "0,0", "0.0"),
        ("-0.04", 1, "0,0", "0.0"),
        ("68.60", None, "68,60", "68.60"),
        ("68.60", 1, "68,6", "68.6"),
        ("68.6", 2, "68,60", "68.60"),
        (68.65, 1, "68,7", "68.7"),
        ("0.125", 2, "0,13", "0.13"),
        ("-0.125", 2, "−0,13", "−0.13"),
        (2.5, 0, "3", "3"),
        ("8587.1", None, "8.587,1", "8,587.1"),
        ("-1234567.5", None, "−1.234.567,5", "−1,234,567.5"),
        (999, None, "999", "999"),
        (1000, None, "1.000", "1,000"),
        (Decimal("1E+3"), None, "1.000", "1,000"),
        (1e22, None, "10." + ".".join(["000"] * 7), "10," + ",".join(["000"] * 7)),
        ("1" * 33 + ".5", None, ".".join(["111"] * 11) + ",5", ",".join(["111"] * 11) + ".5"),
    ],
)  # fmt: skip
def test_a_number_is_written_with_the_signs_of_the_language(value, decimals, vietnamese, english):
    assert (VI.number(value, decimals), EN.number(value, decimals)) == (vietnamese, english)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**12))
def test_a_written_number_can_be_read_back(value):
    written = VI.number(str(value))
    assert Decimal(written.replace(".", "").replace(",", ".").replace("−", "-")) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_both_languages_write_the_same_digits(value):
    digits = [[sign for sign in each.trimmed(value) if sign.isdigit()] for each in (VI, EN)]
    assert digits[0] == digits[1]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (60.0, "60"),
        (2.50, "2.5"),
        (2.7345, "2.735"),
        (-0.0001, "0"),
        (1.9996, "2"),
        (1200.0, "1,200"),
        (0.0, "0"),
        (-7.25, "−7.25"),
    ],
)
def test_a_trimmed_number_has_at_most_three_decimals_and_no_idle_zeros(value, expected):
    assert EN.trimmed(value) == expected


def test_a_unit_joins_its_figure_or_stands_apart():
    assert VI.with_unit("49,1", PERCENT) == "49,1%"
    assert VI.with_unit("8.587", PEOPLE) == "8.587\N{NO-BREAK SPACE}nghìn người"
    assert EN.with_unit("8,587", PEOPLE) == "8,587\N{NO-BREAK SPACE}thousand persons"


def test_an_unstated_unit_adds_nothing():
    assert VI.with_unit("12", UNSTATED) == "12"


@pytest.mark.parametrize(
    ("operator", "low", "high", "vietnamese", "english"),
    [
        ("=", 50.0, 50.0, "50%", "50%"),
        ("~", 49.0, 49.0, "khoảng 49%", "about 49%"),
        (">=", 75.0, None, "từ 75% trở lên", "at least 75%"),
        (">", 1.5, None, "trên 1,5%", "above 1.5%"),
        ("<=", None, 0.0, "không quá 0%", "at most 0%"),
        ("<", None, 10.0, "dưới 10%", "below 10%"),
        ("range", 60.0, 62.5, "60–62,5%", "60–62.5%"),
        ("range", 0.0, 0.0, "0–0%", "0–0%"),
        ("", None, None, "", ""),
    ],
)
def test_a_bound_or_a_range_has_its_unit_inside(operator, low, high, vietnamese, english):
    assert VI.bound(operator, low, high, PERCENT) == vietnamese
    assert EN.bound(operator, low, high, PERCENT) == english


def test_a_bound_without_a_unit_is_a_plain_figure():
    assert EN.bound("range", 100300, 100352) == "100,300–100,352"


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-Q1", "quý I/2024", "first quarter of 2024"),
        ("2024-Q2", "quý II/2024", "second quarter of 2024"),
        ("2024-Q3", "quý III/2024", "third quarter of 2024"),
        ("2024-Q4", "quý IV/2024", "fourth quarter of 2024"),
        ("2025-H1", "6 tháng đầu năm 2025", "first half of 2025"),
        ("2025-H2", "6 tháng cuối năm 2025", "second half of 2025"),
        ("2025-9M", "9 tháng năm 2025", "first nine months of 2025"),
        ("2019-12", "12/2019", "December 2019"),
        ("2021-2025", "2021–2025", "2021–2025"),
    ],
)
def test_a_period_of_any_kind_is_written_in_words(text, vietnamese, english):
    period = Period.parse(text)
    assert (VI.period(period), EN.period(period)) == (vietnamese, english)


def test_a_day_is_written_in_prose():
    assert VI.day(date(2026, 11, 3)) == "ngày 03 tháng 11 năm 2026"
    assert EN.day(date(2026, 11, 3)) == "3 November 2026"


@pytest.mark.parametrize(
    ("text", "vietnamese", "english"),
    [
        ("2024-02-29", "ngày 29 tháng 02 năm 2024", "29 February 2024"),
        ("2024-12", "tháng 12/2024", "December 2024"),
        ("2024", "2024", "2024"),
        ("", "", ""),
        ("2023-02-29", "2023-02-29", "2023-02-29"),
        ("2024-13", "2024-13", "2024-13"),
        ("spring", "spring", "spring"),
    ],
)
def test_an_iso_date_is_written_in_prose_and_anything_else_as_it_is(text, vietnamese, english):
    assert (VI.iso(text), EN.iso(text)) == (vietnamese, english)
