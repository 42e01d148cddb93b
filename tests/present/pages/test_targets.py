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
    (row,) = page(targets=(target("only", **more),)).view["promises"]
    return row


def test_every_target_indicator_has_a_page():
    assert [draft.address for draft in target_pages(scene(tiny()))] == [
        "targets/tap-goal/",
        "targets/bus-goal/",
    ]


def test_the_sentence_says_what_is_promised_by_whom_and_where_it_stands():
    assert page().description == (
        "Tap water: the target for East is at least 70% (2030), set by promise. The latest figure is 54% (2024)."
    )


def test_the_sentence_is_said_in_vietnamese_too():
    said = page(language="vi").description
    assert "từ 70% trở lên" in said
    assert "54% (2024)" in said


def test_a_target_that_ended_is_told_with_its_act():
    said = page("bus-goal").description
    assert "has not applied since 1 July 2025" in said
    assert said.endswith("There is no actual figure yet to set beside it.")


def test_what_other_documents_say_for_the_same_year_is_told_where_it_differs():
    targets = (target("a"), target("b", low=80.0, document="act"), target("c", document="act"))
    assert "Other documents say: at least 80%." in page(targets=targets).description


def test_without_a_target_the_page_says_so():
    assert page(targets=()).description.startswith("No target value of East is held yet for “Tap water”.")


def test_the_key_figures_are_the_latest_the_one_before_and_the_targets():
    assert [(each.value, each.label) for each in page().view["facts"]] == [
        ("54%", "Latest · 2024"),
        ("53%", "Before that · 2023"),
        ("at least 70%", "Target · 2030"),
    ]


def test_a_promise_shows_its_value_its_document_and_its_words():
    row = promise()
    assert (row.value, row.due, row.quote, row.confidence) == (
        "at least 70%",
        "2030",
        "seventy",
        "high confidence",
    )
    assert row.document == Link("promise", "documents/promise/")


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
    assert page("bus-goal").figures == ()


def test_targets_that_ended_are_not_drawn():
    (figure,) = page(targets=(target("only", ended=FIRST),)).figures
    assert "70" not in figure.chart.description


def test_a_goal_of_no_group_is_found_under_the_others():
    loose = {"tap-goal": replace(tiny().goals["tap-goal"], group="")}
    draft = page(goals=loose, targets=(target("only"),))
    assert draft.view["kicker"] == "Other indicators · East"
    assert draft.view["crumbs"][-1] == Link("Other indicators", "targets/#other")


def test_the_list_gathers_target_indicators_by_group_and_counts_them():
    ((anchor, name, count, entries),) = listed().view["sections"]
    assert (anchor, name, count) == ("services", "Services", "2 indicators")
    assert [(each.goal.text, each.latest, each.targets) for each in entries] == [
        ("Tap water", "54%", ("at least 70% (2030)",)),
        ("Buses", "no trusted figure yet", ("at least 70% (2030)",)),
    ]
    assert listed().description == (
        "2 target indicators with 2 promised figures in 1 documents. 1 have an actual figure; 1 have none yet."
    )


def test_the_list_shows_three_targets_and_counts_the_rest():
    targets = tuple(target(str(year), year=year) for year in (2026, 2027, 2028, 2029, 2030))
    entry = listed(targets=targets).view["sections"][0][3][0]
    assert (len(entry.targets), entry.more, entry.documents) == (3, "and 2 more", "1 document")


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
        assert render(draft, draw(draft.charts(), jobs=1)).data
