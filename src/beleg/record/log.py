"""Log: one hash tree over the entries of all dossiers and of the newsroom's own stream, in the order they were stored.

Which entry is which leaf is part of the record (`log_leaves`) and never changes. The hashes of the tree (`log_nodes`)
follow from the entries: they can be dropped and built again (`rebuild`).
"""

from collections.abc import Iterator

from sqlalchemy import Connection

from beleg.record import log_proof, merkle
from beleg.terms.events import Entry
from beleg.terms.refusal import Error

_LINES = (
    "SELECT l.number, l.dossier, l.position, e.line FROM log_leaves AS l JOIN events AS e "
    "ON e.dossier = l.dossier AND e.position = l.position WHERE l.number >= ? AND l.number < ? ORDER BY l.number"
)


class Log:
    """The log as one transaction sees it."""

    def __init__(self, connection: Connection) -> None:
        """Use `RecordStore.log`, or `Act` to add to it."""
        self._connection = connection

    @property
    def size(self) -> int:
        """How many leaves there are."""
        newest = self._connection.exec_driver_sql("SELECT max(number) FROM log_leaves").scalar()
        return 0 if newest is None else int(newest) + 1

    def append(self, entry: Entry, line: bytes) -> int:
        """Add the leaf of an entry that was just stored, `line` being its canonical line; return its number."""
        number = self.size
        self._connection.exec_driver_sql(
            "INSERT INTO log_leaves (number, dossier, position) VALUES (?, ?, ?)",
            (number, entry.dossier, entry.position),
        )
        self._keep(number, log_proof.leaf(entry.dossier, entry.position, line))
        return number

    def number(self, entry: Entry) -> int:
        """Return the number of the entry's leaf, from 0. Raises Error if it has none."""
        found = self._connection.exec_driver_sql(
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
        found = self._connection.exec_driver_sql(
            "SELECT hash FROM log_nodes WHERE level = ? AND position = ?", (level, position)
        ).scalar()
        if found is None:
            raise Error("The log has lost hashes of its tree; `beleg record rebuild` builds them again.")
        return bytes(found)

    def nodes(self, level: int, start: int, stop: int) -> tuple[bytes, ...]:
        """Return the hashes of a level from `start` up to, not including, `stop`; raises Error as `node` does."""
        rows = self._connection.exec_driver_sql(
            "SELECT hash FROM log_nodes WHERE level = ? AND position >= ? AND position < ? ORDER BY position",
            (level, start, stop),
        ).all()
        if len(rows) != stop - start:
            raise Error("The log has lost hashes of its tree; `beleg record rebuild` builds them again.")
        return tuple(bytes(row[0]) for row in rows)

    def leaves(self, start: int, stop: int) -> Iterator[bytes]:
        """Yield the content of the leaves from `start` up to, not including, `stop`, told from the entries."""
        for _, dossier, position, line in self._connection.exec_driver_sql(_LINES, (start, stop)):
            yield log_proof.leaf(dossier, position, line)

    def rebuild(self) -> int:
        """Drop the hashes of the tree and build them again from the entries; return how many leaves there are."""
        self._connection.exec_driver_sql("DELETE FROM log_nodes")
        size = self.size
        for number, content in enumerate(self.leaves(0, size)):
            self._keep(number, content)
        return size

    def _keep(self, number: int, content: bytes) -> None:
        made: dict[tuple[int, int], bytes] = {}
        for level, position, digest in merkle.completed(number, merkle.leaf_hash(content), self.node):
            made[level, position] = digest
        self._connection.exec_driver_sql(
            "INSERT INTO log_nodes (level, position, hash) VALUES (?, ?, ?)",
            [(level, position, digest) for (level, position), digest in made.items()],
        )
