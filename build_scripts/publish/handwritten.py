"""The running text of hand-written pages, changed in the finished site: MkDocs alone makes HTML of their Markdown."""

import re
from collections.abc import Callable
from pathlib import Path

from build_scripts.ground.place import PROJECT
from build_scripts.model import HOMES, LANGUAGES, Language

Change = Callable[[Language, str, str], str]
"""Takes a language, the address of a page below its home and the HTML of its text; gives that HTML changed."""
_TEXT = re.compile(r'(?s)(?<=<div class="prose">).*?(?=</div>\s*</article>)')


def reword(root: Path, out: Path, change: Change) -> None:
    """Pass the text of every hand-written page of the site in `out` through `change`."""
    for language in LANGUAGES:
        for address in sorted(_addresses(root, language)):
            path = out / HOMES[language] / address / "index.html"
            if not path.is_file():
                continue
            page = path.read_text("utf-8")
            found = _TEXT.search(page)
            if found is not None:
                text = change(language, address, found[0])
                path.write_text(page[: found.start()] + text + page[found.end() :], encoding="utf-8")


def _addresses(root: Path, language: Language) -> set[str]:
    """Tell where the pages of the project and of the root stand, relative to the home of their language."""
    folders = (PROJECT / "docs" / "common" / language, root / "docs" / language)
    names = {
        path.relative_to(each).with_suffix("").as_posix() for each in folders for path in each.rglob("*.md")
    }
    return {"" if name == "index" else f"{name.removesuffix('/index')}/" for name in names}
