"""A `Package` put together from its re-emitted descriptor and its tables."""

from dataclasses import dataclass
from typing import Any

from build_scripts.model import Field, Package, Resource, Table, Text
from build_scripts.read.descriptor import PROFILE_KEY


@dataclass(frozen=True, slots=True)
class Loaded:
    """A table, and the size and the checksum of the file it was read from."""

    table: Table
    bytes: int
    sha256: str


def assembled(folder: str, descriptor: dict[str, Any], loaded: list[Loaded]) -> Package:
    """The package whose tables are `loaded`, in the order of the descriptor."""
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


def _resource(raw: dict[str, Any], loaded: Loaded) -> Resource:
    return Resource(
        name=raw["name"],
        path=raw["path"],
        title=_words(raw, "title", raw["name"]),
        description=_words(raw, "description", ""),
        fields=tuple(_field(field) for field in raw["schema"]["fields"]),
        primary_key=tuple(raw["schema"].get("primaryKey", [])),
        table=loaded.table,
        bytes=loaded.bytes,
        sha256=loaded.sha256,
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
