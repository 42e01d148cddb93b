import json
from dataclasses import replace

import pytest

from build_scripts.compute.geography.steps import layouts_of
from build_scripts.model import Boundary, Tile
from build_scripts.present.page import render
from build_scripts.present.pages.indicators import indicator_pages
from build_scripts.present.pages.region_map import map_sheet
from tests.compute.geography.past import INDICATORS, people
from tests.tiny import frame, package, scene, tiny

TILES = (
    Tile("3", "west", 0, 0), Tile("3", "east", 0, 1), Tile("3", "south", 1, 1),
    Tile("2", "big", 0, 0), Tile("2", "east", 0, 1),
)  # fmt: skip
ROWS = (
    people("west", "2023", 60), people("south", "2023", 9), people("west", "2024", 61, status="estimate"),
    people("hill", "2024", 41), people("east", "2024", 7000), people("south", "2024", 9, confidence="low"),
)  # fmt: skip


def portal(**more):
    return tiny(
        **({"indicators": INDICATORS, "observations": frame(*ROWS), "tiles": TILES, "packages": (package("water"),), "measures": ()} | more)
    )  # fmt: skip


def draft(language="en", **more):
    every = indicator_pages(scene(portal(**more), language))
    return next(each for each in every if each.address == "indicators/people/")


def told(sheet):
    return [(unit.area.text, unit.value, unit.mark, unit.step) for unit in sheet.units]


def square(area, west, south):
    return Boundary(
        area, (((west, south), (west + 1, south), (west + 1, south + 1), (west, south + 1), (west, south)),)
    )


def test_a_map_opens_with_the_newest_period_published_before_computed():
    found = draft().view["map"]
    assert (found.title, found.period, found.key) == ("People (per cent), ", "2024", "3")


def test_each_unit_bears_its_name_its_figure_and_its_shade():
    three, two = draft().view["map"].sheets
    assert told(three) == [
        ("West", "61", "est.", "1"),
        ("East", "7,000", "", "3"),
        ("South", "no figure", "", "none"),
    ]
    assert told(two) == [("Big", "102", "calc., est.", "1"), ("East", "7,000", "", "3")]


def test_a_unit_leads_to_its_page():
    assert draft().view["map"].sheets[0].units[0].area.href == "areas/west/"


def test_the_legend_names_the_figures_of_a_shade():
    assert [(each.step, each.reach) for each in draft().view["map"].legend] == [
        ("1", "61"), ("2", ""), ("3", "7,000"), ("4", ""), ("5", ""),
    ]  # fmt: skip


def test_the_script_gets_every_period_written_in_the_language_of_the_page():
    assert json.loads(draft("vi").view["map"].data) == {
        "3": [
            ["2024", "2024", ["61", "", "7.000", "", ""], [["61", 1, "ước"], ["7.000", 3, ""], 0]],
            ["2023", "2023", ["9", "", "60", "", ""], [["60", 3, ""], 0, ["9", 1, ""]]],
        ],
        "2": [["2024", "2024", ["102", "", "7.000", "", ""], [["102", 1, "tính, ước"], ["7.000", 3, ""]]]],
    }


def test_no_tag_can_begin_in_what_the_script_reads():
    units = replace(INDICATORS["people"], decimals=0)
    data = draft(indicators={**INDICATORS, "people": units}).view["map"].data
    assert "<" not in data
    assert "&" not in data


def test_a_map_without_half_of_the_units_is_not_drawn():
    assert draft(observations=frame(people("west", "2024", 1))).view["map"] is None


def test_the_page_holds_the_map_without_a_script_and_no_inline_code():
    made = draft()
    html = json.loads(
        render(made, {each.key: "<svg></svg>" for each in made.charts()})
        .data.decode()
        .split("body: ", 1)[1]
        .rsplit("\n---", 1)[0]
    )
    assert '<a class="tile tile--3" style="--column:2;--row:1" href="../../areas/east/" data-unit>' in html
    assert 'href="#table"' in html
    assert '<script src="../../../assets/map.js" defer></script>' in html
    assert html.count("<script") == 2
    assert " on" + "click" not in html


def sheet(*boundaries):
    catalog = portal(boundaries=boundaries)
    return map_sheet(scene(catalog), layouts_of(catalog)[0], "east")


def test_with_boundaries_the_map_is_a_picture_and_areas_without_one_are_listed():
    found = sheet(square("west", 105, 20), square("east", 106, 20))
    assert [(unit.area.text, unit.here) for unit in found.units] == [("West", False), ("East", True)]
    assert [unit.area.text for unit in found.unmapped] == ["South"]
    assert found.units[0].path.startswith("M0,")
    assert found.box.startswith("-2 -2 404 ")


def test_an_outline_that_shrinks_to_a_line_is_not_drawn():
    sliver = Boundary("east", (((110.0, 20.0), (110.0, 20.00001), (110.0, 20.0), (110.0, 20.0)),))
    assert [unit.path for unit in sheet(square("west", 105, 20), sliver).units][1] == ""


def test_without_any_boundary_the_map_is_squares():
    found = sheet(square("hill", 105, 20))
    assert (found.box, found.unmapped) == ("", ())
    assert [unit.style for unit in found.units] == [
        "--column:1;--row:1", "--column:2;--row:1", "--column:2;--row:2",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_page_with_a_true_map_can_be_finished(language):
    made = draft(language, boundaries=(square("west", 105, 20), square("east", 106, 20)))
    written = render(made, {each.key: "<svg></svg>" for each in made.charts()}).data.decode()
    assert 'class=\\"shapes\\"' in written
    assert "shape--none" not in written.split('class=\\"chips\\"')[0]


def test_names_on_a_map_leave_out_what_stands_in_brackets(scenes):
    own = scenes[0]
    names = [unit.area.text for layout in layouts_of(own.catalog) for unit in map_sheet(own, layout).units]
    assert names.count("Hưng Yên") == 2
    assert not any("(" in name for name in names)
