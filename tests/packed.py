"""The site served as the public server does: text packed with gzip, connections kept open."""

import gzip
import threading
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".webmanifest", ".geojson")


class Packing(SimpleHTTPRequestHandler):
    """Sends a text file packed, anything else as it is, the 404 page for what is missing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_args):
        """Say nothing about requests."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path = path / "index.html"
        missing = not path.is_file()
        if missing:
            path = Path(self.directory) / "404.html"
        body, packed = _body(path, path.stat().st_mtime_ns)
        self.send_response(HTTPStatus.NOT_FOUND if missing else HTTPStatus.OK)
        self.send_header("Content-Type", _kind(path, self))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


def _kind(path, handler):
    kind = handler.guess_type(path.name)
    return f"{kind}; charset=utf-8" if path.name.endswith(TEXT) else kind


@lru_cache(maxsize=512)
def _body(path, _changed):
    data = path.read_bytes()
    packed = path.name.endswith(TEXT)
    return (gzip.compress(data, 6, mtime=0) if packed else data), packed


@contextmanager
def packed(site):
    """Serve `site` on 127.0.0.1 meanwhile, and tell its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Packing, directory=str(site))) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
