"""What can be drawn of a table nobody explained to us: a time, a measure and perhaps a few categories."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from build_scripts.model import Field, Period, Resource


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOST_SHOWN: Final = 4
_MOST_POINTS: Final = 1500
_FEWEST: Final = 3
"""Periods below which a line says less than the table."""
_TIME_TYPES: Final = ("year", "yearmonth", "date", "datetime")
_LOOSE_TYPES: Final = ("integer", "string", "any")
_TIME_WORDS: Final = _set(
    "year years yr date time period month quarter day timestamp nam năm ngay ngày ky kỳ thang tháng quy quý "
    "thoi thời jahr datum monat zeit année annee mois año ano fecha mes"
)
_TIME_COMPANY: Final = _set(
    "ref reference observation obs fiscal calendar school start end of the gian diem điểm"
)
_LABELS: Final = _set(
    "id ids code codes mã ma key lat latitude lon lng long longitude rank ranking hạng hang order stt zip postcode "
    "phone idx fid gid objectid"
)
_LABELS_ALONE: Final = _set("index no x y version line row position")
_LIKELY: Final = _set("value values giá gia trị tri amount total")
_NAMES: Final = _set("name label tên ten title")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?([eE][+-]?[0-9]{1,2})?", re.ASCII)
_WORD = re.compile(r"[^\W_]+")
_YEARS: Final = range(1500, 2201)


@dataclass(frozen=True, slots=True)
class Line:
    """One category (or "" for the whole table) and its figures, oldest first, as they stand in the file."""

    label: str
    points: tuple[tuple[Period, str], ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """What a chart of a table shows.

    `time`, `measure` and `category` are columns (`category` may be `None`); of `categories` different ones at most
    four lines are kept, those with most periods, then the largest at last.
    """

    time: Field
    measure: Field
    category: Field | None
    lines: tuple[Line, ...]
    categories: int

    @property
    def places(self) -> int:
        """Decimal places that occur, at most three."""
        parts = (text.partition(".")[2] for line in self.lines for _, text in line.points)
        return min(3, max((len(part) for part in parts if part.isdigit()), default=0))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A reading of the table: each row with a figure as (period, category, figure)."""

    rows: tuple[tuple[Period, str, str], ...]
    category: Field | None


def time_and_measure(
    resource: Resource, *, missing: Collection[str] = ("",), avoid: Collection[str] = ()
) -> Trend | None:
    """Recognise a series over time, or decline; `avoid` names columns whose figures are written in their own way."""
    if not len(resource.table):
        return None
    for time in _times(resource):
        periods = _periods(resource.table.cells[time.name].tolist(), missing)
        if periods is None:
            continue
        for measure in _measures(resource, time, avoid, missing):
            figures = resource.table.cells[measure.name].tolist()
            for candidate in _candidates(resource, (time, measure), (periods, figures), missing):
                trend = _trend(time, measure, candidate)
                if trend is not None:
                    return trend
    return None


def _words(name: str) -> list[str]:
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    return [word.casefold() for word in _WORD.findall(parted)]


def _times(resource: Resource) -> Iterator[Field]:
    """Columns that tell when a row is about: in the key, or called nothing but a time."""
    for field in resource.fields:
        words = _words(field.name)
        is_called = any(word in _TIME_WORDS for word in words)
        is_pure = is_called and all(word in _TIME_WORDS | _TIME_COMPANY for word in words)
        is_key = field.name in resource.primary_key
        if (field.type in _TIME_TYPES and (is_pure or is_key)) or (field.type in _LOOSE_TYPES and is_pure):
            yield field


def _periods(cells: Sequence[str], missing: Collection[str]) -> list[Period] | None:
    """The period of each row when all are of one kind, else nothing."""
    if any(cell in missing for cell in cells):
        return None
    read = {cell: _period(cell) for cell in dict.fromkeys(cells)}
    found = [each for each in read.values() if each is not None]
    if len(found) < len(read) or len(found) < _FEWEST:
        return None
    found = _as_years(found)
    if len({each.kind for each in found}) > 1 or len({each.text for each in found}) < len(read):
        return None
    known = dict(zip(read, found, strict=True))
    return [known[cell] for cell in cells]


