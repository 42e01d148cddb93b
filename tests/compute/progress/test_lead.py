from dataclasses import replace

from build_scripts.compute.progress import STATUSES, Judgements, lead_of, tally
from build_scripts.model import Judgement
from tests.compute.progress.promises import portal
from tests.tiny import document, target

DOCUMENTS = {
    each.id: each
    for each in (
        document("promise", order=2), document("older", order=1), document("past", status="ended", order=0),
    )
}  # fmt: skip


def judged(name, status="on-track"):
    return Judgement(target=name, status=status, now=2025)


def leading(*pairs):
    """Choose among targets with their status, at the end of 2025."""
    catalog = portal(*(each for each, _ in pairs), documents=DOCUMENTS)
    found = {each.id: judged(each.id, status) for each, status in pairs if not each.draft}
    lead = lead_of(catalog, Judgements(2025, found, {}, {}), catalog.goals["tap-goal"])
    return None if lead is None else lead[0].id


def due(year, **more):
    return target(f"in-{year}", year=year, **more)


OPEN, ENDED = "not-assessable", "no-longer-applicable"


def test_the_nearest_assessed_target_ahead_speaks_for_its_goal():
    assert leading((due(2045), "on-track"), (due(2030), "off-track"), (due(2025), "achieved")) == "in-2030"


def test_a_target_ahead_of_which_something_is_said_goes_before_a_nearer_one():
    assert leading((due(2030), OPEN), (due(2045), "on-track")) == "in-2045"


def test_a_target_due_in_the_year_of_judgement_goes_before_one_of_which_nothing_is_said():
    assert leading((due(2030), OPEN), (due(2025), "achieved")) == "in-2025"


def test_a_target_ahead_goes_before_the_past_and_the_last_of_the_past_before_the_others():
    assert leading((due(2030), OPEN), (due(2020), "achieved")) == "in-2030"
    assert leading((due(2015), "achieved"), (due(2020), "off-track")) == "in-2020"


def test_a_target_that_was_assessed_goes_before_one_that_ended_and_that_before_silence():
    assert leading((due(2030), ENDED), (due(2020), "achieved")) == "in-2020"
    assert leading((due(2030), ENDED), (due(2020), OPEN)) == "in-2030"


def test_a_target_of_a_period_goes_before_the_plan_of_one_year():
    assert leading((due(2025, yearly=True), "achieved"), (due(2045), "off-track")) == "in-2045"
    assert leading((due(2025, yearly=True), "achieved"), (due(2030), OPEN)) == "in-2025"
    assert leading((due(2023, yearly=True), "achieved"), (due(2024, yearly=True), OPEN)) == "in-2023"


RANKS = (
    [(due(2030), "on-track")],
    [(due(2025), "achieved")],
    [(replace(due(2031), id="open"), OPEN), (replace(due(2025, yearly=True), id="plan"), "achieved")],
    [(due(2020), "achieved"), (due(2024), "off-track")],
    [(replace(due(2035), id="ended"), ENDED), (replace(due(2019, yearly=True), id="ended-plan"), ENDED)],
    [
        (replace(due(2025), id="silent"), OPEN),
        (due(2018), OPEN),
        (replace(due(2024, yearly=True), id="late-plan"), "on-track"),
    ],
    [(replace(due(2040, yearly=True), id="silent-plan"), OPEN), (due(2017, yearly=True), OPEN)],
)
"""From what speaks first to what speaks last, at the end of 2025."""


def test_whatever_stands_higher_speaks_before_whatever_stands_lower():
    for place, rank in enumerate(RANKS):
        for one in rank:
            for lower in (each for below in RANKS[place + 1 :] for each in below):
                assert leading(lower, one) == one[0].id, (one, lower)


def test_a_document_in_force_goes_before_one_that_ended_then_the_order_of_documents_decides():
    same = [replace(due(2030), id=name, document=name) for name in ("promise", "older", "past")]
    assert leading(*((each, "on-track") for each in same)) == "older"
    assert leading((replace(due(2030), document="past"), "on-track"), (due(2045), "on-track")) == "in-2045"


def test_a_target_without_a_year_lies_farthest_ahead():
    assert leading((due(None), "on-track"), (due(2045), "on-track")) == "in-2045"
    assert leading((due(None), "on-track"), (due(2025), "on-track")) == "in-None"


def test_a_goal_without_a_target_that_may_be_judged_has_nobody_to_speak():
    assert leading((due(2030, draft=True), "on-track")) is None
    assert leading() is None


def test_judgements_are_counted_in_the_order_pages_show_them():
    several = [judged(str(place), each) for place, each in enumerate((OPEN, "achieved", OPEN, "at-risk"))]
    assert list(tally(several).items()) == [("achieved", 1), ("at-risk", 1), (OPEN, 2)]
    assert tally([]) == {}


def test_every_status_has_its_place():
    assert list(tally(judged(each, each) for each in reversed(STATUSES))) == list(STATUSES)
