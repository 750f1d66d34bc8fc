"""News: what happens to the dossiers that somebody has open, told to everybody who has them open.

Server-sent events. Several processes may serve one newsroom, so the record itself is asked: for the head of each
dossier that is open here, about once a second and once for all who have it open. Who has it open is known for this
process alone.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from logging import getLogger

from starlette.concurrency import run_in_threadpool

from beleg.desk.streams import Reader
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error

MOST_WAITING = 32
"""Messages that wait for a reader who does not read; each can hold a whole text."""
LOOKS = 1.0
"""Seconds between two looks at the record."""
AGAIN = 2_000
"""Milliseconds after which a browser that lost the stream asks for it again."""

_LOG = getLogger("beleg.desk")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listener:
    """Who wants to hear of a dossier; `heard` is the head of the record up to which they have heard, or empty."""

    dossier: str
    name: str
    reader: Reader
    heard: str = ""


@dataclass(slots=True, eq=False)
class _Ear:
    """A listener's end of the line; None says that nothing more will come. `known` is the dossier as they have heard of
    it.
    """

    listener: Listener
    known: Dossier
    waiting: "asyncio.Queue[bytes | None]" = field(default_factory=asyncio.Queue)

    def tell(self, line: bytes) -> None:
        """Put an event on the line; a line that nobody reads from is ended, and the browser begins another."""
        if self.waiting.qsize() < MOST_WAITING:
            self.waiting.put_nowait(line)
            return
        while not self.waiting.empty():
            self.waiting.get_nowait()
        self.waiting.put_nowait(None)


@dataclass(slots=True)
class _Room:
    """A dossier that somebody has open here."""

    ears: list[_Ear] = field(default_factory=list)
    looking: "asyncio.Task[None] | None" = None


class News:
    """What is told to whom. Lives in the event loop; only the record is asked in threads."""

    def __init__(self, newsroom: Newsroom, looks: float = LOOKS) -> None:
        """`looks` is seconds, see `LOOKS`."""
        self._newsroom = newsroom
        self._looks = looks
        self._rooms: dict[str, _Room] = {}
        self._closed = False

    def close(self) -> None:
        """End all streams; none begins any more."""
        self._closed = True
        for room in self._rooms.values():
            for ear in room.ears:
                ear.waiting.put_nowait(None)

    async def listen(self, listener: Listener) -> AsyncGenerator[bytes]:
        """The events for a listener, until they may not read any more or the desk closes."""
        known = await run_in_threadpool(self._newsroom.dossier, listener.dossier)
        first = await run_in_threadpool(self._all_of, known, listener.heard)
        ear = _Ear(listener, known)
        try:
            self._enter(ear, first)
            yield f"retry: {AGAIN}\n\n".encode()
            while not self._closed:
                try:
                    line = await asyncio.wait_for(ear.waiting.get(), listener.reader.asks)
                except TimeoutError:
                    line = b": still here\n\n"
                if line is None or not await listener.reader.may_still():
                    return
                yield line
        finally:
            self._leave(ear)

    def _enter(self, ear: _Ear, first: list[bytes]) -> None:
        room = self._rooms.setdefault(ear.listener.dossier, _Room())
        room.ears.append(ear)
        for line in first:
            ear.tell(line)
        self._tell_who(room)
        if room.looking is None:
            looking = self._look(ear.listener.dossier, room)
            room.looking = asyncio.get_running_loop().create_task(looking)

    def _leave(self, ear: _Ear) -> None:
        room = self._rooms[ear.listener.dossier]
        room.ears.remove(ear)
        if room.ears:
            self._tell_who(room)
            return
        del self._rooms[ear.listener.dossier]
        if room.looking is not None:
            room.looking.cancel()

    async def _look(self, dossier_id: str, room: _Room) -> None:
        """Ask for the head of a dossier as long as somebody has it open."""
        while room.ears:
            await asyncio.sleep(self._looks)
            try:
                await self._told(dossier_id, room)
            except (
                Error
            ) as refusal:  # the record is busy or damaged; pages say so, and the next look may find it well
                _LOG.warning("The news of %s cannot be told: %s", dossier_id, refusal)
            except Exception as why:  # a fault of ours: whoever listens must not wait for ever because of it
                # Its words may hold those of a text: its kind has to do.
                _LOG.error("The news of %s cannot be told: %s", dossier_id, type(why).__name__)

    async def _told(self, dossier_id: str, room: _Room) -> None:
        """Tell everybody in the room what has happened since they heard last, each from where they stand.

        Who comes in while the record is asked may know of more than it answers, and is told at the next look.
        """
        head = await run_in_threadpool(self._newsroom.head, dossier_id)
        behind = [ear for ear in room.ears if ear.known.head != head]
        if not behind:
            return
        now = await run_in_threadpool(self._newsroom.dossier, dossier_id)
        lines: dict[str, list[bytes]] = {now.head: []}
        for ear in behind:
            if ear.known.head not in lines:
                lines[ear.known.head] = await run_in_threadpool(self._between, ear.known, now)
        for ear in behind:
            for line in lines[ear.known.head]:
                ear.tell(line)
            ear.known = now

    def _all_of(self, now: Dossier, since: str) -> list[bytes]:
        """What somebody has to hear who comes in, or comes back after `since`."""
        if since == now.head:
            return []
        told = [self._revision(now)] if now.current else []
        return [*told, _event("decided", {}, now.head)] if since else told

    def _between(self, before: Dossier, now: Dossier) -> list[bytes]:
        """What happened between two states of a dossier."""
        told = []
        if now.current is not None and now.revisions != before.revisions:
            told.append(self._revision(now))
        others = (
            now.decisions,
            now.judgements,
            now.sources,
            now.source_events,
            now.sign_offs,
            now.publications,
        )
        others_before = (
            before.decisions,
            before.judgements,
            before.sources,
            before.source_events,
            before.sign_offs,
            before.publications,
        )
        if others != others_before or not told:
            told.append(_event("decided", {}, now.head))
        return told

    def _revision(self, dossier: Dossier) -> bytes:
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
        return _event("revision", told, dossier.head)

    def _tell_who(self, room: _Room) -> None:
        people = sorted({ear.listener.name for ear in room.ears})
        for ear in room.ears:
            ear.tell(_event("here", {"people": people}))


def _event(kind: str, told: "dict[str, str | int] | dict[str, list[str]]", head: str = "") -> bytes:
    """An event; with the head of the record it tells of, where it tells of any."""
    named = f"id: {head}\n" if head else ""
    return f"{named}event: {kind}\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()
