"""Which language a quoted fragment is in, so that a screen reader can say it rightly."""

import re
import unicodedata

from build_scripts.model import Language

_VIETNAMESE = re.compile(r"[\u0300-\u0303\u0306\u0309\u031b\u0323đĐ]")
"""What only Vietnamese, of the two, puts on letters: tones, the breve, the horn, and đ."""
_LETTERS = re.compile(r"[A-Za-z]{3}")
_IDENTIFIER = re.compile(r"[!-~]+")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = re.compile(r"\b(?:and|are|as|at|by|for|from|is|not|of|on|or|that|the|this|with)\b", re.IGNORECASE)
"""None of these is a Vietnamese syllable, as `an`, `in` and `to` are."""
_MOST = 0.6
"""The share of words with marks from which on a text with English words in it is still Vietnamese."""


def tongue(fragment: str) -> Language | None:
    """Tell Vietnamese from English by its letters and small words; figures and abbreviations alone are neither.

    An English sentence stays English with Vietnamese names in it.
    """
    text = unicodedata.normalize("NFC", fragment)
    words = _WORD.findall(text)
    marked = sum(_VIETNAMESE.search(unicodedata.normalize("NFD", word)) is not None for word in words)
    if marked > 0 and (_ENGLISH.search(text) is None or marked >= _MOST * len(words)):
        return "vi"
    return "en" if _LETTERS.search(text) else None


def foreign(fragment: str, language: Language, *, only_two: bool = True) -> Language | None:
    """The language of a fragment that is not in `language`; an identifier is in none.

    Where other languages than the `only_two` may stand, words without marks are English only with a small word of it.
    """
    if _IDENTIFIER.fullmatch(fragment.strip()):
        return None
    spoken = tongue(fragment)
    sure = only_two or _VIETNAMESE.search(unicodedata.normalize("NFD", fragment)) or _ENGLISH.search(fragment)
    return spoken if spoken != language and sure else None


def names(text: str, place: str) -> bool:
    """Tell whether a text names a place already, whatever stands in brackets behind it."""
    return place.partition(" (")[0].casefold() in text.casefold()
