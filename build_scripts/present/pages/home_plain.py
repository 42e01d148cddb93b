"""The first page of a portal without targets: what there is, and the datasets one by one."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Package
from build_scripts.present.page import Draft
from build_scripts.present.pages.dataset.trend import trends_of
from build_scripts.present.pages.dataset.wording import Phrase, language_of, plain, shortened
from build_scripts.present.pages.datasets import lead, titled
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.subject import Subject

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A dataset: where its page is, what it is called, how its description begins."""

    href: str
    title: Phrase
    words: Phrase


def plain_home(scene: Scene) -> Draft:
    """Draft the page."""
    packages = scene.catalog.packages
    sentence = scene.say.count("home.plain-lead", len(packages), n=scene.writer.number(len(packages)))
    return Draft(
        language=scene.language,
        address="",
        template="home-plain",
        title=scene.say["home.plain-title"],
        description=sentence,
        view={
            "lead": sentence,
            "doors": tuple(_doors(scene)),
            "packages": tuple(_entry(scene, each) for each in packages),
        },
        subject=Subject(title=scene.say["home.plain-title"], label=sentence, imprint=scene.imprint),
    )


def _entry(scene: Scene, package: Package) -> Entry:
    description = package.description
    words = shortened(plain(scene.text(description)), _LONGEST)
    return Entry(
        href=f"datasets/{package.name}/",
        title=titled(scene, package),
        words=Phrase(words, language_of(scene, package, description))
        if words
        else Phrase(lead(scene, package, trends_of(package))),
    )


def _doors(scene: Scene) -> Iterator[tuple[Link, str]]:
    """Lead to what a portal may have beside its datasets."""
    catalog = scene.catalog
    counts = {
        "indicators": len(catalog.indicators),
        "areas": len(catalog.areas),
        "documents": len(catalog.documents),
    }
    for kind, count in counts.items():
        if count:
            yield (
                Link(scene.say[f"nav.{kind}"], f"{kind}/"),
                scene.say(f"home.door-{kind}", n=scene.writer.number(count)),
            )
