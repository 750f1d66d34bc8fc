"""Markers: words that say how sure a statement is, whether it is denied, of how many it holds, and why.

Each language package has a `markers.toml`. A word that ends with "-" stands for an adjective: its inflected forms
count, and what it says holds for the noun after it ("der mutmaßliche Täter") rather than for the clause.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from beleg.language.lexicon import word_list
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
    no_denials: Phrases
    """Phrases with a word of denial that deny nothing: "nicht nur"."""

    def find(self, words: Words) -> Iterator[Marked]:
        """The markers among the words of a sentence, in order."""
        for at, word in enumerate(words.low):
            for marker, phrases in self.phrases.items():
                if length := starts_with(words.low, at, phrases):
                    yield Marked(marker, at, at + length, False)
            idle = starts_with(words.low, at, self.no_denials)
            for marker in self.words.get(word, ()):
                if marker is not Marker.DENIAL or not idle:
                    yield Marked(marker, at, at + 1, False)
            for ending in self.adjective_endings:
                if word.endswith(ending):
                    for marker in self.adjectives.get(word[: len(word) - len(ending)], ()):
                        yield Marked(marker, at, at + 1, True)


@cache
def markers(language: str) -> Markers:
    """The markers of a language by its code."""
    data: dict[str, Any] = word_list(f"beleg.language.{language}", "markers.toml")
    words: dict[str, tuple[Marker, ...]] = {}
    adjectives: dict[str, tuple[Marker, ...]] = {}
    for marker in Marker:
        for word in data[marker.value]["words"].split():
            table, key = (adjectives, word[:-1]) if word.endswith("-") else (words, word)
            table[key] = (*table.get(key, ()), marker)
    return Markers(
        words=words,
        adjectives=adjectives,
        phrases={marker: by_first_word(data[marker.value].get("phrases", [])) for marker in Marker},
        adjective_endings=tuple(data["adjective_endings"]),
        no_denials=by_first_word(data["no_denials"]),
    )
