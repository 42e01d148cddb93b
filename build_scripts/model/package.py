"""Data packages as the rest of the program sees them: re-emitted, never passed through."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from build_scripts.model.area import Boundary
from build_scripts.model.text import Text

if TYPE_CHECKING:
    import pandas as pd

Kind = Literal["text", "integer", "number", "boolean", "date", "moment", "instant"]
"""What a column holds: a `moment` is a day with a time and no zone, an `instant` one with a zone."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a column of a large table holds: how many cells with a value and without, how many different values.

    `distinct` is an estimate where the column has many values; `least`, `most` and the `common` cells, each with how
    often it stands, are written as in the file; `least` and `most` are "" for what has no order.
    """

    name: str
    kind: Kind
    filled: int
    missing: int
    distinct: int
    is_estimate: bool
    least: str
    most: str
    common: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """A finished file that lies on disk at `source`; `path` is where it is published, as that of an artifact.

    Of a part of a table `path` is the number of the part, and `rows` how many it has.
    """

    path: str
    source: Path
    size: int
    sha256: str
    rows: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Large:
    """A table too large to be held: how many rows it has, what its columns hold, and where it lies.

    `summaries` asks what the columns hold, and `parts` writes the table as Parquet, each once.
    """

    rows: int
    source: Path
    summaries: Callable[[], tuple[Summary, ...]]
    parts: Callable[[], tuple[Copy, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A resource read from disk: every cell as the text it is, plus the line each row starts on.

    `cells` holds strings only, columns in file order; the index is the 1-based line number in the file. Of a `large`
    table they are the first rows only.
    """

    cells: "pd.DataFrame"
    large: Large | None = None

    def __len__(self) -> int:
        """Count the rows, header not included."""
        return len(self.cells) if self.large is None else self.large.rows


@dataclass(frozen=True, slots=True)
class Field:
    """A column: `type`, `format`, `constraints` and `categories` are as in Table Schema."""

    name: str
    type: str
    title: Text
    description: Text
    constraints: tuple[tuple[str, Any], ...] = ()
    unit: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """One table of a package; `path` is relative to the package's folder."""

    name: str
    path: str
    title: Text
    description: Text
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    table: Table
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, eq=False)
class MapFile:
    """A GeoJSON file of a geography package, as it lies on disk; `raw` is its entry in the descriptor."""

    path: str
    data: bytes
    boundaries: tuple[Boundary, ...]
    raw: dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """A data package in both languages.

    `profile` is geography, policy, vocabulary, theme or "" (any other tabular package); `licences` and
    `sources` are pairs of (name, address), the address "" when there is none; `languages` are those the owner
    wrote in; `descriptor` is the re-emitted Data Package v2 descriptor, ready to be written as JSON; its resources are
    the tables, `maps` are beside them.
    """

    name: str
    folder: str
    profile: str
    title: Text
    description: Text
    version: str
    created: str
    licences: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str], ...]
    contributors: tuple[str, ...]
    keywords: tuple[str, ...]
    languages: tuple[str, ...]
    resources: tuple[Resource, ...]
    descriptor: dict[str, Any]
    maps: tuple[MapFile, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """A version of a package as it was published once and for all; `files` are (path, bytes) as they lie on disk."""

    package: Package
    files: tuple[tuple[str, bytes], ...]
