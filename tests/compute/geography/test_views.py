from build_scripts.compute.geography.carried import carriages_of, is_computed
from build_scripts.compute.geography.views import Today, is_touched, joints, views_of
from tests.compute.geography.past import past, people
from tests.tiny import value

ROWS = (
    people("west", "2024", 60), people("hill", "2024", 40), people("big", "2025", 103),
    people("east", "2024", 7), people("east", "2025", 8),
)  # fmt: skip


def seen(*rows, name="people", **more):
    known = past(*rows, **more)
    return views_of(known, carriages_of(known), name)


def told(series):
    return {
        area: [(fact.period.text, fact.shown.value, is_computed(fact)) for fact in facts]
        for area, facts in series.items()
    }


def test_on_the_boundaries_of_today_what_was_computed_and_what_was_published_stay_apart():
    assert told(seen(*ROWS).today) == {
        "delta-new": [("2024", 107.0, True), ("2025", 111.0, True)],
        "east": [("2024", 7.0, False), ("2025", 8.0, False)],
        "big": [("2024", 100.0, True), ("2025", 103.0, False)],
    }


def test_the_view_of_the_past_holds_only_territories_that_are_gone():
    assert told(seen(*ROWS).former) == {"west": [("2024", 60.0, False)], "hill": [("2024", 40.0, False)]}


def test_the_published_view_is_what_the_data_hold():
    assert set(seen(*ROWS).published) == {"west", "hill", "big", "east"}


def test_a_line_is_cut_where_computed_figures_give_way_to_published_ones():
    views = seen(*ROWS)
    assert [each.text for each in joints(views.today["big"])] == ["2025"]
    assert joints(views.today["east"]) == ()


def test_what_could_not_be_computed_says_why_by_area():
    views = seen(value("tap", "west", "2024", 60), name="tap")
    assert {area: [each.reason for each in found] for area, found in views.refusals.items()} == {
        "delta-new": ["ratio-without-parts"],
        "big": ["ratio-without-parts"],
    }


def test_an_indicator_without_figures_of_gone_territories_is_not_touched_by_changes():
    assert not is_touched(seen(people("east", "2024", 7)))
    assert is_touched(seen(people("west", "2024", 7)))


def test_published_and_computed_figures_are_put_together_when_they_are_asked_for():
    known = past(*ROWS)
    published, carried = known.facts["people"], carriages_of(known)["people"]
    found = Today(published, carried, ["big", "east"])
    seen_today = views_of(known, carriages_of(known), "people").today
    assert {area: found[area] for area in ("big", "east")} == {
        area: seen_today[area] for area in ("big", "east")
    }
    assert found["west"] == published["west"]
    assert "nowhere" not in found
    assert set(found) == set(published)
    assert len(found) == len(published)
    assert [found.at("big", each).shown.value for each in ("2024", "2025")] == [100.0, 103.0]
    assert found.at("west", "2024") == published["west"][0]
    assert found.at("west", "1999") is None


def test_an_area_that_has_computed_figures_only_is_among_those_that_have_any():
    known = past(*ROWS[:2])
    found = Today(known.facts["people"], carriages_of(known)["people"], ["big", "east"])
    assert sorted(found) == ["big", "hill", "west"]
    assert list(found)[-1] == "big"
    assert found.get("east", ()) == ()
