"""Data of persons in cells: identity numbers, mobile telephones, e-mail addresses. Offices' telephones are none."""

import re
from collections.abc import Iterator
from typing import Final

from build_scripts.model import Text

IDENTITY: Final = Text(
    "số căn cước, chứng minh nhân dân hoặc hộ chiếu", "an identity card or passport number"
)
PHONE: Final = Text("số điện thoại di động", "a mobile telephone number")
EMAIL: Final = Text("địa chỉ thư điện tử", "an e-mail address")

_DIGIT = re.compile("[0-9]")
_EMAIL = re.compile(
    r"[\w.+-]{1,64}(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}", re.IGNORECASE
)
_CARD = re.compile(r"(?<![\w.,/=])0(?:[0-8]\d|9[0-6])[0-3]\d{8}(?![\d]|[.,]\d)", re.ASCII)
_CARD_SPACED = re.compile(
    r"(?<![\d.,] )(?<![\d.,])0(?:[0-8]\d|9[0-6])([ .-])[0-3]\d{2}\1\d{3}\1\d{3}(?![\d]|[ .,]\d)", re.ASCII
)
_MOBILE = re.compile(
    r"(?<![\w.,/=])(?:\(?(?:\+|00)84\)?[ .-]?\(?0?\)?|0)(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])"
    r"(?:[ .-]?\d){7}(?!\d|[.,]\d)",
    re.ASCII,
)
_ABROAD = re.compile(
    r"(?<![\d.,/])\+(?!84)[1-9]\d{0,2}[ .-]\(?\d{2,4}\)?(?:[ .-]?\d{2,4}){2,3}(?!\d)", re.ASCII
)
_OLD_CARD = re.compile(r"(?<![\d.,])\d{9}(?![\d]|[.,]\d)", re.ASCII)
_PASSPORT = re.compile(r"(?<![A-Za-z0-9])[A-Z]\d{7,8}(?!\d)", re.ASCII)
PERSONS = re.compile(
    r"cccd|cmnd|c[aă]n[ _-]?c[uư][oớ]c|ch[uứ]ng[ _-]?minh|identity|passport|h[oộ][ _-]?chi[eế]u|national[ _-]?id|"
    r"id[ _-]?card|ssn|citizen[ _-]?id|so[ _-]?dinh[ _-]?danh",
    re.IGNORECASE,
)
_CODES = re.compile(r"(?:^|[_\W])(?:ma|mã|id|code|mst|tax|isbn|doi)(?:[_\W]|$)|thu[eế]|code", re.IGNORECASE)
_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def kinds(cell: str, column: str) -> Iterator[Text]:
    """What data of persons `cell`, in the column of that name, seems to contain."""
    if ("@" in cell or "at" in cell) and _EMAIL.search(cell) is not None:
        yield EMAIL
    if _DIGIT.search(cell) is None:
        return
    if _is_card(cell, column):
        yield IDENTITY
        return
    for found in (*_MOBILE.finditer(cell), *_ABROAD.finditer(cell)):
        if not (_CODES.search(column) and _is_tax_code(found.group())):
            yield PHONE
            return


def is_of_persons(name: str) -> bool:
    """Whether a column of that name, or a cell with those words, holds numbers of persons."""
    return PERSONS.search(name) is not None


def _is_card(cell: str, column: str) -> bool:
    if _CARD.search(cell) is not None or _CARD_SPACED.search(cell) is not None:
        return True
    asked = is_of_persons(column) or is_of_persons(cell)
    return asked and (_OLD_CARD.search(cell) is not None or _PASSPORT.search(cell) is not None)


def _is_tax_code(text: str) -> bool:
    """Whether ten digits carry the check digit of a Vietnamese tax code."""
    if re.fullmatch(r"[0-9]{10}", text) is None:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return int(text[9]) == 10 - total % 11
