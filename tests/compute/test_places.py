from build_scripts.compute.facts import facts_of
from build_scripts.compute.places import comparison, country_of, members_of, ranked, regions_of
from tests.tiny import frame, indicator, tiny, value


def facts(*rows):
    return facts_of(tiny(observations=frame(*rows)))["tap"]


def places(found):
    return [(area, place.rank, place.tied) for place, area, _ in found]


def test_regions_and_members_come_in_the_order_of_the_data():
    assert regions_of(tiny(), "east") == ("delta-old", "delta-new")
    assert members_of(tiny(), "delta-old") == ("east", "west", "south")
    assert country_of(tiny()).id == "land"


def test_equal_values_share_the_better_rank_and_the_next_rank_is_left_out():
    rows = [value("tap", area, "2024", figure) for area, figure in (("east", 5), ("west", 5), ("south", 1))]
    found = {area: each[0] for area, each in facts(*rows).items()}
    assert places(ranked(found, lowest_first=False)) == [
        ("east", 1, True),
        ("west", 1, True),
        ("south", 3, False),
    ]


def test_where_less_is_better_the_lowest_value_comes_first():
    rows = [value("tap", area, "2024", figure) for area, figure in (("east", 0), ("west", 5))]
    found = {area: each[0] for area, each in facts(*rows).items()}
    assert places(ranked(found, lowest_first=True)) == [("east", 1, False), ("west", 2, False)]


def test_areas_are_compared_in_the_newest_period_that_half_of_them_report():
    rows = [value("tap", area, "2023", 1) for area in ("east", "west", "south")]
    rows.append(value("tap", "east", "2024", 2))
    found = comparison(tiny(), indicator("tap"), facts(*rows), "delta-old")
    assert found.period.text == "2023"
    assert len(found.rows) == 3


def test_two_areas_are_a_pair_not_a_comparison():
    rows = [value("tap", area, "2023", 1) for area in ("east", "west")]
    assert comparison(tiny(), indicator("tap"), facts(*rows), "delta-old") is None


def test_a_figure_that_is_not_one_number_does_not_count_in_a_comparison():
    rows = [value("tap", area, "2023", 1) for area in ("east", "west")]
    rows.append(value("tap", "south", "2023", "nil"))
    assert comparison(tiny(), indicator("tap"), facts(*rows), "delta-old") is None


def test_an_indicator_that_cannot_be_charted_is_not_compared():
    rows = [value("tap", area, "2023", 1) for area in ("east", "west", "south")]
    assert comparison(tiny(), indicator("tap", chartable=False), facts(*rows), "delta-old") is None
