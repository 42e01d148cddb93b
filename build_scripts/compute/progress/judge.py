"""Judging every target of a catalog: which series answers, what it says, how firm that is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from build_scripts.compute.facts import Facts
from build_scripts.compute.focus import measures_of
from build_scripts.compute.goals import horizon
from build_scripts.compute.progress.aim import Aim, aim_of
from build_scripts.compute.progress.case import Case
from build_scripts.compute.progress.checks import checked, history, judged
from build_scripts.compute.progress.revisions import ASSUMED, revisions_of
from build_scripts.compute.progress.track import Track, track, unit_of
from build_scripts.compute.territory import renewal_from
from build_scripts.model import Catalog, Datum, Judgement, Measure, Method, Reason, Revision, Target, Unit

PERIODS = frozenset({"period-average", "cumulative", "annual-change"})
_WORDS = frozenset({"comparison", "structure"})


@dataclass(frozen=True, slots=True, eq=False)
class Judgements:
    """What was found of every target that may be judged, by target id.

    `leading` is the judgement by the series that answers best; `beside` are those by the other series of the goal;
    drafts and targets of low confidence are in neither. `now` is the year at whose end all are made: the newest whole
    year of which the catalog has a figure. `revisions` are by indicator.
    """

    now: int
    leading: Mapping[str, Judgement]
    beside: Mapping[str, tuple[Judgement, ...]]
    revisions: Mapping[str, Revision]


def judgements(catalog: Catalog, facts: Facts) -> Judgements:
    """Judge every target that is no draft and not of low confidence."""
    now = horizon(facts) - 1
    revisions = revisions_of(catalog, facts)
    found = {
        target.id: tuple(_judged(catalog, facts, target, now, revisions))
        for target in catalog.targets
        if not target.draft and target.confidence != "low"
    }
    leading = {name: _best(each) for name, each in found.items()}
    beside = {name: tuple(one for one in each if one is not leading[name]) for name, each in found.items()}
    return Judgements(now=now, leading=leading, beside=beside, revisions=revisions)


def _best(found: tuple[Judgement, ...]) -> Judgement:
    """Choose the first series that says something; where none does, the first."""
    return next((each for each in found if each.assessed), found[0])


def _judged(
    catalog: Catalog, facts: Facts, target: Target, now: int, revisions: Mapping[str, Revision]
) -> Iterable[Judgement]:
    if target.ended is not None:
        yield Judgement(
            target=target.id, status="no-longer-applicable", now=now, method=_method(catalog, target)
        )
        return
    aim = aim_of(target, catalog.goals[target.goal])
    measures = measures_of(catalog, target.goal)
    if aim is None or target.reference in _WORDS:
        words = target.reference in _WORDS or (target.low is None and target.high is None)
        yield _refused(catalog, target, now, "no-numeric-target" if words else "no-direction")
    elif not measures:
        yield _refused(
            catalog,
            target,
            now,
            "period-not-started" if _is_ahead(catalog, target, now) else "no-observation",
        )
    else:
        for measure in measures:
            yield _by(catalog, facts, (target, aim, measure), now, revisions.get(measure.indicator, ASSUMED))


def _refused(catalog: Catalog, target: Target, now: int, reason: Reason) -> Judgement:
    return Judgement(
        target=target.id,
        status="not-assessable",
        reason=reason,
        now=now,
        method=_method(catalog, target),
        start=start_of(catalog, target),
    )


def _is_ahead(catalog: Catalog, target: Target, now: int) -> bool:
    start = start_of(catalog, target)
    return start is not None and start > now


def _method(catalog: Catalog, target: Target) -> Method:
    asked = catalog.goals[target.goal].method
    if target.reference in PERIODS:
        return "period"
    return "cagr" if asked == "cagr" else "open-sdg" if asked == "open-sdg" else "linear"


def start_of(catalog: Catalog, target: Target) -> int | None:
    """Find the first year of a target's term: its own, that of its one year, else its document's."""
    if target.yearly and target.year is not None:
        return target.year
    if target.start_year is not None:
        return target.start_year
    return catalog.documents[target.document].start_year


def _by(
    catalog: Catalog, facts: Facts, subject: tuple[Target, Aim, Measure], now: int, revision: Revision
) -> Judgement:
    """Judge a target by one series."""
    target, aim, measure = subject
    own = facts.get(measure.indicator, {}).get(catalog.goals[target.goal].area, ())
    found = track(catalog, target, measure, own)
    reason = _obstacle(catalog, facts, (target, measure), found, now)
    if reason is not None or found is None:
        judgement = _refused(catalog, target, now, "unit-differs" if reason is None else reason)
        if reason == "series-break" and found is not None and found.points:
            judgement = replace(judgement, latest=found.points[-1])
    else:
        case = _case(catalog, (target, aim), found, now)
        unit = catalog.indicators[measure.indicator].unit
        judgement = checked(case, judged(case), _scaled(revision, catalog, unit, target))
        possible = _possible(judgement.projected, catalog.units.get(unit_of(catalog, target)))
        judgement = replace(judgement, history=history(case, judgement), projected=possible)
    return replace(judgement, indicator=measure.indicator, match=measure.match)


def _possible(projected: float | None, unit: Unit | None) -> float | None:
    """Keep a projection within what its unit can hold: there are no fewer than no households."""
    if projected is None or unit is None:
        return projected
    low = projected if unit.lower is None else max(projected, unit.lower)
    return low if unit.upper is None else min(low, unit.upper)


def _obstacle(
    catalog: Catalog, facts: Facts, subject: tuple[Target, Measure], found: Track | None, now: int
) -> Reason | None:
    """Say why a series cannot be held against a target at all, if it cannot."""
    target, measure = subject
    area = catalog.goals[target.goal].area
    if _is_ahead(catalog, target, now):
        return "period-not-started"
    if not facts.get(measure.indicator, {}).get(area) and _lives_on(catalog, facts, measure.indicator, area):
        return "boundary-change"
    if found is None:
        return "unit-differs"
    if not found.points and found.whole is None and not found.between:
        return "no-observation"
    return None if catalog.indicators[measure.indicator].chartable else "series-break"


def _scaled(revision: Revision, catalog: Catalog, unit: str, target: Target) -> Revision:
    """Say a revision in the target's unit."""
    if revision.relative or unit == unit_of(catalog, target):
        return revision
    fitting = (
        each
        for each in catalog.conversions
        if (each.from_unit, each.to_unit) == (unit, unit_of(catalog, target))
    )
    factor = next((each.factor for each in fitting), None)
    return ASSUMED if factor is None else replace(revision, size=revision.size * factor)


