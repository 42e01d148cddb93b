"""Problems made from a code, a place and the particulars."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from build_scripts.model import Problem, Text
from build_scripts.read.codes import CODES

_SHOWN = 120
_LISTED = 400
_KEPT = 500
_HINT = Text(" Có phải bạn muốn ghi “{near}”?", " Did you mean “{near}”?")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a problem is: file relative to the root, line from 1, column or descriptor key, and what stands there."""

    file: str
    line: int | None = None
    field: str | None = None
    value: str | None = None


def problem(code: str, spot: Spot, *, near: str | None = None, **details: str) -> Problem:
    """The problem `code` at `spot`; `near` is what the owner may have meant."""
    wording = CODES[code]
    said = {
        "value": _cut(spot.value, _SHOWN),
        "field": _cut(spot.field, _SHOWN),
        **{name: _cut(detail, _LISTED) for name, detail in details.items()},
    }
    hint = Text("", "") if near is None else _HINT
    said["near"] = _cut(near, _SHOWN)
    return Problem(
        file=spot.file,
        line=spot.line,
        field=spot.field,
        code=code,
        value=None if spot.value is None else _cut(spot.value, _KEPT),
        message=Text(wording.message.vi.format(**said), wording.message.en.format(**said)),
        remedy=Text(
            (wording.remedy.vi + hint.vi).format(**said), (wording.remedy.en + hint.en).format(**said)
        ),
        severity=wording.severity,
    )


def nearest(value: str, known: Iterable[str]) -> str | None:
    """The one known word close enough to `value` to be what was meant, if any."""
    if len(value) > _SHOWN:
        return None
    found = get_close_matches(value, [word for word in known if word], n=1, cutoff=0.8)
    return found[0] if found else None


def _cut(text: str | None, length: int) -> str:
    if text is None:
        return ""
    return text if len(text) <= length else text[:length] + "…"
