"""Which language a quoted fragment is in, so that a screen reader can say it rightly."""

import re
import unicodedata

from build_scripts.model import Language

_VIETNAMESE = re.compile(r"[\u0300-\u0303\u0306\u0309\u031b\u0323đĐ]")
"""What only Vietnamese, of the two, puts on letters: tones, the breve, the horn, and đ."""
_LETTERS = re.compile(r"[A-Za-z]{3}")


def tongue(fragment: str) -> Language | None:
    """Tell Vietnamese from English by its letters; figures and abbreviations alone are neither."""
    if _VIETNAMESE.search(unicodedata.normalize("NFD", fragment)):
        return "vi"
    return "en" if _LETTERS.search(fragment) else None
