"""The check of packages: every problem, for whoever asks, and shares of it for machines that work together."""

import argparse
from functools import partial
from pathlib import Path
from types import MappingProxyType

from build_scripts.commands import CLEAN, PROBLEMS, Command, positive, today
from build_scripts.commands.terminal import Teller
from build_scripts.compute.metadata import score_of
from build_scripts.ground.kept import Kept
from build_scripts.present.report import FORMS, Form, report
from build_scripts.present.say import Say, speak
from build_scripts.read import Reading, load, prepare
from build_scripts.shares import changed_packages, share_of


def check(asked: argparse.Namespace, say: Say) -> int:
    """Print every problem of every package."""
    if asked.share is not None and None in (asked.base, asked.cache):
        asked.parser.error("--share K/N: --base FOLDER --cache FOLDER")
    kept = None if asked.cache is None else Kept(asked.cache)
    if asked.share is not None and kept is not None:
        changed = changed_packages(asked.base, asked.root)
        prepare(asked.root, share_of(changed, *asked.share), today(), kept)
        return CLEAN
    with Teller(say, quiet=asked.format != "text") as progress:
        reading = load(asked.root, partial(progress, "read"), today(), kept=kept)
    print(_report(reading, say, asked.format), end="")
    return PROBLEMS if reading.catalog is None else CLEAN


def _report(reading: Reading, say: Say, form: Form) -> str:
    scores = [score_of(each) for each in reading.packages]
    return report(reading.problems, reading.verdicts, scores, language=say.language, form=form)


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("--format", choices=FORMS, default="text", help=words["cli.format"])
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help=words["cli.cache"])
    parser.add_argument("--share", type=_share, metavar="K/N", help=words["cli.share"])
    parser.add_argument("--base", type=Path, metavar="FOLDER", help=words["cli.base"])


def _share(text: str) -> tuple[int, int]:
    number, count = map(positive, text.split("/"))
    if number > count:
        raise ValueError(text)
    return number, count


COMMANDS = MappingProxyType({"check": Command(_check_arguments, check)})
