from build_scripts.compute.facts import facts_of
from build_scripts.compute.geography.steps import (
    Layout,
    first_view,
    layouts_of,
    mapped_periods,
    shades_of,
    shown_on,
    steps_of,
)
from build_scripts.model import Period, Tile
from tests.tiny import frame, indicator, tiny, value

TILES = (
    *(Tile("3", area, 0, column) for column, area in enumerate(("east", "west", "south"))),
    *(Tile("2", area, 0, column) for column, area in enumerate(("east", "big"))),
)
OLD, NEW = Layout("delta-old", TILES[:3]), Layout("delta-new", TILES[3:])


def series(**figures):
    rows = [value("tap", area, period, n) for area, each in figures.items() for period, n in each.items()]
    return facts_of(tiny(observations=frame(*rows))).get("tap", {})


def steps(*figures):
    found = series(**{f"a{number:02}": {"2024": figure} for number, figure in enumerate(figures)})
    return list(steps_of({area: facts[0] for area, facts in found.items()}).values())


def test_a_layout_belongs_to_the_region_whose_members_it_holds_the_larger_one_first():
    assert layouts_of(tiny(tiles=TILES)) == (OLD, NEW)
    assert layouts_of(tiny()) == ()


def test_a_map_needs_figures_of_half_of_its_units():
    found = series(east={"2023": 1, "2024": 2}, west={"2023": 3}, south={"2022": 1})
    assert [each.text for each in mapped_periods(found, OLD)] == ["2023"]


def test_a_map_opens_with_the_newest_period():
    old, new = series(east={"2024": 1}, west={"2024": 2}), series(east={"2025": 1}, big={"2025": 2})
    layout, period = first_view(indicator("tap"), [(OLD, old), (NEW, new)])
    assert (layout, period.text) == (NEW, "2025")


def test_figures_without_one_definition_are_not_mapped():
    assert (
        first_view(indicator("tap", chartable=False), [(OLD, series(east={"2024": 1}, west={"2024": 2}))])
        is None
    )


def test_a_unit_without_a_trusted_number_has_no_step():
    found = series(east={"2024": 1}, west={"2024": "nil"}, big={"2024": 5})
    assert set(shown_on(tiny(), found, OLD)[Period.parse("2024")]) == {"east"}


def test_five_steps_hold_about_the_same_number_of_units():
    assert steps(1, 2, 3, 4, 1000) == [1, 2, 3, 4, 5]
    assert steps(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) == [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_equal_figures_have_one_step():
    assert steps(7, 7, 7) == [1, 1, 1]
    assert steps(0, 0, 5, 9) == [1, 1, 3, 4]


def test_the_legend_says_from_what_to_what_a_step_reaches():
    found = series(a={"2024": 4}, b={"2024": 1}, c={"2024": 2}, d={"2024": 3}, e={"2024": 5}, f={"2024": 6})
    figures = {area: facts[0] for area, facts in found.items()}
    shades = shades_of(figures, steps_of(figures))
    assert [(each.step, each.low.shown.value, each.high.shown.value) for each in shades] == [
        (1, 1, 2), (2, 3, 3), (3, 4, 4), (4, 5, 5), (5, 6, 6),
    ]  # fmt: skip
