"""From the frame of observations to facts: one value in force, the other vintages behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from math import isnan
from typing import Any

import pandas as pd

from build_scripts.model import Fact, Observation, Period, Text
from build_scripts.model import columns as c
from build_scripts.model.asking import everything
from build_scripts.model.catalog import Catalog
from build_scripts.model.holding import held

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
    facts = map(_fact, periods.values())
    return tuple(sorted(facts, key=lambda fact: (fact.shown.period.end, fact.shown.period.start)))


def _fact(vintages: list[Observation]) -> Fact:
    """The value in force, and the others; most facts have been published once."""
    if len(vintages) == 1 and vintages[0].in_force:
        return Fact(vintages[0], ())
    shown = next(each for each in vintages if each.in_force)
    return Fact(shown=shown, others=tuple(each for each in vintages if each is not shown))


@everything
@held(1)
def observations_of(catalog: Catalog) -> tuple[Observation, ...]:
    """Make of every vintage of every fact a value of its own, in the order of the frame."""
    return tuple(_observations(catalog))


def _observations(catalog: Catalog) -> Iterable[Observation]:
    frame = catalog.observations
    columns = {name: _once(frame[name]) for name in _WORDS}
    pairs = list(zip(_once(frame[c.NOTE_VI]), _once(frame[c.NOTE_EN]), strict=True))
    notes = {pair: Text(*pair) for pair in set(pairs)}
    columns[_NOTE] = [notes[pair] for pair in pairs]
    for name in (c.VALUE, c.LOW, c.HIGH):
        columns[name] = [None if isnan(number) else number for number in frame[name].tolist()]
    for name in (c.VINTAGE, c.IN_FORCE, c.LINE):
        columns[name] = frame[name].tolist()
    periods = {text: Period.parse(text) for text in frame[c.PERIOD].unique()}
    unread = [text for text, period in periods.items() if period is None]
    if unread:
        raise ValueError(f"the catalog holds a period that was never checked: {unread[0]!r}")
    columns[c.PERIOD] = [periods[text] for text in columns[c.PERIOD]]
    return map(Observation, *(columns[each.name] for each in fields(Observation)))


def _once(cells: pd.Series) -> list[Any]:
    """The cells, equal ones as one: most cells of a column say what others say, and memory is dear."""
    codes, words = pd.factorize(cells)
    different = words.tolist()
    return [different[code] for code in codes.tolist()]


_NOTE = "note"
_WORDS = (
    c.INDICATOR, c.AREA, c.PERIOD, c.OPERATOR, c.TEXT, c.MARK, c.STATUS, c.BOUNDARY, c.SOURCE, c.CONFIDENCE, c.QUOTE,
    c.PACKAGE, c.FILE,
)  # fmt: skip


def yearly(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the facts about whole calendar years."""
    return tuple([fact for fact in facts if fact.shown.period.kind == "year"])


def trusted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Keep the facts whose value in force may enter charts and judgements."""
    return tuple([fact for fact in facts if fact.shown.is_trusted])


def chartable(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Choose one kind of period for a line: years if there are at least two, else the most frequent kind."""
    kept = trusted(facts)
    years = yearly(kept)
    if len(years) > 1:
        return years
    kinds = [fact.shown.period.kind for fact in kept]
    if not kinds:
        return ()
    common = max(sorted(set(kinds)), key=lambda kind: (kinds.count(kind), kind == "year"))
    return tuple(fact for fact in kept if fact.period.kind == common)


def latest(facts: Iterable[Fact]) -> Fact | None:
    """Find the newest trusted fact; of two that end on one day the longer period wins."""
    kept = trusted(facts)
    return max(kept, key=_age, default=None)


def _age(fact: Fact) -> tuple[date, int]:
    period = fact.shown.period
    return period.end, -period.start.toordinal()


def previous(facts: Iterable[Fact], fact: Fact) -> Fact | None:
    """Find the trusted fact of the same kind of period before `fact`."""
    earlier = [each for each in trusted(facts) if each.period.kind == fact.period.kind]
    return latest(each for each in earlier if each.period.end < fact.period.end)
