"""The door to Pagefind: the words of every finished page, folded, as an index that a browser reads in pieces."""

import json
import re
import subprocess
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind_bin import get_executable

from build_scripts.model import HOMES, LANGUAGES, Language, folded
from build_scripts.publish.mkdocs import SiteError

PLACE = "pagefind"
"""Where the index lies in the site, both languages in one."""
_KEPT = re.compile(r"pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pagefind|.*\.pf_\w+")
"""What a search of our own needs; Pagefind's ready-made faces stay out."""
_NOT_PAGES = ("embed/", "search/", PLACE)
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_WORDLESS = re.compile(r"<(svg|script|style|nav|form|template|table)\b.*?</\1>", re.DOTALL)
_NOTES = re.compile(r'<div class="term-notes\b.*?(?=<script\b)', re.DOTALL)
"""Explanations of words, which say what the glossary says."""
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


def write_fulltext(site: Path) -> None:
    """Write the index of the finished `site` into its `pagefind/`: the same pages give the same bytes.

    Raises:
        SiteError: Pagefind could not make the index.
    """
    with TemporaryDirectory(prefix="portal-search-") as scratch:
        records, made = Path(scratch, "pages"), Path(scratch, "index")
        for address, record in _records(site):
            path = records / address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record, encoding="utf-8")
        _run(records, made)
        for path in sorted(made.rglob("*")):
            if path.is_file() and _KEPT.fullmatch(path.name):
                target = site / PLACE / path.relative_to(made)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(_ordered(path))


def _ordered(path: Path) -> bytes:
    """Read a file of the index; Pagefind writes the languages of its list in any order."""
    data = path.read_bytes()
    if path.suffix != ".json":
        return data
    return json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _records(site: Path) -> Iterator[tuple[str, str]]:
    """Yield the address of each page below a folder for its language, and its words as a page for Pagefind."""
    for path in sorted(site.rglob("index.html")):
        whole = path.parent.relative_to(site).as_posix().removeprefix(".")
        language = _language(f"{whole}/")
        address = f"{whole}/".removeprefix(HOMES[language]).removeprefix("/")
        found = _ARTICLE.search(path.read_text(encoding="utf-8"))
        if found is not None and not address.startswith(_NOT_PAGES):
            text = _SPACE.sub(
                " ", folded(unescape(_TAG.sub(" ", _WORDLESS.sub(" ", _NOTES.sub("", found[1])))))
            )
            yield (
                f"{language}/{address}",
                f'<html lang="{language}"><body data-pagefind-body><p>{escape(text)}</p></body></html>',
            )


def _language(address: str) -> Language:
    homes = (each for each in LANGUAGES if HOMES[each] and address.startswith(HOMES[each]))
    return next(homes, LANGUAGES[0])


def _run(records: Path, made: Path) -> None:
    command = [str(get_executable()), "--site", str(records), "--output-path", str(made), "--silent"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - no shell, our words
    if done.returncode != 0:
        raise SiteError(done.stderr.decode("utf-8", "replace").strip())
