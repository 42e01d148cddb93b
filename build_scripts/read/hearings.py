"""What the judges said in the last recorded run of the tests, as the commit holds it."""

import json
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Hearing

PLACE: Final = Path("docs", "conformance.json")
"""Where `make record` leaves it, below the root: part of the commit, so that the page depends on nothing else."""
_LONGEST: Final = 100


def hearings_of(root: Path) -> tuple[Hearing, ...]:
    """Read what is there; nothing where nobody recorded anything that can be read."""
    try:
        found = json.loads((root / PLACE).read_text("utf-8"))
        return tuple(_hearing(name, said) for name, said in sorted(found.items()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _hearing(name: str, said: dict[str, Any]) -> Hearing:
    version, day = str(said["version"])[:_LONGEST], str(said["day"])[:_LONGEST]
    return Hearing(name, version, int(said["passed"]), int(said["failed"]), day)
