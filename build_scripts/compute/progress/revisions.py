"""How far first figures move until the latest: the typical revision of each indicator."""

from collections.abc import Mapping
from statistics import median

from build_scripts.compute.facts import Facts
from build_scripts.compute.progress.aim import exact
from build_scripts.model import Catalog, Fact, Revision

_RELATIVE = frozenset({"count", "money", "length", "area", "mass", "time"})
"""Kinds of units whose revisions are told as a part of the value; of the others, in the unit itself."""
ASSUMED = Revision(size=0.01, relative=True, count=0)


def revisions_of(catalog: Catalog, facts: Facts) -> Mapping[str, Revision]:
    """Measure the typical revision of every indicator that has a fact with more than one vintage."""
    found = {name: _revision(catalog, name, areas) for name, areas in facts.items()}
    return {name: each for name, each in found.items() if each is not None}


def _revision(catalog: Catalog, indicator: str, areas: Mapping[str, tuple[Fact, ...]]) -> Revision | None:
    relative = catalog.units[catalog.indicators[indicator].unit].kind in _RELATIVE
    moves = [_move(fact, relative=relative) for each in areas.values() for fact in each]
    known = [each for each in moves if each is not None]
    return Revision(size=median(known), relative=relative, count=len(known)) if known else None


def _move(fact: Fact, *, relative: bool) -> float | None:
    """Measure one fact: how far the latest trusted point value is from the first."""
    values = sorted(
        (each for each in (fact.shown, *fact.others) if each.is_trusted), key=lambda each: each.vintage
    )
    points = [each.value for each in values if each.value is not None]
    if len(points) < 2:  # noqa: PLR2004 - a revision is between two figures
        return None
    first, moved = exact(points[0]), abs(exact(points[-1]) - exact(points[0]))
    if not relative:
        return float(moved)
    return float(moved / abs(first)) if first != 0 else None
