"""What a page is about, in the few words that go with its link: on a share picture, in a citation, on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from build_scripts.model import HOMES, Fact, Imprint, Language, Source
from build_scripts.present.scene import Scene, SourceLine
from build_scripts.present.verdict.mark import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A page in a few words, in its language; every part but the title may be "".

    `value` is the figure that leads, `label` says what it is and when, `aim` what was promised; `credit` names the
    publisher and `day` the day of the source; `citation` is the whole of it but the address; `file` is where in the repository its data lie.
    """

    title: str
    kicker: str = ""
    value: str = ""
    label: str = ""
    aim: str = ""
    mark: Mark | None = None
    tally: tuple[Mark, ...] = ()
    credit: str = ""
    day: str = ""
    sources: tuple[SourceLine, ...] = ()
    citation: str = ""
    imprint: Imprint = field(default_factory=Imprint)
    file: str = ""

    @property
    def words(self) -> str:
        """What the share picture says, for those who do not see it."""
        status = "" if self.mark is None else self.mark.word
        counts = (each.word for each in self.tally)
        said = (self.title, self.value, self.label, self.aim, status, *counts, self.credit, self.day)
        return " · ".join(each for each in said if each)


def picture_path(language: Language, address: str) -> str:
    """Tell where the share picture of a page lies: `share/vi/targets/x.png`; `address` is below the language's root."""
    name = address.strip("/")
    return f"share/{language}/{name if name else 'home'}.png"


def embed_path(language: Language, address: str, name: str = "") -> str:
    """Tell where a chart stands alone: `embed/targets/x/` the first of a page, `en/embed/indicators/y/#ranking-z`."""
    return f"{HOMES[language]}embed/{address}{f'#{name}' if name else ''}"


def whereabouts(imprint: Imprint, language: Language, address: str) -> str:
    """Write the whole address of a page, or its place below the root where the root is not known."""
    return f"{imprint.address}{HOMES[language]}{address}"


def credit(scene: Scene, source: Source | None) -> str:
    """Name who published a source, and when: `Cục Thống kê, 12/03/2025`; "" for no source."""
    if source is None:
        return ""
    line = scene.source_line(source)
    day = short_day(scene, source.date)
    return f"{line.publisher}, {day}" if day else line.publisher


def signed(scene: Scene, source: Source | None) -> tuple[str, str]:
    """Name the publisher and the day of a source apart; "" twice for no source."""
    if source is None:
        return "", ""
    publisher = scene.source_line(source).publisher
    return scene.say("share.source", by=publisher), short_day(scene, source.date)


def short_day(scene: Scene, text: str) -> str:
    """Write a day as tables do, a month or a year as it is said; "" for none."""
    brief = scene.writer.brief(text)
    return brief if brief != text else scene.writer.iso(text)


def source_of(scene: Scene, fact: Fact | None) -> Source | None:
    """Find the source of a figure; `None` for no figure, and for one that was computed."""
    return None if fact is None else scene.catalog.sources.get(fact.shown.source)


def lines_of(scene: Scene, sources: Sequence[Source | None]) -> tuple[SourceLine, ...]:
    """Show each source once."""
    found = {each.id: each for each in sources if each is not None}
    return tuple(scene.source_line(each) for each in found.values())


def of_policy(scene: Scene) -> str:
    """Name the package that promises stand in, "" where there is none."""
    return next((each.name for each in scene.catalog.packages if each.profile == "policy"), "")


def file_of(scene: Scene, package: str, table: str) -> str:
    """Find a table's file in the repository, "" when there is no such table."""
    return next(
        (
            f"{each.folder}/{resource.path}"
            for each in scene.catalog.packages
            if each.name == package
            for resource in each.resources
            if resource.name == table
        ),
        "",
    )


def citation(scene: Scene, title: str, package: str, *, when: str = "", by: str = "") -> str:
    """Say how to cite a page: the portal, the title, its newest figure, the version and the day of the dataset."""
    say = scene.say
    parts = [scene.imprint.name, say("share.cite-title", title=title)]
    if when:
        parts.append(say("share.cite-figure-by" if by else "share.cite-figure", when=when, by=by))
    parts.append(dataset_cited(scene, package))
    return ". ".join(part for part in parts if part) + "."


def dataset_cited(scene: Scene, package: str) -> str:
    """Name a dataset, its version and its day as a citation does; "" for no package of that name."""
    found = next((each for each in scene.catalog.packages if each.name == package), None)
    if found is None:
        return ""
    version = f"-{'version' if found.version else 'plain'}{'-dated' if found.created else ''}"
    day = short_day(scene, found.created.partition("T")[0])
    name = scene.text(found.title)
    return scene.say(f"share.cite-data{version}", name=name, version=found.version, day=day)
