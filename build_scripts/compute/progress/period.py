"""Judging a period: the mean of its years, their sum, or the change of each."""

from dataclasses import replace
from fractions import Fraction

from build_scripts.compute.progress.aim import Aim, exact
from build_scripts.compute.progress.case import STALE, Case
from build_scripts.compute.progress.pace import classified
from build_scripts.model import Basis, Datum, Judgement, Reason, Status


def period(case: Case) -> Judgement:
    """Judge the mean (or the sum) so far: over the whole period it is reached or not, before its end it is a pace.

    R is the mean a year so far over the mean a year that is promised (for a promise to stay below, the other way
    round); a year without a figure leaves the whole unjudged.
    """
    if case.start is None or case.year is None:
        return _open(case, "no-numeric-target")
    if case.start > case.now:
        return _open(case, "period-not-started")
    if case.whole is not None and case.year <= case.now:
        return _summed(case, (case.whole,), complete=True)
    parts = tuple(each for each in case.known if each.year >= case.start)
    if not parts:
        return _open(case, "no-observation")
    held = {each.year for each in parts}
    missing = tuple(year for year in range(case.start, parts[-1].year + 1) if year not in held)
    if missing:
        return replace(_open(case, "no-observation"), missing=missing, parts=parts, latest=parts[-1])
    if case.now - parts[-1].year > STALE and parts[-1].year < case.year:
        return replace(_open(case, "stale"), parts=parts, latest=parts[-1])
    if any(case.start < cut <= parts[-1].year for cut in case.cuts):
        return replace(_open(case, "series-break"), parts=parts, latest=parts[-1])
    return summed(case, parts)


def summed(case: Case, parts: tuple[Datum, ...]) -> Judgement:
    """Judge the years of a period that are known."""
    return _summed(case, parts, complete=parts[-1].year == case.year)


def _summed(case: Case, parts: tuple[Datum, ...], *, complete: bool) -> Judgement:
    start = case.start if case.start is not None else parts[0].year
    end = case.year if case.year is not None else parts[-1].year
    years = end - start + 1
    total = sum((exact(each.value) for each in parts), Fraction(0))
    whole = parts == (case.whole,)
    mean = total / (years if whole and case.total else len(parts))
    so_far = total if case.total else mean
    edge = case.aim.edge(so_far)
    mean_edge = edge / years if case.total else edge
    basis: Basis = "sum" if case.total else "mean"
    done = case.total and case.aim.direction == "up" and case.aim.met(total) and min(p.value for p in parts) >= 0
    if complete or done:
        kept = all(case.aim.met(each.value) for each in parts) if case.each_year else case.aim.met(so_far)
        away = _ratio(case.aim, mean, mean_edge)
        failed: Status = "moving-away" if away is not None and away < 0 else "off-track"
        status: Status = "achieved" if kept else failed
    else:
        ratio = _ratio(case.aim, mean, mean_edge)
        status = "on-track" if _holds(case.aim, mean, mean_edge) else "off-track" if ratio is None else classified(ratio)
    left = end - parts[-1].year
    open_end = not (complete or done)
    return Judgement(
        target=case.target,
        status=status,
        now=case.now,
        method="period",
        basis=basis,
        edge=float(edge),
        start=start,
        latest=parts[-1],
        parts=parts,
        so_far=float(so_far),
        needed=float((mean_edge * years - total) / left) if open_end and left else None,
        projected=float(mean * years if case.total else mean) if open_end else None,
    )


def _holds(aim: Aim, mean: Fraction, edge: Fraction) -> bool:
    """Whether the years so far, going on alike, keep the promise."""
    if aim.direction == "up":
        return mean >= edge
    return mean <= edge if aim.direction == "down" else mean == edge


def _ratio(aim: Aim, mean: Fraction, edge: Fraction) -> Fraction | None:
    """Set the mean so far against the mean promised; `None` where the two have no ratio that says anything."""
    if edge <= 0 or (aim.direction != "up" and mean <= 0):
        return None
    if aim.direction == "up":
        return mean / edge
    return edge / mean if aim.direction == "down" else min(mean / edge, edge / mean)


def _open(case: Case, reason: Reason) -> Judgement:
    return Judgement(
        target=case.target, status="not-assessable", reason=reason, now=case.now, method="period", start=case.start
    )
