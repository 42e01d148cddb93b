"""How firm a judgement is: the same one made a little differently."""

from collections.abc import Iterator
from dataclasses import replace

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
    yield from _revised(case, judgement, revision)
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
    stated = case.base is not None and case.base == left_out
    return replace(
        case, points=kept, base=None if stated else case.base, base_year=None, start=_start(case, stated=stated)
    )


def _start(case: Case, *, stated: bool) -> int | None:
    if stated and case.base is not None and case.start is None:
        return case.base.year
    return case.start if case.base_year is None else case.base_year


def _revised(case: Case, judgement: Judgement, revision: Revision) -> Iterator[Check]:
    latest = judgement.latest
    if latest is None:
        return
    step = abs(latest.value) * revision.size if revision.relative else revision.size
    for name, moved in (("revised-up", latest.value + step), ("revised-down", latest.value - step)):
        points = tuple(replace(each, value=moved) if each == latest else each for each in case.points)
        changed = replace(case, points=points)
        yield Check("revised-up" if name == "revised-up" else "revised-down", _status(changed))


def _median_pace(case: Case, judgement: Judgement) -> Status | None:
    """Judge by the Theil-Sen slope of the figures from the base to the latest."""
    if judgement.pace is None or judgement.latest is None or case.year is None:
        return None
    base = judgement.pace.base
    between = tuple(each for each in usable(case, judgement.latest) if each.year > base.year)
    return theil_sen(case.aim, (base, *between), case.year).status


def _of_period(case: Case, judgement: Judgement, revision: Revision) -> Iterator[Check]:
    parts, latest = judgement.parts, judgement.parts[-1]
    step = abs(latest.value) * revision.size if revision.relative else revision.size
    if case.whole is None and not case.total:
        yield Check("last-left-out", _mean_of(case, parts[:-1], latest))
        yield Check("first-left-out", _mean_of(case, parts[1:], latest))
    for up in (True, False):
        moved = replace(latest, value=latest.value + (step if up else -step))
        whole = moved if case.whole is not None else None
        points = tuple(moved if each == latest else each for each in case.points)
        found = _status(replace(case, points=points, whole=whole))
        yield Check("revised-up" if up else "revised-down", found)


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
    years = [each.year for each in case.known if (first or 0) <= each.year < judgement.latest.year]
    found = ((year, judged(replace(case, now=year, points=_until(case, year)))) for year in years)
    return tuple(Past(year, each.status) for year, each in found if each.assessed)


def _until(case: Case, year: int) -> tuple[Datum, ...]:
    return tuple(each for each in case.points if each.year <= year)
