"""The byte tables of Vietnamese from before Unicode, and what a Vietnamese syllable looks like.

Tables: TCVN 5712:1993 (called TCVN3 or ABC), VISCII (RFC 1456), and VNI for Windows, two signs to an accented letter.
"""

import re
import unicodedata
from typing import Final

_TCVN = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ\u00a0ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệ"
    "ìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
)
_TCVN_LOW = {
    1: "Ú",
    2: "Ụ",
    4: "Ừ",
    5: "Ử",
    6: "Ữ",
    17: "Ứ",
    18: "Ự",
    19: "Ỳ",
    20: "Ỷ",
    21: "Ỹ",
    22: "Ý",
    23: "Ỵ",
}
_VISCII = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻ"
    "ìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {2: "Ẳ", 5: "Ẵ", 6: "Ẫ", 20: "Ỷ", 25: "Ỹ", 30: "Ỵ"}
_VNI_MARKS: Final = {
    **dict(zip("øùûõï", "\u0300\u0301\u0309\u0303\u0323", strict=True)),
    **dict(
        zip(
            "âàáåãä", ("\u0302", *(f"\u0302{tone}" for tone in "\u0300\u0301\u0309\u0303\u0323")), strict=True
        )
    ),
    **dict(
        zip(
            "êèéúüë", ("\u0306", *(f"\u0306{tone}" for tone in "\u0300\u0301\u0309\u0303\u0323")), strict=True
        )
    ),
}
_VNI_ALONE: Final = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ì": "ì", "í": "í"}
_VNI_BASES: Final = {"a": "âàáåãäêèéúüëøùûõï", "e": "âàáåãäøùûõï", "o": "âàáåãäøùûõï"} | dict.fromkeys(
    "uyôö", "øùûõï"
)
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_ONSET = "ngh|ng|nh|gh|gi|ch|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
_NUCLEUS = (
    "oai|oay|oeo|uây|uôi|ươi|ươu|uya|uyê|uyu|iêu|yêu|oao|uao|uai|ia|iê|ya|yê|ua|uô|ưa|ươ|ai|ao|au|ay|âu|ây|eo|êu|iu|oa|oă|oe|"
    "oi|ôi|ơi|ui|uâ|uê|uơ|uy|ưi|ưu|oo|ue|uă|[aăâeêioôơuưy]"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_NUCLEUS})(?:ng|nh|ch|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")


def tcvn3(data: bytes) -> str:
    """The text in bytes of TCVN 5712 (TCVN3, ABC)."""
    return _by_table(data, _TCVN, _TCVN_LOW)


def viscii(data: bytes) -> str:
    """The text in bytes of VISCII."""
    return _by_table(data, _VISCII, _VISCII_LOW)


def vni(data: bytes) -> str:
    """The text in bytes of VNI for Windows."""
    signs = data.decode("cp1252", "replace")
    found: list[str] = []
    place = 0
    while place < len(signs):
        sign, mark = signs[place], signs[place + 1 : place + 2]
        if mark and mark.lower() in _VNI_BASES.get(sign.lower(), ""):
            found.append(_VNI_ALONE.get(sign.lower(), sign.lower()) + _VNI_MARKS[mark.lower()])
            place += 2
        else:
            found.append(_VNI_ALONE.get(sign.lower(), sign.lower()))
            place += 1
        if sign != sign.lower():
            found[-1] = found[-1].upper()
    return unicodedata.normalize("NFC", "".join(found))


def cp1258(data: bytes) -> str:
    """The text in bytes of Windows-1258, its separate tone marks put together with their letters."""
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _by_table(data: bytes, high: str, low: dict[int, str]) -> str:
    signs = (high[byte - 128] if byte >= 128 else low.get(byte, chr(byte)) for byte in data)  # noqa: PLR2004 - ASCII
    return unicodedata.normalize("NFC", "".join(signs))


def likeness(text: str) -> tuple[int, float]:
    """How many different words have letters beyond ASCII, and which part of those are Vietnamese syllables."""
    words = {word.lower() for word in _WORD.findall(text) if len(word) > 1 and not word.isascii()}
    if not words:
        return 0, 0.0
    return len(words), sum(map(is_syllable, words)) / len(words)


def is_syllable(word: str) -> bool:
    """Whether a word in small letters has the shape of a Vietnamese syllable, at most one tone on it."""
    parts = unicodedata.normalize("NFD", word)
    tones = sum(sign in _TONES for sign in parts)
    bare = unicodedata.normalize("NFC", "".join(sign for sign in parts if sign not in _TONES))
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None
