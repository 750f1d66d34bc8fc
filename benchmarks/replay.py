"""Replay: how long it takes to tell a whole newsroom's state from its record, every hash looked at."""

import gc
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import insert

from beleg.desk.serve import COLLECTED
from beleg.record.schema import events
from beleg.record.store import RecordStore
from beleg.review.replay import replay
from benchmarks.figures import Figure
from benchmarks.long_record import Line, lines

EVENTS = 100_000
_AT_ONCE = 2_000


def run(count: int = EVENTS) -> list[Figure]:
    """Measure on a record made on the spot, with cold memory: lines are read from the disk and decoded, in a process
    that collects what nobody uses as seldom as the desk does."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTED)
    try:
        return _measured(count)
    finally:
        gc.set_threshold(*before)


def _measured(count: int) -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        with RecordStore.open(Path(folder)) as store:
            size = _fill(store, lines(count))
        with RecordStore.open(Path(folder)) as store:
            began = perf_counter()
            told = replay(store.entries("d-long"))
            longest = perf_counter() - began
        with RecordStore.open(Path(folder)) as store:
            seen = 0
            began, worked = perf_counter(), process_time()
            for dossier in store.dossiers():
                entries = store.entries(dossier)
                if replay(entries).head != entries[-1].hash:
                    raise AssertionError(f"{dossier}: the state does not end where its record ends.")
                seen += len(entries)
            took, worked = perf_counter() - began, process_time() - worked
    if seen != count or not told.decisions:
        raise AssertionError(f"{seen} events were replayed, {count} were written.")
    return [
        Figure("replay.events", seen, "events"),
        Figure("replay.size", size / 1e6, "MB"),
        Figure("replay.seconds", took, "s", higher_is_better=False),
        Figure("replay.seconds_of_work", worked, "s", higher_is_better=False),
        Figure("replay.seconds_of_the_longest", longest, "s", higher_is_better=False),
    ]


def _fill(store: RecordStore, record: Iterator[Line]) -> int:
    """Store the lines as they are; return how many bytes they have."""
    size = 0
    while batch := list(islice(record, _AT_ONCE)):
        rows = [
            {
                "dossier": one.dossier,
                "position": one.position,
                "previous": one.previous,
                "hash": one.hash,
                "line": one.line,
            }
            for one in batch
        ]
        with store.act() as act:
            act.connection.execute(insert(events), rows)
        size += sum(len(one.line) for one in batch)
    return size
