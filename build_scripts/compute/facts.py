"""From the frame of observations to facts: one value in force, the other vintages behind it."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from build_scripts.model import Fact, Observation, Period, Text
from build_scripts.model import columns as c
from build_scripts.model.catalog import Catalog

Value = TypeVar("Value")

Facts = Mapping[str, Mapping[str, tuple[Fact, ...]]]
"""Facts by indicator id and area id, in the order of time."""


def facts_of(catalog: Catalog) -> Facts:
    """Gather every fact of the catalog, in one pass over the observations."""
    gathered: dict[str, dict[str, dict[str, list[Observation]]]] = {}
    for observation in observations_of(catalog):
        areas = gathered.setdefault(observation.indicator, {})
        areas.setdefault(observation.area, {}).setdefault(observation.period.text, []).append(observation)
    return {
        indicator: {area: _facts(periods) for area, periods in areas.items()}
        for indicator, areas in gathered.items()
    }


def _facts(periods: Mapping[str, list[Observation]]) -> tuple[Fact, ...]:
    facts = []
    for vintages in periods.values():
        shown = next(each for each in vintages if each.in_force)
        facts.append(Fact(shown=shown, others=tuple(each for each in vintages if each is not shown)))
    return tuple(sorted(facts, key=lambda fact: (fact.period.end, fact.period.start)))


@lru_cache(maxsize=1)
def observations_of(catalog: Catalog) -> tuple[Observation, ...]:
    """Make of every vintage of every fact a value of its own, in the order of the frame."""
    return tuple(_observations(catalog))


def _observations(catalog: Catalog) -> Iterable[Observation]:
    frame = catalog.observations
    periods = {text: Period.parse(text) for text in frame[c.PERIOD].unique()}
    columns = [once(frame[name].tolist()) for name in _PLAIN]
    notes = once(
        Text(*each) for each in zip(frame[c.NOTE_VI].tolist(), frame[c.NOTE_EN].tolist(), strict=True)
    )
    numbers = [[_maybe(x) for x in frame[name].tolist()] for name in (c.VALUE, c.LOW, c.HIGH)]
    for plain, period, note, value, low, high in zip(
        zip(*columns, strict=True), frame[c.PERIOD].tolist(), notes, *numbers, strict=True
    ):
        parsed = periods[period]
        if parsed is None:
            raise ValueError(f"the catalog holds a period that was never checked: {period!r}")
        fields = dict(zip(_PLAIN, plain, strict=True))
        yield Observation(period=parsed, note=note, value=value, low=low, high=high, **fields)


def once(values: Iterable[Value]) -> list[Value]:
    """The same values, equal ones as one: most cells of a column say what others say, and memory is dear."""
    seen: dict[Value, Value] = {}
    return [seen.setdefault(each, each) for each in values]


def _maybe(number: float) -> float | None:
    return None if number != number else float(number)  # noqa: PLR0124 - only NaN differs from itself


_PLAIN = (
    c.INDICATOR, c.AREA, c.OPERATOR, c.TEXT, c.MARK, c.STATUS, c.VINTAGE, c.IN_FORCE, c.BOUNDARY, c.SOURCE,
    c.CONFIDENCE, c.QUOTE, c.PACKAGE, c.FILE, c.LINE,
)  # fmt: skip


def yearly(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the facts about whole calendar years."""
    return tuple(fact for fact in facts if fact.period.kind == "year")


def trusted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the facts whose value in force may enter charts and judgements."""
    return tuple(fact for fact in facts if fact.shown.is_trusted)


def chartable(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Choose one kind of period for a line: years if there are at least two, else the most frequent kind."""
    kept = trusted(facts)
    years = yearly(kept)
    if len(years) > 1:
        return years
    kinds = [fact.period.kind for fact in kept]
    if not kinds:
        return ()
    common = max(sorted(set(kinds)), key=lambda kind: (kinds.count(kind), kind == "year"))
    return tuple(fact for fact in kept if fact.period.kind == common)


def latest(facts: Iterable[Fact]) -> Fact | None:
    """Find the newest trusted fact; of two that end on one day the longer period wins."""
    kept = trusted(facts)
    return max(kept, key=lambda fact: (fact.period.end, -fact.period.start.toordinal()), default=None)


def previous(facts: Iterable[Fact], fact: Fact) -> Fact | None:
    """Find the trusted fact of the same kind of period before `fact`."""
    earlier = [each for each in trusted(facts) if each.period.kind == fact.period.kind]
    return latest(each for each in earlier if each.period.end < fact.period.end)
