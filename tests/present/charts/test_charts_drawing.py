import re
from dataclasses import replace
from itertools import pairwise

import pytest
from chart_samples import (
    EN,
    PEOPLE,
    PERCENT,
    SHARE,
    VI,
    bar,
    drawn,
    every_kind,
    period,
    point,
    texts,
    yearly,
)

from build_scripts.present.charts import (
    Aim,
    BreakMark,
    Frame,
    Series,
    bars,
    lines,
    multiples,
    stacked,
    style,
)

BLUE = style.BLUE


def line_paths(svg):
    return list(re.findall(r'<path d="([^"]*)"[^>]*stroke-linejoin="round"', svg))


def test_a_missing_year_breaks_the_line():
    chart = lines(
        SHARE,
        (Series("A", (point("2018", 1), point("2019", 2), point("2021", 3), point("2022", 4))),),
        writer=VI,
    )
    assert [each.count("M") for each in line_paths(drawn(chart))] == [2]


def test_a_year_without_a_value_breaks_the_line():
    chart = lines(SHARE, (yearly("A", 2018, 1, 2, None, 3, 4),), writer=VI)
    assert [each.count("M") for each in line_paths(drawn(chart))] == [2]


def test_a_line_is_not_joined_across_a_break():
    breaks = (BreakMark(period("2020"), "Cách tính mới"),)
    svg = drawn(lines(SHARE, (yearly("A", 2018, 1, 2, 3, 4),), (), breaks, writer=VI))
    assert [each.count("M") for each in line_paths(svg)] == [2]
    assert "Cách tính mới" in texts(svg)


def test_a_whole_line_is_one_stretch():
    assert [
        each.count("M") for each in line_paths(drawn(lines(SHARE, (yearly("A", 2018, 1, 2, 3),), writer=VI)))
    ] == [1]


def test_a_survey_every_second_year_is_joined_when_it_keeps_its_pace():
    survey = Series("A", tuple(point(str(year), year - 2000) for year in (2010, 2012, 2014, 2018)))
    assert [each.count("M") for each in line_paths(drawn(lines(SHARE, (survey,), writer=VI)))] == [2]


def test_a_gap_breaks_the_line_of_a_panel():
    svg = drawn(multiples(SHARE, (yearly("A", 2018, 1, 2, None, 3, 4, emphasis=True),), writer=VI))
    assert [each.count("M") for each in line_paths(svg)] == [2]


def test_figures_that_may_change_are_hollow_and_explained():
    series = Series("A", (point("2023", 1), point("2024", 2, "preliminary"), point("2025", 3, "estimate")))
    svg = drawn(lines(SHARE, (series,), writer=VI))
    assert len(re.findall(r"<circle", svg)) == 3  # two and the key's
    assert "sơ bộ, ước tính" in texts(svg)
    assert "sơ bộ" in texts(drawn(lines(SHARE, (Series("A", series.points[:2]),), writer=VI)))


def test_settled_figures_need_no_key():
    assert "sơ bộ" not in drawn(lines(SHARE, (yearly("A", 2018, 1, 2),), writer=VI))


def test_numbers_follow_the_language_and_years_have_no_thousands_sign():
    chart = {
        writer.language: drawn(
            lines(Frame("T", PEOPLE, 1), (yearly("A", 2010, 1500.5, 9000.5),), writer=writer)
        )
        for writer in (VI, EN)
    }
    assert {"2010", "2011", "2.000", "9.000,5"} <= set(texts(chart["vi"]))
    assert {"2010", "2011", "2,000", "9,000.5"} <= set(texts(chart["en"]))
    assert {"2018", "2020"} <= set(texts(drawn(every_kind(VI)[2]))) | set(texts(drawn(every_kind(VI)[0])))


def test_the_unit_is_said_once_in_words():
    assert texts(drawn(lines(SHARE, (yearly("A", 2010, 1, 2),), writer=VI))).count("Đơn vị: phần trăm") == 1


