"""The charts on the page of an indicator."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from build_scripts.compute.facts import latest
from build_scripts.compute.geography.carried import is_computed
from build_scripts.compute.places import Comparison, comparison, regions_of
from build_scripts.model import Indicator
from build_scripts.present import plots
from build_scripts.present.charts import Chart
from build_scripts.present.page import Figure
from build_scripts.present.scene import Scene
from build_scripts.present.sharing.subject import credit, embed_path, source_of


def _comparisons(scene: Scene, indicator: Indicator, focus: str) -> tuple[Comparison, ...]:
    found = scene.facts.get(indicator.id, {})
    regions = regions_of(scene.catalog, focus)
    each = [comparison(scene.catalog, indicator, found, region) for region in regions]
    return tuple(one for one in each if one is not None)


def figures_of(scene: Scene, indicator: Indicator, focus: str) -> tuple[Figure, ...]:
    """Draw the trend, each region's areas side by side and one by one, and the parts of the whole."""
    trend = plots.trend(scene, indicator, focus) if indicator.chartable else None
    figures = [] if trend is None else [_figure(scene, indicator, trend)]
    figures += [
        _figure(scene, indicator, plots.ranking(scene, indicator, each, focus), f"ranking-{each.region}")
        for each in _comparisons(scene, indicator, focus)
    ]
    figures += [
        each
        for region in regions_of(scene.catalog, focus)
        for each in _panels(scene, indicator, region, focus)
    ]
    whole = plots.composition(scene, indicator, focus)
    return (*figures, *([] if whole is None else [_figure(scene, indicator, whole, "composition")]))


def _figure(scene: Scene, indicator: Indicator, chart: Chart, name: str = "") -> Figure:
    """Put a chart on the page, with an address of its own and the source of the newest figure."""
    every = chain.from_iterable(scene.facts.get(indicator.id, {}).values())
    return Figure(
        chart,
        embed=embed_path(scene.language, f"indicators/{indicator.id}/", name),
        credit=credit(scene, source_of(scene, latest(every))),
    )


def _panels(scene: Scene, indicator: Indicator, region: str, focus: str) -> Iterator[Figure]:
    """Draw the members of a region one by one; below stands what is computed."""
    chart = plots.panels(scene, indicator, region, focus)
    if chart is not None:
        drawn = plots.region_series(scene, indicator, region).values()
        computed = any(is_computed(fact) for facts in drawn for fact in facts)
        note = plots.computed_note(scene, scene.catalog.areas[region], members=True) if computed else ""
        yield replace(_figure(scene, indicator, chart, f"panels-{region}"), note=note)
