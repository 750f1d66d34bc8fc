"""Fetching: a document from the web, without being led where it should not go."""

import ssl
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import httpx

from beleg import __version__
from beleg.intake.connecting import CheckedBackend, CheckedTransport, Deadline, Resolver, resolve
from beleg.intake.limits import MAX_FILE, check_file_size, in_words
from beleg.terms.refusal import Error

MAX_REDIRECTS = 5
DEADLINE = 60.0
"""Seconds for the whole fetch: resolving, connecting, all redirects, and the last byte."""
PATIENCE = 20.0
"""Seconds without a single byte."""
USER_AGENT = f"Beleg/{__version__}"
"""What Beleg calls itself in a request."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GZIP_OR_ZLIB = 47


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What an address answered with."""

    raw: bytes
    address: str
    """The address that answered in the end, after redirects."""
    media_type: str
    """The media type the server names, lower case and without parameters; empty where it names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said, whatever it was; `raw` and `media_type` are empty where the status is not 200.

    `etag`, `last_modified` and `retry_after` are these headers as they came; empty where they did not.
    """

    status: int
    address: str
    """The address that answered in the end, after redirects."""
    raw: bytes = b""
    media_type: str = ""
    etag: str = ""
    last_modified: str = ""
    retry_after: str = ""


def _anywhere(address: str) -> None:
    """Every hop may be asked."""


