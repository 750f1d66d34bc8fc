"""Addresses of the desk itself."""

import re
from dataclasses import dataclass
from ipaddress import IPv6Network, ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from beleg.terms.refusal import Error

HOSTS = ("127.0.0.1", "localhost")
"""The names under which the desk answers on its own machine; anything else could be a page from elsewhere that guesses
the port.
"""
_NAME = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
"""A name as browsers send it (`xn--…` where it has other letters), or an IPv4 address."""
_USUAL = {"https": 443, "http": 80}


def local(address: str) -> str:
    """`address` if it is a page of this desk, else the list of dossiers: no sign-in that leads elsewhere."""
    ok = (
        address.startswith("/")
        and not address.startswith("//")
        and "\\" not in address
        and address.isprintable()
    )
    return address if ok else "/"


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """Where people reach a desk that stands behind a proxy: `https://desk.verlag.example`.

    It says what no request may say of itself: which name passkeys are bound to, where an issuer sends people back to,
    and that cookies travel encrypted only.
    """

    scheme: str
    host: str
    """Without a port, in lower case."""
    netloc: str
    """With the port, where it is not the usual one."""

    @property
    def origin(self) -> str:
        """As browsers write it: without a slash at the end."""
        return f"{self.scheme}://{self.netloc}"

    @classmethod
    def of(cls, address: str) -> "PublicAddress":
        """Read what somebody has configured. Raises Error unless it is https (or this machine), a name, and nothing
        behind it.
        """
        told = address.strip()[:200]
        try:
            parts = urlsplit(address.strip())
            host, port = (parts.hostname or "").lower(), parts.port
        except ValueError:
            raise Error(f"{told}: not an address a desk can be reached at.") from None
        if not _NAME.fullmatch(host) or parts.scheme not in _USUAL or "@" in parts.netloc:
            raise Error(f"{told}: not an address a desk can be reached at.")
        if parts.path not in ("", "/") or parts.query or parts.fragment:
            raise Error(f"{told}: the address of a desk has nothing after its name; it needs one of its own.")
        if parts.scheme != "https" and not is_here(host):
            raise Error(f"{told}: a desk that others reach needs https://.")
        other_port = port is not None and port != _USUAL[parts.scheme]
        return cls(parts.scheme, host, f"{host}:{port}" if other_port else host)


def is_here(host: str) -> bool:
    """Whether a host is this machine, whatever name servers say."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


class Reached:
    """Makes every request one to the public address: its scheme and host come from the settings, never from what it
    brought.

    Who asked is the last address in `X-Forwarded-For`, the one that the proxy itself has put there; only a proxy on
    this machine reaches the desk. Where it put none there, everybody has the proxy's address.
    """

    def __init__(self, app: ASGIApp, public: PublicAddress) -> None:
        self._app = app
        self._public = public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on as the browser meant it."""
        if scope["type"] == "http":
            forwarded = Headers(scope=scope).getlist("x-forwarded-for")
            who = _address(forwarded[-1].rpartition(",")[2]) if forwarded else ""
            # In place: whoever dresses the answer further out looks at the same scope.
            scope["scheme"] = self._public.scheme
            scope["headers"] = list(scope["headers"])
            MutableHeaders(scope=scope)["host"] = self._public.netloc
            if who:
                scope["client"] = (who, 0)
        await self._app(scope, receive, send)


def _address(words: str) -> str:
    """The IP address these words name, in one way of writing it; empty if they name none.

    Of IPv6 it is the network of 64 bits that one connection is given: who has one has all addresses in it.
    """
    try:
        address = ip_address(words.strip())
    except ValueError:
        return ""
    return str(address) if address.version == 4 else str(IPv6Network((int(address), 64), strict=False))
