"""The pages of a build laid out for MkDocs: generated ones and hand-written ones, under a folder git ignores."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from build_scripts.model import HOMES, LANGUAGES, Artifact, Language, Written
from build_scripts.publish.files import ensure_safe, mirror
from build_scripts.publish.house import PROJECT
from build_scripts.publish.mkdocs import SiteError

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)

Pages = dict[str, bytes]
"""Path below a language -> Markdown, and whatever pictures lie beside hand-written pages."""


def staged_pages(root: Path, generated: Iterable[Artifact]) -> dict[Language, Pages]:
    """Every page of each language: what any portal has, then what was generated, then what the root wrote itself."""
    generated = list(generated)
    ensure_safe(generated)
    staged: dict[Language, Pages] = {}
    for language in LANGUAGES:
        made = {
            artifact.path.removeprefix(f"{language}/"): artifact.data
            for artifact in generated
            if artifact.path.startswith(f"{language}/")
        }
        for path, data in made.items():
            _ensure_readable(f"{language}/{path}", data)
        common = _written(PROJECT / "docs" / "common" / language)
        staged[language] = {**common, **made, **_written(root / "docs" / language)}
    return staged


def written_pages(root: Path) -> Iterator[Written]:
    """Yield what each hand-written page of each language says it is; one without a title is nobody's to find."""
    for language in LANGUAGES:
        pages = {**_written(PROJECT / "docs" / "common" / language), **_written(root / "docs" / language)}
        for path, data in pages.items():
            for address in addresses({path: data}):
                title, described = _introduced(data.decode("utf-8", "replace"))
                if title:
                    yield Written(language, address, title, described)


def _introduced(text: str) -> tuple[str, str]:
    """Read the title and the description of a page; what is wrong with it is MkDocs' to say."""
    matter: Mapping[str, Any] = {}
    if text.startswith("---\n"):
        with suppress(SiteError):
            matter = _matter("", text.encode())
    heading = _HEADING.search(text)
    title = matter.get("title", heading[1] if heading is not None else "")
    described = matter.get("description", "")
    return str(title).strip(), str(described).strip()


def write_stage(folder: Path, pages: Pages, files: Iterable[Artifact]) -> None:
    """Make `folder` hold exactly these pages and files, touching only what changed.

    The files go along so that `mkdocs build` or `zensical build` by hand makes a whole site too; Markdown among
    them does not, for it would become a page.
    """
    beside = {artifact.path: artifact.data for artifact in files if not artifact.path.endswith(".md")}
    mirror(folder, {**beside, **pages})


def below(language: Language, files: Iterable[Artifact]) -> Iterator[Artifact]:
    """Yield the files that lie below the home of a language, their paths seen from there.

    Files that lie below another home only are not the first language's to carry.
    """
    others = tuple(HOMES[each] for each in LANGUAGES if each != language and HOMES[each])
    for each in files:
        if HOMES[language] and each.path.startswith(HOMES[language]):
            yield Artifact(each.path.removeprefix(HOMES[language]), each.data)
        elif not HOMES[language] and not each.path.startswith(others):
            yield each


def addresses(pages: Mapping[str, bytes]) -> frozenset[str]:
    """Where the pages will be found, relative to the home of their language: `targets/`, "" for home."""
    names = (path.removesuffix(".md") for path in pages if path.endswith(".md"))
    return frozenset("" if name == "index" else f"{name.removesuffix('/index')}/" for name in names)


def _written(folder: Path) -> Pages:
    """Files below a folder of hand-written pages; links out of it are not followed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def _ensure_readable(path: str, data: bytes) -> None:
    """Raise `SiteError` for front matter that MkDocs would drop in silence, leaving an empty page."""
    if not isinstance(_matter(path, data).get("title"), str):
        raise SiteError(f"{path}: no title in the front matter")


def _matter(path: str, data: bytes) -> Mapping[str, Any]:
    """Read the front matter of a page; `SiteError` for one that is not YAML."""
    try:
        head = data.decode("utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        meta = yaml.load(head, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both loaders are safe
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"{path}: {error}") from error
    return meta if isinstance(meta, dict) else {}
