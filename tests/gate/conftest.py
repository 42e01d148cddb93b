"""A warm parent for checking processes, and a server that must never be asked anything."""

import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.conftest import ROOT
from tests.gate.here import run as run_here
from tests.gate.kit import Gate, named


def pytest_make_parametrize_id(val):
    """Name plainly what would otherwise be escaped."""
    is_plain = isinstance(val, str) and val.isascii() and val.isprintable() and "\\" not in val
    return named(val) if isinstance(val, str | bytes) and not is_plain else None


def pytest_collection_modifyitems(items):
    """Where faults are planted, ask the quickest tests first: they notice most."""
    if "PORTAL_HERE" in os.environ:
        items.sort(key=lambda item: "pieces" not in item.path.parts)


@pytest.fixture(scope="session")
def zygote():
    """A function that runs a command in a process of its own; `PORTAL_HERE` runs it in this one, for mutants."""
    if "PORTAL_HERE" in os.environ:
        yield run_here
        return
    command = [sys.executable, "-m", "tests.gate.zygote"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(arguments, folder, out):
        process.stdin.write(
            json.dumps({"arguments": arguments, "folder": str(folder), "out": str(out)}) + "\n"
        )
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    yield run
    process.stdin.close()
    process.wait(timeout=10)


@pytest.fixture(scope="session")
def canary():
    """A server on this machine with the list of what it was asked: nothing, for ever."""
    asked = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        do_HEAD = do_POST = do_OPTIONS = do_GET  # noqa: N815 - names of the standard library

        def log_message(self, *_):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked = asked
    server.address = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()


@pytest.fixture
def gate(tmp_path, zygote, canary):
    """A portal of one package, good until a test spoils it."""
    return Gate(tmp_path, zygote, canary)
