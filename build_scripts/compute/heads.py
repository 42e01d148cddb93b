"""Amounts per head: which indicator is the population, and in what unit an amount for each person can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10
from statistics import median

from build_scripts.compute.facts import Facts
from build_scripts.model import Catalog, Fact, Indicator

CROWDS = (1, 1_000, 100_000)
"""For how many people an amount is told: for one if that can be read, else for so many."""
SIGNIFICANT = 4
"""How many digits readers get of an amount per head."""
MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Share:
    """How an amount becomes one for each `people`, in `unit`.

    The figure is amount times `factor`, divided by the number of people of the same area and period, times `people`;
    readers see `decimals` places.
    """

    unit: str
    factor: float
    people: int
    decimals: int


def population_of(catalog: Catalog) -> Indicator | None:
    """Find the indicator that the data declare to be the population: the first that says how many people its unit is."""
    return next((each for each in catalog.indicators.values() if each.persons), None)


def share_of(catalog: Catalog, facts: Facts, indicator: Indicator) -> Share | None:
    """Choose the unit and the number of people with which an amount per head is a number of at least one.

    Only amounts that add up can be shared out; there must be a population for the same area and period. The units to
    choose from are the indicator's own and those that the conversions of the data lead to, whatever the year;
    an amount too small to be read even so is not shared out.
    """
    population = population_of(catalog)
    if population is None or indicator.id == population.id or indicator.additivity != "additive":
        return None
    known = list(_per_person(facts, indicator, population))
    middle = median(known) if known else 0.0
    if middle <= 0:
        return None
    tried = [
        Share(unit, factor, people, _places(middle * factor * people))
        for people in CROWDS
        for unit, factor in _units(catalog, indicator)
    ]
    readable = (each for each in tried if middle * each.factor * each.people >= 1)
    return next(readable, None)


def _per_person(facts: Facts, indicator: Indicator, population: Indicator) -> Iterator[float]:
    """Yield every amount for one person, in the indicator's own unit."""
    people = facts.get(population.id, {})
    for area, found in facts.get(indicator.id, {}).items():
        counted = {each.period: float(_amount(each)) for each in people.get(area, ()) if _is_amount(each)}
        for each in found:
            if _is_amount(each) and counted.get(each.period, 0.0) > 0:
                yield float(_amount(each)) / (counted[each.period] * population.persons)


def _is_amount(fact: Fact) -> bool:
    return fact.shown.is_trusted and fact.shown.is_point


def _amount(fact: Fact) -> Decimal:
    return Decimal(fact.shown.text)


def _units(catalog: Catalog, indicator: Indicator) -> tuple[tuple[str, float], ...]:
    """List the units an amount can be told in, its own first, and by what it is multiplied then."""
    others = (
        (each.to_unit, each.factor)
        for each in catalog.conversions
        if each.from_unit == indicator.unit and not each.period and each.factor > 1
    )
    return ((indicator.unit, 1.0), *others)


def _places(figure: float) -> int:
    """Tell how many decimals show the first digits of a figure."""
    return min(MOST_PLACES, max(0, SIGNIFICANT - 1 - floor(log10(figure))))
