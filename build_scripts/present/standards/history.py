"""The versions of a package: each at an address of its own, and what changed from one to the next."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from build_scripts.model import Artifact, Change, Level, Package, Release, changes_between, level_of
from build_scripts.model.asking import everything
from build_scripts.model.holding import held
from build_scripts.present.standards.archive import archive, checksums
from build_scripts.present.standards.edition import Edition
from build_scripts.present.standards.places import CHANGES, VERSIONS


@dataclass(frozen=True, slots=True)
class Version:
    """A version, what changed since the one before, and its archive; `archive` is `None` for what is not released."""

    version: str
    day: str
    level: Level | None
    changes: tuple[Change, ...]
    archive: Artifact | None


@everything
@held(None)
def versions_of(edition: Edition) -> tuple[Version, ...]:
    """List the versions of a package, newest first; a package that was never released has none."""
    releases = [each for each in edition.catalog.releases if each.package.name == edition.package.name]
    if not releases:
        return ()
    packages = [each.package for each in releases]
    files: list[Release | None] = [*releases]
    if packages[-1].version != edition.package.version:
        packages.append(edition.package)
        files.append(None)
    changes: list[tuple[Change, ...]] = [(), *(changes_between(*pair) for pair in pairwise(packages))]
    found = [_version(*each) for each in zip(packages, files, changes, strict=True)]
    return tuple(reversed(found))


def _version(package: Package, release: Release | None, changes: tuple[Change, ...]) -> Version:
    packed = None if release is None else _archive(package, release)
    return Version(package.version, package.created.partition("T")[0], level_of(changes), changes, packed)


def _archive(package: Package, release: Release) -> Artifact:
    """The files of a version in one; its path is below the package's folder."""
    name = f"{package.name}-{package.version}"
    inside = [Artifact(path, data) for path, data in release.files]
    return Artifact(f"{VERSIONS}/{package.version}/{name}.zip", archive(name, inside))


def history_files(edition: Edition) -> Iterator[Artifact]:
    """Yield the files of every version, their checksums, and the changelog; paths are below the package's folder."""
    found = versions_of(edition)
    if not found:
        return
    for each in (
        release for release in edition.catalog.releases if release.package.name == edition.package.name
    ):
        place = f"{VERSIONS}/{each.package.version}/"
        files = [Artifact(path, data) for path, data in each.files]
        yield from (Artifact(place + file.path, file.data) for file in (*files, checksums(files)))
    yield from (each.archive for each in found if each.archive is not None)
    yield Artifact(CHANGES, _changelog(edition, found))


def _changelog(edition: Edition, found: Sequence[Version]) -> bytes:
    record = {"package": edition.package.name, "versions": [_record(each) for each in found]}
    return json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n"


def _record(each: Version) -> dict[str, Any]:
    return {
        "version": each.version,
        "date": each.day if each.day else None,
        "level": each.level,
        "folder": None if each.archive is None else f"{VERSIONS}/{each.version}/",
        "counts": dict(Counter(change.what for change in each.changes)),
        "changes": [
            {
                "what": change.what,
                "level": change.level,
                "table": change.table,
                "key": list(change.key),
                "column": change.column,
                "before": change.before,
                "after": change.after,
            }
            for change in each.changes
        ],
    }
