"""How pages are found."""

import re
import unicodedata
from dataclasses import dataclass

from build_scripts.model.text import Language

_LAST_Y = re.compile(r"y(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Written:
    """A page that somebody wrote by hand; `address` is below the home of its language."""

    language: Language
    address: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Synonym:
    """A short form people type for a name: `GRDP`, `HN`."""

    short: str
    name: str


def folded(text: str) -> str:
    """Write a text as people type it in haste: small letters, no accents, `d` for `đ`, `i` for a last `y`.

    `assets/search.js` folds what readers type in the same way.
    """
    parted = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    marks = {ord(each): None for each in set(parted) if unicodedata.category(each).startswith("M")}
    return _LAST_Y.sub("i", parted.translate(marks))
