"""What one unit of work makes."""

from dataclasses import dataclass

from build_scripts.model.artifact import Artifact
from build_scripts.model.text import Language


@dataclass(frozen=True, slots=True)
class Card:
    """What others need to know of a page: where it is and what it says it is.

    `address` is below the home of its language; `template` is its kind.
    """

    language: Language
    address: str
    template: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Made:
    """Finished pages for MkDocs (`vi/…/index.md`, `en/…`), a card for each, and files of the site beside them."""

    pages: tuple[Artifact, ...] = ()
    files: tuple[Artifact, ...] = ()
    cards: tuple[Card, ...] = ()
