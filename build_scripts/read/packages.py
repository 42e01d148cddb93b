"""Package folders: descriptor, files, tables, and what does not agree among them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from build_scripts.model import MapFile, Package, Problem, Text
from build_scripts.read.assembly import Loaded, assembled
from build_scripts.read.boundaries import Known, outlines
from build_scripts.read.codes.gate_cells import GATE_CELLS
from build_scripts.read.descriptor import PROFILE_KEY, reemitted
from build_scripts.read.entries import Entries
from build_scripts.read.files import content, is_link, is_plain
from build_scripts.read.gate.bytes import byte_problem, text_problems
from build_scripts.read.gate.cells import Looked, cell_problems
from build_scripts.read.gate.folder import (
    DESCRIPTOR,
    Listing,
    Modes,
    entry_problems,
    listing,
    size_problems,
    unlisted_problems,
)
from build_scripts.read.gate.keys import key_problems
from build_scripts.read.gate.names import is_device, is_route
from build_scripts.read.gate.reviewed import Reviewed
from build_scripts.read.problems import Spot, problem
from build_scripts.read.strict_json import parsed
from build_scripts.read.table import read_table

FOLDER: Final = "datapackages"
_DIGESTS: dict[str, Callable[[bytes], str]] = {
    "md5": lambda data: hashlib.md5(data, usedforsecurity=False).hexdigest(),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).hexdigest(),
    "sha256": lambda data: hashlib.sha256(data).hexdigest(),
    "sha512": lambda data: hashlib.sha512(data).hexdigest(),
}
_HASH = Text(
    "mã kiểm tra dạng “sha256:…” (hoặc md5, sha1, sha512)",
    "a checksum such as “sha256:…” (or md5, sha1, sha512)",
)


@dataclass(frozen=True, slots=True, eq=False)
class ReadPackage:
    """A folder under datapackages: its package, `None` when something keeps it from being read, and its problems."""

    name: str
    folder: str
    package: Package | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What is known beside a package: the modes git keeps, the reviewed list, the day (`None` when nobody says)."""

    modes: Modes = field(default_factory=lambda: Modes({}))
    reviewed: Reviewed = field(default_factory=Reviewed)
    today: date | None = None


def package_folders(root: Path) -> list[Path]:
    """The folders under `root`/datapackages, by name; hidden ones are not packages."""
    folder = root / FOLDER
    if is_link(folder) or not folder.is_dir():
        return []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [
        entry for entry in entries if not entry.name.startswith(".") and (is_link(entry) or entry.is_dir())
    ]


def read_package(path: Path, around: Around) -> ReadPackage:
    """Read one folder as far as it goes."""
    name = path.name.encode("utf-8", "backslashreplace").decode()
    folder = f"{FOLDER}/{name}"
    if is_link(path) or not is_plain(name):
        code = "symlink" if is_link(path) else "name-form"
        return ReadPackage(name, folder, None, (problem(code, Spot(folder, None, None, name)),))
    found = listing(path)
    large = tuple(size_problems(found, folder))
    if large:
        return ReadPackage(name, folder, None, large)
    entered = tuple(entry_problems(found, folder, around.modes))
    opened = _opened(path, found, around)
    told = {each.value for each in opened.problems if each.code == "symlink"}
    rest = tuple(each for each in entered if each.value not in told or each.code != "symlink")
    return ReadPackage(opened.name, folder, opened.package, (*rest, *opened.problems))


def _opened(path: Path, found: Listing, around: Around) -> ReadPackage:
    """Read the descriptor of a folder that was looked at, and what it describes."""
    name, folder = path.name, f"{FOLDER}/{path.name}"
    file = f"{folder}/{DESCRIPTOR}"
    read = content(path, DESCRIPTOR, Spot(file, None, None, DESCRIPTOR))
    if read.problem is not None and read.problem.code == "file-missing":
        missing = problem("descriptor-missing", Spot(file), folder=name)
        return ReadPackage(name, folder, None, (missing,))
    if read.problem is not None or read.data is None:
        return ReadPackage(name, folder, None, () if read.problem is None else (read.problem,))
    json = parsed(read.data, file)
    if json.value is None:
        return ReadPackage(name, folder, None, json.problems)
    dangers = tuple(key_problems(json.value, file))
    if any(each.code == "too-large" for each in dangers):
        return ReadPackage(name, folder, None, dangers)
    described = _described(path, Entries(json.value, file), around)
    unlisted = unlisted_problems(found, folder, _listed(json.value))
    listed = [each for each in unlisted if not _is_told(each, described.problems)]
    return ReadPackage(
        described.name, folder, described.package, (*json.problems, *dangers, *listed, *described.problems)
    )


_MISLISTED: Final = frozenset({"path-unsafe", "resource-not-file", "format-unsupported", "tables-missing"})


def _is_told(unlisted: Problem, described: tuple[Problem, ...]) -> bool:
    """Whether another problem explains why a file is not listed, or is of a kind that is not taken."""
    wrong = [each for each in described if each.code in _MISLISTED]
    if unlisted.code == "file-kind":
        return any(each.value == unlisted.value for each in wrong)
    return bool(wrong) and unlisted.file.endswith((".csv", ".tsv"))


def _listed(value: dict[str, Any]) -> set[str]:
    """Every path that the descriptor names."""
    resources = value.get("resources")
    raw = (
        (each.get("path") for each in resources if isinstance(each, dict))
        if isinstance(resources, list)
        else ()
    )
    paths = (path for each in raw for path in (each if isinstance(each, list) else [each]))
    return {path for path in paths if isinstance(path, str)}


