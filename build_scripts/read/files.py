"""Bytes from disk: plain names, real files, nothing else."""

import re
import stat
from dataclasses import dataclass
from pathlib import Path

from build_scripts.model import Problem
from build_scripts.read.problems import Spot, problem

_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, or the problem that keeps them from being read."""

    data: bytes | None
    problem: Problem | None


def is_plain(path: str) -> bool:
    """Whether `path` is relative, stays inside its folder and means the same on every machine."""
    parts = path.split("/")
    return all(_PLAIN.fullmatch(part) is not None and not part.endswith(".") for part in parts)


def is_link(path: Path) -> bool:
    """Whether `path` itself is a symbolic link."""
    return path.is_symlink()


def content(folder: Path, path: str, spot: Spot) -> Content:
    """The bytes of `path` under `folder`, which is known to be no link; `spot` is who asks for them."""
    unsafe = misplaced(folder, path, spot)
    if unsafe is not None:
        return Content(None, unsafe)
    here = folder / path
    try:
        mode = here.lstat().st_mode
        data = here.read_bytes() if stat.S_ISREG(mode) else None
    except (FileNotFoundError, NotADirectoryError):
        return Content(None, problem("file-missing", spot))
    except OSError:
        data = None
    return Content(None, problem("file-unreadable", spot)) if data is None else Content(data, None)


def misplaced(folder: Path, path: str, spot: Spot) -> Problem | None:
    """Whether `path` leads out of `folder`, or over a link."""
    if not is_plain(path):
        return problem("path-unsafe", spot)
    here = folder
    for part in path.split("/"):
        here = here / part
        if is_link(here):
            return problem("symlink", spot)
    return None


def size_of(folder: Path, path: str) -> int:
    """How long the file `path` under `folder` is; 0 for anything that `content` would not read."""
    if misplaced(folder, path, Spot("")) is not None:
        return 0
    try:
        seen = (folder / path).lstat()
    except OSError:
        return 0
    return seen.st_size if stat.S_ISREG(seen.st_mode) else 0
