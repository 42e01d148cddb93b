"""What the script of the comparing page is told by the page: words, ready periods and sentences, signs, colours."""

import json
from collections.abc import Iterator
from itertools import chain
from typing import Any

from markupsafe import Markup

from build_scripts.compute.territory import heirs_of, made_of
from build_scripts.model import Area, Period
from build_scripts.present.charts import style
from build_scripts.present.numbers import MINUS
from build_scripts.present.scene import Scene
from build_scripts.present.sharing.subject import dataset_cited

MOST = 4
"""So many indicators at once, and so many lines in one chart."""
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
    "compare.found", "compare.found-none", "compare.count", "compare.drop", "compare.full", "compare.over", "compare.units", "compare.no-data",
    "compare.group-country", "compare.group-region", "compare.group-now", "compare.group-former", "compare.group-all",
    "compare.group-none", "compare.none-known",
    "compare.places", "compare.loading", "compare.failed", "compare.retry", "compare.unknown", "compare.shown", "compare.shown-charts",
    "compare.shown-table", "compare.title-of", "compare.unit-one", "compare.unit-many", "compare.unit-index",
    "compare.no-base", "compare.no-index", "compare.no-head", "compare.no-people", "compare.few-people", "compare.no-figures",
    "compare.broken", "compare.doubtful", "compare.bars-year", "compare.computed", "compare.legend", "compare.page",
    "compare.file", "compare.break", "territory.computed-name", "share.cite-title",
)  # fmt: skip
"""What the script says."""


def settings(scene: Scene) -> Markup:
    """Write one JSON object, fit to stand in a script element.

    `{"words", "periods", "territories", "portal", "datasets", "minus", "most", "colours"}`: `words` by key; `periods`
    maps a period that is not a year to how the language writes it; `territories` is `{"ended": {area: sentence},
    "begun": {area: {"since", "parts", "said"}}}`; `datasets` maps a theme to how its dataset is cited.
    """
    written: dict[str, Any] = {
        "words": {key: scene.say[key] for key in _SAID},
        "periods": {each.text: scene.writer.period(each) for each in _parts_of_years(scene)},
        "territories": {"ended": dict(_ended(scene)), "begun": dict(_begun(scene))},
        "portal": scene.imprint.name,
        "datasets": dict(_datasets(scene)),
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


def _datasets(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield every theme with its dataset, version and day, as a citation names them."""
    for theme in scene.catalog.themes:
        yield theme, dataset_cited(scene, theme)


def _ended(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield every territory that is no more, with what it belongs to now."""
    for area in scene.catalog.areas.values():
        if area.valid_to is not None:
            words = {"name": scene.area(area.id).text, "day": scene.writer.day(area.valid_to)}
            heirs = [scene.area(each).text for each in heirs_of(scene.catalog, area.id) if each != area.id]
            bare = scene.say("compare.ended-bare", **words)
            yield area.id, scene.say("compare.ended", heirs=scene.listed(heirs), **words) if heirs else bare


def _begun(scene: Scene) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every territory of today that was made of others, with these."""
    for area in scene.catalog.areas.values():
        parts = _parts(scene, area)
        if area.valid_from is not None and area.is_current and parts:
            said = scene.say(
                "compare.begun",
                name=scene.area(area.id).text,
                day=scene.writer.day(area.valid_from),
                origins=scene.listed([scene.area(each).text for each in parts]),
            )
            yield area.id, {"since": area.valid_from.isoformat(), "parts": parts, "said": said}


def _parts(scene: Scene, area: Area) -> list[str]:
    """List what went into an area on its first day."""
    events = (each for each in made_of(scene.catalog, area.id) if each.date == area.valid_from)
    return list(dict.fromkeys(chain.from_iterable(each.origins for each in events)))
