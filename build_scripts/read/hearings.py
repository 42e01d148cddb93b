"""What the judges said in the last run of the tests, as the run wrote it down."""

import json
from pathlib import Path
from typing import Any, Final

from build_scripts.model import Hearing

PLACE: Final = Path("build", "conformance.json")
"""Where a run of the tests leaves it, below the root; git ignores the folder."""
_LONGEST: Final = 100


def hearings_of(root: Path) -> tuple[Hearing, ...]:
    """Read what is there; nothing where no run left anything that can be read."""
    try:
        found = json.loads((root / PLACE).read_text("utf-8"))
        return tuple(_hearing(name, said) for name, said in sorted(found.items()))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()


def _hearing(name: str, said: dict[str, Any]) -> Hearing:
    version, day = str(said["version"])[:_LONGEST], str(said["day"])[:_LONGEST]
    return Hearing(name, version, int(said["passed"]), int(said["failed"]), day)
