"""A warm parent of checking processes: it has imported the portal once and forks for each command it is told.

Each command runs in a process of its own, as `portal` would, with a limit on memory, and whatever it says and uses is
told back. Starting the interpreter two hundred times would take as long as all other tests together.
"""

import json
import os
import resource
import sys
import time

from build_scripts.__main__ import main

MEMORY = 3_000_000_000
"""Address space, of which most is libraries; what is really used is measured."""


def run(arguments, folder, out):
    """Run a command in a child; say how it ended, what time of the processor and the clock it took, how much memory."""
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        target = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(target, 1)
        os.dup2(target, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
        ended = 99
        try:
            ended = main(arguments)
        except SystemExit as leaving:
            ended = leaving.code
        except BaseException:  # noqa: BLE001 - a traceback is what the tests look for
            import traceback  # noqa: PLC0415

            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            from build_scripts.read.gate import child as checker  # noqa: PLC0415

            checker._end()  # noqa: SLF001
            os._exit(ended if isinstance(ended, int) else 98)
    _, status, used = os.wait4(child, 0)
    return {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "waited": time.monotonic() - started,
        "kilobytes": used.ru_maxrss,
    }


if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(run(asked["arguments"], asked["folder"], asked["out"])) + "\n")
        sys.stdout.flush()
