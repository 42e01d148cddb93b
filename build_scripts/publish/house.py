"""What every portal carries: our styles and scripts, the theme's styles, two fonts, the bundle for interactive charts."""

from functools import cache
from pathlib import Path

from build_scripts.ground.kept import Kept, key_of, packed, unpacked
from build_scripts.ground.place import PROJECT
from build_scripts.model import Artifact
from build_scripts.publish.bill import bill_file
from build_scripts.publish.fonts import web_fonts
from build_scripts.publish.licences import licences_file
from build_scripts.publish.theme import bare, theme_sheet
from build_scripts.publish.vega import vega_bundle

THEME = PROJECT / "build_scripts" / "present" / "theme"
ASSETS = PROJECT / "build_scripts" / "present" / "assets"


def house_files(kept: Kept | None = None) -> tuple[Artifact, ...]:
    """The files below `assets/`, the same for every portal."""
    if kept is None:
        return _house_files()
    key = key_of("house", (PROJECT / "requirements.txt").read_bytes())
    found = unpacked(kept.get(key))
    if found is None:
        found = [(each.path, each.data) for each in _house_files()]
        kept.put(key, packed(found))
    return tuple(Artifact(*each) for each in found)


@cache
def _house_files() -> tuple[Artifact, ...]:
    own = (
        Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", _bare(path))
        for path in sorted(ASSETS.rglob("*"))
        if path.is_file()
    )
    return (
        *own,
        theme_sheet(),
        *web_fonts(),
        vega_bundle(),
        licences_file(),
        bill_file(PROJECT / "requirements.txt"),
    )


def _bare(path: Path) -> bytes:
    """Read a file; a style sheet goes to readers without what only its editors need."""
    return bare(path.read_text(encoding="utf-8")).encode() if path.suffix == ".css" else path.read_bytes()
