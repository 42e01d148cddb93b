"""When the rows of a table are about, told by the cells of one column."""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime
from functools import cache
from typing import Final

from build_scripts.model import Period

FEWEST: Final = 3
"""Periods below which a line says less than the table."""
_YEARS: Final = range(1500, 2201)


def periods_of(cells: Sequence[str], form: str, missing: Collection[str]) -> list[Period] | None:
    """The period of each row when all are of one kind, else nothing; `form` is the column's format in its schema."""
    if any(cell in missing for cell in cells):
        return None
    read = {cell: _period(cell, form) for cell in dict.fromkeys(cells)}
    found = [each for each in read.values() if each is not None]
    if len(found) < len(read) or len({each.kind for each in found}) > 1:
        return None
    found = _as_years(_as_months(found))
    if len(set(found)) < FEWEST or (len(set(found)) < len(read) and found[0].kind != "day"):
        return None
    known = dict(zip(read, found, strict=True))
    return [known[cell] for cell in cells]


def _period(cell: str, form: str) -> Period | None:
    """A year, a part of a year, or a day."""
    text = cell.strip()
    stamp = re.fullmatch(r"(\d{4}-\d{2}-\d{2})([T ].*)?", text, re.ASCII)
    quarter = re.fullmatch(r"(\d{4})[- ]?Q([1-4])", text, re.ASCII | re.IGNORECASE)
    try:
        if "%" in form and "%d" in form:
            period: Period | None = Period.day(datetime.strptime(text, form).date())  # noqa: DTZ007 - only the day counts
        elif stamp is not None:
            period = Period.day(date.fromisoformat(stamp[1]))
        else:
            period = Period.parse(text if quarter is None else f"{quarter[1]}-Q{quarter[2]}")
    except ValueError:
        return None
    return period if period is not None and period.year in _YEARS and period.kind != "span" else None


def _as_months(periods: Sequence[Period]) -> list[Period]:
    """Days that each stand for a month of their own, as in 2019-01-01, 2019-02-01, are months."""
    months = [(each.start.year, each.start.month) for each in periods]
    if {each.kind for each in periods} != {"day"} or len(set(months)) < len(months):
        return list(periods)
    return [month_of(each) for each in periods]


@cache
def month_of(day: Period) -> Period:
    """The month that a day is in."""
    found = Period.parse(day.text[: len("2019-01")])
    if found is None:
        raise ValueError(day.text)
    return found


def _as_years(periods: Sequence[Period]) -> list[Period]:
    """Months that are always the same one of different years, as in 2019-12-31, 2020-12-31, are years."""
    months = {each.start.month for each in periods}
    if (
        {each.kind for each in periods} != {"month"}
        or len(months) > 1
        or len({each.year for each in periods}) == 1
    ):
        return list(periods)
    return [_year(each.year) for each in periods]


def _year(year: int) -> Period:
    return Period(start=date(year, 1, 1), end=date(year, 12, 31), text=str(year), kind="year")
