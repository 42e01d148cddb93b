"""Whether a site is what would be built again: nothing that it is made of has changed, nor a byte of it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from build_scripts.ground.git_index import modes_under
from build_scripts.ground.kept import Kept, key_of
from build_scripts.ground.place import PROJECT
from build_scripts.ground.sums import SUMS, is_whole

_SETTINGS: Final = ("mkdocs.yml", "mkdocs.en.yml")
_PLACES: Final = ("datapackages", "docs")


STORE: Final = PROJECT / "build" / "kept"
"""Where things are kept if nobody says where: beside our own code, never in a folder that came from others."""


def is_current(kept: Kept, key: str, out: Path) -> bool:
    """Whether `out` is the whole and unaltered site that was built of what has this `key`."""
    digest = kept.get(key)
    return digest is not None and (out / SUMS).is_file() and _sum(out) == digest and is_whole(out)


def remember(kept: Kept, key: str, out: Path) -> None:
    """Keep in mind that `out` was built, without any problem, of what had this `key` when the build began."""
    kept.put(key, _sum(out))


def _sum(out: Path) -> bytes:
    return hashlib.sha256((out / SUMS).read_bytes()).digest()


def key_now(root: Path, *, zipped: bool) -> str:
    """The key of all that a site is made of, as it lies under `root` now."""
    found = hashlib.sha256()
    for path in _files(root):
        name = path.as_posix().encode("utf-8", "surrogateescape")
        found.update(name + b"\0" + f"{path.lstat().st_mode}".encode() + b"\0")
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as opened:
                found.update(hashlib.file_digest(opened, "sha256").digest())
    return key_of("site", str(root.resolve()), str(zipped), repr(modes_under(root)), found.digest())


def _files(root: Path) -> Iterator[Path]:
    for base in dict.fromkeys((root.resolve(), PROJECT)):
        yield from (path for name in _SETTINGS if (path := base / name).exists())
        for name in _PLACES if base == root.resolve() else ("docs/common",):
            yield from sorted((base / name).rglob("*"))
    yield PROJECT / "requirements.txt"
