"""Templates as Jinja compiles them, kept where Python keeps the modules that it has compiled, and on its terms."""

import os
import sys
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _Compiled(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template, if Python may keep modules."""
        if not sys.dont_write_bytecode and os.access(self.directory, os.W_OK):
            super().dump_bytecode(bucket)


def compiled(module: str, options: str) -> FileSystemBytecodeCache | None:
    """Keep the templates that the file `module` fills, in an environment with these `options`; `None` where that is nowhere.

    An entry counts for the very text of its template, a version of Jinja and one of Python.
    """
    if sys.implementation.cache_tag is None:
        return None
    folder = Path(cache_from_source(module)).parent
    return _Compiled(str(folder), f"template-{jinja2.__version__}-{options}-%s")
