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
    pieces: int = 12
    """Characters in each piece, where the answer is asked for in pieces."""
    until: threading.Event | None = None
    """What is waited for before the last third of the pieces, twenty seconds at most."""
    streams: bool = True
    """Whether the server knows how to send an answer in pieces; if not, it says 400 to who asks for it."""


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
                if body.get("stream") and reply.raw is None and reply.status == 200:
                    self._stream(reply, str(body.get("model", "")))
                else:
                    self._reply(reply, str(body.get("model", "")))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def _stream(self, reply: Reply, model: str) -> None:
            if not reply.streams:
                self._reply(Reply(status=400, raw=b"{}"), model)
                return
            time.sleep(reply.after)
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            told = _message_pieces if self.path.endswith("/messages") else _completion_pieces
            written = list(told(reply, model))
            sent = 0
            for number, piece in enumerate(written):
                if reply.until is not None and number == len(written) * 2 // 3:
                    reply.until.wait(20)
                if 0 <= reply.cut_at <= sent:
                    return
                sent += self.wfile.write(piece)
                self.wfile.flush()
            if reply.endless:
                for _ in range(64):
                    self.wfile.write(b": " + b" " * (1 << 17) + b"\n\n")

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


def _pieces(reply: Reply) -> Iterator[str]:
    for start in range(0, len(reply.words), reply.pieces):
        yield reply.words[start : start + reply.pieces]


def _completion_pieces(reply: Reply, model: str) -> Iterator[bytes]:
    """As OpenAI sends them: chunks, the last ones with why it ends and with the tokens."""

    def chunk(delta: dict[str, str], finish: str | None, usage: dict[str, int] | None = None) -> bytes:
        choices = [] if usage else [{"index": 0, "delta": delta, "finish_reason": finish}]
        said = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": model}
        return f"data: {json.dumps({**said, 'choices': choices, 'usage': usage})}\n\n".encode()

    yield chunk({"role": "assistant", "content": ""}, None)
    for words in _pieces(reply):
        yield chunk({"content": words}, None)
    yield chunk({}, reply.finish)
    yield chunk({}, None, {"prompt_tokens": 321, "completion_tokens": 45, "total_tokens": 366})
    yield b"data: [DONE]\n\n"


def _message_pieces(reply: Reply, model: str) -> Iterator[bytes]:
    """As Anthropic sends them: events of a message with one block of text."""

    def event(kind: str, **said: Any) -> bytes:
        return f"event: {kind}\ndata: {json.dumps({'type': kind, **said})}\n\n".encode()

    message = {"id": "m1", "type": "message", "role": "assistant", "model": model, "content": []}
    usage = {"input_tokens": 321, "output_tokens": 1}
    yield event(
        "message_start",
        message={**message, "stop_reason": None, "stop_sequence": None, "usage": usage},
    )
    yield event("content_block_start", index=0, content_block={"type": "text", "text": ""})
    for words in _pieces(reply):
        yield event("content_block_delta", index=0, delta={"type": "text_delta", "text": words})
    yield event("content_block_stop", index=0)
    stop = "end_turn" if reply.finish == "stop" else "max_tokens"
    yield event(
        "message_delta",
        delta={"stop_reason": stop, "stop_sequence": None},
        usage={"input_tokens": 321, "output_tokens": 45},
    )
    yield event("message_stop")
