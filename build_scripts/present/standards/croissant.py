"""Croissant 1.1: files and columns for programs that learn from data."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final
from urllib.parse import quote

from build_scripts.compute.cells import Column
from build_scripts.model import LANGUAGES, Kind, Text
from build_scripts.present.standards.citation import reference
from build_scripts.present.standards.edition import Edition, cleaned
from build_scripts.present.standards.media import MEDIA, Published

_CR: Final = "http://mlcommons.org/croissant/"
_CONTEXT: Final[dict[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": _CR,
    "rai": f"{_CR}RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    **{
        term: f"cr:{term}"
        for term in (
            *("arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "extract", "field"),
            *(
                "fileObject",
                "fileProperty",
                "fileSet",
                "format",
                "includes",
                "isArray",
                "isLiveDataset",
                "jsonPath",
            ),
            *("key", "md5", "parentField", "path", "recordSet", "references", "regex", "repeated", "replace"),
            *("samplingRate", "separator", "source", "subField", "transform"),
        )
    },
}
"""The terms of version 1.1, as its specification binds them."""
_TYPES: Final[dict[Kind, str]] = {
    "text": "sc:Text",
    "integer": "cr:Int64",
    "number": "cr:Float64",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
    "moment": "sc:DateTime",
    "instant": "sc:DateTime",
}


def croissant(edition: Edition, tables: Sequence[Published]) -> bytes:
    """Describe the package and the files of its tables; columns are read from Parquet, which keeps their types.

    A large table comes as several files of Parquet; its columns are read from the one CSV.
    """
    language = LANGUAGES[0]
    described: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": f"{_CR}1.1",
        "name": _words(edition, edition.title),
        "description": _words(edition, edition.description if edition.description else edition.title),
        "url": _page(edition),
        "citeAs": reference(edition, language),
        "isLiveDataset": False,
        "inLanguage": list(edition.package.languages),
        "keywords": list(edition.package.keywords),
    }
    if edition.version:
        described["version"] = edition.version
    if edition.licences:
        described["license"] = [each.href if each.href else each.name for each in edition.licences]
    if edition.makers:
        described["creator"] = [_maker(each.title, each.href) for each in edition.makers]
    if edition.day is not None:
        described["datePublished"] = edition.day.isoformat()
    described["distribution"] = [_file(each) for each in tables if each.form != "excel"]
    described["recordSet"] = list(_record_sets(edition, tables))
    return json.dumps(described, ensure_ascii=False, indent=1).encode() + b"\n"


def _page(edition: Edition) -> str:
    page = edition.page(LANGUAGES[0])
    return f"{edition.root}{page}" if edition.root else f"../../{page}"


def _words(edition: Edition, text: Text) -> Any:
    """The words as a list of language-tagged values; bare where nobody knows their language."""
    told = edition.tagged(cleaned(text))
    return [{"@value": words, "@language": tag if tag else "und"} for tag, words in told]


def _maker(title: Text, href: str) -> dict[str, str]:
    named = {"@type": "sc:Organization", "name": title[LANGUAGES[0]]}
    return {**named, "url": href} if href else named


def _file(each: Published) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": quote(each.file.path),
        "name": each.file.path.replace("/", "-"),
        "contentUrl": quote(each.file.path),
        "contentSize": f"{each.file.size} B",
        "encodingFormat": "application/x-parquet" if each.form == "parquet" else MEDIA[each.form],
        "sha256": each.file.sha256,
    }


def _record_sets(edition: Edition, tables: Sequence[Published]) -> Iterator[dict[str, Any]]:
    columnar = [each for each in tables if each.form == ("csv" if _is_large(each) else "parquet")]
    for each, columns in zip(columnar, edition.columns, strict=True):
        if each.table is None:
            continue
        name = quote(each.table.name)
        keys = [{"@id": f"{name}/{quote(key, safe='')}"} for key in each.table.primary_key]
        yield {
            "@type": "cr:RecordSet",
            "@id": name,
            "name": each.table.name,
            "description": _words(
                edition, each.table.description if each.table.description else each.table.title
            ),
            **({"key": keys} if keys else {}),
            "field": [_field(edition, name, quote(each.file.path), column) for column in columns],
        }


def _is_large(each: Published) -> bool:
    """Whether a file holds a table, or a part of one, that comes in several parts."""
    return each.table is not None and each.table.table.large is not None


def _field(edition: Edition, record_set: str, file: str, column: Column) -> dict[str, Any]:
    field = column.field
    said = field.description if field.description else field.title
    return {
        "@type": "cr:Field",
        "@id": f"{record_set}/{quote(field.name, safe='')}",
        "name": field.name,
        "description": _words(edition, said),
        "dataType": _TYPES[column.kind],
        "source": {"fileObject": {"@id": file}, "extract": {"column": field.name}},
    }
