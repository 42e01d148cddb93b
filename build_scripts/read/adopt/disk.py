"""The bytes of a stranger's folder: real files inside it, of bounded size; everything else is left where it is."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from build_scripts.model import Text
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.places import is_inside
from build_scripts.read.files import is_link
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.problems import Spot

LARGEST: Final = LIMITS["file"].most
"""Bytes of a table."""
LARGEST_DESCRIPTOR: Final = 20_000_000
"""Bytes of a descriptor, inline rows included."""
_MOST_NAMED = 20
_NOT_CSV: tuple[tuple[bytes, Text], ...] = (
    (b"version https://git-lfs", Text("con trỏ Git LFS", "a Git LFS pointer")),
    (b"pk\x03\x04", Text("tệp nén hoặc tệp Excel", "an archive or an Excel file")),
    (b"\xd0\xcf\x11\xe0", Text("tệp Excel cũ", "an old Excel file")),
    (b"\x1f\x8b", Text("tệp nén", "a compressed file")),
    (b"%pdf", Text("tệp PDF", "a PDF file")),
    (b"<!doctype", Text("trang web", "a web page")),
    (b"<html", Text("trang web", "a web page")),
)


def file_bytes(folder: Path, path: str, log: Log, limit: int = LARGEST) -> bytes | None:
    """The bytes of `path` under `folder`; `None` after a problem."""
    spot = Spot(log.descriptor, None, None, path)
    if not is_inside(path):
        log.refuse("path-unsafe", spot)
        return None
    here = folder
    for part in path.split("/"):
        here = here / part
        if is_link(here):
            log.refuse("symlink", Spot(log.place(path)))
            return None
    try:
        seen = here.lstat()
        if stat.S_ISREG(seen.st_mode) and seen.st_size > limit:
            log.refuse("adopt-size", spot, size=str(seen.st_size), limit=str(limit))
            return None
        data = here.read_bytes() if stat.S_ISREG(seen.st_mode) else None
    except (FileNotFoundError, NotADirectoryError):
        log.refuse("file-missing", spot)
        return None
    except OSError:
        data = None
    if data is None:
        log.refuse("file-unreadable", spot)
    return data


def is_text(data: bytes, path: str, log: Log) -> bool:
    """Whether `data` can be a table at all; other well-known things under its name are refused plainly."""
    opening = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for start, kind in _NOT_CSV:
        if opening.startswith(start):
            spot = Spot(log.place(path), None, None, path)
            log.refuse("adopt-not-csv", spot, kind_vi=kind.vi, kind_en=kind.en)
            return False
    return True


def note_leftovers(folder: Path, taken: Collection[str], log: Log) -> None:
    """Tell of every file that was not taken, a folder of many in one line; links are not followed."""
    for name, is_folder in _entries(folder):
        if is_folder:
            _note_folder(folder, name, taken, log)
        elif name not in taken and name != "datapackage.json":
            log.note("left-link" if is_link(folder / name) else "left-file", path=name)


def _note_folder(folder: Path, name: str, taken: Collection[str], log: Log) -> None:
    left = [path for path in _below(folder, name) if path not in taken]
    if len(left) > _MOST_NAMED or name.startswith("."):
        log.note("left-folder", path=f"{name}/", count=str(len(left)))
        return
    for path in left:
        log.note("left-link" if is_link(folder / path) else "left-file", path=path)


def _below(folder: Path, name: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder / name, followlinks=False):
        folders.sort()
        base = Path(here).relative_to(folder).as_posix()
        yield from (f"{base}/{each}" for each in sorted(files))
        yield from (f"{base}/{each}" for each in folders if is_link(Path(here) / each))


def _entries(folder: Path) -> list[tuple[str, bool]]:
    with os.scandir(folder) as found:
        return sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
