"""The tables of profiled packages, raw: what the rules look at and the catalog is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from build_scripts.model import Package, Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.profiles import SHAPES, Shape

Factors = np.ndarray[Any, Any]
"""A whole number for each row of a table."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """One table of a profiled package: `cells` are text, their index is the line in `file`.

    What several rules ask of a column is found once.
    """

    package: str
    file: str
    shape: Shape
    created: date | None
    cells: pd.DataFrame

    @property
    def name(self) -> str:
        """The table's name in its profile."""
        return self.shape.name

    def distinct(self, column: str) -> frozenset[str]:
        """The different cells of a column."""
        if column not in self._distinct:
            self._distinct[column] = frozenset(self.factors(column)[1])
        return self._distinct[column]

    def factors(self, column: str) -> tuple[Factors, list[str]]:
        """The cells of a column as numbers of the different ones, and these in the order of the rows."""
        if column not in self._factors:
            codes, words = pd.factorize(self.cells[column])
            self._factors[column] = codes, list(words)
        return self._factors[column]

    def keys(self, columns: Sequence[str]) -> Factors:
        """A number for each row, the same for rows with the same cells in these columns and for no others."""
        name = tuple(columns)
        if name not in self._keys:
            found = np.zeros(len(self.cells), dtype="int64")
            for column in columns:
                codes, words = self.factors(column)
                found = pd.factorize(found * max(len(words), 1) + codes)[0]
            self._keys[name] = found
        return self._keys[name]

    def figures(self, column: str) -> pd.Series:
        """The cells of a column as numbers, NaN where there is none or the cell is no number."""
        if column not in self._figures:
            codes, words = self.factors(column)
            numbers = figures(pd.Series(words, dtype="object")).to_numpy()
            found = numbers[codes] if len(words) else np.empty(0)
            self._figures[column] = pd.Series(found, index=self.cells.index, dtype="float64")
        return self._figures[column]

    @cached_property
    def _distinct(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _factors(self) -> dict[str, tuple[Factors, list[str]]]:
        return {}

    @cached_property
    def _keys(self) -> dict[tuple[str, ...], Factors]:
        return {}

    @cached_property
    def _figures(self) -> dict[str, pd.Series]:
        return {}


@dataclass(frozen=True, eq=False)
class View:
    """All tables of all profiled packages.

    `complete` is false when a package could not be read: then nobody can say that an id does not exist.
    """

    sheets: tuple[Sheet, ...]
    packages: tuple[str, ...]
    complete: bool
    reviewed: frozenset[tuple[str, str, str, str, str]] = frozenset()
    """(code, file below datapackages, field, key of the row, value) that a keeper has looked at and found right."""

    def of(self, *names: str) -> tuple[Sheet, ...]:
        """The tables with these names, in the order of the packages."""
        return tuple(
            sheet for _, sheet in sorted(each for name in names for each in self._named.get(name, ()))
        )

    def ids(self, name: str) -> frozenset[str]:
        """The ids in all tables called `name`."""
        return self._ids.get(name, frozenset())

    def table(self, name: str) -> pd.DataFrame:
        """The first table called `name` indexed by id, first row of each id only; empty when there is none."""
        return self._tables.get(name, pd.DataFrame())

    def near(self, sheet: Sheet, *names: str) -> tuple[Sheet, ...]:
        """The tables with these names in the package of `sheet`; without names, all of its tables."""
        own = self._packages.get(sheet.package, ())
        return tuple(each for each in own if not names or each.name in names)

    def alone(self, package: str) -> "View":
        """The tables of one package, as if there were no other."""
        return replace(self, sheets=tuple(self._packages.get(package, ())), packages=(package,))

    @cached_property
    def _named(self) -> dict[str, list[tuple[int, Sheet]]]:
        found: dict[str, list[tuple[int, Sheet]]] = {}
        for place, sheet in enumerate(self.sheets):
            found.setdefault(sheet.name, []).append((place, sheet))
        return found

    @cached_property
    def _packages(self) -> dict[str, list[Sheet]]:
        found: dict[str, list[Sheet]] = {}
        for sheet in self.sheets:
            found.setdefault(sheet.package, []).append(sheet)
        return found

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for sheet in self.sheets:
            if "id" in sheet.cells.columns:
                found.setdefault(sheet.name, set()).update(sheet.distinct("id"))
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        names = {sheet.name for sheet in self.sheets if "id" in sheet.cells.columns}
        return {
            name: pd.concat([sheet.cells for sheet in self.of(name)]).drop_duplicates("id").set_index("id")
            for name in sorted(names)
        }


def figures(cells: pd.Series) -> pd.Series:
    """The cells as numbers, NaN where there is none or the cell is no number."""
    return pd.to_numeric(cells.where(cells != ""), errors="coerce").astype("float64")


def sheets_of(package: Package) -> tuple[Sheet, ...]:
    """The tables of `package` that its profile knows and that have every column it asks for."""
    tables = {resource.name: resource for resource in package.resources}
    created = datetime.fromisoformat(package.created).date() if package.created else None
    return tuple(
        Sheet(
            package.name,
            f"{package.folder}/{tables[name].path}",
            shape,
            created,
            _with_optional(tables[name].table.cells, shape),
        )
        for name, shape in SHAPES.get(package.profile, {}).items()
        if name in tables and not _missing_columns(tables[name].table.cells, shape)
    )


def shape_problems(package: Package) -> Iterator[Problem]:
    """Tables and columns that the profile of `package` asks for and that are not there."""
    file = f"{package.folder}/datapackage.json"
    tables = {resource.name: resource for resource in package.resources}
    for name, shape in SHAPES.get(package.profile, {}).items():
        if name not in tables:
            if shape.required:
                yield problem("table-missing", Spot(file, None, "resources", name), profile=package.profile)
            continue
        for column in _missing_columns(tables[name].table.cells, shape):
            spot = Spot(f"{package.folder}/{tables[name].path}", 1, column, column)
            yield problem("column-missing", spot, table=name, profile=package.profile)


def _missing_columns(cells: pd.DataFrame, shape: Shape) -> list[str]:
    return [
        column.name for column in shape.columns if column.name not in cells.columns and not column.optional
    ]


def _with_optional(cells: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """The cells with an empty column for each that the table does without."""
    left_out = [
        column.name for column in shape.columns if column.optional and column.name not in cells.columns
    ]
    return cells.assign(**dict.fromkeys(left_out, "")) if left_out else cells
