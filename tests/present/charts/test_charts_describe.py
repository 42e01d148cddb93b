from chart_samples import EN, PEOPLE, SHARE, VI, bar, bound, period, point, yearly

from build_scripts.present.charts import Aim, BreakMark, Frame, Series, bars, lines, multiples, spark, stacked

URBAN = Series(
    "Hà Nội",
    (
        point("2002", 36.6),
        point("2003", 30.1),
        point("2004", 50.2),
        point("2008", 45.0),
        point("2009", 49.1, "preliminary"),
    ),
    emphasis=True,
)
RISE = (
    "Hà Nội: từ 36,6% năm 2002 lên 49,1% năm 2009 (sơ bộ); cao nhất 50,2% năm 2004; thấp nhất 30,1% năm 2003; "
    "không có số liệu 2005–2007."
)


def said(writer, *series, aims=(), breaks=()):
    return lines(SHARE, series, aims, breaks, writer=writer).description


def test_a_rise_with_extremes_and_a_gap_in_vietnamese():
    assert said(VI, URBAN) == f"Biểu đồ đường: Tỷ lệ đô thị hóa. {RISE}"


def test_a_rise_with_extremes_and_a_gap_in_english():
    assert said(EN, URBAN) == (
        "Line chart: Tỷ lệ đô thị hóa. Hà Nội: up from 36.6% in 2002 to 49.1% in 2009 (preliminary); "
        "highest 50.2% in 2004; lowest 30.1% in 2003; no figures for 2005–2007."
    )


def test_the_emphasised_series_is_told_first():
    assert said(VI, yearly("Cả nước", 2002, 30, 31), URBAN) == (
        f"Biểu đồ đường: Tỷ lệ đô thị hóa. {RISE} Cả nước: từ 30,0% năm 2002 lên 31,0% năm 2003."
    )


def test_a_fall_below_zero_says_down_with_a_minus_sign():
    assert said(EN, yearly("A", 2020, 2.0, -1.5)).endswith("A: down from 2.0% in 2020 to −1.5% in 2021.")
    assert said(VI, yearly("A", 2020, 2.0, -1.5)).endswith("A: từ 2,0% năm 2020 xuống −1,5% năm 2021.")


def test_what_looks_equal_has_not_moved():
    assert said(EN, yearly("A", 2020, 5.01, 5.02)).endswith("A: 5.0% in 2020 and again 5.0% in 2021.")
    assert said(VI, yearly("A", 2020, 5.01, 5.02)).endswith("A: 5,0% năm 2020 và cũng 5,0% năm 2021.")


def test_one_figure_is_just_said():
    assert said(EN, yearly("A", 2020, 5)).endswith("A: 5.0% in 2020.")
    assert said(VI, yearly("A", 2020, 5)).endswith("A: 5,0% năm 2020.")


def test_no_figure_is_said_too():
    assert said(EN, yearly("A", 2020, None)).endswith("A: no figures yet.")
    assert said(VI, Series("A", ())).endswith("A: chưa có số liệu.")


def test_bounds_and_ranges_are_listed_as_what_they_are():
    known = (
        point("2019", 49.0),
        bound("2020", ">", low=60),
        bound("2021", "range", 48, 50),
        bound("2022", "<=", high=9),
    )
    assert said(EN, Series("A", known)).endswith(
        "A: 49.0% in 2019; known only as bounds: above 60% in 2020, 48–50% in 2021, at most 9% in 2022."
    )
    assert said(VI, Series("A", known)).endswith(
        "A: 49,0% năm 2019; chỉ biết giới hạn: trên 60% năm 2020, 48–50% năm 2021, không quá 9% năm 2022."
    )


def test_parts_of_years_are_named():
    quarters = Series("A", (point("2024-Q1", 5.0), point("2024-Q2", 6.0, "estimate")))
    assert said(EN, quarters).endswith(
        "A: up from 5.0% in the first quarter of 2024 to 6.0% in the second quarter of 2024 (estimate)."
    )
    assert said(VI, quarters).endswith("A: từ 5,0% quý I/2024 lên 6,0% quý II/2024 (ước tính).")


def test_targets_and_breaks_close_the_description():
    aims = (Aim(2025, None, 60, 62, "range", ""), Aim(2030, 2026, 11, None, ">=", ""))
    breaks = (BreakMark(period("2008"), "Hà Nội mở rộng."),)
    told = said(VI, yearly("A", 2007, 1, 2), aims=aims, breaks=breaks)
    assert told.endswith(
        "Số liệu từ năm 2008 không so sánh được với trước đó: Hà Nội mở rộng. "
        "Mục tiêu năm 2025: 60–62%. Mục tiêu giai đoạn 2026–2030: từ 11% trở lên."
    )
    told = said(EN, yearly("A", 2007, 1, 2), aims=aims, breaks=breaks)
    assert told.endswith(
        "Figures from 2008 on are not comparable with earlier ones: Hà Nội mở rộng. "
        "Target for 2025: 60–62%. Target for 2026–2030: at least 11%."
    )


def test_bars_name_both_ends_and_the_place_of_the_emphasised():
    rows = (bar("B", 2.0), bar("A", 8.5), bar("C", 1.0), bar("D", None), bar("Hà Nội", 2.0, emphasis=True))
    assert bars(Frame("Dân số", PEOPLE, 1), rows, writer=EN).description == (
        "Bar chart: Dân số. From A (8.5\u00a0thousand persons) at the top to C (1.0\u00a0thousand persons) at the bottom. "
        "Hà Nội: 2.0\u00a0thousand persons, number 2 of 4. D: no figures yet."
    )
    assert bars(Frame("Dân số", PEOPLE, 1), rows, writer=VI).description == (
        "Biểu đồ thanh ngang: Dân số. Từ A (8,5\u00a0nghìn người) ở đầu đến C (1,0\u00a0nghìn người) ở cuối. "
        "Hà Nội: 2,0\u00a0nghìn người, thứ 2 trong 4. D: chưa có số liệu."
    )


def test_panels_are_told_from_first_to_last():
    series = (yearly("B", 2020, 3, 2, 4), yearly("A", 2020, 1, 5, 2, emphasis=True))
    assert multiples(SHARE, series, writer=EN).description == (
        "Small charts on one scale: Tỷ lệ đô thị hóa. A: up from 1.0% in 2020 to 2.0% in 2022; highest 5.0% in 2021. "
        "B: up from 3.0% in 2020 to 4.0% in 2022."
    )


def test_a_composition_is_told_for_its_first_and_last_year():
    parts = (yearly("Thành thị", 2020, 40, None, 45), yearly("Nông thôn", 2020, 60, 58, 55))
    assert stacked(SHARE, parts, writer=VI).description == (
        "Biểu đồ cột chồng: Tỷ lệ đô thị hóa. Năm 2020: Thành thị 40,0%; Nông thôn 60,0%. "
        "Năm 2022: Thành thị 45,0%; Nông thôn 55,0%. Để trống vì thiếu số liệu: 2021."
    )


def test_a_sparkline_is_told_without_a_unit():
    aims = (Aim(2030, None, 75, None, ">", ""),)
    assert spark(yearly("Hà Nội", 2020, 49, 49.5), aims, writer=EN).description == (
        "Hà Nội: up from 49.0 in 2020 to 49.5 in 2021. Target for 2030: above 75."
    )
