from fractions import Fraction

import pytest

from build_scripts.compute.progress import aim_of
from build_scripts.compute.progress.aim import Aim, exact
from tests.compute.progress.cases import above, at_least, at_most, band, below, down, up
from tests.tiny import target, tiny

GOAL = tiny().goals["tap-goal"]


def goal(direction):
    return (
        tiny()
        .goals["tap-goal"]
        .__class__(GOAL.id, GOAL.name, GOAL.area, GOAL.group, GOAL.unit, direction, GOAL.definition)
    )


def test_a_number_is_the_decimal_that_people_wrote():
    assert exact(0.1) + exact(0.2) == exact(0.3) == Fraction(3, 10)
    assert exact(1e-07) == Fraction(1, 10**7)
    assert exact(-2) == Fraction(-2)


def test_a_range_is_reached_at_its_nearer_end():
    assert up(60, 62).edge(50) == 60
    assert down(4, 3).edge(5) == 4
    assert (band(60, 62).edge(50), band(60, 62).edge(70)) == (60, 62)


def test_inside_a_band_there_is_nothing_left_to_go():
    assert (band(60, 62).edge(61), band(60, 62).shortfall(61)) == (61, 0)


def test_what_is_left_to_go_is_never_less_than_nothing():
    assert (up(60).shortfall(59.5), up(60).shortfall(61)) == (Fraction(1, 2), 0)
    assert (down(4).shortfall(5), down(4).shortfall(3)) == (1, 0)
    assert (band(60, 62).shortfall(59), band(60, 62).shortfall(65)) == (1, 3)


@pytest.mark.parametrize(
    ("aim", "kept", "broken"),
    [
        (at_least(75), 75, 74.9),
        (above(75), 75.1, 75),
        (at_most(4), 4, 4.1),
        (below(4), 3.9, 4),
        (up(60, 62), 60, 59.9),
        (up(60, 62), 70, 59.9),
        (down(5, 3), 5, 5.1),
        (down(5, 3), 1, 5.1),
        (band(60, 62), 60, 59.9),
        (band(60, 62), 62, 62.1),
        (up(0), 0, -0.1),
        (up(-2), -2, -2.1),
    ],
    ids=str,
)
def test_a_promise_is_kept_from_its_edge_on(aim, kept, broken):
    assert (aim.met(kept), aim.met(broken)) == (True, False)


@pytest.mark.parametrize(
    ("aim", "low", "high", "decided"),
    [
        (at_least(60), 64, None, True),
        (at_least(64), 64, None, True),
        (at_least(70), 64, None, None),
        (at_least(60), None, 50, False),
        (at_least(60), 50, 70, None),
        (at_most(4), None, 3, True),
        (at_most(4), 5, None, False),
        (at_most(4), None, 5, None),
        (band(60, 62), 60.5, 61, True),
        (band(60, 62), 61, 65, None),
        (band(60, 62), 64, None, False),
        (band(60, 62), None, 50, False),
        (band(60, 62), None, 60, None),
        (band(60, 62), 62, None, None),
        (band(60, 62), 61, None, None),
    ],
    ids=str,
)
def test_a_figure_known_only_as_a_bound_decides_where_it_can(aim, low, high, decided):
    assert aim.decided(low, high) is decided


@pytest.mark.parametrize(
    ("operator", "direction"), [(">=", "up"), (">", "up"), ("<=", "down"), ("<", "down")]
)
def test_the_operator_tells_the_direction_before_the_goal_does(operator, direction):
    found = aim_of(target("t", operator=operator, low=4.0, high=None), goal("band"))
    assert found == Aim(operator, 4.0, None, direction)


@pytest.mark.parametrize("direction", ["up", "down", "band"])
def test_where_the_operator_is_silent_the_goal_tells_the_direction(direction):
    found = aim_of(target("t", operator="range", low=4.0, high=5.0), goal(direction))
    assert found == Aim("range", 4.0, 5.0, direction)


def test_without_a_direction_or_without_a_figure_there_is_no_aim():
    assert aim_of(target("t", operator="~", low=4.0, high=4.0), goal("none")) is None
    assert aim_of(target("t", operator=">", low=None, high=None), GOAL) is None
