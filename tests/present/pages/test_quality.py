import pytest

from build_scripts.model import LANGUAGES, Term, Text
from build_scripts.pipeline import handbook
from build_scripts.present.page import render
from build_scripts.present.pages.changes import changes_pages
from build_scripts.present.pages.glossary import glossary_pages
from build_scripts.present.pages.quality import quality_pages
from build_scripts.present.pages.rules import Handbook, rules_pages
from build_scripts.read import CODES
from tests.tiny import VALUES, empty, frame, scene, tiny, value


def quality(language="en", **more):
    (draft,) = quality_pages(scene(tiny(**more), language))
    return draft


def listing(draft, name):
    return next(each for part in ("gaps", "doubts") for each in draft.view[part] if each.anchor == name)


def test_a_portal_that_holds_nothing_has_none_of_these_pages():
    nothing = scene(empty())
    every = (
        *quality_pages(nothing),
        *changes_pages(nothing),
        *glossary_pages(nothing),
        *rules_pages(nothing, Handbook(())),
    )
    assert every == ()


def test_the_sentence_says_how_much_is_held():
    assert quality().description == (
        "The portal holds 11 figures for 2 indicators in 6 areas and regions. That covers 35% of all area-years "
        "there could be; what is missing is named as missing."
    )


def test_an_indicator_shows_its_years_its_areas_and_its_share():
    (theme,) = quality().view["tables"]
    tap = theme.rows[0]
    assert (tap.years, tap.areas, tap.figures, tap.share, tap.bar) == (
        "2020–2024",
        "6",
        "10",
        "33%",
        "--share:33.3%",
    )


def test_what_has_had_nothing_new_is_counted_and_listed_oldest_first():
    view = quality().view
    assert view["stale"] == (
        "The newest figure here is of 2024. Indicators with nothing after 2015: 0; with nothing after 2019: 1."
    )
    assert [(each.year, each.count) for each in view["freshness"]] == [("2016", "1"), ("2024", "1")]


def test_gaps_lead_to_the_document_that_has_them():
    found = listing(quality(), "gaps")
    assert (found.count, found.rows[0][0].href, found.rows[0][1]) == (
        "2",
        "documents/promise/#gaps",
        "2 targets",
    )


def test_targets_without_a_series_and_indicators_without_a_figure_are_listed():
    assert [link.text for link, _, _ in listing(quality(), "unmeasured").rows] == ["Buses"]
    assert [link.text for link, _, _ in listing(quality(), "without").rows] == ["Leak"]
    assert listing(quality(), "without").heading == "Indicators without a figure for East"


def test_facts_with_several_figures_lead_to_them():
    rows = (*VALUES, value("tap", "east", "2024", 55, vintage=2, in_force=False))
    found = listing(quality(observations=frame(*rows)), "conflicts")
    assert (found.count, found.rows[0][0].href, found.rows[0][1]) == (
        "1", "indicators/tap/#vintages", "1 period with several figures",
    )  # fmt: skip


def test_figures_of_low_confidence_are_counted_by_indicator():
    found = listing(quality(), "doubtful")
    assert (found.count, found.rows[0][0].text) == ("1", "Leak")


def test_the_glossary_follows_the_alphabet_with_d_with_a_stroke_after_d():
    words = ("Đô thị", "ấm", "Dân số", "an", "E", "áo")
    terms = {word: Term(word, Text(word, word), Text("", "")) for word in words}
    (draft,) = glossary_pages(scene(tiny(terms=terms), "vi"))
    assert [(letter, [each.name for each in inside]) for letter, inside in draft.view["letters"]] == [
        ("A", ["ấm", "an", "áo"]), ("D", ["Dân số"]), ("Đ", ["Đô thị"]), ("E", ["E"]),
    ]  # fmt: skip


def test_rules_are_shown_by_code_in_the_language_of_the_page():
    rules = (("year", Text("Năm.", "A year.")), ("area", Text("Nơi.", "An area.")))
    (draft,) = rules_pages(scene(tiny(), "vi"), Handbook(rules))
    assert [(each.code, each.words) for each in draft.view["rules"]] == [("area", "Nơi."), ("year", "Năm.")]
    assert render(draft, {}).data


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_finished(language):
    assert render(quality(language), {}).data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_on_the_page_with_its_remedy_and_every_limit_with_its_number(language):
    (draft,) = rules_pages(scene(tiny(), language), handbook())
    assert {each.code for each in draft.view["codes"]} == set(CODES)
    assert {"vi": "20.000.000", "en": "20,000,000"}[language] in {most for _, most in draft.view["limits"]}
    for each in draft.view["codes"]:
        assert "{" not in f"{each.message}{each.remedy}".replace("{“delimiter”", "")
    assert b"code-personal-data" in render(draft, {}).data
