"""Words by key: holes are filled, plurals chosen, and nothing is missing in silence."""

import pytest

from build_scripts.present.say import Say, speak

WORDS = {"hello": "Hello, {name}", "cow.one": "{n} cow", "cow.other": "{n} cows", "sheep.other": "{n} sheep"}
EN, VI = Say("en", WORDS), Say("vi", WORDS)


def test_a_hole_is_filled():
    assert EN("hello", name="Hà") == "Hello, Hà"


def test_a_value_is_never_read_as_a_hole():
    assert EN("hello", name="{n}") == "Hello, {n}"


def test_an_empty_hole_is_an_error():
    with pytest.raises(KeyError, match="name"):
        EN("hello")


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 cows"), (1, "1 cow"), (2, "2 cows"), (21, "21 cows")]
)
def test_english_has_a_form_for_one(number, expected):
    assert EN.count("cow", number, n=str(number)) == expected


@pytest.mark.parametrize("number", [0, 1, 2])
def test_vietnamese_has_one_form(number):
    assert VI.count("cow", number, n=str(number)) == f"{number} cows"


def test_a_word_with_one_form_keeps_it():
    assert EN.count("sheep", 1, n="1") == "1 sheep"


def test_the_shipped_words_are_read_once():
    assert speak("vi") is speak("vi")
    assert speak("en")["nav.home"] == "Home"
