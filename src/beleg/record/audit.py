"""Audit: whether everything the record keeps still fits together, and whether an export of its log is that log.

Nothing here needs the newsroom's private key, and nothing is repaired.
"""

from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Connection, Row, select

from beleg.record import log_proof, merkle
from beleg.record.attached import named_hashes
from beleg.record.chain import follow
from beleg.record.export import OWN_STREAM, TIMESTAMPS, exported, lines
from beleg.record.keys import STREAM
from beleg.record.log import Log
from beleg.record.schema import attachments
from beleg.record.signed_note import Verifier, checkpoint_in
from beleg.record.store import RecordStore
from beleg.record.tiles import CHECKPOINT, content, tiles
from beleg.record.timestamping import time_of
from beleg.terms.events import Entry
from beleg.terms.refusal import Error

_ENTRIES = (
    "SELECT e.dossier, e.position, e.previous, e.hash, CAST(e.line AS BLOB) AS line, l.number FROM events AS e "
    "LEFT JOIN log_leaves AS l ON l.dossier = e.dossier AND l.position = e.position "
    "ORDER BY l.number IS NULL, l.number"
)


def audit(store: RecordStore, folder: Path | None = None) -> tuple[str, ...]:
    """Return what does not fit, each in one sentence; an empty result means that all of it does.

    Looked at: that every entry follows from the one before it in its dossier, that the columns repeat what the lines
    say, that every entry has its leaf, in the order of its dossier, that the tree is the one of these leaves, that
    every key was introduced as it has to be, that bytes give their hash and are those that the entries name, that
    timestamps are of this log; and, if `folder` is given, that the log exported there is the beginning of this one,
    file by file.
    """
    found: list[str] = []
    with store.log() as log:
        found += _entries(log)
        found += _bytes(log.connection)
        found += _attachments(store, log.connection)
        try:
            verifiers = store.verifiers()
        except Error as why:
            return (*found, str(why))
        for number, (note, answer) in enumerate(log.timestamps()):
            if not is_of_this_log(note, verifiers, log) or time_of(answer, note) is None:
                found.append(f"Timestamp {number} is none of a checkpoint of this log.")
        if folder is not None:
            found += _export(store, log, folder, verifiers)
    return tuple(found)


def _entries(log: Log) -> Iterator[str]:
    """What is wrong with entries, leaves and tree; a dossier that cannot be followed any further is told once."""
    last: dict[str, Entry | None] = {}
    leaves: list[bytes] = []
    broken: set[str] = set()
    due = 0  # the number of the leaf that comes next
    for row in log.connection.exec_driver_sql(_ENTRIES):
        where = f"Entry {row.position} of {row.dossier[:60]}"
        if row.number is None:
            yield f"{where} is not in the log."
        elif row.number != due:
            yield f"{where} is leaf {row.number} of the log and should be leaf {due}."
        due = due + 1 if row.number is None else row.number + 1
        leaves.append(merkle.leaf_hash(log_proof.leaf(row.dossier, row.position, row.line)))
        if row.dossier in broken:
            continue
        try:
            last[row.dossier] = _followed(row, last.get(row.dossier))
        except Error as why:
            broken.add(row.dossier)
            yield f"The record of {row.dossier[:60]} is broken: {why}"
    yield from _tree(log, leaves)


def _followed(row: "Row[tuple[str, int, str, str, bytes, int]]", before: Entry | None) -> Entry:
    entry = follow(row.line, before)
    said = (entry.dossier, entry.position, entry.previous, entry.hash)
    if said != (row.dossier, row.position, row.previous, row.hash):
        raise Error(f"Entry {entry.position} is kept under another place or hash than its line says.")
    return entry


def _tree(log: Log, leaves: list[bytes]) -> Iterator[str]:
    if log.size != len(leaves):
        yield f"The log has {log.size} leaves, and there are {len(leaves)} entries."
    wanted = {(level, position): digest for level, position, digest in merkle.nodes_over(leaves)}
    rows = log.connection.exec_driver_sql("SELECT level, position, hash FROM log_nodes")
    kept = {(level, position): digest for level, position, digest in rows}
    if kept != wanted:
        yield "The tree of the log is not the one of its entries; `beleg record rebuild` builds it again."


def _bytes(connection: Connection) -> Iterator[str]:
    for digest, raw in connection.exec_driver_sql("SELECT sha256, CAST(raw AS BLOB) FROM blobs"):
        if sha256(raw).hexdigest() != digest:
            yield f"The bytes stored under {digest} were changed: they no longer give this hash."


def _attachments(store: RecordStore, connection: Connection) -> Iterator[str]:
    """What is missing of sources and of what went out, or is not what its entry names."""
    kept: dict[str, dict[tuple[int, str], str]] = defaultdict(dict)
    for dossier, position, role, digest in connection.execute(select(attachments)):
        kept[dossier][position, role] = digest
    for dossier in store.dossiers():
        try:
            named = named_hashes(store.entries(dossier))
        except Error:
            continue  # its chain does not hold, which is told with the entries
        for position, digests in named.items():
            for role, digest in digests.items():
                there = kept[dossier].get((position, role.value))
                if there != digest:
                    what = "is not the one it names" if there else "is missing"
                    yield f"Entry {position} of {dossier}: its {role.value} {what}."


def is_of_this_log(note: bytes, verifiers: tuple[Verifier, ...], log: Log) -> bool:
    """Whether the note is a checkpoint, signed with one of these keys, that the log has grown from."""
    for verifier in verifiers:
        try:
            checkpoint = checkpoint_in(note, verifier)
        except Error:
            continue
        return checkpoint.size <= log.size and log.root(checkpoint.size) == checkpoint.root
    return False


def _export(store: RecordStore, log: Log, folder: Path, verifiers: tuple[Verifier, ...]) -> Iterator[str]:
    try:
        checkpoint = exported(folder, verifiers)
        if checkpoint is None:
            yield f"{folder}: holds no log; there is no {CHECKPOINT} in it."
            return
        if checkpoint.size > log.size:
            yield f"{folder}: holds {checkpoint.size} entries of this log, and the newsroom only {log.size}."
            return
        if log.root(checkpoint.size) != checkpoint.root:
            yield f"{folder}: holds a log that this one does not begin with."
        for tile in tiles(checkpoint.size):
            path = folder / tile.path
            if not path.exists():
                yield f"{path}: missing."
            elif path.read_bytes() != content(tile, log):
                yield f"{path}: not what stands in the log."
        path = folder / OWN_STREAM
        found = path.read_bytes() if path.exists() else b""
        known = [entry for entry in store.entries(STREAM) if log.number(entry) < checkpoint.size]
        if not found.startswith(lines(known)) or not lines(store.entries(STREAM)).startswith(found):
            yield f"{path}: not the newsroom's own stream."
        for number, pair in enumerate(log.timestamps()):
            for suffix, raw in zip((CHECKPOINT, "tsr"), pair, strict=True):
                path = folder / TIMESTAMPS / f"{number}.{suffix}"
                if path.exists() and path.read_bytes() != raw:
                    yield f"{path}: not what the newsroom keeps."
    except Error as why:
        yield str(why)
    except OSError as why:
        yield f"{why.filename or folder}: cannot be read; {why.strerror}."
