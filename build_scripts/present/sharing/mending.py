"""Where a reader goes to correct what a page says or to add a source: a form that knows the page, or the file itself.

Where nobody has said in which repository the data lie, the links lead to the page that tells how to write in; an address
is never made up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode, urlsplit

from build_scripts.model import HOMES, Imprint, Language
from build_scripts.present.say import Say
from build_scripts.present.scene import Link

MEND, SOURCE, TABLE = "mend-a-figure.yml", "add-a-source.yml", "send-a-table.yml"
"""The forms, as they are called in `.github/ISSUE_TEMPLATE`."""
_HOW: Final[Mapping[str, str]] = {
    MEND: "contribute/#mistake",
    SOURCE: "contribute/#source",
    TABLE: "contribute/#table",
}
_BRANCH: Final = re.compile(r"(?:edit|blob)/([\w.-]+)/")
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Mending:
    """The three doors; `file` is `None` where nobody has said in which repository the data lie."""

    mend: Link
    source: Link
    file: Link | None


@dataclass(frozen=True, slots=True)
class Place:
    """A page that can be mended: where it is below the language's root, its title, its leading figure, its data file."""

    address: str
    title: str
    seen: str = ""
    file: str = ""


def mending(imprint: Imprint, say: Say, place: Place) -> Mending:
    """Lead from a page to the forms, filled in as far as the page knows, and to the file."""
    page = _whole(imprint, say.language, place.address)
    asked = {"title": place.title, "page": page, **({"seen": place.seen} if place.seen else {})}
    opened = file_address(imprint, place.file)
    return Mending(
        form_link(imprint, say["share.mend"], MEND, asked),
        form_link(
            imprint,
            say["share.add-source"],
            SOURCE,
            {"title": place.title, "what": f"{place.title} ({page})"},
        ),
        Link(say["share.open-file"], opened, outer=True) if opened else None,
    )


def gap_link(imprint: Imprint, text: str, name: str) -> Link:
    """Lead from a target whose text nobody has found to the form for its source."""
    return form_link(imprint, text, SOURCE, {"title": name, "what": name})


def form_link(imprint: Imprint, text: str, form: str, filled: Mapping[str, str]) -> Link:
    """Lead to a form with fields filled in by their ids, else to the page that tells how to write in."""
    if not imprint.repository or not _has_forms(imprint.repository):
        return Link(text, _HOW[form])
    asked = urlencode(
        {"template": form, **{name: _short(words) for name, words in filled.items()}}, quote_via=quote
    )
    return Link(text, f"{imprint.repository}/issues/new?{asked}", outer=True)


def file_address(imprint: Imprint, file: str) -> str:
    """Find a file in the repository: to be edited where the branch is known, else to be looked at; "" for neither."""
    if not imprint.repository or not file or not _has_forms(imprint.repository):
        return ""
    branch = _BRANCH.match(imprint.edit)
    way = "blob/HEAD" if branch is None else f"edit/{branch[1]}"
    return f"{imprint.repository}/{way}/{quote(file)}"


def _has_forms(repository: str) -> bool:
    """Whether the host has forms that an address can fill in, as GitHub and its kin have."""
    return "github" in str(urlsplit(repository).hostname)


def _whole(imprint: Imprint, language: Language, address: str) -> str:
    return f"{imprint.address}{HOMES[language]}{address}"


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
