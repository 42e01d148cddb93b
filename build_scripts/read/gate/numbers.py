"""Numbers as the standard writes them, and what was meant by those that are written otherwise."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

_LARGEST: Final = 2**53
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_WHOLE = re.compile(r"[+-]?[0-9]+")
THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_MARKS: Final = frozenset(
    {
        *(
            "n/a",
            "na",
            "#n/a",
            "#n/a n/a",
            "null",
            "none",
            "nan",
            "nil",
            "-",
            "--",
            "–",
            "—",
            "..",
            "...",
            "…",
        ),
        *(
            "không có",
            "không",
            "k.có",
            "kcsl",
            "tbd",
            "missing",
            "#value!",
            "#ref!",
            "#div/0!",
            "#num!",
            "#name?",
        ),
    }
)
FEWEST: Final = 3


def is_mark(cell: str) -> bool:
    """Whether `cell` stands for a missing value in many tables."""
    return cell.strip().lower() in _MARKS


def is_number(cell: str, field: Mapping[str, Any]) -> bool:
    """Whether `cell` is a finite number written as `field` declares, in the digits 0 to 9."""
    group, decimal = field.get("groupChar"), field.get("decimalChar")
    plain = cell.replace(group, "") if group else cell
    plain = plain.replace(decimal, ".") if decimal else plain
    if field.get("bareNumber") is False:
        found = re.search(r"[+-]?[0-9][0-9.]*", plain)
        plain = "" if found is None else found.group()
    if field["type"] == "integer":
        return _WHOLE.fullmatch(plain) is not None and len(plain) <= 20 and abs(int(plain)) <= _LARGEST  # noqa: PLR2004 - 64 bits
    return _PLAIN.fullmatch(plain) is not None and _is_finite(plain)


def is_lenient(cell: str) -> bool:
    """Whether a program may take `cell` for a number though it is not written as one, or is none that it can hold."""
    text = cell.strip()
    odd = any(sign.isdecimal() and not sign.isascii() for sign in cell)
    return (
        odd
        or "_" in text
        or text != cell
        or re.fullmatch(r"[+-]?(inf|infinity|s?nan|[0-9.e+-]+)", text, re.IGNORECASE) is not None
    )


def _is_finite(plain: str) -> bool:
    number = abs(float(plain))
    if number == float("inf"):
        return False
    return not (_WHOLE.fullmatch(plain) and abs(int(plain)) > _LARGEST)


def meant(cell: str) -> str | None:
    """The number that `cell` certainly means, written plainly; `None` when it has two readings or none."""
    text = "".join(_digit(sign) for sign in cell).strip().replace("\u2212", "-").replace("\u2013", "-")
    text = re.sub(r"(?<=[0-9])[ \u00a0\u202f\u2009'’_](?=[0-9]{3}(?![0-9]))", "", text)
    if re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3})+,[0-9]+", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3})+\.[0-9]+", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{3}){2,}|-?[0-9]{1,3}(,[0-9]{3}){2,}", text):
        text = text.replace(",", "").replace(".", "")
    elif re.fullmatch(r"-?[0-9]+,([0-9]{1,2}|[0-9]{4,})", text):
        text = text.replace(",", ".")
    return text if text != cell and _PLAIN.fullmatch(text) and _is_finite(text) else None


def _digit(sign: str) -> str:
    """An ASCII digit for a digit of any script; a full-width sign as its narrow twin."""
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    return unicodedata.normalize("NFKC", sign) if 0xFF01 <= ord(sign) <= 0xFF5E else sign  # noqa: PLR2004


def all_thousands(cells: Iterable[str]) -> str | None:
    """The first of the `cells` when there are several and all look like `1.234`."""
    filled = [cell for cell in cells if cell != ""]
    if len(filled) < FEWEST or not all(map(THOUSANDS.fullmatch, filled)):
        return None
    return filled[0] if len(set(filled)) > 1 else None
