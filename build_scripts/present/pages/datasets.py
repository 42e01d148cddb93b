"""The page of a dataset, the list of all, and their downloads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from build_scripts.compute.tabular import Trend
from build_scripts.model import Artifact, Catalog, Copy, Imprint, Package, Resource
from build_scripts.model import columns as c
from build_scripts.present.page import Draft, Figure
from build_scripts.present.pages.dataset.credits import credits_of
from build_scripts.present.pages.dataset.dictionary import Column, Preview, columns, preview
from build_scripts.present.pages.dataset.downloads import downloads, size
from build_scripts.present.pages.dataset.facts import facts, one_language
from build_scripts.present.pages.dataset.forms import form_path
from build_scripts.present.pages.dataset.score import score
from build_scripts.present.pages.dataset.summary import Held, held
from build_scripts.present.pages.dataset.trend import figure, trends_of
from build_scripts.present.pages.dataset.versions import version_rows
from build_scripts.present.pages.dataset.wording import (
    Phrase,
    address,
    language_of,
    phrase,
    plain,
    rendered,
    shortened,
)  # fmt: skip
from build_scripts.present.scene import Link, Scene
from build_scripts.present.sharing.mending import Place, mending
from build_scripts.present.standards.citation import reference
from build_scripts.present.standards.edition import Edition, edition, editions
from build_scripts.present.standards.media import Offer
from build_scripts.present.standards.places import CHANGES, archive_name
from build_scripts.present.standards.schema_org import schema_org
from build_scripts.present.standards.shelf import copies_of, files_of, offers_of
from build_scripts.present.standards.sidecar import sidecar_schema
from build_scripts.present.standards.snippets import snippets
from build_scripts.present.standards.whole import whole

_GROUPS = {"theme": "theme", "geography": "frame", "policy": "frame", "vocabulary": "frame", "": "other"}
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of the dataset as its page shows it; `id` is where on the page."""

    id: str
    name: str
    title: Phrase
    description: Phrase
    rows: str
    columns: tuple[Column, ...]
    preview: Preview
    large: str
    held: tuple[Held, ...]
    figure: Figure | None


def dataset_pages(scene: Scene, verdicts: tuple[tuple[str, bool], ...]) -> Iterator[Draft]:
    """Yield the list of datasets and the page of each; `verdicts` tell which packages are free of errors."""
    passed = dict(verdicts)
    yield dataset_index(scene, whole(scene.catalog, scene.imprints))
    for package in scene.catalog.packages:
        yield dataset_page(scene, package, passed=passed.get(package.name, False))


def dataset_files(catalog: Catalog, imprints: tuple[Imprint, ...] = ()) -> Iterator[Artifact]:
    """Yield what can be downloaded: the files of each package, and the whole catalog in one."""
    for each in editions(catalog, imprints):
        yield from files_of(each)
    yield from whole(catalog, imprints)
    yield sidecar_schema()


def dataset_copies(catalog: Catalog, imprints: tuple[Imprint, ...] = ()) -> Iterator[Copy]:
    """Yield what can be downloaded and lies on disk already: large tables."""
    for each in editions(catalog, imprints):
        yield from copies_of(each)


def package_files(scene: Scene, package: Package) -> tuple[tuple[Artifact, ...], tuple[Offer, ...]]:
    """Make the files of one package, and say what they are."""
    own = edition(scene.catalog, package, scene.imprints)
    return tuple(files_of(own)), offers_of(own)


def dataset_page(scene: Scene, package: Package, *, passed: bool) -> Draft:
    """Draft the page of a dataset, which `passed` the check or was not checked."""
    trends = trends_of(package)
    title, sentence = titled(scene, package), lead(scene, package, trends)
    own = edition(scene.catalog, package, scene.imprints, scene.offers.get(package.name, ()))
    tables = zip(package.resources, trends, strict=True)
    sheets = tuple(_sheet(scene, package, resource, trend) for resource, trend in tables)
    view = {
        "crumbs": (Link(scene.say["nav.home"], ""), Link(scene.say["nav.datasets"], "datasets/")),
        "name": title,
        "package": package.name,
        "lead": sentence,
        "description": Phrase(
            rendered(scene.text(package.description)), language_of(scene, package, package.description)
        ),
        "one_language": one_language(scene, package),
        "facts": tuple(facts(scene, package)),
        "homepage": address(package.descriptor.get("homepage", "")),
        "licences": credits_of(scene, package, "licenses"),
        "checked": scene.say["dataset.passed" if passed else "dataset.unchecked"],
        "score": score(scene, package),
        "sheets": sheets,
        "indicators": tuple(
            scene.indicator(each)
            for each in scene.catalog.indicators.values()
            if each.package == package.name
        ),
        "first": own.indicators[0].id if own.indicators else "",
        "sources": credits_of(scene, package, "sources"),
        "contributors": credits_of(scene, package, "contributors"),
        "jsonld": schema_org(own, scene.language, sentence),
        **_given(scene, package, str(title.text)),
        **_taken_home(scene, own),
    }
    described = plain(scene.text(package.description))
    return Draft(
        language=scene.language,
        address=f"datasets/{package.name}/",
        template="dataset",
        title=str(title.text),
        description=shortened(f"{sentence} {described}", _LONGEST),
        view=view,
        figures=tuple(each.figure for each in sheets if each.figure is not None),
    )


