"""Code that loads a table with its types, for the programs researchers use; each snippet holds one address."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from build_scripts.compute.cells import Column
from build_scripts.model import Kind, Large
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.places import DESCRIPTOR, Places, part_paths, places_of
from build_scripts.present.standards.workbook import fits

_PLAIN: Final = {"decimalChar": ".", "groupChar": "", "bareNumber": True, "format": "default"}
_ODD: Final = ("trueValues", "falseValues", "missingValues")
_PANDAS: Final[Mapping[Kind, str]] = {"integer": "Int64", "number": "float64", "boolean": "boolean"}
_R: Final[Mapping[Kind, str]] = {
    "integer": "numeric",
    "number": "numeric",
    "boolean": "logical",
    "date": "Date",
}
_JULIA: Final[Mapping[Kind, str]] = {
    "integer": "Int64",
    "number": "Float64",
    "boolean": "Bool",
    "date": "Date",
}


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code in a language: the words before and after the address of `path`, which is below the root of the site."""

    name: str
    before: str
    path: str
    after: str

    def at(self, root: str) -> str:
        """The whole code for a site that stands at `root`."""
        return f"{self.before}{root}{self.path}{self.after}"


@dataclass(frozen=True, slots=True)
class _Told:
    """A table as the snippets need it: columns with the kind a CSV reader can be told, signs for nothing."""

    edition: Edition
    places: Places
    name: str
    kinds: tuple[tuple[str, Kind], ...]
    missing: tuple[str, ...]

    def path(self, file: str) -> str:
        return self.edition.folder + file

    def typed(self, names: Mapping[Kind, str], plain: str) -> list[tuple[str, str]]:
        return [(_quoted(name), names.get(kind, plain)) for name, kind in self.kinds]


def snippets(edition: Edition, number: int) -> tuple[Snippet, ...]:
    """Write the code for the table at place `number` of the package."""
    raw = edition.package.descriptor["resources"][number]
    null = raw.get("dialect", {}).get("nullSequence")
    marks: Sequence[Any] = raw["schema"].get("missingValues", [""]) if null is None else [null]
    missing = tuple(str(each["value"] if isinstance(each, Mapping) else each) for each in marks)
    pairs = zip(edition.columns[number], raw["schema"]["fields"], strict=True)
    kinds = tuple((column.field.name, _kind(column, own)) for column, own in pairs)
    told = _Told(edition, places_of(edition.package)[number], raw["name"], kinds, missing)
    large = edition.package.resources[number].table.large
    if large is not None:
        return tuple(_asked(told, large))
    fitting = fits(edition.columns[number])
    return tuple(write(told) for write in _ALL if fitting or write is not _excel)


def _kind(column: Column, own: Mapping[str, Any]) -> Kind:
    """What a reader of CSV can be told a column is: text where the cells are written in a way of their own."""
    is_odd = any(key in own for key in _ODD) or any(
        own.get(key, plain) not in (plain, "") for key, plain in _PLAIN.items()
    )
    return "text" if is_odd else column.kind


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pandas(told: _Told) -> Snippet:
    types = ", ".join(f"{name}: {_quoted(kind)}" for name, kind in told.typed(_PANDAS, "str"))
    signs = ", ".join(map(_quoted, told.missing))
    after = f'",\n    dtype={{{types}}},\n    keep_default_na=False,\n    na_values=[{signs}],\n)\n'
    return Snippet(
        "Python: pandas",
        'import pandas as pd\n\ntable = pd.read_csv(\n    "',
        told.path(told.places.csv),
        after,
    )


def _polars(told: _Told) -> Snippet:
    """Takes the file whole, so that a server need not send parts of it."""
    before = 'from urllib.request import urlopen\n\nimport polars as pl\n\ntable = pl.read_parquet(urlopen("'
    return Snippet("Python: polars", before, told.path(told.places.parquet), '").read())\n')


def _frictionless(told: _Told) -> Snippet:
    after = f'")\nrows = package.get_resource({_quoted(told.name)}).read_rows()\n'
    return Snippet(
        "Python: frictionless",
        'from frictionless import Package\n\npackage = Package("',
        told.path(DESCRIPTOR),
        after,
    )


