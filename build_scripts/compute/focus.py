"""What the portal is about, read off its data: nothing here knows Hanoi by name."""

from collections import Counter

from build_scripts.compute.facts import Facts, latest
from build_scripts.compute.places import country_of, regions_of
from build_scripts.model import Area, Catalog, Document, Fact, Goal, Measure


def focus_of(catalog: Catalog) -> Area | None:
    """Find the area that most target indicators are about; without any, the first province that still exists.

    Where there is none, a province of the past stands in, then a region or the country; `None` without areas.
    """
    counted = Counter(goal.area for goal in catalog.goals.values() if goal.area in catalog.areas)
    if counted:
        return catalog.areas[counted.most_common(1)[0][0]]
    return min(
        catalog.areas.values(),
        key=lambda area: (area.kind in {"country", "region"}, not area.is_current),
        default=None,
    )


def predecessors_of(catalog: Catalog, area: str) -> tuple[str, ...]:
    """List the areas that became part of `area`, in the order of the data."""
    return tuple(dict.fromkeys(each.from_area for each in catalog.changes if each.to_area == area))


def former_self(catalog: Catalog, area: str) -> str | None:
    """Find the predecessor with the same official code, the area's own former boundary."""
    if area not in catalog.areas:
        return None
    code = catalog.areas[area].code
    return next(
        (each for each in predecessors_of(catalog, area) if code and catalog.areas[each].code == code), None
    )


def context_areas(catalog: Catalog, area: str) -> tuple[str, ...]:
    """List an area, its former boundary, its regions and its country: whom a trend is set against."""
    country = country_of(catalog)
    wider = [*regions_of(catalog, area), *([country.id] if country is not None else [])]
    former = former_self(catalog, area)
    own = [area, former] if former is not None else [area]
    return tuple(dict.fromkeys([*own, *wider]))


def programme_of(catalog: Catalog) -> Document | None:
    """Find the programme at the heart of the portal: the document with an objective or vision stated."""
    return next((catalog.documents[each.document] for each in catalog.statements), None)


def measures_of(catalog: Catalog, goal: str) -> tuple[Measure, ...]:
    """List the series that measure a target indicator, same definition before proxies."""
    order = {"same": 0, "proxy": 1}
    found = [
        each
        for each in catalog.measures
        if each.goal == goal and each.match in order and each.indicator in catalog.indicators
    ]
    return tuple(sorted(found, key=lambda each: order[each.match]))


def latest_of_goal(catalog: Catalog, facts: Facts, goal: Goal) -> tuple[Measure, Fact] | None:
    """Find the latest trusted value in the goal's own area, from the best series that has one."""
    for measure in measures_of(catalog, goal.id):
        fact = latest(facts.get(measure.indicator, {}).get(goal.area, ()))
        if fact is not None:
            return measure, fact
    return None
