"""Packages as they are read from disk, made on the spot with whatever cells a test needs."""

import hashlib
import unicodedata
from functools import cache

import pandas as pd

from build_scripts.model import Field, Imprint, Package, Resource, Table, Text
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.shelf import shelf
from tests import tiny

SITE = "https://data.example.org/portal/"
IMPRINTS = (Imprint("Cổng mẫu", SITE), Imprint("Sample portal", SITE))
NFD = unicodedata.normalize("NFD", "Hà Nội")
ODD = (
    "=1+1",
    "-5",
    "01",
    "NA",
    NFD,
    "",
    "@SUM(A1)",
    "+84 24 3825",
    "line\nbreak",
    'a "quote", a comma',
    "true",
)
"""Texts that some program turns into something else."""


def resource(name, fields, rows, **schema):
    """Make a table with its entry in the descriptor; `fields` are declarations of Table Schema."""
    cells = pd.DataFrame(rows, columns=[each["name"] for each in fields], dtype="str")
    data = cells.to_csv(index=False).encode()
    made = Resource(
        name, f"{name}.csv", tiny.both(name), tiny.NOTHING,
        tuple(
            Field(
                each["name"], each["type"], Text(each.get("title", each["name"]), each.get("title@en", each["name"])),
                Text(each.get("description", ""), each.get("description@en", "")),
                tuple(each.get("constraints", {}).items()), format=each.get("format", ""),
            )
            for each in fields
        ),
        tuple(schema.get("primaryKey", ())), Table(cells), len(data), hashlib.sha256(data).hexdigest(),
    )  # fmt: skip
    raw = {"name": name, "type": "table", "path": f"{name}.csv", "schema": {"fields": fields, **schema}}
    return made, raw


def package(*tables, **about):
    """Make a package of tables."""
    described = {"name": "sample", "title": "Mẫu", "title@en": "Sample", "version": "1.2.0"} | about
    described |= {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"}
    return Package(
        name=described["name"], folder="datapackages/sample", profile="",
        title=Text(described["title"], described["title@en"]),
        description=Text(described.get("description", ""), described.get("description@en", "")),
        version=described["version"], created=described.get("created", ""), licences=(), sources=(), contributors=(),
        keywords=tuple(described.get("keywords", ())), languages=("vi", "en"),
        resources=tuple(made for made, _ in tables), descriptor={**described, "resources": [raw for _, raw in tables]},
    )  # fmt: skip


def published(made, **catalog):
    """Make the files of a package by their names."""
    edition = Edition(made, tiny.tiny(packages=(made,), **catalog), IMPRINTS)
    return {each.file.path: each.file.data for each in shelf(edition)}


@cache
def odd():
    """A table of texts that programs like to change, beside numbers of which some are negative or missing."""
    numbers = ("-5.25", "0", "", "1e3", "12345678.9", "-0.1", "", "7", "8", "9", "10")
    rows = [[str(place), text, number] for place, (text, number) in enumerate(zip(ODD, numbers, strict=True))]
    fields = [
        {"name": "id", "type": "integer", "constraints": {"required": True}},
        {"name": "text", "type": "string", "title": "Chữ", "title@en": "Text", "description@en": "Any text."},
        {"name": "number", "type": "number"},
    ]
    return package(resource("odd", fields, rows, missingValues=[""]))


def plain(values):
    """Values as Python's own, numbers as float, missing as `None`."""
    return [None if value is None or value != value else value for value in values]  # noqa: PLR0124 - NaN
