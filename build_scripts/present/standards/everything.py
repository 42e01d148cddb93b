"""The whole catalog as one SQLite file: every table, and views that say in Vietnamese or English what is in them."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from build_scripts.compute.cells import Column
from build_scripts.model import LANGUAGES, Artifact, Catalog, Kind, Language, Text
from build_scripts.present.standards.edition import Edition, cleaned
from build_scripts.present.standards.json_rows import bare_values
from build_scripts.present.standards.observations import all_observations
from build_scripts.present.standards.parquet import parquet

DATABASE: Final = "download/portal.sqlite"
OBSERVATIONS: Final = "download/observations.parquet"
_SQL: Final[dict[Kind, str]] = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_PACKAGES: Final = ("name", "title_vi", "title_en", "version", "created", "licence")
_COLUMNS: Final = (
    *("package", "resource", "sql_table", "name", "type", "title_vi", "title_en"),
    *("description_vi", "description_en"),
)


def whole_catalog(catalog: Catalog, editions: Sequence[Edition]) -> Iterator[Artifact]:
    """Write all observations as one Parquet file where there are any, and the database."""
    found = all_observations(catalog)
    if found:
        yield Artifact(OBSERVATIONS, parquet(found, {"name": "observations"}))
    yield Artifact(DATABASE, database(editions, found))


def database(editions: Sequence[Edition], found: Sequence[Column]) -> bytes:
    """Fill a database and take its bytes: the same catalog gives the same bytes.

    Of large tables it holds what their columns are, and no rows. It is filled in a file of its own for a while, so that
    it is held in memory once only.
    """
    with TemporaryDirectory(prefix="portal-database-") as folder:
        file = Path(folder, "portal.sqlite")
        with closing(sqlite3.connect(file, isolation_level=None)) as base:
            _fill_all(base, editions, found)
        return file.read_bytes()


def _fill_all(base: sqlite3.Connection, editions: Sequence[Edition], found: Sequence[Column]) -> None:
    base.execute("PRAGMA encoding = 'UTF-8'")
    base.execute("PRAGMA journal_mode = OFF")  # whoever is interrupted begins anew
    base.execute("PRAGMA synchronous = OFF")
    base.execute("BEGIN")
    taken = {"packages", "columns"}
    if found:
        taken.add("observations")
        _fill(base, "observations", found)
        _views(base, "observations", _chosen(found), taken)
    told: list[tuple[str | None, ...]] = []
    for edition in editions:
        for resource, columns in zip(edition.package.resources, edition.columns, strict=True):
            if resource.table.large is not None:
                told += (_about(edition, resource.name, "", column) for column in columns)
                continue
            name = _free(f"{edition.package.name}_{resource.name}", taken)
            _fill(base, name, columns)
            _views(base, name, dict.fromkeys(LANGUAGES, columns), taken)
            told += (_about(edition, resource.name, name, column) for column in columns)
    _list(base, "packages", _PACKAGES, map(_package, editions))
    _list(base, "columns", _COLUMNS, told)
    base.execute("COMMIT")


def quoted(name: str) -> str:
    """The name of a table or a column as SQL takes it, whatever is in it."""
    return '"' + name.replace('"', '""').replace("\0", "") + '"'


def _fill(base: sqlite3.Connection, name: str, columns: Sequence[Column]) -> None:
    names = _apart(column.field.name for column in columns)
    kinds = (_SQL.get(column.kind, "TEXT") for column in columns)
    said = ", ".join(f"{quoted(each)} {kind}" for each, kind in zip(names, kinds, strict=True))
    base.execute(f"CREATE TABLE {quoted(name)} ({said})")
    holes = ", ".join("?" * len(columns))
    rows = zip(*map(bare_values, columns), strict=True)
    base.executemany(f"INSERT INTO {quoted(name)} VALUES ({holes})", rows)  # noqa: S608 - names are quoted


def _chosen(found: Sequence[Column]) -> dict[Language, Sequence[Column]]:
    """Of all observations the columns that a view in each language shows: no names in the other one."""
    others = {each: tuple(f"_{other}" for other in LANGUAGES if other != each) for each in LANGUAGES}
    return {
        each: [column for column in found if not column.field.name.endswith(others[each])]
        for each in LANGUAGES
    }


def _views(
    base: sqlite3.Connection, table: str, shown: dict[Language, Sequence[Column]], taken: set[str]
) -> None:
    """Make a view in each language whose columns are called by their titles."""
    for language, columns in shown.items():
        names = _apart(column.field.name for column in columns)
        titles = _apart(_title(column, language) for column in columns)
        pairs = (f"{quoted(name)} AS {quoted(title)}" for name, title in zip(names, titles, strict=True))
        view = _free(f"{table}_{language}", taken)
        base.execute(f"CREATE VIEW {quoted(view)} AS SELECT {', '.join(pairs)} FROM {quoted(table)}")  # noqa: S608 - quoted


def _title(column: Column, language: Language) -> str:
    title = cleaned(column.field.title)[language]
    return title if title else column.field.name


def _apart(names: Iterable[str]) -> list[str]:
    """The names, told apart where SQL, which is blind to capitals, would take two for one."""
    taken: set[str] = set()
    return [_free(name, taken, plain=False) for name in names]


def _free(name: str, taken: set[str], *, plain: bool = True) -> str:
    """A name that is not taken, in letters, digits and `_` if it must be `plain`."""
    wanted = re.sub(r"\W", "_", name, flags=re.ASCII) if plain else name.replace("\0", "")
    found, number = wanted, 1
    while found.casefold() in taken:
        number += 1
        found = f"{wanted}_{number}"
    taken.add(found.casefold())
    return found


def _list(
    base: sqlite3.Connection, name: str, heads: Sequence[str], rows: Iterable[Sequence[str | None]]
) -> None:
    base.execute(f"CREATE TABLE {name} ({', '.join(f'{head} TEXT' for head in heads)})")
    base.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(heads))})", rows)  # noqa: S608 - our own names


def _package(edition: Edition) -> tuple[str | None, ...]:
    package, title = edition.package, edition.title
    day = None if edition.day is None else edition.day.isoformat()
    licence = ", ".join(each.name if each.name else each.title.en for each in edition.licences)
    return (package.name, title.vi, title.en, edition.version, day, licence)


def _about(edition: Edition, resource: str, table: str, column: Column) -> tuple[str, ...]:
    title: Text = cleaned(column.field.title)
    words: Text = cleaned(column.field.description)
    place = (edition.package.name, resource, table, column.field.name, column.field.type)
    return (*place, title.vi, title.en, words.vi, words.en)
