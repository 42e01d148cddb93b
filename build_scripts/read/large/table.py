"""One table of a package on its way from the file into the store, looked at as it goes."""

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from build_scripts.model import Problem
from build_scripts.read.files import misplaced
from build_scripts.read.gate.bytes import opening_problem
from build_scripts.read.gate.cells import Looked, declared
from build_scripts.read.gate.limits import LIMITS, too_large
from build_scripts.read.gate.signs import named
from build_scripts.read.large.lines import Lines
from build_scripts.read.large.records import parted
from build_scripts.read.large.store import StoppedError, Store
from build_scripts.read.large.survey import Survey, surveyed
from build_scripts.read.large.suspects import Column, Place, looked_at
from build_scripts.read.large.tally import Tally
from build_scripts.read.problems import Spot, problem
from build_scripts.read.question import asked_schema, without_pattern
from build_scripts.read.schema_check import marks_of
from build_scripts.read.tables import Listed, Told, differences

SHOWN: Final = 10
"""Rows that a page shows."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A table in the store: its number, where its rows are in its file, its size, and what its columns hold."""

    number: int
    table: Listed
    file: Path
    rows: int
    size: int
    sha256: str
    places: tuple[Place, ...]
    columns: tuple[Column, ...]

    @property
    def plain(self) -> frozenset[str]:
        """The columns of which every cell is surely sound."""
        pairs = zip(self.places, self.columns, strict=True)
        return frozenset(str(place.raw["name"]) for place, column in pairs if column.is_sure)

    @property
    def lines(self) -> Lines:
        """On which line a row starts."""
        return self.places[0].lines


def read_stored(
    store: Store, what: tuple[Path, int, Listed], looked: Looked, told: Told, *, is_valid: bool
) -> Stored | None:
    """Read the table at a place of the package in a folder; `None` when it is none.

    Raises:
        StoppedError: It took too much time or room.
    """
    path, number, table = what
    unsafe = misplaced(path, table.raw["path"], table.spot)
    file = path / table.raw["path"]
    try:
        survey = (
            None if unsafe is not None or not file.is_file() else surveyed(file, table.raw, store.check_time)
        )
    except StoppedError:
        raise
    except OSError:
        unsafe, survey = problem("file-unreadable", table.spot), None
    if survey is None:
        told.problems.append(_absent(file, table) if unsafe is None else unsafe)
        return None
    told.problems.extend(differences(table, survey.size, lambda name: survey.digests[name]))
    broken = list(_broken(survey, table.file))
    if broken:
        told.problems.extend(broken)
        return None
    filled = _filled(store, (file, number, table), survey, told)
    if filled is None:
        return None
    rows, lines = filled
    places = tuple(_places(table.raw, number, lines, is_valid=is_valid))
    columns = []
    for place, column in zip(places, declared(table.raw, table.file), strict=True):
        columns.append(looked_at(store, place, column, looked))
        _tell(told, columns[-1].tally)
    return Stored(number, table, file, rows, survey.size, survey.digests["sha256"], places, tuple(columns))


def _absent(file: Path, table: Listed) -> Problem:
    return problem("file-unreadable" if file.exists() else "file-missing", table.spot)


def _broken(survey: Survey, file: str) -> list[Problem]:
    """What keeps the bytes from being a table in UTF-8, if anything does."""
    first = opening_problem(survey.opening, file, is_utf8=survey.fault is None)
    if first is None:
        first = too_large("large-rows", Spot(file), survey.lines)
    if first is not None:
        return [first]
    if survey.fault is not None:
        line, byte = survey.fault
        mark = [problem("bom", Spot(file, 1))] if survey.opening.startswith(codecs.BOM_UTF8) else []
        return [*mark, problem("encoding-broken", Spot(file, line, None, f"0x{byte:02X}"))]
    if survey.endless is not None:
        over = too_large("cell", Spot(file, survey.endless), LIMITS["cell"].most + 1)
        return [] if over is None else [over]
    return []


def _filled(
    store: Store, what: tuple[Path, int, Listed], survey: Survey, told: Told
) -> tuple[int, Lines] | None:
    """Put every row into the store; how many there are and on which lines, `None` when this is no table."""
    file, number, table = what
    names = [field["name"] for field in table.raw["schema"]["fields"]]
    store.make(number, len(names))
    if survey.is_plain:
        delimiter = table.raw.get("dialect", {}).get(
            "delimiter", "\t" if table.raw["format"] == "tsv" else ","
        )
        taken = store.take(number, file, delimiter, len(names))
        heading = len(delimiter.join(names).encode()) + 1
        if taken is not None and heading + taken[1] in (survey.size, survey.size + 1):
            return taken[0], Lines([0], [2])
        store.make(number, len(names))
    found = parted(file, table.file, table.raw, lambda rows: store.add(f"t{number}", rows))
    _tell(told, found.tally)
    if found.rows is None:
        return None
    if survey.zero is not None:
        zero = Spot(table.file, survey.zero)
        told.problems.append(problem("character-forbidden", zero, character=named("\0")))
    return found.rows, found.lines


def _places(table: dict[str, Any], number: int, lines: Lines, *, is_valid: bool) -> list[Place]:
    """The columns of a table in the store; constraints that frictionless refuses are not looked at."""
    schema = asked_schema(table)
    found = []
    for column, own in enumerate(schema["fields"]):
        raw = own if is_valid else {**own, "constraints": {}}
        marks = schema.get("missingValues", [""])
        known = frozenset(marks_of(own, schema))
        found.append(Place(number, column, lines, raw, without_pattern(raw), marks, known, is_valid))
    return found


def _tell(told: Told, tally: Tally) -> None:
    told.problems.extend(tally.problems)
    told.beyond.update(tally.beyond)


def first_rows(store: Store, stored: Stored) -> pd.DataFrame:
    """The first rows of a table, by their lines."""
    return chosen_rows(store, stored, range(SHOWN))


def chosen_rows(store: Store, stored: Stored, rows: "range | list[int]") -> pd.DataFrame:
    """Some rows of a table in their order, by their lines."""
    names = [field["name"] for field in stored.table.raw["schema"]["fields"]]
    cells = ", ".join(place.cell for place in stored.places)
    found = store.ask(
        f"SELECT rowid, {cells} FROM t{stored.number} WHERE rowid IN (SELECT unnest(?)) ORDER BY rowid",
        [list(rows)],
    )
    lines = [stored.lines.of(row[0]) for row in found]
    return pd.DataFrame([row[1:] for row in found], columns=names, index=lines, dtype="str")


def empty_cells(raw: dict[str, Any]) -> pd.DataFrame:
    """A table of the same columns without rows."""
    return pd.DataFrame(columns=[field["name"] for field in raw["schema"]["fields"]], dtype="str")
