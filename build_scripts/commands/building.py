"""A site that is not there yet: the whole program at work, told on the terminal."""

import argparse
import sys
from pathlib import Path

from build_scripts.commands import CLEAN, PROBLEMS, USAGE
from build_scripts.commands.terminal import Teller
from build_scripts.ground.current import remember
from build_scripts.ground.kept import Kept
from build_scripts.pipeline import Order, Outcome, build
from build_scripts.present.oneline import plain
from build_scripts.present.report import report
from build_scripts.present.say import Say
from build_scripts.publish import SiteError
from build_scripts.work import Call, processes
from build_scripts.work.cluster import NoClusterError, cluster


def make(asked: argparse.Namespace, say: Say, out: Path, kept: Kept | None, key: str) -> int:
    """Build the site, print what is wrong, if anything is, and keep in mind that it was built of what has this `key`."""
    try:
        with Teller(say) as progress:
            outcome = build(_order(asked, out, kept), progress)
        if kept is not None and not outcome.problems:
            remember(kept, key, out)
        if kept is not None:
            kept.prune()
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


def _order(asked: argparse.Namespace, out: Path, kept: Kept | None) -> Order:
    """Say what is to be built, and who does it."""
    call: Call | None = None
    if asked.executor == "dask":
        call = cluster(asked.scheduler)
    elif asked.executor == "processes":
        call = processes(asked.jobs)
    again = asked.command == "serve"
    return Order(asked.root, out, asked.jobs, zipped=asked.zip, call=call, again=again, kept=kept)


def _told(found: Outcome, say: Say) -> str:
    return report(found.problems, found.verdicts, language=say.language, form="text")
