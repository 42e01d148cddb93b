"""What lies in a package's folder, seen without opening anything."""

import os
import stat
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_scripts.ground.git_index import EXECUTABLE, LINK, SUBMODULE
from build_scripts.model import Problem
from build_scripts.read.files import is_plain
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.gate.names import collisions, is_device
from build_scripts.read.problems import Spot, problem

DESCRIPTOR: Final = "datapackage.json"
_BESIDE: Final = frozenset({DESCRIPTOR, "README.md", "README.en.md"})
_DEEPEST: Final = 8
_ODD: Final = {LINK: "symlink", SUBMODULE: "submodule", EXECUTABLE: "file-executable"}
_RUNNABLE: Final = stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH
_PASSIVE: Final = (".geojson", ".topojson", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".pdf", ".txt")
_TABLES: Final = (".csv", ".tsv")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the folder with what `lstat` says of it; `path` is relative to the package."""

    path: str
    mode: int
    size: int
    links: int
    node: tuple[int, int]

    @property
    def is_file(self) -> bool:
        """Whether it is an ordinary file."""
        return stat.S_ISREG(self.mode)


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything in a package's folder; `whole` is false when there is more than a package may hold."""

    entries: tuple[Entry, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Modes:
    """What is known of file modes besides `lstat`: those git keeps, and whether the disk's own mean anything."""

    git: Mapping[str, int]
    are_kept: bool = True


def listing(folder: Path) -> Listing:
    """Walk a folder without following links, no farther than the limit."""
    entries: list[Entry] = []
    for entry in _walk(folder, "", 0):
        entries.append(entry)
        if len(entries) > LIMITS["files"].most:
            return Listing(tuple(entries), whole=False)
    return Listing(tuple(sorted(entries, key=lambda each: each.path)), whole=True)


def _walk(folder: Path, prefix: str, depth: int) -> Iterator[Entry]:
    try:
        with os.scandir(folder) as found:
            names = sorted(each.name for each in found)
    except OSError:
        return
    for name in names:
        seen = (folder / name).lstat()
        yield Entry(
            f"{prefix}{name}".encode("utf-8", "backslashreplace").decode(),
            seen.st_mode,
            seen.st_size,
            seen.st_nlink,
            (seen.st_dev, seen.st_ino),
        )
        if stat.S_ISDIR(seen.st_mode) and depth < _DEEPEST:
            yield from _walk(folder / name, f"{prefix}{name}/", depth + 1)


def size_problems(found: Listing, place: str, *, large: bool = False) -> Iterator[Problem]:
    """Whether the folder holds too much, or a file in it is too long; more is allowed when there may be `large` tables."""
    if not found.whole:
        many = too_large("files", Spot(place), len(found.entries))
        yield from () if many is None else (many,)
        return
    files = [entry for entry in found.entries if entry.is_file]
    whole = too_large(
        "large-package" if large else "package", Spot(place), sum(entry.size for entry in files)
    )
    if whole is not None:
        yield whole
    for entry in files:
        name = "large-file" if large and entry.path.lower().endswith(_TABLES) else "file"
        name = "descriptor" if entry.path == DESCRIPTOR else name
        over = too_large(name, Spot(f"{place}/{entry.path}"), entry.size)
        if over is not None:
            yield over


def entry_problems(found: Listing, place: str, modes: Modes) -> Iterator[Problem]:
    """Links, programs, devices, submodules, and names that cannot stand beside each other on every machine."""
    names = Counter(entry.node for entry in found.entries)
    for entry in found.entries:
        spot = Spot(f"{place}/{entry.path}", None, None, entry.path)
        code = _odd_mode(entry, modes.git.get(spot.file), modes)
        if code is not None:
            yield problem(code, spot)
        if entry.is_file and entry.links > names[entry.node]:
            yield problem("hard-link", spot)
        if is_device(entry.path):
            yield problem("name-reserved", spot)
    seen = {f"{place}/{entry.path}" for entry in found.entries}
    for file, mode in modes.git.items():
        if file.startswith(f"{place}/") and file not in seen and mode in _ODD:
            yield problem(_ODD[mode], Spot(file, None, None, file.removeprefix(f"{place}/")))
    for path, other in collisions(entry.path for entry in found.entries):
        yield problem("name-collision", Spot(f"{place}/{path}", None, None, path), other=other)


def _odd_mode(entry: Entry, git: int | None, modes: Modes) -> str | None:
    """The code for an entry that is no plain file or folder, on the disk or in git."""
    if stat.S_ISLNK(entry.mode):
        return "symlink"
    if git in _ODD:
        return _ODD[git]
    if not entry.is_file:
        return None if stat.S_ISDIR(entry.mode) else "file-special"
    return "file-executable" if modes.are_kept and entry.mode & _RUNNABLE else None


def unlisted_problems(found: Listing, place: str, listed: Collection[str]) -> Iterator[Problem]:
    """Files that the descriptor does not list, and files of a kind that no package may hold."""
    for entry in found.entries:
        if not entry.is_file or entry.path in _BESIDE:
            continue
        spot = Spot(f"{place}/{entry.path}", None, None, entry.path)
        if entry.path not in listed:
            yield problem("file-unlisted", spot)
        elif not entry.path.lower().endswith((*_TABLES, *_PASSIVE)) and is_plain(entry.path):
            yield problem("file-kind", spot)
    inside = {entry.path for entry in found.entries}
    for entry in found.entries:
        is_empty = stat.S_ISDIR(entry.mode) and not any(each.startswith(f"{entry.path}/") for each in inside)
        if is_empty and entry.path.rpartition("/")[2].startswith("."):
            yield problem("file-unlisted", Spot(f"{place}/{entry.path}", None, None, entry.path))
