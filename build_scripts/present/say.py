"""The words of the site: one folder a language, the same keys in both, never a branch on the language."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale

from build_scripts.model import Language


@dataclass(frozen=True, slots=True)
class Say:
    """Labels and sentences of one language, by dotted key; a missing key is a `KeyError`, never the key itself."""

    language: Language
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        """Return a label."""
        return self.words[key]

    def __call__(self, key: str, **values: str) -> str:
        """Return a sentence with its `{holes}` filled; values are ready strings in this language."""
        return self.words[key].format(**values)

    def count(self, key: str, number: int, **values: str) -> str:
        """Return the plural form of `key` that fits `number` (`key.one`, `key.other`), holes filled."""
        form = Locale(self.language).plural_form(number)
        chosen = f"{key}.{form}" if f"{key}.{form}" in self.words else f"{key}.other"
        return self.words[chosen].format(**values)


@cache
def speak(language: Language) -> Say:
    """Read the words of a language, shipped with the program."""
    words: dict[str, str] = {}
    folder = files("build_scripts.present").joinpath("words", language)
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            words |= _flat(tomllib.loads(entry.read_text("utf-8")))
    return Say(language=language, words=words)


def _flat(tree: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in tree.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return flat
