"""What was worked out before, kept in a folder by what it depends on: results are the same with it and without.

A key says everything that the thing depends on, so nothing kept is ever out of date: any of it may be deleted, added or
shared between branches and machines at any time. What is damaged counts as not there, and a folder that cannot be
written to is done without. Whatever is read back is bytes that were not changed since they were written, no more:
whoever can write in the folder decides what is in it, so nothing that can run is ever taken from it.
"""

import hashlib
import json
import os
import re
import sys
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final

_HOUSE: Final = Path(__file__).parents[1]
_KEY: Final = re.compile(r"[0-9a-f]{64}")
_DIGEST: Final = 32
_LARGEST: Final = 200_000_000
_MOST: Final = 3_000_000_000
"""Bytes that may be kept before the oldest go."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Things kept in `folder`; several processes may use it at once."""

    folder: Path

    def get(self, key: str) -> bytes | None:
        """What was kept under `key`; `None` when nothing was, or it is damaged."""
        try:
            with open(self._file(key), "rb") as opened:
                data = opened.read() if os.fstat(opened.fileno()).st_size <= _LARGEST else b""
        except OSError:
            return None
        body = data[_DIGEST:]
        return body if len(data) >= _DIGEST and _sealed(key, body) == data[:_DIGEST] else None

    def has(self, key: str) -> bool:
        """Whether something was kept under `key`, sound or not."""
        return os.path.isfile(self._file(key))

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`, or nothing where nothing can be written or it is too much to be read again."""
        file = self._file(key)
        if len(data) > _LARGEST - _DIGEST:
            return
        with suppress(OSError):
            folder = os.path.dirname(file)
            os.makedirs(folder, exist_ok=True)
            number, name = tempfile.mkstemp(dir=folder, prefix=".new-")
            try:
                with os.fdopen(number, "wb") as opened:
                    opened.write(_sealed(key, data))
                    opened.write(data)
                os.replace(name, file)
            except OSError:
                with suppress(OSError):
                    os.unlink(name)

    def prune(self, most: int = _MOST) -> None:
        """Where more than `most` bytes are kept, let the oldest go until half of that is left."""
        found = []
        for folder in self.folder.glob("[0-9a-f][0-9a-f]"):
            with suppress(OSError):
                told = [(entry.stat(), entry.path) for entry in os.scandir(folder)]
                found += [(stat.st_mtime_ns, stat.st_size, path) for stat, path in told]
        total = sum(size for _, size, _ in found)
        goal = total if total <= most else most // 2
        for _, size, path in sorted(found):
            if total <= goal:
                return
            with suppress(OSError):
                os.unlink(path)
                total -= size

    def _file(self, key: str) -> str:
        if _KEY.fullmatch(key) is None:
            raise ValueError(key)
        return os.path.join(self.folder, key[:2], key[2:])


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Write named pieces of data as one."""
    found = list(files)
    head = json.dumps([[name, len(data)] for name, data in found], ensure_ascii=False)
    return b"\n".join([head.encode("utf-8", "surrogatepass"), b"".join(data for _, data in found)])


def unpacked(data: bytes | None) -> list[tuple[str, bytes]] | None:
    """Read what `packed` wrote; `None` for nothing, and for anything else."""
    head, _, body = (data if data is not None else b"").partition(b"\n")
    try:
        sizes = [(str(name), int(size)) for name, size in json.loads(head)]
    except (ValueError, TypeError):
        return None
    if any(size < 0 for _, size in sizes) or sum(size for _, size in sizes) != len(body):
        return None
    ends = accumulate(size for _, size in sizes)
    return [(name, body[end - size : end]) for (name, size), end in zip(sizes, ends, strict=True)]


def key_of(*parts: str | bytes) -> str:
    """The key of what depends on `parts`, on our own code and on everything installed beside it."""
    found = hashlib.sha256(_program())
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(len(data).to_bytes(8, "big") + data)
    return found.hexdigest()


def _sealed(key: str, data: bytes) -> bytes:
    """The digest of an entry, which is of no use under another key."""
    found = hashlib.sha256(key.encode())
    found.update(data)
    return found.digest()


@lru_cache(maxsize=1)
def _program() -> bytes:
    """The digest of our own files, of what is installed, by name and version, and of Python itself."""
    found = hashlib.sha256(f"{sys.version} {sys.platform} {unicodedata.unidata_version}".encode())
    for name in sorted(_installed()):
        found.update(name.encode() + b"\0")
    for file in sorted(each for each in _HOUSE.rglob("*") if each.is_file()):
        if "__pycache__" not in file.parts:
            found.update(file.relative_to(_HOUSE).as_posix().encode() + b"\0")
            found.update(hashlib.sha256(file.read_bytes()).digest())
    return found.digest()


def _installed() -> Iterator[str]:
    """The distributions that can be imported, each with its version."""
    for place in map(Path, sys.path):
        with suppress(OSError):
            yield from (
                each.name for each in os.scandir(place) if each.name.endswith((".dist-info", ".egg-info"))
            )
