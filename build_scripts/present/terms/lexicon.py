"""The glossary of one language as something that can be looked for in running text."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from markupsafe import escape

from build_scripts.model import Catalog, Language
from build_scripts.model.holding import held
from build_scripts.present.say import Say, speak

_BRACKETED = re.compile(r"(?P<name>.+?)\s*\((?P<inside>[^()]+)\)")
_SHORT_FORM = re.compile(r"[^\W\d_a-z]{2}[\w/&. -]{0,10}")
"""What stands in brackets behind a name and is its abbreviation: begins with two capitals and is short."""
_BEFORE = r"(?<![\w\u0300-\u036f&#])(?<!\w-)"
_AFTER = r"(?![\w\u0300-\u036f]|-\w)"
"""A term begins and ends with a word of its own: a letter, an accent or a hyphenated part beside it makes another."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A term in one language: its anchor in the glossary, its name and what it means."""

    anchor: str
    name: str
    definition: str


@dataclass(frozen=True, slots=True)
class Found:
    """A term in a text, from `start` to `end`."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The terms of one language by their written forms, escaped as HTML is; `say` holds the words around them."""

    say: Say
    entries: Mapping[str, Entry] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None

    def __bool__(self) -> bool:
        """Tell whether anything can be explained at all."""
        return self.pattern is not None

    def found(self, text: str) -> Iterator[Found]:
        """Yield the terms that an escaped text says, the longest where several begin alike."""
        if self.pattern is None:
            return
        for match in self.pattern.finditer(text):
            yield Found(match.start(), match.end(), self.entries[_key(match[0])])


@held(4)
def lexicon_in(catalog: Catalog, language: Language) -> Lexicon:
    """The lexicon of a language, made once."""
    return lexicon_of(catalog, speak(language))


def lexicon_of(catalog: Catalog, say: Say) -> Lexicon:
    """Make the lexicon of a language; a form that two terms share belongs to the first of them."""
    entries: dict[str, Entry] = {}
    written: dict[str, str] = {}
    for term in catalog.terms.values():
        entry = Entry(term.id, term.name[say.language], term.definition[say.language])
        for form, exact in _forms(entry.name, say["glossary.plural"]):
            safe = str(escape(form))
            if _key(safe) not in entries:
                entries[_key(safe)] = entry
                words = r"\s+".join(map(re.escape, safe.split()))
                written[safe] = words if exact else f"(?i:{words})"
    if not written:
        return Lexicon(say)
    longest = sorted(written, key=lambda each: (-len(each), each))
    choice = "|".join(written[each] for each in longest)
    return Lexicon(say, entries, re.compile(f"{_BEFORE}(?:{choice}){_AFTER}"))


def _forms(name: str, plural: str) -> Iterator[tuple[str, bool]]:
    """Yield how a name may be written in a text, and whether capitals matter: without its brackets, abbreviated."""
    parted = _BRACKETED.fullmatch(name)
    spelled = [(name, False)] if parted is None else [(parted["name"], False), (parted["inside"], True)]
    for form, exact in spelled:
        if any(each.isalpha() for each in form) and (not exact or _SHORT_FORM.fullmatch(form)):
            yield form, exact
            if plural:
                yield form + plural, exact


def _key(form: str) -> str:
    return " ".join(unicodedata.normalize("NFC", form).casefold().split())
