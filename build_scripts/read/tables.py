"""The tables of a package, each held whole: bytes, cells, and what is wrong with them."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from build_scripts.ground.kept import Kept
from build_scripts.model import Problem, Text
from build_scripts.read.assembly import Loaded
from build_scripts.read.descriptor import PROFILE_KEY
from build_scripts.read.entries import Entries
from build_scripts.read.files import content, size_of
from build_scripts.read.gate.bytes import byte_problem, lines_in, text_problems
from build_scripts.read.gate.cells import Looked, cell_problems
from build_scripts.read.gate.folder import DESCRIPTOR, Modes
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.gate.reviewed import Reviewed
from build_scripts.read.gate.shortening import Kind
from build_scripts.read.problems import Spot, problem
from build_scripts.read.remembered import remembered
from build_scripts.read.table import read_table

FOLDER: Final = "datapackages"
ALGORITHMS: Final = ("md5", "sha1", "sha256", "sha512")
_HASH = Text(
    "mã kiểm tra dạng “sha256:…” (hoặc md5, sha1, sha512)",
    "a checksum such as “sha256:…” (or md5, sha1, sha512)",
)


@dataclass(frozen=True, slots=True)
class Held:
    """How much of a package is held in memory: bytes of a file and of all, rows of a table. What has more is large.

    A large table comes as Parquet in parts, each of so many bytes of CSV: about a fifth of that.
    """

    file: int = LIMITS["file"].most
    package: int = LIMITS["package"].most
    rows: int = LIMITS["rows"].most
    part: int = 250_000_000

    def is_exceeded(self, size: int, rows: int) -> bool:
        """Whether a table of so many bytes and rows is large."""
        return size > self.file or rows > self.rows


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside a package: the modes git keeps, the reviewed list, the day (`None` when nobody says).

    What was found before is in `kept`.
    """

    modes: Modes = field(default_factory=lambda: Modes({}))
    reviewed: Reviewed = field(default_factory=Reviewed)
    today: date | None = None
    held: Held = field(default_factory=Held)
    kept: Kept | None = None

    def looked(self, descriptor: dict[str, Any]) -> Looked:
        """How the cells of a package are looked at."""
        return Looked(self.today, self.reviewed.cells("personal-data", FOLDER), PROFILE_KEY in descriptor)


@dataclass(frozen=True, slots=True)
class Listed:
    """A table as the descriptor lists it: its declaration, and where the owner wrote it."""

    raw: dict[str, Any]
    at: str
    descriptor: str

    @property
    def file(self) -> str:
        """Its file as problems name it."""
        return f"{self.descriptor.removesuffix(DESCRIPTOR)}{self.raw['path']}"

    @property
    def spot(self) -> Spot:
        """Where its path is written."""
        return Spot(self.descriptor, None, f"{self.at}.path", self.raw["path"])


@dataclass(slots=True)
class Told:
    """What came of reading tables, in the order of the descriptor.

    `beyond` counts the problems that were found and are not among `problems`.
    """

    loaded: list[Loaded] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    beyond: Counter[Kind] = field(default_factory=Counter)


def listed(descriptor: dict[str, Any], top: Entries) -> Iterator[Listed]:
    """The tables that have a path and columns."""
    for resource in descriptor["resources"]:
        if resource["path"] and resource["schema"].get("fields"):
            yield Listed(resource, place_of(top, resource["path"]), top.file)


def read_tables(path: Path, tables: list[Listed], looked: Looked, kept: Kept | None = None) -> Told:
    """Read every table of the package in `path`, as far as each can be read."""
    told = Told()
    for each in tables:
        read_into(told, path, each, looked, kept)
    return told


def read_into(told: Told, path: Path, table: Listed, looked: Looked, kept: Kept | None = None) -> None:
    """Read one table, and add it and what is wrong with it to what is told."""
    found = content(path, table.raw["path"], table.spot)
    if found.problem is not None or found.data is None:
        told.problems.extend([] if found.problem is None else [found.problem])
        return
    data = found.data
    told.problems.extend(differences(table, len(data), digest_of(data)))
    broken = byte_problem(data, table.file)
    if broken is not None:
        told.problems.append(broken)
        return
    read = read_table(data, table.file, table.raw)
    told.problems.extend(read.problems)
    if read.table is not None:
        cells, digest = read.table.cells, hashlib.sha256(data).hexdigest()

        def find() -> Iterator[Problem]:
            yield from text_problems(data, table.raw, table.file)
            yield from cell_problems(cells, table.raw, table.file, looked)

        told.problems.extend(remembered(kept, "cells", (digest, *_asked(table, looked)), find))
        told.loaded.append(Loaded(read.table, len(data), digest))


def _asked(table: Listed, looked: Looked) -> Iterator[Any]:
    """Everything beside its bytes that what is wrong with the cells of a table depends on."""
    reviewed = (each for each in looked.reviewed if each[0] == table.file)
    today = None if looked.today is None else looked.today.isoformat()
    yield from (table.file, table.raw, sorted(reviewed), today, looked.is_profiled)


def digest_of(data: bytes) -> Callable[[str], str]:
    """The digest of a file by each algorithm that an owner may choose."""
    return lambda name: hashlib.new(name, data, usedforsecurity=False).hexdigest()


def is_exceeded(held: Held, path: Path, tables: list[Listed]) -> bool:
    """Whether the package in `path` has a table, or so many of them, that it is not held in memory."""
    sizes = [(table, size_of(path, table.raw["path"])) for table in tables]
    if sum(size for _, size in sizes) > held.package or any(size > held.file for _, size in sizes):
        return True
    contents = (content(path, table.raw["path"], table.spot).data for table, _ in sizes)
    return any(lines_in(data) > held.rows for data in contents if data is not None)


def place_of(top: Entries, path: str) -> str:
    """Where the owner wrote the resource of `path`."""
    entries = top.children("resources")
    return next(entry.path for entry in entries if entry.values.get("path") in (path, [path]))


def differences(table: Listed, actual: int, digest: Callable[[str], str]) -> Iterator[Problem]:
    """Whether the size and the checksum the owner declared are those of the file."""
    size, checksum = table.raw.get("bytes"), table.raw.get("hash")
    path = table.raw["path"]
    if size is not None and size != actual:
        spot = Spot(table.descriptor, None, f"{table.at}.bytes", str(size))
        yield problem("bytes-differ", spot, path=path, actual=str(actual))
    if checksum is None:
        return
    algorithm, _, stated = checksum.rpartition(":")
    spot = Spot(table.descriptor, None, f"{table.at}.hash", checksum)
    name = algorithm if algorithm else "md5"
    if name not in ALGORITHMS:
        yield problem("descriptor-type", spot, expected_vi=_HASH.vi, expected_en=_HASH.en)
    elif digest(name) != stated.lower():
        prefix = f"{algorithm}:" if algorithm else ""
        yield problem("hash-differs", spot, path=path, actual=prefix + digest(name))
