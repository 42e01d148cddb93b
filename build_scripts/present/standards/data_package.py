"""Data Package v2: the descriptor with the places, sizes and checksums of what is published."""

import json
import re
from collections.abc import Sequence
from typing import Any

from build_scripts.model import Artifact, Copy, MapFile, Package

_NAME = re.compile(r"[-A-Za-z0-9._]+", re.ASCII)
_ODD = re.compile(r"[^-A-Za-z0-9._]+", re.ASCII)


def data_package(package: Package, tables: Sequence[Artifact | Copy]) -> bytes:
    """Write the descriptor of the package's tables (as plain CSV, in order) and maps."""
    raw = package.descriptor["resources"]
    licences = [_licence(each) for each in package.descriptor.get("licenses", [])]
    described = {
        **package.descriptor,
        **({"licenses": licences} if licences else {}),
        "resources": [
            *(
                _resource(each, file) if resource.table.large is None else _whole(each, file)
                for resource, each, file in zip(package.resources, raw, tables, strict=True)
            ),
            *(_map(each) for each in package.maps),
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=2).encode() + b"\n"


def _licence(raw: dict[str, Any]) -> dict[str, Any]:
    """A licence whose name the standard allows; what an owner calls it otherwise becomes its title."""
    name = raw.get("name", "")
    if not name or _NAME.fullmatch(name) is not None:
        return raw
    allowed = _ODD.sub("-", name).strip("-")
    return {"title": name, **raw, "name": allowed if allowed else "other"}


def _map(drawn: MapFile) -> dict[str, Any]:
    """A boundary file goes out as it lies in the package."""
    return {**drawn.raw, **_measured(Artifact(drawn.path, drawn.data))}


def _resource(raw: dict[str, Any], table: Artifact | Copy) -> dict[str, Any]:
    """The dialect goes, because the published file has none; its sign for nothing becomes a missing value."""
    null = raw.get("dialect", {}).get("nullSequence")
    kept = {key: value for key, value in raw.items() if key != "dialect"}
    written = {"path": table.path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    schema = raw["schema"] if null is None else {**raw["schema"], "missingValues": [null]}
    return {**kept, **written, **_measured(table), "schema": schema}


def _whole(raw: dict[str, Any], table: Artifact | Copy) -> dict[str, Any]:
    """A large table goes out as it lies in the package, in its own dialect."""
    tabs = {"dialect": {"delimiter": "\t", **raw.get("dialect", {})}} if raw["format"] == "tsv" else {}
    return {**raw, **tabs, "path": table.path, **_measured(table)}


def _measured(file: Artifact | Copy) -> dict[str, Any]:
    return {"bytes": file.size, "hash": f"sha256:{file.sha256}"}
