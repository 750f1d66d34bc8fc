"""Watching: fetching the sources of a newsroom again, politely, and recording what has become of them."""

import heapq
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from urllib.parse import urlsplit

from beleg.intake import take_in
from beleg.intake.fetching import Answer, Fetched, ask, status_words
from beleg.intake.robots import LARGEST, Robots
from beleg.newsroom.acting import stamp
from beleg.newsroom.house import Newsroom
from beleg.newsroom.sightings import Outcome, Sighting
from beleg.newsroom.versions import is_of_feed, newer_version, versions_of
from beleg.record.watched import WatchedAddress, WatchedAddresses
from beleg.terms.affected import HeldSource, Standing
from beleg.terms.refusal import Error
from beleg.terms.source import Source

DELAY = 2.0
"""Seconds between two requests to one site, where it does not ask for more."""
SIGHTINGS = 3
"""How often a source must have been missing before that counts as taken back ..."""
MISSING_FOR = timedelta(hours=24)
"""... and for how long."""
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=15), timedelta(hours=24)
"""How long an address that could not be fetched is left alone: this long first, twice as long each further time, up to
this.
"""
LONGEST_ASKED_PAUSE = timedelta(days=7)
"""The longest pause that a server can ask for with Retry-After."""
_BUSY = frozenset((HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE))


