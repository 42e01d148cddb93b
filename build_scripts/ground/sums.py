"""The digest of every file of the site, in the form that `sha256sum --check` reads."""

import hashlib
from pathlib import Path
from typing import Final

SUMS: Final = "SHA256SUMS"
_PIECE: Final = 1 << 20


def write_sums(site: Path) -> None:
    """Write `SHA256SUMS` at the root: all files but itself, sorted by path, whatever the file system's order."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files.pop(SUMS, None)
    lines = (f"{digest(files[name])}  {name}\n" for name in sorted(files))
    (site / SUMS).write_bytes("".join(lines).encode())


def digest(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal digits."""
    found = hashlib.sha256()
    with path.open("rb") as data:
        while piece := data.read(_PIECE):
            found.update(piece)
    return found.hexdigest()


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
        names = {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()}
        return names == {SUMS, *sums} and all(digest(site / name) == sum_ for name, sum_ in sums.items())
    except OSError:
        return False
