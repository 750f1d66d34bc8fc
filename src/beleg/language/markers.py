"""Markers: words that say how sure a statement is, whether it is denied, of how many it holds, and why.

Each language package has a `markers.toml`. A word that ends with "-" stands for an adjective: its inflected forms
count, and what it says holds for the noun after it ("der mutmaßliche Täter") rather than for the clause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from beleg.language.word_lists import word_list
from beleg.language.words import Phrases, Words, by_first_word, starts_with
from beleg.terms.clause import Marker


@dataclass(frozen=True, slots=True)
class Marked:
    """A marker among the words of a sentence, from word `start` to before `end`.

    `attributive` is True where it holds for the noun after it only.
    """

    marker: Marker
    start: int
    end: int
    attributive: bool


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers of one language."""

    words: Mapping[str, tuple[Marker, ...]]
    adjectives: Mapping[str, tuple[Marker, ...]]
    phrases: Mapping[Marker, Phrases]
    adjective_endings: tuple[str, ...]
    idle: Phrases
    """Phrases in which a marker says something else: "nicht nur", "noch immer", "jeder fünfte"."""
    shares: frozenset[str]
    """Words that name a share or a selection, in whatever words the source has it: "Hälfte", "jeder fünfte"."""
    of_a_whole: frozenset[str]
    """Words between a share and the whole it is of: "30 Prozent der Händler"."""
    before_adjectives: frozenset[str]
    """Words of denial that may belong to an adjective alone: "nicht"."""
    small: bool
    """Whether nouns are written small, so that a capital inside a sentence is a name's: "in May", "Will Smith"."""
    definite: frozenset[str]
    """Words before a noun that stands for all of its kind in the place at hand: "die Händler"."""
    beginnings: frozenset[str]
    """The first words of all phrases; hardly a word of a text is one of them."""

    def may_have(self, marker: Marker, words: Words) -> bool:
        """Whether a marker may be among the words of a sentence; quicker than finding it."""
        phrases = self.phrases[marker]
        return any(
            word in phrases
            or marker in self.words.get(word, ())
            or (
                word.endswith(self.adjective_endings)
                and any(
                    marker in self.adjectives.get(word.removesuffix(ending), ())
                    for ending in self.adjective_endings
                )
            )
            for word in words.low
        )

    def find(self, words: Words) -> Iterator[Marked]:
        """The markers among the words of a sentence, in order."""
        idle_until = 0
        for at, word in enumerate(words.low):
            begins = word in self.beginnings
            if begins:
                idle_until = max(idle_until, at + starts_with(words.low, at, self.idle))
            if at < idle_until or (self.small and _named(words, at)):
                continue
            for marker, phrases in self.phrases.items() if begins else ():
                if length := starts_with(words.low, at, phrases):
                    yield Marked(marker, at, at + length, False)
                    idle_until = max(idle_until, at + length)
            if at < idle_until:
                continue
            for marker in self.words.get(word, ()):
                grading = marker is Marker.SOME or (
                    marker is Marker.DENIAL and word in self.before_adjectives
                )
                yield Marked(marker, at, at + 1, grading and self._grades(words, at))
            if word in self.words or not word.endswith(self.adjective_endings):
                continue
            for ending in self.adjective_endings:
                if word.endswith(ending):
                    for marker in self.adjectives.get(word[: len(word) - len(ending)], ()):
                        yield Marked(marker, at, at + 1, True)

    def _grades(self, words: Words, at: int) -> bool:
        """Whether an adverb belongs to an adjective, and so to its noun: "teilweise schwere Böen", "nicht reife
        Äpfel".
        """
        return (
            not self.small
            and at + 2 < len(words)
            and words.tokens[at + 1].text[0].islower()
            and words.low[at + 1].endswith(self.adjective_endings[:-1])
            and words.low[at + 1] not in self.definite
            and words.low[at + 1] not in self.words
            and words.capitalised(at + 2)
        )


def _named(words: Words, at: int) -> bool:
    """Whether a capital makes a word part of a name: inside a sentence, or at its head before another capital."""
    if not words.capitalised(at):
        return False
    return at > 0 or (len(words) > 1 and words.capitalised(1))


@cache
def markers(language: str) -> Markers:
    """The markers of a language by its code."""
    data: dict[str, Any] = word_list(f"beleg.language.{language}", "markers.toml")
    words: dict[str, tuple[Marker, ...]] = {}
    adjectives: dict[str, tuple[Marker, ...]] = {}
    for marker in Marker:
        for word in data.get(marker.value, {}).get("words", "").split():
            table, key = (adjectives, word[:-1]) if word.endswith("-") else (words, word)
            table[key] = (*table.get(key, ()), marker)
    phrases = {marker: by_first_word(data.get(marker.value, {}).get("phrases", [])) for marker in Marker}
    idle = by_first_word(data["idle"])
    return Markers(
        words=words,
        adjectives=adjectives,
        phrases=phrases,
        adjective_endings=tuple(data["adjective_endings"]),
        idle=idle,
        shares=frozenset(data["shares"].split()),
        of_a_whole=frozenset(data["of_a_whole"].split()),
        before_adjectives=frozenset(data["before_adjectives"].split()),
        small=data["small"],
        definite=frozenset(data["definite"].split()),
        beginnings=frozenset(idle).union(*phrases.values()),
    )
