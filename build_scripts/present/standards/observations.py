"""All observations of a catalog as one table in which every code stands beside its name in both languages."""

from collections.abc import Mapping, Sequence
from typing import Final

from build_scripts.compute.cells import Column, Value
from build_scripts.compute.facts import observations_of
from build_scripts.model import Catalog, Field, Kind, Observation, Text
from build_scripts.present.standards.edition import both

_KINDS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("value", "low", "high"), "number"),
    **dict.fromkeys(("period_start", "period_end"), "date"),
    "vintage": "integer",
    "in_force": "boolean",
}
"""What the columns hold that are no text."""
_TYPES: Final = {"text": "string"}


def all_observations(catalog: Catalog) -> tuple[Column, ...]:
    """Gather every vintage of every fact, in the order of the catalog; nothing said is a missing value."""
    found = observations_of(catalog)
    told = {**_named(catalog, found), **_told(found), **_sourced(catalog, found)} if found else {}
    return tuple(_column(name, told[name]) for name in _ORDER if told)


def _column(name: str, values: Sequence[Value]) -> Column:
    kind = _KINDS.get(name, "text")
    title = both(f"standards.heading.{name}")
    said = tuple(None if value == "" else value for value in values)
    return Column(Field(name, _TYPES.get(kind, kind), title, Text("", "")), kind, said)


def _named(catalog: Catalog, found: Sequence[Observation]) -> dict[str, list[Value]]:
    """Name indicators, units, areas and states."""
    indicators = [catalog.indicators[each.indicator] for each in found]
    units = [catalog.units[each.unit] for each in indicators]
    areas = [catalog.areas[each.area] for each in found]
    known = {each: both(f"status.{each}") for each in {each.status for each in found}}
    states = [known[each.status] for each in found]
    return {
        "indicator_vi": [each.name.vi for each in indicators],
        "indicator_en": [each.name.en for each in indicators],
        "unit": [each.id for each in units],
        "unit_vi": [each.name.vi for each in units],
        "unit_en": [each.name.en for each in units],
        "area_vi": [each.name.vi for each in areas],
        "area_en": [each.name.en for each in areas],
        "status_vi": [each.vi for each in states],
        "status_en": [each.en for each in states],
    }


def _told(found: Sequence[Observation]) -> dict[str, list[Value]]:
    """Tell what stands in the observations themselves."""
    return {
        **{name: [getattr(each, name) for each in found] for name in _OWN},
        "period": [each.period.text for each in found],
        "period_start": [each.period.start for each in found],
        "period_end": [each.period.end for each in found],
        "note_vi": [each.note.vi for each in found],
        "note_en": [each.note.en for each in found],
    }


def _sourced(catalog: Catalog, found: Sequence[Observation]) -> dict[str, list[Value]]:
    """Tell the source of each observation."""
    sources = [catalog.sources[each.source] for each in found]
    return {
        f"source_{name}": [getattr(each, name) for each in sources]
        for name in ("title", "publisher", "url", "date", "licence")
    }


_OWN: Final = (
    "package", "indicator", "area", "operator", "value", "low", "high", "mark", "status", "vintage", "in_force", "boundary",
    "confidence", "source", "quote",
)  # fmt: skip
"""Columns that are called as in the observations."""
_ORDER: Final = (
    "package", "indicator", "indicator_vi", "indicator_en", "unit", "unit_vi", "unit_en", "area", "area_vi", "area_en",
    "period", "period_start", "period_end", "operator", "value", "low", "high", "mark", "status", "status_vi", "status_en",
    "vintage", "in_force", "boundary", "confidence", "source", "source_title", "source_publisher", "source_url",
    "source_date", "source_licence", "note_vi", "note_en", "quote",
)  # fmt: skip
