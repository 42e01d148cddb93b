"""Lines over days and months: what is joined, and how a short time is labelled."""

from datetime import date, timedelta

import pytest
from chart_samples import EN, SHARE, VI, drawn, period, texts

from build_scripts.model import Period
from build_scripts.present.charts import Point, Series, lines


def figure(when, value):
    return Point(when, value, None, None, "final", "=")


def days(*numbers):
    first = date(2021, 3, 1)
    return tuple(
        figure(Period.day(first + timedelta(number)), 10.0 + count) for count, number in enumerate(numbers)
    )


@pytest.mark.parametrize(
    ("numbers", "stretches"), [((0, 1, 4, 5), 1), ((0, 1, 20, 21), 2), ((0, 7, 14, 21), 1)]
)
def test_a_weekend_or_a_weekly_rhythm_does_not_part_a_line_of_days(numbers, stretches):
    svg = drawn(lines(SHARE, (Series("A", days(*numbers)),), writer=EN))
    [path] = [part for part in svg.split('<path d="')[1:] if 'stroke-linejoin="round"' in part.split(">")[0]]
    assert path.split('"')[0].count("M") == stretches


@pytest.mark.parametrize(("writer", "label"), [(EN, "1 Mar 2021"), (VI, "1/3/2021")])
def test_days_are_labelled_as_days(writer, label):
    assert label in texts(drawn(lines(SHARE, (Series("A", days(0, 1, 2)),), writer=writer)))


@pytest.mark.parametrize(("written", "label"), [("2019-Q", "Q1 2019"), ("2019-0", "Jan 2019")])
def test_parts_of_one_year_are_labelled_by_their_names_and_not_by_a_year(written, label):
    points = tuple(figure(period(f"{written}{number}"), float(number)) for number in (1, 2, 3))
    found = texts(drawn(lines(SHARE, (Series("A", points),), writer=EN)))
    assert label in found
    assert not {"2019", "2020"} & set(found)
