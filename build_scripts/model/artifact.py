"""What the build produces."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: a path relative to the output (POSIX, no `..`) and its bytes."""

    path: str
    data: bytes

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return len(self.data)

    @property
    def sha256(self) -> str:
        """The checksum of the bytes, in hex."""
        return sha256(self.data).hexdigest()
