"""Every page of a language as search knows it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from build_scripts.compute.progress import STATUSES
from build_scripts.model import LANGUAGES, Card, Synonym, Written, folded
from build_scripts.present.page import Draft
from build_scripts.present.scene import Scene
from build_scripts.present.search.about import KINDS, About
from build_scripts.present.search.entry import Entry
from build_scripts.present.verdict.mark import Mark

_WORD = re.compile(r"[^\W_]+")


def entries_of(scene: Scene, cards: Iterable[Card | Draft], written: Iterable[Written]) -> tuple[Entry, ...]:
    """List every page, the words of the glossary among them; areas of today come before those that were."""
    known = tuple(
        chain(
            (_of_card(scene, each) for each in cards),
            _statuses(scene),
            _terms(scene),
            (_of_written(scene, each) for each in written),
        )
    )
    return tuple(sorted(known, key=lambda each: each.kind == "area" and not _stands(scene, each)))


def _of_card(scene: Scene, card: Card | Draft) -> Entry:
    particulars = KINDS.get(card.template)
    about = About() if particulars is None else particulars(scene, card.address.split("/")[1])
    known = (name[each] for name in about.names for each in LANGUAGES)
    called = _called(scene, card.address) if particulars is None else ()
    names = _others(card.title, (*known, *called, *names_of(scene.catalog.synonyms, card.title)))
    return Entry(
        kind="page" if particulars is None else card.template,
        address=card.address,
        title=card.title,
        fact=card.description,
        names=names,
        shorts=shorts_of(scene.catalog.synonyms, (card.title, *names)),
        group=about.group,
        areas=about.areas,
        mark=about.mark,
    )


def _of_written(scene: Scene, page: Written) -> Entry:
    return Entry(
        kind="page",
        address=page.address,
        title=page.title,
        fact=page.description,
        names=_called(scene, page.address),
    )


def _called(scene: Scene, address: str) -> tuple[str, ...]:
    """Say what else people call a page of the portal itself."""
    words = scene.say.words.get(f"search.called.{address.strip('/').replace('/', '-')}", "")
    return tuple(each for each in words.split("|") if each)


def _statuses(scene: Scene) -> Iterator[Entry]:
    """Lead from each status that occurs to the targets that have it."""
    counted = Counter(each.status for each in scene.judgements.leading.values())
    for status in STATUSES:
        if counted[status]:
            word = scene.say[f"verdict.{status}"]
            number = counted[status]
            yield Entry(
                kind="page",
                address=f"targets/?status={status}",
                title=scene.say("search.status", status=word),
                fact=scene.say.count("search.status-fact", number, n=str(number)),
                names=(word,),
                mark=Mark(status, word, ""),
            )


def _terms(scene: Scene) -> Iterator[Entry]:
    for term in scene.catalog.terms.values():
        title = scene.text(term.name)
        names = _others(title, (term.name[each] for each in LANGUAGES))
        yield Entry(
            kind="term",
            address=f"glossary/#{term.id}",
            title=title,
            fact=scene.text(term.definition),
            names=names,
            shorts=shorts_of(scene.catalog.synonyms, (title, *names)),
        )


def _others(title: str, names: Iterable[str]) -> tuple[str, ...]:
    """Keep the names that the title does not say already, each once."""
    said = _spaced(title)
    return tuple(dict.fromkeys(each for each in names if each and _spaced(each) not in said))


def shorts_of(synonyms: Sequence[Synonym], names: Sequence[str]) -> tuple[str, ...]:
    """Find the short forms of what is named, accents and case aside."""
    said = tuple(_spaced(each) for each in names)
    found = (each.short for each in synonyms if any(_spaced(each.name) in name for name in said))
    return tuple(dict.fromkeys(found))


def names_of(synonyms: Sequence[Synonym], title: str) -> tuple[str, ...]:
    """Find the names whose short forms a title writes, in capitals as it does."""
    words = frozenset(_WORD.findall(title))
    return tuple(each.name for each in synonyms if each.short in words)


@lru_cache(maxsize=10_000)
def _spaced(text: str) -> str:
    """Write a text as folded words with a space before and after each, so that whole words are found in it."""
    return f" {' '.join(_WORD.findall(folded(text)))} "


def _stands(scene: Scene, entry: Entry) -> bool:
    """Tell whether an area exists today."""
    return all(scene.catalog.areas[each].is_current for each in entry.areas)
