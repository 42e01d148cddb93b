"""A long file looked at once from its first byte to its last, a few megabytes at a time."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from build_scripts.read.gate.bytes import usual_delimiter
from build_scripts.read.gate.encodings import OPENING
from build_scripts.read.gate.limits import LIMITS

_PIECE: Final = 8_000_000
_LONGEST_LINE: Final = 70_000_000
"""Bytes of the most cells there may be, each of the most signs."""
_ODD: Final = (b'"', b"\r", b"\0")


@dataclass(frozen=True, slots=True)
class Survey:
    """What a file is: how many bytes, their digests by algorithm, its beginning, how many lines end in it.

    `fault` is the line and the byte where it stops being UTF-8; `zero` the line of the first zero byte; `endless` the
    line that is longer than any row may be. It `is_plain` when its rows can be parted by line ends and delimiters alone.
    """

    size: int
    digests: Mapping[str, str]
    opening: bytes
    lines: int
    fault: tuple[int, int] | None
    zero: int | None
    endless: int | None
    is_plain: bool


def surveyed(file: Path, resource: Mapping[str, Any], tick: Callable[[], None]) -> Survey:
    """Look at a file once; `tick` is called now and then, and may raise."""
    digests = {name: hashlib.new(name, usedforsecurity=False) for name in ("sha256", *_declared(resource))}
    opening = b""
    text, rows = _Text(), _Rows.of(resource)
    for piece in _pieces(file):
        tick()
        for each in digests.values():
            each.update(piece)
        if len(opening) < OPENING:
            opening += piece[: OPENING - len(opening)]
        text.see(piece)
        rows.see(piece)
    text.end()
    rows.end()
    return Survey(
        size=text.size,
        digests={name: each.hexdigest() for name, each in digests.items()},
        opening=opening,
        lines=max(text.feeds, text.returns),
        fault=text.fault,
        zero=text.zero,
        endless=text.endless,
        is_plain=rows.are_plain and text.fault is None,
    )


def _declared(resource: Mapping[str, Any]) -> Iterator[str]:
    """The algorithm of the checksum that the owner states."""
    stated = str(resource.get("hash", ""))
    name = stated.rpartition(":")[0] if ":" in stated else "md5" if stated else ""
    if name in {"md5", "sha1", "sha512"}:
        yield name


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        while piece := opened.read(_PIECE):
            yield piece


@dataclass(slots=True)
class _Text:
    """Whether the bytes are UTF-8, and where lines end."""

    size: int = 0
    feeds: int = 0
    returns: int = 0
    fault: tuple[int, int] | None = None
    zero: int | None = None
    endless: int | None = None
    _rest: bytes = b""
    _since: int = 0

    def see(self, piece: bytes) -> None:
        """Look at the next bytes."""
        if self.zero is None and (place := piece.find(b"\0")) >= 0:
            self.zero = self.feeds + piece.count(b"\n", 0, place) + 1
        if self.fault is None:
            self._decode(piece, is_last=False)
        if self.endless is None:
            self._measure(piece)
        self.size += len(piece)
        self.feeds += piece.count(b"\n")
        self.returns += piece.count(b"\r")

    def end(self) -> None:
        """Look at what is left."""
        if self.fault is None:
            self._decode(b"", is_last=True)

    def _decode(self, piece: bytes, *, is_last: bool) -> None:
        if not self._rest and piece.isascii():
            return
        data = self._rest + piece
        self._rest = b""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            if error.reason == "unexpected end of data" and error.end == len(data) and not is_last:
                self._rest = data[error.start :]
            else:
                self.fault = (self.feeds + data.count(b"\n", 0, error.start) + 1, data[error.start])

    def _measure(self, piece: bytes) -> None:
        """Whether a line has no end where it must have one; lines are shorter than pieces but for the odd one."""
        last = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
        if last >= 0:
            self._since = len(piece) - last
        else:
            self._since += len(piece)
            if self._since > _LONGEST_LINE:
                self.endless = max(self.feeds, self.returns) + 1


@dataclass(slots=True)
class _Rows:
    """Whether every line is a row of as many cells as there are columns, without a quotation mark and not blank."""

    are_plain: bool
    heading: bytes
    delimiter: int
    width: int
    _rest: bytes = field(default=b"")
    _is_begun: bool = False

    @classmethod
    def of(cls, resource: Mapping[str, Any]) -> "_Rows":
        """Expect the rows that a table declares."""
        raw = dict(resource)
        columns = [each["name"] for each in raw["schema"]["fields"]]
        sign = usual_delimiter(raw)
        delimiter = b"" if sign is None else sign.encode()
        usual = {"header": True, "headerRows": [1], "commentChar": None, "commentRows": []}
        dialect = raw.get("dialect", {})
        is_usual = all(dialect.get(key, value) == value for key, value in usual.items())
        is_one = len(delimiter) == 1 and delimiter not in b'"\r\n\0 \\#'
        return cls(
            is_usual and is_one,
            delimiter.join(map(str.encode, columns)),
            (delimiter or b",")[0],
            len(columns),
        )

    def see(self, piece: bytes) -> None:
        """Look at the next bytes."""
        if not self.are_plain:
            return
        body = self._rest + piece
        cut = body.rfind(b"\n") + 1
        self._rest = body[cut:]
        self.are_plain = len(self._rest) <= _PIECE and self._fits(body[:cut])

    def end(self) -> None:
        """Look at a last line without an end."""
        if self.are_plain and self._rest:
            self.are_plain = self._fits(self._rest + b"\n")
        self.are_plain = self.are_plain and self._is_begun

    def _fits(self, lines: bytes) -> bool:
        if not lines:
            return True
        if any(sign in lines for sign in _ODD):
            return False
        if not self._is_begun:
            self._is_begun = True
            if lines[: lines.index(b"\n")] != self.heading:
                return False
        signs = np.frombuffer(lines, dtype=np.uint8)
        ends = np.flatnonzero(signs == ord("\n"))
        before = np.searchsorted(np.flatnonzero(signs == self.delimiter), ends)
        cells = np.diff(before, prepend=0) + 1
        lengths = np.diff(ends, prepend=-1) - 1
        return bool(
            (cells == self.width).all()
            and (lengths >= self.width).all()
            and lengths.max() <= LIMITS["cell"].most
        )
