"""Everything that was read, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from build_scripts.model.area import Area, Boundary, BoundaryChange, Membership, Tile
from build_scripts.model.conversion import Conversion
from build_scripts.model.entry import Synonym
from build_scripts.model.hearing import Hearing
from build_scripts.model.indicator import Break, Indicator, Term, Theme, Unit
from build_scripts.model.package import Package, Release
from build_scripts.model.policy import (
    Commitment,
    Document,
    Gap,
    Goal,
    Group,
    Measure,
    Outcome,
    Statement,
    Target,
    TargetCount,
)
from build_scripts.model.source import Source

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class Catalog:
    """All packages of a portal, typed; mappings are keyed by id and keep the order of the files.

    `observations` is one tidy frame with the columns of `build_scripts.model.columns`, all vintages included.
    `releases` are the versions that were published, oldest first, and `addresses` what was ever published, relative to
    the root of the site; `hearings` are what judges said in the last run of the tests.
    A portal of other people's packages has `packages` and empty everything else.
    """

    packages: tuple[Package, ...]
    units: Mapping[str, Unit]
    themes: Mapping[str, Theme]
    terms: Mapping[str, Term]
    areas: Mapping[str, Area]
    changes: tuple[BoundaryChange, ...]
    memberships: tuple[Membership, ...]
    tiles: tuple[Tile, ...]
    sources: Mapping[str, Source]
    indicators: Mapping[str, Indicator]
    breaks: tuple[Break, ...]
    observations: "pd.DataFrame"
    groups: Mapping[str, Group]
    documents: Mapping[str, Document]
    goals: Mapping[str, Goal]
    targets: tuple[Target, ...]
    outcomes: tuple[Outcome, ...]
    gaps: tuple[Gap, ...]
    counts: tuple[TargetCount, ...]
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]
    measures: tuple[Measure, ...]
    conversions: tuple[Conversion, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    releases: tuple[Release, ...] = ()
    addresses: tuple[str, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
