"""Regular expressions of strangers: only those that cannot run without end."""

import re
from itertools import pairwise
from typing import Final

_LONGEST: Final = 300
_MOST_REPEATS: Final = 4
_SIGNS = r"\[[^\[\]\\]+\]|\\[dw]|\\[.\-/ ]|[a-zA-Z0-9_\-:,;/ ]"
_TURN = re.compile(
    rf"\((?:\?:)?(?P<first>{_SIGNS})(?:\{{1,2\}})?(?P<rest>{_SIGNS})(?:[+*]|\{{\d+(?:,\d*)?\}})?\)[*+?]"
)
_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[*+|()]|\{\d*,?\d*\}|[\s\S]")
_LOOKING = re.compile(r"\\[1-9]|\(\?(?!:)")
_LETTERS: Final = [chr(code) for code in range(0x250)]


def is_quick(pattern: str) -> bool:
    """Whether matching `pattern` cannot take time without bound: no repetition or choice inside a repetition.

    Repeated groups like `(-[a-z]+)*` are fine, because a sign that nothing else in them can be begins each turn.
    """
    if len(pattern) > _LONGEST or _LOOKING.search(pattern) is not None:
        return False
    flat = _TURN.sub(lambda found: "" if _are_apart(found["first"], found["rest"]) else found[0], pattern)
    tokens = [found[0] for found in _TOKEN.finditer(flat)]
    repeats = sum(_is_repeat(token) for token in tokens)
    return repeats <= _MOST_REPEATS and not _has_nested(tokens)


def _is_repeat(token: str) -> bool:
    return token in ("*", "+") or (token.startswith("{") and len(token) > 1 and "," in token)


def _has_nested(tokens: list[str]) -> bool:
    """Whether a group that repeats or offers a choice is itself repeated."""
    open_groups: list[bool] = []
    for sign, following in pairwise([*tokens, ""]):
        if sign == "(":
            open_groups.append(False)
        elif sign == ")" and open_groups:
            is_loose = open_groups.pop()
            if is_loose and (_is_repeat(following) or (len(following) > 1 and following.startswith("{"))):
                return True
            open_groups = [each or is_loose for each in open_groups]
        elif (_is_repeat(sign) or sign == "|") and open_groups:
            open_groups[-1] = True
    return False


def _are_apart(first: str, rest: str) -> bool:
    """Whether no sign can be both; only plain signs and sets of them are looked at."""
    try:
        return not any(re.fullmatch(first, sign) and re.fullmatch(rest, sign) for sign in _LETTERS)
    except re.error:
        return False
