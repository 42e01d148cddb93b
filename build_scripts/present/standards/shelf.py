"""Everything a package offers for download, made once: tables in each format, what describes them, one archive."""

from collections.abc import Iterator, Sequence
from functools import cache

from build_scripts.compute.cells import Column
from build_scripts.model import Artifact, Resource
from build_scripts.present.standards.archive import archive
from build_scripts.present.standards.citation import bibtex, cff, ris
from build_scripts.present.standards.croissant import croissant
from build_scripts.present.standards.csvw import csvw
from build_scripts.present.standards.data_package import data_package
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.history import history_files
from build_scripts.present.standards.json_rows import json_rows
from build_scripts.present.standards.media import Published
from build_scripts.present.standards.parquet import parquet
from build_scripts.present.standards.places import (
    BIBTEX,
    CITATION,
    CROISSANT,
    DESCRIPTOR,
    RIS,
    Places,
    archive_name,
    places_of,
)
from build_scripts.present.standards.plain_csv import excel_csv, plain_csv
from build_scripts.present.standards.readme import readmes
from build_scripts.present.standards.sidecar import sidecars
from build_scripts.present.standards.workbook import fits, workbook


@cache
def shelf(edition: Edition) -> tuple[Published, ...]:
    """Make every file of a package: the archive first, then each table in its formats, maps, and descriptions."""
    package = edition.package
    tables = tuple(
        published
        for resource, columns, places in zip(
            package.resources, edition.columns, places_of(package), strict=True
        )
        for published in _table(edition, resource, columns, places)
    )
    maps = tuple(Published(Artifact(each.path, each.data), "geojson") for each in package.maps)
    about = tuple(Published(each, "about") for each in _about(edition, tables))
    inside = [each.file for each in (*about, *tables, *maps)]
    whole = Artifact(archive_name(package), archive(package.name, [*inside, *readmes(edition)]))
    return (Published(whole, "zip"), *tables, *maps, *about)


def files_of(edition: Edition) -> Iterator[Artifact]:
    """Yield the files of a package, their paths below the root of the site."""
    for each in shelf(edition):
        yield Artifact(edition.folder + each.file.path, each.file.data)
    for file in history_files(edition):
        yield Artifact(edition.folder + file.path, file.data)


def _table(
    edition: Edition, resource: Resource, columns: Sequence[Column], places: Places
) -> Iterator[Published]:
    yield Published(Artifact(places.csv, plain_csv(resource)), "csv", resource)
    yield Published(Artifact(places.excel, excel_csv(resource, columns)), "excel", resource)
    if fits(columns):
        yield Published(Artifact(places.workbook, workbook(edition, resource, columns)), "xlsx", resource)
    about: dict[str | bytes, str | bytes] = {"package": edition.package.name, "version": edition.version}
    written = parquet(columns, {**about, "name": resource.name})
    yield Published(Artifact(places.parquet, written), "parquet", resource)
    yield Published(Artifact(places.json, json_rows(columns)), "json", resource)


def _about(edition: Edition, tables: Sequence[Published]) -> Iterator[Artifact]:
    """What describes the package and its tables."""
    plain = [each.file for each in tables if each.form == "csv"]
    yield Artifact(DESCRIPTOR, data_package(edition.package, plain))
    for number, places in enumerate(places_of(edition.package)):
        yield Artifact(places.csvw, csvw(edition, number, places.csv))
    yield Artifact(CROISSANT, croissant(edition, tables))
    yield from sidecars(edition)
    yield Artifact(CITATION, cff(edition))
    yield Artifact(BIBTEX, bibtex(edition))
    yield Artifact(RIS, ris(edition))
