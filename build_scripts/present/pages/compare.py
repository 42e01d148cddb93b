"""The page on which readers set indicators and areas side by side; the figures come from the API when asked for."""

from collections.abc import Iterator, Sequence

from build_scripts.compute.coverage import telling_series
from build_scripts.compute.focus import context_areas, focus_of
from build_scripts.compute.heads import population_of
from build_scripts.model import Area, Indicator
from build_scripts.present.page import Draft
from build_scripts.present.pages.compare_settings import MOST, settings
from build_scripts.present.scene import Link, Scene

EXAMPLES = 3


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
            "settings": settings(scene),
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
