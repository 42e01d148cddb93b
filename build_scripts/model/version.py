"""What changed between two versions of a package, cell by cell, and which version number follows from it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from build_scripts.model.package import Package, Resource

Level = Literal["major", "minor", "patch"]
What = Literal[
    "table-removed",
    "table-added",
    "column-removed",
    "column-added",
    "column-changed",
    "row-removed",
    "row-added",
    "value-changed",
    "words-changed",
    "description-changed",
]
LEVELS: Final[Mapping[What, Level]] = {
    "table-removed": "major",
    "column-removed": "major",
    "column-changed": "major",
    "row-removed": "major",
    "value-changed": "major",
    "table-added": "minor",
    "column-added": "minor",
    "row-added": "minor",
    "words-changed": "patch",
    "description-changed": "patch",
}
"""A deleted code or a changed value is major, an addition minor, wording a patch."""
_ORDER: Final[tuple[Level, ...]] = ("major", "minor", "patch")
_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)", re.ASCII)
_DATED: Final = ("version", "created", "resources")
_MEASURED: Final = ("bytes", "hash", "schema", "path", "dialect", "format", "mediatype", "encoding")

Key = tuple[str, ...]
Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: in which `table`, of the row with this `key`, in which `column`; what stood there, what stands now."""

    what: What
    table: str = ""
    key: Key = ()
    column: str = ""
    before: str | None = None
    after: str | None = None

    @property
    def level(self) -> Level:
        """How grave it is."""
        return LEVELS[self.what]


def version_of(text: str) -> Version | None:
    """Read `1.2.3`; `None` for anything else."""
    found = _VERSION.fullmatch(text)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def following(version: Version, level: Level | None) -> str:
    """Raise a version by a level; without a change it stays."""
    major, minor, patch = version
    raised = {"major": (major + 1, 0, 0), "minor": (major, minor + 1, 0), "patch": (major, minor, patch + 1)}
    return ".".join(map(str, version if level is None else raised[level]))


def level_of(changes: tuple[Change, ...]) -> Level | None:
    """Find the gravest level; `None` when nothing changed."""
    found = {each.level for each in changes}
    return next((level for level in _ORDER if level in found), None)


def changes_between(old: Package, new: Package) -> tuple[Change, ...]:
    """List every difference, in the order of the older package, additions last."""
    return (*_tables(old, new), *_descriptions(old, new))


def _tables(old: Package, new: Package) -> Iterator[Change]:
    before, after = ({each.name: each for each in package.resources} for package in (old, new))
    for name, table in before.items():
        if name not in after:
            yield Change("table-removed", name)
        else:
            yield from _columns(table, after[name])
            yield from _rows(table, after[name], _values(new, name))
    yield from (Change("table-added", name) for name in after if name not in before)


def _columns(old: Resource, new: Resource) -> Iterator[Change]:
    before, after = ({each.name: each.type for each in table.fields} for table in (old, new))
    for name, kind in before.items():
        if name not in after:
            yield Change("column-removed", old.name, column=name)
        elif after[name] != kind:
            yield Change("column-changed", old.name, column=name, before=kind, after=after[name])
    yield from (Change("column-added", old.name, column=name) for name in after if name not in before)


def _values(package: Package, table: str) -> frozenset[str]:
    """The columns whose cells are values or codes; in the others words stand."""
    raw: dict[str, Any] = next(each for each in package.descriptor["resources"] if each["name"] == table)
    schema = raw["schema"]
    keys = {name for key in schema.get("foreignKeys", []) for name in key["fields"]} | {
        *schema.get("primaryKey", [])
    }
    return frozenset(
        field["name"]
        for field in schema["fields"]
        if field["name"] in keys
        or field["type"] not in ("string", "any")
        or {"enum", "pattern"} & set(field.get("constraints", {}))
    )


def _rows(old: Resource, new: Resource, values: frozenset[str]) -> Iterator[Change]:
    """Rows by their key; without a key a row is known by all its cells."""
    if (
        old.table.large is not None or new.table.large is not None
    ):  # of one that is not held only the sum is known
        yield from () if old.sha256 == new.sha256 else (Change("value-changed", old.name),)
        return
    if not old.primary_key or old.primary_key != new.primary_key:
        yield from _whole_rows(old, new)
        return
    before, after = _keyed(old), _keyed(new)
    for key, row in before.items():
        if key not in after:
            yield Change("row-removed", old.name, key)
            continue
        for column, cell in row.items():
            found = after[key].get(column)
            if found is not None and found != cell:
                what: What = "value-changed" if column in values else "words-changed"
                yield Change(what, old.name, key, column, cell, found)
    yield from (Change("row-added", old.name, key) for key in after if key not in before)


def _keyed(table: Resource) -> dict[Key, dict[str, str]]:
    names = list(table.table.cells.columns)
    rows = (
        dict(zip(names, row, strict=True)) for row in table.table.cells.itertuples(index=False, name=None)
    )
    return {tuple(row[name] for name in table.primary_key): row for row in rows}


def _whole_rows(old: Resource, new: Resource) -> Iterator[Change]:
    shared = [each.name for each in old.fields if each.name in {field.name for field in new.fields}]
    before, after = (
        Counter(table.table.cells[shared].itertuples(index=False, name=None)) for table in (old, new)
    )
    yield from (Change("row-removed", old.name, tuple(row)) for row in (before - after).elements())
    yield from (Change("row-added", old.name, tuple(row)) for row in (after - before).elements())


def _descriptions(old: Package, new: Package) -> Iterator[Change]:
    """Words about the package, its tables and columns."""
    before, after = (
        {key: value for key, value in package.descriptor.items() if key not in _DATED}
        for package in (old, new)
    )
    if before != after:
        yield Change("description-changed")
    tables = {each["name"]: each for each in new.descriptor["resources"]}
    for each in old.descriptor["resources"]:
        if each["name"] in tables and _worded(each) != _worded(tables[each["name"]]):
            yield Change("description-changed", each["name"])


def _worded(raw: Mapping[str, Any]) -> tuple[Any, Any]:
    """A table and its columns in words and rules; a column that is new is told of elsewhere."""
    told = {key: value for key, value in raw.items() if key not in _MEASURED}
    return told, {each["name"]: {**each, "type": ""} for each in raw["schema"]["fields"]}
