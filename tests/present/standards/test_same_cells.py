"""The same cells in every format, value by value, read by programs of others."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_scripts.present.pages.datasets import dataset_files
from tests import tiny
from tests.adopt.kit import PACKAGES, STRANGERS, portal
from tests.present.standards import readers, samples

NAMES = ("duckdb", "polars", "pandas", "pyarrow", "openpyxl")
JUDGED = {name: [pytest.mark.judged(name)] for name in NAMES} | {"plain": []}
SUFFIXES = {"csv": ".csv", "xlsx": ".xlsx", "parquet": ".parquet", "json": ".json"}


@dataclass(frozen=True)
class Shelf:
    """What lies in a folder: each package with its types and the cells that frictionless reads."""

    folder: Path
    tables: dict
    cells: dict


def laid(folder, catalog, files=None):
    for place, data in (files or {each.path: each.data for each in dataset_files(catalog)}).items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    tables, cells = {}, {}
    for each in catalog.packages:
        descriptor = folder / "data" / each.name / "datapackage.json"
        found = readers.expected(descriptor)
        for raw in json.loads(descriptor.read_text("utf-8"))["resources"]:
            if "schema" in raw:
                key = f"{each.name}/{raw['name']}"
                types = {field["name"]: field["type"] for field in raw["schema"]["fields"]}
                tables[key], cells[key] = (descriptor.parent / raw["path"], types), found[raw["name"]]
    return Shelf(folder, tables, cells)


@pytest.fixture(scope="module")
def own(catalog, offered, tmp_path_factory):
    return laid(tmp_path_factory.mktemp("own"), catalog, offered)


@pytest.fixture(scope="module")
def odd(tmp_path_factory):
    return laid(tmp_path_factory.mktemp("odd"), tiny.tiny(packages=(samples.odd(),)))


@pytest.fixture(scope="module")
def strangers(tmp_path_factory):
    reading = portal(tmp_path_factory.mktemp("root"), *(PACKAGES / name for name in STRANGERS))
    return laid(tmp_path_factory.mktemp("strange"), reading.catalog)


def beside(path, form):
    return path.with_name(path.name.removesuffix(".csv") + SUFFIXES[form])


def differing(shelf, read, form):
    """The first cell of each table that a program reads otherwise than frictionless reads the CSV."""
    for key, (path, types) in shelf.tables.items():
        found = read(beside(path, form), types)
        for name in types:
            pairs = enumerate(zip(found[name], shelf.cells[key][name], strict=True), start=1)
            wrong = [(number, got, wanted) for number, (got, wanted) in pairs if got != wanted]
            if wrong:
                yield key, name, wrong[0]


@pytest.mark.parametrize(
    ("form", "read"),
    [
        pytest.param(form, read, id=read.__name__, marks=JUDGED[read.__name__.split("_")[1]])
        for form, programs in readers.READERS.items()
        for read in programs
    ],
)
def test_a_program_reads_the_cells_of_our_own_tables(own, odd, form, read):
    assert list(differing(own, read, form)) == []
    assert list(differing(odd, read, form)) == []


@pytest.mark.judged("sqlite3")
def test_the_database_holds_the_cells_of_our_own_tables(own):
    for key, (_, types) in own.tables.items():
        table = key.replace("/", "_").replace("-", "_")
        found = readers.sqlite(own.folder / "download" / "portal.sqlite", types, table)
        assert found == own.cells[key], key


def test_typed_files_of_strangers_hold_what_their_schema_says(strangers):
    for read, form in ((readers.parquet_pyarrow, "parquet"), (readers.json_plain, "json")):
        known = {
            key: (path, types)
            for key, (path, types) in strangers.tables.items()
            if set(types.values()) <= set(readers.PANDAS)
        }
        assert known
        assert list(differing(Shelf(strangers.folder, known, strangers.cells), read, form)) == []


def test_a_changed_cell_is_noticed(own, tmp_path):
    key = "labour/observations"
    path, types = own.tables[key]
    spoiled = tmp_path / path.name
    text = path.read_text("utf-8").splitlines(keepends=True)
    spoiled.write_text("".join([*text[:5], text[5].replace(",=,", ",=,9", 1), *text[6:]]), "utf-8")
    shelf = Shelf(tmp_path, {key: (spoiled, types)}, own.cells)
    for read in readers.READERS["csv"]:
        assert [(key, name) for key, name, _ in differing(shelf, read, "csv")] == [(key, "value")]
