"""Packages as their descriptors describe them, also when their tables hold nothing yet: what forms are made of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from build_scripts.model import Described
from build_scripts.read.descriptor import PROFILE_KEY, reemitted
from build_scripts.read.entries import Entries
from build_scripts.read.files import content, is_link
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.packages import package_folders
from build_scripts.read.problems import Spot
from build_scripts.read.strict_json import parsed
from build_scripts.read.table import read_table

_DESCRIPTOR = "datapackage.json"


def described(root: Path, package: str) -> Described | None:
    """Describe the package of this name; `None` when there is none, or its descriptor cannot be read."""
    found = {folder.name: _described(folder) for folder in package_folders(root) if not is_link(folder)}
    descriptor, own = found.get(package, (None, {}))
    known: dict[str, list[pd.DataFrame]] = {}
    for other, tables in found.values():
        if other is not None and PROFILE_KEY in other:
            for name, cells in tables.items():
                known.setdefault(name, []).append(cells)
    joined = {name: pd.concat(parts) for name, parts in known.items()}
    return None if descriptor is None else Described(descriptor, own, joined)


def names_with(root: Path, table: str) -> list[str]:
    """Name the packages whose descriptor lists this table."""
    found = ((folder.name, _raw(folder)) for folder in package_folders(root) if not is_link(folder))
    return [name for name, raw in found if raw is not None and table in _tables_named(raw)]


def _tables_named(raw: dict[str, Any]) -> set[str]:
    listed = raw.get("resources")
    return (
        {str(each.get("name")) for each in listed if isinstance(each, dict)}
        if isinstance(listed, list)
        else set()
    )


def _raw(folder: Path) -> dict[str, Any] | None:
    data = content(folder, _DESCRIPTOR, Spot(_DESCRIPTOR)).data
    return None if data is None or len(data) > LIMITS["descriptor"].most else parsed(data, _DESCRIPTOR).value


def _described(folder: Path) -> tuple[dict[str, Any] | None, dict[str, pd.DataFrame]]:
    raw = _raw(folder)
    if raw is None:
        return None, {}
    descriptor = reemitted(Entries(raw, _DESCRIPTOR), folder.name, None)
    return descriptor, dict(_tables(folder, descriptor))


def _tables(folder: Path, descriptor: dict[str, Any]) -> Iterator[tuple[str, pd.DataFrame]]:
    for raw in descriptor["resources"]:
        if raw["path"] and raw.get("schema", {}).get("fields"):
            data = content(folder, raw["path"], Spot(raw["path"])).data
            read = (
                None
                if data is None or len(data) > LIMITS["file"].most
                else read_table(data, raw["path"], raw)
            )
            if read is not None and read.table is not None:
                yield raw["name"], read.table.cells
