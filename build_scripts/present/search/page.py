"""The search page: every page of a language in one list, whole without a script."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from build_scripts.compute.progress import STATUSES
from build_scripts.model import Card, Written
from build_scripts.present.page import Draft
from build_scripts.present.pages.target_list import Choice, Filter
from build_scripts.present.scene import Link, Scene
from build_scripts.present.search.entries import entries_of
from build_scripts.present.search.entry import Entry

ORDER = ("target", "indicator", "area", "document", "dataset", "term", "page")
"""Kinds of pages as the index lists them."""
FEWEST = 2
"""A choice of one is none."""


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with the keys that filters ask for; `areas` are places in the list of areas to choose from."""

    entry: Entry
    group: str
    areas: str
    status: str


@dataclass(frozen=True, slots=True)
class Section:
    """The entries of a kind, under a heading."""

    kind: str
    heading: str
    rows: tuple[Row, ...]


def search_pages(
    scenes: Sequence[Scene], cards: Sequence[Card | Draft], written: Sequence[Written]
) -> Iterator[Draft]:
    """Yield the search page of every language, over all the other pages."""
    for scene in scenes:
        own = (each for each in cards if each.language == scene.language)
        yield _page(
            scene, entries_of(scene, own, (each for each in written if each.language == scene.language))
        )


def _page(scene: Scene, entries: tuple[Entry, ...]) -> Draft:
    groups = _keys(scene, entries)
    areas = tuple(dict.fromkeys(area for each in entries if each.kind == "area" for area in each.areas))
    sections = _sections(scene, _rows(entries, groups, areas))
    lead = scene.say.count("search.lead", len(entries), n=str(len(entries)))
    choices = (
        ("kind", tuple(Choice(each.kind, each.heading) for each in sections)),
        ("group", tuple(Choice(key, name) for name, key in groups.items())),
        ("area", tuple(Choice(each, scene.area(each).text) for each in areas)),
        ("status", tuple(_statuses(scene, entries))),
    )
    return Draft(
        language=scene.language,
        address="search/",
        template="search",
        title=scene.say["search.title"],
        description=lead,
        view={
            "crumbs": (Link(scene.say["nav.home"], ""),),
            "lead": lead,
            "filters": tuple(
                Filter(key, scene.say[f"search.filter-{key}"], each)
                for key, each in choices
                if len(each) >= FEWEST
            ),
            "sections": sections,
            "ways": tuple(_ways(scene, entries)),
        },
    )


def _rows(entries: Iterable[Entry], groups: Mapping[str, str], areas: Sequence[str]) -> tuple[Row, ...]:
    places = {area: str(number) for number, area in enumerate(areas)}
    return tuple(
        Row(
            entry=each,
            group=groups.get(each.group, ""),
            areas=" ".join(places[area] for area in each.areas if area in places),
            status="" if each.mark is None else each.mark.kind,
        )
        for each in entries
    )


def _sections(scene: Scene, rows: Sequence[Row]) -> tuple[Section, ...]:
    """Put the rows under the heading of their kind."""
    found = {kind: tuple(row for row in rows if row.entry.kind == kind) for kind in ORDER}
    return tuple(
        Section(kind, scene.say[f"search.kind.{kind}"], rows) for kind, rows in found.items() if rows
    )


def _keys(scene: Scene, entries: Iterable[Entry]) -> dict[str, str]:
    """Give each group a key that is the same in both languages; a theme that has the name of a group is that group."""
    used = {each.group for each in entries if each.group}
    names = {scene.group(each).text: each.id for each in scene.catalog.groups.values()}
    names.setdefault(scene.group(None).text, "none")
    for theme in scene.catalog.themes.values():
        name = scene.text(theme.name)
        if name not in names:
            names[name] = theme.id if theme.id not in names.values() else f"{theme.id}-theme"
    return {name: key for name, key in names.items() if name in used}


def _statuses(scene: Scene, entries: Iterable[Entry]) -> Iterator[Choice]:
    """Offer the statuses that occur, in their order."""
    occurring = {each.mark.kind for each in entries if each.mark is not None}
    for status in (*STATUSES, "not-judged"):
        if status in occurring:
            yield Choice(status, scene.say[f"verdict.{status}"])


def _ways(scene: Scene, entries: Iterable[Entry]) -> Iterator[Link]:
    """Offer the lists that lead on when nothing is found."""
    there = {each.address for each in entries}
    for name in ("targets", "indicators", "areas", "documents", "datasets", "glossary"):
        if f"{name}/" in there:
            yield Link(scene.say[f"nav.{name}"], f"{name}/")
