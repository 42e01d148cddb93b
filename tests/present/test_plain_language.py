"""What the portal says of its real data reads like a newspaper: short sentences, no codes, figures as people write them."""

import re
import unicodedata

import pytest

from build_scripts.model import LANGUAGES

LONGEST = {"vi": 42, "en": 36}
"""Words in a sentence; Vietnamese writes every syllable apart."""
OWN_WORDS = ("dataset",)
"""Pages whose sentence goes on with what the owner of the data wrote."""
ENDS = re.compile(r"(?<=[.!?])\s+")
FAULTS = {
    "an id": re.compile(r"\b[a-z]+_[a-z_]+\b"),
    "an ISO date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b"),
    "two spaces": re.compile(r" {2}"),
    "a space before a comma or a full stop": re.compile(r"\s[,.;](?:\s|$)"),
    "a unit twice": re.compile(r"%\s*%|(?<!\w)(\w+/\w+)\s+\1"),
    "two full stops": re.compile(r"(?<!\.)\.\.(?!\.)|;\."),
    "a value of the program": re.compile(r"\b(None|nan|inf|True|False)\b"),
    "a hole": re.compile(r"[{}]"),
}
OTHER_NUMBERS = {"vi": re.compile(r"\d,\d{3},\d"), "en": re.compile(r"\d\.\d{3}\.\d")}
"""Digits grouped as the other language does."""


def said(draft):
    """Every sentence a page is made to say: its lead, and what its figures mean."""
    yield draft.description
    if draft.template == "indicator":
        meaning = draft.view["meaning"]
        yield from (meaning.example, meaning.reads, meaning.better, *meaning.limits)
    if draft.template == "target" and draft.view["box"] is not None:
        yield from (draft.view["box"].sentence, *draft.view["box"].beside)


def test_every_kind_of_page_answers_first_with_a_whole_sentence(drafts):
    kinds = {draft.template for draft in drafts}
    assert len(kinds) >= 16
    for draft in drafts:
        assert draft.description.rstrip("…").endswith(".") or draft.description.endswith("…"), draft.address
        assert draft.description[0].isupper() or not draft.description[0].isalpha(), draft.address


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_too_long_to_be_read_aloud(drafts, language):
    sentences = {
        sentence
        for draft in drafts
        if draft.language == language and draft.template not in OWN_WORDS
        for text in said(draft)
        for sentence in ENDS.split(text)
    }
    assert len(sentences) > 500
    assert {each for each in sentences if len(each.split()) > LONGEST[language]} == set()


@pytest.mark.parametrize("fault", FAULTS)
def test_no_sentence_has(drafts, fault):
    found = {
        text
        for draft in drafts
        if draft.template not in OWN_WORDS
        for text in said(draft)
        if FAULTS[fault].search(text)
    }
    assert found == set()


def test_numbers_are_grouped_as_the_language_does_and_letters_are_composed(drafts):
    for draft in drafts:
        for text in said(draft):
            assert not OTHER_NUMBERS[draft.language].search(text), (draft.address, text)
            assert unicodedata.is_normalized("NFC", text), draft.address
