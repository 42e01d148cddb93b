import pytest

from build_scripts.compute.facts import facts_of
from build_scripts.compute.progress import ASSUMED, revisions_of
from build_scripts.model import Revision
from tests.compute.progress.promises import portal, series_in
from tests.tiny import value


def vintages(year, *figures, place="east", **more):
    """Publish a fact again and again; the last figure is in force."""
    return [
        value("tap", place, str(year), figure, vintage=number, in_force=number == len(figures), **more)
        for number, figure in enumerate(figures, start=1)
    ]


def measured(*facts, unit="percent"):
    catalog = portal(values=[each for fact in facts for each in fact], indicators=series_in(unit))
    return revisions_of(catalog, facts_of(catalog)).get("tap")


def test_a_share_moves_by_points_between_the_first_and_the_latest_vintage():
    assert measured(vintages(2023, 50.1, 60, 50.4)) == Revision(size=0.3, relative=False, count=1)


def test_an_amount_moves_by_a_part_of_its_first_vintage():
    assert measured(vintages(2023, 200, 210), unit="dong") == Revision(size=0.05, relative=True, count=1)
    assert measured(vintages(2023, -200, -190), unit="dong") == Revision(size=0.05, relative=True, count=1)


def test_the_median_of_all_years_and_areas_is_the_typical_revision():
    facts = (vintages(2022, 50, 51), vintages(2023, 50, 50), vintages(2023, 50, 53, place="west"))
    assert measured(*facts) == Revision(size=1.0, relative=False, count=3)


def test_a_later_vintage_that_is_not_in_force_is_still_the_latest():
    earlier = value("tap", "east", "2023", 50, vintage=1, in_force=True)
    later = value("tap", "east", "2023", 52, vintage=2, in_force=False)
    assert measured([earlier, later]) == Revision(size=2.0, relative=False, count=1)


@pytest.mark.parametrize(
    "fact",
    [
        vintages(2023, 50),
        [*vintages(2023, 50), value("tap", "east", "2023", 60, vintage=2, in_force=False, confidence="low")],
        [*vintages(2023, 50), value("tap", "east", "2023", "no-figure", vintage=2, in_force=False)],
    ],
    ids=("one vintage", "low confidence", "no figure"),
)
def test_without_two_trusted_figures_nothing_is_known(fact):
    assert measured(fact) is None


def test_an_amount_that_began_at_zero_has_no_part():
    assert measured(vintages(2023, 0, 5), unit="dong") is None
    assert measured(vintages(2023, 0, 5)) == Revision(size=5.0, relative=False, count=1)


def test_one_per_cent_is_assumed_where_nothing_is_known():
    assert Revision(size=0.01, relative=True, count=0) == ASSUMED
