"""Who does the work: this process, several, or any executor of `concurrent.futures`."""

import multiprocessing
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from build_scripts.model import Catalog, Made
from build_scripts.model.asking import asking
from build_scripts.present.standards.media import Offer, Offers
from build_scripts.work.make import make, shelve
from build_scripts.work.stage import Stage
from build_scripts.work.units import Unit


class Result(NamedTuple):
    """What came of a unit, what its files are if they are downloads of a package, and what it asked for."""

    unit: Unit
    made: Made
    offers: tuple[Offer, ...]
    asked: frozenset[str]


_AHEAD: Final = 3
"""Batches that wait for each worker."""
_MOST: Final = 4
"""Batches of each worker that wait or are done; more would only lie in memory."""
_FEW: Final = 8
"""So little work is done sooner than workers are found."""


@dataclass(frozen=True, slots=True)
class Crew:
    """An executor, how a stage is brought to its workers, and how many of them there are."""

    executor: Executor
    bring: Callable[[Stage], Any]
    size: int


Call = Callable[[Stage], AbstractContextManager[Crew]]
"""Calls a crew together for a stage."""
Hands = Callable[[Stage, Sequence[Unit], Iterable[Result]], Iterator[Result]]
"""Does units, in their order, after results that are passed on while others begin."""


def alone(stage: Stage, units: Sequence[Unit], known: Iterable[Result] = ()) -> Iterator[Result]:
    """Do every unit here."""
    yield from known
    yield from (do(stage, unit) for unit in units)


def hands(call: Call | None) -> Hands:
    """Let a crew do the work; without one it is done here.

    Large tables lie in files of this machine that only this process has open: with one of them it works alone.
    """

    def together(stage: Stage, units: Sequence[Unit], known: Iterable[Result] = ()) -> Iterator[Result]:
        if call is None or len(units) < _FEW or _has_large(stage.catalog):
            yield from alone(stage, units, known)
            return
        with call(stage) as crew:
            yield from _spread(crew, stage, units, known)

    return together


def do(stage: Stage, unit: Unit) -> Result:
    """Do a unit."""
    with asking() as heard:
        made, offers = shelve(stage, unit.thing) if unit.kind == "shelf" else (make(stage, unit), ())
    return Result(unit, made, offers, frozenset(heard))


def do_all(stage: Stage | None, offers: Offers, units: Sequence[Unit]) -> tuple[Result, ...]:
    """Do units in a worker; no stage is the one it was given when it began."""
    given = _given[0] if stage is None else stage
    return tuple(do(given.offering(offers), unit) for unit in units)


def _spread(crew: Crew, stage: Stage, units: Sequence[Unit], known: Iterable[Result]) -> Iterator[Result]:
    """Give units to a crew, a few at a time, and take what comes back in the order of the units."""
    brought, offers = crew.bring(stage), stage.scenes[0].offers
    length = max(1, min(16, len(units) // (crew.size * 8)))
    batches = iter([units[start : start + length] for start in range(0, len(units), length)])
    waiting: deque[Future[tuple[Result, ...]]] = deque()

    def hand_out() -> None:
        while (
            sum(not each.done() for each in waiting) < crew.size * _AHEAD and len(waiting) < crew.size * _MOST
        ):
            batch = next(batches, None)
            if batch is None:
                return
            waiting.append(crew.executor.submit(do_all, brought, offers, batch))

    hand_out()
    for each in known:
        yield each
        hand_out()
    while waiting:
        yield from waiting.popleft().result()
        hand_out()


_given: list[Stage] = []


def _take(stage: Stage) -> None:
    _given[:] = [stage]


def processes(jobs: int) -> Call | None:
    """Call so many processes of this machine; `None` for one. Where the system can, they begin as copies of this one."""
    if jobs == 1:
        return None
    way = "fork" if sys.platform.startswith("linux") else "spawn"

    @contextmanager
    def called(stage: Stage) -> Iterator[Crew]:
        with ProcessPoolExecutor(
            jobs, multiprocessing.get_context(way), initializer=_take, initargs=(stage,)
        ) as executor:
            try:
                yield Crew(executor, lambda _: None, jobs)
            finally:
                executor.shutdown(cancel_futures=True)

    return called


def _has_large(catalog: Catalog) -> bool:
    tables = (each.table for package in catalog.packages for each in package.resources)
    return any(each.large is not None for each in tables)
