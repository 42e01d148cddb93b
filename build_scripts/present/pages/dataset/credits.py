"""Who made a dataset, under which licence, from what."""

from dataclasses import dataclass

from build_scripts.model import Package
from build_scripts.present.pages.dataset.wording import address, clean
from build_scripts.present.scene import Scene


@dataclass(frozen=True, slots=True)
class Credit:
    """A licence, a source or a contributor; `href` is "" when it has no address that may be a link."""

    text: str
    href: str


def credits_of(scene: Scene, package: Package, key: str) -> tuple[Credit, ...]:
    """Name the licences, sources or contributors, in the page's language where the owner did."""
    found = []
    for each in package.descriptor.get(key, []):
        order = (
            ("name", "title", "path")
            if key == "licenses"
            else (f"title@{scene.language}", "title", "name", "path")
        )
        name = next((each[part] for part in order if each.get(part)), "")
        found.append(Credit(clean(name), address(each.get("path", ""))))
    return tuple(each for each in found if each.text)
