"""The tables of profiled packages, raw: what the rules look at and the catalog is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

import pandas as pd

from build_scripts.model import Package, Problem
from build_scripts.read.problems import Spot, problem
from build_scripts.read.profiles import SHAPES, Shape


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One table of a profiled package: `cells` are text, their index is the line in `file`."""

    package: str
    file: str
    shape: Shape
    created: date | None
    cells: pd.DataFrame

    @property
    def name(self) -> str:
        """The table's name in its profile."""
        return self.shape.name


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
        return tuple(sheet for sheet in self.sheets if sheet.name in names)

    def ids(self, name: str) -> frozenset[str]:
        """The ids in all tables called `name`."""
        return self._ids.get(name, frozenset())

    def table(self, name: str) -> pd.DataFrame:
        """The first table called `name` indexed by id, first row of each id only; empty when there is none."""
        return self._tables.get(name, pd.DataFrame())

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for sheet in self.sheets:
            if "id" in sheet.cells.columns:
                found[sheet.name] = found.get(sheet.name, frozenset()) | frozenset(sheet.cells["id"])
        return found

    @cached_property
    def _tables(self) -> dict[str, pd.DataFrame]:
        names = {sheet.name for sheet in self.sheets if "id" in sheet.cells.columns}
        return {
            name: pd.concat([sheet.cells for sheet in self.of(name)]).drop_duplicates("id").set_index("id")
            for name in sorted(names)
        }


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
