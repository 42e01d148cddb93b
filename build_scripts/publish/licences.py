"""Whose the software and the fonts are that a site carries, and on which terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution, version
from importlib.resources import files
from typing import Final

import vl_convert

from build_scripts.model import Artifact
from build_scripts.publish.fonts import font_says

PLACE: Final = "assets/licences.txt"


@dataclass(frozen=True, slots=True)
class Shipped:
    """Something of others in a site: its name, version, copyright as its makers state it, licence (SPDX) and place."""

    name: str
    version: str
    copyright: str
    licence: str
    place: str
    address: str


def shipped() -> tuple[Shipped, ...]:
    """List what a site carries of others; versions are those that are installed."""
    return (
        Shipped(
            "Source Sans Pro, cut down and renamed Portal Sans",
            font_says("version").removeprefix("Version ").partition(";")[0],
            font_says("copyright"),
            "OFL-1.1",
            "assets/fonts/",
            "https://github.com/adobe-fonts/source-sans",
        ),
        Shipped(
            "Material for MkDocs, its styles cut down",
            version("mkdocs-material"),
            _first_line("mkdocs-material"),
            "MIT",
            "assets/theme.css",
            "https://squidfunk.github.io/mkdocs-material/",
        ),
        Shipped(
            "Pagefind",
            version("pagefind-bin"),
            "Copyright (c) Pagefind. All rights reserved.",
            "MIT",
            "pagefind/",
            "https://pagefind.app/",
        ),
        *_vega(),
    )


def _vega() -> Iterator[Shipped]:
    """Yield what the bundle of interactive charts is made of."""
    lab = "University of Washington Interactive Data Lab. All rights reserved."
    parts = (
        ("Vega, with its interpreter of expressions", vl_convert.get_vega_version(), "2015-2023", "vega"),
        ("Vega-Lite", vl_convert.get_vegalite_versions()[-1], "2015", "vega-lite"),
        ("Vega-Embed, with its tooltips", vl_convert.get_vega_embed_version(), "2015", "vega-embed"),
        ("Vega Themes", vl_convert.get_vega_themes_version(), "2016", "vega-themes"),
    )
    for name, told, years, repository in parts:
        address = f"https://github.com/vega/{repository}"
        yield Shipped(name, told, f"Copyright (c) {years}, {lab}", "BSD-3-Clause", "assets/vega.js", address)


def _first_line(package: str) -> str:
    """The first line of the licence that an installed package brings: whose it is."""
    text = distribution(package).read_text("licenses/LICENSE") or ""
    return text.strip().partition("\n")[0]


@cache
def licences_file() -> Artifact:
    """The list of what is shipped, then the words of each licence, as plain text."""
    found = shipped()
    parts = [
        f"{each.name} {each.version}\n{each.copyright}\n{each.licence} · {each.place} · {each.address}\n"
        for each in found
    ]
    for licence in sorted({each.licence for each in found}):
        words = files("build_scripts.publish").joinpath("notices", f"{licence}.txt").read_text("utf-8")
        parts.append(f"{'=' * 72}\n{licence}\n{'=' * 72}\n\n{words}")
    return Artifact(PLACE, "\n".join(parts).encode())
