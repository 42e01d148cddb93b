"""The version that a package is due, written into its descriptor: it follows from what changed, so nobody need guess."""

import re
from collections.abc import Iterator
from pathlib import Path

from build_scripts.model import Artifact, Package, Text, changes_between, following, level_of, version_of
from build_scripts.read.files import content
from build_scripts.read.mending import Mended
from build_scripts.read.packages import package_folders, read_package
from build_scripts.read.problems import Spot
from build_scripts.read.releases import history_of
from build_scripts.read.tables import Around

_DESCRIPTOR = "datapackage.json"
_RAISED = Text(
    "phiên bản {old} -> {new}, theo những gì đã đổi từ lần công bố trước",
    "version {old} -> {new}, as what changed since the last release asks",
)


def versioned(root: Path) -> Iterator[Mended]:
    """Yield each descriptor under `root` that states another version than it should; paths are relative to `root`."""
    read = (read_package(folder, Around()).package for folder in package_folders(root))
    packages = tuple(each for each in read if each is not None)
    last = {each.package.name: each.package for each in history_of(root, packages).releases}
    for package in packages:
        expected = due(last[package.name], package) if package.name in last else package.version
        data = content(root / package.folder, _DESCRIPTOR, Spot(_DESCRIPTOR)).data
        stated = re.compile(rf'("version"\s*:\s*)"{re.escape(package.version)}"')
        text = "" if data is None else data.decode("utf-8", "surrogateescape")
        if expected != package.version and len(stated.findall(text)) == 1:
            made = stated.sub(rf'\g<1>"{expected}"', text)
            said = {"old": package.version, "new": expected}
            yield Mended(
                Artifact(f"{package.folder}/{_DESCRIPTOR}", made.encode("utf-8", "surrogateescape")),
                (Text(_RAISED.vi.format(**said), _RAISED.en.format(**said)),),
            )


def due(last: Package, now: Package) -> str:
    """Tell the version of `now`, whose newest release is `last`; its own where the last one's is no version."""
    version = version_of(last.version)
    return now.version if version is None else following(version, level_of(changes_between(last, now)))
