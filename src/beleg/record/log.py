"""Log: one hash tree over the entries of all dossiers and of the newsroom's own stream, in the order they were stored.

Which entry is which leaf is part of the record (`log_leaves`) and never changes. The hashes of the tree (`log_nodes`)
follow from the entries: they can be dropped and built again (`rebuild`).
"""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection

from beleg.record import log_proof, merkle
from beleg.terms.events import Entry
from beleg.terms.refusal import Error

_LINES = (
    "SELECT l.number, l.dossier, l.position, CAST(e.line AS BLOB) FROM log_leaves AS l JOIN events AS e "
    "ON e.dossier = l.dossier AND e.position = l.position WHERE l.number >= ? AND l.number < ? ORDER BY l.number"
)

_KEEP = "INSERT INTO log_nodes (level, position, hash) VALUES (?, ?, ?)"
_BATCH = 10_000


class Log:
    """The log as one transaction sees it."""

    def __init__(self, connection: Connection) -> None:
        """Use `RecordStore.log`, or `Act` to add to it."""
        self.connection = connection

    @property
    def size(self) -> int:
        """How many leaves there are."""
        newest = self.connection.exec_driver_sql("SELECT max(number) FROM log_leaves").scalar()
        return 0 if newest is None else int(newest) + 1

    def append(self, entry: Entry, line: bytes) -> int:
        """Add the leaf of an entry that was just stored, `line` being its canonical line; return its number."""
        number = self.size
        self.connection.exec_driver_sql(
            "INSERT INTO log_leaves (number, dossier, position) VALUES (?, ?, ?)",
            (number, entry.dossier, entry.position),
        )
        leaf = merkle.leaf_hash(log_proof.leaf(entry.dossier, entry.position, line))
        self.connection.exec_driver_sql(_KEEP, list(merkle.completed(number, leaf, self.node)))
        return number

    def holds(self, dossier: str) -> bool:
        """Whether there is an entry of this dossier (or stream); looks at none."""
        first = "SELECT 1 FROM log_leaves WHERE dossier = ? AND position = 1"
        return self.connection.exec_driver_sql(first, (dossier,)).scalar() is not None

    def lines(self, dossier: str) -> tuple[bytes, ...]:
        """Return the canonical lines of a dossier (or stream) in their order, as they lie in the file at this moment.

        Nothing about them is verified, and nothing remembered of an earlier reading stands in for them.
        """
        found = self.connection.exec_driver_sql(
            "SELECT CAST(line AS BLOB) FROM events WHERE dossier = ? ORDER BY position", (dossier,)
        )
        return tuple(bytes(row[0]) for row in found)

    def number(self, entry: Entry) -> int:
        """Return the number of the entry's leaf, from 0. Raises Error if it has none."""
        found = self.connection.exec_driver_sql(
            "SELECT number FROM log_leaves WHERE dossier = ? AND position = ?",
            (entry.dossier, entry.position),
        ).scalar()
        if found is None:
            raise Error(f"Entry {entry.position} of {entry.dossier[:60]} is not in the log.")
        return int(found)

    def root(self, size: int) -> bytes:
        """Return the root of the tree of the first `size` leaves."""
        return merkle.root(size, self.node)

    def inclusion(self, number: int, size: int) -> tuple[bytes, ...]:
        """Return the proof that leaf `number` is in the tree of `size`; see `beleg.record.merkle.inclusion`."""
        return merkle.inclusion(number, size, self.node)

    def consistency(self, old: int, new: int) -> tuple[bytes, ...]:
        """Return the proof that the tree of `new` leaves begins with that of `old`."""
        return merkle.consistency(old, new, self.node)

    def node(self, level: int, position: int) -> bytes:
        """Return a hash of the tree. Raises Error if it is not there; `beleg record rebuild` makes it again."""
        found = self.connection.exec_driver_sql(
            "SELECT hash FROM log_nodes WHERE level = ? AND position = ?", (level, position)
        ).scalar()
        if found is None:
            raise Error("The log has lost hashes of its tree; `beleg record rebuild` builds them again.")
        return bytes(found)

    def nodes(self, level: int, start: int, stop: int) -> tuple[bytes, ...]:
        """Return the hashes of a level from `start` up to, not including, `stop`; raises Error as `node` does."""
        rows = self.connection.exec_driver_sql(
            "SELECT hash FROM log_nodes WHERE level = ? AND position >= ? AND position < ? ORDER BY position",
            (level, start, stop),
        ).all()
        if len(rows) != stop - start:
            raise Error("The log has lost hashes of its tree; `beleg record rebuild` builds them again.")
        return tuple(bytes(row[0]) for row in rows)

    def leaves(self, start: int, stop: int) -> Iterator[bytes]:
        """Yield the content of the leaves from `start` up to, not including, `stop`, told from the entries."""
        for _, dossier, position, line in self.connection.exec_driver_sql(_LINES, (start, stop)):
            yield log_proof.leaf(dossier, position, line)

    def rebuild(self) -> int:
        """Drop the hashes of the tree and build them again from the entries; return how many leaves there are."""
        self.connection.exec_driver_sql("DELETE FROM log_nodes")
        size = self.size
        nodes = merkle.nodes_over(merkle.leaf_hash(content) for content in self.leaves(0, size))
        while batch := list(islice(nodes, _BATCH)):
            self.connection.exec_driver_sql(_KEEP, batch)
        return size

    def timestamps(self) -> tuple[tuple[bytes, bytes], ...]:
        """Return the checkpoints that a timestamp authority answered to, each with its answer, the oldest first."""
        rows = self.connection.exec_driver_sql("SELECT checkpoint, token FROM timestamps ORDER BY number")
        return tuple((bytes(checkpoint), bytes(token)) for checkpoint, token in rows)

    def keep_timestamp(self, checkpoint: bytes, token: bytes) -> None:
        """Keep what a timestamp authority answered to a checkpoint."""
        self.connection.exec_driver_sql(
            "INSERT INTO timestamps SELECT coalesce(max(number) + 1, 0), ?, ? FROM timestamps",
            (checkpoint, token),
        )
