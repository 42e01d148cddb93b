"""The finished site takes the place of the old one in a moment, or not at all."""

import ctypes
import os
import sys
from pathlib import Path
from shutil import rmtree
from typing import Final

from build_scripts.publish.mkdocs import SiteError

MARK = "assets/portal.css"
"""A file by which a folder is known to be a portal, and may be replaced."""
_HERE: Final = -100
"""`AT_FDCWD`: paths are as one stands."""
_EXCHANGE: Final = 2
"""`RENAME_EXCHANGE`, since Linux 3.15."""


def ensure_replaceable(out: Path) -> None:
    """Raise `SiteError` when `out` is something other than a portal or an empty folder."""
    if not out.exists():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / MARK).is_file()):
        raise SiteError(f"{out} holds something that is not a portal: it will not be replaced")


def swap_in(new: Path, out: Path) -> None:
    """Put `new` where `out` is; the old site goes only when the new one is in place.

    Where the system can, both change places in one step: at no moment is there no site, whenever the power goes.
    Elsewhere the old site lies beside for the time between two steps, and `restore` finds it there.
    """
    if out.exists() and exchanged(new, out):
        clear(new)
        return
    old = clear(_beside(out))
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        restore(out)
        raise
    clear(old)


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places at once; `False` where the system or its disk has no such step."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        step = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # a C library without it
        return False
    return bool(step(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


def restore(out: Path) -> None:
    """Put an old site back that was left beside its place when a build was ended between two steps."""
    old = _beside(out)
    if old.is_dir() and not out.exists():
        old.rename(out)


def _beside(out: Path) -> Path:
    return out.with_name(out.name + ".old")


def clear(path: Path) -> Path:
    """Remove a folder of our own making, if it is there, and return its path."""
    if path.exists():
        rmtree(path)
    return path
