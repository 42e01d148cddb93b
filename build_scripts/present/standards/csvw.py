"""CSV on the Web: what stands beside a plain CSV file and says what its columns are."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from build_scripts.compute.cells import Column
from build_scripts.model import LANGUAGES, Resource
from build_scripts.present.standards.edition import Edition

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.]*", re.ASCII)
_PLAIN_TRUTH: Final = ({"true", "1"}, {"false", "0"})
_KINDS: Final = {"date": "date", "moment": "dateTime", "instant": "dateTime", "text": "string"}


def csvw(edition: Edition, number: int, path: str) -> bytes:
    """Describe the table at place `number` of the package, published as `path`, from the file beside it."""
    resource, raw = edition.package.resources[number], edition.package.descriptor["resources"][number]
    null = raw.get("dialect", {}).get("nullSequence")
    marks = raw["schema"].get("missingValues", [""]) if null is None else [null]
    described = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": LANGUAGES[0]}],
        "url": path.rpartition("/")[2],
        "dc:title": _words(edition, resource),
        **_licence(edition),
        "dialect": {"header": True, "encoding": "utf-8", "lineTerminators": ["\n"]},
        "tableSchema": {
            "columns": [
                _column(edition, column, own, marks)
                for column, own in zip(edition.columns[number], raw["schema"]["fields"], strict=True)
            ],
            **_key(resource),
        },
    }
    return json.dumps(described, ensure_ascii=False, indent=1).encode() + b"\n"


def _words(edition: Edition, resource: Resource) -> list[dict[str, str]]:
    told = edition.tagged(resource.title)
    return [{"@value": words, "@language": tag if tag else "und"} for tag, words in told]


def _licence(edition: Edition) -> dict[str, Any]:
    linked = [each.href for each in edition.licences if each.href]
    return {"dc:license": {"@id": linked[0]}} if linked else {}


def _key(resource: Resource) -> dict[str, Any]:
    key = resource.primary_key
    return {"primaryKey": list(key)} if key and all(_NAME.fullmatch(name) for name in key) else {}


def _column(edition: Edition, column: Column, own: Mapping[str, Any], marks: Sequence[Any]) -> dict[str, Any]:
    """A column: the heading of the file is a title in no language, before those in words."""
    field = column.field
    titles = {"und": field.name} | {tag: words for tag, words in edition.tagged(field.title) if tag}
    missing = [
        each["value"] if isinstance(each, Mapping) else each for each in own.get("missingValues", marks)
    ]
    described: dict[str, Any] = {
        "titles": titles,
        "datatype": _type(column, own),
        "required": column.is_complete,
        "null": missing,
    }
    words = [
        {"@value": words, "@language": tag if tag else "und"}
        for tag, words in edition.tagged(field.description)
    ]
    if words:
        described["dc:description"] = words
    return {"name": field.name, **described} if _NAME.fullmatch(field.name) else described


def _type(column: Column, own: Mapping[str, Any]) -> Any:
    """The type of the cells as they are written; what the standard cannot say is text."""
    match column.kind:
        case "integer" | "number" if own.get("bareNumber") is not False:
            return _number(column, own)
        case "boolean":
            return _truth(own)
        case "date" | "moment" | "instant" if own.get("format", "") in ("", "default"):
            return _KINDS[column.kind]
        case _:
            return "string"


def _number(column: Column, own: Mapping[str, Any]) -> Any:
    signs = {key: own[key] for key in ("decimalChar", "groupChar") if own.get(key)}
    return {"base": column.kind, "format": signs} if signs else column.kind


def _truth(own: Mapping[str, Any]) -> Any:
    true, false = (own.get(key) for key in ("trueValues", "falseValues"))
    if true is None and false is None:
        return "boolean"
    pair = [each if each is not None else [] for each in (true, false)]
    if len(pair[0]) == len(pair[1]) == 1:
        return {"base": "boolean", "format": f"{pair[0][0]}|{pair[1][0]}"}
    return "string"
