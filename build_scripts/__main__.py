"""The command line: arguments, the command they ask for, exit codes; nothing else."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Final

from build_scripts.commands import PROBLEMS, Command
from build_scripts.ground.garbage import look_seldom
from build_scripts.model.text import LANGUAGES
from build_scripts.present.oneline import plain
from build_scripts.present.say import speak

COMMANDS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType({
    "check": ("checking", "cli.check"),
    "build": ("making", "cli.build"),
    "serve": ("making", "cli.serve"),
    "release": ("taking", "cli.release"),
    "fix": ("desk", "cli.fix"),
    "comment": ("desk", "cli.comment"),
    "diff": ("desk", "cli.diff"),
    "new": ("desk", "cli.new"),
    "template": ("forms", "cli.template"),
    "from-xlsx": ("forms", "cli.from-xlsx"),
    "verify": ("guard", "verify.about"),
    "sources": ("guard", "cli.sources"),
    "adopt": ("taking", "cli.adopt"),
})  # fmt: skip
"""The commands: the module that does each, and the key of what it is for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all is clean, 1 when there are problems, 2 when the command is misused."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    look_seldom()
    given = sys.argv[1:] if arguments is None else list(arguments)
    name = next((each for each in given if each in COMMANDS), "")
    command = _command(name)
    asked = _parser(name, command).parse_args(given)
    say = speak(asked.lang)
    try:
        return command.run(asked, say) if command is not None else PROBLEMS
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except OSError as error:
        print(say("cli.unread", error=plain(str(error))), file=sys.stderr)
        return PROBLEMS


def _command(name: str) -> Command | None:
    """Read the module of a command, and of no other: what a check needs is not all that a build needs."""
    if name not in COMMANDS:
        return None
    found: Command = import_module(f"build_scripts.commands.{COMMANDS[name][0]}").COMMANDS[name]
    return found


def _parser(name: str, command: Command | None) -> argparse.ArgumentParser:
    """The command line, with the arguments of the command that is asked for."""
    words = speak("en")
    parser = argparse.ArgumentParser(prog="portal", description=words["cli.about"])
    commands = parser.add_subparsers(dest="command", required=True)
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--root", type=Path, default=Path(), help=words["cli.root"])
    shared.add_argument("--lang", choices=LANGUAGES, default="vi", help=words["cli.lang"])
    for each, (_, about) in COMMANDS.items():
        own = commands.add_parser(each, parents=[shared], help=words[about])
        own.set_defaults(parser=own)
        if command is not None and each == name:
            command.arguments(own)
    return parser


if __name__ == "__main__":
    sys.exit(main())
