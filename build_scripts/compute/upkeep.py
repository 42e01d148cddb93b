"""What a keeper must look at again: series that should have gone on since, addresses of sources."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from build_scripts.compute.coverage import KEPT_UP
from build_scripts.compute.facts import Facts
from build_scripts.model import Catalog, Fact, Indicator, Source

LAG: Final = 2
"""Years after which a newer figure should be out: those of a year stand in the yearbook of the year after."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """An indicator whose newest figure, of the year `last` and from `source`, should have a successor by now."""

    indicator: Indicator
    last: int
    source: Source | None


def overdue(catalog: Catalog, facts: Facts, year: int) -> tuple[Overdue, ...]:
    """List, oldest first, what stands still in `year`; a series without a figure for longer than `KEPT_UP` has ended."""
    newest = {each.id: _newest(facts.get(each.id, {})) for each in catalog.indicators.values()}
    late = [
        Overdue(catalog.indicators[name], fact.period.year, catalog.sources.get(fact.shown.source))
        for name, fact in newest.items()
        if fact is not None and year - LAG - KEPT_UP < fact.period.year <= year - LAG
    ]
    return tuple(sorted(late, key=lambda each: each.last))


def _newest(found: Mapping[str, tuple[Fact, ...]]) -> Fact | None:
    known = (fact for facts in found.values() for fact in facts if fact.shown.has_figure)
    return max(known, key=lambda fact: fact.period.end, default=None)


def linked(catalog: Catalog) -> dict[str, tuple[Source, ...]]:
    """Group the sources by the address they give, in the order of the data; those without one are left out."""
    found: dict[str, list[Source]] = {}
    for each in catalog.sources.values():
        if each.url:
            found.setdefault(each.url, []).append(each)
    return {url: tuple(each) for url, each in found.items()}


def lost(catalog: Catalog, dead: Collection[str]) -> tuple[Source, ...]:
    """List the sources whose address is among the `dead` ones."""
    return tuple(each for url, sources in linked(catalog).items() if url in dead for each in sources)
