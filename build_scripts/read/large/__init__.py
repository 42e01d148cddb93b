"""Packages with tables that are not held in memory: read in pieces, kept on disk, asked in SQL.

Nothing here decides what is wrong with a cell. Bytes, rows and cells that are surely sound are passed by the thousand;
what remains is handed to the same functions that look at small tables, so that codes, lines and values are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from build_scripts.model import Copy, Large, Package, Summary, Table
from build_scripts.read.assembly import Loaded, assembled
from build_scripts.read.gate.folder import DESCRIPTOR
from build_scripts.read.large.columns import summary_of, values_of
from build_scripts.read.large.parquet import parts_of
from build_scripts.read.large.sample import schema_tally
from build_scripts.read.large.store import THREADS, StoppedError, Store
from build_scripts.read.large.table import Stored, chosen_rows, empty_cells, first_rows, read_stored
from build_scripts.read.large.tally import Tally
from build_scripts.read.problems import Spot, problem
from build_scripts.read.schema_check import schema_problems
from build_scripts.read.tables import FOLDER, Around, Listed, Told


@dataclass(frozen=True, slots=True)
class Checked:
    """A package, and what was found when its tables were held to their schemas, once that `is_done`."""

    package: Package
    tally: Tally = field(default_factory=Tally)
    is_done: bool = False


class LargeTables:
    """The tables of one package, from the file to what is published of them."""

    def __init__(
        self, path: Path, descriptor: dict[str, Any], tables: Sequence[Listed], around: Around
    ) -> None:
        """Take the tables of the package in `path`, all of them."""
        self.path, self.descriptor, self.tables = path, descriptor, tables
        self.looked, self.held = around.looked(descriptor), around.held
        self.store: Store
        self.stored: list[Stored] = []

    def close(self) -> None:
        """Forget everything that was read."""
        if hasattr(self, "store"):
            self.store.close()

    def read(self) -> Told:
        """Read every table as far as it can be read, its cells looked at."""
        told = Told()
        try:
            self.store = Store([self.path / each.raw["path"] for each in self.tables])
        except StoppedError:
            told.problems.append(problem("check-stopped", Spot(f"{FOLDER}/{self.path.name}/{DESCRIPTOR}")))
            return told
        is_valid = not self._invalid()
        for number, table in enumerate(self.tables):
            try:
                stored = read_stored(
                    self.store, (self.path, number, table), self.looked, told, is_valid=is_valid
                )
            except StoppedError:
                told.problems.append(problem("check-stopped", Spot(table.descriptor)))
                return told
            if stored is not None:
                self.stored.append(stored)
                cells = first_rows(self.store, stored)
                told.loaded.append(Loaded(Table(cells), stored.size, stored.sha256))
        return told

    def _invalid(self) -> bool:
        """Whether frictionless refuses the schemas themselves."""
        resources = self.descriptor["resources"]
        if len(resources) != len(self.tables):
            return True
        empty = [Loaded(Table(empty_cells(each)), 0, "") for each in resources]
        package = assembled("", self.descriptor, empty)
        return any(each.file == f"/{DESCRIPTOR}" for each in schema_problems(package))

    def checked(self, package: Package) -> Checked:
        """The package, its tables held to their schemas and put in few words."""
        try:
            tally = schema_tally(self.store, package, self.stored)
            if any(each.severity == "error" for each in tally.problems):
                self.close()
                return Checked(package, tally, is_done=True)
            tables = [
                self._table(own, each.table.cells)
                for own, each in zip(self.stored, package.resources, strict=True)
            ]
        except StoppedError:
            self.close()
            stopped = Tally([problem("check-stopped", Spot(f"{package.folder}/{DESCRIPTOR}"))])
            return Checked(package, stopped, is_done=True)
        self.store.rest()
        pairs = zip(package.resources, tables, strict=True)
        resources = tuple(replace(each, table=table) for each, table in pairs)
        return Checked(replace(package, resources=resources), tally, is_done=True)

    def _table(self, stored: Stored, first: pd.DataFrame) -> Table:
        """A table as the rest of the program sees it: whole when it can be held, else in few words."""
        if not self.held.is_exceeded(stored.size, stored.rows):
            return Table(chosen_rows(self.store, stored, range(stored.rows)))

        @cache
        def summaries() -> tuple[Summary, ...]:
            with self.store.awake(THREADS):
                names = [(place, place.raw["name"]) for place in stored.places]
                return tuple(summary_of(self.store, place, name, stored.rows) for place, name in names)

        @cache
        def parts() -> tuple[Copy, ...]:
            with self.store.awake(1):  # in an order that depends on nothing
                values = [values_of(self.store, place) for place in stored.places]
                return parts_of(self.store, stored, values, self.held.part)

        return Table(first, Large(stored.rows, stored.file, summaries, parts))


__all__ = ["Checked", "LargeTables"]
