"""Rewriting: which earlier sentence a changed one was made from, so that a machine's stays known as begun by it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from math import log

from beleg.terms.revision import SentenceOrigin

REWRITTEN = 0.5
"""Share of the words of the shorter of two sentences that must agree for one to count as a rewriting of the other."""

_FEWEST = 3
"""Words that must agree at least; fewer count only if they are half of the longer sentence too."""
_LOOKED_AT = 200
"""Earlier sentences a changed one is compared with, so that a long text costs no more than its length."""
_WORD = re.compile(r"\w+")


class Earlier:
    """The sentences a dossier has had, by their words."""

    def __init__(self, origins: Sequence[SentenceOrigin]) -> None:
        """`origins` are those of all earlier sentences, each once, the newest first."""
        self._origins = origins
        self._words = [_words(origin.text) for origin in origins]
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                self._having[word].append(number)

    def rewritten_as(self, text: str) -> SentenceOrigin | None:
        """Return the sentence that `text` is a rewriting of; None if it is none of any.

        It is the one that shares most of its words, in whatever order; a word weighs the more the fewer sentences have
        it, so that articles and auxiliaries tie nothing together. Of several as similar it is one that a machine began,
        then the newest. Before all of these comes one that a person has still to read (`SentenceOrigin.to_read`):
        joining it to another sentence is no reading. Upper and lower case and punctuation do not matter.
        """
        words = _words(text)
        total = self._weight(words)
        alike = {number: self._alike(words, total, number) for number in self._near(words)}
        close = [number for number, share in alike.items() if share >= REWRITTEN]
        if not close:
            return None

        def rank(number: int) -> tuple[bool, float, bool, int]:
            origin = self._origins[number]
            return origin.to_read, alike[number], bool(origin.engine), -number

        return self._origins[max(close, key=rank)]

    def _near(self, words: frozenset[str]) -> frozenset[int]:
        """The sentences that share the rarest words, up to `_LOOKED_AT` of them."""
        near: set[int] = set()
        shared = (self._having[word] for word in words if word in self._having)
        for having in sorted(shared, key=lambda numbers: (len(numbers), numbers)):
            near.update(having[:_LOOKED_AT])
            if len(near) >= _LOOKED_AT:
                break
        return frozenset(near)

    def _alike(self, words: frozenset[str], total: float, number: int) -> float:
        """Share, by weight, of the words of the shorter sentence that stand in both (0 to 1)."""
        other = self._words[number]
        both = words & other
        if len(both) < _FEWEST and 2 * len(both) < max(len(words), len(other)):
            return 0.0
        return self._weight(both) / min(total, self._weight(other))

    def _weight(self, words: frozenset[str]) -> float:
        # Sorted, because a sum of fractions depends on its order, and the same text must always tell the same.
        # A word that no earlier sentence has weighs as much as the rarest.
        return sum(
            sorted(log(1 + len(self._origins) / max(1, len(self._having.get(word, ())))) for word in words)
        )


@lru_cache(maxsize=20_000)  # the sentences of a dossier are gone through at every save
def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))
