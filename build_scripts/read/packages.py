"""Package folders: descriptor, files, tables, and what does not agree among them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from build_scripts.model import MapFile, Package, Problem
from build_scripts.read.assembly import Loaded, assembled
from build_scripts.read.boundaries import Known, outlines
from build_scripts.read.codes.gate_cells import GATE_CELLS
from build_scripts.read.descriptor import PROFILE_KEY, reemitted
from build_scripts.read.entries import Entries
from build_scripts.read.files import content, is_link, is_plain
from build_scripts.read.gate.folder import (
    DESCRIPTOR,
    Listing,
    entry_problems,
    listing,
    size_problems,
    unlisted_problems,
)
from build_scripts.read.gate.keys import key_problems
from build_scripts.read.gate.names import is_device, is_route
from build_scripts.read.gate.shortening import Kind
from build_scripts.read.large import Checked, LargeTables
from build_scripts.read.problems import Spot, problem
from build_scripts.read.strict_json import parsed
from build_scripts.read.tables import (
    FOLDER,
    Around,
    Listed,
    Told,
    differences,
    digest_of,
    is_exceeded,
    listed,
    place_of,
    read_tables,
)


@dataclass(frozen=True, slots=True, eq=False)
class ReadPackage:
    """A folder under datapackages: its package, `None` when something keeps it from being read, and its problems.

    `beyond` counts problems that are not among them; a package that `is_checked` was held to its own schemas too.
    """

    name: str
    folder: str
    package: Package | None
    problems: tuple[Problem, ...]
    beyond: Counter[Kind] = field(default_factory=Counter)
    is_checked: bool = False


def package_folders(root: Path) -> list[Path]:
    """The folders under `root`/datapackages, by name; hidden ones are not packages."""
    folder = root / FOLDER
    if is_link(folder) or not folder.is_dir():
        return []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [
        entry for entry in entries if not entry.name.startswith(".") and (is_link(entry) or entry.is_dir())
    ]


def is_quick(path: Path) -> bool:
    """Whether everything in a folder is small enough to be held, without opening anything."""
    return not is_link(path) and not any(size_problems(listing(path), ""))


def read_package(path: Path, around: Around) -> ReadPackage:
    """Read one folder as far as it goes."""
    name = path.name.encode("utf-8", "backslashreplace").decode()
    folder = f"{FOLDER}/{name}"
    if is_link(path) or not is_plain(name):
        code = "symlink" if is_link(path) else "name-form"
        return ReadPackage(name, folder, None, (problem(code, Spot(folder, None, None, name)),))
    found = listing(path)
    over = tuple(size_problems(found, folder, large=True))
    if over:
        return ReadPackage(name, folder, None, over)
    entered = tuple(entry_problems(found, folder, around.modes))
    opened = _opened(path, found, around)
    told = {each.value for each in opened.problems if each.code == "symlink"}
    rest = tuple(each for each in entered if each.value not in told or each.code != "symlink")
    return replace(opened, problems=(*rest, *opened.problems))


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
    if PROFILE_KEY in json.value:  # its tables are held whole, so all of it is small
        over = tuple(size_problems(found, folder))
        if over:
            return ReadPackage(name, folder, None, over)
    described = _described(path, Entries(json.value, file), around)
    unlisted = unlisted_problems(found, folder, _listed(json.value))
    listed = [each for each in unlisted if not _is_told(each, described.problems)]
    return replace(described, problems=(*json.problems, *dangers, *listed, *described.problems))


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
    tables = list(listed(descriptor, top))
    large = None
    if PROFILE_KEY not in descriptor and is_exceeded(around.held, path, tables):
        large = LargeTables(path, descriptor, tables, around)
        told = large.read()
    else:
        told = read_tables(path, tables, around.looked(descriptor), around.kept)
    loaded = told.loaded if len(told.loaded) == len(descriptor["resources"]) else None
    maps, wrong = _maps(path, mapped, top, _areas(descriptor, loaded))
    told.problems[:0] = top.problems
    told.problems.extend(wrong)
    if loaded is None or any(map(_is_blocking, told.problems)):
        if large is not None:
            large.close()
        return ReadPackage(descriptor["name"], folder, None, tuple(told.problems), told.beyond)
    package = replace(assembled(folder, descriptor, loaded), maps=maps)
    return _checked(package, told, Checked(package) if large is None else large.checked(package))


def _checked(package: Package, told: Told, checked: Checked) -> ReadPackage:
    """A package that could be read, and what was found when its tables were held to their schemas, if they were."""
    return ReadPackage(
        package.name,
        package.folder,
        checked.package,
        (*told.problems, *checked.tally.problems),
        told.beyond + checked.tally.beyond,
        is_checked=checked.is_done,
    )


def _is_blocking(each: Problem) -> bool:
    """Whether a problem keeps the rest from being looked at."""
    return each.severity == "error" and each.code not in _IN_CELLS


_IN_CELLS: Final = frozenset(GATE_CELLS) | {
    "character-forbidden",
    "address-unsafe",
    "quote-stray",
    "licence-closed",
}
"""Codes of problems that leave the table readable, so that the rest can be looked at as well."""


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
        table = Listed(raw, place_of(top, raw["path"]), top.file)
        found = content(path, raw["path"], table.spot)
        if found.problem is not None or found.data is None:
            problems.extend([] if found.problem is None else [found.problem])
            continue
        data = found.data
        problems.extend(differences(table, len(data), digest_of(data)))
        drawn = frozenset(each.area for one in maps for each in one.boundaries)
        read = outlines(data, table.file, Known(areas, drawn))
        problems.extend(read.problems)
        maps.append(MapFile(raw["path"], data, read.boundaries, raw))
    return tuple(maps), problems
