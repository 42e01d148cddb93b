"""Bytes of a declared encoding to text, without a guess that could change a letter."""

import codecs
import unicodedata
from typing import Final

from build_scripts.read.adopt.log import Log
from build_scripts.read.gate.encodings import foreign
from build_scripts.read.problems import Spot

_KNOWN: Final = {
    "ascii", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "iso8859-1", "koi8-r", "koi8-u",
    "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "gb2312", "gbk", "gb18030", "big5", "mac-roman", "cp437",
    "cp850", "cp852", "cp866", "cp874", "tis-620",
    *(f"iso8859-{part}" for part in range(2, 17)), *(f"cp{page}" for page in range(1250, 1259)),
}  # fmt: skip
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = {
    "kind_vi": "tệp nhị phân, hoặc UTF-16 không khai báo",
    "kind_en": "a binary file or undeclared UTF-16",
}
_UNICODE: Final = ("utf-8", "utf-8-sig", "ascii")


def decoded(data: bytes, path: str, declared: str | None, log: Log) -> str | None:
    """The text in `data`, read as declared, or as its byte order mark says; `None` after a problem."""
    spot = Spot(log.place(path), None, "encoding", declared)
    named = _codec("utf-8" if declared is None else declared)
    if named is None:
        log.refuse("encoding-unsupported", spot)
        return None
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", named))
    body = data.removeprefix(mark)
    if not mark and encoding not in _UNICODE and _is_surely_utf8(body):
        encoding = "utf-8"
    try:
        text = body.decode("utf-8" if encoding in _UNICODE else encoding)
    except UnicodeDecodeError as error:
        other = foreign(data)
        if other is not None and declared is None:
            label, command = other.label, other.command(path)
            log.refuse("encoding-detected", Spot(spot.file), encoding=label, command=command)
            return None
        line = data.count(b"\n", 0, error.start) + 1
        log.refuse("encoding-broken", Spot(spot.file, line, None, f"0x{body[error.start]:02X}"))
        return None
    if "\x00" in text:
        log.refuse("adopt-not-csv", Spot(log.place(path), None, None, path), **_BINARY)
        return None
    if encoding == "iso8859-1" and any("\x80" <= sign <= "\x9f" for sign in text):
        return _as_windows(body, path, text, log)
    _tell(path, declared, encoding, log, has_mark=bool(mark))
    return unicodedata.normalize("NFC", text) if encoding == "cp1258" else text


def _codec(name: str) -> str | None:
    """Python's name of an encoding of text that the portal knows."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return None
    return found if found in _KNOWN else None


def _is_surely_utf8(data: bytes) -> bool:
    """Whether letters beyond ASCII stand in `data` exactly as UTF-8 writes them, which hardly happens by chance."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_windows(body: bytes, path: str, text: str, log: Log) -> str:
    """What is called Latin-1 and has signs where Latin-1 has none is Windows-1252, as browsers also read it."""
    try:
        text = body.decode("cp1252")
    except UnicodeDecodeError:
        return text
    log.note("converted-encoding-declared", path=path, declared="iso-8859-1", encoding="windows-1252")
    return text


def _tell(path: str, declared: str | None, encoding: str, log: Log, *, has_mark: bool) -> None:
    if declared is not None and _codec(declared) not in (encoding, "utf-16") and encoding != "ascii":
        if _codec(declared) not in _UNICODE or encoding not in _UNICODE:
            log.note("converted-encoding-declared", path=path, declared=declared, encoding=encoding)
    elif encoding not in _UNICODE:
        log.note("converted-encoding", path=path, encoding=encoding)
    if has_mark and encoding == "utf-8":
        log.note("converted-bom", path=path)
