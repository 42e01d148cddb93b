"""The digest of every file of the site, in the form that `sha256sum --check` reads."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

SUMS: Final = "SHA256SUMS"


def write_sums(site: Path) -> None:
    """Write `SHA256SUMS` at the root: all files but itself, sorted by path, whatever the file system's order."""
    lines = (f"{digest(site / name)}  {name}\n" for name in sorted(files_of(site)) if name != SUMS)
    (site / SUMS).write_bytes("".join(lines).encode())


def digest(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal digits."""
    with path.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()


def files_of(site: Path) -> Iterator[str]:
    """Yield the paths of all files below a folder, and of links; folders that are links are not entered."""
    base = os.fspath(site)
    for place, folders, names in os.walk(base):
        inside = place[len(base) + 1 :].replace(os.sep, "/")
        links = (each for each in folders if os.path.islink(os.path.join(place, each)))
        yield from (f"{inside}/{each}" if inside else each for each in (*names, *links))


def listed(site: Path) -> dict[str, str]:
    """Read the digests of a site, by the paths of its files.

    Raises:
        OSError: There is no list.
    """
    lines = (site / SUMS).read_text("utf-8", errors="replace").splitlines()
    return {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}


def is_whole(site: Path) -> bool:
    """Whether a site holds the files that are on its list, as they were, and no others."""
    try:
        sums = listed(site)
        return set(files_of(site)) == {SUMS, *sums} and all(
            digest(site / name) == sum_ for name, sum_ in sums.items()
        )
    except OSError:
        return False
