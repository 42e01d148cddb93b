"""The page where figures are chosen and taken away: by area and years, each with its citation and its address."""

from collections.abc import Iterator
from typing import Any, Final

from build_scripts.present.page import Draft
from build_scripts.present.scene import Link, Scene
from build_scripts.present.standards.schema_org import inert

_WORDS: Final = ("count", "cite", "copy", "copied", "address", "none", "failed", "loading", "version")
_OPERATORS: Final = {"~": "about", ">=": "at-least", ">": "above", "<=": "at-most", "<": "below"}


def take_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page, if there is anything to choose from."""
    if not scene.catalog.indicators:
        return
    yield Draft(
        language=scene.language,
        address="take/",
        template="take",
        title=scene.say["take.title"],
        description=scene.say["take.lead"],
        view={
            "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["nav.datasets"], "datasets/")),
            "groups": tuple(_groups(scene)),
            "known": inert(_known(scene)),
        },
    )


def _groups(scene: Scene) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """The indicators by theme: (theme, (id, name))."""
    for package in scene.catalog.packages:
        own = [each for each in scene.catalog.indicators.values() if each.package == package.name]
        if own:
            yield scene.text(package.title), tuple((each.id, scene.text(each.name)) for each in own)


def _known(scene: Scene) -> dict[str, Any]:
    """What the script needs: names of areas, words with holes, who publishes."""
    say = scene.say
    packages = [each for each in scene.catalog.packages if each.profile == "theme"]
    return {
        "areas": {name: scene.text(area.name) for name, area in scene.catalog.areas.items()},
        "packages": {each.name: scene.text(each.title) for each in packages},
        "portal": scene.imprint.name,
        "words": {each: say[f"take.{each}"] for each in _WORDS},
        "operators": {sign: say[f"operator.{key}"] for sign, key in _OPERATORS.items()},
        "marks": {each: say[f"mark.{each}-long"] for each in ("nil", "no-figure")},
    }
