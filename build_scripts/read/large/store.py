"""The only door to duckdb: the tables of one package as text in a database on disk, asked in bounded memory and time.

Tables are `t0`, `t1` … in the order of the package, columns `c0`, `c1` …: no name of a stranger is ever part of a
question, and their words are bound. A row is known by its number, from 0.
"""

import os
import shutil
import threading
import time
import weakref
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

import duckdb
import pandas as pd

MEMORY: Final = "600MB"
THREADS: Final = 2
SECONDS: Final = 1800.0
_PAGE: Final = 20_000
_CLOSED: Final = {
    "threads": THREADS,
    "memory_limit": MEMORY,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


def _empty(folder: Path, owner: int) -> None:
    """Take a folder away, unless this process only inherited it."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


class StoppedError(OSError):
    """A question that took too much time or room."""


class Store:
    """A database in a folder of its own, which goes when the store is closed."""

    def __init__(self, files: Sequence[Path], seconds: float = SECONDS) -> None:
        """Open it; besides its own folder it may read `files`, and nothing else."""
        self.folder = Path(mkdtemp(prefix="portal-large-"))
        self.emptied = weakref.finalize(self, _empty, self.folder, os.getpid())
        self.end = time.monotonic() + seconds
        config: dict[str, Any] = {**_CLOSED, "temp_directory": str(self.folder / "spilled")}
        self._open(config, "allowed_paths", [str(each) for each in files])

    def rest(self) -> None:
        """Give back the memory it holds; what is on disk stays."""
        self.connection.close()

    @contextmanager
    def awake(self, threads: int, seconds: float = SECONDS) -> Iterator[None]:
        """Open it again for a while, to be asked and to be written into its own folder."""
        self.end = time.monotonic() + seconds
        config = {**_CLOSED, "threads": threads, "temp_directory": str(self.folder / "spilled")}
        self._open(config, "allowed_directories", [f"{self.folder}/"])
        try:
            yield
        finally:
            self.rest()

    def _open(self, config: dict[str, Any], allowed: str, paths: list[str]) -> None:
        try:
            self.connection = duckdb.connect(str(self.folder / "tables.db"), config=config)
        except duckdb.Error as error:
            raise StoppedError(str(error)) from error
        self.ask("SET enable_progress_bar = false")
        self.ask("SET TimeZone = 'UTC'")
        self.ask(f"SET {allowed} = ?", [paths])
        self.ask("SET enable_external_access = false")
        self.ask("SET lock_configuration = true")

    def close(self) -> None:
        """Give back what it holds, on disk and in memory."""
        self.connection.close()
        self.emptied()

    def check_time(self) -> None:
        """Raise when the time is over.

        Raises:
            StoppedError: It is.
        """
        if time.monotonic() > self.end:
            raise StoppedError

    def ask(self, question: str, given: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that answer a question.

        Raises:
            StoppedError: There is no answer in the time and the room there is.
        """
        self.check_time()
        timer = threading.Timer(max(0.0, self.end - time.monotonic()), self.connection.interrupt)
        timer.daemon = True
        timer.start()
        try:
            return self.connection.execute(question, list(given)).fetchall()
        except duckdb.Error as error:
            raise StoppedError(str(error)) from error
        finally:
            timer.cancel()

    def pages(self, table: str, columns: str) -> Iterator[list[tuple[Any, ...]]]:
        """Every row of a table that no row was ever taken out of, some thousand at a time."""
        ((count,),) = self.ask(f"SELECT count(*) FROM {table}")
        for start in range(0, count, _PAGE):
            where = f"rowid >= {start} AND rowid < {start + _PAGE}"
            yield self.ask(f"SELECT {columns} FROM {table} WHERE {where} ORDER BY rowid")

    def make(self, number: int, width: int) -> None:
        """Make room for the table at place `number`, of `width` columns."""
        columns = ", ".join(f"c{place} VARCHAR" for place in range(width))
        self.ask(f"CREATE OR REPLACE TABLE t{number} ({columns})")

    def add(self, table: str, rows: Sequence[Sequence[str]]) -> None:
        """Add rows to the end of a table."""
        if not rows:
            return
        frame = pd.DataFrame(rows, dtype=object)
        self.connection.register("batch", frame)
        self.ask(f"INSERT INTO {table} SELECT * FROM batch")
        self.connection.unregister("batch")

    def take(self, number: int, file: Path, delimiter: str, width: int) -> tuple[int, int] | None:
        """Read a whole file of lines without quotation marks, heading first: how many rows, how many bytes below the heading.

        `None` when duckdb cannot read it, or has not read it as it stands.
        """
        kinds = ", ".join(f"c{place}: 'VARCHAR'" for place in range(width))
        cells = ", ".join(f"coalesce(c{place}, '')" for place in range(width))
        plain = "quote = '', escape = '', header = false, skip = 1, auto_detect = false, strict_mode = true"
        read = f"read_csv(?, delim = ?, {plain}, columns = {{{kinds}}})"
        lengths = " + ".join(f"sum(strlen(c{place}))" for place in range(width))
        try:
            self.ask(f"INSERT INTO t{number} SELECT {cells} FROM {read}", [str(file), delimiter])
            ((count, size),) = self.ask(f"SELECT count(*), {lengths} FROM t{number}")
        except StoppedError:
            self.check_time()
            return None
        return (int(count), int(size) + int(count) * width) if count else None
