"""Package folders: descriptor, files, tables, and what does not agree among them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Field, MapFile, Package, Problem, Resource, Table, Text
from build_scripts.read.boundaries import Known, outlines
from build_scripts.read.descriptor import PROFILE_KEY, reemitted
from build_scripts.read.entries import Entries
from build_scripts.read.files import content, is_link, is_plain
from build_scripts.read.problems import Spot, problem
from build_scripts.read.strict_json import parsed
from build_scripts.read.table import read_table

FOLDER: Final = "datapackages"
_DESCRIPTOR = "datapackage.json"
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
class _Loaded:
    table: Table
    data: bytes


def package_folders(root: Path) -> list[Path]:
    """The folders under `root`/datapackages, by name; hidden ones are not packages."""
    folder = root / FOLDER
    if not folder.is_dir():
        return []
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return [
        entry for entry in entries if not entry.name.startswith(".") and (is_link(entry) or entry.is_dir())
    ]


def read_package(path: Path) -> ReadPackage:
    """Read one folder as far as it goes."""
    name = path.name.encode("utf-8", "backslashreplace").decode()
    folder = f"{FOLDER}/{name}"
    file = f"{folder}/{_DESCRIPTOR}"
    if is_link(path) or not is_plain(name):
        code = "symlink" if is_link(path) else "name-form"
        return ReadPackage(name, folder, None, (problem(code, Spot(folder, None, None, name)),))
    found = content(path, _DESCRIPTOR, Spot(file, None, None, _DESCRIPTOR))
    if found.problem is not None and found.problem.code == "file-missing":
        return ReadPackage(path.name, folder, None, (problem("descriptor-missing", Spot(file), folder=name),))
    if found.problem is not None or found.data is None:
        return ReadPackage(name, folder, None, () if found.problem is None else (found.problem,))
    json = parsed(found.data, file)
    if json.value is None:
        return ReadPackage(name, folder, None, json.problems)
    top = Entries(json.value, file)
    written = reemitted(top, name)
    mapped = [each for each in written["resources"] if "schema" not in each]
    descriptor = {**written, "resources": [each for each in written["resources"] if "schema" in each]}
    loaded, problems = _tables(path, descriptor, top)
    maps, wrong = _maps(path, mapped, top, _areas(descriptor, loaded))
    everything = (*json.problems, *top.problems, *problems, *wrong)
    if loaded is None or any(item.severity == "error" for item in everything):
        return ReadPackage(descriptor["name"], folder, None, everything)
    package = replace(_package(folder, descriptor, loaded), maps=maps)
    return ReadPackage(descriptor["name"], folder, package, everything)


def _tables(
    path: Path, descriptor: dict[str, Any], top: Entries
) -> tuple[list[_Loaded] | None, list[Problem]]:
    """Every table in the order of the descriptor, `None` when one cannot be read."""
    problems: list[Problem] = []
    loaded: list[_Loaded] = []
    for resource in descriptor["resources"]:
        if not resource["path"] or not resource["schema"].get("fields"):
            continue
        at = _place(top, resource["path"])
        found = content(path, resource["path"], Spot(top.file, None, f"{at}.path", resource["path"]))
        if found.problem is not None or found.data is None:
            problems.extend([] if found.problem is None else [found.problem])
            continue
        problems.extend(_differences(resource, found.data, at, top.file))
        read = read_table(found.data, f"{top.file.removesuffix(_DESCRIPTOR)}{resource['path']}", resource)
        problems.extend(read.problems)
        if read.table is not None:
            loaded.append(_Loaded(read.table, found.data))
    return (loaded if len(loaded) == len(descriptor["resources"]) else None), problems


def _areas(descriptor: dict[str, Any], loaded: list[_Loaded] | None) -> frozenset[str]:
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
        read = outlines(found.data, f"{top.file.removesuffix(_DESCRIPTOR)}{raw['path']}", Known(areas, drawn))
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


def _package(folder: str, descriptor: dict[str, Any], loaded: list[_Loaded]) -> Package:
    pairs = list(zip(descriptor["resources"], loaded, strict=True))
    resources = tuple(_resource(raw, item) for raw, item in pairs)
    measured = [
        {**raw, "bytes": resource.bytes, "hash": f"sha256:{resource.sha256}"}
        for (raw, _), resource in zip(pairs, resources, strict=True)
    ]
    return Package(
        name=descriptor["name"],
        folder=folder,
        profile=descriptor.get(PROFILE_KEY, ""),
        title=_words(descriptor, "title", descriptor["name"]),
        description=_words(descriptor, "description", ""),
        version=descriptor.get("version", ""),
        created=descriptor.get("created", ""),
        licences=_pairs(descriptor, "licenses", ("name", "title", "path")),
        sources=_pairs(descriptor, "sources", ("title", "name", "path")),
        contributors=tuple(name for name, _ in _pairs(descriptor, "contributors", ("title", "name", "path"))),
        keywords=tuple(descriptor.get("keywords", [])),
        languages=tuple(descriptor.get("languages", [])),
        resources=resources,
        descriptor={**descriptor, "resources": measured},
    )


def _resource(raw: dict[str, Any], loaded: _Loaded) -> Resource:
    return Resource(
        name=raw["name"],
        path=raw["path"],
        title=_words(raw, "title", raw["name"]),
        description=_words(raw, "description", ""),
        fields=tuple(_field(field) for field in raw["schema"]["fields"]),
        primary_key=tuple(raw["schema"].get("primaryKey", [])),
        table=loaded.table,
        bytes=len(loaded.data),
        sha256=hashlib.sha256(loaded.data).hexdigest(),
    )


def _field(raw: dict[str, Any]) -> Field:
    return Field(
        name=raw["name"],
        type=raw["type"],
        title=_words(raw, "title", raw["name"]),
        description=_words(raw, "description", ""),
        constraints=tuple(raw.get("constraints", {}).items()),
        format=raw.get("format", ""),
    )


def _words(raw: dict[str, Any], key: str, fallback: str) -> Text:
    """Both languages of `key`; the one there is when there is only one."""
    main = raw.get(key, fallback)
    return Text(vi=raw.get(f"{key}@vi", main), en=raw.get(f"{key}@en", main))


def _pairs(raw: dict[str, Any], key: str, wanted: tuple[str, str, str]) -> tuple[tuple[str, str], ...]:
    """(name, address) of each item; the first of the two names that is there, else the address."""
    return tuple(
        (item.get(wanted[0], item.get(wanted[1], item.get("path", ""))), item.get("path", ""))
        for item in raw.get(key, [])
    )
