"""News: what happens to the dossiers that somebody has open, told to everybody who has them open.

Server-sent events. Several processes may serve one newsroom, so the record itself is asked: for the head of each dossier
that is open here, about once a second and once for all who have it open. Who has it open is known for this process alone.
"""

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from logging import getLogger
from time import monotonic

from starlette.concurrency import run_in_threadpool

from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error

MOST_WAITING = 32
"""Messages that wait for a reader who does not read; each can hold a whole text."""
MOST_STREAMS = 4
"""Streams a session may have open at once. Browsers open six connections to one address, and its pages need the others."""
LOOKS = 1.0
"""Seconds between two looks at the record."""
ASKS = 3.0
"""Seconds after which it is asked whether the reader may still read; a silent stream says that it is alive then."""
AGAIN = 2_000
"""Milliseconds after which a browser that lost the stream asks for it again."""

_LOG = getLogger("beleg.desk")


class TooManyError(Exception):
    """The session has as many streams open as it may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Who wants to hear of a dossier; `heard` is the head of the record up to which they have heard, or empty."""

    dossier: str
    session: str
    name: str
    heard: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """An event as it goes over the line; `revision` is the number of the one it tells of, 0 for any other event."""

    line: bytes
    revision: int = 0


@dataclass(slots=True, eq=False)
class _Ear:
    """A listener's end of the line; None says that nothing more will come."""

    listener: Listener
    waiting: "asyncio.Queue[_Told | None]" = field(default_factory=asyncio.Queue)

    def tell(self, message: _Told) -> None:
        """Put a message on the line; a line that nobody reads from is ended, and the browser begins another."""
        if self.waiting.qsize() < MOST_WAITING:
            self.waiting.put_nowait(message)
            return
        while not self.waiting.empty():
            self.waiting.get_nowait()
        self.waiting.put_nowait(None)


@dataclass(slots=True)
class _Room:
    """A dossier that somebody has open here."""

    known: Dossier
    ears: list[_Ear] = field(default_factory=list)
    looking: "asyncio.Task[None] | None" = None


class News:
    """What is told to whom. Lives in the event loop; only the record is asked in threads."""

    def __init__(self, newsroom: Newsroom, looks: float = LOOKS, asks: float = ASKS) -> None:
        """`looks` and `asks` are seconds, see `LOOKS` and `ASKS`."""
        self._newsroom = newsroom
        self._looks = looks
        self._asks = asks
        self._rooms: dict[str, _Room] = {}
        self._streams: Counter[str] = Counter()
        self._closed = False

    def close(self) -> None:
        """End all streams; none begins any more."""
        self._closed = True
        for room in self._rooms.values():
            for ear in room.ears:
                ear.waiting.put_nowait(None)

    def listen(self, listener: Listener, still: Callable[[], bool]) -> AsyncIterator[bytes]:
        """The events for a listener; `still` says whether they may still read. Raises TooManyError."""
        if self._streams[listener.session] >= MOST_STREAMS:
            raise TooManyError
        return self._stream(listener, still)

    async def _stream(self, listener: Listener, still: Callable[[], bool]) -> AsyncIterator[bytes]:
        ear = _Ear(listener)
        self._streams[listener.session] += 1
        try:
            known = await run_in_threadpool(self._newsroom.dossier, listener.dossier)
            first = await run_in_threadpool(self._all_of, known, listener.heard)
            self._enter(ear, known, first)
            heard, asked = 0, monotonic()
            yield f"retry: {AGAIN}\n\n".encode()
            while not self._closed:
                try:
                    told = await asyncio.wait_for(ear.waiting.get(), self._asks)
                except TimeoutError:
                    told = _Told(b": still here\n\n")
                if monotonic() - asked >= self._asks:
                    asked = monotonic()
                    if not await run_in_threadpool(still):
                        return
                if told is None:
                    return
                if told.revision and told.revision < heard:
                    continue  # who came in while the record was looked at has heard of a newer one already
                heard = max(heard, told.revision)
                yield told.line
        finally:
            self._leave(ear)

    def _enter(self, ear: _Ear, known: Dossier, first: list[_Told]) -> None:
        room = self._rooms.setdefault(ear.listener.dossier, _Room(known))
        room.ears.append(ear)
        for message in first:
            ear.tell(message)
        self._tell_who(room)
        if room.looking is None:
            room.looking = asyncio.get_running_loop().create_task(self._look(ear.listener.dossier))

    def _leave(self, ear: _Ear) -> None:
        session = ear.listener.session
        self._streams[session] -= 1
        if not self._streams[session]:
            del self._streams[session]
        room = self._rooms.get(ear.listener.dossier)
        if room is None or ear not in room.ears:
            return
        room.ears.remove(ear)
        if room.ears:
            self._tell_who(room)
            return
        if room.looking is not None:
            room.looking.cancel()
        del self._rooms[ear.listener.dossier]

    async def _look(self, dossier_id: str) -> None:
        """Ask for the head of a dossier as long as somebody has it open."""
        while True:
            await asyncio.sleep(self._looks)
            room = self._rooms[dossier_id]
            try:
                if await run_in_threadpool(self._newsroom.head, dossier_id) == room.known.head:
                    continue
                now = await run_in_threadpool(self._newsroom.dossier, dossier_id)
                messages = await run_in_threadpool(self._between, room.known, now)
            except (
                Error
            ) as refusal:  # the record is busy or damaged; pages say so, and the next look may find it well
                _LOG.warning("The news of %s cannot be told: %s", dossier_id, refusal)
                continue
            room.known = now
            for ear in room.ears:
                for message in messages:
                    ear.tell(message)

    def _all_of(self, now: Dossier, since: str) -> list[_Told]:
        """What somebody has to hear who comes in, or comes back after `since`."""
        if since == now.head:
            return []
        told = [self._revision(now)] if now.current else []
        return [*told, _event("decided", {}, now.head)] if since else told

    def _between(self, before: Dossier, now: Dossier) -> list[_Told]:
        """What happened between two states of a dossier."""
        told = []
        if now.current is not None and now.revisions != before.revisions:
            told.append(self._revision(now))
        others = (now.decisions, now.sources, now.source_events, now.sign_offs, now.publications)
        others_before = (
            before.decisions,
            before.sources,
            before.source_events,
            before.sign_offs,
            before.publications,
        )
        if others != others_before or not told:
            told.append(_event("decided", {}, now.head))
        return told

    def _revision(self, dossier: Dossier) -> _Told:
        current = dossier.current
        assert current is not None  # asked for only where there is one
        try:
            name = self._newsroom.account(current.by).name
        except Error:
            name = current.by
        told: dict[str, str | int] = {
            "base": current.content_sha256,
            "content": current.content,
            "by": current.by,
            "name": name,
            "revision": current.number,
        }
        return _event("revision", told, dossier.head, current.number)

    def _tell_who(self, room: _Room) -> None:
        people = sorted({ear.listener.name for ear in room.ears})
        for ear in room.ears:
            ear.waiting.put_nowait(_event("here", {"people": people}))


def _event(
    kind: str, told: "dict[str, str | int] | dict[str, list[str]]", head: str = "", revision: int = 0
) -> _Told:
    """An event; with the head of the record it tells of, where it tells of any."""
    named = f"id: {head}\n" if head else ""
    line = f"{named}event: {kind}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n"
    return _Told(line.encode(), revision)
