"""Templates as Jinja compiles them, kept where Python keeps the modules that it has compiled, and on its terms."""

import hashlib
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_DIGEST: Final = 32


class _Compiled(BytecodeCache):
    def __init__(self, folder: Path, options: str) -> None:
        self._folder = folder
        self._name = f"template-{jinja2.__version__}-{options}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template that was kept, and is as it was."""
        with suppress(OSError):
            data = self._file(bucket).read_bytes()
            if hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
                bucket.bytecode_from_string(data[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if Python may keep modules, and there."""
        data = bucket.bytecode_to_string()
        if not sys.dont_write_bytecode:
            with suppress(OSError):
                beside = self._file(bucket).with_suffix(f".{os.getpid()}")
                beside.write_bytes(hashlib.sha256(data).digest() + data)
                beside.replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / f"{self._name}-{bucket.key}.bin"


def compiled(module: str, options: str) -> BytecodeCache | None:
    """Keep the templates that the file `module` fills, in an environment with these `options`; `None` where that is nowhere.

    An entry counts for the very text of its template, a version of Jinja and one of Python.
    """
    if sys.implementation.cache_tag is None:
        return None
    return _Compiled(Path(cache_from_source(module)).parent, options)
