"""Words of strangers on one line of a terminal or a log."""

import re
from typing import Final

_INVISIBLE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


def plain(text: str) -> str:
    """Text on one line: control and invisible characters are shown as codes, and no line can open a log command."""
    shown = _INVISIBLE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    return shown.replace("##[", "## [")
