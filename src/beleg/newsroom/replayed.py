"""Replayed: the state of dossiers, and what is open in them, kept for who asks for them again.

A state is a value of the entries it was told from: where these are the same, or go on from the same head, it holds.
What the entries themselves are worth is for the record to say, each time they are asked for (`beleg.record.store`).
"""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from beleg.review.assessment import assess
from beleg.review.replay import after, replay
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry
from beleg.terms.review import Review

_MOST = 64
"""Dossiers whose states are kept; they share nearly all they hold with the entries."""


class Replayed:
    """The states of dossiers. Safe for several threads."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: OrderedDict[str, tuple[int, Dossier]] = OrderedDict()
        self._reviews: OrderedDict[str, tuple[str, Review]] = OrderedDict()
        self._lock = Lock()

    def of(self, entries: Sequence[Entry]) -> Dossier:
        """Return the state that these entries, all of a dossier, tell. Raises Error as `replay` does."""
        count, known = self._kept(entries)
        if known is None:
            known = replay(entries)
        elif count < len(entries):
            known = after(known, *entries[count:])
        else:
            return known
        with self._lock:
            self._known[known.id] = len(entries), known
            self._known.move_to_end(known.id)
            if len(self._known) > self._most:
                self._known.popitem(last=False)
        return known

    def review(self, dossier: Dossier) -> Review:
        """Return what is decided and what is open about the current text of a dossier as its record tells it."""
        with self._lock:
            head, known = self._reviews.get(dossier.id, ("", None))
        if known is not None and head == dossier.head:
            return known
        known = assess(dossier)
        with self._lock:
            self._reviews[dossier.id] = dossier.head, known
            self._reviews.move_to_end(dossier.id)
            if len(self._reviews) > self._most:
                self._reviews.popitem(last=False)
        return known

    def _kept(self, entries: Sequence[Entry]) -> tuple[int, Dossier | None]:
        """How many of the entries a kept state was told from, and that state; None where none fits."""
        if not entries:
            return 0, None
        with self._lock:
            count, known = self._known.get(entries[0].dossier, (0, None))
        # A hash stands for all that came before it.
        if known is None or count > len(entries) or entries[count - 1].hash != known.head:
            return 0, None
        return count, known
