"""All observations of a catalog as one table in which every code stands beside its name in both languages."""

from collections.abc import Mapping
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
    states = {each: both(f"status.{each}") for each in catalog.observations["status"].unique()}
    rows = [record(catalog, each, states) for each in observations_of(catalog)]
    names = list(rows[0]) if rows else []
    return tuple(_column(name, tuple(row[name] for row in rows)) for name in names)


def _column(name: str, values: tuple[Value, ...]) -> Column:
    kind = _KINDS.get(name, "text")
    title = both(f"standards.heading.{name}")
    return Column(Field(name, _TYPES.get(kind, kind), title, Text("", "")), kind, values)


def record(catalog: Catalog, each: Observation, states: Mapping[str, Text]) -> dict[str, Value]:
    """Write an observation with its names and the source it comes from; `states` name the states of figures."""
    indicator, area = catalog.indicators[each.indicator], catalog.areas[each.area]
    unit, source, state = catalog.units[indicator.unit], catalog.sources[each.source], states[each.status]
    told: dict[str, Value] = {
        "package": each.package,
        "indicator": each.indicator,
        "indicator_vi": indicator.name.vi,
        "indicator_en": indicator.name.en,
        "unit": unit.id,
        "unit_vi": unit.name.vi,
        "unit_en": unit.name.en,
        "area": each.area,
        "area_vi": area.name.vi,
        "area_en": area.name.en,
        "period": each.period.text,
        "period_start": each.period.start,
        "period_end": each.period.end,
        "operator": each.operator,
        "value": each.value,
        "low": each.low,
        "high": each.high,
        "mark": each.mark,
        "status": each.status,
        "status_vi": state.vi,
        "status_en": state.en,
        "vintage": each.vintage,
        "in_force": each.in_force,
        "boundary": each.boundary,
        "confidence": each.confidence,
        "source": each.source,
        "source_title": source.title,
        "source_publisher": source.publisher,
        "source_url": source.url,
        "source_date": source.date,
        "source_licence": source.licence,
        "note_vi": each.note.vi,
        "note_en": each.note.en,
        "quote": each.quote,
    }
    return {name: None if value == "" else value for name, value in told.items()}
