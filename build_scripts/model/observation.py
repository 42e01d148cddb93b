"""One value of one fact, and the fact with all its values."""

from dataclasses import dataclass

from build_scripts.model.period import Period
from build_scripts.model.text import Text


@dataclass(frozen=True, slots=True)
class Observation:
    """One vintage of one fact; fields mean what the columns of the same name in `columns` mean.

    `value`, `low` and `high` are in the indicator's unit; `None` where there is none. `text` is the point value
    as it stands in the file. `line` is the line of `file` it was read from.
    """

    indicator: str
    area: str
    period: Period
    operator: str
    value: float | None
    low: float | None
    high: float | None
    text: str
    mark: str
    status: str
    vintage: int
    in_force: bool
    boundary: str
    source: str
    confidence: str
    note: Text
    quote: str
    package: str
    file: str
    line: int

    @property
    def has_figure(self) -> bool:
        """Whether there is a number at all: a point, a bound or a range."""
        return not self.mark

    @property
    def is_point(self) -> bool:
        """Whether the figure is one number, exact or approximate."""
        return self.value is not None

    @property
    def is_trusted(self) -> bool:
        """Whether the figure may enter charts and judgements: everything but low confidence."""
        return not self.mark and self.confidence != "low"


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one indicator in one area and period: the value in force, and the other vintages."""

    shown: Observation
    others: tuple[Observation, ...]

    @property
    def period(self) -> Period:
        """The period the fact is about."""
        return self.shown.period
