"""Figures carried back: what an area of today would have had in earlier periods, computed from its predecessors."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from build_scripts.compute.geography.layouts import layout_of
from build_scripts.compute.geography.parts import Archive, Need, Part, Refusal, origins_of, parts_of
from build_scripts.compute.geography.quotients import agreed_power
from build_scripts.model import Area, Fact, Indicator, Observation, Period, Text

CARRIED = "carried-back"
"""The boundary of a computed observation, beside `own` and `recalculated`, which only sources can state."""
STRONGEST_FIRST = ("final", "preliminary", "estimate", "reported")
SUREST_FIRST = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Carried:
    """A computed figure on a later boundary, as a fact, and the figures that it was computed from."""

    fact: Fact
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Carriage:
    """What could be carried back to one area, oldest first, and what could not."""

    indicator: str
    area: str
    figures: tuple[Carried, ...]
    refusals: tuple[Refusal, ...]


def is_computed(fact: Fact) -> bool:
    """Whether a figure was computed here from those of predecessors."""
    return fact.shown.boundary == CARRIED


def carriages_of(archive: Archive) -> Mapping[str, Mapping[str, Carriage]]:
    """Carry every indicator back to every area that was made of others: indicator -> area -> what came of it."""
    made = [each for each in archive.catalog.areas.values() if starts(archive, each) is not None]
    return {
        indicator.id: {area.id: carried_back(archive, indicator, area.id) for area in made}
        for indicator in archive.catalog.indicators.values()
    }


def starts(archive: Archive, area: Area) -> date | None:
    """Find the day since which an area is what it is, if it was made of others; a region once its list changed."""
    if area.kind == "region":
        return area.valid_from
    return max((each.date for each in archive.catalog.changes if each.to_area == area.id), default=None)


def carried_back(archive: Archive, indicator: Indicator, area: str) -> Carriage:
    """Compute an indicator on the boundary of `area` for the periods before it began.

    Amounts are the sum of the predecessors' amounts. A ratio is computed only from its numerator and its
    denominator, both amounts carried back in the same way. Everything else is refused: an average of averages,
    an index or a rank of a territory that nobody measured would be an invention.
    """
    began = starts(archive, archive.catalog.areas[area])
    if began is None:
        return Carriage(indicator.id, area, (), (Refusal("unchanged"),))
    outright = _outright(archive, indicator, area)
    if outright is not None:
        return Carriage(indicator.id, area, (), (outright,))
    own = {each.period for each in archive.facts.get(indicator.id, {}).get(area, ())}
    tried = [
        _figure(archive, indicator, area, period)
        for period in _periods(archive, indicator.id, area)
        if period.start < began and period not in own
    ]
    figures = tuple(each for each in tried if isinstance(each, Carried))
    return Carriage(indicator.id, area, figures, tuple(each for each in tried if isinstance(each, Refusal)))


def _outright(archive: Archive, indicator: Indicator, area: str) -> Refusal | None:
    """Why an indicator cannot be carried back at all.

    A region is summed only if a schematic map lays out its members and nobody else: of other regions the data may
    hold those members only that touch on the portal's subject, and their sum would be no region's.
    """
    if archive.catalog.areas[area].kind == "region" and not layout_of(archive.catalog, area):
        return Refusal("members-unknown", area)
    if indicator.additivity == "additive":
        return None
    if indicator.additivity != "ratio":
        return Refusal("not-additive")
    parts = [archive.catalog.indicators.get(each) for each in (indicator.numerator, indicator.denominator)]
    if any(each is None or each.additivity != "additive" for each in parts):
        return Refusal("ratio-without-parts")
    return None


def _periods(archive: Archive, indicator: str, area: str) -> list[Period]:
    """List the periods in which any of those an area was made of has a figure or a mark, oldest first."""
    found = archive.facts.get(indicator, {})
    waiting, seen = [area], set[str]()
    periods: set[Period] = set()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        periods |= {fact.period for fact in found.get(each, ())} if each != area else set()
        waiting += [origin.area for _, origin in origins_of(archive.catalog, each, _EVER)]
    return sorted(periods, key=lambda period: (period.end, period.start))


_EVER = Period(date.min, date.min, "", "day")


def _figure(archive: Archive, indicator: Indicator, area: str, period: Period) -> Carried | Refusal:
    if indicator.additivity == "additive":
        parts = parts_of(archive, Need(indicator.id, period), area)
        if isinstance(parts, Refusal):
            return parts
        return Carried(_fact(indicator, area, parts, sum(each.amount for each in parts)), parts)
    over = parts_of(archive, Need(indicator.numerator, period), area)
    under = parts_of(archive, Need(indicator.denominator, period), area)
    if isinstance(over, Refusal):
        return over
    if isinstance(under, Refusal):
        return under
    return _ratio(archive, indicator, area, (over, under))


def _ratio(
    archive: Archive, indicator: Indicator, area: str, parts: tuple[tuple[Part, ...], tuple[Part, ...]]
) -> Carried | Refusal:
    over, under = parts
    power = agreed_power(archive, indicator, over, under)
    divisor = sum(each.amount for each in under)
    if isinstance(power, Refusal):
        return power
    if not divisor:
        return Refusal("part-missing", under[0].area, under[0].shown.period, indicator.denominator)
    quotient = (sum(each.amount for each in over) / divisor).scaleb(power)
    return Carried(_fact(indicator, area, (*over, *under), Decimal(quotient)), (*over, *under))


def _fact(indicator: Indicator, area: str, parts: tuple[Part, ...], exact: Decimal | int) -> Fact:
    """Make a fact of a computed figure: no surer than the least sure of its parts, and no source of its own."""
    shown = [each.shown for each in parts]
    made = Observation(
        indicator=indicator.id,
        area=area,
        period=shown[0].period,
        operator="~" if any(each.operator == "~" for each in shown) else "=",
        value=float(exact),
        low=None,
        high=None,
        text=f"{exact:f}",
        mark="",
        status=weakest((each.status for each in shown), STRONGEST_FIRST),
        vintage=1,
        in_force=True,
        boundary=CARRIED,
        source="",
        confidence=weakest((each.confidence for each in shown), SUREST_FIRST),
        note=Text("", ""),
        quote="",
        package=indicator.package,
        file="",
        line=0,
    )
    return Fact(shown=made, others=())


def weakest(found: Iterable[str], order: tuple[str, ...]) -> str:
    """Choose the word that stands last in `order`."""
    return max(found, key=order.index)
