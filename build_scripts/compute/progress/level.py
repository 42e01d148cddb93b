"""Judging a level: the value in a year, a share of a composition, a multiple of a base."""

from dataclasses import replace

from build_scripts.compute.progress import pace as paces
from build_scripts.compute.progress.case import LOOK_BACK, STALE, Case
from build_scripts.compute.progress.opensdg import BASE_YEAR, open_sdg
from build_scripts.model import BaseFrom, Datum, Judgement, Pace, Reason, Status

_OPEN: dict[str, Status] = {
    "target_achieved": "achieved",
    "substantial_progress": "on-track",
    "moderate_progress": "at-risk",
    "limited_progress": "off-track",
    "deterioration": "moving-away",
}


def level(case: Case) -> Judgement:
    """Judge where the series stands: by the target's own year, else by a value that meets it, else by its pace."""
    if case.start is not None and case.start > case.now:
        return _open(case, "period-not-started")
    if case.method == "open-sdg" and not case.single:
        return _compatible(case)
    own = _own_year(case)
    if own is not None:
        return own
    if case.single:
        over = case.year is None or case.year <= case.now
        return _open(case, "no-observation" if over else "period-not-started")
    return _so_far(case)


def _so_far(case: Case) -> Judgement:
    """Judge by the latest figure: it meets, or its pace tells."""
    if not case.known:
        return _open(case, "no-observation")
    latest = case.known[-1]
    if case.now - latest.year > STALE:
        return replace(_open(case, "stale"), latest=latest)
    if case.aim.met(latest.value):
        return _with_pace(case, latest, Judgement(
            target=case.target, status="achieved", now=case.now, method=case.method, basis="value", latest=latest,
            edge=float(case.aim.edge(latest.value)), start=case.start,
        ))  # fmt: skip
    if case.year is None:
        return replace(_open(case, "no-numeric-target"), latest=latest)
    return _by_pace(case, latest, case.year)


def _open(case: Case, reason: Reason) -> Judgement:
    """Say why nothing can be said."""
    return Judgement(
        target=case.target,
        status="not-assessable",
        reason=reason,
        now=case.now,
        method=case.method,
        start=case.start,
    )


def _own_year(case: Case) -> Judgement | None:
    """Judge by the figure of the target's own year, if that year is over and has one that decides.

    What was not reached is off track, or moved away if it ended farther from the target than it began. A count dated
    inside the year decides only when it meets: what it lacks may have come before the year was out.
    """
    if case.year is None or case.year > case.now:
        return None
    latest = next((each for each in case.known if each.year == case.year), None)
    ends = next(((each.low, each.high) for each in case.between if each.year == case.year), (None, None))
    if latest is not None:
        ends = (latest.value, latest.value)
    met = case.aim.decided(*ends)
    dated_inside = latest is not None and latest.period != str(latest.year)
    if met is None or (dated_inside and not met):
        return None
    judged = Judgement(
        target=case.target,
        status="achieved" if met else "off-track",
        now=case.now,
        method=case.method,
        basis="term",
        latest=latest,
        edge=float(case.aim.edge(next(each for each in ends if each is not None))),
        start=case.start,
    )
    if latest is None or case.single:
        return judged
    judged = _with_pace(case, latest, judged)
    base = judged.pace.base if judged.pace is not None else latest
    away = not met and case.aim.shortfall(latest.value) > case.aim.shortfall(base.value)
    return replace(judged, status="moving-away") if away else judged


def _with_pace(case: Case, latest: Datum, judged: Judgement) -> Judgement:
    """Add the two horizons where the figures allow; the status stays."""
    found = _base(case, latest)
    if isinstance(found, str) or case.year is None:
        return judged
    base, base_from = found
    return replace(
        judged,
        pace=_pace(case, base, latest, case.year),
        recent=_recent(case, latest, case.year),
        base_from=base_from,
        cut=_cut(case, latest),
    )


def _by_pace(case: Case, latest: Datum, year: int) -> Judgement:
    """Judge by the pace since the base against the pace that was needed by `year`."""
    found = _base(case, latest)
    if isinstance(found, str):
        return replace(_open(case, found), latest=latest, cut=_cut(case, latest))
    base, base_from = found
    pace = _pace(case, base, latest, year)
    if pace is None:
        return replace(_open(case, "sign-change"), latest=latest)
    compounding = case.method == "cagr"
    return Judgement(
        target=case.target,
        status=pace.status,
        now=case.now,
        method=case.method,
        basis="pace",
        edge=float(case.aim.edge(latest.value)),
        start=case.start,
        base_from=base_from,
        latest=latest,
        pace=pace,
        recent=_recent(case, latest, year),
        needed=paces.needed(case.aim, latest, year, compounding=compounding),
        projected=paces.projected(pace, year, compounding=compounding),
        reached=paces.reached(case.aim, pace, compounding=compounding),
        cut=_cut(case, latest),
    )