def _described(path: Path, top: Entries, around: Around) -> ReadPackage:
    """What the descriptor describes, once its own bytes are known to be sound."""
    folder = f"{FOLDER}/{path.name}"
    written = reemitted(top, path.name, around.today)
    if is_device(written["name"]) or is_route(written["name"]):
        top.report("name-reserved", "name", written["name"])
    mapped = [each for each in written["resources"] if "schema" not in each]
    descriptor = {**written, "resources": [each for each in written["resources"] if "schema" in each]}
    loaded, problems = _tables(path, descriptor, top, around)
    maps, wrong = _maps(path, mapped, top, _areas(descriptor, loaded))
    everything = (*top.problems, *problems, *wrong)
    if loaded is None or any(each.severity == "error" and each.code not in _IN_CELLS for each in everything):
        return ReadPackage(descriptor["name"], folder, None, everything)
    package = replace(assembled(folder, descriptor, loaded), maps=maps)
    return ReadPackage(descriptor["name"], folder, package, everything)


_IN_CELLS: Final = frozenset(GATE_CELLS) | {
    "character-forbidden",
    "address-unsafe",
    "quote-stray",
    "licence-closed",
}
"""Codes of problems that leave the table readable, so that the rest can be looked at as well."""


def _tables(
    path: Path, descriptor: dict[str, Any], top: Entries, around: Around
) -> tuple[list[Loaded] | None, list[Problem]]:
    """Every table in the order of the descriptor, `None` when one cannot be read."""
    problems: list[Problem] = []
    loaded: list[Loaded] = []
    looked = Looked(around.today, around.reviewed.cells("personal-data", FOLDER), PROFILE_KEY in descriptor)
    for resource in descriptor["resources"]:
        if not resource["path"] or not resource["schema"].get("fields"):
            continue
        at = _place(top, resource["path"])
        found = content(path, resource["path"], Spot(top.file, None, f"{at}.path", resource["path"]))
        if found.problem is not None or found.data is None:
            problems.extend([] if found.problem is None else [found.problem])
            continue
        problems.extend(_differences(resource, found.data, at, top.file))
        file = f"{top.file.removesuffix(DESCRIPTOR)}{resource['path']}"
        broken = byte_problem(found.data, file)
        if broken is not None:
            problems.append(broken)
            continue
        read = read_table(found.data, file, resource)
        problems.extend(read.problems)
        if read.table is not None:
            problems.extend(text_problems(found.data, resource, file))
            problems.extend(cell_problems(read.table.cells, resource, file, looked))
            loaded.append(Loaded(read.table, found.data))
    return (loaded if len(loaded) == len(descriptor["resources"]) else None), problems


def _areas(descriptor: dict[str, Any], loaded: list[Loaded] | None) -> frozenset[str]:
    """The ids in the table of areas; none when the tables could not be read."""
    pairs = zip(descriptor["resources"], () if loaded is None else loaded, strict=False)
    cells = (item.table.cells for raw, item in pairs if raw["name"] == "areas")
    return frozenset(area for each in cells if "id" in each.columns for area in each["id"])


def _maps(
    path: Path, mapped: list[dict[str, Any]], top: Entries, areas: frozenset[str]
) -> tuple[tuple[MapFile, ...], list[Problem]]:
    """Every boundary file in the order of the descriptor; no area is drawn twice."""
    problems: list[Problem] = []
    maps: list[MapFile] = []
    for raw in mapped:
        at = _place(top, raw["path"])
        found = content(path, raw["path"], Spot(top.file, None, f"{at}.path", raw["path"]))
        if found.problem is not None or found.data is None:
            problems.extend([] if found.problem is None else [found.problem])
            continue
        problems.extend(_differences(raw, found.data, at, top.file))
        drawn = frozenset(each.area for one in maps for each in one.boundaries)
        read = outlines(found.data, f"{top.file.removesuffix(DESCRIPTOR)}{raw['path']}", Known(areas, drawn))
        problems.extend(read.problems)
        maps.append(MapFile(raw["path"], found.data, read.boundaries, raw))
    return tuple(maps), problems


def _place(top: Entries, path: str) -> str:
    """Where the owner wrote the resource of `path`."""
    listed = top.children("resources")
    return next(entry.path for entry in listed if entry.values.get("path") in (path, [path]))


def _differences(resource: dict[str, Any], data: bytes, at: str, file: str) -> Iterator[Problem]:
    """Whether the size and the checksum the owner declared are those of the file."""
    size, checksum = resource.get("bytes"), resource.get("hash")
    if size is not None and size != len(data):
        spot = Spot(file, None, f"{at}.bytes", str(size))
        yield problem("bytes-differ", spot, path=resource["path"], actual=str(len(data)))
    if checksum is None:
        return
    algorithm, _, digest = checksum.rpartition(":")
    spot = Spot(file, None, f"{at}.hash", checksum)
    digester = _DIGESTS.get(algorithm if algorithm else "md5")
    if digester is None:
        yield problem("descriptor-type", spot, expected_vi=_HASH.vi, expected_en=_HASH.en)
    elif digester(data) != digest.lower():
        prefix = f"{algorithm}:" if algorithm else ""
        yield problem("hash-differs", spot, path=resource["path"], actual=prefix + digester(data))
