"""Kept: what was worked out for texts and for sets of sources, so that the next check of a dossier need not do it
again.

Readings and indexes are values of what they were made from, so that keeping them changes no answer. What was unused for
longest goes first.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Condition, Lock, get_ident

from beleg.evidence.indexed_sources import IndexedSources
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.evidence import ReadSource
from beleg.terms.reading import Block, Reading
from beleg.terms.source import Source

_MOST_READ = 4_000_000
"""Characters of texts whose readings are kept: a thousand reports of 3 KB with room to spare; some 300 MB when it is
full.
"""
_MOST_INDEXED = 250_000_000
"""Bytes, roughly, of the indexes that are kept, with the evidence in them: those of some ten dossiers at work."""
_A_CHARACTER = 150
"""Bytes of an index for each character of its sources (144 measured on the example)."""

_SetOfSources = tuple[tuple[Source, ...], str, datetime | None]


class KeptReadings:
    """The readings of texts."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: OrderedDict[tuple[str, str, tuple[Block, ...] | None], Reading] = OrderedDict()
        self._characters = 0

    def reading(self, text: str, language: str, *, laid_out: tuple[Block, ...] | None = None) -> Reading:
        """The reading of a text, a value of it: the sources of a dossier are read once, not at every check.

        `laid_out` are its blocks where it is the words of a draft.
        """
        key = text, language, laid_out
        with self._lock:
            if found := self._found.get(key):
                self._found.move_to_end(key)
                return found
        found = read(text, language_for(language), laid_out=laid_out)
        with self._lock:
            if key not in self._found:
                self._found[key] = found
                self._characters += len(text)
            while self._characters > _MOST_READ and len(self._found) > 1:
                (forgotten, *_), _ = self._found.popitem(last=False)
                self._characters -= len(forgotten)
        return found

    def forget(self) -> None:
        """Drop everything."""
        with self._lock:
            self._found.clear()
            self._characters = 0


class KeptIndexes:
    """The indexes of sets of sources; who uses one has it alone.

    Who needs one that is in use waits: to make another would take longer, and threads share one interpreter anyway.
    """

    def __init__(self) -> None:
        self._lock = Condition()
        self._in_use: dict[_SetOfSources, int] = {}
        self._idle: OrderedDict[_SetOfSources, IndexedSources] = OrderedDict()

    @contextmanager
    def of(
        self, sources: Sequence[ReadSource], language: Language, published: datetime | None
    ) -> Iterator[IndexedSources]:
        """The index of these sources, made where none is kept; kept again afterwards, unless the work with it broke
        off.
        """
        key = tuple(each.source for each in sources), language.code, published
        with self._lock:
            while self._in_use.get(key, get_ident()) != get_ident():
                self._lock.wait()
            within = key in self._in_use  # by this very thread, which would wait for itself
            self._in_use[key] = get_ident()
            indexed = self._idle.pop(key, None)
        if within:
            yield IndexedSources(sources, language, published)
            return
        whole = False
        try:
            if indexed is None:
                indexed = IndexedSources(sources, language, published)
            yield indexed
            whole = True
        finally:
            with self._lock:
                if whole and indexed is not None:
                    self._idle[key] = indexed
                self._make_room(key)
                del self._in_use[key]
                self._lock.notify_all()

    def _make_room(self, latest: _SetOfSources) -> None:
        """Drop indexes until the others fit, never the latest: first those that share a source with it, as an earlier
        state of the same dossier does, then those unused for longest."""
        weights = {key: _weight(indexed) for key, indexed in self._idle.items()}
        have = set(latest[0])
        others = [key for key in self._idle if key != latest]
        others.sort(
            key=lambda key: have.isdisjoint(key[0])
        )  # stable: of either kind the longest unused first
        while others and sum(weights.values()) > _MOST_INDEXED:
            dropped = others.pop(0)
            del self._idle[dropped], weights[dropped]

    def forget(self) -> None:
        """Drop everything."""
        with self._lock:
            self._idle.clear()


def _weight(indexed: IndexedSources) -> int:
    return _A_CHARACTER * sum(len(each.source.text) for each in indexed.sources) + indexed.kept.weight


READINGS = KeptReadings()
"""The readings this process has made."""
INDEXES = KeptIndexes()
"""The indexes this process has made."""


def forget() -> None:
    """Drop what was worked out in earlier checks, so that the next one reads and indexes its sources anew."""
    READINGS.forget()
    INDEXES.forget()
