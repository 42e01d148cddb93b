"""What is found about a target: where it stands, by which sum, and how far that can be relied on."""

from dataclasses import dataclass
from typing import Literal

Status = Literal[
    "achieved", "on-track", "at-risk", "off-track", "moving-away", "not-assessable", "no-longer-applicable"
]
Reason = Literal[
    "no-observation",
    "one-observation",
    "stale",
    "unit-differs",
    "series-break",
    "boundary-change",
    "no-numeric-target",
    "no-direction",
    "period-not-started",
    "base-after-latest",
    "sign-change",
]
Method = Literal["linear", "cagr", "period", "open-sdg"]
Basis = Literal["pace", "value", "term", "mean", "sum", "none"]
"""What a status rests on: a pace, a value that meets the target before its year, the value of the target's own
year, the mean or the sum of a period, or nothing."""
BaseFrom = Literal["document", "period", "break", "five-years", "base-year"]
"""Where the base comes from: stated by the document, first figure of its period, first figure after a break, first
of the last five years (the document states no period), or the figure of the base year that the document names."""
Test = Literal["last-left-out", "first-left-out", "revised-up", "revised-down", "theil-sen"]


@dataclass(frozen=True, slots=True)
class Datum:
    """A figure that a judgement used: `value` is in the target's unit, `period` as in the data.

    `status` is that of the observation, or "stated" for a baseline in the words of the document; `source` is an id.
    """

    year: int
    value: float
    period: str
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast it went from `base` to `latest`, against how fast it had to go from `base` to the target's year.

    `observed` and `required` are in the target's unit a year (method cagr and open-sdg: growth a year, 0.05 is 5 %);
    `ratio` is R of the method, `None` where it has no meaning; `status` is what this horizon alone says.
    """

    base: Datum
    latest: Datum
    observed: float
    required: float | None
    ratio: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class Check:
    """The same judgement made a little differently; `status` is `None` when there were too few figures for it."""

    test: Test
    status: Status | None


@dataclass(frozen=True, slots=True)
class Past:
    """What the judgement would have been at the end of an earlier year, with the figures known today."""

    year: int
    status: Status


@dataclass(frozen=True, slots=True)
class Revision:
    """How far first figures moved until the latest: the median of `count` facts with more than one vintage.

    `size` is a part of the value (0.01 is 1 %) when `relative`, else in the indicator's unit; `count` 0 means that
    none is known and `size` is the 1 % assumed.
    """

    size: float
    relative: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Where a target stands at the end of year `now`, and the whole sum behind it.

    `edge` is the value to reach, in the target's unit (of a range the nearer end); `parts` are the yearly figures of
    a mean or a sum, `so_far` that mean or sum, `missing` the years without one; `needed` is the change a year from
    the latest figure on, or the mean needed in the years that remain; `projected` is the value in the target's year
    at the pace since the base, `reached` the year in which that pace meets the target (`None`: it does not);
    `cut` is the first year after a break inside the term; `score` only in open-sdg mode, -5 to 5.
    """

    target: str
    status: Status
    now: int
    reason: Reason | None = None
    method: Method = "linear"
    basis: Basis = "none"
    indicator: str = ""
    match: str = "none"
    edge: float | None = None
    start: int | None = None
    base_from: BaseFrom | None = None
    latest: Datum | None = None
    pace: Pace | None = None
    recent: Pace | None = None
    parts: tuple[Datum, ...] = ()
    so_far: float | None = None
    missing: tuple[int, ...] = ()
    needed: float | None = None
    projected: float | None = None
    reached: int | None = None
    cut: int | None = None
    score: float | None = None
    checks: tuple[Check, ...] = ()
    revision: Revision | None = None
    history: tuple[Past, ...] = ()

    @property
    def assessed(self) -> bool:
        """Whether there is a status that says how it goes."""
        return self.status not in ("not-assessable", "no-longer-applicable")

    @property
    def differing(self) -> tuple[Check, ...]:
        """The checks that come to another status, or to none."""
        return tuple(each for each in self.checks if each.status != self.status)

    @property
    def firm(self) -> bool:
        """Whether every check agrees; without a status nothing is firm."""
        return self.assessed and not self.differing
