"""The door to MkDocs: each language in a process of its own, side by side, strict."""

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import rmtree

WASTE = ("images", "javascripts", "stylesheets")
"""Below `assets/`: the theme's scripts, its mark and its whole style sheets, which no page of the portal asks for."""


class SiteError(Exception):
    """The site could not be made; the message is for the person who builds it."""


def run_mkdocs(targets: Mapping[Path, Path], jobs: int) -> None:
    """Build each configuration into its folder, so many at once; raise `SiteError` with what MkDocs said if one fails."""
    with ThreadPoolExecutor(max_workers=jobs) as pool:
        complaints = list(pool.map(_build, targets.keys(), targets.values()))
    text = "\n".join(complaint for complaint in complaints if complaint)
    if text:
        raise SiteError(text)
    for site in targets.values():
        _remove_waste(site)


def _build(config: Path, site: Path) -> str:
    """Run MkDocs; what it complained of, or "" when all is well.

    `-P` keeps the folder one stands in from lending it modules: it may be a stranger's.
    """
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site)]
    # A fixed date and no advertising: the same pages give the same bytes.
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 - no shell, our words
    if done.returncode == 0:
        return ""
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    said = "\n".join(line for line in lines if line.strip() and not line.startswith("INFO"))
    return said if said else f"MkDocs stopped with code {done.returncode}"


def _remove_waste(site: Path) -> None:
    for name in WASTE:
        rmtree(site / "assets" / name, ignore_errors=True)
    for source_map in (site / "assets").rglob("*.map"):
        source_map.unlink()
    # Without the site's own address MkDocs can only write an empty list of pages.
    sitemap = site / "sitemap.xml"
    if sitemap.is_file() and b"<loc>" not in sitemap.read_bytes():
        sitemap.unlink()
        (site / "sitemap.xml.gz").unlink(missing_ok=True)
