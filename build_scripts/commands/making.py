"""The site made, and shown on this machine while it is worked on; one that is there already is left alone at once."""

import argparse
import sys
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from types import MappingProxyType

from build_scripts.commands import CLEAN, PROBLEMS, USAGE, Command, jobs_argument
from build_scripts.ground.current import STORE, is_current, key_now
from build_scripts.ground.kept import Kept
from build_scripts.ground.serve import opened, stamps, watch
from build_scripts.present.say import Say, speak

EXECUTORS = ("serial", "processes", "dask")
LAST_PORT = 65535


def build(asked: argparse.Namespace, say: Say) -> int:
    """Build the site, unless it is there already."""
    out = _out(asked)
    verdict = _make(asked, say, out)
    if verdict == CLEAN:
        print(say("cli.built", out=str(out)))
    return verdict


def serve(asked: argparse.Namespace, say: Say) -> int:
    """Build the site, serve it, and build it again whenever something changes."""
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
    """Make the site, if it is not there already; whatever cannot be read or written now is told, and may be mended."""
    if asked.executor == "dask" and not asked.scheduler:
        asked.parser.error("--executor dask: --scheduler tcp://HOST:PORT")
    kept = None
    if asked.kept:
        kept = Kept(STORE if asked.cache is None else asked.cache)
    try:
        key = "" if kept is None else key_now(asked.root, zipped=asked.zip)
        if kept is not None and is_current(kept, key, out):
            print(say["cli.current"], file=sys.stderr)
            return CLEAN
    except OSError as error:
        print(say("cli.not-written", error=str(error)), file=sys.stderr)
        return PROBLEMS
    from build_scripts.commands.building import make  # noqa: PLC0415 - takes longer to read than to see that nothing changed

    return make(asked, say, out, kept, key)


def _build_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments(parser)
    parser.add_argument("--zip", action="store_true", help=speak("en")["cli.zip"])


def _serve_arguments(parser: argparse.ArgumentParser) -> None:
    _arguments(parser)
    parser.set_defaults(zip=False)
    parser.add_argument("--port", type=_port, default=8000, help=speak("en")["cli.port"])


def _arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    jobs_argument(parser)
    parser.add_argument("--out", type=Path, help=words["cli.out"])
    parser.add_argument("--cache", type=Path, metavar="FOLDER", help=words["cli.cache"])
    parser.add_argument("--no-cache", dest="kept", action="store_false", help=words["cli.no-cache"])
    parser.add_argument("--executor", choices=EXECUTORS, default="processes", help=words["cli.executor"])
    parser.add_argument("--scheduler", help=words["cli.scheduler"])


def _port(text: str) -> int:
    number = int(text)
    if not 1 <= number <= LAST_PORT:
        raise ValueError(text)
    return number


COMMANDS = MappingProxyType(
    {"build": Command(_build_arguments, build), "serve": Command(_serve_arguments, serve)}
)
