import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.page import render
from build_scripts.present.pages.programme import programme_pages
from tests.tiny import document, empty, scene, tiny


def programme(language="en", **more):
    (draft,) = programme_pages(scene(tiny(**more), language))
    return draft


def test_a_portal_without_a_programme_has_no_programme_page():
    assert list(programme_pages(scene(empty()))) == []


def test_the_sentence_counts_the_targets_that_have_a_text():
    assert programme().description == (
        "promise (The council) says what East wants to become, and by which figures and tasks. "
        "1 of its 3 targets have a text with a source."
    )


def test_it_says_plainly_which_of_number_and_date_is_not_known():
    assert programme().view["unknown"] == (
        "The number and date of the document are not known, and the portal does not guess."
    )
    numbered = {"promise": document("promise", "12/CTr")}
    assert programme(documents=numbered).view["unknown"] == (
        "The date of the document is not known, and the portal does not guess."
    )


def test_every_gap_is_a_circle_with_an_anchor_that_leads_to_contributing():
    html = render(programme(), {}).data.decode()
    for gap in ("gap-1", "gap-2"):
        assert f'<li id=\\"{gap}\\"><a href=\\"../contribute/#source\\"' in html


def test_gaps_are_gathered_by_group():
    (group,) = programme().view["gaps"]
    assert (group.name, group.count, group.gaps[0][:2]) == ("Services", "2", ("gap-1", "Services 1"))


def test_a_task_has_its_status_in_words():
    (task,) = programme("vi").view["tasks"]
    assert (task.title, task.status) == ("Pipes", "chưa rõ")


def test_objective_and_vision_have_their_year():
    ((heading, words, _),) = programme().view["statements"]
    assert (heading, words) == ("Objective for 2030", "Good water.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_finished(language):
    assert render(programme(language), {}).data
