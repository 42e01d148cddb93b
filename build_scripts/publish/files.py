"""Bytes to disk: only what changed is written, and what nobody wants any more goes."""

import shutil
from collections.abc import Collection, Iterable
from pathlib import Path, PurePosixPath

from build_scripts.model import Artifact, Copy


def ensure_safe(artifacts: Iterable[Artifact | Copy]) -> None:
    """Raise `ValueError` for a path that could leave the folder it is written to."""
    for artifact in artifacts:
        path = PurePosixPath(artifact.path)
        if path.is_absolute() or ".." in path.parts or "\\" in artifact.path or not path.parts:
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
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


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
    for name, other in names:
        place = folder / other
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            place.hardlink_to(site / name)
        except OSError:
            shutil.copyfile(site / name, place)


def write_changed(path: Path, data: bytes) -> None:
    """Write a file, unless the same bytes are there."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_file() and path.stat().st_nlink > 1:
        path.unlink()  # it lies elsewhere too, as a file of the site that is being read
    path.write_bytes(data)


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
