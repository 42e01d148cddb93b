"""Packages that come from elsewhere, and versions that go out."""

import argparse
import sys
from pathlib import Path
from types import MappingProxyType

from build_scripts.commands import CLEAN, PROBLEMS, Command
from build_scripts.commands.terminal import Teller
from build_scripts.pipeline import release
from build_scripts.present.report import report
from build_scripts.present.say import Say, speak
from build_scripts.publish import SiteError, keep
from build_scripts.read.adopt import adopt


def take(asked: argparse.Namespace, say: Say) -> int:
    """Bring in a package made elsewhere."""
    adoption = adopt(asked.folder)
    for _, notice in adoption.notices:
        print(notice[say.language])
    if adoption.problems:
        print(report(adoption.problems, (), language=say.language, form="text"), end="", file=sys.stderr)
        return PROBLEMS
    target = asked.root / "datapackages" / adoption.name
    if target.exists():
        print(say("cli.exists", folder=str(target)), file=sys.stderr)
        return PROBLEMS
    keep(target, adoption.artifacts)
    print(say("cli.adopted", folder=str(target)))
    return CLEAN


def write_down(asked: argparse.Namespace, say: Say) -> int:
    """Write every version that is new into the ledger."""
    try:
        with Teller(say) as progress:
            reading, versions = release(asked.root, progress)
    except SiteError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    if reading.problems:
        told = report(reading.problems, reading.verdicts, language=say.language, form="text")
        print(told, end="", file=sys.stderr)
    if reading.catalog is None:
        return PROBLEMS
    print(say("cli.released", versions=", ".join(versions)) if versions else say["cli.released-none"])
    return CLEAN


def _folder_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help=speak("en")["cli.folder"])


COMMANDS = MappingProxyType(
    {"adopt": Command(_folder_argument, take), "release": Command(lambda _: None, write_down)}
)
