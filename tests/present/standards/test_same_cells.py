"""The same cells in every format, value by value, read by programs of others."""

import json
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
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


def spoil_csv(path, row):
    lines = path.read_text("utf-8").splitlines(keepends=True)
    lines[row] = lines[row].replace(",=,", ",=,9", 1)
    path.write_text("".join(lines), "utf-8")


def spoil_json(path, row):
    rows = json.loads(path.read_text("utf-8"))
    rows[row - 1]["value"] += 1
    path.write_text(json.dumps(rows), "utf-8")


def spoil_xlsx(path, row):
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    place = [cell.value for cell in sheet[1]].index("value") + 1
    sheet.cell(row + 1, place).value += 1
    book.save(path)


def spoil_parquet(path, row):
    table = pq.read_table(path)
    values = table["value"].to_pylist()
    values[row - 1] += 1
    place = table.column_names.index("value")
    changed = pa.array(values, table.schema.field("value").type)
    pq.write_table(table.set_column(place, table.schema.field(place), changed), path)


SPOILERS = {"csv": spoil_csv, "json": spoil_json, "xlsx": spoil_xlsx, "parquet": spoil_parquet}


@pytest.mark.parametrize("form", SPOILERS)
def test_a_changed_cell_is_noticed_by_every_program(own, tmp_path, form):
    key = "labour/observations"
    path, types = own.tables[key]
    spoiled = tmp_path / path.name
    shutil.copy(beside(path, form), beside(spoiled, form))
    SPOILERS[form](beside(spoiled, form), 5)
    shelf = Shelf(tmp_path, {key: (spoiled, types)}, own.cells)
    for read in readers.READERS[form]:
        [(found, name, (row, _, _))] = differing(shelf, read, form)
        assert (found, name, row) == (key, "value", 5), read.__name__


@pytest.mark.judged("sqlite3")
def test_a_changed_cell_of_the_database_is_noticed(own, tmp_path):
    key = "labour/observations"
    base = tmp_path / "portal.sqlite"
    shutil.copy(own.folder / "download" / "portal.sqlite", base)
    with sqlite3.connect(base) as open_base:
        open_base.execute("UPDATE labour_observations SET value = value + 1 WHERE rowid = 5")
    open_base.close()
    found = readers.sqlite(base, own.tables[key][1], "labour_observations")
    wrong = {name for name in found if found[name] != own.cells[key][name]}
    assert wrong == {"value"}
