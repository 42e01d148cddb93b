"""The archive that a workbook is: counted, weighed and looked through by name before any of it is unpacked."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.model import Text
from build_scripts.read.gate.kinds import other_kind
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.workbook.refusal import RefusalError, TooLargeError, broken

_ENCRYPTED: Final = 0x1
_WAYS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_NAME: Final = re.compile(r"(?!/)(?!.*(?:^|/)\.\.?(?:/|$))[^\\:\x00-\x1f]+")
_FAULTS: Final = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error),
    *(OSError, EOFError, ValueError, OverflowError, RuntimeError, NotImplementedError),
)
"""All that zipfile and zlib raise over bytes that are no sound archive: a stranger's file must never be a traceback."""
_UNWANTED: Final[Mapping[str, Text]] = {
    r"vbaproject|/macrosheets/|vbadata": Text("macro", "macros"),
    r"/externallinks/|/connections\.xml|/querytables/": Text(
        "liên kết tới tệp hoặc nguồn khác", "links to other files or sources"
    ),
    r"/embeddings/|/activex/|/ctrlprops/|customui|/webextensions/": Text(
        "đối tượng nhúng", "embedded objects"
    ),
}


@dataclass(frozen=True, slots=True)
class Container:
    """An archive that was looked through; its parts are unpacked one at a time, each no larger than it said."""

    archive: zipfile.ZipFile
    sizes: Mapping[str, int]

    def part(self, name: str) -> bytes:
        """Unpack a part.

        Raises:
            RefusalError: There is none of that name, or it cannot be unpacked.
        """
        if name not in self.sizes:
            raise broken(f"thiếu phần “{name}”", f"the part “{name}” is missing")
        try:
            with self.archive.open(name) as opened:
                return opened.read(self.sizes[name] + 1)
        except _FAULTS as error:
            raise broken(f"phần “{name}” bị hỏng", f"the part “{name}” is damaged") from error


def container(data: bytes) -> Container:
    """Look through the archive.

    Raises:
        RefusalError: It is no archive, or holds what no workbook of data needs.
        TooLargeError: It is, or would become, larger than the limits.
    """
    if len(data) > LIMITS["workbook"].most:
        raise TooLargeError("workbook", len(data))
    if not data.startswith(b"PK\x03\x04"):
        kind = other_kind(data)
        raise broken("không phải sổ tính", "it is none") if kind is None else broken(kind.vi, kind.en)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        listed = archive.infolist()
    except _FAULTS as error:
        raise broken("tệp nén bị hỏng", "the archive is damaged") from error
    if len(listed) > LIMITS["workbook-parts"].most:
        raise TooLargeError("workbook-parts", len(listed))
    whole = sum(each.file_size for each in listed)
    if whole > LIMITS["workbook-unpacked"].most:
        raise TooLargeError("workbook-unpacked", whole)
    for each in listed:
        _ensure_plain(each)
    sizes = {each.filename: each.file_size for each in listed}
    if len({name.casefold() for name in sizes}) < len(listed):
        raise broken("có hai phần cùng tên", "two of its parts have one name")
    return Container(archive, sizes)


def _ensure_plain(entry: zipfile.ZipInfo) -> None:
    name = f"/{entry.filename.lower()}"
    if _NAME.fullmatch(entry.filename) is None:
        raise RefusalError(
            "workbook-unsafe",
            entry.filename,
            Text("tên đi ra ngoài tệp nén", "a name that leaves the archive"),
        )
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _WAYS:
        raise broken("có mật khẩu hoặc nén kiểu lạ", "it has a password, or is packed in an odd way")
    for pattern, what in _UNWANTED.items():
        if re.search(pattern, name) is not None:
            raise RefusalError("workbook-unsafe", entry.filename, what)
