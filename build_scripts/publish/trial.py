"""A copy of the packages with some files written anew, to see what a check would say before anything is changed."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from build_scripts.model import Artifact
from build_scripts.publish.files import ensure_safe, write_missing

_HISTORY = ".releases"


@contextmanager
def trial(root: Path, files: Iterable[Artifact]) -> Iterator[Path]:
    """Give a root of its own with the packages under `root` and `files` (relative to it) over them; gone afterwards.

    Earlier versions are left out: which number the next one is due is no matter of a trial.
    """
    new = tuple(files)
    ensure_safe(new)
    with tempfile.TemporaryDirectory() as made:
        beside = Path(made)
        shutil.copytree(root / "datapackages", beside / "datapackages", symlinks=True, ignore=_odd)
        write_missing(beside, new)
        yield beside


def _odd(folder: str, names: list[str]) -> list[str]:
    """Leave out earlier versions, and what is neither a file, a folder nor a link."""
    paths = ((name, Path(folder) / name) for name in names)
    return [
        name
        for name, path in paths
        if name == _HISTORY or not (path.is_symlink() or path.is_file() or path.is_dir())
    ]
