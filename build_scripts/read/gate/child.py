"""The checking process as whoever asks sees it: one question at a time, an answer or none, never a hang.

What was answered once is remembered while the program runs: a portal that is served or compared asks about the packages
that nobody touched again and again.
"""

import atexit
import hashlib
import json
import os
import queue
import struct
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import IO, Any, Final

_CHECKER: Final = Path(__file__).parents[1] / "checker.py"
_LENGTH: Final = struct.Struct(">I")
_SECONDS: Final = 60.0
_LARGEST: Final = 200_000_000
_NO_ANSWER: Final = b"null"
_MOST, _WORTH = 500, 100_000
"""How many answers are remembered, and how long each may be."""
_KEPT: Final = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TZ")


class _Child:
    """A running checker; `ask` is not for two threads at once."""

    def __init__(self) -> None:
        environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
        self.process = subprocess.Popen(  # noqa: S603 - our own file, no shell, nothing of the package in the arguments
            [sys.executable, "-I", "-B", str(_CHECKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=tempfile.gettempdir(),
            env=environment,
        )
        self.owner = os.getpid()
        self.answers: queue.Queue[bytes | None] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        source = self.process.stdout
        while source is not None:
            answer = _framed(source)
            self.answers.put(answer)
            if answer is None:
                return

    def ask(self, data: bytes, seconds: float) -> bytes | None:
        """The answer, `None` when there is none in time."""
        target = self.process.stdin
        if target is None:
            return None
        try:
            target.write(_LENGTH.pack(len(data)) + data)
            target.flush()
            return self.answers.get(timeout=seconds)
        except (OSError, queue.Empty):
            return None

    def stop(self) -> None:
        """End the process, if it is ours to end."""
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()


_RUNNING: list[_Child] = []
_REMEMBERED: Final[dict[bytes, bytes]] = {}
_TURN: Final = threading.Lock()


def answer_to(question: dict[str, Any], seconds: float = _SECONDS) -> Any:
    """What the checker says; `None` when it was stopped for taking too much time, memory or output."""
    data = json.dumps(question).encode()
    key = hashlib.sha256(data).digest()
    with _TURN:
        answer = _REMEMBERED.get(key)
        if answer is None:
            answer = _asked(data, seconds)
        if answer is None:
            return None
        if len(answer) <= _WORTH:
            _REMEMBERED[key] = answer
        if len(_REMEMBERED) > _MOST:
            del _REMEMBERED[next(iter(_REMEMBERED))]
    return json.loads(answer)


def _asked(data: bytes, seconds: float) -> bytes | None:
    """Put a question to the running checker, or to a new one; one that does not answer is ended."""
    if _RUNNING and (_RUNNING[0].owner != os.getpid() or _RUNNING[0].process.poll() is not None):
        _RUNNING.clear()
    if not _RUNNING:
        _RUNNING.append(_Child())
    answer = _RUNNING[0].ask(data, seconds)
    if answer is None or answer == _NO_ANSWER:
        end()
        return None
    return answer


def _framed(source: IO[bytes]) -> bytes | None:
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    return source.read(length) if length <= _LARGEST else None


@atexit.register
def end() -> None:
    """End the running checker; the next question begins another one."""
    while _RUNNING:
        _RUNNING.pop().stop()
