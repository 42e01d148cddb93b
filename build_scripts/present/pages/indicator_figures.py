"""The charts on the page of an indicator."""

from collections.abc import Iterator
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
    every = chain.from_iterable(scene.facts.get(indicator.id, {}).values())
    by = credit(scene, source_of(scene, latest(every)))
    return tuple(
        Figure(chart, note, embed_path(scene.language, f"indicators/{indicator.id}/", name), by)
        for chart, name, note in _charts(scene, indicator, focus)
    )


def _charts(scene: Scene, indicator: Indicator, focus: str) -> Iterator[tuple[Chart, str, str]]:
    """Yield each chart, the end of its own address, and what stands below it."""
    trend = plots.trend(scene, indicator, focus) if indicator.chartable else None
    if trend is not None:
        yield trend, "", ""
    for each in _comparisons(scene, indicator, focus):
        yield plots.ranking(scene, indicator, each, focus), f"ranking-{each.region}", ""
    for region in regions_of(scene.catalog, focus):
        yield from _panels(scene, indicator, region, focus)
    whole = plots.composition(scene, indicator, focus)
    if whole is not None:
        yield whole, "composition", ""


def _panels(scene: Scene, indicator: Indicator, region: str, focus: str) -> Iterator[tuple[Chart, str, str]]:
    """Draw the members of a region one by one; below stands what is computed."""
    chart = plots.panels(scene, indicator, region, focus)
    if chart is not None:
        drawn = plots.region_series(scene, indicator, region).values()
        computed = any(is_computed(fact) for facts in drawn for fact in facts)
        note = plots.computed_note(scene, scene.catalog.areas[region], members=True) if computed else ""
        yield chart, f"panels-{region}", note
