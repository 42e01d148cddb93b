"""Whether the files are those that were built, all that were published, and not more than a host takes."""

import json
import stat
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Final

from build_scripts.ground.sums import SUMS, digest, listed
from build_scripts.publish.releases import RELEASES
from build_scripts.publish.verify.fault import Fault

MOST_BYTES: Final = 1_000_000_000
"""What GitHub Pages takes as one site (GitHub documentation, “GitHub Pages limits”)."""


def altered(site: Path, names: AbstractSet[str]) -> Iterator[Fault]:
    """Yield files that are not as the list of digests has them; all of them must be on it."""
    if SUMS not in names:
        yield Fault("no-sums", SUMS)
        return
    sums = listed(site)
    for name in sorted(names - {SUMS} - sums.keys()):
        yield Fault("unlisted", name)
    for name in sorted(sums):
        if name not in names:
            yield Fault("missing", name)
        elif (site / name).is_file() and digest(site / name) != sums[name]:
            yield Fault("altered", name)


def oversized(site: Path, files: Iterable[Path]) -> Iterator[Fault]:
    """Yield what a host of pages would refuse: links, devices, a site that is too large."""
    total = 0
    for path in files:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            yield Fault("not-a-file", path.relative_to(site).as_posix())
        total += found.st_size
    if total > MOST_BYTES:
        yield Fault("too-large", ".", f"{total / 1e6:.0f} MB > {MOST_BYTES / 1e6:.0f} MB")


def unkept(site: Path, root: Path) -> Iterator[Fault]:
    """Yield what the ledger below `root` says was published and is not in the site, or not the same any more."""
    folder = root / RELEASES
    listed, ledger = folder / "addresses.txt", folder / "ledger.json"
    for address in listed.read_text("utf-8").splitlines() if listed.is_file() else ():
        path = site / address
        if not (path.is_file() or (path / "index.html").is_file()):
            yield Fault("vanished", address)
    kept: dict[str, Any] = json.loads(ledger.read_text("utf-8")) if ledger.is_file() else {}
    for package, versions in kept.items():
        for version, files in versions.items():
            for name, expected in files.items():
                place = f"data/{package}/versions/{version}/{name}"
                if not (site / place).is_file():
                    yield Fault("vanished", place)
                elif digest(site / place) != expected:
                    yield Fault("changed", place)
