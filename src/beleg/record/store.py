"""Store: where the record, the bytes it speaks of and the people are kept."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, insert, select, text

from beleg.record.chain import follow, linked
from beleg.record.database import open_database, refusals, sweep
from beleg.record.evidence_index import EvidenceIndex
from beleg.record.gone_out import GoneOut, continuing, gone_out
from beleg.record.keys import STREAM, verifiers
from beleg.record.log import Log
from beleg.record.logged import Logged
from beleg.record.own_streams import OWN_STREAMS
from beleg.record.people import People, account_in, accounts_in
from beleg.record.remembered import Reading, Remembered
from beleg.record.resting import Resting
from beleg.record.schema import attachments, blobs, events
from beleg.record.signed_note import Verifier
from beleg.terms.account import Account
from beleg.terms.events import Entry, Event
from beleg.terms.refusal import Error

_MORE = "SELECT CAST(line AS BLOB) FROM events WHERE dossier = ? AND position > ? ORDER BY position"
"""Asked at every page and act, mostly in vain; so it is not put together anew each time."""


class Role(StrEnum):
    """What bytes are to the entry they are attached to."""

    RAW = "raw"
    """The bytes of a source as they came."""
    TEXT = "text"
    """The plain text of a source, UTF-8; spans count its code points."""
    PAGE = "page"
    """The published page."""
    BUNDLE = "bundle"
    """The published bundle."""
    STATEMENT = "statement"
    """What a sign-off signs, in an envelope with the newsroom's signature (`sign-off.dsse.json`)."""
    C2PA = "c2pa"
    """The C2PA manifest of the published page."""
    NEWSML_G2 = "newsml_g2"
    """What went out as NewsML-G2."""
    NINJS = "ninjs"
    """What went out as ninjs."""
    NINJS_LOWER_CASE = "ninjs_lower_case"
    """What went out as ninjs in the lower-case dialect."""


class RecordStore(People):
    """The record of a newsroom in its folder. Safe for several threads and several processes at once."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        """Use `RecordStore.open`."""
        self.folder = folder
        """The folder of the newsroom."""
        self._engine = engine
        self._writing = engine.execution_options(writing=True)
        self._remembered = Remembered()

    @classmethod
    def open(cls, folder: Path, *, create: bool = True) -> Self:
        """Open the record in `folder`; see `beleg.record.database.open_database` for what is refused."""
        store = cls(open_database(folder, create=create), folder)
        store._index()
        return store

    def _index(self) -> None:
        """Build the evidence index where another version of Beleg built it, or none did."""
        with self._read() as connection:
            if EvidenceIndex(connection).current:
                return
        with self.act() as act:
            index = EvidenceIndex(act.connection)
            if not index.current:  # nobody else can have built it by now
                index.rebuild()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def act(self) -> Iterator["Act"]:
        """One act: everything done with what this yields is stored together at the end, or nothing is.

        Nobody else writes meanwhile, so what the act reads stays true until it is stored; keep it short. An
        exception inside takes everything back. Raises Error if another act holds the record for too long or
        the disk refuses.
        """
        with refusals(), self._writing.begin() as connection:
            yield Act(self, connection)

    def sweep(self) -> bool:
        """Overwrite on the disk what was erased (`beleg.record.erasing`); see `beleg.record.database.sweep`."""
        return sweep(self._engine)

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with self.act() as act:
            yield act.connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with refusals(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read with what is kept beside the record, as it is now."""
        with self._read() as connection:
            yield connection

    @contextmanager
    def resting(self) -> Iterator[Resting]:
        """Who holds a source and what rests on it, as it is now."""
        with self._read() as connection:
            yield Resting(connection)

    @contextmanager
    def log(self) -> Iterator[Log]:
        """The log as it is now, to be read; what others store meanwhile does not show in it."""
        with self._read() as connection:
            yield Log(connection)

    def checkpoint(self) -> bytes:
        """The signed checkpoint of the log as it is now. Raises Error as `Act.key` does."""
        with self.act() as act:
            return act.checkpoint()

    def verifiers(self) -> tuple[Verifier, ...]:
        """All public keys the newsroom has signed with, the present one last; needs no key file.

        Raises Error if one was introduced without the signatures it needs.
        """
        return verifiers(self.entries(STREAM))

    def dossiers(self) -> tuple[str, ...]:
        """The ids of all dossiers, in the order they were opened."""
        first = select(events.c.dossier).where(events.c.position == 1, events.c.dossier.not_in(OWN_STREAMS))
        with self._read() as connection:
            return tuple(connection.scalars(first.order_by(text("rowid"))))

    def gone_out(self) -> tuple[GoneOut, ...]:
        """What stands at the address of every dossier that has published anything, the newest first."""
        with self._read() as connection:
            return gone_out(connection)

    def continuing(self, dossier: str) -> tuple[str, ...]:
        """The ids of the dossiers that continue the article of `dossier`, in the order they were opened."""
        with self._read() as connection:
            return continuing(connection, dossier)

    def head(self, dossier: str) -> str:
        """The hash of the last entry of a dossier as it is stored; empty if there is none. Nothing is verified."""
        last = select(events.c.hash).where(events.c.dossier == dossier).order_by(events.c.position.desc())
        with self._read() as connection:
            return connection.scalar(last.limit(1)) or ""

    def entries(self, dossier: str) -> tuple[Entry, ...]:
        """All entries of a dossier (or of one of `OWN_STREAMS`) in their order; empty if there is none of that id.

        Raises Error naming the place if the chain does not hold.
        """
        with self._read() as connection:
            return self.entries_over(connection, dossier)

    def entries_over(self, connection: Connection, dossier: str) -> tuple[Entry, ...]:
        """Like `entries`, over a connection that has written nothing yet; entries read once are remembered."""
        known = self._remembered.of(dossier)
        entries, size = list(known.entries), known.size
        more = connection.exec_driver_sql(_MORE, (dossier, len(entries)))
        for (line,) in more:
            try:
                entries.append(follow(line, entries[-1] if entries else None))
            except Error as why:
                raise Error(f"The record of dossier {dossier} is broken: {why}") from None
            size += len(line)
        if size == known.size:
            return known.entries
        read = Reading(tuple(entries), size)
        self._remembered.keep(dossier, read)
        return read.entries

    def blobs(self, digests: Sequence[str]) -> tuple[bytes, ...]:
        """The bytes with these SHA-256, in their order, asked for at once. Raises Error where there are none or they no
        longer give it.
        """
        with self._read() as connection:
            found = connection.execute(select(blobs).where(blobs.c.sha256.in_(digests)))
            held = {digest: bytes(raw) for digest, raw in found}
        return tuple(_intact(digest, held.get(digest)) for digest in digests)

    def attached(self, dossier: str, position: int) -> Mapping[Role, bytes]:
        """The bytes attached to an entry, by role; empty if there are none."""
        with self._read() as connection:
            return _attached(connection, dossier, position)


