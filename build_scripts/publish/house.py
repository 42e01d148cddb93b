"""What every portal carries: our style sheet and script, the two fonts, the bundle for interactive charts."""

from functools import cache
from pathlib import Path

from build_scripts.model import Artifact
from build_scripts.publish.fonts import web_fonts
from build_scripts.publish.vega import vega_bundle

PROJECT = Path(__file__).resolve().parents[2]
"""Where mkdocs.yml and docs/ lie: what a root does not bring falls back to these."""

THEME = PROJECT / "build_scripts" / "present" / "theme"
ASSETS = PROJECT / "build_scripts" / "present" / "assets"


@cache
def house_files() -> tuple[Artifact, ...]:
    """The files below `assets/`, the same for every portal."""
    own = (
        Artifact(f"assets/{path.relative_to(ASSETS).as_posix()}", path.read_bytes())
        for path in sorted(ASSETS.rglob("*"))
        if path.is_file()
    )
    return (*own, *web_fonts(), vega_bundle())
