"""What a build and the processes it starts have used; read from /proc, so on Linux only."""

import os
import threading
import time
from collections import defaultdict
from contextlib import contextmanager, suppress
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def cpu():
    """CPU seconds of this process and of those it has waited for."""
    return sum(os.times()[:4])


def living(session):
    """The processes of a session: their ids, and the CPU seconds they and what they waited for have used."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text("utf-8").rpartition(")")[2].split()
            if int(fields[3]) == session:
                found[int(path.parent.name)] = sum(map(int, fields[11:15])) / TICK
    return found


class Stages:
    """Shares the CPU and wall seconds of this process out among stages; one inside another stops the outer one."""

    def __init__(self):
        self.cpu, self.wall = defaultdict(float), defaultdict(float)
        self._inside = ["rest"]
        self._since = (cpu(), time.perf_counter())

    @contextmanager
    def stage(self, name):
        self.turn()
        self._inside.append(name)
        try:
            yield
        finally:
            self.turn()
            self._inside.pop()

    def turn(self):
        """Book what was used since the last turn."""
        now = (cpu(), time.perf_counter())
        name = self._inside[-1]
        self.cpu[name] += now[0] - self._since[0]
        self.wall[name] += now[1] - self._since[1]
        self._since = now


class Peak(threading.Thread):
    """Watches how much memory (bytes) a session holds at most, shared pages counted once."""

    def __init__(self, session):
        super().__init__(daemon=True)
        self.session, self.most, self.over = session, 0, threading.Event()

    def run(self):
        while not self.over.wait(0.2):
            self.most = max(self.most, sum(map(_held, living(self.session))))

    def stop(self):
        self.over.set()
        self.join()
        return self.most


def _held(process):
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("utf-8").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
