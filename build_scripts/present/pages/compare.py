"""The page on which readers set indicators and areas side by side; the figures come from the API when asked for."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from markupsafe import Markup

from build_scripts.compute.coverage import telling_series
from build_scripts.compute.focus import context_areas, focus_of
from build_scripts.compute.heads import population_of
from build_scripts.model import Area, Indicator, Period
from build_scripts.present.charts import style
from build_scripts.present.numbers import MINUS
from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene

MOST = 4
"""So many indicators at once, and so many lines in one chart."""
EXAMPLES = 3
_SAID = (
    "list.and", "table.caption", "table.scroll", "table.period", "figure.alt", "source.heading",
    "operator.about", "operator.at-least", "operator.above", "operator.at-most", "operator.below",
    "status.final", "status.preliminary", "status.estimate", "status.reported",
    "status-of.final", "status-of.preliminary", "status-of.estimate", "status-of.reported",
    "mark.preliminary", "mark.estimate", "mark.computed", "mark.computed-long",
    "mark.nil", "mark.nil-long", "mark.no-figure", "mark.no-figure-long",
    "chart.unit", "chart.preliminary", "chart.estimate", "chart.unsettled", "chart.bound", "chart.with-status",
    "chart.lines", "chart.bars", "chart.multiples", "chart.nothing", "chart.one", "chart.rose", "chart.fell",
    "chart.level", "chart.gaps", "chart.break", "chart.bar", "chart.between",
    "chart.when.year", "chart.when.quarter", "chart.when.half", "chart.when.nine-months", "chart.when.month",
    "chart.when.span", "indicator.not-charted", "trust.low",
    "compare.found", "compare.found-none", "compare.count", "compare.drop", "compare.full", "compare.no-data",
    "compare.group-country", "compare.group-region", "compare.group-now", "compare.group-former",
    "compare.loading", "compare.failed", "compare.retry", "compare.unknown", "compare.shown", "compare.shown-charts",
    "compare.shown-table", "compare.title-of", "compare.unit-one", "compare.unit-many", "compare.unit-index",
    "compare.no-base", "compare.no-index", "compare.no-head", "compare.no-people", "compare.no-figures",
    "compare.broken", "compare.doubtful", "compare.bars-year", "compare.computed", "compare.legend", "compare.page",
    "compare.file", "compare.break", "territory.computed-name",
)  # fmt: skip
"""What the script says."""


def compare_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page if there is anything to compare."""
    if scene.catalog.indicators and scene.catalog.areas:
        yield _page(scene)


def asking(indicators: Sequence[str], areas: Sequence[str]) -> str:
    """Write the address of a comparison, below the language's root; how it is shown is left to the page."""
    asked = (("i", indicators[:MOST]), ("a", areas))
    return "compare/?" + "&".join(f"{key}={','.join(ids)}" for key, ids in asked if ids)


def of_indicator(scene: Scene, indicator: Indicator) -> Link:
    """Link to a comparison of the areas that readers look for first, or of the first that report."""
    found = scene.facts.get(indicator.id, {})
    focus = focus_of(scene.catalog)
    near = [] if focus is None else [each for each in context_areas(scene.catalog, focus.id) if each in found]
    areas = list(dict.fromkeys([*near, *found]))[:MOST]
    return Link(scene.say["compare.open-indicator"], asking([indicator.id], areas))


def of_area(scene: Scene, area: Area, chosen: Sequence[Indicator]) -> Link:
    """Link to a comparison of an area with its region and country, by the first series that tells of it."""
    first = [each.id for each in chosen[:1]]
    return Link(scene.say["compare.open-area"], asking(first, context_areas(scene.catalog, area.id)[:MOST]))


def _page(scene: Scene) -> Draft:
    say = scene.say
    return Draft(
        language=scene.language,
        address="compare/",
        template="compare",
        title=say["compare.title"],
        description=say["compare.lead"],
        view={
            "crumbs": (Link(say["nav.home"], ""),),
            "lead": say["compare.lead"],
            "examples": tuple(_examples(scene)),
            "themes": tuple(_themes(scene)),
            "areas": tuple(scene.area(each) for each in scene.catalog.areas),
            "shared": population_of(scene.catalog) is not None,
            "data": _data(scene),
        },
    )


def _themes(scene: Scene) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Yield every theme with the pages of its indicators: what readers without a script get."""
    for theme in scene.catalog.themes.values():
        inside = [each for each in scene.catalog.indicators.values() if each.package == theme.id]
        if inside:
            yield scene.text(theme.name), tuple(scene.indicator(each) for each in inside)


def _examples(scene: Scene) -> Iterator[Link]:
    """Yield some comparisons to begin with: the series that tell most of the area the portal is about."""
    focus = focus_of(scene.catalog)
    if focus is None:
        return
    for each in telling_series(scene.catalog, scene.facts, focus.id, EXAMPLES):
        found = scene.facts[each.id]
        areas = [area for area in context_areas(scene.catalog, focus.id) if area in found][:MOST]
        yield Link(scene.text(each.name), asking([each.id], areas))


def _data(scene: Scene) -> Markup:
    """Write what the script needs of the page's language: words, ready periods, signs; and the colours of charts."""
    written: dict[str, Any] = {
        "words": {key: scene.say[key] for key in _SAID},
        "periods": {each.text: scene.writer.period(each) for each in _parts_of_years(scene)},
        "minus": MINUS,
        "most": MOST,
        "colours": [style.BLUE, *style.OTHERS],
    }
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - no tag can begin in it


def _parts_of_years(scene: Scene) -> list[Period]:
    """List every period that is not a year: the script cannot know how a language writes them."""
    facts = chain.from_iterable(chain.from_iterable(each.values()) for each in scene.facts.values())
    every = {fact.period for fact in facts} | {each.period for each in scene.catalog.breaks}
    return sorted(each for each in every if each.kind != "year")
