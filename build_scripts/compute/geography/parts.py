"""What an area of today was made of in an earlier period: the figures that add up to it, or why they do not."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from build_scripts.compute.facts import Facts
from build_scripts.compute.places import members_of
from build_scripts.model import Catalog, Observation, Period

Reason = Literal[
    "unchanged",
    "not-additive",
    "ratio-without-parts",
    "ratio-unconfirmed",
    "part-missing",
    "share-unknown",
    "mixed-break",
    "members-unknown",
]
"""Why there is no figure on the later boundary; the codes are stable."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What is known of all times: the catalog and its facts by indicator and area."""

    catalog: Catalog
    facts: Facts


@dataclass(frozen=True, slots=True)
class Part:
    """A figure that went into a computed one; `weight` is the part of the area that went along, 0 to 1."""

    area: str
    weight: Decimal
    shown: Observation

    @property
    def amount(self) -> Decimal:
        """The figure as it stands in the file times the weight, exact, in the indicator's unit."""
        return Decimal(self.shown.text) * self.weight


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing is computed: in `period`, or in any when `None`.

    `area` is the part to blame, "" for none, and `indicator` the figure that it lacks, "" where no figure does.
    """

    reason: Reason
    area: str = ""
    period: Period | None = None
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A sum to find: of which indicator, in which period."""

    indicator: str
    period: Period


@dataclass(frozen=True, slots=True)
class Origin:
    """An area that stands for all or a part of a later one; `weight` is `None` when nobody states the part."""

    area: str
    weight: Decimal | None


def parts_of(archive: Archive, need: Need, area: str) -> tuple[Part, ...] | Refusal:
    """Find the figures that add up to `area` as it was later, each trusted and one number, or the first obstacle.

    A predecessor without a figure of its own is looked for in its own predecessors. "Nothing occurred" (-) is no
    number here: the yearbooks' dash also stands where an office had nothing to report.
    """
    found: list[Part] = []
    for each in _walk(archive, need, Origin(area, Decimal(1)), None):
        if isinstance(each, Refusal):
            return each
        found.append(each)
    return (
        tuple(found) if _alike(archive.catalog, need, found) else Refusal("mixed-break", period=need.period)
    )


def _walk(archive: Archive, need: Need, node: Origin, until: date | None) -> Iterator[Part | Refusal]:
    """Go from an area to its origins before `until`, as far as there are figures; days only go back, so it ends."""
    before = origins_of(archive.catalog, node.area, need.period, until)
    if not before:
        yield Refusal("part-missing", node.area, need.period, need.indicator)
    for day, each in before:
        if each.weight is None or node.weight is None:
            yield Refusal("share-unknown", each.area, need.period)
            continue
        inner = Origin(each.area, each.weight * node.weight)
        shown = _shown(archive, need, each.area)
        if shown is None:
            yield from _walk(archive, need, inner, day)
        elif shown.is_trusted and shown.is_point:
            yield Part(inner.area, each.weight * node.weight, shown)
        else:
            yield Refusal("part-missing", each.area, need.period, need.indicator)


def origins_of(
    catalog: Catalog, area: str, period: Period, until: date | None = None
) -> tuple[tuple[date | None, Origin], ...]:
    """List what an area was made of after `period` began, with the day; a region is made of its members."""
    found = catalog.areas.get(area)
    if found is not None and found.kind == "region":
        return tuple((until, Origin(each, Decimal(1))) for each in members_of(catalog, area))
    return tuple(
        (change.date, Origin(change.from_area, None if change.share is None else Decimal(str(change.share))))
        for change in catalog.changes
        if change.to_area == area
        and change.date > period.start
        and (until is None or change.date < until)
        and change.from_area != area
    )


def _shown(archive: Archive, need: Need, area: str) -> Observation | None:
    facts = archive.facts.get(need.indicator, {}).get(area, ())
    return next((each.shown for each in facts if each.period == need.period), None)


def _alike(catalog: Catalog, need: Need, parts: list[Part]) -> bool:
    """Whether all parts stand on the same side of every break that some of them alone have later on."""
    broken = {
        each.area: frozenset(
            mark.period
            for mark in catalog.breaks
            if mark.indicator == need.indicator
            and mark.area == each.area
            and mark.period.start > need.period.start
        )
        for each in parts
    }
    return len(set(broken.values())) <= 1
