"""What a table holds, column by column and indicator by indicator, in one language, with sources and citations."""

import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from build_scripts.compute.cells import Column
from build_scripts.model import LANGUAGES, Artifact, Catalog, Indicator, Language, Resource, Source
from build_scripts.model import columns as c
from build_scripts.model.asking import everything
from build_scripts.model.holding import held
from build_scripts.present.say import speak
from build_scripts.present.standards.citation import reference
from build_scripts.present.standards.edition import Credit, Edition, cleaned
from build_scripts.present.standards.places import SIDECARS, places_of

SCHEMA: Final = "api/v1/schemas/metadata.json"
"""Where the schema of these files is published."""


def sidecars(edition: Edition) -> Iterator[Artifact]:
    """Write `metadata.vi.json` and `metadata.en.json`."""
    for language in LANGUAGES:
        data = json.dumps(sidecar(edition, language), ensure_ascii=False, indent=1)
        yield Artifact(SIDECARS.format(language=language), data.encode() + b"\n")


def sidecar_schema() -> Artifact:
    """Publish the schema of the sidecars."""
    return Artifact(SCHEMA, _schema())


@cache
def _schema() -> bytes:
    return files("build_scripts.present.standards").joinpath("metadata.schema.json").read_bytes()


def sidecar(edition: Edition, language: Language) -> dict[str, Any]:
    """Describe a package in one language; what nobody states is `null`."""
    tables = zip(edition.package.resources, edition.columns, places_of(edition.package), strict=True)
    return {
        "$schema": f"{edition.root}{SCHEMA}" if edition.root else f"../../{SCHEMA}",
        "language": language,
        "package": {
            "name": edition.package.name,
            "title": edition.title[language],
            "description": _maybe(edition.description[language]),
            "version": _maybe(edition.version),
            "last_update": None if edition.day is None else edition.day.isoformat(),
            "next_update": None,
            "licences": [_credit(each, language) for each in edition.licences],
            "sources": [_credit(each, language) for each in edition.sources],
            "citation": citations(edition, language),
        },
        "tables": [
            {
                "name": resource.name,
                "title": _maybe(cleaned(resource.title)[language]),
                "file": places.csv,
                "columns": [
                    _column(column, language, missing)
                    for column, missing in zip(columns, _missing(resource, columns), strict=True)
                ],
            }
            for resource, columns, places in tables
        ],
        "indicators": [_indicator(edition, each, language) for each in edition.indicators],
    }


def citations(edition: Edition, language: Language, subject: str = "") -> dict[str, str]:
    """Cite a dataset, or one thing in it, in short for a caption and at length for a list of works."""
    who = [each.title[language] for each in edition.makers]
    year = [] if edition.day is None else [str(edition.day.year)]
    version = [speak(language)("dataset.cite-version", version=edition.version)] if edition.version else []
    title = subject if subject else edition.title[language]
    short = ", ".join([*who[:1], title, *version, *year])
    long = reference(edition, language)
    return {"short": short, "long": f"{subject}. {long}" if subject else long}


def _column(column: Column, language: Language, missing: int) -> dict[str, Any]:
    field = column.field
    return {
        "name": field.name,
        "title": _maybe(cleaned(field.title)[language]),
        "definition": _maybe(cleaned(field.description)[language]),
        "type": field.type,
        "unit": _maybe(field.unit),
        "missing": missing,
    }


def _missing(resource: Resource, columns: Sequence[Column]) -> Iterator[int]:
    """How many values are missing in each column."""
    large = resource.table.large
    if large is None:
        yield from (sum(value is None for value in column.values) for column in columns)
    else:
        yield from (summary.missing for summary in large.summaries())


def _indicator(edition: Edition, indicator: Indicator, language: Language) -> dict[str, Any]:
    own = _sources_of(edition.catalog).get(indicator.id, [])
    sources = [edition.catalog.sources[each] for each in dict.fromkeys(own)]
    dates = [each.date for each in sources if each.date]
    unit = edition.catalog.units[indicator.unit]
    return {
        "id": indicator.id,
        "title": indicator.name[language],
        "definition": _maybe(indicator.definition[language]),
        "unit": _maybe(unit.name[language]),
        "unit_short": _maybe(unit.symbol[language]),
        "method": _maybe(indicator.note[language]),
        "rows": len(own),
        "sources": [_source(each) for each in sources],
        "citation": citations(edition, language, indicator.name[language]),
        "newest_source": max(dates, default=None),
        "last_update": None if edition.day is None else edition.day.isoformat(),
        "next_update": None,
    }


@everything
@held(None)
def _sources_of(catalog: Catalog) -> dict[str, list[str]]:
    """Gather for each indicator the source of each of its observations."""
    found = catalog.observations.groupby(c.INDICATOR, sort=False)[c.SOURCE].agg(list)
    return {str(name): sources for name, sources in found.items()}


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": _maybe(source.publisher),
        "url": _maybe(source.url),
        "date": _maybe(source.date),
        "licence": _maybe(source.licence),
    }


def _credit(credit: Credit, language: Language) -> dict[str, Any]:
    return {"name": _maybe(credit.name), "title": credit.title[language], "url": _maybe(credit.href)}


def _maybe(text: str) -> str | None:
    return text if text else None
