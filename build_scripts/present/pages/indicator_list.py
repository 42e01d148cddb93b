"""The list of all indicators, by theme and topic."""

from collections.abc import Iterator

from build_scripts.compute.focus import focus_of
from build_scripts.model import Indicator, Theme
from build_scripts.present.page import Draft
from build_scripts.present.pages.indicators import headline
from build_scripts.present.scene import Link, Scene

Topics = tuple[tuple[str, tuple[tuple[Link, str, str], ...]], ...]
"""Topic by topic: the indicator, its latest value, whose and when."""


def indicator_list_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the list of indicators, if there are any."""
    if scene.catalog.indicators:
        yield _list(scene)


def _list(scene: Scene) -> Draft:
    focus = focus_of(scene.catalog)
    place = "" if focus is None else focus.id
    sections = []
    for theme in scene.catalog.themes.values():
        inside = [each for each in scene.catalog.indicators.values() if each.package == theme.id]
        if inside:
            sections.append((*_heading(scene, theme, len(inside)), _topics(scene, inside, place)))
    total = scene.writer.number(len(scene.catalog.indicators))
    sentence = scene.say("indicator.index-lead", n=total, themes=str(len(sections)))
    return Draft(
        language=scene.language,
        address="indicators/",
        template="indicators",
        title=scene.say["nav.indicators"],
        description=sentence,
        view={"crumbs": (Link(scene.say["nav.home"], ""),), "lead": sentence, "sections": tuple(sections)},
    )


def _heading(scene: Scene, theme: Theme, count: int) -> tuple[str, str, str]:
    return theme.id, scene.text(theme.name), scene.say.count("indicator.count", count, n=str(count))


def _topics(scene: Scene, indicators: list[Indicator], focus: str) -> Topics:
    topics: dict[str, list[tuple[Link, str, str]]] = {}
    for indicator in indicators:
        best = headline(scene, indicator, focus)
        value, where = "", scene.say["indicator.none-short"]
        if best is not None:
            area, fact = best
            value = scene.measured(fact.shown, indicator)
            where = scene.say("indicator.key", area=scene.area(area).text, when=scene.when(fact.shown))
        topics.setdefault(scene.text(indicator.topic), []).append((scene.indicator(indicator), value, where))
    return tuple((topic, tuple(rows)) for topic, rows in topics.items())
