"""A version is written down once: its files, their checksums, and every address there is."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from build_scripts.model import Artifact
from build_scripts.publish.files import ensure_safe, write_missing

RELEASES: Final = Path("datapackages", ".releases")


def record(
    root: Path, files: Iterable[tuple[str, str, Artifact]], addresses: Iterable[str]
) -> tuple[str, ...]:
    """Write (package, version, file) below `root`/datapackages/.releases and tell the versions; nothing is overwritten.

    `addresses` join those that were published before.
    """
    folder = root / RELEASES
    path = folder / "ledger.json"
    ledger: dict[str, dict[str, dict[str, str]]] = (
        json.loads(path.read_text("utf-8")) if path.is_file() else {}
    )
    told: dict[str, None] = {}
    for name, version, file in files:
        placed = Artifact(f"{name}/{version}/{file.path}", file.data)
        ensure_safe([placed])
        if (folder / placed.path).exists():
            raise FileExistsError(folder / placed.path)
        write_missing(folder, [placed])
        ledger.setdefault(name, {}).setdefault(version, {})[file.path] = file.sha256
        told[f"{name} {version}"] = None
    listed = folder / "addresses.txt"
    known = set(listed.read_text("utf-8").splitlines()) if listed.is_file() else set()
    lines = "".join(f"{each}\n" for each in sorted(known | set(addresses)))
    written = json.dumps(dict(sorted(ledger.items())), ensure_ascii=False, indent=1) + "\n"
    write_missing(
        folder, [Artifact("ledger.json", written.encode()), Artifact("addresses.txt", lines.encode())]
    )
    return tuple(told)
