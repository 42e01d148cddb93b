"""Which encoding the bytes of a table are in when they are not UTF-8, and the command that converts them."""

import codecs
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.read.gate.vietnamese import cp1258, likeness, tcvn3, viscii, vni

_SAMPLE: Final = 400_000
OPENING: Final = 4 * _SAMPLE
"""How many bytes of a file tell its encoding."""
_LIKELY: Final = 0.8
_SURE: Final = 0.9
_FEW: Final = 4
_TONED: Final = frozenset(b"\xcc\xd2\xde\xec\xf2")
_SEVEN = re.compile(rb"\+[A-Za-z0-9+/]{3,}-")
_HALF: Final = 0.3
_WESTERN = re.compile(r"[A-Za-z][À-ÖØ-öø-ÿ]|[À-ÖØ-öø-ÿ][A-Za-z]")


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that is not ours: how it is called, what `portal fix` and iconv call it, and how it is read."""

    label: str
    name: str
    iconv: str
    decode: Callable[[bytes], str]

    def command(self, file: str) -> str:
        """The command that converts `file`."""
        ours = f"portal fix --encoding {self.name} {file}"
        if not self.iconv:
            return ours
        composing = " | uconv -x any-nfc" if self.name in _VIETNAMESE else ""
        return f"iconv -f {self.iconv} -t UTF-8 {file}{composing} > utf8.csv && mv utf8.csv {file} ({ours})"


_VIETNAMESE: Final = ("windows-1258", "tcvn3", "viscii", "vni")
ENCODINGS: Final[Mapping[str, Encoding]] = {
    each.name: each
    for each in (
        Encoding("UTF-16", "utf-16", "UTF-16", lambda data: data.decode("utf-16")),
        Encoding("UTF-16LE", "utf-16-le", "UTF-16LE", lambda data: data.decode("utf-16-le")),
        Encoding("UTF-16BE", "utf-16-be", "UTF-16BE", lambda data: data.decode("utf-16-be")),
        Encoding("UTF-32", "utf-32", "UTF-32", lambda data: data.decode("utf-32")),
        Encoding("UTF-7", "utf-7", "UTF-7", lambda data: data.decode("utf-7")),
        Encoding("Windows-1258", "windows-1258", "CP1258", cp1258),
        Encoding("TCVN3 (ABC)", "tcvn3", "TCVN5712-1", tcvn3),
        Encoding("VISCII", "viscii", "VISCII", viscii),
        Encoding("VNI", "vni", "", vni),
        Encoding("Windows-1252 (Latin-1)", "windows-1252", "CP1252", lambda data: data.decode("cp1252")),
        Encoding(
            "UTF-8 đọc nhầm thành Latin-1 / UTF-8 misread as Latin-1",
            "mojibake",
            "",
            lambda data: data.decode("utf-8").encode("cp1252").decode("utf-8"),
        ),
        Encoding("TCVN3 (ABC) trong UTF-8", "tcvn3-in-utf-8", "", lambda data: tcvn3(_narrow(data))),
        Encoding("VNI trong UTF-8", "vni-in-utf-8", "", lambda data: vni(_narrow(data))),
    )
}


def foreign(data: bytes) -> Encoding | None:
    """The encoding of `data` when it is surely another one than UTF-8; `None` for UTF-8 and for what is no text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return told_by(data[:OPENING], is_utf8=False)
    return told_by(data[:OPENING], is_utf8=True)


def told_by(opening: bytes, *, is_utf8: bool) -> Encoding | None:
    """The same of a file that begins with `opening` and is, or is not, UTF-8 to its end."""
    wide = _wide(opening)
    if wide is not None:
        return ENCODINGS[wide]
    sample = opening[:_SAMPLE]
    if not is_utf8:
        return _of_bytes(sample)
    return _of_text(opening.decode("utf-8", "ignore")[:_SAMPLE], sample)


def _wide(data: bytes) -> str | None:
    """Two or four bytes to a sign: told by the mark, or by zero bytes at every second place."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > _HALF * len(sample) / 2 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > _HALF * len(sample) / 2 and not odd else None


def _of_bytes(sample: bytes) -> Encoding | None:
    """The table under which the accented words are Vietnamese; else Windows-1252, if it can be."""
    scores = {name: likeness(ENCODINGS[name].decode(sample)) for name in _VIETNAMESE}
    if not any(byte in _TONED for byte in sample):
        scores.pop("windows-1258")
    best = max(scores, key=lambda name: scores[name][1])
    if scores[best][1] >= _LIKELY:
        return ENCODINGS[best]
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return ENCODINGS["windows-1252"] if _WESTERN.search(text) is not None else None


def _of_text(text: str, sample: bytes) -> Encoding | None:
    """Text that is UTF-8 on the surface: UTF-7, letters of old fonts, or UTF-8 encoded twice."""
    if text.isascii():
        return ENCODINGS["utf-7"] if any(map(_is_seven, _SEVEN.findall(sample))) else None
    twice = _twice(text)
    if twice is not None and twice != text:
        return ENCODINGS["mojibake"]
    if any(ord(sign) > 0xFF and sign not in _WINDOWS for sign in text):  # noqa: PLR2004
        return None
    plain = likeness(text)[1]
    for name in ("tcvn3-in-utf-8", "vni-in-utf-8"):
        count, score = likeness(ENCODINGS[name].decode(text.encode()))
        if count >= _FEW and score >= _SURE and plain < score - 0.3:
            return ENCODINGS[name]
    return None


_WINDOWS: Final = frozenset(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))


def _narrow(data: bytes) -> bytes:
    """One byte for each sign of Windows-1252 in UTF-8."""
    return data.decode("utf-8", "replace").encode("cp1252", "replace")


def _twice(text: str) -> str | None:
    """The text that was encoded as UTF-8 twice, if every sign fits; a lone accent never does."""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def _is_seven(token: bytes) -> bool:
    """Whether `+…-` holds letters beyond ASCII as UTF-7 writes them."""
    try:
        text = token.decode("utf-7")
    except UnicodeDecodeError:
        return False
    return bool(text) and all(sign.isalpha() and 0x80 <= ord(sign) < 0x2000 for sign in text)  # noqa: PLR2004
