"""HTTP for one preview on the loopback: GET and HEAD of its files, nothing else."""

from __future__ import annotations

import json
import socket
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from csto_atlas.maps.preview.live_reload import CHANGES, add_reload_script, wait_page
from csto_atlas.maps.preview.state import Preview, Shown

HOST = "127.0.0.1"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
OTHER = "application/octet-stream"
BEAT = 15.0  # seconds of silence after which a stream tests its connection


class Server(ThreadingHTTPServer):
    """The preview's server: one daemon thread for each request.

    Parameters
    ----------
    listener : socket
        Listens already; closed at the end.
    preview : Preview
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, listener: socket.socket, preview: Preview) -> None:
        self.preview = preview
        address = listener.getsockname()
        super().__init__(address, Handler, bind_and_activate=False)
        self.socket.close()
        self.socket, self.server_address = listener, address

    def url(self) -> str:
        """Return the address of the preview."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a browser that closed the connection."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request from the memory of the preview, never from a disk."""

    server: Server
    timeout = 30
    server_version, sys_version = "preview", ""
    error_message_format = "%(code)d %(message)s\n"
    error_content_type = "text/plain; charset=utf-8"

    def do_GET(self) -> None:
        """Answer with a file, or with the stream of builds."""
        self._answer(is_whole=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the file."""
        self._answer(is_whole=False)

    def log_message(self, *parts: Any) -> None:
        """Keep the terminal for the builds."""

    def end_headers(self) -> None:
        """Forbid caching and sniffing of content types."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def _answer(self, *, is_whole: bool) -> None:
        path, shown = self._read_path(), self.server.preview.shown
        first = _first_page(shown)
        if path is None:
            return
        if path == CHANGES:
            self._stream(is_whole=is_whole)
        elif not path and first != "index.html":
            self.send_response(HTTPStatus.FOUND)
            self.send_header("Location", f"/{first}")
            self.end_headers()
        elif found := _find(shown, path or first):
            self._send(*found, is_whole=is_whole)
        else:
            self.send_error(HTTPStatus.NOT_FOUND, "Not among the files of the atlas")

    def _read_path(self) -> str | None:
        """Return the path that is asked for; refuse the request, and return None."""
        # A page from elsewhere may have its own name lead here, but cannot say ours.
        if self.headers.get("Host", "").lower() not in self._own_names():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "Not a name of this host")
            return None
        try:
            return unquote(urlsplit(self.path).path, errors="strict").lstrip("/")
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST, "No address")
            return None

    def _send(
        self, status: HTTPStatus, kind: str, body: bytes, *, is_whole: bool
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if is_whole:
            self.wfile.write(body)

    def _own_names(self) -> set[str]:
        port = self.server.server_address[1]
        names = (HOST, "localhost")
        return {*names, *(f"{name}:{port}" for name in names)}

    def _stream(self, *, is_whole: bool) -> None:
        """Send an event for every build while the connection is open."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        preview, seen = self.server.preview, None
        while is_whole and not preview.is_over:
            shown = preview.shown
            is_news = shown is not seen and bool(shown.files or shown.problems)
            self.wfile.write(_message(shown) if is_news else b":\n\n")
            seen = shown
            preview.wait(seen, BEAT)


def _find(shown: Shown, path: str) -> tuple[HTTPStatus, str, bytes] | None:
    """Return status, type and content of a file; None if there is no such file."""
    suffix = PurePosixPath(path).suffix
    kind = TYPES.get(suffix, OTHER)
    if suffix == ".html" and not shown.files:
        return HTTPStatus.SERVICE_UNAVAILABLE, kind, wait_page().encode("utf-8")
    body = shown.files.get(path)
    if body is None:
        return None
    if suffix == ".html":
        body = add_reload_script(body.decode("utf-8"), shown.version).encode("utf-8")
    return HTTPStatus.OK, kind, body


def _first_page(shown: Shown) -> str:
    """Name the page that the bare address leads to: part of an atlas has no gallery."""
    pages = sorted(name for name in shown.files if name.endswith(".html"))
    return "index.html" if "index.html" in pages or not pages else pages[0]


def _message(shown: Shown) -> bytes:
    data = {"version": shown.version, "problems": shown.problems}
    return f"data: {json.dumps(data)}\n\n".encode()
