from build_scripts.compute.coverage import (
    conflicts_of,
    coverage_of,
    doubtful_of,
    held_by,
    stalest_first,
    telling_series,
    total_share,
    unmeasured_goals,
    waiting_goals,
    without_figure,
)
from build_scripts.compute.facts import facts_of
from tests.tiny import VALUES, frame, indicator, tiny, value


def covered(*rows):
    return coverage_of("tap", facts_of(tiny(observations=frame(*rows)))["tap"])


def test_coverage_counts_areas_years_and_the_share_of_area_years():
    found = covered(
        value("tap", "east", "2020", 1), value("tap", "east", "2022", 3), value("tap", "west", "2022", 3)
    )
    assert (found.areas, found.first, found.last, found.values) == (2, 2020, 2022, 3)
    assert found.share == 0.5


def test_a_mark_for_no_figure_is_not_a_figure():
    found = covered(value("tap", "east", "2020", 1), value("tap", "west", "2020", "no-figure"))
    assert (found.areas, found.values, found.share) == (1, 1, 1.0)


def test_zero_is_a_figure():
    assert covered(value("tap", "east", "2020", 0)).areas == 1


def test_an_indicator_without_yearly_figures_has_no_share():
    found = covered(value("tap", "east", "2020-Q1", 1))
    assert (found.share, found.first, found.last) == (None, 2020, 2020)
    assert total_share([found]) is None


def test_every_vintage_is_a_value_and_makes_a_conflict():
    rows = (value("tap", "east", "2020", 1), value("tap", "east", "2020", 2, vintage=2, in_force=False))
    assert covered(*rows).values == 2
    assert conflicts_of(facts_of(tiny(observations=frame(*rows)))) == {"tap": 1}


def test_indicators_are_grouped_by_their_last_year_oldest_first():
    old, new = covered(value("tap", "east", "2016", 1)), covered(value("tap", "east", "2024", 1))
    assert stalest_first([new, old]) == ((2016, (old,)), (2024, (new,)))


def test_figures_of_low_confidence_are_counted():
    assert doubtful_of(facts_of(tiny())) == {"leak": 1}


def test_a_goal_that_no_series_measures_is_named():
    assert [each.id for each in unmeasured_goals(tiny())] == ["bus-goal"]


def test_a_goal_whose_series_has_no_figure_for_its_area_waits():
    rows = [row for row in VALUES if row["area"] != "east"]
    catalog = tiny(observations=frame(*rows))
    assert [each.id for each in waiting_goals(catalog, facts_of(catalog))] == ["tap-goal"]
    assert waiting_goals(tiny(), facts_of(tiny())) == ()


def test_a_figure_of_low_confidence_alone_leaves_an_indicator_without_a_figure():
    assert [each.id for each in without_figure(tiny(), facts_of(tiny()), "east")] == ["leak"]


def test_the_indicators_of_an_area_are_counted_with_their_latest_year():
    assert held_by(facts_of(tiny()), "east") == (2, 2024)
    assert held_by(facts_of(tiny()), "big") == (0, None)


def test_the_series_drawn_for_an_area_measures_a_target_rather_than_being_longer():
    rows = [value("other", "east", str(year), 1) for year in range(2015, 2025)]
    catalog = tiny(
        indicators={each: indicator(each) for each in ("other", "tap")},
        observations=frame(*VALUES[:5], *rows),
    )
    assert [each.id for each in telling_series(catalog, facts_of(catalog), "east", 4)] == ["tap"]


def test_a_series_that_ended_gives_way_to_one_that_is_kept_up():
    rows = [value("old", "east", str(year), 1) for year in range(2000, 2016)]
    rows += [value("new", "east", str(year), 1) for year in range(2020, 2025)]
    catalog = tiny(
        indicators={each: indicator(each) for each in ("old", "new")}, observations=frame(*rows), measures=()
    )
    assert [each.id for each in telling_series(catalog, facts_of(catalog), "east", 4)] == ["new"]


def test_a_short_series_is_not_drawn():
    catalog = tiny(observations=frame(*VALUES[:3]))
    assert telling_series(catalog, facts_of(catalog), "east", 4) == ()
