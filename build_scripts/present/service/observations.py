"""Every value of every fact, with its state and the source it comes from."""

from itertools import chain

from build_scripts.compute.facts import Facts
from build_scripts.model import Artifact, Catalog, Observation
from build_scripts.present.service import shape as s
from build_scripts.present.service.piece import Pieces, Record, day, maybe, source, texts
from build_scripts.present.standards.edition import both
from build_scripts.present.standards.rows import row_of

_ROW = s.record(
    "One value of one fact. Exactly one value of each fact is in force; marks stand where there is no figure.",
    id=s.STRING, area=s.STRING, period=s.STRING, start=s.DAY, end=s.DAY, operator=s.maybe(s.STRING),
    value=s.maybe(s.NUMBER), text=s.maybe(s.STRING), low=s.maybe(s.NUMBER), high=s.maybe(s.NUMBER),
    mark=s.maybe(s.STRING), status=s.one_of(("final", "preliminary", "estimate", "reported")), vintage=s.COUNT,
    in_force=s.TRUTH, boundary=s.STRING, confidence=s.STRING, source=s.STRING, note=s.TEXT, quote=s.maybe(s.STRING),
)  # fmt: skip
_SHAPE = s.record(
    indicator=s.STRING, name=s.TEXT, package=s.STRING, version=s.maybe(s.STRING),
    unit=s.record(id=s.STRING, symbol=s.TEXT, name=s.TEXT, join=s.TRUTH), statuses=s.mapped(s.TEXT), sources=s.mapped(s.SOURCE),
    observations=s.listed(_ROW),
)  # fmt: skip


def observations(catalog: Catalog) -> Pieces:
    """Say what the files of `observation_file` are."""
    return Pieces(
        "observations",
        "observations/{indicator}.json",
        "Every value of an indicator, earlier estimates included, with state and source.",
        _SHAPE,
        ids=tuple(catalog.indicators),
    )


def observation_file(catalog: Catalog, facts: Facts, name: str) -> Artifact:
    """Write every value of the indicator with this id, all vintages, in the order of the data."""
    found = (
        fact
        for own in facts.get(name, {}).values()
        for fact in sorted(own, key=lambda each: (each.period.start, each.period.end))
    )
    vintages = (sorted((fact.shown, *fact.others), key=lambda each: each.vintage) for fact in found)
    rows = [*chain.from_iterable(vintages)]
    return observations(catalog).artifact(name, _record(catalog, name, rows))


def _record(catalog: Catalog, name: str, rows: list[Observation]) -> Record:
    indicator = catalog.indicators[name]
    unit = catalog.units[indicator.unit]
    package = next((each for each in catalog.packages if each.name == indicator.package), None)
    return {
        "indicator": name,
        "name": texts(indicator.name),
        "package": indicator.package,
        "version": None if package is None else maybe(package.version),
        "unit": {"id": unit.id, "symbol": texts(unit.symbol), "name": texts(unit.name), "join": unit.join},
        "statuses": {each: texts(both(f"status.{each}")) for each in sorted({row.status for row in rows})},
        "sources": {each: source(catalog.sources[each]) for each in sorted({row.source for row in rows})},
        "observations": [_row(each) for each in rows],
    }


def _row(each: Observation) -> Record:
    return {
        "id": row_of(each),
        "area": each.area,
        "period": each.period.text,
        "start": day(each.period.start),
        "end": day(each.period.end),
        "operator": maybe(each.operator),
        "value": each.value,
        "text": maybe(each.text),
        "low": each.low,
        "high": each.high,
        "mark": maybe(each.mark),
        "status": each.status,
        "vintage": each.vintage,
        "in_force": each.in_force,
        "boundary": each.boundary,
        "confidence": each.confidence,
        "source": each.source,
        "note": texts(each.note),
        "quote": maybe(each.quote),
    }
