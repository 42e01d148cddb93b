"""Problems that were found before, kept so that nothing needs to be looked at twice."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from build_scripts.ground.kept import Kept, key_of
from build_scripts.model import LANGUAGES, Problem, Text

_BY_CHANCE = frozenset({"check-stopped"})
"""Codes that depend on how busy the machine is."""
_SEVERITIES = ("error", "warning")
_PARTS = 8
"""What is kept of a problem."""


def remembered(
    kept: Kept | None, name: str, depends: Any, find: Callable[[], Iterable[Problem]]
) -> list[Problem]:
    """The problems that `find` finds, or found when everything they `depend` on, as JSON, was the same.

    The answer is kept as JSON too, and read strictly: anything else than problems counts as nothing.
    """
    if kept is None:
        return list(find())
    key = key_of("problems", name, json.dumps(depends, sort_keys=True))
    data = kept.get(key)
    known = None if data is None else problems_in(data)
    if known is not None:
        return known
    found = list(find())
    if any(each.code in _BY_CHANCE for each in found):
        return found
    kept.put(key, json.dumps([_written(each) for each in found]).encode())
    return found


def problems_in(data: bytes) -> list[Problem] | None:
    """The problems written in `data`; `None` when it holds anything else."""
    try:
        rows = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        return None
    return [
        Problem(file, line, field, code, value, Text(*message), Text(*remedy), severity)
        for file, line, field, code, value, message, remedy, severity in rows
    ]


def _written(each: Problem) -> list[Any]:
    pairs = [[text.vi, text.en] for text in (each.message, each.remedy)]
    return [each.file, each.line, each.field, each.code, each.value, *pairs, each.severity]


def _is_row(row: Any) -> bool:
    if not isinstance(row, list) or len(row) != _PARTS:
        return False
    file, line, field, code, value, message, remedy, severity = row
    texts = (isinstance(each, str) for each in (file, code))
    rest = (each is None or isinstance(each, str) for each in (field, value))
    pairs = (
        isinstance(each, list) and len(each) == len(LANGUAGES) and all(isinstance(word, str) for word in each)
        for each in (message, remedy)
    )
    is_placed = line is None or (isinstance(line, int) and not isinstance(line, bool))
    return is_placed and all(texts) and all(rest) and all(pairs) and severity in _SEVERITIES
