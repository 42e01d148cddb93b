"""The figures of an area: one table a theme, each value beside its region and country, with its rank."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.facts import latest
from build_scripts.compute.places import Place, country_of
from build_scripts.compute.territory import same_period, standing_of
from build_scripts.model import Area, Fact, Indicator, Theme
from build_scripts.present.scene import Cell, Link, Scene


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An indicator of an area; `doubt` is said when the figure is of low confidence."""

    indicator: Link
    value: str
    value_title: str
    when: str
    doubt: str
    region: Cell
    country: Cell
    rank: str
    tied: str


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The indicators of a theme; the flags tell which columns have anything to compare with."""

    anchor: str
    name: str
    count: str
    rows: tuple[AreaRow, ...]
    with_rank: bool
    with_region: bool
    with_country: bool


def tables(scene: Scene, area: Area) -> Iterator[AreaTable]:
    """Yield a table for every theme that has figures of the area."""
    for theme in sorted(scene.catalog.themes.values(), key=lambda each: each.order):
        rows = tuple(_rows(scene, area, theme))
        if rows:
            yield AreaTable(
                anchor=theme.id,
                name=scene.text(theme.name),
                count=scene.say.count("indicator.count", len(rows), n=str(len(rows))),
                rows=rows,
                with_rank=any(row.rank for row in rows),
                with_region=any(row.region.text for row in rows),
                with_country=area.kind != "country" and any(row.country.text for row in rows),
            )


def _rows(scene: Scene, area: Area, theme: Theme) -> Iterator[AreaRow]:
    for indicator in scene.catalog.indicators.values():
        facts = scene.facts.get(indicator.id, {}).get(area.id, ())
        if indicator.package == theme.id and facts:
            fact = latest(facts)
            yield _row(scene, indicator, fact if fact is not None else newest(facts))


def newest(facts: tuple[Fact, ...]) -> Fact:
    """Choose what to show when nothing can be trusted: the newest figure, else the newest mark."""
    return max(
        facts, key=lambda each: (each.shown.has_figure, each.period.end, -each.period.start.toordinal())
    )


def _row(scene: Scene, indicator: Indicator, fact: Fact) -> AreaRow:
    found = scene.facts[indicator.id]
    shown = fact.shown
    country = country_of(scene.catalog)
    standing = standing_of(scene.catalog, indicator, found, fact) if shown.is_trusted else None
    nation = () if country is None else found.get(country.id, ())
    return AreaRow(
        indicator=scene.indicator(indicator),
        value=scene.measured(shown, indicator),
        value_title=scene.say[f"mark.{shown.mark}-long"] if shown.mark else "",
        when=scene.when(shown),
        doubt=scene.say["area.doubt"] if shown.confidence == "low" else "",
        region=scene.cell(None if standing is None else standing.fact, indicator),
        country=scene.cell(same_period(nation, fact), indicator),
        rank=rank(scene, None if standing is None else standing.place),
        tied=tied(scene, None if standing is None else standing.place),
    )


def rank(scene: Scene, place: Place | None) -> str:
    """Write a rank: `2 trên 11`, `2 of 11`; nothing without one."""
    return "" if place is None else scene.say("area.rank", rank=str(place.rank), of=str(place.of))


def tied(scene: Scene, place: Place | None) -> str:
    """Say that a rank is shared; nothing if it is not."""
    return scene.say["area.tied"] if place is not None and place.tied else ""
