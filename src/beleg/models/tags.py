"""Tags: parts of speech of German words from HanTa's morphology (Wartena 2019), without their sentence.

Looked up once for each word form, and for the words of the training corpus not at all: tagging whole sentences would
cost more than all the rest of reading.
"""

from collections.abc import Mapping
from typing import Any, Final

from beleg.models.libraries import hanta

_MODEL: Final = "morphmodel_ger.pgz"
_WORSE: Final = 4.0
"""A second reading counts if its log probability is at most this much lower."""
_MOST: Final = 2
_LONGEST: Final = 12
"""HanTa's time grows with length: a longer word is a noun if it is capitalised, else its ending is looked at."""
_NOUN: Final = ("NN",)
_MOST_KNOWN: Final = 500_000


class GermanTags:
    """From a German word to its one or two likeliest parts of speech (STTS); Error where HanTa is not installed."""

    def __init__(self, known: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """`known` are words whose tags were looked up before."""
        self.known = dict(known or {})
        """The tags of every word asked for so far, and of those known before."""
        self._tagger: Any = hanta().HanoverTagger(_MODEL)

    def __call__(self, word: str) -> tuple[str, ...]:
        """The tags of a word as written; none for a word that has no reading."""
        tags = self.known.get(word)
        if tags is None:
            tags = self._looked_up(word)
            if len(self.known) < _MOST_KNOWN:
                self.known[word] = tags
        return tags

    def _looked_up(self, word: str) -> tuple[str, ...]:
        if len(word) > _LONGEST and word[0].isupper():
            return _NOUN
        readings: list[tuple[str, float]] = self._tagger.tag_word(word[-_LONGEST:])[:_MOST]
        return tuple(tag for tag, value in readings if value > readings[0][1] - _WORSE)
