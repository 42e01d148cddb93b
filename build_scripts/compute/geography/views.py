"""Three views of a series: as published, on the boundaries of today, and of the territories of the past alone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from build_scripts.compute.geography.carried import Carriage, is_computed
from build_scripts.compute.geography.parts import Archive, Refusal
from build_scripts.compute.territory import Dated, same_period
from build_scripts.model import Fact, Period

Series = Mapping[str, tuple[Fact, ...]]
"""The facts of one indicator by area id, oldest first. An area is one territory, so no series spans two."""
Carriages = Mapping[str, Mapping[str, Carriage]]
"""What was carried back, by indicator id and area id."""


@dataclass(frozen=True, slots=True)
class Views:
    """An indicator seen in three ways; `refusals` say by area of today what could not be carried back, and why.

    In `today` published figures and computed ones follow each other in one series of one territory: those that
    `is_computed` are marked, and no line may join the two kinds (see `joints`).
    """

    published: Series
    today: Series
    former: Series
    refusals: Mapping[str, tuple[Refusal, ...]]


def views_of(archive: Archive, carriages: Carriages, indicator: str) -> Views:
    """Set the three views of an indicator side by side; areas in the order of the data."""
    published = archive.facts.get(indicator, {})
    carried = carriages.get(indicator, {})
    now = [each.id for each in archive.catalog.areas.values() if each.is_current]
    gone = [each.id for each in archive.catalog.areas.values() if not each.is_current]
    today = {area: today_of(published.get(area, ()), carried.get(area)) for area in now}
    return Views(
        published=published,
        today={area: facts for area, facts in today.items() if facts},
        former={area: published[area] for area in gone if area in published},
        refusals={area: each.refusals for area, each in carried.items() if area in now and each.refusals},
    )


def today_of(published: tuple[Fact, ...], carriage: Carriage | None) -> tuple[Fact, ...]:
    """Put what was computed for the time before an area existed among what was published since."""
    if carriage is None or not carriage.figures:
        return published
    computed = (each.fact for each in carriage.figures)
    return tuple(sorted((*computed, *published), key=lambda fact: (fact.period.end, fact.period.start)))


class Today(Dated):
    """Published facts of an indicator by area id, with what was carried back to areas of today; put together when asked."""

    __slots__ = ("_carried", "_now", "_published")

    def __init__(self, published: Series, carried: Mapping[str, Carriage], now: Collection[str]) -> None:
        """Set what was carried back to the areas that are there `now` beside what was published."""
        self._published = published
        self._carried = carried
        self._now = now

    def __getitem__(self, area: str) -> tuple[Fact, ...]:
        """Give the facts of an area, oldest first."""
        carriage = self._carriage(area)
        return (
            self._published[area] if carriage is None else today_of(self._published.get(area, ()), carriage)
        )

    def __iter__(self) -> Iterator[str]:
        """Give the areas that have any."""
        yield from self._published
        yield from (area for area in self._now if area not in self._published and self._carriage(area))

    def __len__(self) -> int:
        """Count the areas that have any."""
        return sum(1 for _ in self)

    def at(self, area: str, period: str) -> Fact | None:
        """Give the fact of an area about a period, by the text of the period."""
        if self._carriage(area) is None:
            return same_period(self._published, area, period)
        return same_period({area: self[area]}, area, period)

    def _carriage(self, area: str) -> Carriage | None:
        """What was carried back to an area, if there are figures."""
        found = self._carried.get(area) if area in self._now else None
        return found if found is not None and found.figures else None


def joints(facts: tuple[Fact, ...]) -> tuple[Period, ...]:
    """Find where a series goes over from computed to published figures, or back: the first period of the new kind."""
    return tuple(
        later.period for earlier, later in pairwise(facts) if is_computed(earlier) != is_computed(later)
    )


def is_touched(views: Views) -> bool:
    """Whether a change of boundary matters to the indicator: some figure is of a territory that is gone."""
    return bool(views.former) or any(is_computed(fact) for facts in views.today.values() for fact in facts)
