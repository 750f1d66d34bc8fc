"""Place: a web server on this machine for tests that fetch."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from beleg.intake.fetching import Fetched, fetch

Answer = Callable[[BaseHTTPRequestHandler], None]


class Place:
    """A web server on this machine that answers each path as told and remembers the headers it was sent."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        place = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                place.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    place.answers[self.path](self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = int(self.server.server_address[1])
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def get(self, path: str, *, deadline: float = 10, max_bytes: int = 10_000) -> Fetched:
        return fetch(self.url(path), allow_loopback=True, deadline=deadline, max_bytes=max_bytes)


@contextmanager
def opened() -> Iterator[Place]:
    """A place that is closed again afterwards."""
    place = Place()
    try:
        yield place
    finally:
        place.server.shutdown()
        place.server.server_close()


def answer(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for key, value in headers.items():
            handler.send_header(key.replace("_", "-"), value)
        if "Content_Length" not in headers:
            handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return send
