"""Where the files of a package are published, below its folder; no two share a place, capital letters aside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from build_scripts.model import Package
from build_scripts.model.holding import held

DESCRIPTOR: Final = "datapackage.json"
CROISSANT: Final = "croissant.json"
CITATION: Final = "CITATION.cff"
BIBTEX: Final = "citation.bib"
RIS: Final = "citation.ris"
SIDECARS: Final = "metadata.{language}.json"
CHANGES: Final = "changelog.json"
VERSIONS: Final = "versions"
_RESERVED: Final = {
    *(DESCRIPTOR, CROISSANT, CITATION.lower(), BIBTEX, RIS, CHANGES, VERSIONS, "readme.md", "readme.en.md"),
    *("sha256sums", "metadata.vi.json", "metadata.en.json"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """The files of one table; `csvw` describes `csv` and must be called after it."""

    csv: str
    excel: str
    workbook: str
    parquet: str
    json: str
    csvw: str


def archive_name(package: Package) -> str:
    """Name the archive beside the descriptor."""
    return f"{package.name}.zip"


@held(None)
def places_of(package: Package) -> tuple[Places, ...]:
    """Find a place for each file of each table: where the table lies in the package, with the suffix of the format."""
    taken = _RESERVED | {archive_name(package).lower()} | {each.path.lower() for each in package.maps}
    tables = _tables(package, taken)
    for path in tables:
        taken.update((path.lower(), f"{path.lower()}-metadata.json"), _folders(path.lower()))
    return tuple(_places(path, taken) for path in tables)


def _tables(package: Package, reserved: set[str]) -> list[str]:
    """Where each table lies as plain CSV, always with the suffix `.csv`."""
    found: list[str] = []
    taken = {_inside(each.path, reserved).lower() for each in package.resources}
    for each in package.resources:
        own = _inside(each.path, reserved)
        path = own if own.endswith(".csv") else f"{own.rpartition('.')[0]}.csv"
        path = f"{own}.csv" if path != own and path.lower() in taken else path
        taken.add(path.lower())
        found.append(path)
    return found


def _inside(path: str, reserved: set[str]) -> str:
    """The path, one folder down when its first folder has the name of one of our files."""
    return f"tables/{path}" if "/" in path and path.partition("/")[0].lower() in reserved else path


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _places(path: str, taken: set[str]) -> Places:
    return Places(
        csv=path,
        excel=_free(path, "excel.csv", taken),
        workbook=_free(path, "xlsx", taken),
        parquet=_free(path, "parquet", taken),
        json=_free(path, "json", taken),
        csvw=f"{path}-metadata.json",
    )


def part_paths(places: Places, count: int) -> tuple[str, ...]:
    """Where the parts of a table lie as Parquet: one file, else in a folder of the name it would have."""
    if count == 1:
        return (places.parquet,)
    return tuple(f"{places.parquet}/{number}.parquet" for number in range(1, count + 1))


def _free(path: str, form: str, taken: set[str]) -> str:
    """A place nobody has: `rain.xlsx`, else `rain.csv.xlsx`, else `rain.csv.2.xlsx` and so on."""
    wanted = f"{path.removesuffix('.csv')}.{form}"
    number = 1
    while wanted.lower() in taken:
        wanted = f"{path}.{form}" if number == 1 else f"{path}.{number}.{form}"
        number += 1
    taken.add(wanted.lower())
    return wanted
