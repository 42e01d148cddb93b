"""The configuration MkDocs gets: the project's, what the root says differently, and the pages there are."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from build_scripts.ground.place import PROJECT
from build_scripts.model import HOMES, Imprint, Language
from build_scripts.publish.archive import README
from build_scripts.publish.house import THEME
from build_scripts.publish.mkdocs import SiteError

NOT_FROM_A_ROOT = ("INHERIT", "docs_dir", "site_dir", "plugins", "hooks")
"""Keys of another root's mkdocs.yml that are left aside: places are ours, and a data folder runs no code."""

FILES: Mapping[Language, tuple[str, ...]] = {"vi": ("mkdocs.yml",), "en": ("mkdocs.yml", "mkdocs.en.yml")}
"""What makes up the configuration of a language, the later over the earlier."""

Settings = dict[str, Any]

_WEB = re.compile(r"https?://[^\s\"'<>]+")


def imprint(root: Path, language: Language) -> Imprint:
    """Read the portal's name, and where its site and its data stand: `site_url`, `repo_url`, `edit_uri`, "" if not set."""
    own = settings(root, language)
    repository = _said(own, "repo_url").rstrip("/")
    return Imprint(
        name=str(own["site_name"]),
        address=_address(own),
        repository=repository if _WEB.fullmatch(repository) else "",
        edit=_said(own, "edit_uri"),
    )


def write_settings(
    root: Path,
    language: Language,
    pages: frozenset[str],
    alone: frozenset[str],
    files: Iterable[str] = (),
) -> Path:
    """Write `build/mkdocs.<language>.yml` for the staged `pages` and return its path.

    The pages name the feed, the icons and the share pictures only where they are among `files` of the site.
    """
    own = settings(root, language)
    address = _address(own)
    beside = frozenset(files)
    places = {
        "site_url": address + HOMES[language] if address else "",
        "repo_url": "",  # the pages have links of their own to it
        "edit_uri": "",
        "docs_dir": f"docs/{language}",
        "site_dir": f"site/{language}",
        "theme": {"custom_dir": str(THEME)},
        "nav": existing(own["nav"], pages),
        "extra": {
            "alone": sorted(alone),
            "root": address,
            "feed": f"{HOMES[language]}feed.xml" in beside,
            "icons": "favicon.ico" in beside,
            "picture": f"share/{language}/home.png" in beside,
            "zip": README in beside,
        },
    }
    path = root / "build" / f"mkdocs.{language}.yml"
    path.write_text(
        yaml.safe_dump(merged(own, places), allow_unicode=True, sort_keys=False), encoding="utf-8"
    )
    return path


def _said(own: Mapping[str, Any], key: str) -> str:
    given = own.get(key)
    return "" if given is None else str(given).strip()


def _address(own: Mapping[str, Any]) -> str:
    """Tell where the root of the site stands: `site_url`, which MkDocs wants below the language for the second one."""
    address = _said(own, "site_url")
    return f"{address.rstrip('/')}/" if address else ""


def settings(root: Path, language: Language) -> Settings:
    """The project's settings for a language, with those of the root laid over them."""
    house = _read(PROJECT, language)
    if root == PROJECT:
        return house
    neutral = house["extra"]
    named = {
        "site_name": neutral["neutral_name"],
        "site_description": "",
        "site_url": "",
        "repo_url": "",
        "edit_uri": "",
        "copyright": neutral["neutral_rights"],
    }
    given = {key: value for key, value in _read(root, language).items() if key not in NOT_FROM_A_ROOT}
    return merged(merged(house, named), given)


def merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> Settings:
    """Both mappings as one; `above` wins, mappings are merged, lists are replaced."""
    result = dict(below)
    for key, value in above.items():
        old = result.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        result[key] = merged(old, value) if both else value  # type: ignore[arg-type]
    return result


def existing(nav: list[Any], pages: frozenset[str]) -> list[Any]:
    """The navigation without the pages that are not there, nor the sections this leaves empty."""
    kept: list[Any] = []
    for entry in nav:
        if isinstance(entry, str):
            kept += [entry] if entry in pages else []
            continue
        for title, inside in entry.items():
            if isinstance(inside, list):
                below = existing(inside, pages)
                kept += [{title: below}] if below else []
            else:
                kept += [{title: inside}] if inside in pages or "://" in inside else []
    return kept


def _read(folder: Path, language: Language) -> Settings:
    result: Settings = {}
    for name in FILES[language]:
        path = folder / name
        if not path.is_file():
            continue
        try:
            found = yaml.safe_load(path.read_text(encoding="utf-8"))
        except (yaml.YAMLError, UnicodeDecodeError) as error:
            raise SiteError(f"{path}: {error}") from error
        if not isinstance(found, dict):
            raise SiteError(f"{path}: not a list of settings")
        found.pop("INHERIT", None)
        result = merged(result, found)
    return result
