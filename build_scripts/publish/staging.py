"""The pages of a build laid out for MkDocs: generated ones and hand-written ones, under a folder git ignores."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from build_scripts.ground.place import PROJECT
from build_scripts.model import HOMES, LANGUAGES, Artifact, Language, Written
from build_scripts.publish.files import ensure_safe, lend, prune, write_changed
from build_scripts.publish.mkdocs import SiteError

_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)

Pages = dict[str, bytes]
"""Path below a language -> Markdown, and whatever pictures lie beside hand-written pages."""
_UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that YAML does not take."""


class Staging:
    """Lays pages out for MkDocs as they come: what any portal has, what is generated, what the root wrote itself.

    Where two have the same path, the later of these three counts. Files that are the same already are not touched.
    """

    def __init__(self, root: Path) -> None:
        """Begin with the pages that the root wrote itself."""
        self._folder = root / "build" / "docs"
        self._own = {each: _written(root / "docs" / each) for each in LANGUAGES}
        self._paths: dict[Language, set[str]] = {each: set() for each in LANGUAGES}
        for language, pages in self._own.items():
            self._lay(language, pages)

    def folder(self, language: Language) -> Path:
        """Where the pages of a language lie."""
        return self._folder / language

    def put(self, pages: Iterable[Artifact]) -> None:
        """Lay generated pages out, `vi/index.md`, `en/…`."""
        pages = list(pages)
        ensure_safe(pages)
        for artifact in pages:
            for language in LANGUAGES:
                path = artifact.path.removeprefix(f"{language}/")
                if path != artifact.path and path not in self._own[language]:
                    _ensure_readable(artifact.path, artifact.data)
                    self._lay(language, {path: artifact.data})

    def close(self) -> dict[Language, frozenset[str]]:
        """Add the pages that any portal has, and remove what nobody wants any more; the paths of each language."""
        for language, paths in self._paths.items():
            common = _written(PROJECT / "docs" / "common" / language)
            self._lay(language, {path: data for path, data in common.items() if path not in paths})
            prune(self._folder / language, paths)
        return {language: frozenset(paths) for language, paths in self._paths.items()}

    def lend(self, site: Path, names: Collection[str]) -> None:
        """Let the files of the finished site lie beside the pages, so that other tools make a whole site of them too.

        Markdown among them does not, for it would become a page.
        """
        for language, paths in self._paths.items():
            there = ((name, path) for name, path in below(language, names) if path not in paths)
            lend(site, self._folder / language, (each for each in there if not each[1].endswith(".md")))

    def _lay(self, language: Language, pages: Pages) -> None:
        for path, data in pages.items():
            write_changed(self._folder / language / path, data)
            self._paths[language].add(path)


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


def below(language: Language, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the files that lie below the home of a language, and their paths seen from there.

    Files that lie below another home only are not the first language's to carry.
    """
    home = HOMES[language]
    others = tuple(HOMES[each] for each in LANGUAGES if each != language and HOMES[each])
    for name in names:
        if name.startswith(home) and (home or not name.startswith(others)):
            yield name, name.removeprefix(home)


def addresses(pages: Collection[str]) -> frozenset[str]:
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
    head, body, _ = data.partition(b"\nbody: ")  # which is long, and a string as JSON writes them
    if not isinstance(_matter(path, head).get("title"), str):
        raise SiteError(f"{path}: no title in the front matter")
    if body and _UNREADABLE.search(data.decode("utf-8", "replace")):
        raise SiteError(f"{path}: signs that cannot be read")


def _matter(path: str, data: bytes) -> Mapping[str, Any]:
    """Read the front matter of a page; `SiteError` for one that is not YAML."""
    try:
        head = data.decode("utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        meta = yaml.load(head, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both loaders are safe
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise SiteError(f"{path}: {error}") from error
    return meta if isinstance(meta, dict) else {}
