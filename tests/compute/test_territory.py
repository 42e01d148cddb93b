from dataclasses import replace

from build_scripts.compute.facts import facts_of, latest
from build_scripts.compute.territory import (
    became,
    heirs_of,
    made_of,
    renewal_from,
    renewal_into,
    standing_of,
)
from tests.tiny import CHANGES, VALUES, frame, tiny, value


def standing(catalog, area, indicator="tap"):
    found = facts_of(catalog)[indicator]
    return standing_of(catalog, catalog.indicators[indicator], found, latest(found[area]))


def test_areas_that_became_one_on_the_same_day_by_the_same_act_are_one_event():
    (event,) = made_of(tiny(), "big")
    assert (event.origins, event.successor, event.act, event.whole) == (
        ("west", "hill"),
        "big",
        "7/2025",
        True,
    )


def test_an_area_of_which_only_a_part_went_elsewhere_is_not_whole():
    changes = (CHANGES[0], replace(CHANGES[1], share=0.4))
    assert not made_of(tiny(changes=changes), "big")[0].whole


def test_an_area_that_nothing_happened_to_is_its_own_heir():
    assert heirs_of(tiny(), "east") == ("east",)
    assert heirs_of(tiny(), "west") == ("big",)
    assert became(tiny(), "east") == ()


def test_a_region_is_continued_by_the_one_that_holds_most_of_what_its_members_became():
    renewal = renewal_from(tiny(), "delta-old")
    assert (renewal.after, renewal.leaving, renewal.joining) == ("delta-new", ("south",), ("hill",))


def test_a_region_finds_the_one_it_continues():
    assert renewal_into(tiny(), "delta-new") == renewal_from(tiny(), "delta-old")
    assert renewal_from(tiny(), "delta-new") is None


def test_an_area_ranks_among_the_members_of_the_region_that_was_valid_in_the_period():
    found = standing(tiny(), "west")
    assert (found.region, found.place.rank, found.place.of, found.place.tied) == ("delta-old", 1, 3, False)
    assert found.fact.shown.value == 56


def test_areas_with_the_same_value_share_their_rank():
    place = standing(tiny(), "east").place
    assert (place.rank, place.of, place.tied) == (2, 3, True)


def test_there_is_no_rank_when_fewer_than_half_of_the_members_have_a_value():
    rows = (value("tap", "east", "2024", 54), value("tap", "delta-old", "2024", 56))
    found = standing(tiny(observations=frame(*rows)), "east")
    assert found.place is None
    assert found.fact.shown.value == 56


def test_there_is_no_rank_among_two():
    rows = [row for row in VALUES if row["area"] != "west"]
    assert standing(tiny(observations=frame(*rows)), "east").place is None


def test_figures_of_low_confidence_are_not_ranked():
    rows = [row for row in VALUES if row["area"] != "south"]
    rows.append(value("tap", "south", "2024", 54, confidence="low"))
    assert standing(tiny(observations=frame(*rows)), "east").place is None


def test_an_area_of_no_region_has_no_standing():
    assert standing(tiny(), "hill") is None
