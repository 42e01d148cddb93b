"""Paths and names a stranger wrote: what is inside the folder, and what a safe name for it is."""

import re
import unicodedata
from collections.abc import Container
from typing import Final

from build_scripts.read.files import is_plain

_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|$%`~]')
_RESERVED: Final = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10)),
}
_LONGEST_PATH = 240
_LONGEST_NAME = 64


def is_remote(path: str) -> bool:
    """Whether `path` is an address on another host; a `file:` address is not, it is unsafe."""
    return _REMOTE.match(path) is not None and not path.lower().startswith("file:")


def packing(path: str) -> str:
    """The suffix that says how the file is packed, "" for none."""
    return next((suffix for suffix in (".gz", ".zip") if path.lower().endswith(suffix)), "")


def bare(path: str) -> str:
    """`path` without the suffix of its packing."""
    return path[: len(path) - len(packing(path))]


def is_inside(path: str) -> bool:
    """Whether `path` is relative and cannot lead out of its folder on any machine."""
    parts = path.split("/")
    return (
        len(path) <= _LONGEST_PATH and _UNSAFE.search(path) is None and all(_is_name(part) for part in parts)
    )


def _is_name(part: str) -> bool:
    return part not in {"", ".", ".."} and part == part.strip() and not part.endswith(".") and part[0] != "-"


def slug(text: str, otherwise: str) -> str:
    """A name of plain small letters, digits, dots, hyphens and underscores; `otherwise` when nothing is left."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9._-]+", "-", ascii_only)[:_LONGEST_NAME].strip("-._")
    if not name:
        return otherwise
    return f"{name}-data" if _reserved(name) else name


def _reserved(path: str) -> bool:
    return any(part.split(".")[0].lower() in _RESERVED for part in path.split("/"))


def unused(name: str, taken: Container[str]) -> str:
    """`name`, or `name-2`, `name-3` … when it is taken (compare in small letters)."""
    stem, dot, suffix = name.rpartition(".") if name.endswith(".csv") else (name, "", "")
    found, number = name, 2
    while found.lower() in taken:
        found, number = f"{stem}-{number}{dot}{suffix}", number + 1
    return found


def table_path(path: str, taken: Container[str]) -> str:
    """Where the table of `path` is written: the same folders and name where they are plain, always `.csv`."""
    if is_plain(path) and path.endswith(".csv") and path.lower() not in taken and not _reserved(path):
        return path
    *folders, name = bare(path).split("/")
    stem = name.rpartition(".")[0] if "." in name else name
    parts = [*(slug(folder, "data") for folder in folders), f"{slug(stem, 'table')}.csv"]
    return unused("/".join(parts), taken)
