"""Workbooks to fill in and their way back into a table, as commands of the command line."""

import argparse
import sys
from functools import partial
from pathlib import Path
from types import MappingProxyType

from build_scripts.commands import CLEAN, PROBLEMS, Command, today
from build_scripts.commands.terminal import Teller
from build_scripts.compute.blanks import blank_of
from build_scripts.model import Artifact, Blank, Described, Problem
from build_scripts.present.oneline import plain
from build_scripts.present.report import report
from build_scripts.present.say import Say, speak
from build_scripts.present.standards.workbook_template import template
from build_scripts.publish import put, rewrite, trial
from build_scripts.read import load
from build_scripts.read.arrival import Arrival, arrival
from build_scripts.read.descriptions import described

_USUAL = "observations"


def write_template(asked: argparse.Namespace, say: Say) -> int:
    """Write a workbook to fill in for a table of a package."""
    found, blank = _blank(asked)
    if found is None or blank is None:
        return _no_table(asked, say, found)
    out = asked.out if asked.out is not None else Path(f"{asked.package}-{blank.table}.xlsx")
    if out.exists():
        print(say("cli.file-exists", file=plain(str(out))), file=sys.stderr)
        return PROBLEMS
    there = found.own.get(blank.table)
    rows = there.to_numpy(dtype=object).tolist() if asked.filled and there is not None else ()
    put(out, template(blank, rows))
    print(say("cli.written", file=str(out)))
    print(say("cli.then-back", file=str(out), package=asked.package, table=blank.table))
    return CLEAN


def from_xlsx(asked: argparse.Namespace, say: Say) -> int:
    """Bring the rows of a workbook into a table, if everything that a check says of them is no error."""
    found, blank = _blank(asked)
    if blank is None:
        return _no_table(asked, say, found)
    folder = asked.root / "datapackages" / asked.package
    arrived = arrival(asked.file, folder, blank, anew=asked.replace)
    if arrived is None:
        print(say("cli.no-workbook", file=plain(str(asked.file)), table=blank.table), file=sys.stderr)
        return PROBLEMS
    files = [Artifact(f"datapackages/{asked.package}/{each.path}", each.data) for each in arrived.files]
    problems = arrived.problems if arrived.problems else _tried(asked, arrived, files, say)
    is_told = asked.format == "text"
    if problems or not is_told:
        print(report(problems, (), language=say.language, form=asked.format), end="")
    if any(each.severity == "error" for each in problems):
        print(say("cli.nothing-taken", file=plain(str(asked.file))), file=sys.stderr)
        return PROBLEMS
    rewrite(asked.root, files)
    if is_told:
        number = 0 if arrived.carried is None else len(arrived.carried.rows)
        print(say.count("cli.taken", number, n=str(number), file=files[0].path))
        print(say("cli.now-fix"))
    return CLEAN


def _tried(asked: argparse.Namespace, arrived: Arrival, files: list[Artifact], say: Say) -> list[Problem]:
    """Check the packages as they would be and keep what is said of this table, told at its place in the sheet."""
    with Teller(say, quiet=asked.format != "text") as progress, trial(asked.root, files) as beside:
        reading = load(beside, partial(progress, "read"), today())
    table, way = files[0].path, arrived.carried
    about = [each for each in reading.problems if each.file == table]
    return about if way is None else [way.placed(each, table) for each in about]


def _blank(asked: argparse.Namespace) -> tuple[Described | None, Blank | None]:
    found = described(asked.root, asked.package)
    return found, None if found is None else blank_of(found, asked.table)


def _no_table(asked: argparse.Namespace, say: Say, found: Described | None) -> int:
    tables = "" if found is None else ", ".join(each["name"] for each in found.descriptor["resources"])
    words = {"package": plain(asked.package), "table": plain(asked.table), "tables": plain(tables)}
    print(say("cli.no-such-table", **words), file=sys.stderr)
    return PROBLEMS


def _template_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("package", help=words["cli.package"])
    parser.add_argument("table", nargs="?", default=_USUAL, help=words["cli.table"])
    parser.add_argument("--out", type=Path, help=words["cli.template-out"])
    parser.add_argument("--filled", action="store_true", help=words["cli.filled"])


def _workbook_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("file", type=Path, help=words["cli.workbook"])
    parser.add_argument("package", help=words["cli.package"])
    parser.add_argument("table", nargs="?", default=_USUAL, help=words["cli.table"])
    parser.add_argument("--replace", action="store_true", help=words["cli.replace"])
    parser.add_argument("--format", choices=("text", "json"), default="text", help=words["cli.format"])


COMMANDS = MappingProxyType({
    "template": Command(_template_arguments, write_template),
    "from-xlsx": Command(_workbook_arguments, from_xlsx),
})  # fmt: skip
