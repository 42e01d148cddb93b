"""Everything a package offers for download, made once: tables in each format, what describes them, one archive."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from build_scripts.compute.cells import Column
from build_scripts.model import Artifact, Copy, Large, Resource
from build_scripts.model.asking import everything
from build_scripts.model.holding import held
from build_scripts.present.standards.archive import archive
from build_scripts.present.standards.citation import bibtex, cff, ris
from build_scripts.present.standards.croissant import croissant
from build_scripts.present.standards.csvw import csvw
from build_scripts.present.standards.data_package import data_package
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.history import history_files
from build_scripts.present.standards.json_rows import json_rows
from build_scripts.present.standards.media import Offer, Published
from build_scripts.present.standards.parquet import parquet
from build_scripts.present.standards.places import (
    BIBTEX,
    CITATION,
    CROISSANT,
    DESCRIPTOR,
    RIS,
    Places,
    archive_name,
    part_paths,
    places_of,
)
from build_scripts.present.standards.plain_csv import excel_csv, plain_csv
from build_scripts.present.standards.readme import readmes
from build_scripts.present.standards.sidecar import sidecars
from build_scripts.present.standards.workbook import fits, workbook


@everything
@held(1)
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
    is_large = any(each.table.large is not None for each in package.resources)
    maps = tuple(Published(Artifact(each.path, each.data), "geojson") for each in package.maps)
    about = tuple(Published(each, "about") for each in _about(edition, tables))
    if is_large:  # what is too large to be held is not packed
        return (*tables, *maps, *about)
    inside = [file for file in (each.file for each in (*about, *tables, *maps)) if isinstance(file, Artifact)]
    whole = Artifact(archive_name(package), archive(package.name, [*inside, *readmes(edition)]))
    return (Published(whole, "zip"), *tables, *maps, *about)


def offered(edition: Edition) -> tuple[Published, ...]:
    """List the files of a package; of those that were made before there are no bytes."""
    if not edition.offers:
        return shelf(edition)
    tables = edition.package.resources
    return tuple(
        Published(
            Copy(each.path, Path(), each.size, each.sha256),
            each.form,
            None if each.table is None else tables[each.table],
            each.part,
        )
        for each in edition.offers
    )


def offers_of(edition: Edition) -> tuple[Offer, ...]:
    """Say what the files of a package are."""
    tables = edition.package.resources
    return tuple(
        Offer(
            each.file.path,
            each.file.size,
            each.file.sha256,
            each.form,
            None if each.table is None else tables.index(each.table),
            each.part,
        )
        for each in shelf(edition)
    )


def files_of(edition: Edition) -> Iterator[Artifact]:
    """Yield the files of a package, their paths below the root of the site."""
    for each in shelf(edition):
        if isinstance(each.file, Artifact):
            yield Artifact(edition.folder + each.file.path, each.file.data)
    for file in history_files(edition):
        yield Artifact(edition.folder + file.path, file.data)


def copies_of(edition: Edition) -> Iterator[Copy]:
    """Yield the files that lie on disk already, their paths below the root of the site."""
    if not any(each.table.large is not None for each in edition.package.resources):
        return
    for each in shelf(edition):
        if isinstance(each.file, Copy):
            yield replace(each.file, path=edition.folder + each.file.path)


def _large(resource: Resource, large: Large, places: Places) -> Iterator[Published]:
    """A large table as its owner wrote it, and as Parquet."""
    yield Published(Copy(places.csv, large.source, resource.bytes, resource.sha256), "csv", resource)
    parts = large.parts()
    for path, part in zip(part_paths(places, len(parts)), parts, strict=True):
        yield Published(replace(part, path=path), "parquet", resource, part.rows)


def _table(
    edition: Edition, resource: Resource, columns: Sequence[Column], places: Places
) -> Iterator[Published]:
    if resource.table.large is not None:
        yield from _large(resource, resource.table.large, places)
        return
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
        raw = edition.package.descriptor["resources"][number]
        is_own = edition.package.resources[number].table.large is None
        if is_own or (raw["format"] == "csv" and "dialect" not in raw):
            yield Artifact(places.csvw, csvw(edition, number, places.csv))
    yield Artifact(CROISSANT, croissant(edition, tables))
    yield from sidecars(edition)
    yield Artifact(CITATION, cff(edition))
    yield Artifact(BIBTEX, bibtex(edition))
    yield Artifact(RIS, ris(edition))
