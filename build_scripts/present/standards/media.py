"""The kinds of files that are published, and what each is called on the web."""

from dataclasses import dataclass
from typing import Final, Literal

from build_scripts.model import Artifact, Resource

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
class Published:
    """A file to take away; its path is below the package's folder. `table` is `None` for what is no table."""

    file: Artifact
    form: Form
    table: Resource | None = None
