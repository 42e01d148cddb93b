"""What functions remember of a catalog, which is let go of at once when the catalog has done its work."""

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import lru_cache
from typing import Final, ParamSpec, TypeVar, cast

Given = ParamSpec("Given")
Value = TypeVar("Value")

_CLEAR: Final[list[Callable[[], None]]] = []


def held(most: int | None) -> Callable[[Callable[Given, Value]], Callable[Given, Value]]:
    """Let a function remember the last `most` values it gave (`None`: all), until all of that is let go of."""

    def remembering(function: Callable[Given, Value]) -> Callable[Given, Value]:
        found = lru_cache(maxsize=most)(function)
        _CLEAR.append(found.cache_clear)
        return cast("Callable[Given, Value]", found)

    return remembering


def let_go() -> None:
    """Forget every value that is held, and give the memory back to the system where the C library can (glibc)."""
    for clear in _CLEAR:
        clear()
    gc.collect()
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
