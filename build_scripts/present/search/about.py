"""What search knows of a page beside its title: other names, group, areas, status; one function a kind of page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from build_scripts.compute.progress import lead_of
from build_scripts.model import Text
from build_scripts.present.scene import Scene
from build_scripts.present.verdict.mark import Mark, mark, unjudged_mark


@dataclass(frozen=True, slots=True)
class About:
    """Names in both languages, the name of the group, ids of areas, the mark of the status."""

    names: tuple[Text, ...] = ()
    group: str = ""
    areas: tuple[str, ...] = ()
    mark: Mark | None = None


def _target(scene: Scene, goal_id: str) -> About:
    goal = scene.catalog.goals[goal_id]
    lead = lead_of(scene.catalog, scene.judgements, goal)
    return About(
        names=(goal.name,),
        group=scene.group(scene.catalog.groups.get(goal.group)).text,
        areas=(goal.area,),
        mark=unjudged_mark(scene) if lead is None else mark(scene, lead[1]),
    )


def _indicator(scene: Scene, indicator_id: str) -> About:
    indicator = scene.catalog.indicators[indicator_id]
    areas = (area for area, facts in scene.facts.get(indicator_id, {}).items() if facts)
    return About((indicator.name, indicator.topic), _theme(scene, indicator.package), tuple(areas))


def _area(scene: Scene, area_id: str) -> About:
    area = scene.catalog.areas[area_id]
    return About((area.name, area.full_name), areas=(area_id,))


def _document(scene: Scene, document_id: str) -> About:
    found = scene.catalog.documents[document_id]
    number = Text(found.number, found.number)
    return About((found.title, found.short, number), areas=(found.area,) if found.area else ())


def _dataset(scene: Scene, name: str) -> About:
    package = next(each for each in scene.catalog.packages if each.name == name)
    return About((package.title, Text(name, name)), _theme(scene, name))


def _theme(scene: Scene, package: str) -> str:
    """Name the theme of a package; a package that is no theme has none."""
    theme = scene.catalog.themes.get(package)
    return "" if theme is None else scene.text(theme.name)


KINDS: Mapping[str, Callable[[Scene, str], About]] = {
    "target": _target,
    "indicator": _indicator,
    "area": _area,
    "document": _document,
    "dataset": _dataset,
}
"""Kinds of pages that stand for a thing of the catalog: the kind is the page's template, the thing its address' end."""
