"""Places, as they were and as they are."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from build_scripts.model.text import Text

AreaKind = Literal["country", "region", "municipality", "province"]


@dataclass(frozen=True, slots=True)
class Area:
    """A territory that never changes: a new boundary is a new area with an id of its own.

    `code` is the official code ("" when there is none) and may return for another territory, the id never does;
    `name` is the short name, `full_name` the official one; `valid_from` and `valid_to` are the first and last
    day, `None` when not known (from) or still valid (to).
    """

    id: str
    code: str
    kind: AreaKind
    name: Text
    full_name: Text
    valid_from: date | None
    valid_to: date | None
    note: Text
    source: str

    @property
    def is_current(self) -> bool:
        """Whether the area exists today as far as the data say."""
        return self.valid_to is None

    def covers(self, start: date, end: date) -> bool:
        """Whether any day from `start` to `end` lies inside the area's validity."""
        begun = self.valid_from is None or self.valid_from <= end
        return begun and (self.valid_to is None or start <= self.valid_to)


@dataclass(frozen=True, slots=True)
class BoundaryChange:
    """On `date`, all or a `share` (0 to 1; `None` when not known) of `from_area` became part of `to_area`."""

    id: str
    date: date
    from_area: str
    to_area: str
    share: float | None
    act: str
    note: Text
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """`area` belongs to `region`."""

    region: str
    area: str
    note: Text
    source: str


@dataclass(frozen=True, slots=True)
class Tile:
    """The square of `area` in the schematic map `layout`; rows go down, columns go right, from 0."""

    layout: str
    area: str
    row: int
    column: int


Position = tuple[float, float]
"""Longitude and latitude, in degrees (WGS 84)."""


@dataclass(frozen=True, slots=True)
class Boundary:
    """The outline of `area`: closed rings of positions, holes and far-off islands among them."""

    area: str
    rings: tuple[tuple[Position, ...], ...]
