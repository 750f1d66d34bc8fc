"""Connecting: a transport for httpx that checks where it connects to, and gives up in time."""

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import httpcore
import httpx

from beleg.intake.addresses import refusal
from beleg.terms.refusal import Error

Resolver = Callable[[str, int], Sequence[str]]
"""From host and port to IP addresses, in the order in which they are tried; raises `OSError` where there are none."""


def resolve(host: str, port: int) -> list[str]:
    """The IP addresses of a host as the system resolves them, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """A point in time after which nothing of a fetch goes on."""

    def __init__(self, seconds: float, address: str) -> None:
        self.seconds = seconds
        self.address = address
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left; raises `Error` where there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.missed()
        return left

    def missed(self) -> Error:
        """The refusal to raise where the deadline is missed."""
        return Error(f"{self.address}: not complete after {self.seconds:g} seconds, which is the limit.")


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to the address that was checked, not to a name that could resolve differently a moment later.

    The host name stays what HTTP's Host header, TLS's server name and the certificate check see; only the TCP
    connection is made to the checked IP address (against DNS rebinding). One refused address among several refuses
    the host.
    """

    def __init__(self, deadline: Deadline, resolver: Resolver, *, allow_loopback: bool) -> None:
        self._deadline = deadline
        self._resolver = resolver
        self._allow_loopback = allow_loopback
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Resolve, check every address, and connect to the first that answers."""
        addresses = self._resolved(host, port)
        for address in addresses:
            if reason := refusal(address, allow_loopback=self._allow_loopback):
                raise Error(
                    f"{self._deadline.address}: leads to {reason} ({address}), which is never fetched from."
                )
        fault: Exception | None = None
        for address in addresses:
            try:
                left = self._deadline.left()
                stream = self._backend.connect_tcp(
                    address, port, min(timeout or left, left), None, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                fault = error
                continue
            return _TimedStream(stream, self._deadline)
        raise fault if fault is not None else httpcore.ConnectError(f"{host} has no address")

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Refused: a socket on this machine is no place to fetch from."""
        raise Error(f"{self._deadline.address}: leads to this machine itself, which is never fetched from.")

    def sleep(self, seconds: float) -> None:
        """Wait, at most until the deadline."""
        time.sleep(min(seconds, self._deadline.left()))

    def _resolved(self, host: str, port: int) -> Sequence[str]:
        answers: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self._resolver(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        Thread(target=ask, daemon=True, name="resolve").start()  # the system's resolver knows no time limit
        try:
            answer = answers.get(timeout=self._deadline.left())
        except Empty:
            raise self._deadline.missed() from None
        if isinstance(answer, Exception) or not answer:
            raise Error(f"{self._deadline.address}: there is no host {host}.")
        return answer


class _TimedStream(httpcore.NetworkStream):
    """A stream on which no single step lasts longer than what is left until the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = self._deadline.left()
        return self._stream.read(max_bytes, min(timeout or left, left))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        left = self._deadline.left()
        self._stream.write(buffer, min(timeout or left, left))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        left = self._deadline.left()
        return _TimedStream(
            self._stream.start_tls(ssl_context, server_hostname, min(timeout or left, left)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx.HTTPTransport):
    """httpx's transport on top of a `CheckedBackend`, without proxies."""

    def __init__(self, backend: CheckedBackend, ssl_context: ssl.SSLContext) -> None:
        super().__init__(verify=ssl_context, trust_env=False, retries=0)
        self._pool = httpcore.ConnectionPool(
            ssl_context=ssl_context,
            max_connections=1,
            http1=True,
            http2=False,
            retries=0,
            network_backend=backend,
        )
