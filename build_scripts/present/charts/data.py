"""What a chart is made of, and what it becomes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from build_scripts.model import Period, Unit

Spec = dict[str, Any]
"""A Vega-Lite specification, ready for JSON."""
Row = dict[str, Any]
"""One datum inside a specification."""
UNSETTLED = frozenset({"preliminary", "estimate"})
"""States of figures that may still change."""
Path = Literal["actual", "needed", "pace"]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a chart is about: its title says what and where; `decimals` is how many places readers see."""

    title: str
    unit: Unit
    decimals: int


@dataclass(frozen=True, slots=True)
class Point:
    """One figure in the frame's unit: a value, or for a bound or a range `low` and `high`, or none of them."""

    period: Period
    value: float | None
    low: float | None
    high: float | None
    status: str
    operator: str

    @property
    def hollow(self) -> bool:
        """Tell whether the figure may still change."""
        return self.status in UNSETTLED

    @property
    def bounds(self) -> tuple[float, ...]:
        """What is known where there is no value: nothing, one bound, or both ends of a range."""
        ends = (self.low, self.high) if self.value is None else ()
        return tuple(dict.fromkeys(end for end in ends if end is not None))


@dataclass(frozen=True, slots=True)
class Series:
    """A named line of points, oldest first; a `needed` path and a `pace` are dashed, dotted and not described.

    The line is cut before each of the periods in `cuts`.
    """

    name: str
    points: tuple[Point, ...]
    emphasis: bool = False
    path: Path = "actual"
    cuts: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Aim:
    """A target for `year`, or for the years from `start_year` on; an empty label is written from the figures."""

    year: int
    start_year: int | None
    low: float | None
    high: float | None
    operator: str
    label: str


@dataclass(frozen=True, slots=True)
class BreakMark:
    """From `period` on, figures are not comparable with those before."""

    period: Period
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure among others, in the frame's unit; `None` has a row of its own without a bar."""

    label: str
    value: float | None
    status: str
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language, not yet drawn: `key` is the SHA-256 of the specification's canonical JSON, `written`."""

    key: str
    spec: Spec
    title: str
    description: str
    written: str = field(repr=False, compare=False)


def finished(spec: Spec, title: str, description: str) -> Chart:
    """Make a chart of a specification that carries its own words."""
    complete = spec | {"description": description, "usermeta": {"title": title}}
    written = canonical(complete)
    return Chart(
        key=hashlib.sha256(written.encode()).hexdigest(),
        spec=complete,
        title=title,
        description=description,
        written=written,
    )


def canonical(spec: Mapping[str, Any]) -> str:
    """Write a specification as JSON that is the same for equal specifications."""
    return json.dumps(spec, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