class DisallowedError(Error):
    """The robots.txt of a site does not allow an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """What a look at an address gave: what to tell, and what to keep of it."""

    told: Sighting
    kept: WatchedAddress


class Watch:
    """Looks at the addresses of all sources of a newsroom that its texts may rest on."""

    def __init__(
        self,
        newsroom: Newsroom,
        watched: WatchedAddresses,
        *,
        by: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        asking: Callable[..., Answer] = ask,
        wait: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        delay: float = DELAY,
    ) -> None:
        """`by` is the id of the account that the record names. The rest is there for tests.

        `asking` is `beleg.intake.fetching.ask` or like it; `wait` waits so many seconds, `clock` counts them.
        """
        self._newsroom = newsroom
        self._watched = watched
        self._by = by
        self._now = now
        self._asking = asking
        self._wait = wait
        self._clock = clock
        self._delay = delay

    def once(self) -> Iterator[Sighting]:
        """Look at every address once and yield what was seen, in the order of the looks.

        First what an interrupted watch or retraction has left unchecked is checked.

        One request at a time; between two to the same site some seconds pass, in which others are asked. What one
        address does wrong stops no other.
        """
        self._newsroom.check_outdated(by=self._by)
        robots = Robots(lambda address: self._asking(address, max_bytes=LARGEST))
        put_off: dict[str, str] = {}
        for address, held in self._in_turn(robots):
            before = self._watched.seen(address)
            before = replace(before, not_before=max(before.not_before, put_off.get(_site(address), "")))
            if before.not_before > self._at:
                yield Sighting(address=address, outcome=Outcome.PUT_OFF, says=f"until {before.not_before}")
                continue
            try:
                seen = self._look(before, held, robots)
            except Error as refused:  # somebody else was at work on the same dossier
                seen = self._failed(before, str(refused))
            except (
                Exception
            ) as fault:  # whatever a stranger's document or header sets off: it is this address's fault
                seen = self._failed(before, f"what stands there cannot be handled ({type(fault).__name__})")
            self._watched.keep(seen.kept)
            if seen.told.outcome is Outcome.BUSY:
                put_off[_site(address)] = seen.kept.not_before
            yield seen.told

    @property
    def _at(self) -> str:
        return stamp(self._now())

    def _in_turn(self, robots: Robots) -> Iterator[tuple[str, tuple[HeldSource, ...]]]:
        """The addresses, each when its site may be asked again."""
        by_address: dict[str, list[HeldSource]] = defaultdict(list)
        for held in self._newsroom.held():
            if held.standing is Standing.STANDING and held.address.startswith(("https://", "http://")):
                by_address[held.address].append(held)
        by_site: dict[str, list[str]] = defaultdict(list)
        for address in by_address:
            by_site[_site(address)].append(address)
        turns = [(0.0, place, site) for place, site in enumerate(by_site)]
        while turns:
            due, place, site = heapq.heappop(turns)
            if (left := due - self._clock()) > 0:
                self._wait(left)
            address = by_site[site].pop(0)
            yield address, tuple(by_address[address])
            if by_site[site]:
                pause = max(self._delay, robots.delay(address))
                heapq.heappush(turns, (self._clock() + pause, place, site))

    def _look(self, before: WatchedAddress, held: Sequence[HeldSource], robots: Robots) -> _Seen:
        def may(address: str) -> None:
            if not robots.allows(address):
                raise DisallowedError(f"{address}: the site’s robots.txt does not allow it to be fetched.")

        known = before.compared == _fingerprint(held)
        try:
            answer = self._asking(
                before.address,
                etag=before.etag if known else "",
                last_modified=before.last_modified if known else "",
                before_hop=may,
            )
        except DisallowedError as refused:
            return self._seen(before, Outcome.DISALLOWED, str(refused))
        except Error as refused:
            return self._failed(before, str(refused))
        if answer.status == HTTPStatus.NOT_MODIFIED:
            return self._seen(_found(before), Outcome.UNCHANGED)
        if answer.status == HTTPStatus.OK:
            return self._compared(_found(before), before, answer, held)
        says = f"the server answers {status_words(answer.status)}"
        lasting = answer.status in (HTTPStatus.GONE, HTTPStatus.NOT_FOUND)
        if lasting and any(is_of_feed(self._newsroom, one) for one in held):
            # That a feed is given up says nothing of the articles that were in it.
            return self._seen(self._missing(before), Outcome.MISSING, says)
        if answer.status == HTTPStatus.GONE:
            return self._taken_back(before, held, "410 Gone")
        if answer.status == HTTPStatus.NOT_FOUND:
            missing = self._missing(before)
            if self._long_enough(missing):
                since = f"404 Not Found, seen {missing.missing} times since {missing.missing_since}"
                return self._taken_back(missing, held, since)
            return self._seen(missing, Outcome.MISSING, says)
        return self._failed(before, says, answer)

    def _compared(
        self, found: WatchedAddress, before: WatchedAddress, answer: Answer, held: Sequence[HeldSource]
    ) -> _Seen:
        """What has become of the sources, now that the whole document is here."""
        fetched = Fetched(raw=answer.raw, address=before.address, media_type=answer.media_type)
        try:
            items = take_in(before.address, captured=self._now(), fetcher=lambda _: fetched)
        except Error as refused:
            return self._failed(before, str(refused))
        found = replace(found, etag=answer.etag, last_modified=answer.last_modified)
        says = next((item.taken_back for item in items if item.taken_back), "")
        if says and len(items) == 1:
            return self._taken_back(found, held, says)
        changed: list[tuple[HeldSource, Source]] = []
        notes: list[str] = []
        for one in held:
            version = newer_version(self._newsroom, one, items)
            if version.says:
                notes.append(version.says)
            elif version.source.taken_back:
                return self._taken_back(found, [one], version.source.taken_back)
            elif version.unrelated:
                missing = self._missing(before)
                if not self._long_enough(missing):
                    what = "something quite different stands there now"
                    return self._seen(missing, Outcome.MISSING, what)
                changed.append((one, version.source))
            elif version.changed:
                changed.append((one, version.source))
        if not changed:
            outcome = Outcome.NOT_COMPARED if notes else Outcome.UNCHANGED
            return self._seen(self._fingerprinted(found), outcome, "; ".join(dict.fromkeys(notes)))
        fallouts = tuple(
            self._newsroom.change_source(one.dossier, one.source, new, by=self._by) for one, new in changed
        )
        sighting = Sighting(address=before.address, outcome=Outcome.CHANGED, fallouts=fallouts)
        return _Seen(told=sighting, kept=self._fingerprinted(found))

    def _taken_back(self, seen: WatchedAddress, held: Sequence[HeldSource], says: str) -> _Seen:
        """Its publisher took it back: it falls, and with it every earlier version of it."""
        fallouts = []
        for source in dict.fromkeys(each for one in held for each in versions_of(self._newsroom, one)):
            if any(one.standing is not Standing.RETRACTED for one in self._newsroom.held(source)):
                fallouts.append(self._newsroom.retract_source(source, says, by=self._by, by_publisher=True))
        told = Sighting(address=seen.address, outcome=Outcome.RETRACTED, says=says, fallouts=tuple(fallouts))
        return _Seen(told=told, kept=_found(seen))

    def _fingerprinted(self, seen: WatchedAddress) -> WatchedAddress:
        there = self._newsroom.held(address=seen.address)
        standing = [one for one in there if one.standing is Standing.STANDING]
        return replace(seen, compared=_fingerprint(standing))

    def _missing(self, before: WatchedAddress) -> WatchedAddress:
        since = before.missing_since or self._at
        return replace(before, failures=0, not_before="", missing=before.missing + 1, missing_since=since)

    def _long_enough(self, seen: WatchedAddress) -> bool:
        since = datetime.fromisoformat(seen.missing_since)
        return seen.missing >= SIGHTINGS and self._now() - since >= MISSING_FOR

    def _failed(self, before: WatchedAddress, says: str, answer: Answer | None = None) -> _Seen:
        failures = before.failures + 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures - 1, 10))
        busy = answer is not None and answer.status in _BUSY
        if answer is not None and busy:
            asked = _retry_after(answer.retry_after, self._now())
            pause = min(LONGEST_ASKED_PAUSE, max(pause, asked))
        kept = replace(before, failures=failures, not_before=stamp(self._now() + pause))
        outcome = Outcome.BUSY if busy else Outcome.FAILED
        return self._seen(kept, outcome, f"{says}; not asked again before {kept.not_before}")

    def _seen(self, kept: WatchedAddress, outcome: Outcome, says: str = "") -> _Seen:
        says = says.removeprefix(f"{kept.address}: ")
        return _Seen(told=Sighting(address=kept.address, outcome=outcome, says=says), kept=kept)


def _found(seen: WatchedAddress) -> WatchedAddress:
    """The address after something was found there again."""
    return replace(seen, failures=0, not_before="", missing=0, missing_since="")


def _site(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:  # a source can name anything as its address; it is refused when it is asked
        return address
    return f"{parts.scheme}://{parts.netloc}"


def _fingerprint(held: Sequence[HeldSource]) -> str:
    """Names the sources that a document was compared with; another one taken in since has to be compared too."""
    names = sorted(f"{one.dossier} {one.source}" for one in held)
    return sha256("\n".join(names).encode("utf-8")).hexdigest()


def _retry_after(header: str, now: datetime) -> timedelta:
    """How long a server asks to be left alone: seconds, or a date (RFC 9110, 10.2.3); none where it says nothing one
    can read.
    """
    header = header.strip()
    if header.isdecimal():
        return timedelta(seconds=int(header[:9]))
    try:
        moment = parsedate_to_datetime(header)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now
    except (ValueError, IndexError, TypeError, OverflowError):
        return timedelta(0)
