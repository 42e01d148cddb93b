"""The door to Pagefind: the words of every finished page, folded, as an index that a browser reads in pieces."""

import json
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pagefind_bin import get_executable

from build_scripts.ground.kept import Kept, key_of, packed, unpacked
from build_scripts.model import HOMES, LANGUAGES, Artifact, Language, folded
from build_scripts.publish.files import write_missing
from build_scripts.publish.mkdocs import SiteError

PLACE = "pagefind"
"""Where the index lies in the site, both languages in one."""
_ENTRY = "pagefind-entry.json"
"""The list of the languages, whose order differs each time Pagefind writes it."""
_KEPT = re.compile(r"pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pagefind|.*\.pf_\w+")
"""What a search of our own needs; Pagefind's ready-made faces stay out."""
_NOT_PAGES = ("embed/", "search/", PLACE)
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_WORDLESS = re.compile(r"<(svg|script|style|nav|form|template|table|figure)\b.*?</\1>", re.DOTALL)
_NOTES = re.compile(r'<div class="term-notes\b.*?(?=<script\b)', re.DOTALL)
"""Explanations of words, which say what the glossary says."""
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


Record = tuple[str, str]
"""The address of a page below a folder for its language, and its words as a page for Pagefind."""


def write_fulltext(site: Path, records: Iterable[Record], kept: Kept | None = None) -> None:
    """Write the index of the pages into `pagefind/` of the site: the same records give the same bytes.

    Each language is looked at alone, for Pagefind holds all it looks at.

    Raises:
        SiteError: Pagefind could not make the index.
    """
    ordered = sorted(records)
    listed: dict[str, Any] = {}
    for _, own in groupby(ordered, key=lambda each: each[0].partition("/")[0]):
        found = dict(_known(list(own), kept))
        entry = json.loads(found.pop(_ENTRY, b"{}"))
        listed = {**entry, "languages": {**listed.get("languages", {}), **entry.get("languages", {})}}
        write_missing(site / PLACE, (Artifact(path, data) for path, data in found.items()))
    told = json.dumps(listed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    write_missing(site / PLACE, [Artifact(_ENTRY, told.encode())])


def _known(records: Sequence[Record], kept: Kept | None) -> Iterable[tuple[str, bytes]]:
    """The files of the index of some pages, as they were kept or else made now."""
    key = key_of("fulltext", *(part for each in records for part in each))
    found = None if kept is None else unpacked(kept.get(key))
    if found is None:
        found = list(index_of(records))
        if kept is not None:
            kept.put(key, packed(found))
    return found


def index_of(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Let Pagefind make the index; yield its files."""
    with TemporaryDirectory(prefix="portal-search-") as scratch:
        pages, made = Path(scratch, "pages"), Path(scratch, "index")
        for address, record in records:
            path = pages / address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record, encoding="utf-8")
        _run(pages, made)
        for path in sorted(made.rglob("*")):
            if path.is_file() and _KEPT.fullmatch(path.name):
                yield path.relative_to(made).as_posix(), path.read_bytes()


def record_of(path: str, html: str) -> Record | None:
    """Tell the words of a finished page that lies at `path` in the site; `None` for what is not looked for."""
    whole = f"{path.rpartition('/')[0]}/"
    language = _language(whole)
    address = whole.removeprefix(HOMES[language]).removeprefix("/")
    found = _ARTICLE.search(html)
    if found is None or address.startswith(_NOT_PAGES):
        return None
    text = _SPACE.sub(" ", folded(unescape(_TAG.sub(" ", _WORDLESS.sub(" ", _NOTES.sub("", found[1]))))))
    words = f'<html lang="{language}"><body data-pagefind-body><p>{escape(text)}</p></body></html>'
    return f"{language}/{address}", words


def _language(address: str) -> Language:
    homes = (each for each in LANGUAGES if HOMES[each] and address.startswith(HOMES[each]))
    return next(homes, LANGUAGES[0])


def _run(records: Path, made: Path) -> None:
    command = [str(get_executable()), "--site", str(records), "--output-path", str(made), "--silent"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, our words
    if done.returncode != 0:
        raise SiteError(done.stderr.decode("utf-8", "replace").strip())
