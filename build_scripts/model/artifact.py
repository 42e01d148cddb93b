"""What the build produces."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: a path relative to the output (POSIX, no `..`) and its bytes."""

    path: str
    data: bytes
