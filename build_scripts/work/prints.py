"""Digests of all that a unit of work may depend on, by the names under which it is asked for."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from build_scripts.compute.territory import same_period
from build_scripts.ground.kept import key_of
from build_scripts.model import Package, Resource
from build_scripts.model.asking import KEYS, PERIOD
from build_scripts.work.stage import Stage

_OBSERVATIONS: Final = "observations"
_MEASURED: Final = ("bytes", "hash")
"""What a descriptor says of a file, which changes with every cell."""


class Prints:
    """The digests of a stage: of its frame, which every unit depends on, and of the rest by name.

    The frame is everything but the observations, the tables of packages without a profile, and what follows from them:
    names, sources, targets, areas, words, settings, what was released.
    """

    def __init__(self, stage: Stage) -> None:
        """Take the digests of a stage; those of single names only when they are asked for."""
        self._stage = stage
        self._known: dict[str, str] = {}

    @cached_property
    def frame(self) -> str:
        """The digest of the frame, and of the program."""
        catalog, stage = self._stage.catalog, self._stage
        packages = [_described(each) for each in catalog.packages]
        released = [
            (each.package.name, each.package.version, [(path, _digest([data])) for path, data in each.files])
            for each in catalog.releases
        ]
        told = (stage.verdicts, stage.book, catalog.hearings, stage.scenes[0].imprints)
        written = json.dumps([packages, released, catalog.addresses], ensure_ascii=False, sort_keys=True)
        return key_of("frame", written, repr(told))

    def of(self, name: str) -> str:
        """The digest of what is asked for under a name."""
        if name not in self._known:
            self._known[name] = _digest(part.encode() for part in self._parts(*name.split("/", 3)))
        return self._known[name]

    def _parts(self, kind: str, thing: str = "", area: str = "", period: str = "") -> Iterator[str]:
        """What makes up the digest of a name."""
        scene = self._stage.scenes[0]
        found = scene.judgements
        match kind:
            case "facts":
                yield from self._facts(thing, area, period)
            case "carried" if thing == KEYS:
                yield "\n".join(scene.carriages)
            case "carried" if area == KEYS:
                yield "\n".join(scene.carriages.get(thing, {}))
            case "carried":
                yield repr(scene.carriages.get(thing, {}).get(area))
            case "now":
                yield str(found.now)
            case "leading" | "beside" | "revised":
                table: Mapping[str, Any] = getattr(found, "revisions" if kind == "revised" else kind)
                yield "\n".join(table) if thing == KEYS else repr(table.get(thing))
            case "package":
                package = next(each for each in self._stage.catalog.packages if each.name == thing)
                yield from (f"{each.sha256} {each.bytes}\n" for each in package.resources)
            case _:
                yield from (self.of(f"package/{each.name}") for each in self._stage.catalog.packages)

    def _facts(self, thing: str, area: str, period: str) -> Iterator[str]:
        """What makes up the digest of facts: rows as they stand, or of one period what was made of them."""
        facts = self._stage.scenes[0].facts
        if thing == KEYS:
            yield "\n".join(facts)
        elif area == KEYS:
            yield "\n".join(facts.get(thing, {}))
        elif area == PERIOD:
            found = facts.get(thing, {})
            yield from (f"{each} {same_period(found, each, period)!r}\n" for each in found)
        else:
            yield self._rows.get(thing, {}).get(area, "")

    @cached_property
    def _rows(self) -> Mapping[str, Mapping[str, str]]:
        """The digest of every observation, as it stands in its file, by indicator and area."""
        found: dict[str, dict[str, Any]] = {}
        for package in self._stage.catalog.packages:
            for table in filter(is_watched, package.resources if package.profile else ()):
                cells = table.table.cells
                columns = [cells[each].tolist() for each in cells.columns]
                keys = zip(cells["indicator"].tolist(), cells["area"].tolist(), strict=True)
                lines = zip(map(str, cells.index.tolist()), *columns, strict=True)
                for (indicator, area), line in zip(keys, lines, strict=True):
                    areas = found.setdefault(indicator, {})
                    if area not in areas:
                        areas[area] = hashlib.sha256(package.name.encode())
                    areas[area].update("\0".join(line).encode("utf-8", "surrogatepass") + b"\1")
        return {one: {area: each.hexdigest() for area, each in rows.items()} for one, rows in found.items()}


def is_watched(table: Resource) -> bool:
    """Whether a table of a package with a profile is none of the frame."""
    return table.name == _OBSERVATIONS and {"indicator", "area"} <= set(table.table.cells.columns)


def _described(package: Package) -> list[Any]:
    """What the frame holds of a package: its descriptor, and the digests of the tables that belong to the frame."""
    pairs = zip(package.descriptor["resources"], package.resources, strict=True)
    tables = [_plain(raw) if _is_apart(package, each) else {**raw, "sum": each.sha256} for raw, each in pairs]
    maps = [[each.raw, _digest([each.data])] for each in package.maps]
    return [package.folder, {**package.descriptor, "resources": tables}, maps]


def _is_apart(package: Package, table: Resource) -> bool:
    return is_watched(table) if package.profile else True


def _plain(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in raw.items() if key not in _MEASURED}


def _digest(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for each in parts:
        found.update(each)
    return found.hexdigest()
