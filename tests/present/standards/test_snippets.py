"""The code on the page loads the table with its types: executed, where the tool is at hand, against served files."""

import contextlib
import csv
import io
import json
import shutil
import subprocess

import duckdb
import pandas as pd
import pytest

from build_scripts.ground.serve import opened
from build_scripts.present.pages.datasets import dataset_files
from build_scripts.present.standards.edition import edition
from build_scripts.present.standards.snippets import snippets
from tests import tiny
from tests.present.standards import readers, samples


@pytest.fixture(scope="module")
def shelves(catalog, offered, tmp_path_factory):
    """Our own packages and the odd one, served: address, folder and edition with the place of the table."""
    folder = tmp_path_factory.mktemp("served")
    found = tiny.tiny(packages=(samples.odd(),))
    for place, data in (offered | {each.path: each.data for each in dataset_files(found)}).items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    labour = next(each for each in catalog.packages if each.name == "labour")
    number = next(number for number, each in enumerate(labour.resources) if each.name == "observations")
    with opened(folder, 0) as address:
        yield (
            address,
            folder,
            ((edition(found, samples.odd(), ()), 0), (edition(catalog, labour, ()), number)),
        )


def code(own, number, name):
    return next(each for each in snippets(own, number) if each.name == name)


def expected(folder, own, number):
    descriptor = folder / own.folder / "datapackage.json"
    return readers.expected(descriptor)[own.package.resources[number].name]


def run(text):
    names = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(text, names)  # noqa: S102 - the code of our own page
    return names


def values(columns):
    """Values without the day's clothes of pandas."""
    return {name: readers.plain(found) for name, found in columns.items()}


def test_the_code_for_pandas_loads_every_cell(shelves):
    address, folder, tables = shelves
    for own, number in tables:
        table = run(code(own, number, "Python: pandas").at(address))["table"]
        assert values({name: table[name].tolist() for name in table}) == expected(folder, own, number)


def test_the_code_for_polars_loads_every_cell(shelves):
    address, folder, tables = shelves
    for own, number in tables:
        table = run(code(own, number, "Python: polars").at(address))["table"]
        assert values({name: table[name].to_list() for name in table.columns}) == expected(
            folder, own, number
        )


def test_the_code_for_frictionless_loads_every_row(shelves):
    address, folder, tables = shelves
    for own, number in tables:
        rows = run(code(own, number, "Python: frictionless").at(address))["rows"]
        assert len(rows) == len(next(iter(expected(folder, own, number).values())))


def test_the_code_for_duckdb_loads_every_cell_from_a_folder(shelves):
    _, folder, tables = shelves
    for own, number in tables:
        text = code(own, number, "DuckDB").at(f"{folder}/")
        base = duckdb.connect()
        base.execute(text.replace("INSTALL httpfs;\nLOAD httpfs;\n", ""))
        rows = base.execute("SELECT * FROM data").fetchall()
        wanted = expected(folder, own, number)
        assert values({name: [row[place] for row in rows] for place, name in enumerate(wanted)}) == wanted


@pytest.mark.judge
def test_the_code_for_r_loads_every_cell(shelves, tmp_path):
    address, folder, tables = shelves
    for own, number in tables:
        script = tmp_path / "load.R"
        end = 'writeLines(jsonlite::toJSON(table, dataframe = "columns", na = "null", digits = NA), "out.json")\n'
        script.write_text(code(own, number, "R").at(address) + end, "utf-8")
        subprocess.run(
            [shutil.which("Rscript"), "--vanilla", script],
            cwd=tmp_path,
            check=True,
            env={"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
        found = json.loads((tmp_path / "out.json").read_text("utf-8"))
        assert values(found) == expected(folder, own, number)


def test_the_code_for_other_programs_names_files_that_are_there(shelves):
    _, folder, tables = shelves
    for own, number in tables:
        found = {each.name: each for each in snippets(own, number)}
        assert set(found) >= {"Julia", "Stata", "Excel: Power Query", "Google Sheets"}
        assert all((folder / each.path).is_file() for each in found.values())


def test_numbers_written_in_another_way_are_loaded_as_text_from_csv():
    fields = [{"name": "a", "type": "number", "decimalChar": ","}, {"name": "b", "type": "number"}]
    made = samples.package(samples.resource("t", fields, [["1,5", "2"]]))
    own = edition(tiny.tiny(packages=(made,)), made, ())
    assert 'dtype={"a": "str", "b": "float64"}' in code(own, 0, "Python: pandas").at("")


def test_a_hostile_heading_stays_a_heading(tmp_path):
    name = 'a"], x=__import__("os").abort(), y=["$(x)'
    made = samples.package(samples.resource("t", [{"name": name, "type": "string"}], [["01"]]))
    own = edition(tiny.tiny(packages=(made,)), made, ())
    for artifact in dataset_files(own.catalog):
        path = tmp_path / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(artifact.data)
    table = run(code(own, 0, "Python: pandas").at(f"{tmp_path}/"))["table"]
    assert isinstance(table, pd.DataFrame)
    assert table[name].tolist() == ["01"]
    assert next(csv.reader((tmp_path / "data/sample/t.csv").open(encoding="utf-8"))) == [name]
