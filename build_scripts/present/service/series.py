"""The lists and series that the page of comparison fetches, as the OpenAPI document describes them."""

from collections.abc import Iterator

from build_scripts.model import Catalog
from build_scripts.present.service import shape as s
from build_scripts.present.service.piece import Pieces

_ANY: s.Shape = {"type": "object"}


def compared(catalog: Catalog) -> Iterator[Pieces]:
    """Describe the pieces of `present/api`, which writes them."""
    if not catalog.indicators:
        return
    areas = s.record(areas=s.listed(_with("id", "kind", "name", "valid_from", "valid_to", "regions")))
    yield Pieces("area-list", "areas.json", "Every area in brief.", areas, {"": {}})
    listed = s.record(
        population=s.maybe(_ANY),
        themes=s.listed(_with("id", "name")),
        indicators=s.listed(_with("id", "name", "unit")),
    )
    yield Pieces("indicators", "indicators.json", "What is measured, where and when.", listed, {"": {}})
    series = s.record(
        indicator=s.STRING, name=s.TEXT, definition=s.TEXT, note=s.TEXT, unit=_ANY,
        series=s.listed(_with("area", "figures")), breaks=s.listed(_with("area", "period", "reason")),
        sources=s.mapped(_with("title", "publisher", "url", "date", "licence")),
    )  # fmt: skip
    told = "The figures of an indicator that are in force, area by area."
    yield Pieces("series", "series/{indicator}.json", told, series, {name: {} for name in catalog.indicators})


def _with(*keys: str) -> s.Shape:
    """An object that has at least these keys."""
    return {"type": "object", "required": list(keys)}
