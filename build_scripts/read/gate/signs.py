"""Signs that no eye sees or no text needs: control, zero-width, bidirectional, private-use, unassigned."""

import re
import unicodedata
from typing import Final

_KEPT: Final = "\t\n\r"
_BAD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\ue000-\uf8ff\ud800-\udfff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)


def forbidden(text: str) -> str | None:
    """The first forbidden sign in `text`, if any."""
    found = _BAD.search(text)
    return None if found is None else found.group()


def named(sign: str) -> str:
    """A sign as a person can look it up: its number and its name."""
    return f"U+{ord(sign):04X} {unicodedata.name(sign, _category(sign))}"


def _category(sign: str) -> str:
    return {"Cc": "CONTROL", "Co": "PRIVATE USE", "Cs": "SURROGATE"}.get(
        unicodedata.category(sign), "UNASSIGNED"
    )
