"""Kept: what was worked out for texts and for sets of sources, so that the next check of a dossier need not do it again.

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
"""Characters of texts whose readings are kept: a thousand reports of 3 KB with room to spare; some 300 MB when it is full."""
_MOST_INDEXED = 1_000_000
"""Characters of sources whose indexes are kept: those of some ten dossiers at work."""

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
        """The index of these sources, made where none is kept; kept again afterwards, unless the work with it broke off."""
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
                while len(self._idle) > 1 and sum(map(_characters, self._idle.values())) > _MOST_INDEXED:
                    self._idle.popitem(last=False)
                del self._in_use[key]
                self._lock.notify_all()

    def forget(self) -> None:
        """Drop everything."""
        with self._lock:
            self._idle.clear()


def _characters(indexed: IndexedSources) -> int:
    return sum(len(each.source.text) for each in indexed.sources)


READINGS = KeptReadings()
"""The readings this process has made."""
INDEXES = KeptIndexes()
"""The indexes this process has made."""


def forget() -> None:
    """Drop what was worked out in earlier checks, so that the next one reads and indexes its sources anew."""
    READINGS.forget()
    INDEXES.forget()
