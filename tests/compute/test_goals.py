from dataclasses import replace

from build_scripts.compute.facts import facts_of
from build_scripts.compute.goals import firm, horizon, leading_target, targets_of
from build_scripts.compute.groups import by_group
from build_scripts.model import Group
from tests.tiny import FIRST, both, document, frame, target, tiny, value


def ids(targets):
    return [each.id for each in targets]


def at(year, **more):
    return target(f"in-{year}", year=year, **more)


def year_after(*rows):
    return horizon(facts_of(tiny(observations=frame(*rows))))


def leading(*targets, ahead=2025):
    found = leading_target(targets, ahead)
    return None if found is None else found.id


def test_targets_come_by_the_year_they_are_due_then_by_document_drafts_last():
    documents = {name: document(name, order=order) for name, order in (("late", 2), ("early", 1))}
    targets = (
        at(2045, document="early"),
        target("draft", year=2025, draft=True, document="early"),
        target("undated", year=None, document="early"),
        target("b", year=2030, document="late"),
        target("a", year=2030, document="early"),
    )
    catalog = tiny(documents=documents, targets=targets)
    assert ids(targets_of(catalog, catalog.goals["tap-goal"])) == ["a", "b", "in-2045", "undated", "draft"]


def test_drafts_doubtful_and_ended_targets_are_not_firm():
    targets = (at(2030), target("d", draft=True), target("l", confidence="low"), target("e", ended=FIRST))
    assert ids(firm(targets)) == ["in-2030"]


def test_a_target_lies_ahead_from_the_year_after_the_newest_whole_year():
    assert year_after(value("tap", "east", "2023", 1), value("tap", "west", "2022", 1)) == 2024


def test_a_quarter_after_the_newest_whole_year_does_not_hide_it():
    assert year_after(value("tap", "east", "2023", 1), value("tap", "east", "2024-Q1", 1)) == 2024


def test_a_year_without_a_figure_is_not_the_newest():
    assert year_after(value("tap", "east", "2022", 1), value("tap", "east", "2023", "no-figure")) == 2023


def test_without_any_figure_every_target_lies_ahead():
    assert year_after() == 1


def test_the_nearest_target_ahead_leads():
    assert leading(at(2020), at(2030), at(2045)) == "in-2030"


def test_a_target_of_the_year_itself_lies_ahead():
    assert leading(at(2025), at(2030)) == "in-2025"


def test_the_last_target_behind_leads_where_none_is_ahead():
    assert leading(at(2015), at(2020)) == "in-2020"


def test_a_target_of_a_period_goes_before_that_of_a_plan_of_one_year():
    assert leading(at(2026, yearly=True), at(2030)) == "in-2030"
    assert leading(at(2026, yearly=True)) == "in-2026"


def test_a_firm_target_goes_before_a_draft_and_a_draft_before_nothing():
    assert leading(at(2026, draft=True), at(2020)) == "in-2020"
    assert leading(at(2026, draft=True)) == "in-2026"
    assert leading(at(2026, ended=FIRST)) == "in-2026"


def test_a_target_without_a_year_leads_where_it_is_alone():
    assert leading(at(None)) == "in-None"
    assert leading() is None


def test_what_belongs_to_a_group_comes_in_the_order_of_the_groups_the_rest_last():
    groups = {name: Group(name, both(name), order) for name, order in (("b", 2), ("a", 1), ("empty", 3))}
    goal = tiny().goals["tap-goal"]
    goals = [
        replace(goal, id=name, group=group) for name, group in (("1", ""), ("2", "b"), ("3", "a"), ("4", "b"))
    ]
    gathered = by_group(tiny(groups=groups), iter(goals))
    assert [(group and group.id, ids(inside)) for group, inside in gathered] == [
        ("a", ["3"]),
        ("b", ["2", "4"]),
        (None, ["1"]),
    ]
