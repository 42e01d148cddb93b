from dataclasses import replace

import pytest

from build_scripts.model import Break, Period
from build_scripts.present.page import render
from build_scripts.present.pages.indicator_tables import columns, sheet, territories
from build_scripts.present.scene import Cell
from tests.compute.geography.past import INDICATORS, TILES, people
from tests.tiny import CHANGES, both, frame, scene, tiny, value

MERGED = (
    people("west", "2023", 60), people("hill", "2023", 40), people("west", "2024", 61, status="preliminary"),
    people("hill", "2024", 41), people("big", "2025", 103), people("east", "2024", 7), people("land", "2024", 900),
)  # fmt: skip


def shown(*rows, name="people", language="en", **more):
    catalog = tiny(indicators=INDICATORS, observations=frame(*rows), tiles=TILES, **more)
    own = scene(catalog, language)
    return territories(own, INDICATORS[name], "east")


def cells(sheet):
    names = [area.text for area in sheet.areas]
    return {row.period: dict(zip(names, row.cells, strict=True)) for row in sheet.rows}


def test_on_the_boundaries_of_today_computed_cells_are_marked_and_published_ones_are_not():
    table = cells(shown(*MERGED).today)
    assert {period: row["Big"] for period, row in table.items()} == {
        "2025": Cell("103", mark_title="final"),
        "2024": Cell("102", mark="calc., prel.", mark_title="calculated here from the figures of the former provinces; preliminary"),
        "2023": Cell("100", mark="calc.", mark_title="calculated here from the figures of the former provinces"),
    }  # fmt: skip


def test_units_come_before_their_region_and_the_country_stays_in_the_published_table():
    assert [each.text for each in shown(*MERGED).today.areas] == ["East", "Big", "Delta-New"]


def test_the_page_says_what_each_unit_of_today_is_made_of():
    split = (CHANGES[0], replace(CHANGES[1], share=0.25))
    assert shown(*MERGED).made == ("Big: West + Hill",)
    assert shown(*MERGED, changes=split).made == ("Big: West + 25% of Hill",)


def test_former_units_stand_together_last():
    own = scene(tiny(indicators=INDICATORS, observations=frame(*MERGED), tiles=TILES), "en")
    found = own.facts["people"]
    table = sheet(own, INDICATORS["people"], found, columns(own, found, "hill"))
    assert [each.text for each in table.areas] == ["Land", "East", "Big", "Hill", "West"]
    assert (table.now, table.former) == ("3", "2")
    assert all(len(row.cells) == len(table.areas) for row in table.rows)
    assert shown(*MERGED).since == "1 July 2025"


def test_a_ratio_without_its_parts_is_refused_once_in_plain_words():
    found = shown(value("tap", "west", "2024", 60), name="tap")
    assert (found.today, found.lacking) == (None, ())
    assert found.refused.startswith(
        "Nothing can be calculated for the new boundaries in earlier years: this is a ratio"
    )


def test_what_is_missing_is_said_by_area_with_the_years_together():
    rows = [people("west", str(year), 60) for year in (2018, 2019, 2020, 2023)]
    assert shown(*rows, people("hill", "2022", 40)).lacking == (
        "Big, 2018–2020 and 2023: no figure for Hill that can be used.",
        "Big, 2022: no figure for West that can be used.",
    )


def test_a_break_in_one_part_alone_is_told():
    mark = Break("people", "west", Period.parse("2024"), both("A new count."), "yearbook")
    assert shown(*MERGED, breaks=(mark,)).lacking == (
        "Big, 2023: its parts were not measured in the same way.",
        "Delta-New, 2023 and 2025: no figure for East that can be used.",
    )


def test_of_a_ratio_the_part_that_is_missing_is_named():
    rows = (
        value("density", "west", "2023", 2),
        value("density", "hill", "2023", 4),
        people("west", "2023", 60),
    )
    assert shown(*rows, people("hill", "2023", 40), name="density").lacking == (
        "Big, 2023: no figure of “Land-Area” for West that can be used.",
    )


def test_without_a_figure_of_a_territory_that_is_gone_there_is_nothing_to_show():
    assert shown(people("east", "2024", 7)) is None
    assert shown(*MERGED, changes=()) is None


def page(drafts, name, language):
    wanted = (f"indicators/{name}/", language)
    return next(each for each in drafts if (each.address, each.language) == wanted)


def html(draft):
    return render(draft, {chart.key: "<svg></svg>" for chart in draft.charts()}).data.decode()


@pytest.fixture(scope="module")
def population(drafts):
    return page(drafts, "population_avg", "vi")


def test_hung_yen_carried_back_stands_on_the_page_of_population(population):
    table = cells(population.view["territories"].today)
    assert [table[year]["Hưng Yên"] for year in ("2024", "2023", "1995")] == [
        Cell("3.208,4", mark="tính, sb", mark_title="cổng tính từ số của các địa phương cũ; sơ bộ"),
        Cell("3.183,3", mark="tính", mark_title="cổng tính từ số của các địa phương cũ"),
        Cell("2.785,5", mark="tính", mark_title="cổng tính từ số của các địa phương cũ"),
    ]
    assert sum(1 for row in table.values() if row["Hưng Yên"].text) == 30


def test_the_page_says_whose_figures_are_missing(population):
    assert population.view["territories"].lacking == (
        "Hà Nội, 1995–2007: chưa có số dùng được của Hà Tây.",
        "Phú Thọ, 1995–2024: chưa có số dùng được của Phú Thọ (trước 7/2025).",
        "Đồng bằng sông Hồng, 1995–2007: chưa có số dùng được của Hà Tây.",
    )


def test_the_panels_of_the_region_of_today_use_what_was_computed_and_say_so(population):
    (note,) = [figure.note for figure in population.figures if figure.note]
    assert note.startswith("Với nơi ghi “(tính)”, số trước ngày 01 tháng 7 năm 2025 do cổng tính")
    described = [figure.chart.description for figure in population.figures if figure.note]
    assert "Hưng Yên (tính)" in described[0]


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("vi", "đây là một tỷ lệ, mà tỷ lệ của hai nơi không cộng được với nhau"),
        ("en", "this is a ratio, and the ratios of two places do not add up"),
    ],
)
def test_a_refused_ratio_says_why_on_its_page(drafts, language, reason):
    written = html(page(drafts, "poverty_rate_income", language))
    assert reason in written