def fetch(
    address: str,
    *,
    resolver: Resolver = resolve,
    allow_loopback: bool = False,
    deadline: float = DEADLINE,
    max_bytes: int = MAX_FILE,
    ssl_context: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetch a document over http or https; see `ask` for the protections and limits.

    Raises `Error` with one sentence as `ask` does, and for an answer other than 200.
    """
    answer = ask(
        address,
        resolver=resolver,
        allow_loopback=allow_loopback,
        deadline=deadline,
        max_bytes=max_bytes,
        ssl_context=ssl_context,
    )
    if answer.status != HTTPStatus.OK:
        raise Error(f"{address}: the server answers {status_words(answer.status)}.")
    return Fetched(raw=answer.raw, address=answer.address, media_type=answer.media_type)


def ask(
    address: str,
    *,
    etag: str = "",
    last_modified: str = "",
    before_hop: Callable[[str], None] = _anywhere,
    resolver: Resolver = resolve,
    allow_loopback: bool = False,
    deadline: float = DEADLINE,
    max_bytes: int = MAX_FILE,
    ssl_context: ssl.SSLContext | None = None,
) -> Answer:
    """Ask for a document over http or https, and return what the server says.

    With `etag` or `last_modified` of an earlier answer the server may say that nothing changed (304). `before_hop` is
    called with every address before it is asked, those of redirects included; what it raises ends the asking.

    Every hop of a redirect is resolved anew and every address it resolves to is checked; the connection is made to the
    checked address. Environment variables for proxies, certificates and credentials are ignored, cookies are not
    kept. `deadline` is in seconds, for everything together; `max_bytes` counts after decompression. `resolver`,
    `allow_loopback` and `ssl_context` are there for tests that run a server on this machine.

    Raises `Error` with one sentence: no such host, refused address, too many redirects, too large, too slow, broken
    off.
    """
    conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    limit = Deadline(deadline, address)
    backend = CheckedBackend(limit, resolver, allow_loopback=allow_loopback)
    transport = CheckedTransport(backend, ssl_context if ssl_context is not None else _certificates())
    with httpx.Client(
        transport=transport, trust_env=False, follow_redirects=False, timeout=PATIENCE
    ) as client:
        current = address
        for _ in range(MAX_REDIRECTS + 1):
            _check_address(current, address)
            before_hop(current)
            try:
                answer = _ask(client, current, address, limit, max_bytes, conditions)
            except httpx.TimeoutException as fault:
                limit.left()
                raise Error(f"{address}: the server has not answered for {PATIENCE:g} seconds.") from fault
            except httpx.RemoteProtocolError as fault:
                if "location header" in str(
                    fault
                ):  # httpx looks at the target even where it does not follow it
                    raise Error(f"{address}: is redirected to something that is no address.") from fault
                raise Error(f"{address}: the connection broke off before everything had come.") from fault
            except (httpx.HTTPError, httpx.InvalidURL) as fault:
                raise Error(f"{address}: cannot be fetched ({_reason(fault)}).") from fault
            if isinstance(answer, Answer):
                return answer
            current = answer
    raise Error(f"{address}: more than {MAX_REDIRECTS} redirects.")


@cache
def _certificates() -> ssl.SSLContext:
    return httpx.create_ssl_context(trust_env=False)


def _check_address(current: str, address: str) -> None:
    try:
        parts = urlsplit(current)
        host, _ = parts.hostname, parts.port
    except ValueError as fault:
        raise Error(f"{address}: is not a valid address.") from fault
    if parts.scheme.lower() not in {"http", "https"}:
        what = "is" if current == address else "leads to"
        raise Error(
            f"{address}: {what} an address with {parts.scheme or 'no scheme'}; only http and https are fetched."
        )
    if not host:
        raise Error(f"{address}: is not a valid address.")
    if parts.username is not None or parts.password is not None:
        raise Error(
            f"{address.replace(parts.netloc, host)}: contains a user name or password, which is never sent."
        )


def _ask(
    client: httpx.Client,
    current: str,
    address: str,
    limit: Deadline,
    max_bytes: int,
    conditions: Mapping[str, str],
) -> Answer | str:
    """What the server says, or the address it redirects to."""
    headers = {"User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
    headers |= {name: value for name, value in conditions.items() if value}
    with client.stream("GET", current, headers=headers) as response:
        client.cookies.clear()
        if response.status_code in _REDIRECTS:
            target = str(response.headers.get("location", ""))
            if not target:
                raise Error(f"{address}: the server redirects, but does not say where to.")
            return urljoin(current, target)
        answer = Answer(
            status=response.status_code,
            address=current,
            etag=_header(response, "etag"),
            last_modified=_header(response, "last-modified"),
            retry_after=_header(response, "retry-after"),
        )
        if response.status_code != HTTPStatus.OK:
            return answer
        raw = _body(response, address, limit, max_bytes)
        media_type = _header(response, "content-type").partition(";")[0].strip().lower()
    return replace(answer, raw=raw, media_type=media_type)


def _header(response: httpx.Response, name: str) -> str:
    value = str(response.headers.get(name, ""))
    # What no header can hold cannot be sent back to ask whether anything changed.
    return value if value.isascii() and value.isprintable() else ""


def _body(response: httpx.Response, address: str, limit: Deadline, max_bytes: int) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared[:20]) > max_bytes:
        if max_bytes == MAX_FILE:
            check_file_size(address, int(declared[:20]))
        raise Error(f"{address}: too large; the limit is {in_words(max_bytes)}.")
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
        raise Error(
            f"{address}: the server sends it compressed with {encoding[:40]}, which was not asked for."
        )
    unpacker = None if encoding in {"", "identity"} else zlib.decompressobj(_GZIP_OR_ZLIB)
    body = bytearray()
    try:
        for piece in response.iter_raw():
            limit.left()
            # one byte more than allowed is enough to know; a bomb never unpacks further
            body += piece if unpacker is None else unpacker.decompress(piece, max_bytes + 1 - len(body))
            if len(body) > max_bytes:
                raise Error(f"{address}: too large; the limit is {in_words(max_bytes)}.")
    except zlib.error as fault:
        raise Error(f"{address}: comes compressed, but cannot be unpacked.") from fault
    if unpacker is not None and not unpacker.eof:
        raise Error(f"{address}: the connection broke off before everything had come.")
    return bytes(body)


def status_words(code: int) -> str:
    """A status in figures and words: 404 Not Found."""
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _reason(fault: Exception) -> str:
    words = " ".join(str(fault).split()).rstrip(".")
    return words[:160] or type(fault).__name__
