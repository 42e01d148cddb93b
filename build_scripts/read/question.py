"""What frictionless is asked about a package."""

import re
from typing import Any, Final

from build_scripts.model import Package
from build_scripts.read.soundness import is_sure

_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")
"""A name that every reader of packages takes."""


def inline(package: Package) -> dict[str, Any]:
    """The descriptor as frictionless gets it: names, schemas and cells, nothing that leads anywhere.

    Of a package that is surely sound only the schemas are asked about: of packages with the same ones, once.
    """
    resources = []
    schemas = [asked_schema(raw) for raw in package.descriptor["resources"]]
    pairs = list(zip(package.resources, schemas, strict=True))
    tables = {resource.name: (resource.table.cells, schema) for resource, schema in pairs}
    targets = {key["reference"]["resource"] for each in schemas for key in each.get("foreignKeys", [])}
    sure = {resource.name for resource, schema in pairs if is_sure(resource.table.cells, schema, tables)}
    is_whole = len(sure) == len(pairs) and _NAME.fullmatch(package.name) is not None
    for resource, whole in pairs:
        names = [field.name for field in resource.fields]
        schema = {**whole, "fields": [without_pattern(field) for field in whole["fields"]]}
        cells = resource.table.cells
        if is_whole:
            cells = cells.iloc[:0]
        elif resource.name in sure - targets:
            cells = cells.iloc[:1]  # of a sound table that no other refers to the first row will do
        rows = [names, *cells.to_numpy(dtype=object).tolist()]
        resources.append({"name": resource.name, "type": "table", "data": rows, "schema": schema})
    name = "package" if is_whole else package.name
    return {"$schema": package.descriptor["$schema"], "name": name, "resources": resources}


def asked_schema(raw: dict[str, Any]) -> dict[str, Any]:
    """The schema of a table, a sign for nothing that its dialect declares in it."""
    null = raw.get("dialect", {}).get("nullSequence")
    schema: dict[str, Any] = raw["schema"]
    return schema if null is None else {**schema, "missingValues": [null]}


def without_pattern(field: dict[str, Any]) -> dict[str, Any]:
    """The field with a pattern that anything fits, where it has one: whether it may have one is still looked at."""
    if "pattern" not in field.get("constraints", {}):
        return field
    return {**field, "constraints": {**field["constraints"], "pattern": r"[\s\S]*"}}
