"""Streams: answers that stay open and tell what happens, as server-sent events.

Whatever they tell, a session has so many at once and no more, and each asks again and again whether its reader may
still read.
"""

from collections import Counter
from collections.abc import AsyncGenerator, Callable
from time import monotonic

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from beleg.desk.answers import refused
from beleg.desk.visitor import visitor

MOST_STREAMS = 4
"""Streams a session may have open at once. Browsers open six connections to one address, and its pages need the
others.
"""
ASKS = 3.0
"""Seconds after which it is asked again whether the reader may still read."""


AT_ONCE = {"Cache-Control": "no-store, no-transform", "X-Accel-Buffering": "no"}
"""What tells a proxy to hand on every event as it comes: neither to gather them (nginx asks for this header), nor to
compress them (RFC 9111, section 5.2.2.6), which would gather them too."""


class TooManyError(Exception):
    """The session has as many streams open as it may have."""


class Reader:
    """Who reads a stream: their session, and whether they may read what it tells. Lives in the event loop."""

    def __init__(self, session: str, may_read: Callable[[], bool], asks: float = ASKS) -> None:
        """`may_read` says whether they are signed in still and may read dossiers; it is asked in a thread. `asks` see
        `ASKS`.
        """
        self.session = session
        self.asks = asks
        self._may_read = may_read
        self._asked = monotonic()

    async def may_still(self) -> bool:
        """Whether they may read on, as it was the last time somebody asked; that is `asks` seconds ago at most."""
        if monotonic() - self._asked < self.asks:
            return True
        self._asked = monotonic()
        return await run_in_threadpool(self._may_read)


class Streams:
    """The streams that are open, by session. Lives in the event loop."""

    def __init__(self, most: int = MOST_STREAMS) -> None:
        """`most` see `MOST_STREAMS`."""
        self._most = most
        self._open: Counter[str] = Counter()

    def begin(self, session: str, events: AsyncGenerator[bytes]) -> "EventStream":
        """The answer that tells these events. Raises TooManyError.

        It counts from here on, not from its first event: between the two others could begin, too.
        """
        if self._open[session] >= self._most:
            raise TooManyError
        self._open[session] += 1
        return EventStream(events, ended=lambda: self._end(session))

    def _end(self, session: str) -> None:
        self._open[session] -= 1
        if not self._open[session]:
            del self._open[session]


class EventStream(StreamingResponse):
    """An answer that counts as open until it has been given, or its reader has gone, be it before the first event."""

    def __init__(self, events: AsyncGenerator[bytes], *, ended: Callable[[], None]) -> None:
        """`ended` is called once, when nothing more will be sent."""
        super().__init__(events, media_type="text/event-stream", headers=AT_ONCE)
        self._events = events
        self._ended = ended

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events as they come."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._ended()
            await self._events.aclose()


def reader_of(request: Request) -> Reader:
    """Who asks, as somebody who will read a stream; the door knows whether they still may (`beleg.desk.doors.Door`)."""
    return Reader(visitor(request).session.token, request.state.still_signed_in)


def begun(request: Request, events: AsyncGenerator[bytes], reader: Reader) -> Response:
    """The answer that tells these events, or the refusal (429) where the session has as many open as it may."""
    streams: Streams = request.app.state.streams
    try:
        return streams.begin(reader.session, events)
    except TooManyError:
        words = visitor(request).wording
        return refused(words.say("Too many pages of the desk are open in this browser; close a tab."), 429)
