"""What can be drawn of a table nobody explained to us: a time, a measure and perhaps a few categories."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from build_scripts.compute.moments import FEWEST, month_of, periods_of
from build_scripts.model import Field, Period, Resource


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


Thinning = Literal["", "day", "month"]
MOST_SHOWN: Final = 4
_MOST_POINTS: Final = 1500
_MOST_DAYS: Final = 400
"""Days beyond which a line shows months."""
_TIME_TYPES: Final = ("year", "yearmonth", "date", "datetime")
_LOOSE_TYPES: Final = ("integer", "string", "any")
_TIME_WORDS: Final = _set(
    "year years yr date datetime time utc period month quarter day week timestamp nam năm ngay ngày ky kỳ thang tháng quy quý "
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


@dataclass(frozen=True, slots=True)
class Line:
    """One category (or "" for the whole table) and its figures, oldest first, as they stand in the file."""

    label: str
    points: tuple[tuple[Period, str], ...]


@dataclass(frozen=True, slots=True)
class Trend:
    """What a chart of a table shows.

    `time`, `measure` and `category` are columns (`category` may be `None`); of `categories` different ones at most
    four lines are kept, those with most periods, then the largest at last. When `thinned`, of each day or month
    only the last figure is kept.
    """

    time: Field
    measure: Field
    category: Field | None
    lines: tuple[Line, ...]
    categories: int
    thinned: Thinning = ""

    @property
    def places(self) -> int:
        """Decimal places that occur, at most three."""
        parts = (text.partition(".")[2] for line in self.lines for _, text in line.points)
        return min(3, max((len(part) for part in parts if part.isdigit()), default=0))


class _Row(NamedTuple):
    """A figure with its time as written (`moment`) and as drawn, and its category."""

    period: Period
    moment: str
    label: str
    figure: str


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A reading of the table: the rows that have a figure."""

    rows: tuple[_Row, ...]
    category: Field | None


def time_and_measure(
    resource: Resource, *, missing: Collection[str] = ("",), avoid: Collection[str] = ()
) -> Trend | None:
    """Recognise a series over time, or decline; `avoid` names columns whose figures are written in their own way."""
    if not len(resource.table):
        return None
    for time in _times(resource):
        periods = periods_of(resource.table.cells[time.name].tolist(), time.format, missing)
        if periods is None:
            continue
        for measure in _measures(resource, time, avoid, missing):
            for candidate in _candidates(resource, (time, measure), periods, missing):
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
    periods: Sequence[Period],
    missing: Collection[str],
) -> Iterator[_Candidate]:
    """The table as one series, else by each column of names that tells its rows apart."""
    time, measure = chosen
    cells = resource.table.cells
    parts = list(zip(periods, cells[time.name].tolist(), cells[measure.name].tolist(), strict=True))
    texts_in_key = [
        field for field in resource.fields if field.type == "string" and field.name in resource.primary_key
    ]
    if all(field is time for field in texts_in_key):
        rows = tuple(_Row(when, cell, "", figure) for when, cell, figure in parts if figure not in missing)
        yield _Candidate(rows, None)
    texts = [field for field in resource.fields if field.type in ("string", "any") and field not in chosen]
    for field in sorted(texts, key=lambda each: not _NAMES & set(_words(each.name))):
        labelled = zip(parts, cells[field.name].tolist(), strict=True)
        rows = tuple(
            _Row(when, cell, label, figure)
            for (when, cell, figure), label in labelled
            if figure not in missing
        )
        yield _Candidate(rows, field)


def _trend(time: Field, measure: Field, candidate: _Candidate) -> Trend | None:
    """The candidate as lines, if each moment has one figure a line and the lines are most of the table."""
    if len({(row.moment, row.label) for row in candidate.rows}) < len(candidate.rows):
        return None
    counted = Counter(row.label for row in candidate.rows)
    long_enough = {label for label, count in counted.items() if count >= FEWEST}
    if sum(counted[label] for label in long_enough) * 2 < len(candidate.rows):
        return None
    shown = _foremost(candidate, long_enough)
    grouped: dict[str, list[_Row]] = {label: [] for label in shown}
    for row in sorted(row for row in candidate.rows if row.label in grouped):
        grouped[row.label].append(row)
    thinned = _thinning(grouped.values())
    lines = tuple(Line(label, _points(rows, thinned)) for label, rows in grouped.items())
    if not lines or not all(FEWEST <= len(line.points) <= _MOST_POINTS for line in lines):
        return None
    return Trend(time, measure, candidate.category, lines, len(counted), thinned)


def _thinning(lines: Collection[Sequence[_Row]]) -> Thinning:
    """What must be left out so that a line of days can be drawn: nothing, all but the last of each day or month."""
    days = [[row.period for row in rows] for rows in lines if rows and rows[0].period.kind == "day"]
    if any(len(set(each)) > _MOST_DAYS for each in days):
        return "month"
    return "day" if any(len(set(each)) < len(each) for each in days) else ""


def _points(rows: Sequence[_Row], thinned: Thinning) -> tuple[tuple[Period, str], ...]:
    """The figures of a line, oldest first; of several in one period the last."""
    parted = {(month_of(row.period) if thinned == "month" else row.period): row.figure for row in rows}
    return tuple(parted.items())


def _foremost(candidate: _Candidate, labels: Collection[str]) -> list[str]:
    """At most four labels: those with most figures, then with the largest last figure, then in the file's order."""
    counts = Counter(row.label for row in candidate.rows)
    last: dict[str, tuple[Period, float]] = {}
    for row in candidate.rows:
        if row.label in labels and (row.label not in last or row.period > last[row.label][0]):
            last[row.label] = (row.period, float(row.figure))
    return sorted(last, key=lambda label: (-counts[label], -last[label][1]))[:MOST_SHOWN]
