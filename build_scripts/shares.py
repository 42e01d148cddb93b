"""How a change is shared out: which packages differ between two folders, and who looks at which.

It is run as a file, `python -I shares.py BASE HEAD`, before anything is installed, and prints how many shares there
are, each as "2/4" in a JSON list; none when one machine is enough. Nothing of the packages is printed, not even a name.
"""

import json
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

_FOLDER: Final = "datapackages"
_MOST: Final = 8
_WORTH: Final = 10_000_000
"""Bytes that are worth a machine of their own: to set one up takes longer than to check less."""
_PIECE: Final = 1_000_000
_DEEPEST: Final = 8
_FILES: Final = 2_000
"""More files than a package may have; nobody counts them further."""

Sizes = Mapping[str, int]
"""How many bytes there are in each package, by the name of its folder."""


def shares(changed: Sizes) -> list[str]:
    """Every share of these packages, written as which of how many."""
    count = min(_MOST, len(changed), sum(changed.values()) // _WORTH + 1)
    return [f"{number}/{count}" for number in range(1, count + 1)] if count > 1 else []


def share_of(changed: Sizes, number: int, count: int) -> list[str]:
    """The packages that the share `number` of `count` looks at: the largest goes where there is least."""
    names: list[list[str]] = [[] for _ in range(count)]
    held = [0] * count
    for name in sorted(changed, key=lambda each: (-changed[each], each)):
        place = held.index(min(held))
        names[place].append(name)
        held[place] += changed[name] + 1
    return sorted(names[number - 1])


def changed_packages(base: Path, head: Path) -> dict[str, int]:
    """The packages below `head` of which anything differs from what is below `base`; no link is followed."""
    return {
        name: sum(size for _, size in found.values())
        for name in _folders(head)
        if _differs(
            base / _FOLDER / name, head / _FOLDER / name, found := dict(_files(head / _FOLDER / name))
        )
    }


def _folders(root: Path) -> list[str]:
    folder = root / _FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return []
    with os.scandir(folder) as found:
        return sorted(
            each.name
            for each in found
            if each.is_dir(follow_symlinks=False) and not each.name.startswith(".")
        )


def _differs(base: Path, head: Path, found: Mapping[str, tuple[int, int]]) -> bool:
    if base.is_symlink() or not base.is_dir() or dict(_files(base)) != found:
        return True
    return any(
        not stat.S_ISREG(mode) or not _is_same(base / path, head / path) for path, (mode, _) in found.items()
    )


def _files(folder: Path, depth: int = 0) -> Iterator[tuple[str, tuple[int, int]]]:
    """Everything in a folder that is no folder: its path, its mode and its size."""
    with os.scandir(folder) as listed:
        entries = sorted(listed, key=lambda each: each.name)[:_FILES]
    for entry in entries:
        if entry.is_dir(follow_symlinks=False) and depth < _DEEPEST:
            for path, seen in _files(folder / entry.name, depth + 1):
                yield f"{entry.name}/{path}", seen
        else:
            seen_now = entry.stat(follow_symlinks=False)
            yield entry.name, (seen_now.st_mode, seen_now.st_size)


def _is_same(one: Path, other: Path) -> bool:
    with one.open("rb") as first, other.open("rb") as second:
        while piece := first.read(_PIECE):
            if piece != second.read(_PIECE):
                return False
        return not second.read(1)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(shares(changed_packages(Path(sys.argv[1]), Path(sys.argv[2])))) + "\n")
