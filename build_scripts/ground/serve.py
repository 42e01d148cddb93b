"""The finished site on this machine, built again when something it is made of changes."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOOK_EVERY = 0.5
"""Seconds between two looks at the files."""
Stamps = Mapping[str, tuple[int, int]]
"""Time (ns) and size (bytes) of files by path."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing about requests."""


@contextmanager
def opened(site: Path, port: int) -> Iterator[str]:
    """Serve `site` on 127.0.0.1:`port` (0: any free one) meanwhile, and tell its address.

    Raises:
        OSError: The port cannot be had.
    """
    handler = partial(_Quiet, directory=os.fspath(site))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def watch(
    places: Sequence[Path], seen: Stamps, act: Callable[[], object], stop: threading.Event | None = None
) -> None:
    """Call `act` whenever a file at or below `places` is added, changed or removed, until `stop` is set.

    `seen` is what `stamps` told before the site was made: a change while it was being made counts too.
    """
    ended = stop if stop is not None else threading.Event()
    while not ended.wait(LOOK_EVERY):
        now = stamps(places)
        if now != seen:
            seen = now
            act()


def stamps(places: Iterable[Path]) -> Stamps:
    """Note the time (ns) and size (bytes) of every file; one that vanishes while we look counts as gone."""
    found: dict[str, tuple[int, int]] = {}
    for place in places:
        for path in (place, *place.rglob("*")):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if path.is_file():
                found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found
