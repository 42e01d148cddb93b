"""What was promised."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from build_scripts.model.text import Text

Operator = Literal["=", "~", ">=", ">", "<=", "<", "range"]
Reference = Literal[
    "end-year",
    "period-average",
    "annual-change",
    "cumulative",
    "multiple-of-base",
    "member-of-composition",
    "comparison",
    "structure",
]
Confidence = Literal["high", "medium", "low"]
Match = Literal["same", "proxy", "none"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of targets, in the order of the programme."""

    id: str
    name: Text
    order: int


@dataclass(frozen=True, slots=True)
class Document:
    """A resolution, programme or plan.

    `number` is "" when it is not known (never guess one); `date` is ISO or "" when not known; `status` is
    in-force, ended, draft or replaced; `area` is the place it is about; `replaces` is a document id or "".
    """

    id: str
    number: str
    title: Text
    short: Text
    issuer: Text
    date: str
    kind: str
    status: str
    area: str
    replaces: str
    start_year: int | None
    end_year: int | None
    summary: Text
    note: Text
    order: int


@dataclass(frozen=True, slots=True)
class Goal:
    """A target indicator: what one or more documents set targets for, in one area. It has a page.

    `unit` is a unit id; `direction` is up, down, band or none; `method` is how progress is judged: linear, or cagr
    or open-sdg where the goal asks for it (averages and sums of a period are judged as such whatever it says).
    """

    id: str
    name: Text
    area: str
    group: str
    unit: str
    direction: str
    definition: Text
    method: str = "linear"


@dataclass(frozen=True, slots=True)
class Target:
    """One figure promised by one document.

    `low` and `high` are in the goal's unit (equal for a point, one of them `None` for a bound, both `None`
    for a comparison in words); `year` is the year it is due (`None` when the document does not say);
    `start_year` opens the period for averages and sums; `due` is the wording where it is more than a year;
    `baseline` is as the document states it, in words; `ended` is the day it stopped applying, with the `act`.
    `yearly` marks a target of one year's plan.
    """

    id: str
    goal: str
    document: str
    name: Text
    operator: Operator
    low: float | None
    high: float | None
    unit: str
    reference: Reference
    start_year: int | None
    year: int | None
    due: Text
    baseline: float | None
    baseline_year: int | None
    baseline_note: Text
    ended: date | None
    act: str
    source: str
    quote: str
    confidence: Confidence
    note: Text
    yearly: bool
    draft: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result or a fact that a document or its coverage reports, beside the statistics."""

    id: str
    goal: str
    document: str
    name: Text
    operator: Operator
    low: float | None
    high: float | None
    unit: str
    period: Text
    baseline_note: Text
    source: str
    quote: str
    confidence: Confidence
    note: Text


@dataclass(frozen=True, slots=True)
class Gap:
    """A target that a document is known to hold, whose text nobody has found yet."""

    id: str
    document: str
    group: str
    number: int
    name: Text
    year: int | None
    source: str
    note: Text


@dataclass(frozen=True, slots=True)
class TargetCount:
    """How many targets a document says it has, in all (`group` "") or in a group."""

    id: str
    document: str
    group: str
    name: Text
    count: int
    source: str
    quote: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Statement:
    """An objective or a vision, in words; `kind` is objective or vision."""

    id: str
    document: str
    kind: str
    year: int
    text: Text
    source: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Commitment:
    """A task of the programme, in our words; `status` is unknown until a source says otherwise."""

    id: str
    document: str
    group: str
    order: int
    title: Text
    text: Text
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Which series measures a goal: reviewed data, with the reason in words; `indicator` is "" for none.

    `snapshots` says that a count dated inside a year may stand for that year where it has no figure of its own.
    """

    goal: str
    indicator: str
    match: Match
    reason: Text
    snapshots: bool = False
