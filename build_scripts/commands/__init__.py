"""What the command line can do, a file for those that belong together; each is read only when it is asked for."""

import argparse
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import NamedTuple

from build_scripts.present.say import Say, speak

CLEAN, PROBLEMS, USAGE = 0, 1, 2


class Command(NamedTuple):
    """A command: what adds its arguments to the command line, and what does it and gives the exit code."""

    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Say], int]


def today() -> date:
    """The day it is, or the one that reproducible builds are told."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(told), UTC).date() if told.isdigit() else datetime.now(UTC).date()


def jobs_argument(parser: argparse.ArgumentParser) -> None:
    """Let a command be told how many processes may work at once."""
    parser.add_argument("--jobs", type=positive, default=os.cpu_count() or 1, help=speak("en")["cli.jobs"])


def positive(text: str) -> int:
    """Read a number that is at least 1.

    Raises:
        ValueError: It is none.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number