def _period(cell: str) -> Period | None:
    """A year, a part of a year, or a day that stands for its month."""
    text = cell.strip()
    stamp = re.fullmatch(r"(\d{4})-(\d{2})-\d{2}([T ].*)?", text, re.ASCII)
    quarter = re.fullmatch(r"(\d{4})[- ]?Q([1-4])", text, re.ASCII | re.IGNORECASE)
    if stamp is not None:
        text = f"{stamp[1]}-{stamp[2]}"
    elif quarter is not None:
        text = f"{quarter[1]}-Q{quarter[2]}"
    period = Period.parse(text)
    return period if period is not None and period.year in _YEARS and period.kind != "span" else None


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


def _measures(
    resource: Resource, time: Field, avoid: Collection[str], missing: Collection[str]
) -> Iterator[Field]:
    """Columns of figures that are no keys, codes, places or ranks; the likeliest first."""
    found = [
        field for field in resource.fields if field.name not in {time.name, *resource.primary_key, *avoid}
    ]
    found = [field for field in found if field.type in ("number", "integer") and not _is_label(field)]
    found = [field for field in found if _are_figures(resource.table.cells[field.name].tolist(), missing)]
    yield from sorted(
        found, key=lambda field: (not _LIKELY & set(_words(field.name)), field.type != "number")
    )


def _is_label(field: Field) -> bool:
    words = set(_words(field.name))
    is_time = words <= _TIME_WORDS | _TIME_COMPANY or (field.type == "integer" and bool(words & _TIME_WORDS))
    is_label = bool(words & _LABELS) or words <= _LABELS_ALONE
    return is_time or is_label or any(key == "enum" for key, _ in field.constraints)


def _are_figures(cells: Sequence[str], missing: Collection[str]) -> bool:
    """Whether all cells are plain numbers that say something: not all the same, no running number of the rows."""
    filled = [cell for cell in cells if cell not in missing]
    if len(set(filled)) < 2 or not all(_NUMBER.fullmatch(cell) for cell in filled):  # noqa: PLR2004 - one says nothing
        return False
    return filled not in ([str(number) for number in range(start, start + len(filled))] for start in (0, 1))


def _candidates(
    resource: Resource,
    chosen: tuple[Field, Field],
    columns: tuple[Sequence[Period], Sequence[str]],
    missing: Collection[str],
) -> Iterator[_Candidate]:
    """The table as one series, else by each column of names that tells its rows apart."""
    kept = [number for number, cell in enumerate(columns[1]) if cell not in missing]
    whole = tuple((columns[0][number], "", columns[1][number]) for number in kept)
    texts_in_key = [
        field for field in resource.fields if field.type == "string" and field.name in resource.primary_key
    ]
    if all(field is chosen[0] for field in texts_in_key):
        yield _Candidate(whole, None)
    texts = [field for field in resource.fields if field.type in ("string", "any") and field not in chosen]
    for field in sorted(texts, key=lambda each: not _NAMES & set(_words(each.name))):
        labels = resource.table.cells[field.name].tolist()
        yield _Candidate(tuple((columns[0][n], labels[n], columns[1][n]) for n in kept), field)


def _trend(time: Field, measure: Field, candidate: _Candidate) -> Trend | None:
    """The candidate as lines, if each period has one figure a line and the lines are most of the table."""
    if len({(period, label) for period, label, _ in candidate.rows}) < len(candidate.rows):
        return None
    counted = Counter(label for _, label, _ in candidate.rows)
    long_enough = {label for label, count in counted.items() if _FEWEST <= count <= _MOST_POINTS}
    if sum(counted[label] for label in long_enough) * 2 < len(candidate.rows) or not long_enough:
        return None
    lines = [
        Line(label, tuple(sorted((when, figure) for when, each, figure in candidate.rows if each == label)))
        for label in _foremost(candidate, long_enough)
    ]
    return Trend(time, measure, candidate.category, tuple(lines), len(counted))


def _foremost(candidate: _Candidate, labels: Collection[str]) -> list[str]:
    """At most four labels: those with most periods, then with the largest last figure, then in the file's order."""
    counts = Counter(label for _, label, _ in candidate.rows)
    last: dict[str, tuple[Period, float]] = {}
    for period, label, figure in candidate.rows:
        if label in labels and (label not in last or period > last[label][0]):
            last[label] = (period, float(figure))
    return sorted(last, key=lambda label: (-counts[label], -last[label][1]))[:MOST_SHOWN]
