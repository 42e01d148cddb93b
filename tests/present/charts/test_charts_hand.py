"""Our hand draws what Vega draws: the same view box and the same elements, to the last digit."""

import random

import pytest
from chart_samples import EN, PEOPLE, PERCENT, VI, bar, bound, every_kind, period, point, yearly
from vega import vega_drawing

from build_scripts.present.charts import (
    Aim,
    BreakMark,
    Frame,
    Series,
    bars,
    lines,
    multiples,
    spark,
    stacked,
    style,
)
from build_scripts.present.charts.hand import drawing
from build_scripts.present.charts.hand.expression import expression
from build_scripts.present.charts.hand.scale import number, ticks
from tests.portals import good_drafts

SIGNS = {"decimal": ",", "thousands": "."}
OPERATORS = ("=", ">=", ">", "<=", "<", "range")
PERIODS = ("{}", "{}-Q1", "{}-Q3", "{}-05")


def same(spec):
    ours = drawing(spec, str(style.SIZE))
    assert ours == vega_drawing(spec)
    return ours


@pytest.mark.parametrize("writer", [VI, EN], ids=["vi", "en"])
def test_every_kind_of_chart_is_drawn_as_vega_draws_it(writer):
    for chart in every_kind(writer):
        assert same(chart.spec)[1]


def test_every_chart_of_a_portal_is_drawn_as_vega_draws_it():
    specs = {chart.key: chart.spec for draft in good_drafts() for chart in draft.charts()}
    for spec in specs.values():
        same(spec)


def _aim(chance):
    operator = chance.choice(OPERATORS)
    low, high = sorted(round(chance.uniform(-20, 120), 1) for _ in range(2))
    return Aim(
        chance.choice((2025, 2030, 2035)),
        chance.choice((None, None, 2023)),
        None if operator in {"<", "<="} else low,
        high if operator in {"<", "<=", "range"} else None,
        operator,
        "",
    )


def _series(chance, name, form):
    """Make a series with gaps, bounds, ranges and figures that may still change."""
    size = chance.choice((1, 10, 1000, 3e6))
    points = []
    for year in range(chance.randint(1995, 2015), chance.randint(2016, 2025)):
        if chance.random() < 0.15:
            continue
        when = form.format(year)
        value = round(chance.uniform(-1 if chance.random() < 0.2 else 0, 5) * size, chance.randint(0, 3))
        if chance.random() < 0.1:
            points.append(bound(when, chance.choice((">", "<")), low=value))
        elif chance.random() < 0.05:
            points.append(bound(when, "range", value, value + size))
        else:
            state = chance.choice(("final", "final", "preliminary", "estimate"))
            points.append(point(when, chance.choice((value, value, None)), state))
    return Series(name, tuple(points), chance.random() < 0.4)


@pytest.mark.parametrize("seed", range(15))
def test_charts_of_any_data_are_drawn_as_vega_draws_them(seed):
    chance = random.Random(seed)  # noqa: S311 - samples, not secrets
    writer = chance.choice((VI, EN))
    frame = Frame(
        "Tên <của> & “biểu đồ” dài vừa phải", chance.choice((PERCENT, PEOPLE)), chance.randint(0, 2)
    )
    form = chance.choice(PERIODS)
    names = ("Hà Nội", "Hải Phòng & “Cảng”", "Một tên rất dài cần ngắt dòng", "D")[: chance.randint(1, 4)]
    series = tuple(_series(chance, name, form) for name in names)
    aims = tuple(_aim(chance) for _ in range(chance.randint(0, 3)))
    breaks = (BreakMark(period("2018"), "Cách tính mới"),) if chance.random() < 0.4 else ()
    shares = [
        yearly(name, 2018, *(round(chance.uniform(1, 40), 1) for _ in range(5))) for name in ("A", "B", "C")
    ]
    ranked = [
        bar(f"Nơi {index}", chance.choice((None, round(chance.uniform(-5, 50), 1))), emphasis=index == 2)
        for index in range(chance.randint(1, 9))
    ]
    for chart in (
        lines(frame, series, aims, breaks, writer=writer),
        multiples(frame, series, writer=writer),
        spark(series[0], aims, writer=writer),
        stacked(frame, shares, writer=writer),
        bars(frame, ranked, writer=writer),
    ):
        same(chart.spec)


def test_an_expression_that_our_charts_do_not_use_is_refused():
    with pytest.raises(ValueError, match="sqrt"):
        expression("sqrt(datum.x)")


def test_numbers_are_written_with_the_signs_of_the_language():
    assert number(-1234.5, ",.2f", SIGNS) == "−1.234,50"
    assert number(-0.001, ",.1f", SIGNS) == "0,0"
    assert number(2024, "d", SIGNS) == "2024"


def test_ticks_are_round():
    assert ticks(2010, 2024, 7) == [2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024]
    assert ticks(0, 1, 5) == [0, 0.2, 0.4, 0.6, 0.8, 1]
    assert ticks(3, 3, 5) == [3]
    assert ticks(0, 1, 0) == []
