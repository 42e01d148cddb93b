"""The finished site on this machine, built again when something it is made of changes."""

import os
import threading
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LOOK_EVERY = 0.5
"""Seconds between two looks at the files."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing about requests."""


def serve(site: Path, port: int, watched: Iterable[Path], rebuild: Callable[[], None]) -> None:
    """Serve `site` on 127.0.0.1:`port` and call `rebuild` after a change in `watched`, until interrupted."""
    handler = partial(_Quiet, directory=os.fspath(site))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        watch(tuple(watched), rebuild, threading.Event())
        server.shutdown()


def watch(folders: tuple[Path, ...], act: Callable[[], None], stop: threading.Event) -> None:
    """Call `act` whenever a file in `folders` is added, changed or removed, until `stop` is set."""
    seen = stamps(folders)
    while not stop.wait(LOOK_EVERY):
        now = stamps(folders)
        if now != seen:
            seen = now
            act()


def stamps(folders: Iterable[Path]) -> Mapping[str, tuple[int, int]]:
    """Note the time and size of every file; a file that vanishes while we look counts as gone."""
    found: dict[str, tuple[int, int]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue
            if path.is_file():
                found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found
