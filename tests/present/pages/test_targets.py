from dataclasses import replace

import pytest

from build_scripts.model import LANGUAGES, Measure, Outcome
from build_scripts.present.charts import draw
from build_scripts.present.page import render
from build_scripts.present.pages.target_list import target_list_pages
from build_scripts.present.pages.targets import target_pages
from build_scripts.present.scene import Link
from tests.tiny import FIRST, NOTHING, both, document, scene, target, tiny


def page(name="tap-goal", language="en", **more):
    drafts = {draft.address: draft for draft in target_pages(scene(tiny(**more), language))}
    return drafts[f"targets/{name}/"]


def listed(language="en", **more):
    (draft,) = target_list_pages(scene(tiny(**more), language))
    return draft


def promise(**more):
    (station,) = page(targets=(target("only", **more),)).view["stations"]
    (row,) = station.promises
    return row


def test_every_target_indicator_has_a_page():
    assert [draft.address for draft in target_pages(scene(tiny()))] == [
        "targets/tap-goal/",
        "targets/bus-goal/",
    ]


def test_the_sentence_says_where_it_stands_against_what_and_how_fast_it_moves():
    assert page().description == (
        "Tap water, East: 54% in 2024, against a target of at least 70% for 2030. Since 2020 it has "
        "risen by 1% a year; after 2024, it must rise by 2.67% a year to get there. The target is off track."
    )


def test_the_sentence_is_said_in_vietnamese_too():
    assert page(language="vi").description == (
        "Tap water của East là 54% (năm 2024), trong khi mục tiêu là từ 70% trở lên năm 2030. Từ năm 2020, mỗi năm "
        "tăng 1%; sau năm 2024, mỗi năm phải tăng 2,67% thì mới đạt. Mục tiêu đang chậm tiến độ."
    )


def test_a_target_that_ended_is_told_with_its_act_and_is_no_failure():
    draft = page("bus-goal")
    assert draft.description == (
        "The target of at least 70% for 2030 no longer applies since 1 July 2025 (act)."
    )
    assert draft.view["box"].mark.word == "No longer applicable"


def test_documents_that_disagree_on_one_term_are_shown_as_a_conflict():
    targets = (target("a"), target("b", low=80.0, document="act"), target("c", document="act"))
    assert page(targets=targets).view["conflicts"] == (
        ("2030:", ("at least 70%: promise and act", "at least 80%: act")),
    )
    assert page().view["conflicts"] == ()


def test_the_time_line_has_one_station_a_document_in_the_order_of_dates():
    targets = (target("a"), target("b", document="act", year=2025))
    found = page(targets=targets).view["stations"]
    assert [(each.document.text, each.when, [one.anchor for one in each.promises]) for each in found] == [
        ("promise", "2025 (oldest dated report; the document’s own date is not known)", ["a"]),
        ("act", "12 June 2025", ["b"]),
    ]


def test_what_followed_what_is_told_on_both_stations():
    documents = {
        "promise": document("promise"),
        "act": document("act", replaces="promise", date="2025-06-12"),
    }
    targets = (target("a"), target("b", document="act"))
    stations = {
        each.document.text: each for each in page(documents=documents, targets=targets).view["stations"]
    }
    assert stations["act"].notes == (("Follows", Link("promise", "documents/promise/")),)
    assert stations["promise"].notes == (("Followed by", Link("act", "documents/act/")),)


def test_without_a_target_the_page_says_so():
    assert page(targets=()).description.startswith("The portal holds no target for “Tap water” in East yet.")


def test_the_key_figures_are_the_latest_the_target_and_both_paces():
    assert [(each.value, each.label) for each in page().view["facts"]] == [
        ("54%", "Latest · 2024"),
        ("at least 70%", "Target · 2030"),
        ("+2.67%", "Needed each year"),
        ("+1%", "Each year so far"),
    ]


def test_a_promise_shows_its_value_its_document_and_its_words():
    row = promise()
    assert (row.value, row.due, row.quote, row.confidence) == (
        "at least 70%",
        "2030",
        "seventy",
        "high confidence",
    )


def test_a_baseline_keeps_its_year_and_zero_is_a_baseline():
    assert promise().baseline == ""
    assert promise(baseline=0.0, baseline_year=2020).baseline == "0% (2020)"


