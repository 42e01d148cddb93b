from decimal import Decimal

from build_scripts.compute.facts import facts_of, latest
from build_scripts.compute.geography.standing import Middle, middle_of, trend_of
from build_scripts.model import Break, Period
from tests.tiny import both, frame, indicator, tiny, value


def facts(*rows):
    return facts_of(tiny(observations=frame(*rows)))["tap"]


def trend(figures, *breaks, **more):
    found = facts(*(value("tap", "east", period, figure) for period, figure in figures.items()))["east"]
    told = trend_of(indicator("tap", **more), breaks, found, latest(found))
    return [each and (each.before.period.text, each.change) for each in (told.last, told.long)]


def mark(period, area=""):
    return Break("tap", area, Period.parse(period), both("New pipes."), "yearbook")


def test_the_middle_is_the_median_of_all_members_the_area_among_them():
    found = facts(
        *(value("tap", area, "2024", n) for area, n in {"east": 54.2, "west": 60, "south": 53}.items())
    )
    peers = {area: each[0] for area, each in found.items()}
    assert middle_of(peers, "west") == Middle(Decimal("54.2"), Decimal("5.8"))
    assert middle_of(peers, "hill") is None


def test_a_figure_is_compared_with_the_previous_one_and_with_that_of_five_years_ago():
    assert trend({"2018": 50, "2019": 51, "2023": 53, "2024": 53.5}) == [
        ("2023", Decimal("0.5")),
        ("2019", Decimal("2.5")),
    ]


def test_without_a_figure_of_five_years_ago_the_nearest_within_a_year_stands_in():
    assert trend({"2018": 50, "2023": 53, "2024": 54})[1] == ("2018", Decimal(4))
    assert trend({"2010": 50, "2023": 53, "2024": 54})[1] is None


def test_one_figure_is_not_told_twice():
    assert trend({"2019": 50, "2024": 54}) == [("2019", Decimal(4)), None]


def test_nothing_is_compared_across_a_break():
    assert trend({"2019": 50, "2023": 53, "2024": 54}, mark("2020")) == [("2023", Decimal(1)), None]
    assert trend({"2019": 50, "2023": 53, "2024": 54}, mark("2024", "east")) == [None, None]


def test_a_break_elsewhere_does_not_matter():
    assert trend({"2023": 53, "2024": 54}, mark("2024", "west"))[0] == ("2023", Decimal(1))


def test_only_periods_of_one_kind_are_compared():
    assert trend({"2023-Q4": 53, "2024": 54}) == [None, None]


def test_figures_that_share_no_definition_have_no_trend():
    found = facts(value("tap", "east", "2023", 53), value("tap", "east", "2024", 54))["east"]
    assert trend_of(indicator("tap", chartable=False), (), found, latest(found)) is None
