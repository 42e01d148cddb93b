"""Regular expressions of strangers, in an engine whose time grows with the text alone (RE2)."""

from functools import lru_cache
from typing import Any, Final

import re2

from build_scripts.read.gate.limits import LIMITS

_MEMORY: Final = 1 << 20


@lru_cache(maxsize=256)
def compiled(pattern: str) -> Any | None:
    """The expression ready to match, `None` when it is too long or not one that RE2 knows."""
    if len(pattern) > LIMITS["pattern"].most:
        return None
    options = re2.Options()
    options.max_mem = _MEMORY
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except (re2.error, TypeError, UnicodeError):
        return None


def matches(pattern: str, cell: str) -> bool:
    """Whether the whole `cell` fits; an expression that cannot be used fits nothing."""
    expression = compiled(pattern)
    return expression is not None and expression.fullmatch(cell) is not None