@pytest.mark.parametrize(
    ("more", "value", "due"),
    [
        ({"operator": "range", "low": 60.0, "high": 62.0}, "60–62%", "2030"),
        ({"operator": "", "low": None}, "no figure stated", "2030"),
        ({"year": None}, "at least 70%", "no year stated"),
        ({"start_year": 2026}, "at least 70%", "2026–2030"),
        ({"due": both("by the summer")}, "at least 70%", "by the summer"),
        ({"unit": ""}, "at least 70%", "2030"),
    ],
)
def test_a_promise_is_written_as_the_document_makes_it(more, value, due):
    assert (promise(**more).value, promise(**more).due) == (value, due)


def test_a_result_without_a_unit_is_a_plain_figure():
    told = Outcome(
        "o", "tap-goal", "promise", both("Reached"), "~", 49.0, 49.0, "", both("2024"), NOTHING, "yearbook", "",
        "high", NOTHING,
    )  # fmt: skip
    (row,) = page(outcomes=(told,)).view["results"]
    assert (row.value, row.name, row.when) == ("about 49", "Reached", "2024")


def test_why_no_series_measures_a_goal_is_told():
    measures = (Measure("tap-goal", "", "none", both("Nobody counts it.")),)
    view = page(measures=measures).view
    assert (view["series"], view["no_series"]) == ((), ("Nobody counts it.",))


def test_a_chart_is_drawn_of_a_series_in_the_unit_of_the_target():
    (figure,) = page().figures
    assert "54.0%" in figure.chart.description
    assert "at least 70%" in figure.chart.description
    assert "needed to reach the target" in str(figure.chart.spec)
    assert page("bus-goal").figures == ()


def test_targets_that_ended_are_not_drawn():
    (figure,) = page(targets=(target("only", ended=FIRST),)).figures
    assert "70" not in figure.chart.description


def test_a_goal_of_no_group_is_found_under_the_others():
    loose = {"tap-goal": replace(tiny().goals["tap-goal"], group="")}
    draft = page(goals=loose, targets=(target("only"),))
    assert draft.view["kicker"] == "Other indicators · East"
    assert draft.view["crumbs"][-1] == Link("Other indicators", "targets/#other")


def test_the_board_gathers_targets_by_group_and_counts_them():
    ((anchor, name, count, tally, lines, bare),) = listed().view["sections"]
    assert (anchor, name, count, bare) == ("services", "Services", "2 targets", ())
    assert [mark.word for mark in tally] == ["1 off track", "1 no longer applicable"]
    assert [(each.goal.href, each.value, each.due, each.mark.kind) for each in lines] == [
        ("targets/tap-goal/#tap-2030", "at least 70%", "2030", "off-track"),
        ("targets/bus-goal/#bus-2030", "at least 70%", "2030", "no-longer-applicable"),
    ]
    assert listed().description == (
        "1 document promises 2 figures for 2 indicators. By the end of 2024, 1 can be judged: 1 off track."
    )


def test_the_board_says_why_targets_cannot_be_judged():
    targets = (target("a", goal="bus-goal"), target("b", goal="bus-goal"), target("c", draft=True))
    assert listed(targets=targets).view["reasons"] == (
        ("no figure that measures it", "2"),
        ("drafts and doubtful figures, which nobody judges", "1"),
    )


def test_the_board_names_target_indicators_without_a_target():
    section = listed(targets=(target("a"),)).view["sections"][0]
    assert [link.text for link in section[-1]] == ["Buses"]


def test_the_board_can_be_narrowed_by_what_occurs():
    filters = {each.key: [choice.key for choice in each.choices] for each in listed().view["filters"]}
    assert filters == {
        "status": ["off-track", "no-longer-applicable"],
        "group": ["services"],
        "document": ["promise"],
        "area": ["east"],
        "year": ["2030"],
    }


def test_target_indicators_of_no_group_come_last_in_the_list():
    goals = tiny().goals
    loose = goals | {"tap-goal": replace(goals["tap-goal"], group="")}
    assert [section[0] for section in listed(goals=loose).view["sections"]] == ["services", "other"]


def test_a_portal_without_target_indicators_has_no_list():
    assert list(target_list_pages(scene(tiny(goals={}, targets=())))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_can_be_finished(language):
    named = {"promise": document("promise"), "act": document("act", "7/2025")}
    for draft in (page(language=language, documents=named), page("bus-goal", language), listed(language)):
        assert render(draft, draw(draft.charts())).data
