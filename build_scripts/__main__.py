"""The command line: arguments, printing, progress, exit codes; nothing else."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from build_scripts.compute.metadata import score_of
from build_scripts.current import STORE, is_current, key_now, remember
from build_scripts.desk import CLEAN, DESK, PROBLEMS, desk_parsers, today
from build_scripts.forms import FORM_COMMANDS, form_parsers
from build_scripts.guard import GUARD, guard_parsers
from build_scripts.kept import Kept
from build_scripts.model import LANGUAGES
from build_scripts.pipeline import Order, Outcome, build, release
from build_scripts.present.report import FORMS, Form, plain, report
from build_scripts.present.say import Say, speak
from build_scripts.publish import SiteError, keep
from build_scripts.publish.serve import opened, stamps, watch
from build_scripts.read import Reading, load, prepare
from build_scripts.read.adopt import adopt
from build_scripts.shares import changed_packages, share_of
from build_scripts.terminal import Teller
from build_scripts.work import Call, processes
from build_scripts.work.cluster import NoClusterError, cluster

USAGE = 2
EXECUTORS = ("serial", "processes", "dask")
LAST_PORT = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all is clean, 1 when there are problems, 2 when the command is misused."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parser = _parser()
    asked = parser.parse_args(arguments)
    if getattr(asked, "share", None) is not None and None in (asked.base, asked.cache):
        parser.error("--share K/N: --base FOLDER --cache FOLDER")
    if getattr(asked, "executor", "") == "dask" and not asked.scheduler:
        parser.error("--executor dask: --scheduler tcp://HOST:PORT")
    say = speak(asked.lang)
    commands = {
        "check": _check,
        "build": _build,
        "serve": _serve,
        "adopt": _adopt,
        "release": _release,
        **DESK,
        **FORM_COMMANDS,
        **GUARD,
    }
    try:
        return commands[asked.command](asked, say)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        print(say("cli.unread", error=plain(str(error))), file=sys.stderr)
        return PROBLEMS


def _check(asked: argparse.Namespace, say: Say) -> int:
    kept = None if asked.cache is None else Kept(asked.cache)
    if asked.share is not None and kept is not None:
        changed = changed_packages(asked.base, asked.root)
        prepare(asked.root, share_of(changed, *asked.share), today(), kept)
        return CLEAN
    with Teller(say, quiet=asked.format != "text") as progress:
        reading = load(asked.root, partial(progress, "read"), today(), kept=kept)
    print(_report(reading, say, asked.format), end="")
    return _verdict(reading)


def _build(asked: argparse.Namespace, say: Say) -> int:
    out = _out(asked)
    verdict = _make(asked, say, out)
    if verdict == CLEAN:
        print(say("cli.built", out=str(out)))
    return verdict


def _serve(asked: argparse.Namespace, say: Say) -> int:
    out = _out(asked)
    watched = [asked.root / name for name in ("datapackages", "docs", "mkdocs.yml", "mkdocs.en.yml")]
    seen = stamps(watched)
    if _make(asked, say, out) != CLEAN and not out.is_dir():
        return PROBLEMS
    with ExitStack() as opening:
        try:
            address = opening.enter_context(opened(out, asked.port))
        except OSError as error:
            print(say("cli.port-taken", port=str(asked.port), error=str(error)), file=sys.stderr)
            return USAGE
        print(say("cli.serving", address=address), flush=True)
        watch(watched, seen, partial(_make, asked, say, out))
    return CLEAN


def _out(asked: argparse.Namespace) -> Path:
    out: Path = asked.out if asked.out is not None else asked.root / "site"
    return out


def _make(asked: argparse.Namespace, say: Say, out: Path) -> int:
    """Build the site, unless it is there already, and print what is wrong, if anything is."""
    try:
        order = _order(asked, out)
        key = "" if order.kept is None else key_now(order.root, zipped=order.zipped)
        if order.kept is not None and is_current(order.kept, key, out):
            print(say["cli.current"], file=sys.stderr)
            return CLEAN
        with Teller(say) as progress:
            outcome = build(order, progress)
        if order.kept is not None and not outcome.problems:
            remember(order.kept, key, out)
        if order.kept is not None:
            order.kept.prune()
    except SiteError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    except NoClusterError as error:
        print(say("cli.cluster", error=plain(str(error))), file=sys.stderr)
        return USAGE
    except OSError as error:
        print(say("cli.not-written", error=str(error)), file=sys.stderr)
        return PROBLEMS
    if outcome.problems:
        print(_told(outcome, say), end="", file=sys.stderr)
    return CLEAN if outcome.built else PROBLEMS


def _order(asked: argparse.Namespace, out: Path) -> Order:
    """Say what is to be built, and who does it."""
    call: Call | None = None
    if asked.executor == "dask":
        call = cluster(asked.scheduler)
    elif asked.executor == "processes":
        call = processes(asked.jobs)
    kept = None
    if asked.kept:
        kept = Kept(STORE if asked.cache is None else asked.cache)
    again = asked.command == "serve"
    return Order(asked.root, out, asked.jobs, zipped=asked.zip, call=call, again=again, kept=kept)


def _release(asked: argparse.Namespace, say: Say) -> int:
    try:
        with Teller(say) as progress:
            reading, versions = release(asked.root, progress)
    except SiteError as error:
        print(error, file=sys.stderr)
        return PROBLEMS
    if reading.problems:
        print(_told(reading, say), end="", file=sys.stderr)
    if reading.catalog is not None:
        print(say("cli.released", versions=", ".join(versions)) if versions else say["cli.released-none"])
    return _verdict(reading)


def _adopt(asked: argparse.Namespace, say: Say) -> int:
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


def _told(found: Reading | Outcome, say: Say) -> str:
    return report(found.problems, found.verdicts, language=say.language, form="text")


def _report(reading: Reading, say: Say, form: Form) -> str:
    scores = [score_of(each) for each in reading.packages]
    return report(reading.problems, reading.verdicts, scores, language=say.language, form=form)


def _verdict(reading: Reading) -> int:
    return PROBLEMS if reading.catalog is None else CLEAN


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="portal", description=speak("en")["cli.about"])
    commands = parser.add_subparsers(dest="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=Path(), help=speak("en")["cli.root"])
    shared.add_argument("--lang", choices=LANGUAGES, default="vi", help=speak("en")["cli.lang"])
    working = argparse.ArgumentParser(add_help=False)
    working.add_argument("--jobs", type=_positive, default=os.cpu_count() or 1, help=speak("en")["cli.jobs"])
    making = argparse.ArgumentParser(add_help=False, parents=[working])
    making.add_argument("--out", type=Path, help=speak("en")["cli.out"])
    making.add_argument("--cache", type=Path, metavar="FOLDER", help=speak("en")["cli.cache"])
    making.add_argument("--no-cache", dest="kept", action="store_false", help=speak("en")["cli.no-cache"])
    making.add_argument(
        "--executor", choices=EXECUTORS, default="processes", help=speak("en")["cli.executor"]
    )
    making.add_argument("--scheduler", help=speak("en")["cli.scheduler"])
    check = commands.add_parser("check", parents=[shared], help=speak("en")["cli.check"])
    check.add_argument("--format", choices=FORMS, default="text", help=speak("en")["cli.format"])
    check.add_argument("--cache", type=Path, metavar="FOLDER", help=speak("en")["cli.cache"])
    check.add_argument("--share", type=_share, metavar="K/N", help=speak("en")["cli.share"])
    check.add_argument("--base", type=Path, metavar="FOLDER", help=speak("en")["cli.base"])
    building = commands.add_parser("build", parents=[shared, making], help=speak("en")["cli.build"])
    building.add_argument("--zip", action="store_true", help=speak("en")["cli.zip"])
    serving = commands.add_parser("serve", parents=[shared, making], help=speak("en")["cli.serve"])
    serving.set_defaults(zip=False)
    serving.add_argument("--port", type=_port, default=8000, help=speak("en")["cli.port"])
    commands.add_parser("release", parents=[shared], help=speak("en")["cli.release"])
    desk_parsers(commands, shared)
    form_parsers(commands, shared)
    guard_parsers(commands, shared, working)
    adopting = commands.add_parser("adopt", parents=[shared], help=speak("en")["cli.adopt"])
    adopting.add_argument("folder", type=Path, help=speak("en")["cli.folder"])
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def _share(text: str) -> tuple[int, int]:
    number, count = map(_positive, text.split("/"))
    if number > count:
        raise ValueError(text)
    return number, count


def _port(text: str) -> int:
    number = _positive(text)
    if number > LAST_PORT:
        raise ValueError(text)
    return number


if __name__ == "__main__":
    sys.exit(main())
