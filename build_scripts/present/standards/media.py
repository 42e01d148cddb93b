"""The kinds of files that are published, and what each is called on the web."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from build_scripts.model import Artifact, Copy, Resource

Form = Literal["zip", "csv", "excel", "xlsx", "parquet", "json", "geojson", "about"]
MEDIA: Final[dict[Form, str]] = {
    "zip": "application/zip",
    "csv": "text/csv",
    "excel": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "geojson": "application/geo+json",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """What is known of a published file without its bytes; `table` is its place in the package, `None` for no table."""

    path: str
    size: int
    sha256: str
    form: Form
    table: int | None = None
    part: int | None = None


Offers = Mapping[str, tuple[Offer, ...]]
"""The files of packages by the name of the package."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file to take away; its path is below the package's folder. `table` is `None` for what is no table.

    `part` is how many rows a part of a table holds, `None` for a whole one.
    """

    file: Artifact | Copy
    form: Form
    table: Resource | None = None
    part: int | None = None

    @property
    def rows(self) -> int | None:
        """How many rows it holds; `None` for what is no table."""
        return len(self.table.table) if self.part is None and self.table is not None else self.part
