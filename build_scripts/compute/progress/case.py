"""Everything a judgement looks at, gathered: the promise, the figures, the year it is made in."""

from dataclasses import dataclass

from build_scripts.compute.progress.aim import Aim
from build_scripts.model import Datum, Method

STALE = 3
"""A latest figure older than this many years says too little."""
LOOK_BACK = 5
"""Years of the second horizon."""


@dataclass(frozen=True, slots=True)
class Between:
    """A figure of a year known only as a bound or a range, in the target's unit; `None` is no end."""

    year: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One target against one series.

    `year` is the target's year, `start` the first year of its term (both `None` when no document tells); `points` are
    the yearly figures, oldest first, in the target's unit; `cuts` are the years from which figures are not comparable
    with those before; `whole` is a figure published for the whole term at once; `base` is the baseline as the document
    states it, `base_year` the year it names without a value; `now` is the year at whose end the judgement is made;
    `single` marks the target of one year's plan, which only that year's figure can meet; `each_year` that every
    year's change must meet it; `total` that the sum of the years must; `born` is the first year of the territory.
    """

    target: str
    aim: Aim
    method: Method
    now: int
    points: tuple[Datum, ...]
    year: int | None = None
    start: int | None = None
    base: Datum | None = None
    base_year: int | None = None
    between: tuple[Between, ...] = ()
    cuts: tuple[int, ...] = ()
    whole: Datum | None = None
    single: bool = False
    each_year: bool = False
    total: bool = False
    born: int | None = None

    @property
    def known(self) -> tuple[Datum, ...]:
        """The figures that may be looked at: up to the year of judgement and the target's year."""
        last = self.now if self.year is None else min(self.now, self.year)
        return tuple(each for each in self.points if each.year <= last)
