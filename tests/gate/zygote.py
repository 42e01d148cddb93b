"""A warm parent of checking processes: it has imported the portal once and forks for each command it is told.

Each command runs in a process of its own, as `portal` would, with a limit on memory, and whatever it says and uses is
told back. Its checker is forked likewise, with frictionless imported already, and then confines itself as ever.
Starting two interpreters a thousand times would take as long as all other tests together.
"""

import json
import os
import resource
import sys
import time
import traceback
from importlib import import_module
from types import SimpleNamespace

from build_scripts.__main__ import COMMANDS, main
from build_scripts.read import checker
from build_scripts.read.gate import child

MEMORY = 3_000_000_000
"""Address space, of which most is libraries; what is really used is measured."""


class Forked:
    """A checker as `subprocess.Popen` would have started it, but forked from this process."""

    def __init__(self, *_, **__):
        asks, answers = os.pipe(), os.pipe()
        self.pid, self.returncode = os.fork(), None
        if self.pid == 0:
            for number, (end, other) in enumerate(((asks[0], asks[1]), (answers[1], answers[0]))):
                os.dup2(end, number)
                os.close(other)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            ends = open(0, closefd=False), open(1, "w", closefd=False)  # noqa: SIM115
            sys.stdin, sys.stdout = ends  # still held here when the checker lets go of them
            try:
                checker.main()
            finally:
                os._exit(0)
        os.close(asks[0])
        os.close(answers[1])
        self.stdin, self.stdout = open(asks[1], "wb"), open(answers[0], "rb")  # noqa: SIM115, PTH123

    def poll(self):
        if self.returncode is None and os.waitpid(self.pid, os.WNOHANG)[0]:
            self.returncode = 0
        return self.returncode

    def kill(self):
        if self.poll() is None:
            os.kill(self.pid, 9)

    def wait(self):
        if self.returncode is None:
            os.waitpid(self.pid, 0)
            self.returncode = 0


def run(arguments, folder, out):
    """Run a command in a child; say how it ended, what time of the processor and the clock it took, how much memory."""
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        os.chdir(folder)
        target = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(target, 1)
        os.dup2(target, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        child.subprocess = SimpleNamespace(Popen=Forked, PIPE=None, DEVNULL=None)
        ended = 99
        try:
            ended = main(arguments)
        except SystemExit as leaving:
            ended = leaving.code
        except BaseException:  # noqa: BLE001 - a traceback is what the tests look for
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            child.end()
            os._exit(ended if isinstance(ended, int) else 98)
    _, status, used = os.wait4(process, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "waited": time.monotonic() - started,
        "kilobytes": used.ru_maxrss,
    }


if __name__ == "__main__":
    for place, _ in COMMANDS.values():
        import_module(f"build_scripts.commands.{place}")
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(run(asked["arguments"], asked["folder"], asked["out"])) + "\n")
        sys.stdout.flush()
