"""Remembered: entries that were read and found whole, kept for who asks for them again.

A dossier somebody works on is asked for over and over. Who goes through the whole record asks for each once; keeping
all that would push out what is worked on, and cost more than the reading: Python's garbage collector walks through
everything that is kept again and again while more is read.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from beleg.terms.events import Entry

ENOUGH = 200_000_000
"""Bytes of lines whose entries are kept, some 400 MB of memory when it is full: a dozen dossiers at work, each with
a hundred saves. The dossiers not asked for the longest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The entries of a dossier as far as they were read, and how many bytes their lines have."""

    entries: tuple[Entry, ...] = ()
    size: int = 0


class Remembered:
    """What has been read of the record, dossier by dossier. Safe for several threads."""

    def __init__(self, enough: int = ENOUGH) -> None:
        self._enough = enough
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._size = 0
        self._read_once: set[str] = set()
        self._lock = Lock()

    def of(self, dossier: str) -> Reading:
        """What is remembered of a dossier; empty if nothing is."""
        with self._lock:
            found = self._readings.get(dossier)
            if found is None:
                return Reading()
            self._readings.move_to_end(dossier)
            return found

    def keep(self, dossier: str, reading: Reading) -> None:
        """Remember a reading from the second time on, unless a longer one of the same dossier is kept already."""
        with self._lock:
            if dossier not in self._read_once:
                self._read_once.add(dossier)
                return
            known = self._readings.get(dossier, Reading())
            if len(reading.entries) <= len(known.entries):
                return
            self._readings[dossier] = reading
            self._readings.move_to_end(dossier)
            self._size += reading.size - known.size
            while self._size > self._enough and len(self._readings) > 1:
                _, forgotten = self._readings.popitem(last=False)
                self._size -= forgotten.size
