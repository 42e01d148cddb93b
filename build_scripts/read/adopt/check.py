"""The adopted package held to the rules that everything under `datapackages/` is held to."""

from collections.abc import Sequence
from typing import Any

from build_scripts.model import Field, Package, Resource, Table, Text
from build_scripts.read.adopt.log import Log
from build_scripts.read.adopt.tables import Adopted
from build_scripts.read.descriptor import reemitted
from build_scripts.read.entries import Entries
from build_scripts.read.gate.cells import Looked, cell_problems
from build_scripts.read.gate.limits import too_large
from build_scripts.read.gate.shortening import shortened
from build_scripts.read.problems import Spot
from build_scripts.read.schema_check import schema_problems
from build_scripts.read.sheets import shape_problems

_NOTHING = Text("", "")


def checked(descriptor: dict[str, Any], tables: Sequence[Adopted], log: Log) -> dict[str, Any]:
    """The descriptor as the portal reads it; what is wrong, in it or in the cells, becomes problems of `log`."""
    top = Entries(descriptor, log.descriptor)
    clean = reemitted(top, descriptor["name"])
    log.problems.extend(each for each in top.problems if each.severity == "error")
    for table in tables:
        many = too_large("rows", Spot(log.place(table.source)), len(table.cells))
        log.problems.extend([] if many is None else [many])
    if log.problems:
        return clean
    package = _package(clean, tables, log.folder)
    found = list(schema_problems(package))
    for table, resource in zip(tables, clean["resources"], strict=True):
        found.extend(cell_problems(table.cells, resource, log.place(table.source), Looked()))
    log.problems.extend(each for each in shortened(found) if each.severity == "error")
    log.problems.extend(shape_problems(package))
    return clean


def _package(descriptor: dict[str, Any], tables: Sequence[Adopted], folder: str) -> Package:
    """The package with the stranger's own files and lines as places, so that problems can be found there."""
    words = Text(descriptor["name"], descriptor["name"])
    return Package(
        name=descriptor["name"],
        folder=folder,
        profile=descriptor.get("portal:profile", ""),
        title=words,
        description=_NOTHING,
        version="",
        created="",
        licences=(),
        sources=(),
        contributors=(),
        keywords=(),
        languages=(),
        resources=tuple(_resource(table) for table in tables),
        descriptor=descriptor,
    )


def _resource(table: Adopted) -> Resource:
    fields = table.schema["fields"]
    return Resource(
        name=table.chosen.name,
        path=table.source,
        title=_NOTHING,
        description=_NOTHING,
        fields=tuple(Field(field["name"], field["type"], _NOTHING, _NOTHING) for field in fields),
        primary_key=(),
        table=Table(table.cells),
        bytes=0,
        sha256="",
    )
