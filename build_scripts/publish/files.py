"""Bytes to disk: only what changed is written, and what nobody wants any more goes."""

import os
import shutil
import stat
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from build_scripts.model import Artifact, Copy


def ensure_safe(artifacts: Iterable[Artifact | Copy]) -> None:
    """Raise `ValueError` for a path that could leave the folder it is written to."""
    for artifact in artifacts:
        path, parts = artifact.path, set(artifact.path.split("/"))
        if path.startswith("/") or ".." in parts or "\\" in path or not parts - {"", "."}:
            raise ValueError(f"not a path inside the site: {artifact.path!r}")


def write_missing(folder: Path, artifacts: Iterable[Artifact]) -> None:
    """Write each artifact below `folder`, unless the same bytes are there."""
    for artifact in artifacts:
        write_changed(folder / artifact.path, artifact.data)


def put_in(folder: Path, artifacts: Collection[Artifact]) -> list[str]:
    """Write artifacts below `folder`, and tell their paths.

    Raises:
        ValueError: A path leads out of the folder.
    """
    ensure_safe(artifacts)
    write_missing(folder, artifacts)
    return [each.path for each in artifacts]


def copy_in(folder: Path, copies: Iterable[Copy]) -> None:
    """Copy each file below `folder`; nothing of it is held."""
    for each in copies:
        path = folder / each.path
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(each.source, path)


def prune(folder: Path, wanted: Collection[str]) -> None:
    """Leave in `folder` only the files whose POSIX paths are `wanted`, and no folder without a file."""
    folder.mkdir(parents=True, exist_ok=True)
    base = os.fspath(folder)
    for place, folders, names in os.walk(base, topdown=False):
        inside = place[len(base) + 1 :].replace(os.sep, "/")
        links = [each for each in folders if os.path.islink(os.path.join(place, each))]
        for name in (*names, *links):
            if (f"{inside}/{name}" if inside else name) not in wanted:
                os.unlink(os.path.join(place, name))
        if inside:
            with suppress(OSError):  # something is in it
                os.rmdir(place)


def merge(source: Path, target: Path) -> None:
    """Move what lies in a folder into another one; a file that is there already stays, and its namesake goes."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.iterdir()):
        there = target / path.name
        if path.is_dir() and there.is_dir():
            merge(path, there)
        elif not there.exists():
            path.rename(there)


def lend(site: Path, folder: Path, names: Iterable[tuple[str, str]]) -> None:
    """Let files of a finished site lie in another folder too: (path in the site, path in the folder).

    They are the same files where the disk allows it, else copies.
    """
    there: set[str] = set()
    for name, other in names:
        source, place = os.path.join(site, name), os.path.join(folder, other)
        beside = os.path.dirname(place)
        if beside not in there:
            os.makedirs(beside, exist_ok=True)
            there.add(beside)
        try:
            os.link(source, place)
        except OSError:
            shutil.copyfile(source, place)


def write_changed(path: Path, data: bytes) -> None:
    """Write a file, unless the same bytes are there."""
    place = os.fspath(path)
    try:
        found = os.stat(place)
    except OSError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
    else:
        if stat.S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data:
            return
        if stat.S_ISREG(found.st_mode) and found.st_nlink > 1:
            os.unlink(place)  # it lies elsewhere too, as a file of the site that is being read
    with open(place, "wb") as opened:
        opened.write(data)


def rewrite(root: Path, artifacts: Iterable[Artifact]) -> None:
    """Write files below `root` anew, each whole or not at all; links are never followed."""
    for artifact in artifacts:
        path = root / artifact.path
        if path.is_symlink() or not path.is_file():
            raise FileNotFoundError(path)
        beside = path.with_name(f".{path.name}.new")
        beside.write_bytes(artifact.data)
        beside.replace(path)


def put(path: Path, data: bytes) -> None:
    """Write a new file where a person asked for it; one that is there already is never touched.

    Raises:
        FileExistsError: Something of that name is there.
    """
    with path.open("xb") as opened:
        opened.write(data)
