"""The versions of a dataset: what changed, and where each can still be had."""

from collections.abc import Iterator
from dataclasses import dataclass

from build_scripts.model import Change
from build_scripts.present.pages.dataset.downloads import size
from build_scripts.present.pages.dataset.wording import clean, shortened
from build_scripts.present.scene import Scene
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.history import Version, versions_of

_SHOWN = 20
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Row:
    """A version as its page shows it; `href` and what follows are "" for one that is not released."""

    version: str
    day: str
    level: str
    changes: tuple[str, ...]
    more: str
    href: str
    name: str
    size: str
    checksum: str


def version_rows(scene: Scene, edition: Edition) -> tuple[Row, ...]:
    """Show every version, newest first."""
    return tuple(_row(scene, edition, each) for each in versions_of(edition))


def _row(scene: Scene, edition: Edition, each: Version) -> Row:
    found = each.archive
    more = len(each.changes) - _SHOWN
    return Row(
        version=each.version,
        day=scene.writer.brief(each.day),
        level=scene.say["version.first" if each.level is None else f"version.{each.level}"],
        changes=tuple(_lines(scene, each)),
        more=scene.say("version.more", n=scene.writer.number(more)) if more > 0 else "",
        href="" if found is None else edition.folder + found.path,
        name="" if found is None else found.path.rpartition("/")[2],
        size="" if found is None else size(scene, len(found.data)),
        checksum="" if found is None else found.sha256,
    )


def _lines(scene: Scene, each: Version) -> Iterator[str]:
    for change in each.changes[:_SHOWN]:
        yield shortened(clean(f"{scene.say[f'version.{change.what}']}: {_place(scene, change)}"), _LONGEST)


def _place(scene: Scene, change: Change) -> str:
    where = " · ".join(part for part in (change.table, "/".join(change.key), change.column) if part)
    if change.before is None:
        return where if where else scene.say["version.whole"]
    return f"{where}: {change.before} → {change.after}"
