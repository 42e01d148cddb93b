"""Judging a period: the mean of its years, their sum, or the change of each."""

from dataclasses import replace
from fractions import Fraction

from build_scripts.compute.progress.aim import Aim, exact
from build_scripts.compute.progress.case import STALE, Case
from build_scripts.compute.progress.pace import classified
from build_scripts.model import Datum, Judgement, Reason, Status


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
        return _judged(case, (case.whole,), (case.start, case.year), over=True)
    parts = tuple(each for each in case.known if each.year >= case.start)
    held = {each.year for each in parts}
    missing = tuple(year for year in range(case.start, max(held, default=case.start)) if year not in held)
    reason = _refusal(case, parts, missing)
    if reason is not None:
        return replace(_open(case, reason), missing=missing, parts=parts, latest=parts[-1] if parts else None)
    return summed(case, parts)


def _refusal(case: Case, parts: tuple[Datum, ...], missing: tuple[int, ...]) -> Reason | None:
    """Say why the years of a period cannot be judged together, if they cannot."""
    if not parts or missing:
        return "no-observation"
    first, last = parts[0].year, parts[-1].year
    if case.now - last > STALE and last != case.year:
        return "stale"
    return "series-break" if any(first < cut <= last for cut in case.cuts) else None


def summed(case: Case, parts: tuple[Datum, ...]) -> Judgement:
    """Judge the years of a period that are known."""
    start = case.start if case.start is not None else parts[0].year
    end = case.year if case.year is not None else parts[-1].year
    return _judged(case, parts, (start, end), over=parts[-1].year == end)


def _judged(case: Case, parts: tuple[Datum, ...], term: tuple[int, int], *, over: bool) -> Judgement:
    start, end = term
    years = end - start + 1
    total = sum((exact(each.value) for each in parts), Fraction(0))
    mean = total / (years if parts == (case.whole,) and case.total else len(parts))
    so_far = total if case.total else mean
    edge = case.aim.edge(so_far)
    mean_edge = edge / years if case.total else edge
    rising = case.total and case.aim.direction == "up" and all(each.value >= 0 for each in parts)
    settled = over or (rising and case.aim.met(total))
    left = end - parts[-1].year
    return Judgement(
        target=case.target,
        status=_settled(case, parts, so_far) if settled else _coming(case.aim, mean, mean_edge),
        now=case.now,
        method="period",
        basis="sum" if case.total else "mean",
        edge=float(edge),
        start=start,
        latest=parts[-1],
        parts=parts,
        so_far=float(so_far),
        needed=None if settled else float((mean_edge * years - total) / left),
        projected=None if settled else float(mean * years if case.total else mean),
    )


def _settled(case: Case, parts: tuple[Datum, ...], so_far: Fraction) -> Status:
    """Name the end: the whole period is known, or a sum that can only grow has come to what was promised."""
    if all(case.aim.met(each.value) for each in parts) if case.each_year else case.aim.met(so_far):
        return "achieved"
    ratio = _ratio(case.aim, so_far, case.aim.edge(so_far))
    return "moving-away" if ratio is not None and ratio < 0 else "off-track"


def _coming(aim: Aim, mean: Fraction, edge: Fraction) -> Status:
    """Name what the years so far, going on alike, come to."""
    if aim.direction == "up":
        kept = mean >= edge
    else:
        kept = mean <= edge if aim.direction == "down" else mean == edge
    if kept:
        return "on-track"
    ratio = _ratio(aim, mean, edge)
    return "off-track" if ratio is None else classified(ratio)


def _ratio(aim: Aim, mean: Fraction, edge: Fraction) -> Fraction | None:
    """Set the mean so far against the mean promised, less than 1 where it falls short; `None` where no ratio says anything.

    To stay below is to stay above with all signs turned. A promise above zero is measured as mean over edge; one
    that allows a loss, as edge over mean.
    """
    if aim.direction == "band":
        return min(mean / edge, edge / mean) if mean * edge > 0 else None
    promised, found = (edge, mean) if aim.direction == "up" else (-edge, -mean)
    if promised > 0:
        return found / promised
    return promised / found if promised < 0 and found < 0 else None


def _open(case: Case, reason: Reason) -> Judgement:
    return Judgement(
        target=case.target,
        status="not-assessable",
        reason=reason,
        now=case.now,
        method="period",
        start=case.start,
    )
