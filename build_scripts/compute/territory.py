"""How territories follow one another, and where an area stands among the peers of its time."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from build_scripts.compute.places import PAIR, Place, members_of, ranked, regions_of
from build_scripts.model import Area, BoundaryChange, Catalog, Fact, Indicator

Found = Mapping[str, tuple[Fact, ...]]
"""The facts of one indicator by area id."""


class Dated(Mapping[str, tuple[Fact, ...]]):
    """The facts of one indicator by area id, which can be asked for one period at a time."""

    __slots__ = ()

    @abstractmethod
    def at(self, area: str, period: str) -> Fact | None:
        """Give the fact of an area about a period, by the text of the period."""


@dataclass(frozen=True, slots=True)
class Succession:
    """On one day all of `origins` (or parts of them, unless `whole`) became part of `successor`, by `act`."""

    date: date
    act: str
    successor: str
    changes: tuple[BoundaryChange, ...]

    @property
    def origins(self) -> tuple[str, ...]:
        """List the areas that went in, in the order of the data."""
        return tuple(dict.fromkeys(each.from_area for each in self.changes))

    @property
    def whole(self) -> bool:
        """Whether every origin is known to have gone in entirely."""
        return all(each.share == 1 for each in self.changes)


@dataclass(frozen=True, slots=True)
class Renewal:
    """How one region became the next: the units that left it and those that came in, as they were before."""

    before: str
    after: str
    leaving: tuple[str, ...]
    joining: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """An area's value beside its region: which region, its fact in the period, the rank among `peers`, who report."""

    region: str
    fact: Fact | None
    place: Place | None
    peers: Mapping[str, Fact]


def successions_of(catalog: Catalog) -> tuple[Succession, ...]:
    """Gather the boundary changes by day, act and new area, oldest first."""
    gathered: dict[tuple[date, str, str], list[BoundaryChange]] = {}
    for change in catalog.changes:
        gathered.setdefault((change.date, change.act, change.to_area), []).append(change)
    found = (Succession(*key, changes=tuple(changes)) for key, changes in gathered.items())
    return tuple(sorted(found, key=lambda each: each.date))


def made_of(catalog: Catalog, area: str) -> tuple[Succession, ...]:
    """List the events in which an area took others in."""
    return tuple(each for each in successions_of(catalog) if each.successor == area)


def became(catalog: Catalog, area: str) -> tuple[Succession, ...]:
    """List the events in which an area went into another."""
    return tuple(each for each in successions_of(catalog) if area in each.origins)


def heirs_of(catalog: Catalog, area: str) -> tuple[str, ...]:
    """List what an area is now: itself if nothing happened to it, else the areas it went into."""
    events = became(catalog, area)
    return tuple(dict.fromkeys(each.successor for each in events)) if events else (area,)


def renewal_from(catalog: Catalog, region: str) -> Renewal | None:
    """Find the later region that holds most of what this region's members became."""
    ended = catalog.areas[region].valid_to
    if ended is None:
        return None
    later = [each for each in _regions(catalog) if each.valid_from is not None and each.valid_from > ended]
    shared = {each.id: _carried(catalog, region, each.id) for each in later}
    best = max(shared, key=lambda each: shared[each], default="")
    return _renewal(catalog, region, best) if shared.get(best, 0) else None


def _carried(catalog: Catalog, before: str, after: str) -> int:
    """Count the members of one region that live on, whole or in part, in another."""
    new = members_of(catalog, after)
    return sum(1 for each in members_of(catalog, before) if set(heirs_of(catalog, each)).intersection(new))


def renewal_into(catalog: Catalog, region: str) -> Renewal | None:
    """Find the earlier region that this region continues."""
    renewals = (renewal_from(catalog, each.id) for each in _regions(catalog))
    return next((each for each in renewals if each is not None and each.after == region), None)


def _regions(catalog: Catalog) -> tuple[Area, ...]:
    return tuple(each for each in catalog.areas.values() if each.kind == "region")


def _renewal(catalog: Catalog, before: str, after: str) -> Renewal:
    old, new = members_of(catalog, before), members_of(catalog, after)
    leaving = tuple(each for each in old if not set(heirs_of(catalog, each)).intersection(new))
    origins = dict.fromkeys(
        origin
        for member in new
        for origin in ([o for event in made_of(catalog, member) for o in event.origins] or [member])
    )
    started = catalog.areas[after].valid_from
    recent = [each for each in origins if _lived_until(catalog, each, started)]
    return Renewal(before, after, leaving, tuple(each for each in recent if each not in old))


def _lived_until(catalog: Catalog, area: str, day: date | None) -> bool:
    """Whether an area of the past still existed on the eve of `day` and went under that day."""
    ended = catalog.areas[area].valid_to
    return ended is not None and day is not None and (day - ended).days == 1


def standing_of(catalog: Catalog, indicator: Indicator, found: Found, fact: Fact) -> Standing | None:
    """Set a fact beside its region in the same period.

    Of several regions the one that was valid in the period comes first, then the one of which most members
    report. There is a rank only if at least half of its members, and more than two, have a trusted point value.
    """
    area = fact.shown.area
    candidates = [
        (each, reporting(catalog, found, each, fact))
        for each in regions_of(catalog, area)
        if each in catalog.areas
    ]
    if not candidates:
        return None
    region, peers = max(candidates, key=lambda each: _fitness(catalog, each[0], fact, len(each[1])))
    members = members_of(catalog, region)
    place = None
    if indicator.chartable and area in peers and len(peers) > PAIR and len(peers) * 2 >= len(members):
        rows = ranked(peers, lowest_first=indicator.direction == "down")
        place = next(each for each, who, _ in rows if who == area)
    return Standing(region, same_period(found, region, fact.shown.period.text), place, peers)


def _fitness(catalog: Catalog, region: str, fact: Fact, reporting: int) -> tuple[bool, float, bool]:
    area = catalog.areas[region]
    share = reporting / len(members_of(catalog, region))
    return area.covers(fact.period.start, fact.period.end), share, area.is_current


def reporting(catalog: Catalog, found: Found, region: str, fact: Fact) -> dict[str, Fact]:
    """Find the members of a region that have a trusted point value in the period of `fact`."""
    text = fact.shown.period.text
    each = ((member, same_period(found, member, text)) for member in members_of(catalog, region))
    return {
        member: peer
        for member, peer in each
        if peer is not None and peer.shown.is_trusted and peer.shown.is_point
    }


def same_period(found: Found, area: str, period: str) -> Fact | None:
    """Find the fact of an area about a period, by the text of the period."""
    if isinstance(found, Dated):
        return found.at(area, period)
    return next((each for each in reversed(found.get(area, ())) if each.shown.period.text == period), None)
