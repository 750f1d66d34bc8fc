"""A server of our own on loopback that speaks the protocols of OpenAI and Anthropic, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(slots=True)
class Heard:
    """A request as it came."""

    path: str
    key: str
    body: dict[str, Any]

    @property
    def data(self) -> dict[str, Any]:
        """The JSON between the two DATA lines of the last message."""
        lines = str(self.body["messages"][-1]["content"]).splitlines()
        assert len(lines) == 3 and lines[0].split()[1] == lines[2].split()[1]
        found: dict[str, Any] = json.loads(lines[1])
        return found


@dataclass(slots=True)
class Reply:
    """How a request is answered: HTTP status, the model's words, and what goes wrong on the way."""

    words: str = ""
    status: int = 200
    finish: str = "stop"
    raw: bytes | None = None
    """The whole body, instead of a completion."""
    after: float = 0.0
    """Seconds before the first byte."""
    cut_at: int = -1
    """Bytes after which the connection is closed, though more were announced."""
    endless: bool = False
    """Whether blanks follow without end."""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Server:
    """A running server: where it is, and what it heard."""

    address: str
    heard: list[Heard]


def article(*sentences: tuple[str, Sequence[str]], headline: str = "") -> str:
    """The answer of a model that writes these sentences, each with the labels it cites, as one paragraph."""
    written = [{"text": text, "cites": list(cites)} for text, cites in sentences]
    return json.dumps({"headline": headline, "blocks": [{"kind": "paragraph", "sentences": written}]})


@contextmanager
def serving(answer: Callable[[Heard], Reply] | Sequence[Reply]) -> Iterator[Server]:
    """Serve on loopback: by a function of the request, or these replies in turn, the last one again and again."""
    heard: list[Heard] = []
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            body = json.loads(self.rfile.read(length))
            key = self.headers.get("Authorization", "") or self.headers.get("X-Api-Key", "")
            request = Heard(self.path, key, body)
            with lock:
                heard.append(request)
                number = len(heard)
            reply = answer(request) if callable(answer) else answer[min(number, len(answer)) - 1]
            try:
                self._reply(reply, str(body.get("model", "")))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _reply(self, reply: Reply, model: str) -> None:
            time.sleep(reply.after)
            written = _message(reply, model) if self.path.endswith("/messages") else _completion(reply, model)
            raw = written if reply.raw is None else reply.raw
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.endless:
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(raw)
                for _ in range(64):
                    self.wfile.write(b" " * (1 << 17))
                self.close_connection = True
                return
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw if reply.cut_at < 0 else raw[: reply.cut_at])
            self.close_connection = reply.cut_at >= 0

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Server(f"http://127.0.0.1:{server.server_address[1]}/v1", heard)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(reply: Reply, model: str) -> bytes:
    message = {"role": "assistant", "content": reply.words}
    return json.dumps(
        {
            "id": "c1",
            "object": "chat.completion",
            "created": 1,
            "model": model,
            "choices": [{"index": 0, "finish_reason": reply.finish, "message": message}],
            "usage": {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366},
        }
    ).encode()


def _message(reply: Reply, model: str) -> bytes:
    return json.dumps(
        {
            "id": "m1",
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [{"type": "text", "text": reply.words}],
            "stop_reason": "end_turn" if reply.finish == "stop" else "max_tokens",
            "usage": {"input_tokens": 321, "output_tokens": 45},
        }
    ).encode()
