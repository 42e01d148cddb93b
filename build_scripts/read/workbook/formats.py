"""What a cell shows: numbers exactly, days as ISO dates, and a refusal where the eye sees another figure than is held."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Final

from build_scripts.model import Text

_KNOWN: Final = {
    **dict.fromkeys((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)), "day"),
    **dict.fromkeys((*range(18, 22), *range(32, 36), *range(45, 48)), "clock"),
    **dict.fromkeys((9, 10), "percent"),
}
"""Number formats that have a number of their own and no code."""
_SIGNS: Final = (
    (re.compile("%"), "percent"),
    (re.compile(r"[dy]|^[^hs]*m[^hs]*$"), "day"),
    (re.compile(r"[hs]"), "clock"),
    (re.compile(r"[0#?],+(?![0#?,])"), "scaled"),
)
"""What in a code tells its kind, the first first; `m` alone are months, beside hours or seconds minutes."""
_UNSPOKEN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_ELAPSED: Final = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_ESCAPED: Final = re.compile(r"_x(?![dD][89A-Fa-f])([0-9A-Fa-f]{4})_")
_LARGEST: Final = 2**53
_FIRST_SURE: Final = 61
"""Before this day, 1 March 1900, spreadsheets disagree."""
_LAST: Final = 2_958_465
PERCENT: Final = Text("định dạng phần trăm", "a percentage format")
SCALED: Final = Text("định dạng chia cho nghìn", "a format that divides by a thousand")
CLOCK: Final = Text("giờ trong ngày hoặc ngày quá xa", "a time of day, or a day too far away")
NOT_NUMBER: Final = Text("không phải con số viết được", "no number that can be written")


def kind_of(number: int, code: str) -> str:
    """Tell what a number format makes of a number: `number`, `day`, `clock`, `percent` or `scaled`."""
    if not code:
        return _KNOWN.get(number, "number")
    if _ELAPSED.search(code) is not None:
        return "clock"
    bare = _UNSPOKEN.sub("", code).lower()
    if bare.strip() in ("general", "standard", "@"):
        return "number"
    return next((kind for pattern, kind in _SIGNS if pattern.search(bare) is not None), "number")


def shown(raw: str, kind: str, *, from_1904: bool) -> str | Text:
    """Write the number `raw` of a cell as plain text, or say why that would not be what the eye sees."""
    if _NUMBER.fullmatch(raw) is None:
        return NOT_NUMBER
    if kind in ("percent", "scaled"):
        return PERCENT if kind == "percent" else SCALED
    if kind == "clock":
        return CLOCK
    return _day(float(raw), from_1904=from_1904) if kind == "day" else _plain(raw)


def _plain(raw: str) -> str | Text:
    """Write the shortest decimal number that is held as this one: `0.41399999999999998` is `0.414`."""
    number = float(raw)
    if number in (float("inf"), float("-inf")):
        return NOT_NUMBER
    if number.is_integer():
        return str(int(number)) if abs(number) <= _LARGEST else NOT_NUMBER
    return format(Decimal(repr(number)), "f")


def _day(serial: float, *, from_1904: bool) -> str | Text:
    first = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    if not (0 if from_1904 else _FIRST_SURE) <= serial <= _LAST - 2000:
        return CLOCK
    moment = datetime(first.year, first.month, first.day) + timedelta(seconds=round(serial * 86_400))  # noqa: DTZ001 - the format knows no zone
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat()


def letters(column: int) -> str:
    """Name a column, counted from 0, as spreadsheets do: A, B … Z, AA."""
    name, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        name = chr(65 + digit) + name
    return name


def place(reference: str) -> tuple[int, int] | None:
    """Find the row (from 1) and the column (from 0) of a reference such as `B7`; `None` when it is none."""
    found = re.fullmatch(r"([A-Z]{1,3})([1-9][0-9]{0,6})", reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]), column - 1


def unescaped(text: str) -> str:
    """Undo the way in which workbooks write signs that XML cannot: `_x000D_`; half a sign stays as it is written."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text