def _lives_on(catalog: Catalog, facts: Facts, indicator: str, area: str) -> bool:
    """Whether figures exist only for the territory that came after this one."""
    if catalog.areas[area].kind != "region":
        heirs = {each.to_area for each in catalog.changes if each.from_area == area}
        return any(facts.get(indicator, {}).get(each) for each in heirs)
    renewal = renewal_from(catalog, area)
    return renewal is not None and bool(facts.get(indicator, {}).get(renewal.after))


def _case(catalog: Catalog, subject: tuple[Target, Aim], found: Track, now: int) -> Case:
    target, aim = subject
    area = catalog.areas[catalog.goals[target.goal].area]
    method = _method(catalog, target)
    base = None
    measured = method != "period" and target.reference != "multiple-of-base"
    if target.baseline is not None and target.baseline_year is not None and measured:
        base = Datum(
            target.baseline_year, target.baseline, str(target.baseline_year), "stated", target.source
        )
    return Case(
        target=target.id,
        aim=aim,
        method=method,
        now=now,
        points=found.points,
        year=target.year,
        start=start_of(catalog, target),
        base=base,
        base_year=target.baseline_year if base is None and method != "period" else None,
        between=found.between,
        cuts=found.cuts,
        whole=found.whole,
        single=target.yearly,
        each_year=target.reference == "annual-change",
        total=target.reference == "cumulative",
        born=area.valid_from.year if area.valid_from is not None else None,
    )
