"""The downloads of a dataset as one quiet table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_scripts.present.pages.dataset.wording import Phrase, phrase
from build_scripts.present.scene import Scene
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.media import Form, Published
from build_scripts.present.standards.shelf import offered

_SHORT = 12
_THOUSAND = 1000
_GROUPS: dict[Form, str] = {"zip": "whole", "geojson": "maps", "about": "about"}


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away, every part ready to print; `href` is below the root of the site."""

    name: str
    href: str
    form: str
    rows: str
    size: str
    checksum: str
    checksum_short: str


@dataclass(frozen=True, slots=True)
class Group:
    """The files of one table, or others that belong together, below a heading."""

    heading: Phrase
    files: tuple[Download, ...]


def downloads(scene: Scene, edition: Edition) -> tuple[Group, ...]:
    """List the archive, each table in its formats, and what describes them."""
    groups: dict[str, list[Published]] = {}
    for each in offered(edition):
        key = _GROUPS.get(each.form, "") if each.table is None else f"/{each.table.name}"
        groups.setdefault(key, []).append(each)
    return tuple(
        Group(_heading(scene, edition, key, found), tuple(_downloads(scene, edition, found)))
        for key, found in groups.items()
    )


def _heading(scene: Scene, edition: Edition, key: str, found: Iterable[Published]) -> Phrase:
    tables = [each.table for each in found if each.table is not None]
    if tables:
        title = phrase(scene, edition.package, tables[0].title)
        return title if title.text.strip() else Phrase(tables[0].name)
    return Phrase(scene.say[f"standards.group.{key}"])


def _downloads(scene: Scene, edition: Edition, found: Iterable[Published]) -> Iterator[Download]:
    for each in found:
        suffix = each.file.path.rpartition(".")[2].upper()
        yield Download(
            name=each.file.path,
            href=edition.folder + each.file.path,
            form=suffix if each.form == "about" else scene.say[f"standards.form.{each.form}"],
            rows="" if each.rows is None else scene.writer.number(each.rows),
            size=size(scene, each.file.size),
            checksum=each.file.sha256,
            checksum_short=each.file.sha256[:_SHORT] + "…",
        )


def size(scene: Scene, count: int) -> str:
    """Write a number of bytes: `812 B`, `12,3 kB`, `1.4 MB`."""
    figure, unit = float(count), "B"
    for larger in ("kB", "MB", "GB"):
        if figure < _THOUSAND:
            break
        figure, unit = figure / _THOUSAND, larger
    written = scene.writer.number(count) if unit == "B" else scene.writer.number(figure, 1)
    return f"{written}\N{NO-BREAK SPACE}{unit}"