class Act(Logged):
    """What is stored together; see `RecordStore.act`."""

    def __init__(self, store: RecordStore, connection: Connection) -> None:
        """Use `RecordStore.act`."""
        super().__init__(connection, store.folder)
        self._store = store
        self._entries: dict[str, tuple[Entry, ...]] = {}

    def entries(self, dossier: str) -> tuple[Entry, ...]:
        """All entries of a dossier, those of this act included."""
        if dossier not in self._entries:
            self._entries[dossier] = self._store.entries_over(self.connection, dossier)
        return self._entries[dossier]

    def account(self, account_id: str) -> Account:
        """The account with this id. Raises Error if there is none."""
        return account_in(self.connection, account_id)

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by login."""
        return accounts_in(self.connection)

    def append(
        self, dossier: str, event: Event, *, by: str, at: str, attach: Mapping[Role, bytes] | None = None
    ) -> Entry:
        """Put an event at the end of a dossier's chain and into the log, and keep its bytes; return its entry.

        `at` is RFC 3339 in UTC, `by` an account id. Raises Error if it cannot be written canonically.
        """
        before = self.entries(dossier)
        entry, line = linked(event, dossier=dossier, by=by, at=at, after=before[-1] if before else None)
        self.connection.execute(
            insert(events),
            {
                "dossier": dossier,
                "position": entry.position,
                "previous": entry.previous,
                "hash": entry.hash,
                "line": line,
            },
        )
        self.log.append(entry, line)
        self._entries[dossier] = (*before, entry)
        EvidenceIndex(self.connection).note(self._entries[dossier])
        for role, raw in (attach or {}).items():
            self.attach(entry, role, raw)
        return entry

    def attached(self, dossier: str, position: int) -> Mapping[Role, bytes]:
        """The bytes attached to an entry, by role; empty if there are none."""
        return _attached(self.connection, dossier, position)

    def attach(self, entry: Entry, role: Role, raw: bytes) -> None:
        """Keep bytes that belong to an entry; the same bytes are kept once however often they are attached."""
        digest = sha256(raw).hexdigest()
        self.connection.execute(insert(blobs).prefix_with("OR IGNORE"), {"sha256": digest, "raw": raw})
        self.connection.execute(
            insert(attachments),
            {"dossier": entry.dossier, "position": entry.position, "role": role.value, "sha256": digest},
        )


def _attached(connection: Connection, dossier: str, position: int) -> Mapping[Role, bytes]:
    wanted = select(attachments.c.role, attachments.c.sha256).where(
        attachments.c.dossier == dossier, attachments.c.position == position
    )
    rows = connection.execute(wanted).all()
    return {Role(role): _blob(connection, digest) for role, digest in rows}


def _blob(connection: Connection, digest: str) -> bytes:
    return _intact(digest, connection.scalar(select(blobs.c.raw).where(blobs.c.sha256 == digest)))


def _intact(digest: str, raw: bytes | None) -> bytes:
    if raw is None:
        raise Error(f"There are no bytes with the hash {digest[:64]}.")
    if sha256(raw).hexdigest() != digest:
        raise Error(f"The bytes stored under {digest} were changed: they no longer give this hash.")
    return bytes(raw)
