"""One build of a portal at a time: a second one waits until the first has ended, however it ended."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def turn(folder: Path, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the turn of `folder` meanwhile; `wait` is called once when another build has it.

    The system gives the turn back when a process ends, even when it is killed. Where there are no such locks, on
    Windows, whoever starts two builds at once is on their own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "turn.lock").open("w") as lock:
        _take(lock, wait)
        yield


def _take(lock: IO[str], wait: Callable[[], None]) -> None:
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(lock, fcntl.LOCK_EX)
