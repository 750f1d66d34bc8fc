"""A reverse proxy that gathers answers before it hands them on, as nginx does by default, in the process of the
tests.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BufferedIOBase
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import BinaryIO
from urllib.parse import urlsplit


@dataclass
class GatheringProxy:
    """Hands requests on to the desk at `address` and gathers what it answers until it has all of it.

    An answer with `X-Accel-Buffering: no` is handed on as it comes, unless `listens` is off: a proxy that was told to
    gather whatever is asked of it.
    """

    address: str
    listens: bool = True
    gathered: list[str] = field(default_factory=list)
    """The requests whose answers it gathered, each by its first line."""
    at_once: list[str] = field(default_factory=list)
    """The requests whose answers it handed on as they came."""
    _asking: set[socket.socket] = field(default_factory=set)

    def serve(self, asked: BufferedIOBase | BinaryIO, answer: BufferedIOBase | BinaryIO) -> None:
        """Take one request of a connection, ask the desk, and hand on what it says."""
        first, *lines = _head(asked) or [b""]
        kept = [line for line in lines if not line.lower().startswith(b"connection:")]
        length = next((int(one[15:]) for one in kept if one.lower().startswith(b"content-length:")), 0)
        if not first:
            return
        body, desk = asked.read(length), urlsplit(self.address)
        with socket.create_connection((desk.hostname or "", desk.port or 0)) as asking:
            self._asking.add(asking)
            asking.sendall(b"\r\n".join((first, *kept, b"Connection: close", b"", body)))
            with asking.makefile("rb") as said, suppress(ConnectionError):  # whoever asked may have gone
                told = _head(said)
                at_once = self.listens and b"x-accel-buffering: no" in [line.lower() for line in told]
                (self.at_once if at_once else self.gathered).append(first.decode("latin-1"))
                if not at_once:
                    whole = said.read()
                    answer.write(b"\r\n".join((*told, b"", whole)))
                else:
                    answer.write(b"\r\n".join((*told, b"", b"")))
                    while piece := said.read1(65_536):
                        answer.write(piece)
            self._asking.discard(asking)

    def stop(self) -> None:
        """End what is still being asked."""
        for asking in tuple(self._asking):
            with suppress(OSError):
                asking.shutdown(socket.SHUT_RDWR)


def _head(stream: BufferedIOBase | BinaryIO) -> list[bytes]:
    """The lines of a request or an answer before its body."""
    lines: list[bytes] = []
    while (line := stream.readline()) not in (b"\r\n", b""):
        lines.append(line.rstrip(b"\r\n"))
    return lines


@contextmanager
def behind(proxy: GatheringProxy) -> Iterator[str]:
    """Run the proxy in threads; gives its address."""

    class Served(StreamRequestHandler):
        def handle(self) -> None:
            proxy.serve(self.rfile, self.wfile)

    with ThreadingTCPServer(("127.0.0.1", 0), Served) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()
            proxy.stop()
