"""What is measured."""

from dataclasses import dataclass
from typing import Literal

from build_scripts.model.period import Period
from build_scripts.model.text import Text

Additivity = Literal["additive", "ratio", "index", "rank", "none"]
Direction = Literal["up", "down", "none"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `symbol` is what stands beside a figure, `name` what stands in a sentence; `join` tells whether a space
    parts figure and symbol; `change` is the unit in which two values of this unit differ (percentages differ in
    percentage points); `kind` is share, rate, count, money, index, score, rank, length, area, mass or time.
    """

    id: str
    symbol: Text
    name: Text
    kind: str
    change: str
    join: bool
    lower: float | None
    upper: float | None


UNSTATED = Unit("", Text("", ""), Text("", ""), kind="other", change="", join=False, lower=None, upper=None)
"""Stands where nobody states a unit."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject, one package each: id is the package's name, `order` its place on the site."""

    id: str
    name: Text
    order: int


@dataclass(frozen=True, slots=True)
class Indicator:
    """A statistical series with one definition.

    `package` is the data package it lives in; `unit` the id of its unit; `compositions` names the sets of
    indicators that sum to 100 with it; `numerator` and `denominator` are indicator ids (or ""); `decimals` is
    how many places readers see; `chartable` is false where the notes forbid one line, with the reason in `note`;
    `persons` is how many people one unit is where the indicator is the population of an area, else 0.
    """

    id: str
    package: str
    name: Text
    unit: str
    definition: Text
    direction: Direction
    additivity: Additivity
    compositions: tuple[str, ...]
    numerator: str
    denominator: str
    decimals: int
    chartable: bool
    note: Text
    topic: Text
    persons: int = 0


@dataclass(frozen=True, slots=True)
class Break:
    """From `period` on, figures of `indicator` (in `area`, or everywhere when "") are not comparable with before."""

    indicator: str
    area: str
    period: Period
    reason: Text
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word explained in the glossary."""

    id: str
    name: Text
    definition: Text
