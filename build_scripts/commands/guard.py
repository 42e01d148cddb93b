"""The keeper's round: a built site before it is published, sources while it stands, as commands of the command line."""

import argparse
import sys
from pathlib import Path
from types import MappingProxyType

from build_scripts.commands import CLEAN, PROBLEMS, Command, jobs_argument, today
from build_scripts.commands.desk import evidence
from build_scripts.compute.facts import facts_of
from build_scripts.compute.upkeep import linked, lost, overdue
from build_scripts.present.oneline import plain
from build_scripts.present.report import report
from build_scripts.present.say import Say, speak
from build_scripts.present.upkeep import FORMS, Upkeep, dead_links, upkeep
from build_scripts.publish.verify import verify
from build_scripts.read import load


def look_over(asked: argparse.Namespace, say: Say) -> int:
    """Print what must be mended in a built site before it is published."""
    site: Path = asked.site if asked.site is not None else asked.root / "site"
    if not (site / "index.html").is_file():
        print(say("verify.no-site", folder=str(site)), file=sys.stderr)
        return PROBLEMS
    found = verify(site, asked.root, asked.jobs)
    for each in found:
        value = f" “{plain(each.value)}”" if each.value else ""
        print(f"{plain(each.file)}{value} {say[f'verify.{each.code}']} [{each.code}]")
    if found:
        print(say.count("verify.faults", len(found), n=str(len(found))), file=sys.stderr)
        return PROBLEMS
    files = sum(1 for path in site.rglob("*") if path.is_file())
    print(say("verify.clean", files=str(files)))
    return CLEAN


def sources(asked: argparse.Namespace, say: Say) -> int:
    """Print the addresses of all sources, or what a keeper must follow up."""
    reading = load(asked.root)
    if reading.catalog is None:
        print(
            report(reading.problems, reading.verdicts, language=say.language, form="text"),
            end="",
            file=sys.stderr,
        )
        return PROBLEMS
    if asked.format == "urls":
        print("".join(f"{url}\n" for url in linked(reading.catalog)), end="")
        return CLEAN
    dead = None
    if asked.tried is not None:
        tried = evidence(asked.tried)
        dead = None if tried is None else dead_links(tried)
        if dead is None:
            print(say("cli.no-links", file=str(asked.tried)), file=sys.stderr)
            return PROBLEMS
    late = overdue(reading.catalog, facts_of(reading.catalog), today().year)
    found = Upkeep(late, None if dead is None else lost(reading.catalog, dead))
    print(upkeep(found, asked.format, say) if found else say["upkeep.nothing"] + "\n", end="")
    return PROBLEMS if found else CLEAN


def _verify_arguments(parser: argparse.ArgumentParser) -> None:
    jobs_argument(parser)
    parser.add_argument("site", type=Path, nargs="?", help=speak("en")["verify.site"])


def _sources_arguments(parser: argparse.ArgumentParser) -> None:
    words = speak("en")
    parser.add_argument("--format", choices=(*FORMS, "urls"), default="text", help=words["cli.format"])
    parser.add_argument("--tried", type=Path, help=words["cli.tried"])


COMMANDS = MappingProxyType(
    {"verify": Command(_verify_arguments, look_over), "sources": Command(_sources_arguments, sources)}
)
