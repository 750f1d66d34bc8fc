"""Robots: what the robots.txt of a site allows (RFC 9309)."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlsplit

from protego import Protego

from beleg.intake.fetching import USER_AGENT, Answer
from beleg.terms.refusal import Error

LARGEST = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for at least 500 KiB. A larger one allows nothing."""
LONGEST_DELAY = 60.0
"""Seconds between two requests that a site can ask for at most."""

Asking = Callable[[str], Answer]
"""Asks an address and returns what the server says; raises Error where it says nothing."""


class Robots:
    """The rules of every site that was asked about, each fetched once."""

    def __init__(self, ask: Asking) -> None:
        """`ask` fetches a robots.txt, of at most `LARGEST` bytes."""
        self._ask = ask
        self._rules: dict[str, Protego | None] = {}

    def allows(self, address: str) -> bool:
        """Whether the address may be fetched.

        Where the site has no robots.txt (any 4xx) everything may; where it cannot say (5xx, no answer, a file that
        cannot be read) nothing may.
        """
        rules = self._of(address)
        return rules is not None and bool(rules.can_fetch(address, USER_AGENT))

    def delay(self, address: str) -> float:
        """Seconds that the site asks to wait between two requests, at most `LONGEST_DELAY`; 0 where it asks for
        none.
        """
        rules = self._of(address)
        return min(LONGEST_DELAY, max(0.0, (rules.crawl_delay(USER_AGENT) or 0.0) if rules else 0.0))

    def _of(self, address: str) -> Protego | None:
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._fetched(f"{site}/robots.txt")
        return self._rules[site]

    def _fetched(self, address: str) -> Protego | None:
        try:
            answer = self._ask(address)
        except Error:
            return None
        if answer.status == HTTPStatus.OK:
            try:
                return Protego.parse(answer.raw.decode("utf-8", "replace"))
            except Exception:  # a stranger's file that its reader chokes on says nothing that one could obey
                return None
        unavailable = HTTPStatus.BAD_REQUEST <= answer.status < HTTPStatus.INTERNAL_SERVER_ERROR
        return Protego.parse("") if unavailable and answer.status != HTTPStatus.TOO_MANY_REQUESTS else None
