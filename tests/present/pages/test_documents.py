from dataclasses import replace

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.page import render
from build_scripts.present.pages.documents import document_pages
from tests.tiny import document, empty, scene, target, tiny


def pages(language="en", **more):
    return {draft.address: draft for draft in document_pages(scene(tiny(**more), language))}


def promise(**more):
    return pages(**more)["documents/promise/"]


def test_a_portal_without_documents_has_no_document_pages():
    assert list(document_pages(scene(empty()))) == []


def test_the_sentence_says_who_issued_it_and_how_much_is_held():
    assert promise().description == (
        "promise (The council, date not known): the portal holds 2 promised figures, each with its source. "
        "2 more targets are known to exist, but nobody has found their text."
    )


def test_a_number_or_date_that_is_not_known_is_said_to_be_so():
    known = {name: value.text for name, value in promise().view["particulars"]}
    assert (known["Number"], known["Date"], known["Issuer"]) == ("not known", "not known", "The council")
    assert known["Period"] == "to 2030"


def test_a_promise_stands_beside_the_latest_figure_of_its_goal():
    row = next(row for row in promise().view["promises"] if row.anchor == "tap-2030")
    assert (row.value, row.due, row.latest, row.when) == ("at least 70%", "2030", "54%", "2024")


def test_a_promise_that_no_series_measures_has_no_latest_figure():
    row = next(row for row in promise().view["promises"] if row.anchor == "bus-2030")
    assert (row.latest, row.ended) == ("", "No longer applicable since 1 July 2025 (act)")


def test_every_promise_has_the_mark_of_its_judgement():
    marks = {row.anchor: row.box.mark.kind for row in promise().view["promises"]}
    assert marks == {"tap-2030": "off-track", "bus-2030": "no-longer-applicable"}


def test_a_document_tells_how_its_own_promises_are_doing():
    view = promise().view
    assert view["tally_words"] == ("By the end of 2024, 1 of 2 promised figures can be judged: 1 off track.")
    assert [mark.word for mark in view["tally"]] == ["1 off track", "1 no longer applicable"]


def test_a_document_of_which_nothing_can_be_judged_says_so():
    view = promise(measures=(), targets=(target("tap-2030"),)).view
    assert view["tally_words"] == (
        "By the end of 2024, none of the 1 promised figures can be judged. Each row says why."
    )


def test_a_declared_number_stands_beside_what_is_held():
    assert promise().view["tallies"] == (
        ("In all", "The document says it has 3. 1/3 have a text with a source; 2 are still to be found."),
    )
    assert promise(gaps=()).view["tallies"] == (
        ("In all", "The document says it has 3 targets; the portal holds 2 figures."),
    )


def test_a_draft_is_labelled_in_its_sentence_and_on_its_page():
    draft = promise(documents={"promise": document("promise", status="draft")}, gaps=())
    assert draft.description.endswith("This is a draft, not the final document.")
    assert "not used for judgements" in render(draft, {}).data.decode()


def test_a_doubtful_promise_is_marked_and_not_judged():
    (row,) = promise(targets=(target("tap-2030", confidence="low"),)).view["promises"]
    assert (row.doubtful, row.box, row.unjudged) == (True, None, "Low confidence, so it is not judged.")


def test_the_targets_of_one_year_are_a_table_of_their_own():
    view = promise(targets=(target("a"), target("b", yearly=True))).view
    assert [row.anchor for row in view["promises"]] == ["a"]
    assert [row.anchor for row in view["yearly"]] == ["b"]


def test_an_act_lists_the_targets_it_ended_and_the_boundaries_it_changed():
    view = pages()["documents/act/"].view
    assert [row.anchor for row in view["ended"]] == ["bus-2030"]
    assert [each.successor.text for each in view["events"]] == ["Big"]


def test_documents_that_replace_each_other_are_linked_both_ways():
    documents = {"promise": document("promise"), "later": document("later", replaces="promise")}
    found = pages(documents=documents)
    assert dict(found["documents/promise/"].view["particulars"])["Replaced by"].href == "documents/later/"
    assert dict(found["documents/later/"].view["particulars"])["Replaces"].href == "documents/promise/"


def test_the_list_keeps_the_order_of_the_documents():
    later = replace(document("later"), order=0)
    (index, *_) = pages(documents={"promise": document("promise"), "later": later}).values()
    assert [each.document.text for each in index.view["entries"]] == ["later", "promise"]


def test_a_kind_that_the_portal_does_not_know_is_shown_as_it_stands():
    known = promise(documents={"promise": document("promise", kind="charter")}).view["particulars"]
    assert dict(known)["Kind"].text == "charter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_can_be_finished(language):
    for draft in pages(language).values():
        assert render(draft, {}).data
