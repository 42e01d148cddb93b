"""Progress as a person sees it: a bar on a terminal, plain lines elsewhere."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from build_scripts.present.say import Say


class Teller:
    """Told each step and how far it is; as a context manager it closes its bars."""

    def __init__(self, say: Say, *, quiet: bool = False) -> None:
        """Speak with the words of `say`, or not at all when `quiet`."""
        self._say = say
        self._quiet = quiet
        self._step = ""
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}
        if sys.stderr.isatty() and not quiet:
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bars = Progress(*columns, console=Console(stderr=True), transient=True)

    def __enter__(self) -> Self:
        """Open the bars."""
        if self._bars is not None:
            self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the bars."""
        if self._bars is not None:
            self._bars.stop()

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell that `done` of `total` parts of `step` are finished; a total of 0 means it cannot be counted."""
        if self._quiet:
            return
        words = self._say[f"step.{step}"]
        if self._bars is not None:
            if step not in self._tasks:
                self._tasks[step] = self._bars.add_task(words, total=None if total == 0 else total)
            self._bars.update(self._tasks[step], completed=done)
        elif step != self._step:
            self._step = step
            print(words, file=sys.stderr, flush=True)
