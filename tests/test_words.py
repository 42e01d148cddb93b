"""The words of the site exist in both languages, with the same holes to fill."""

import ast
import re
import string
import tomllib
from pathlib import Path

import pytest

from build_scripts.model import LANGUAGES
from build_scripts.present.say import speak

HOUSE = Path(__file__).parents[1] / "build_scripts"
WORDS = HOUSE / "present" / "words"
PLURALS = ("zero", "one", "two", "few", "many", "other")


def singular(key):
    head, _, tail = key.rpartition(".")
    return head if tail in PLURALS else key


def holes(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys():
    vi, en = ({singular(key) for key in speak(language).words} for language in LANGUAGES)
    assert vi == en


def test_a_sentence_has_the_same_holes_in_both_languages():
    vi, en = (speak(language).words for language in LANGUAGES)
    differing = {key for key in vi.keys() & en.keys() if holes(vi[key]) != holes(en[key])}
    assert differing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_said_twice(language):
    def keys(tree, prefix=""):
        for key, value in tree.items():
            if isinstance(value, dict):
                yield from keys(value, f"{prefix}{key}.")
            else:
                yield f"{prefix}{key}"

    said = [
        key
        for path in (WORDS / language).glob("*.toml")
        for key in keys(tomllib.loads(path.read_text("utf-8")))
    ]
    assert sorted(said) == sorted(set(said))


def test_a_missing_word_is_an_error_never_its_key():
    with pytest.raises(KeyError):
        speak("vi")["no.such.word"]


def spoken():
    """Patterns of the keys that the code and the templates say: whole, or with a computed part."""
    for path in HOUSE.rglob("*.html"):
        yield from map(re.escape, re.findall(r"""['"]([a-z-]+\.[\w.-]+)['"]""", path.read_text("utf-8")))
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value) + "(-.+)?"  # a stem: `scene.word("document.kind", kind)`
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                parts = (each.value if isinstance(each, ast.Constant) else None for each in node.values)
                yield "".join("[\\w-]+" if part is None else re.escape(part) for part in parts)


def test_every_word_is_said_somewhere():
    said = re.compile("|".join(sorted({each for each in spoken() if re.match(r"[a-z\\-]+\\\.", each)})))
    every = {key for language in LANGUAGES for key in speak(language).words}
    assert {key for key in every if not (said.fullmatch(key) or said.fullmatch(singular(key)))} == set()