def _r(told: _Told) -> Snippet:
    types = ", ".join(f"{name} = {_quoted(kind)}" for name, kind in told.typed(_R, "character"))
    signs = ", ".join(map(_quoted, told.missing))
    after = f'",\n  colClasses = c({types}),\n  na.strings = c({signs}), check.names = FALSE, encoding = "UTF-8"\n)\n'
    return Snippet("R", 'table <- read.csv(\n  "', told.path(told.places.csv), after)


def _julia(told: _Told) -> Snippet:
    types = ", ".join(
        f"{name.replace('$', chr(92) + '$')} => {kind}" for name, kind in told.typed(_JULIA, "String")
    )
    signs = ", ".join(_quoted(each).replace("$", "\\$") for each in told.missing)
    after = f'"), DataFrame;\n    types = Dict({types}),\n    missingstring = [{signs}])\n'
    before = 'using CSV, DataFrames, Dates, Downloads\n\ntable = CSV.read(Downloads.download("'
    return Snippet("Julia", before, told.path(told.places.csv), after)


def _stata(told: _Told) -> Snippet:
    texts = " ".join(
        str(place) for place, (_, kind) in enumerate(told.kinds, start=1) if kind not in ("integer", "number")
    )
    columns = f" stringcols({texts})" if texts else ""
    after = f'", varnames(1) case(preserve) encoding("utf-8"){columns} clear\n'
    return Snippet("Stata", 'import delimited "', told.path(told.places.csv), after)


def _duckdb(told: _Told) -> Snippet:
    before = "INSTALL httpfs;\nLOAD httpfs;\nCREATE TABLE data AS SELECT * FROM read_parquet('"
    return Snippet("DuckDB", before, told.path(told.places.parquet), "');\n")


def _asked(told: _Told, large: Large) -> Iterator[Snippet]:
    """Ask a large table from outside: DuckDB fetches the columns and groups of rows that the question is about."""
    parts = part_paths(told.places, len(large.parts()))
    first = told.path(parts[0])
    part = "getvariable('part')"
    listed = [f"replace({part}, '/1.parquet', '/{number}.parquet')" for number in range(1, len(parts) + 1)]
    source = f"read_parquet({part})" if len(parts) == 1 else f"read_parquet([{', '.join(listed)}])"
    ask = f"SELECT * FROM {source} LIMIT 10"  # noqa: S608 - for a reader to run
    count = f"SELECT count(*) FROM {source}"  # noqa: S608 - for a reader to run
    start, variable = "INSTALL httpfs;\nLOAD httpfs;\n", "SET VARIABLE part = '"
    yield Snippet("DuckDB", start + variable, first, f"';\n{count};\n{ask};\n")
    head = f'import duckdb\n\nbase = duckdb.connect()\nbase.execute("INSTALL httpfs; LOAD httpfs")\nbase.execute("{variable}'
    yield Snippet("Python: duckdb", head, first, f'\'")\nrows = base.sql("{ask}").df()\n')
    head = (
        'library(duckdb)\n\nbase <- dbConnect(duckdb())\ndbExecute(base, "INSTALL httpfs")\n'
        f'dbExecute(base, "LOAD httpfs")\ndbExecute(base, "{variable}'
    )
    yield Snippet("R: duckdb", head, first, f'\'")\nrows <- dbGetQuery(base, "{ask}")\n')


def _sheets(told: _Told) -> Snippet:
    return Snippet("Google Sheets", '=IMPORTDATA("', told.path(told.places.csv), '"; ","; "en_US")\n')


def _excel(told: _Told) -> Snippet:
    before = 'let\n    Source = Excel.Workbook(Web.Contents("'
    after = '"), true, false),\n    Data = Source{0}[Data]\nin\n    Data\n'
    return Snippet("Excel: Power Query", before, told.path(told.places.workbook), after)


_ALL: Final[tuple[Callable[[_Told], Snippet], ...]] = (
    *(_pandas, _polars, _frictionless, _r, _julia, _stata, _duckdb, _excel, _sheets),
)
