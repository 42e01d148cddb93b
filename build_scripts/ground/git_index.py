"""The modes that git keeps for files, read from the bytes of its index; no git is run."""

import re
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

LINK: Final = 0o120000
SUBMODULE: Final = 0o160000
EXECUTABLE: Final = 0o100755
_HEAD: Final = struct.Struct(">4sII")
_FIXED: Final = 62
_VERSIONS: Final = (2, 3, 4)
_NAME_BITS: Final = 0x0FFF
_EXTENDED: Final = 0x4000
_LARGEST: Final = 100_000_000


def index_modes(data: bytes) -> Mapping[str, int]:
    """Path -> mode of every file in a git index (versions 2 to 4, SHA-1); empty for bytes that are none."""
    try:
        sign, version, count = _HEAD.unpack_from(data)
        is_index = sign == b"DIRC" and version in _VERSIONS
        return dict(_entries(data, version, count)) if is_index else {}
    except (IndexError, ValueError, struct.error):
        return {}


def _entries(data: bytes, version: int, count: int) -> Iterator[tuple[str, int]]:
    place, before = _HEAD.size, b""
    for _ in range(count):
        (mode,) = struct.unpack_from(">I", data, place + 24)
        (flags,) = struct.unpack_from(">H", data, place + 60)
        start = place + _FIXED + (2 if flags & _EXTENDED else 0)
        if version == _VERSIONS[-1]:
            dropped, start = _varint(data, start)
            end = data.index(b"\0", start)
            before = before[: len(before) - dropped] + data[start:end]
            place = end + 1
        else:
            end = data.index(b"\0", start)
            before = data[start:end]
            place += (end - place + 8) // 8 * 8
        yield before.decode("utf-8", "surrogateescape").encode("utf-8", "backslashreplace").decode(), mode


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """A number as version 4 of the index writes how much of the last name to drop."""
    byte = data[place]
    value, place = byte & 0x7F, place + 1
    while byte & 0x80:
        byte = data[place]
        value, place = ((value + 1) << 7) | (byte & 0x7F), place + 1
    return value, place


def modes_under(root: Path) -> tuple[Mapping[str, int], bool]:
    """The modes git keeps for files under `root`, relative to it, and whether the disk's executable bits count."""
    here = root.resolve()
    for folder in (here, *here.parents):
        git = folder / ".git"
        if git.is_file():
            git = _named_by(git)
        if (git / "index").is_file() and (git / "index").stat().st_size < _LARGEST:
            prefix = "" if here == folder else f"{here.relative_to(folder).as_posix()}/"
            modes = index_modes((git / "index").read_bytes())
            inside = {path[len(prefix) :]: mode for path, mode in modes.items() if path.startswith(prefix)}
            return inside, _keeps_modes(git)
    return {}, True


def _named_by(file: Path) -> Path:
    """The folder that a file of git names: `.git` of a second working tree, and `commondir` beside its index."""
    text = file.read_bytes()[:4096].decode("utf-8", "replace")
    return file.parent / text.removeprefix("gitdir:").strip()


def _keeps_modes(git: Path) -> bool:
    shared = git / "commondir"
    config = (_named_by(shared) if shared.is_file() else git) / "config"
    text = config.read_bytes()[:100_000].decode("utf-8", "replace") if config.is_file() else ""
    return re.search(r"^\s*filemode\s*=\s*false\s*$", text, re.IGNORECASE | re.MULTILINE) is None
