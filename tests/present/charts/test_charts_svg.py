import re
import xml.etree.ElementTree as ET
from itertools import combinations

import altair as alt
import pytest
from chart_samples import EN, PERCENT, SHARE, VI, bar, drawn, every_kind, period, yearly
from fontTools.ttLib import TTFont

from build_scripts.present.charts import (
    Aim,
    BreakMark,
    Frame,
    bars,
    draw,
    lines,
    multiples,
    spark,
    stacked,
    style,
)
from build_scripts.present.charts.text import FONT_FOLDER

EVIL = "</title><script>alert(1)</script> & \"x\" 'y' \u202egnp\u202c \x00 {{ x }} <a href='https://x.y'>"
VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ–−…↑"


def test_every_vietnamese_letter_is_in_the_font():
    for weight in ("Regular", "Semibold"):
        has = TTFont(FONT_FOLDER / f"SourceSansPro-{weight}.ttf", lazy=True).getBestCmap()
        assert [sign for sign in VIETNAMESE + VIETNAMESE.upper() if ord(sign) not in has] == []


def test_only_our_family_is_named():
    for svg in draw(every_kind(VI)).values():
        assert set(re.findall(r'font-family="([^"]*)"', svg)) == {style.FAMILY}


@pytest.mark.parametrize("writer", [VI, EN], ids=["vi", "en"])
def test_hostile_names_come_out_inert(writer):
    frame = Frame(EVIL, PERCENT, 1)
    series = (yearly(EVIL, 2018, 1, 2, emphasis=True), yearly(EVIL, 2018, 3, 2))
    aims = (Aim(2030, None, 75, None, ">", EVIL),)
    charts = [
        lines(frame, series, aims, (BreakMark(period("2019"), EVIL),), writer=writer),
        bars(frame, (bar(EVIL, 1), bar(EVIL, 2)), writer=writer),
        multiples(frame, series, writer=writer),
        stacked(frame, series, writer=writer),
        spark(series[0], aims, writer=writer),
    ]
    for chart, svg in zip(charts, draw(charts).values(), strict=True):
        root = ET.fromstring(svg)  # noqa: S314 - the point of the test
        tags = {node.tag.partition("}")[2] for node in root.iter()}
        assert tags <= {"svg", "title", "desc", "g", "path", "circle", "text", "tspan"}
        names = {name for node in root.iter() for name in node.attrib}
        assert not any(
            name.startswith("on") or "href" in name or name in {"style", "class"} for name in names
        )
        assert not any(sign in svg + chart.description for sign in "\u202e\u202c\x00")


def test_every_specification_is_valid_vega_lite():
    for chart in every_kind(VI):
        alt.Chart.from_dict(chart.spec)


def test_each_drawing_has_a_title_and_a_description_of_its_own():
    charts = every_kind(VI)
    ids = [set(re.findall(r'id="([^"]*)"', svg)) for svg in draw(charts).values()]
    assert all(len(each) == 2 for each in ids)
    assert all(not one & other for one, other in combinations(ids, 2))
    for chart, svg in zip(charts, draw(charts).values(), strict=True):
        root = ET.fromstring(svg)  # noqa: S314 - just drawn
        assert root.attrib["role"] == "img"
        assert [root[0].text, root[1].text] == [chart.title, chart.description]
        assert not {"width", "height", "aria-label"} & root.attrib.keys()


def test_charts_are_drawn_the_same_in_any_order_and_counted():
    charts = [*every_kind(VI), *every_kind(EN)]
    told = []
    drawings = draw(charts, lambda done, total: told.append((done, total)))
    assert draw(reversed(charts)) == drawings
    assert told[-1][0] == told[-1][1] == len(told)


def test_drawings_are_small():
    series = tuple(
        yearly(name, 1996, *[30 + i + (i * j) % 7 / 3 for i in range(30)]) for j, name in enumerate("ABC")
    )
    assert len(drawn(lines(SHARE, series, writer=VI)).encode()) < 6000
