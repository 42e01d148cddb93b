"""What changed: the versions of the datasets, and the boundaries."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.compute.territory import successions_of
from build_scripts.model import Package
from build_scripts.present.page import Draft
from build_scripts.present.pages.area_story import Event, event
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.feed import entries


@dataclass(frozen=True, slots=True)
class Release:
    """The version of a dataset that is published now."""

    dataset: Link
    version: str
    day: str


def changes_pages(scene: Scene) -> Iterator[Draft]:
    """Yield the page of changes, if there are datasets."""
    if scene.catalog.packages:
        yield _page(scene)


def _page(scene: Scene) -> Draft:
    newest = sorted(scene.catalog.packages, key=lambda each: each.created, reverse=True)
    sentence = lead(scene, newest[0])
    return Draft(
        language=scene.language,
        address="changes/",
        template="changes",
        title=scene.say["nav.changes"],
        description=sentence,
        view={
            "crumbs": (Link(scene.say["nav.home"], ""),),
            "lead": sentence,
            "releases": tuple(release(scene, each) for each in newest),
            "eras": tuple(eras(scene)),
            "feed": bool(entries(scene)),
        },
    )


def lead(scene: Scene, newest: Package) -> str:
    """Say how many datasets there are and which day is the latest."""
    count = len(scene.catalog.packages)
    day = _day(scene, newest)
    if not day:
        return scene.say.count("changes.lead-no-day", count, n=str(count))
    return scene.say.count("changes.lead", count, n=str(count), day=day)


def release(scene: Scene, package: Package) -> Release:
    """Show the published version of a dataset."""
    unknown = scene.say["changes.unknown"]
    day = scene.writer.brief(package.created.partition("T")[0])
    return Release(
        dataset=scene.dataset(package.name),
        version=package.version if package.version else unknown,
        day=day if day else unknown,
    )


def _day(scene: Scene, package: Package) -> str:
    """Write the day of a time stamp; "" when the package states none."""
    return scene.writer.iso(package.created.partition("T")[0])


def eras(scene: Scene) -> Iterator[tuple[str, tuple[Event, ...]]]:
    """Yield the boundary changes by day, newest first."""
    found: dict[str, list[Event]] = {}
    for each in reversed(successions_of(scene.catalog)):
        found.setdefault(scene.writer.day(each.date), []).append(event(scene, each))
    for day, events in found.items():
        yield day, tuple(events)
