"""The contributor's desk: mending, adding, comparing and telling, as commands of the command line."""

import argparse
import sys
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from build_scripts.commands import CLEAN, PROBLEMS, Command, today
from build_scripts.commands.questions import Answers, Interview, interview
from build_scripts.model import Artifact
from build_scripts.pipeline import compared
from build_scripts.present.comment import comment
from build_scripts.present.difference import FORMS as DIFF_FORMS
from build_scripts.present.difference import difference
from build_scripts.present.oneline import plain
from build_scripts.present.report import report
from build_scripts.present.say import Say, speak
from build_scripts.publish import keep, rewrite
from build_scripts.read import load
from build_scripts.read.due import versioned
from build_scripts.read.files import is_plain
from build_scripts.read.gate.encodings import ENCODINGS
from build_scripts.read.gate.limits import LIMITS
from build_scripts.read.mending import converted, is_own, mended_packages
from build_scripts.read.scaffold import TABLES, Added, new_package, new_row
from build_scripts.read.strict_json import parsed


def fix(asked: argparse.Namespace, say: Say) -> int:
    """Mend what is certain in every package, or convert one file from an old encoding."""
    if asked.encoding is not None:
        made = (
            converted(asked.file.read_bytes(), asked.encoding) if asked.file and is_own(asked.file) else None
        )
        if made is None:
            print(say("cli.not-converted", file=str(asked.file), encoding=asked.encoding), file=sys.stderr)
            return PROBLEMS
        rewrite(asked.file.parent, [Artifact(asked.file.name, made.file.data)])
        print(say("cli.fixed", file=str(asked.file), change=made.changes[0][say.language]))
        return CLEAN
    files: set[str] = set()
    for step in (partial(mended_packages, restate=asked.checksums), versioned):
        done = tuple(step(asked.root))
        for made in done:
            for change in made.changes:
                print(say("cli.fixed", file=plain(made.file.path), change=plain(change[say.language])))
        rewrite(asked.root, [made.file for made in done])
        files |= {made.file.path for made in done}
    number = len(files)
    print(say.count("cli.fixed-files", number, n=str(number)) if files else say["cli.nothing-to-fix"])
    return CLEAN


def show_comment(asked: argparse.Namespace, say: Say) -> int:
    """Print the comment for a report that is not to be trusted."""
    found, changed = (None if each is None else evidence(each) for each in (asked.report, asked.difference))
    written = None if found is None else comment(found, changed)
    if written is None:
        print(say("cli.no-report", file=str(asked.report)), file=sys.stderr)
        return PROBLEMS
    print(written, end="")
    return CLEAN


def evidence(path: Path) -> dict[str, Any] | None:
    """Read a JSON object that is not to be trusted; `None` when it is none, or too large."""
    if not is_own(path) or path.stat().st_size > LIMITS["file"].most:
        return None
    return parsed(path.read_bytes(), "report").value


def diff(asked: argparse.Namespace, say: Say) -> int:
    """Print what differs between two folders; the problems of one that cannot be read go to the other stream."""
    base, head = load(asked.base), load(asked.head)
    if base.catalog is None or head.catalog is None:
        for reading in (base, head):
            told = report(reading.problems, reading.verdicts, language=say.language, form="text")
            print(told if reading.catalog is None else "", end="", file=sys.stderr)
        return PROBLEMS
    print(difference(compared(base.catalog, head.catalog), asked.format, say), end="")
    return CLEAN


def new(asked: argparse.Namespace, say: Say) -> int:
    """Write a new package, or a new row of one, from the command line or from answers on a terminal."""
    said = dict(each.partition("=")[::2] for each in asked.said)
    if not said and sys.stdin.isatty() and sys.stdout.isatty():
        return _asked(asked, say)
    if asked.thing is None or asked.package is None:
        asked.parser.error(say["cli.new-needs"])
    return _made(asked.root, say, Answers(asked.thing, asked.package, said))


def _asked(asked: argparse.Namespace, say: Say) -> int:
    """Ask one question a column; nothing is written before the last answer."""
    try:
        answers = interview(Interview(input, print, say, asked.root), asked.thing, asked.package)
    except EOFError:
        print("\n" + say["new.stopped"], file=sys.stderr)
        return PROBLEMS
    if answers is None:
        print(say("cli.no-table", package=plain(str(asked.package)), columns=""), file=sys.stderr)
        return PROBLEMS
    if answers.source:
        first = _made(asked.root, say, Answers("source", answers.package, answers.source))
        if first != CLEAN:
            return first
    return _made(asked.root, say, answers)


def _made(root: Path, say: Say, answers: Answers) -> int:
    folder, is_whole = root / "datapackages" / answers.package, answers.thing == "package"
    if not is_plain(answers.package) or (is_whole and folder.exists()):
        print(say("cli.exists", folder=plain(str(folder))), file=sys.stderr)
        return PROBLEMS
    if is_whole:
        added: Added | None = new_package(answers.package, {"created": today().isoformat(), **answers.said})
    else:
        added = new_row(folder, TABLES[answers.thing], answers.said)
    if added is None or added.lacking:
        lacking = "" if added is None else ", ".join(added.lacking)
        key = "cli.no-table" if added is None else "cli.lacking"
        print(say(key, package=plain(answers.package), columns=plain(lacking)), file=sys.stderr)
        return PROBLEMS
    if is_whole:
        keep(folder, added.files)
    else:
        rewrite(folder, added.files)
    for each in added.files:
        print(say("cli.written", file=str(folder / each.path)))
    print(say("cli.now-check"))
    return CLEAN


def _fix_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("--encoding", choices=sorted(ENCODINGS), help=words["cli.encoding"])
    parser.add_argument("--checksums", action="store_true", help=words["cli.checksums"])
    parser.add_argument("file", type=Path, nargs="?", help=words["cli.file"])


def _comment_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("report", type=Path, help=words["cli.report"])
    parser.add_argument("difference", type=Path, nargs="?", help=words["cli.difference"])


def _diff_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("base", type=Path, help=words["cli.base"])
    parser.add_argument("head", type=Path, help=words["cli.head"])
    parser.add_argument("--format", choices=DIFF_FORMS, default="text", help=words["cli.format"])


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("thing", nargs="?", choices=("package", *TABLES), help=words["cli.thing"])
    parser.add_argument("package", nargs="?", help=words["cli.package"])
    parser.add_argument("said", nargs="*", metavar="NAME=VALUE", help=words["cli.said"])


COMMANDS = MappingProxyType({
    "fix": Command(_fix_arguments, fix),
    "comment": Command(_comment_arguments, show_comment),
    "diff": Command(_diff_arguments, diff),
    "new": Command(_new_arguments, new),
})  # fmt: skip
