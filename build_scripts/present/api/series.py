"""Each indicator's figures as JSON, a file by itself."""

from collections.abc import Iterator

from build_scripts.compute.facts import Facts
from build_scripts.compute.geography.parts import Archive
from build_scripts.compute.geography.views import Carriages, Series, views_of
from build_scripts.model import Artifact, Break, Catalog, Fact, Source
from build_scripts.present.api.piece import Record, day, piece, texts, unit_record


def series_files(catalog: Catalog, facts: Facts, carriages: Carriages) -> Iterator[Artifact]:
    """Yield `api/v1/series/<indicator>.json` for every indicator: the figures in force, area by area.

    `{"indicator", "name", "definition", "note", "unit", "series", "breaks", "sources"}`; `unit` is as in the list of
    indicators, `note` is "" where there is nothing to be said. A series is `{"area", "figures"}`, one territory, oldest figure
    first. A figure is `{"period", "start", "end", "kind", "operator", "value", "text", "low", "high", "mark",
    "status", "boundary", "confidence", "vintages", "source"}`:

    - `period` is written as 2024, 2024-Q1, 2024-H1, 2024-9M, 2024-12 or 2021-2025; `start` and `end` are its first and
      last day; `kind` is year, quarter, half, nine-months, month or span
    - `operator` is one of = ~ > >= < <= range, `null` beside a mark; `value` is the number, `text` the same as it was published (or
      computed), with its own places; both are `null` where only a bound (`low` or `high`) or a range (both) is known
    - `mark` is nil (nothing occurred), no-figure (the source says there is none) or `null` where there is a figure
    - `status` is final, preliminary, estimate or reported; `confidence` is high, medium or low
    - `boundary` is own, recalculated (by the source, on a later territory) or carried-back: computed by the portal
      from the areas that this one was made of, without a source (`null`); no line may join figures carried back with
      published ones
    - `vintages` counts the values published for this period, the one in force included

    A break is `{"area", "period", "start", "kind", "reason"}`: from `period` on, figures of `area` (`null`: of all) are not
    comparable with those before. `sources` maps the ids that occur to `{"title", "publisher", "url", "date",
    "licence"}`, `url` and `date` "" where not known.
    """
    archive = Archive(catalog, facts)
    yield from (series_file(archive, carriages, each) for each in catalog.indicators)


def series_file(archive: Archive, carriages: Carriages, name: str) -> Artifact:
    """Write the file of the indicator with this id, as `series_files` says."""
    catalog = archive.catalog
    indicator, found = catalog.indicators[name], figures_of(archive, carriages, name)
    used = {each.shown.source for facts_ in found.values() for each in facts_}
    return piece(
        f"series/{indicator.id}.json",
        {
            "indicator": indicator.id,
            "name": texts(indicator.name),
            "definition": texts(indicator.definition),
            "note": texts(indicator.note),
            "unit": unit_record(catalog, indicator.unit),
            "series": [
                {"area": area, "figures": [_figure(each) for each in facts_]}
                for area, facts_ in found.items()
            ],
            "breaks": [_break(each) for each in catalog.breaks if each.indicator == indicator.id],
            "sources": {each: _source(catalog.sources[each]) for each in sorted(used - {""})},
        },
    )


def figures_of(archive: Archive, carriages: Carriages, indicator: str) -> Series:
    """Find the figures of an indicator by area, those carried back among them; areas in the order of the data."""
    views = views_of(archive, carriages, indicator)
    found = {**views.today, **views.former}
    return {area: found[area] for area in archive.catalog.areas if area in found}


def _figure(fact: Fact) -> Record:
    shown = fact.shown
    return {
        "period": shown.period.text,
        "start": day(shown.period.start),
        "end": day(shown.period.end),
        "kind": shown.period.kind,
        "operator": shown.operator if shown.operator else None,
        "value": shown.value,
        "text": shown.text if shown.is_point else None,
        "low": shown.low,
        "high": shown.high,
        "mark": shown.mark if shown.mark else None,
        "status": shown.status,
        "boundary": shown.boundary,
        "confidence": shown.confidence,
        "vintages": 1 + len(fact.others),
        "source": shown.source if shown.source else None,
    }


def _break(each: Break) -> Record:
    return {
        "area": each.area if each.area else None,
        "period": each.period.text,
        "start": day(each.period.start),
        "kind": each.period.kind,
        "reason": texts(each.reason),
    }


def _source(source: Source) -> Record:
    return {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "date": source.date,
        "licence": source.licence,
    }
