"""Programs of others that read what is published: each takes a file and gives back its columns as plain values."""

import datetime as dt
import json
import sqlite3

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
from frictionless import Package

_DUCKDB = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "year": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
}
_POLARS = {
    "string": pl.String,
    "integer": pl.Int64,
    "year": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}
PANDAS = {"string": "str", "integer": "Int64", "year": "Int64", "number": "float64", "boolean": "boolean"}
_DUCKDB |= {"date": "DATE"}
_POLARS |= {"date": pl.Date}
PANDAS |= {"date": "str"}


def expected(descriptor):
    """What frictionless reads, by table and column: the measure for all the others."""
    package = Package(str(descriptor))
    return {
        each.name: {field.name: [_plain(row[field.name]) for row in rows] for field in each.schema.fields}
        for each in package.resources
        if each.schema.fields
        for rows in [each.read_rows()]
    }


def _plain(value):
    """A number as a float: what every one of the programs has."""
    is_number = hasattr(value, "as_tuple") or (isinstance(value, int) and not isinstance(value, bool))
    return float(value) if is_number else value


def plain(values):
    found = []
    for value in values:
        if value is None or value is pd.NA or value != value:  # noqa: PLR0124 - NaN
            found.append(None)
        elif isinstance(value, dt.datetime) and value.time() == dt.time():
            found.append(value.date())
        else:
            found.append(_plain(value.item() if hasattr(value, "item") else value))
    return found


def csv_duckdb(path, types):
    columns = {name: _DUCKDB[kind] for name, kind in types.items()}
    found = duckdb.read_csv(
        str(path), columns=columns, header=True, all_varchar=False, quotechar='"', escapechar='"', sep=","
    )
    rows = found.fetchall()
    return {name: plain(row[place] for row in rows) for place, name in enumerate(types)}


def csv_polars(path, types):
    found = pl.read_csv(path, schema={name: _POLARS[kind] for name, kind in types.items()}, null_values=[""])
    return {name: plain(found[name].to_list()) for name in types}


def csv_pandas(path, types):
    dtypes = {name: PANDAS[kind] for name, kind in types.items()}
    found = pd.read_csv(path, dtype=dtypes, keep_default_na=False, na_values=[""])
    return {name: _dated(plain(found[name].tolist()), types[name]) for name in types}


def _dated(values, kind):
    if kind != "date":
        return values
    return [None if each is None else dt.date.fromisoformat(each) for each in values]


def xlsx_openpyxl(path, types):
    rows = list(openpyxl.load_workbook(path, data_only=False).worksheets[0].values)
    assert list(rows[0]) == list(types)
    return {name: plain(row[place] for row in rows[1:]) for place, name in enumerate(types)}


def xlsx_pandas(path, types):

    found = pd.read_excel(path, sheet_name=0, dtype=object, keep_default_na=False, na_values=[""])
    return {name: plain(found[name].tolist()) for name in types}


def parquet_duckdb(path, types):
    rows = duckdb.read_parquet(str(path)).fetchall()
    return {name: plain(row[place] for row in rows) for place, name in enumerate(types)}


def parquet_polars(path, types):
    found = pl.read_parquet(path)
    return {name: plain(found[name].to_list()) for name in types}


def parquet_pyarrow(path, types):
    found = pq.read_table(path)
    return {name: plain(found[name].to_pylist()) for name in types}


def parquet_pandas(path, types):
    found = pd.read_parquet(path, dtype_backend="numpy_nullable")
    return {name: plain(found[name].tolist()) for name in types}


def json_plain(path, types):
    rows = json.loads(path.read_text("utf-8"))
    return {name: _dated(plain(row[name] for row in rows), types[name]) for name in types}


def json_duckdb(path, types):
    columns = {name: _DUCKDB[kind] for name, kind in types.items()}
    rows = duckdb.read_json(str(path), columns=columns, format="array").fetchall()
    return {name: plain(row[place] for row in rows) for place, name in enumerate(types)}


def json_polars(path, types):
    found = pl.read_json(
        path,
        schema={name: _POLARS[kind] for name, kind in types.items()}
        | {name: pl.String for name, kind in types.items() if kind == "date"},
        infer_schema_length=None,
    )
    return {name: _dated(plain(found[name].to_list()), types[name]) for name in types}


def sqlite(path, types, table):
    base = sqlite3.connect(path)
    rows = base.execute(f'SELECT * FROM "{table}"').fetchall()
    base.close()
    found = {name: plain(row[place] for row in rows) for place, name in enumerate(types)}
    return {name: _truths(_dated(found[name], types[name]), types[name]) for name in types}


def _truths(values, kind):
    if kind != "boolean":
        return values
    return [None if each is None else bool(each) for each in values]


READERS = {
    "csv": (csv_duckdb, csv_polars, csv_pandas),
    "xlsx": (xlsx_openpyxl, xlsx_pandas),
    "parquet": (parquet_duckdb, parquet_polars, parquet_pyarrow, parquet_pandas),
    "json": (json_plain, json_duckdb, json_polars),
}
