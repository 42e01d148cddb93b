"""The map of an indicator: five shades, any period, the units of before and of today; the figures are in the table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.geography.steps import (
    STEPS,
    Layout,
    first_view,
    layouts_of,
    mapped_periods,
    shades_of,
    shown_on,
    steps_of,
)
from build_scripts.compute.geography.views import Series, Views
from build_scripts.model import Fact, Indicator, Period
from build_scripts.present.pages.region_map import Sheet, Unit, map_sheet
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Shown:
    """A layout with the figures it can show, in the periods that half of its units report, newest first.

    `figures` are those of all periods: period -> area -> figure.
    """

    layout: Layout
    series: Series
    sheet: Sheet
    periods: tuple[Period, ...]
    figures: Mapping[Period, Mapping[str, Fact]]


@dataclass(frozen=True, slots=True)
class Legend:
    """A shade and the figures it stands for, "" when no unit has it."""

    step: str
    reach: str


@dataclass(frozen=True, slots=True)
class UnitMap:
    """The map as it opens, and `data` for a reader who chooses another period or other units.

    `sheets` are all layouts, `key` the one that is open; `is_true` tells whether boundaries are drawn.
    """

    title: str
    key: str
    period: str
    sheets: tuple[Sheet, ...]
    legend: tuple[Legend, ...]
    with_computed: bool
    is_true: bool
    data: Markup


def unit_map(scene: Scene, indicator: Indicator, views: Views) -> UnitMap | None:
    """Draw the map of an indicator; `None` when no period has figures of half of the units of any layout."""
    series = {True: views.today, False: views.published}
    layouts = [
        (each, series[scene.catalog.areas[each.region].is_current]) for each in layouts_of(scene.catalog)
    ]
    opening = first_view(indicator, layouts)
    if opening is None:
        return None
    every = [
        Shown(
            layout,
            found,
            map_sheet(scene, layout),
            mapped_periods(found, layout),
            shown_on(scene.catalog, found, layout),
        )
        for layout, found in layouts
    ]
    kept = [each for each in every if each.periods]
    first = next(each for each in kept if each.layout == opening[0])
    return UnitMap(
        title=_title(scene, indicator),
        key=first.sheet.key,
        period=scene.writer.period(opening[1]),
        sheets=tuple(
            _painted(scene, indicator, each, opening[1] if each is first else each.periods[0])
            for each in kept
        ),
        legend=_legend(scene, indicator, first.figures.get(opening[1], {})),
        with_computed=any(
            is_computed(fact) for each in kept for facts in each.series.values() for fact in facts
        ),
        is_true=any(each.sheet.box for each in kept),
        data=_data(scene, indicator, kept),
    )


def _title(scene: Scene, indicator: Indicator) -> str:
    unit, name = scene.text(scene.unit(indicator.unit).name), scene.text(indicator.name)
    return scene.say("map.title", name=name, unit=unit) if unit else scene.say("map.title-bare", name=name)


def _painted(scene: Scene, indicator: Indicator, shown: Shown, period: Period) -> Sheet:
    """Write a period's figures into a sheet."""
    found = shown.figures.get(period, {})
    steps = steps_of(found)

    def painted(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        return tuple(
            _unit(scene, indicator, unit, (found.get(unit.id), steps.get(unit.id))) for unit in units
        )

    return replace(shown.sheet, units=painted(shown.sheet.units), unmapped=painted(shown.sheet.unmapped))


def _unit(scene: Scene, indicator: Indicator, unit: Unit, figure: tuple[Fact | None, int | None]) -> Unit:
    fact, step = figure
    if fact is None or step is None:
        return replace(unit, step="none", value=scene.say["map.none"])
    cell = scene.cell(fact, indicator)
    return replace(unit, step=str(step), value=cell.text, mark=cell.mark)


def _said(scene: Scene, indicator: Indicator, fact: Fact, step: int) -> list[Any]:
    cell = scene.cell(fact, indicator)
    return [cell.text, step, cell.mark]


def _legend(scene: Scene, indicator: Indicator, found: Mapping[str, Fact]) -> tuple[Legend, ...]:
    reaches = _reaches(scene, indicator, found, steps_of(found))
    return tuple(Legend(str(step), reach) for step, reach in enumerate(reaches, 1))


def _reaches(
    scene: Scene, indicator: Indicator, found: Mapping[str, Fact], steps: Mapping[str, int]
) -> list[str]:
    """Say from where to where each of the five steps reaches, "" for one that no unit has."""
    ends = {shade.step: (shade.low, shade.high) for shade in shades_of(found, steps)}
    return [_reach(scene, indicator, ends[step]) if step in ends else "" for step in range(1, STEPS + 1)]


def _reach(scene: Scene, indicator: Indicator, ends: tuple[Fact, Fact]) -> str:
    low, high = (scene.figure(each.shown, indicator.decimals) for each in ends)
    return low if low == high else scene.say("map.range", low=low, high=high)


def _data(scene: Scene, indicator: Indicator, every: list[Shown]) -> Markup:
    """Write all periods of all layouts for the script, every figure as the reader sees it.

    sheet key -> periods, newest first: id, name, five reaches, and per unit [figure, step, mark] in the order of
    the sheet, 0 for a unit without a figure.
    """
    written = {each.sheet.key: _periods(scene, indicator, each) for each in every}
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - no tag can begin in it


def _periods(scene: Scene, indicator: Indicator, shown: Shown) -> list[Any]:
    units = (*shown.sheet.units, *shown.sheet.unmapped)
    periods = []
    for period in shown.periods:
        found = shown.figures.get(period, {})
        steps = steps_of(found)
        cells = [
            _said(scene, indicator, found[unit.id], steps[unit.id]) if unit.id in steps else 0
            for unit in units
        ]
        reaches = _reaches(scene, indicator, found, steps)
        periods.append([period.text, scene.writer.period(period), reaches, cells])
    return periods
