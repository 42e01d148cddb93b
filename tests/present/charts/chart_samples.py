"""Small things to make charts of."""

import re

from build_scripts.model import Period, Text, Unit
from build_scripts.present.charts import (
    Aim,
    Bar,
    BreakMark,
    Chart,
    Frame,
    Point,
    Series,
    bars,
    draw,
    lines,
    multiples,
    spark,
    stacked,
)
from build_scripts.present.numbers import Writer
from build_scripts.present.say import speak

VI, EN = Writer(speak("vi")), Writer(speak("en"))
PERCENT = Unit(
    "percent",
    Text("%", "%"),
    Text("phần trăm", "per cent"),
    "share",
    "point",
    join=True,
    lower=0.0,
    upper=100.0,
)
PEOPLE = Unit(
    "people",
    Text("nghìn người", "thousand persons"),
    Text("nghìn người", "thousand persons"),
    "count",
    "people",
    join=False,
    lower=0.0,
    upper=None,
)
SHARE = Frame("Tỷ lệ đô thị hóa", PERCENT, 1)


def period(text):
    found = Period.parse(text)
    assert found is not None
    return found


def point(text, value, status="final", operator="="):
    return Point(period(text), value, None, None, status, operator)


def bound(text, operator, low=None, high=None):
    return Point(period(text), None, low, high, "final", operator)


def yearly(name, first, *values, emphasis=False):
    return Series(name, tuple(point(str(first + i), value) for i, value in enumerate(values)), emphasis)


def bar(label, value, status="final", *, emphasis=False):
    return Bar(label, value, status, emphasis)


def drawn(chart: Chart) -> str:
    return draw([chart])[chart.key]


def texts(svg):
    """All words in a drawing, the title and description left out."""
    return re.findall(r">([^<>]+)<", svg.partition("</desc>")[2])


def every_kind(writer):
    """One chart of each kind, with everything that a chart can hold."""
    rising = yearly("Hà Nội", 2018, 1.5, None, 3, 4, emphasis=True)
    known = Series(
        "B", (point("2018", 2, "estimate"), bound("2019", ">", low=3), bound("2020", "range", 3, 4))
    )
    aims = (Aim(2025, None, 60, 62, "range", ""), Aim(2030, 2026, 70, None, ">=", "Ít nhất 70%"))
    return [
        lines(SHARE, (rising, known), aims, (BreakMark(period("2020"), "Mới"),), writer=writer),
        bars(SHARE, (bar("A", 4.0), bar("B", -2.0, "estimate"), bar("C", None)), writer=writer),
        multiples(SHARE, (rising, yearly("C", 2018, 3, 2)), writer=writer),
        stacked(SHARE, (yearly("A", 2018, 40, 45), yearly("B", 2018, 60, 55)), writer=writer),
        spark(rising, aims, writer=writer),
    ]
