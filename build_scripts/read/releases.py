"""Versions that were published: read back, compared with the ledger, and with what the packages are now."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from build_scripts.model import Package, Problem, Release
from build_scripts.read.files import content
from build_scripts.read.packages import read_package
from build_scripts.read.problems import Spot, problem
from build_scripts.read.standing import version_problem
from build_scripts.read.tables import FOLDER, Around

RELEASES: Final = ".releases"
"""The folder beside the packages; hidden, so that no package can be taken for it."""
LEDGER: Final = "ledger.json"
ADDRESSES: Final = "addresses.txt"
_FOLDER: Final = f"{FOLDER}/{RELEASES}"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*", re.ASCII)
_SUM = re.compile(r"[0-9a-f]{64}")

Ledger = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Package -> version -> path -> SHA-256."""


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What was published, oldest first; and what is wrong with it, or with what came after."""

    releases: tuple[Release, ...] = ()
    addresses: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def history_of(root: Path, packages: Sequence[Package]) -> History:
    """Read every version under `root`/datapackages/.releases; none where there is no ledger."""
    folder = root / FOLDER / RELEASES
    if not (folder / LEDGER).is_file():
        return History()
    ledger = _ledger(folder)
    if ledger is None:
        return History(problems=(problem("ledger-unreadable", Spot(f"{_FOLDER}/{LEDGER}")),))
    problems: list[Problem] = []
    releases: list[Release] = []
    for name, versions in ledger.items():
        for version, files in versions.items():
            read = _release(folder, (name, version), files, problems)
            releases += [] if read is None else [read]
    return History(
        tuple(releases), _addresses(folder), (*problems, *_standing(packages, releases, sound=not problems))
    )


def _ledger(folder: Path) -> Ledger | None:
    """The ledger, `None` when it is none."""
    try:
        found = json.loads((folder / LEDGER).read_text("utf-8"))
        sound = all(
            _NAME.fullmatch(name)
            and _NAME.fullmatch(version)
            and _SUM.fullmatch(digest)
            and isinstance(path, str)
            for name, versions in found.items()
            for version, files in versions.items()
            for path, digest in files.items()
        )
    except (ValueError, AttributeError, TypeError):
        return None
    return found if sound else None


def _addresses(folder: Path) -> tuple[str, ...]:
    path = folder / ADDRESSES
    return tuple(path.read_text("utf-8").splitlines()) if path.is_file() else ()


def _release(
    folder: Path, named: tuple[str, str], files: Mapping[str, str], problems: list[Problem]
) -> Release | None:
    """One version, `None` when any of its files is not what was published."""
    name, version = named
    found: list[tuple[str, bytes]] = []
    place = f"{_FOLDER}/{name}/{version}"
    for path, digest in files.items():
        spot = Spot(f"{place}/{path}", None, None, path)
        data = content(folder, f"{name}/{version}/{path}", spot).data
        if data is None:
            problems.append(problem("release-missing", spot, name=name, version=version, path=path))
            return None
        actual = hashlib.sha256(data).hexdigest()
        if actual != digest:
            problems.append(problem("release-altered", spot, version=version, path=path, actual=actual))
            return None
        found.append((path, data))
    package = read_package(folder / name / version, Around()).package
    if package is None:
        problems.append(
            problem("release-missing", Spot(place), name=name, version=version, path="datapackage.json")
        )
        return None
    return Release(package, tuple(found))


def _standing(packages: Sequence[Package], releases: Sequence[Release], *, sound: bool) -> Iterator[Problem]:
    """Whether each package bears the version that follows from what changed since its last release."""
    if not sound:
        return
    last = {each.package.name: each.package for each in releases}
    for package in packages:
        if package.name in last:
            yield from version_problem(last[package.name], package)