def _given(scene: Scene, package: Package, title: str) -> dict[str, Any]:
    """Where readers add to a dataset or correct it."""
    place = Place(f"datasets/{package.name}/", title, file=f"{package.folder}/datapackage.json")
    return {"form": form_path(package), "mending": mending(scene.imprint, scene.say, place)}


def _taken_home(scene: Scene, own: Edition) -> dict[str, Any]:
    """What there is to download, load, cite and compare with earlier versions."""
    table = _largest(own.package)
    is_large = any(each.table.large is not None for each in own.package.resources)
    return {
        "downloads": downloads(scene, own),
        "archive": "" if is_large else own.folder + archive_name(own.package),
        "code": snippets(own, table),
        "code_words": _code_words(scene, own.package.resources[table]),
        "root": own.root,
        "versions": version_rows(scene, own),
        "changelog": own.folder + CHANGES,
        "citation": reference(own, scene.language),
    }


def _code_words(scene: Scene, table: Resource) -> str:
    """Say what the code does; a large table is asked where it lies."""
    key = "dataset.code-words" if table.table.large is None else "dataset.code-large"
    return scene.say(key, table=table.name)


def _largest(package: Package) -> int:
    """Choose the table that code is shown for: the one with most rows."""
    return max(range(len(package.resources)), key=lambda place: len(package.resources[place].table))


def titled(scene: Scene, package: Package) -> Phrase:
    """Name a dataset: its title, or its name when the title is blank."""
    title = phrase(scene, package, package.title)
    return title if title.text.strip() else Phrase(package.name)


def lead(scene: Scene, package: Package, trends: Sequence[Trend | None]) -> str:
    """Say in one sentence what the dataset holds."""
    say, number = scene.say, scene.writer.number
    tables, rows = len(package.resources), sum(len(each.table) for each in package.resources)
    words = {
        "tables": say.count("dataset.tables", tables, n=number(tables)),
        "rows": say.count("dataset.rows", rows, n=number(rows)),
    }
    years = _years(scene, package, trends)
    if not years:
        return say("dataset.lead", **words)
    if len(years) == 1:
        return say("dataset.lead-year", **words, year=str(min(years)))
    return say("dataset.lead-years", **words, first=str(min(years)), last=str(max(years)))


def _years(scene: Scene, package: Package, trends: Sequence[Trend | None]) -> set[int]:
    """The years its figures are about, as far as they can be recognised."""
    frame = scene.catalog.observations
    found = {int(year) for year in frame.loc[frame[c.PACKAGE] == package.name, c.YEAR].unique()}
    for trend in trends:
        if trend is not None:
            found |= {period.year for line in trend.lines for period, _ in line.points}
    return found


def _sheet(scene: Scene, package: Package, resource: Resource, trend: Trend | None) -> Sheet:
    rows = len(resource.table)
    description = rendered(scene.text(resource.description))
    return Sheet(
        id=f"table-{resource.name}",
        name=resource.name,
        title=phrase(scene, package, resource.title),
        description=Phrase(description, language_of(scene, package, resource.description)),
        rows=scene.say.count("dataset.rows", rows, n=scene.writer.number(rows)),
        columns=columns(scene, package, resource),
        preview=preview(scene, resource),
        large="" if resource.table.large is None else scene.say["dataset.large"],
        held=held(scene, resource),
        figure=None if trend is None else figure(scene, package, resource, trend),
    )


def dataset_index(scene: Scene, files: Sequence[Artifact]) -> Draft:
    """Draft the list of datasets; `files` hold the whole catalog."""
    groups: dict[str, list[tuple[Link, Phrase, str, str]]] = {}
    for package in scene.catalog.packages:
        title = titled(scene, package)
        licences = ", ".join(each.text for each in credits_of(scene, package, "licenses"))
        entry = (
            Link(str(title.text), f"datasets/{package.name}/"),
            title,
            lead(scene, package, trends_of(package)),
            licences if licences else scene.say["dataset.not-stated"],
        )
        groups.setdefault(_GROUPS.get(package.profile, "other"), []).append(entry)
    sections = tuple(
        (group, scene.say[f"dataset.group.{group}"], tuple(groups[group]))
        for group in ("theme", "frame", "other")
        if group in groups
    )
    total = len(scene.catalog.packages)
    sentence = scene.say.count("dataset.index-lead", total, n=scene.writer.number(total))
    return Draft(
        language=scene.language,
        address="datasets/",
        template="datasets",
        title=scene.say["nav.datasets"],
        description=sentence,
        view={
            "crumbs": (Link(scene.say["nav.home"], ""),),
            "lead": sentence,
            "sections": sections,
            "whole": tuple(
                Link(
                    scene.say(
                        f"standards.whole.{each.path.rpartition('.')[2]}", size=size(scene, len(each.data))
                    ),
                    each.path,
                )
                for each in files
            ),
        },
    )
