"""Contradiction: two sources that do not have the same thing alike."""

from dataclasses import dataclass

from beleg.terms.passage import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two passages of two sources about the same thing, and the words in which they differ.

    `words` are the number or date of `passage`, `other_words` that of `other`; both are empty where one of the two
    denies what the other says.
    """

    passage: Passage
    other: Passage
    words: str = ""
    other_words: str = ""
