"""The figures of an area: one table a theme, each value among its region's, with its rank, its middle and its trend."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.facts import latest
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.standing import middle_of, trend_of
from build_scripts.compute.geography.views import Today
from build_scripts.compute.places import Place, country_of
from build_scripts.compute.territory import Found, same_period, standing_of
from build_scripts.model import Area, Fact, Indicator, Theme
from build_scripts.present.pages.area_moves import Move, distance, moves
from build_scripts.present.pages.area_strip import Strip, strip
from build_scripts.present.scene import Cell, Link, Scene

FEW = 8
"""Rows up to which a table stands open."""


@dataclass(frozen=True, slots=True)
class AreaRow:
    """An indicator of an area; `computed` is said of a figure carried back, `doubt` of one of low confidence.

    `strip` draws the region's members on one line, this area among them; `middle` is the distance from their median.
    """

    indicator: Link
    value: str
    value_title: str
    when: str
    computed: str
    doubt: str
    region: Cell
    country: Cell
    rank: str
    tied: str
    middle: str
    strip: Strip | None
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class AreaTable:
    """The indicators of a theme; the flags tell which columns have anything to show, and whether the table is short."""

    anchor: str
    name: str
    count: str
    rows: tuple[AreaRow, ...]
    with_rank: bool
    with_moves: bool
    with_region: bool
    with_country: bool
    short: bool


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
                with_moves=any(row.moves for row in rows),
                with_region=any(row.region.text for row in rows),
                with_country=area.kind != "country" and any(row.country.text for row in rows),
                short=len(rows) <= FEW,
            )


def _rows(scene: Scene, area: Area, theme: Theme) -> Iterator[AreaRow]:
    for indicator in scene.catalog.indicators.values():
        if indicator.package == theme.id:
            if not _has_any(scene, indicator, area.id):
                continue
            found = known(scene, indicator)
            facts = found.get(area.id, ())
            if facts:
                fact = latest(facts)
                yield _row(scene, indicator, found, fact if fact is not None else newest(facts))


def _has_any(scene: Scene, indicator: Indicator, area: str) -> bool:
    """Whether anything was published of an area, or carried back to it; of most areas it was not."""
    carried = scene.carriages.get(indicator.id, {}).get(area)
    return area in scene.facts.get(indicator.id, {}) or (carried is not None and bool(carried.figures))


def known(scene: Scene, indicator: Indicator) -> Found:
    """Gather the facts of an indicator, with what was carried back to areas of today."""
    published, carried = scene.facts.get(indicator.id, {}), scene.carriages.get(indicator.id, {})
    now = dict.fromkeys(area for area in carried if scene.catalog.areas[area].is_current)
    return Today(published, carried, now) if now else published


def newest(facts: tuple[Fact, ...]) -> Fact:
    """Choose what to show when nothing can be trusted: the newest figure, else the newest mark."""
    return max(
        facts, key=lambda each: (each.shown.has_figure, each.period.end, -each.period.start.toordinal())
    )


def _row(scene: Scene, indicator: Indicator, found: Found, fact: Fact) -> AreaRow:
    shown = fact.shown
    country = country_of(scene.catalog)
    standing = standing_of(scene.catalog, indicator, found, fact) if shown.is_trusted else None
    nation = None if country is None else same_period(found, country.id, shown.period.text)
    peers = {} if standing is None or standing.place is None else standing.peers
    middle = middle_of(peers, shown.area)
    trend = trend_of(indicator, scene.catalog.breaks, found[shown.area], fact)
    return AreaRow(
        indicator=scene.indicator(indicator),
        value=scene.measured(shown, indicator),
        value_title=scene.say[f"mark.{shown.mark}-long"] if shown.mark else "",
        when=scene.when(shown),
        computed=scene.say["mark.computed-long"] if is_computed(fact) else "",
        doubt=scene.say["area.doubt"] if shown.confidence == "low" else "",
        region=scene.cell(None if standing is None else standing.fact, indicator),
        country=scene.cell(nation, indicator),
        rank=rank(scene, None if standing is None else standing.place),
        tied=tied(scene, None if standing is None else standing.place),
        middle="" if middle is None else distance(scene, indicator, middle),
        strip=strip(peers, shown.area) if middle is not None else None,
        moves=() if trend is None else tuple(moves(scene, indicator, trend)),
    )


def rank(scene: Scene, place: Place | None) -> str:
    """Write a rank: `2 trên 11`, `2 of 11`; nothing without one."""
    return "" if place is None else scene.say("area.rank", rank=str(place.rank), of=str(place.of))


def tied(scene: Scene, place: Place | None) -> str:
    """Say that a rank is shared; nothing if it is not."""
    return scene.say["area.tied"] if place is not None and place.tied else ""
