from dataclasses import replace

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.home import home_pages
from build_scripts.present.scene import Link
from tests.tiny import empty, scene, target, tiny


def home(language="en", **more):
    (draft,) = home_pages(scene(tiny(**more), language))
    return draft


def cards(draft):
    return {card.entry.goal.text: card for _, _, inside in draft.view["cards"] for card in inside}


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("vi", "East đang ở đâu so với mục tiêu 2030?"),
        ("en", "Where does East stand against its 2030 targets?"),
    ],
)
def test_the_first_page_asks_its_question_with_the_year_most_targets_are_due(language, question):
    assert home(language).title == question


def test_targets_of_one_years_plans_do_not_set_the_year():
    targets = (
        target("a", year=2026, yearly=True),
        target("b", year=2026, yearly=True),
        target("c", year=2045),
    )
    assert home(targets=targets).title == "Where does East stand against its 2045 targets?"


def test_without_any_year_it_asks_without_one():
    assert home(targets=(target("a", year=None),)).title == "Where does East stand against its targets?"


def test_every_target_indicator_has_one_mark_with_its_status():
    (group,) = home().view["dots"]
    assert (group.name, group.href) == ("Services", "targets/#services")
    assert [(dot.href, dot.mark.kind, dot.title) for dot in group.dots] == [
        ("targets/tap-goal/", "off-track", "Tap water: Off track"),
        ("targets/bus-goal/", "no-longer-applicable", "Buses: No longer applicable"),
    ]


def test_the_sentence_counts_what_can_be_judged_and_what_cannot():
    assert home().description == (
        "Resolutions, programmes and plans set targets for 2 indicators of East. "
        "By the end of 2024, 1 of them can be judged: 1 off track. The other 1 cannot be judged yet."
    )
    assert home(measures=()).description.endswith("None can be judged yet, because figures are missing.")


def test_a_target_indicator_with_nothing_but_drafts_is_marked_as_not_judged():
    (group,) = home(targets=(target("a", draft=True),)).view["dots"]
    assert [dot.mark.kind for dot in group.dots] == ["not-judged", "not-judged"]


def test_target_indicators_of_no_group_come_last_under_a_name_of_their_own():
    goals = tiny().goals
    loose = {each.id: replace(each, group="") if each.id == "tap-goal" else each for each in goals.values()}
    named = [(group.name, group.href) for group in home(goals=loose).view["dots"]]
    assert named == [("Services", "targets/#services"), ("Other indicators", "targets/#other")]


def test_only_what_has_a_figure_has_a_card_with_its_target_and_a_sparkline():
    found = cards(home())
    assert list(found) == ["Tap water"]
    card = found["Tap water"]
    assert (card.entry.latest, card.entry.when, card.entry.target) == ("54%", "2024", "at least 70% (2030)")
    assert card.pace == "Needs +2.67% a year; now +1%"
    assert card.spark in home().sparks


def test_a_card_without_a_target_says_so():
    assert cards(home(targets=()))["Tap water"].entry.target == "The portal holds no target yet."


def test_target_indicators_of_other_areas_are_listed_apart():
    goals = tiny().goals
    other = replace(goals["bus-goal"], id="rail", area="west")
    assert [each.area for each in home(goals=goals | {"rail": other}).view["regional"]] == ["West"]


def test_the_programme_shows_what_is_still_to_be_found_of_all_it_declares():
    shown = home().view["programme"]
    assert shown.name == Link("promise", "programme/")
    assert shown.heading == "The 3 targets of the Programme"
    assert "1 of 3 have a source" in shown.sentence
    assert shown.groups == (("Services", "2", (("gap-1", "Services 1"), ("gap-2", "Services 2"))),)


def test_a_programme_without_gaps_is_not_dwelt_on():
    assert home(gaps=()).view["programme"] is None


def test_a_portal_without_targets_leads_to_its_datasets():
    (draft,) = home_pages(scene(empty()))
    assert (draft.template, draft.title) == ("home-plain", "Open data portal")
    assert draft.description == "0 datasets, checked and ready to look at and download."


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_finished(language):
    draft = home(language)
    assert b"<svg" in render(draft, draw(draft.charts())).data
