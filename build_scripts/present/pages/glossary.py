"""The words of the portal, explained, in the order of the alphabet."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene

AFTER_D = "d{"
"""Where `đ` stands: after every word in d, before e ("{" follows z)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and what it means."""

    anchor: str
    name: str
    definition: str


def glossary_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the glossary, if there are terms."""
    if scene.catalog.terms:
        yield _page(scene)


def _page(scene: Scene) -> Draft:
    terms = sorted(
        (
            Entry(each.id, scene.text(each.name), scene.text(each.definition))
            for each in scene.catalog.terms.values()
        ),
        key=lambda each: collation(each.name),
    )
    letters = tuple(
        (letter, tuple(inside)) for letter, inside in groupby(terms, key=lambda each: initial(each.name))
    )
    sentence = scene.say.count("glossary.lead", len(terms), n=str(len(terms)))
    return Draft(
        language=scene.language,
        address="glossary/",
        template="glossary",
        title=scene.say["nav.glossary"],
        description=sentence,
        view={"crumbs": (Link(scene.say["nav.home"], ""),), "lead": sentence, "letters": letters},
    )


def collation(word: str) -> tuple[str, str]:
    """Give a word its place in the alphabet: bare letters first, accents second."""
    return bare(word), word.casefold()


def bare(word: str) -> str:
    """Strip accents and case; `đ` becomes a letter of its own after d."""
    parted = unicodedata.normalize("NFD", word.casefold().replace("đ", AFTER_D))
    return "".join(each for each in parted if not unicodedata.combining(each))


def initial(word: str) -> str:
    """Name the letter under which a word stands: A, B … with Đ apart from D, and # for anything else."""
    first = word[:1].upper()
    if first == "Đ":
        return first
    letter = bare(word)[:1].upper()
    return letter if letter.isalpha() else "#"