def _pace(case: Case, base: Datum, latest: Datum, year: int) -> Pace | None:
    method = paces.compound if case.method == "cagr" else paces.linear
    return method(case.aim, base, latest, year)


def _recent(case: Case, latest: Datum, year: int) -> Pace | None:
    """Judge by the last five years alone, as far as no break cuts them."""
    base = next(each for each in usable(case, latest) if each.year >= latest.year - LOOK_BACK)
    return _pace(case, base, latest, year) if base.year < min(latest.year, year) else None


def _cut(case: Case, latest: Datum) -> int | None:
    """Find the last break before the latest figure that falls inside the term."""
    start = case.start if case.start is not None else latest.year - LOOK_BACK
    inside = [cut for cut in case.cuts if start < cut <= latest.year]
    return max(inside, default=None)


def usable(case: Case, latest: Datum) -> tuple[Datum, ...]:
    """Keep the figures that may be compared with the latest: those since the last break."""
    cut = max((each for each in case.cuts if each <= latest.year), default=None)
    return tuple(each for each in case.known if cut is None or each.year >= cut)


def _base(case: Case, latest: Datum) -> tuple[Datum, BaseFrom] | Reason:
    """Choose the base: as the document states it, else the first figure of the term; or say why there is none."""
    cut = max((each for each in case.cuts if each <= latest.year), default=None)
    if case.base is not None:
        return _stated(case, case.base, latest, cut)
    start = case.base_year if case.base_year is not None else case.start
    if case.base_year is not None and cut is not None and case.base_year < cut:
        return "series-break"
    opening = start if start is not None else latest.year - LOOK_BACK
    base = next((each for each in usable(case, latest) if each.year >= opening), latest)
    if base.year >= latest.year:
        before = any(opening <= each.year < latest.year for each in case.known)
        after = start is not None and start > latest.year
        return "base-after-latest" if after else "series-break" if before else "one-observation"
    if case.base_year == base.year:
        return base, "base-year"
    if start is None:
        return base, "five-years"
    skipped = any(opening <= each.year < base.year for each in case.known)
    return base, "break" if skipped else "period"


def _stated(case: Case, base: Datum, latest: Datum, cut: int | None) -> tuple[Datum, BaseFrom] | Reason:
    if base.year > latest.year:
        return "base-after-latest"
    if base.year == latest.year:
        return "one-observation"
    if case.born is not None and base.year < case.born:
        return "boundary-change"
    return "series-break" if cut is not None and base.year < cut else (base, "document")


def _compatible(case: Case) -> Judgement:
    """Judge as Open SDG does, which knows no stale figures and goes on after the target's year; say it in our words."""
    points = tuple(each for each in case.points if each.year <= case.now)
    if not points:
        return _open(case, "no-observation")
    latest = points[-1]
    if case.aim.direction == "band" or case.year is None:
        reason: Reason = "no-numeric-target" if case.year is None else "no-direction"
        return replace(_open(case, reason), latest=latest)
    declared = case.base.year if case.base is not None else case.base_year
    opening = declared if declared is not None else case.start
    edge = float(case.aim.edge(latest.value))
    found = open_sdg(
        {each.year: each.value for each in points},
        base_year=opening if opening is not None else BASE_YEAR,
        target_year=case.year,
        target=edge,
        direction=case.aim.direction,
    )
    status = _OPEN.get(found.status)
    if status is None:
        late: Reason = "base-after-latest" if found.base_year is None else "one-observation"
        return replace(_open(case, "sign-change" if found.sign_change else late), latest=latest)
    pace = None
    if found.observed is not None and found.progress_value is not None:
        base = next(each for each in points if each.year == found.base_year)
        pace = Pace(base, latest, found.observed, found.required, found.progress_value, status)
    return Judgement(
        target=case.target, status=status, now=case.now, method="open-sdg", edge=edge, start=case.start, latest=latest,
        basis="value" if status == "achieved" else "pace", pace=pace, score=found.score,
        base_from="period" if declared is None else "base-year",
    )  # fmt: skip
