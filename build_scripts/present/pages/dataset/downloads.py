"""The downloads of a dataset as one quiet table."""

from dataclasses import dataclass

from build_scripts.model import Package
from build_scripts.present.pages.dataset.files import archive_name, package_files
from build_scripts.present.scene import Scene

_SHORT = 12
_FORMS = {"csv": "CSV", "geojson": "GeoJSON"}
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, every part ready to print; `href` is below the root of the site."""

    name: str
    href: str
    form: str
    rows: str
    size: str
    checksum: str
    checksum_short: str


def downloads(scene: Scene, package: Package) -> tuple[Download, ...]:
    """List the archive, the tables and the descriptor."""
    descriptor, *beside, archive = package_files(package)
    rows = [scene.writer.number(len(each.table)) for each in package.resources]
    counted = [
        (archive, ""),
        *zip(beside, [*rows, *("" for _ in package.maps)], strict=True),
        (descriptor, ""),
    ]
    return tuple(
        Download(
            name=each.path.removeprefix(f"data/{package.name}/"),
            href=each.path,
            form=_form(each.path, archive_name(package)),
            rows=count,
            size=size(scene, len(each.data)),
            checksum=each.sha256,
            checksum_short=each.sha256[:_SHORT] + "…",
        )
        for each, count in counted
    )


def _form(path: str, archive: str) -> str:
    if path.endswith(f"/{archive}"):
        return "ZIP"
    return _FORMS.get(path.rpartition(".")[2].lower(), "JSON")


def size(scene: Scene, count: int) -> str:
    """Write a number of bytes: `812 B`, `12,3 kB`, `1.4 MB`."""
    figure, unit = float(count), "B"
    for larger in ("kB", "MB", "GB"):
        if figure < _THOUSAND:
            break
        figure, unit = figure / _THOUSAND, larger
    written = scene.writer.number(count) if unit == "B" else scene.writer.number(figure, 1)
    return f"{written}\N{NO-BREAK SPACE}{unit}"
