"""What a piece of work asked for: on what it depends, and on nothing else that can change."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Final, ParamSpec, TypeVar

Given = ParamSpec("Given")
Value = TypeVar("Value")

EVERYTHING: Final = "*"
"""The name of all there is; who asks for it depends on everything."""
KEYS: Final = "#"
"""The name, below that of a mapping, of the keys it has."""
PERIOD: Final = "@"
"""The name, below that of an indicator, of what every area has in one period."""
_LISTENING: ContextVar[set[str] | None] = ContextVar("_LISTENING", default=None)


def ask(name: str) -> None:
    """Let whoever listens know what is asked for."""
    heard = _LISTENING.get()
    if heard is not None:
        heard.add(name)


def everything(function: Callable[Given, Value]) -> Callable[Given, Value]:
    """Let a function, which may remember what it gave before, ask for everything each time."""

    @wraps(function)
    def asked(*given: Given.args, **named: Given.kwargs) -> Value:
        ask(EVERYTHING)
        return function(*given, **named)

    return asked


@contextmanager
def asking() -> Iterator[set[str]]:
    """Listen to what is asked for inside."""
    heard: set[str] = set()
    before = _LISTENING.set(heard)
    try:
        yield heard
    finally:
        _LISTENING.reset(before)
