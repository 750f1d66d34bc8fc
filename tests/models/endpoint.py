"""An OpenAI-compatible endpoint on loopback that answers as a test tells it, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Asked:
    """A request as it came."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def data(self) -> dict[str, Any]:
        """The question: what stands between the two lines that begin with DATA."""
        first, line, last = self.body["messages"][-1]["content"].split("\n")
        assert first.startswith("DATA ") and first.endswith(" BEGINS")
        assert last == first.replace("BEGINS", "ENDS")
        found: dict[str, Any] = json.loads(line)
        return found

    @property
    def sentence(self) -> str:
        return str(self.data["sentence"])


Answering = Callable[[Asked, BaseHTTPRequestHandler], None]


@dataclass
class Endpoint:
    """A running endpoint: its base address and the requests so far."""

    address: str
    asked: list[Asked] = field(default_factory=list)


def completion(content: object, **more: object) -> bytes:
    """The body of a chat completion with this message."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}], **more}).encode()


def verdict(answer: str, reason: str = "So steht es da.", words: str = "") -> str:
    """A message in the form asked for."""
    return json.dumps({"answer": answer, "reason": reason, "words": words}, ensure_ascii=False)


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, announced: int | None = None
) -> None:
    """Answer with a body; `announced` is the length the head names."""
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body) if announced is None else announced))
    handler.end_headers()
    handler.wfile.write(body)


def says(content: Callable[[Asked], object]) -> Answering:
    """Answers every question with the message that `content` makes of it."""
    return lambda asked, handler: send(handler, completion(content(asked)))


@contextmanager
def endpoint(answering: Answering) -> Iterator[Endpoint]:
    """Run an endpoint until the block ends."""
    found = Endpoint("")

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked = Asked(self.path, {k.lower(): v for k, v in self.headers.items()}, json.loads(body))
            found.asked.append(asked)
            with suppress(ConnectionError):  # who asked has gone
                answering(asked, self)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
