"""How firm a judgement is: the same one made a little differently."""

from collections.abc import Iterator
from dataclasses import replace

from build_scripts.compute.progress.aim import exact
from build_scripts.compute.progress.case import Case
from build_scripts.compute.progress.level import level, usable
from build_scripts.compute.progress.pace import theil_sen
from build_scripts.compute.progress.period import period, summed
from build_scripts.model import Check, Datum, Judgement, Past, Revision, Status


def judged(case: Case) -> Judgement:
    """Judge one target against one series: a period as a period, everything else as a level."""
    return period(case) if case.method == "period" else level(case)


def checked(case: Case, judgement: Judgement, revision: Revision) -> Judgement:
    """Add the checks; a judgement that rests on the figure of its own year is only tried with that figure revised.

    A check that leaves a figure out and finds too few says `None`: what hangs on one or two figures is not firm.
    """
    if not judgement.assessed:
        return judgement
    return replace(judgement, checks=tuple(_checks(case, judgement, revision)), revision=revision)


def _checks(case: Case, judgement: Judgement, revision: Revision) -> Iterator[Check]:
    if judgement.basis in ("mean", "sum"):
        yield from _of_period(case, judgement, revision)
        return
    if judgement.basis != "term":
        yield Check("last-left-out", _status(_without(case, judgement.latest)))
        yield Check("first-left-out", _status(_without(case, _first(judgement))))
    if judgement.latest is not None:
        yield from _revised(case, judgement.latest, revision)
    if judgement.basis == "pace" and judgement.method != "open-sdg":
        yield Check("theil-sen", _median_pace(case, judgement))


def _first(judgement: Judgement) -> Datum | None:
    return judgement.pace.base if judgement.pace is not None else judgement.latest


def _status(case: Case) -> Status | None:
    found = judged(case)
    return found.status if found.assessed else None


def _without(case: Case, left_out: Datum | None) -> Case:
    """Leave a figure out; a base that the document states gives way to the first figure of the term."""
    kept = tuple(each for each in case.points if each != left_out)
    start = case.start if case.base_year is None else case.base_year
    if case.base is None or case.base != left_out:
        return replace(case, points=kept, base_year=None, start=start)
    return replace(
        case, points=kept, base=None, base_year=None, start=case.base.year if start is None else start
    )


def _revised(case: Case, latest: Datum, revision: Revision) -> Iterator[Check]:
    """Move the latest figure up and down by a typical revision, wherever it stands."""
    step = exact(revision.size) * (abs(exact(latest.value)) if revision.relative else 1)
    for up in (True, False):
        moved = replace(latest, value=float(exact(latest.value) + (step if up else -step)))
        points = tuple(moved if each == latest else each for each in case.points)
        whole = moved if case.whole == latest else case.whole
        found = _status(replace(case, points=points, whole=whole))
        yield Check("revised-up" if up else "revised-down", found)


def _median_pace(case: Case, judgement: Judgement) -> Status | None:
    """Judge by the Theil-Sen slope of the figures from the base to the latest."""
    if judgement.pace is None or judgement.latest is None or case.year is None:
        return None
    base = judgement.pace.base
    between = tuple(each for each in usable(case, judgement.latest) if each.year > base.year)
    found = theil_sen(case.aim, (base, *between), case.year, compounding=case.method == "cagr")
    return None if found is None else found.status


def _of_period(case: Case, judgement: Judgement, revision: Revision) -> Iterator[Check]:
    parts, latest = judgement.parts, judgement.parts[-1]
    if case.whole != latest and not case.total:
        yield Check("last-left-out", _mean_of(case, parts[:-1], latest))
        yield Check("first-left-out", _mean_of(case, parts[1:], latest))
    yield from _revised(case, latest, revision)


def _mean_of(case: Case, parts: tuple[Datum, ...], latest: Datum) -> Status | None:
    """Judge the mean of the years that are left, as of the same year; nothing is left of one."""
    if not parts:
        return None
    moved = (*parts[:-1], replace(parts[-1], year=latest.year))
    return summed(case, moved).status


def history(case: Case, judgement: Judgement) -> tuple[Past, ...]:
    """Judge again at the end of every earlier year of the term that has a figure, with the figures known today."""
    if not judgement.assessed or judgement.latest is None or case.whole is not None:
        return ()
    first = judgement.pace.base.year if judgement.pace is not None else judgement.start
    earlier = [each.year for each in case.known if each.year < judgement.latest.year]
    years = [year for year in earlier if first is None or first <= year]
    found = ((year, judged(replace(case, now=year, points=_until(case, year)))) for year in years)
    return tuple(Past(year, each.status) for year, each in found if each.assessed)


def _until(case: Case, year: int) -> tuple[Datum, ...]:
    return tuple(each for each in case.points if each.year <= year)