def test_a_target_is_a_band_with_its_label_at_the_end_of_time():
    aims = (
        Aim(2025, None, 60, 62, "range", ""),
        Aim(2030, None, 75, 75, "=", ""),
        Aim(2045, None, 90, 90, "=", ""),
    )
    svg = drawn(lines(SHARE, (yearly("A", 2018, 49, 50),), aims, writer=VI))
    assert re.search(rf'<path d="[^"]*Z" fill="{BLUE}" opacity="0.16"/>', svg)
    assert {"Mục tiêu 2025: 60–62%", "Mục tiêu 2030: 75%", "2030"} <= set(texts(svg))
    assert "Mục tiêu 2045: 90%" not in texts(svg)


def test_a_far_target_is_drawn_when_nothing_is_nearer():
    svg = drawn(lines(SHARE, (yearly("A", 2018, 49, 50),), (Aim(2045, None, 90, 90, "=", ""),), writer=EN))
    assert "Target 2045: 90%" in texts(svg)


def test_a_target_keeps_the_label_it_was_given():
    svg = drawn(
        lines(SHARE, (yearly("A", 2018, 49, 50),), (Aim(2030, None, 75, None, ">", "Trên 75%"),), writer=EN)
    )
    assert "Trên 75%" in texts(svg)


def test_needed_paths_and_paces_are_dashed_and_named_in_the_key():
    needed = Series("cần đạt", (point("2019", 50), point("2030", 75)), path="needed")
    svg = drawn(lines(SHARE, (yearly("A", 2018, 49, 50), needed), writer=VI))
    assert "cần đạt" in texts(svg)
    assert [each.count("M") for each in line_paths(svg)] == [1, 1]
    assert 'stroke-dasharray="5,3"' in svg


def test_lines_from_one_place_have_labels_that_do_not_overlap():
    series = tuple(yearly(f"Địa phương có tên dài {i}", 2018, 5, 5) for i in range(4))
    chart = lines(SHARE, series, writer=VI)
    svg = drawn(chart)
    tops = sorted(float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)"[^>]*>Địa phương', svg))
    assert len(tops) == 4
    assert all(later - earlier >= 26 for earlier, later in pairwise(tops))


def test_labels_stay_on_the_sheet():
    names = ("Đồng bằng sông Hồng (trước 7/2025)", "Cả nước")
    for values in ((99, 1), (1, 99)):
        svg = drawn(lines(SHARE, tuple(yearly(name, 2018, *values) for name in names), writer=VI))
        box = [float(each) for each in re.search(r'viewBox="([^"]*)"', svg)[1].split()]
        for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', svg):
            assert 0 <= float(x) <= box[2]
            assert 8 <= float(y) <= box[3]


def test_more_than_four_lines_are_refused():
    with pytest.raises(ValueError, match="at most 4"):
        lines(SHARE, tuple(yearly(str(i), 2018, 1) for i in range(5)), writer=VI)


def test_bars_are_ranked_and_ranks_begin_with_the_first():
    rows = (bar("A", 2), bar("B", 9), bar("C", 5))
    order = [each for each in texts(drawn(bars(SHARE, rows, writer=VI))) if each in "ABC"]
    assert order == ["B", "C", "A"]
    rank = Frame("T", replace(PERCENT, kind="rank"), 0)
    assert [each for each in texts(drawn(bars(rank, rows, writer=VI))) if each in "ABC"] == ["A", "C", "B"]


def test_a_bar_below_zero_has_its_figure_on_its_left():
    svg = drawn(bars(SHARE, (bar("A", 4.0), bar("B", -2.0)), writer=VI))
    assert re.search(r'text-anchor="end">−2,0%</text>', svg)


def test_an_area_without_a_figure_keeps_its_row():
    assert {"A", "B", "…"} <= set(texts(drawn(bars(SHARE, (bar("A", 4.0), bar("B", None)), writer=VI))))


def test_a_year_with_a_part_missing_stays_empty():
    parts = (yearly("A", 2018, 40, None, 45), yearly("B", 2018, 60, 58, 55))
    chart = stacked(SHARE, parts, writer=VI)
    assert sorted({row["p"] for row in chart.spec["data"]["values"]}) == ["2018", "2020"]


def test_a_sparkline_has_no_text_in_its_picture():
    assert "<text" not in drawn(every_kind(VI)[4])
