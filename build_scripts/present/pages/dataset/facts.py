"""What a dataset's page says in brief: version, day, languages, keywords."""

from collections.abc import Iterator

from babel import Locale

from build_scripts.model import Package
from build_scripts.present.pages.dataset.wording import clean
from build_scripts.present.scene import Scene


def facts(scene: Scene, package: Package) -> Iterator[tuple[str, str]]:
    """Yield each with its label."""
    say = scene.say
    version = clean(package.version)
    yield say["dataset.version"], version if version else say["dataset.not-stated"]
    created = scene.writer.iso(package.created.partition("T")[0])
    yield say["dataset.created"], created if created else say["dataset.not-stated"]
    spoken = [_language(scene, each) for each in package.languages]
    yield say["dataset.languages"], scene.listed(spoken) if spoken else say["dataset.not-stated"]
    if package.keywords:
        yield say["dataset.keywords"], ", ".join(clean(each) for each in package.keywords)


def _language(scene: Scene, tag: str) -> str:
    """Name a language in the page's own."""
    named = Locale(scene.language).languages.get(tag)
    return clean(tag) if named is None else named


def one_language(scene: Scene, package: Package) -> str:
    """Say that the words below are not in the page's language, when they are not or nobody knows."""
    if not package.languages:
        return scene.say["dataset.language-unknown"]
    if scene.language in package.languages:
        return ""
    return scene.say(
        "dataset.language-other",
        languages=scene.listed([_language(scene, each) for each in package.languages]),
    )
