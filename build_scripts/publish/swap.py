"""The finished site takes the place of the old one in a moment, or not at all."""

from pathlib import Path
from shutil import rmtree

from build_scripts.publish.mkdocs import SiteError

MARK = "assets/portal.css"
"""A file by which a folder is known to be a portal, and may be replaced."""


def ensure_replaceable(out: Path) -> None:
    """Raise `SiteError` when `out` is something other than a portal or an empty folder."""
    if not out.exists():
        return
    if not out.is_dir() or (any(out.iterdir()) and not (out / MARK).is_file()):
        raise SiteError(f"{out} holds something that is not a portal: it will not be replaced")


def swap_in(new: Path, out: Path) -> None:
    """Put `new` where `out` is; the old site goes only when the new one is in place."""
    old = clear(out.with_name(out.name + ".old"))
    if out.exists():
        out.rename(old)
    try:
        new.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    clear(old)


def clear(path: Path) -> Path:
    """Remove a folder of our own making, if it is there, and return its path."""
    if path.exists():
        rmtree(path)
    return path
