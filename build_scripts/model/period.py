"""Spans of time as statistics write them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Kind = Literal["year", "quarter", "half", "nine-months", "month", "span", "day"]

_YEAR = r"(?P<year>\d{4})"
_FORMS: tuple[tuple[Kind, str], ...] = (
    ("year", rf"{_YEAR}"),
    ("quarter", rf"{_YEAR}-Q(?P<part>[1-4])"),
    ("half", rf"{_YEAR}-H(?P<part>[12])"),
    ("nine-months", rf"{_YEAR}-9M"),
    ("month", rf"{_YEAR}-(?P<part>0[1-9]|1[0-2])"),
    ("span", rf"{_YEAR}-(?P<last>\d{{4}})"),
)
_MONTHS: dict[Kind, int] = {"year": 12, "quarter": 3, "half": 6, "nine-months": 9, "month": 1, "span": 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A span of whole months: `2024`, `2024-Q1`, `2024-H1`, `2024-9M`, `2019-12` or `2021-2025`; or one day."""

    start: date
    end: date
    text: str
    kind: Kind

    @classmethod
    def parse(cls, text: str) -> "Period | None":
        """Read a period, or return `None` when the text is not one of the six forms."""
        return _parsed(text)

    @classmethod
    def day(cls, when: date) -> "Period":
        """Make the period of one day; indicators have none, tables of others do."""
        return cls(start=when, end=when, text=when.isoformat(), kind="day")

    def __hash__(self) -> int:
        """Tell periods apart by how they are written: it says everything about them, and is quick."""
        return hash(self.text)

    @property
    def year(self) -> int:
        """The calendar year in which the period ends."""
        return self.end.year


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Period | None:
    """Read each text once: tables write the same few periods thousands of times."""
    for kind, form in _FORMS:
        match = re.fullmatch(form, text, flags=re.ASCII)
        if match is not None:
            return _of(kind, text, match.groupdict())
    return None


def _of(kind: Kind, text: str, found: dict[str, str]) -> Period | None:
    first_year, months = int(found["year"]), _MONTHS[kind]
    last_year = int(found.get("last", found["year"]))
    if first_year == 0 or last_year < first_year:
        return None
    offset = (int(found.get("part", "1")) - 1) * months
    start = date(first_year, offset + 1, 1)
    closing = offset + months
    end = date(last_year, closing, monthrange(last_year, closing)[1])
    return Period(start=start, end=end, text=text, kind=kind)
