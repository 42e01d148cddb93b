"""What a dataset offers for download: its descriptor, its tables as plain CSV, and all of them in one archive."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from typing import Any, Final

from build_scripts.model import Artifact, MapFile, Package, Resource

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_PLAIN_FILE: Final = 0o100644
_UNIX: Final = 3
DESCRIPTOR: Final = "datapackage.json"


@cache
def package_files(package: Package) -> tuple[Artifact, ...]:
    """Descriptor, tables, boundary files, archive; paths are relative to the site."""
    tables = tuple(
        Artifact(path, _csv(each)) for each, path in zip(package.resources, paths(package), strict=True)
    )
    descriptor = json.dumps(_descriptor(package, tables), ensure_ascii=False, indent=2).encode() + b"\n"
    maps = tuple(Artifact(each.path, each.data) for each in package.maps)
    inside = (Artifact(DESCRIPTOR, descriptor), *tables, *maps)
    whole = (*inside, Artifact(archive_name(package), _archive(package.name, inside)))
    return tuple(Artifact(f"data/{package.name}/{each.path}", each.data) for each in whole)


def archive_name(package: Package) -> str:
    """The name of the archive beside the descriptor."""
    return f"{package.name}.zip"


def paths(package: Package) -> tuple[str, ...]:
    """Where each table is published, below the package: where it lies in the package, always with the suffix `.csv`."""
    found: list[str] = []
    taken = {each.path.lower() for each in package.resources}
    for each in package.resources:
        stem, suffix = each.path.rpartition(".")[0], each.path.rpartition(".")[2]
        path = each.path if suffix == "csv" else f"{stem}.csv"
        path = f"{each.path}.csv" if path != each.path and path.lower() in taken else path
        taken.add(path.lower())
        found.append(path)
    return tuple(found)


def _csv(resource: Resource) -> bytes:
    """The table as RFC 4180 in UTF-8, with LF: the cells as the owner wrote them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(resource.table.cells.columns)
    writer.writerows(resource.table.cells.to_numpy(dtype=object).tolist())
    return text.getvalue().encode()


def _descriptor(package: Package, tables: tuple[Artifact, ...]) -> dict[str, Any]:
    """The descriptor with the paths, sizes and checksums of what is published."""
    raw = package.descriptor["resources"]
    return {
        **package.descriptor,
        "resources": [
            *(_resource(each, table) for each, table in zip(raw, tables, strict=True)),
            *(_map(each) for each in package.maps),
        ],
    }


def _map(drawn: MapFile) -> dict[str, Any]:
    """A boundary file goes out as it lies in the package."""
    measured = {"bytes": len(drawn.data), "hash": f"sha256:{sha256(drawn.data).hexdigest()}"}
    return {**drawn.raw, **measured}


def _resource(raw: dict[str, Any], table: Artifact) -> dict[str, Any]:
    """The dialect goes, because the published file has none; its sign for nothing becomes a missing value."""
    null = raw.get("dialect", {}).get("nullSequence")
    kept = {key: value for key, value in raw.items() if key != "dialect"}
    written = {"path": table.path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    measured = {"bytes": len(table.data), "hash": f"sha256:{table.sha256}"}
    schema = raw["schema"] if null is None else {**raw["schema"], "missingValues": [null]}
    return {**kept, **written, **measured, "schema": schema}


def _archive(name: str, files: tuple[Artifact, ...]) -> bytes:
    """A ZIP file of a folder with the files and their checksums; the same bytes whenever it is made."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for each in (*files, _checksums(files)):
            entry = zipfile.ZipInfo(f"{name}/{each.path}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE << 16
            archive.writestr(entry, each.data, compresslevel=9)
    return data.getvalue()


def _checksums(files: tuple[Artifact, ...]) -> Artifact:
    lines = "".join(f"{each.sha256}  {each.path}\n" for each in files)
    return Artifact("SHA256SUMS", lines.encode())


def all_files(packages: tuple[Package, ...]) -> Iterator[Artifact]:
    """Yield the files of every package."""
    for package in packages:
        yield from package_files(package)
