"""The door to dask.distributed: the workers of a cluster that is running already."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from build_scripts.work.hands import Call, Crew
from build_scripts.work.stage import Stage

PATIENCE: Final = 10
"""Seconds in which a scheduler must answer."""


class NoClusterError(Exception):
    """The cluster cannot be used; the message is for the person who builds the site."""


def cluster(address: str) -> Call:
    """Call the workers of the scheduler at `address`, `tcp://HOST:PORT`.

    Raises:
        NoClusterError: dask.distributed is not installed, nobody answers, or there are no workers.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that few need
    except ImportError as error:
        raise NoClusterError(str(error)) from error

    @contextmanager
    def called(_: Stage) -> Iterator[Crew]:
        try:
            client: Any = Client(address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise NoClusterError(f"{address}: {error}") from error
        with client:
            size = len(client.scheduler_info()["workers"])
            if not size:
                raise NoClusterError(f"{address}: no workers")
            with client.get_executor() as executor:
                yield Crew(executor, lambda it: client.scatter(it, broadcast=True, hash=False), size)

    return called
