"""Which passages of the sources a sentence of the draft rests on.

Every sentence of every source is scored by its coverage: the share of the draft sentence's content words that it has,
each word weighted by its inverse document frequency over the sources' sentences (Spärck Jones 1972). The best one is
taken, then further ones as long as each adds a good part of what is still missing: a sentence of a draft may join two
of a source.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from beleg.evidence.words import ContentWord, Vocabulary, content_words
from beleg.language.language import Language
from beleg.terms.evidence import ReadSource
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence

MOST_PASSAGES = 3
GAIN = 0.12
"""Share of the sentence's weight that a further passage must add."""
CANDIDATES = 50
"""Sentences, best first, among which further passages are looked for."""
CONTEXT_WEIGHT = 0.5
"""What a word counts that only the sentence before or after has: the passage's pronouns stand for it."""
OFTEN = 200
"""Sentences a word may stand in before it no longer leads to further ones."""
ENOUGH_PLACES = 100
"""Sentences found by rarer words from which on such a word leads to no further ones."""
MOST_AS_GOOD = 8
"""Places that are looked at as reporting the same; of more than these a further one says nothing new."""
ABOUT_AS_GOOD = 0.85
"""Share of the best coverage from which another passage reports the same thing."""


class Place(NamedTuple):
    """A sentence of a source: which source (by position) and which sentence."""

    source: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Support:
    """The places a sentence of the draft rests on, best first, and how much of it they cover (0 to 1).

    `covered` says for each content word how well it is covered (0 to 1) by all places together, `by_place` the
    coverage each sentence of the sources reaches alone.
    """

    places: tuple[Place, ...]
    coverage: float
    covered: tuple[float, ...]
    by_place: dict[Place, float]


class SourceIndex:
    """The sentences of all sources, indexed by stem."""

    def __init__(self, sources: Sequence[ReadSource], language: Language) -> None:
        self.sources = sources
        self._postings: dict[str, list[Place]] = defaultdict(list)
        self._sets: dict[str, frozenset[Place]] = {}
        self._words: dict[Place, list[ContentWord]] = {}
        for number, source in enumerate(sources):
            for position, sentence in enumerate(source.reading.sentences):
                place = Place(number, position)
                words = content_words(sentence.tokens, language)
                self._words[place] = words
                for stem in {stem for word in words for stem in word.stems}:
                    self._postings[stem].append(place)
        self.vocabulary = Vocabulary(self._postings)
        self._frequency = Counter({stem: len(places) for stem, places in self._postings.items()})

    def sentence(self, place: Place) -> Sentence:
        """The sentence at a place."""
        return self.sources[place.source].reading.sentences[place.sentence]

    def passage(self, place: Place) -> Passage:
        """The sentence at a place as a passage of its source."""
        return self.sources[place.source].passage(self.sentence(place).span)

    def words(self, place: Place) -> list[ContentWord]:
        """The content words of the sentence at a place."""
        return self._words.get(place, [])

    def weight(self, word: ContentWord) -> float:
        """How much a content word counts: ln(1 + N / df), the rarer the more; a word no source has counts as one in four."""
        total = max(len(self._words), 1)
        found = max(
            (self._frequency[m] for stem in word.stems for m in self.vocabulary.matches(stem)), default=4
        )
        return math.log(1 + total / found)

    def matches(self, word: ContentWord) -> dict[str, float]:
        """The stems of the sources that match a content word, each with how well (0 to 1)."""
        found: dict[str, float] = {}
        for stem in word.stems:
            for match, quality in self.vocabulary.matches(stem).items():
                found[match] = max(found.get(match, 0.0), quality)
        return found

    def _where(self, stem: str, cover: Mapping[Place, object]) -> Collection[Place]:
        """The places with a stem; for a frequent one only those of them that rarer words have led to."""
        postings = self._postings[stem]
        if len(cover) < ENOUGH_PLACES or len(postings) <= OFTEN:
            return postings
        if stem not in self._sets:
            self._sets[stem] = frozenset(postings)
        return cover.keys() & self._sets[stem]

    def support(self, words: Sequence[ContentWord]) -> Support:
        """The places that cover these content words best."""
        weights = [self.weight(word) for word in words]
        total = sum(weights)
        if not total:
            return Support((), 0.0, (), {})
        cover: dict[Place, list[float]] = {}
        # Rare words first: a word that stands nearly everywhere says nothing about where to look.
        for number in sorted(range(len(words)), key=lambda at: -weights[at]):
            word = words[number]
            single = len(word.stems) == 1
            for stem in word.stems:
                for match, quality in self.vocabulary.matches(stem).items():
                    share = quality / len(word.stems)
                    for place in self._where(match, cover):
                        row = cover.get(place)
                        if row is None:
                            row = cover[place] = [0.0] * len(words)
                        row[number] = min(1.0, max(row[number], share) if single else row[number] + share)
        by_place = {place: _weighted(row, weights) / total for place, row in cover.items()}
        # Equal coverage: the earlier source and sentence, so that a report never depends on chance.
        ranking = nsmallest(
            CANDIDATES, by_place, key=lambda place: (-by_place[place], place.source, place.sentence)
        )
        chosen: list[Place] = []
        covered = [0.0] * len(words)
        for _ in range(MOST_PASSAGES):
            best, gain = None, 0.0
            for place in ranking:
                if place in chosen:
                    continue
                added = (
                    _weighted([max(0.0, b - a) for a, b in zip(covered, cover[place], strict=True)], weights)
                    / total
                )
                if added > gain + 1e-9:
                    best, gain = place, added
            if best is None or (chosen and gain < GAIN):
                break
            chosen.append(best)
            covered = [max(a, b) for a, b in zip(covered, cover[best], strict=True)]
        for place in tuple(chosen):
            for neighbour in (
                Place(place.source, place.sentence - 1),
                Place(place.source, place.sentence + 1),
            ):
                if neighbour in cover:
                    covered = [
                        max(a, CONTEXT_WEIGHT * b) for a, b in zip(covered, cover[neighbour], strict=True)
                    ]
        return Support(tuple(chosen), _weighted(covered, weights) / total, tuple(covered), by_place)


def about_as_good(by_place: Mapping[Place, float], best: float) -> list[Place]:
    """The places that cover about as much as the best one, best first, at most eight; ties in the order of the sources."""
    good = (place for place, coverage in by_place.items() if coverage >= ABOUT_AS_GOOD * best)
    return nsmallest(MOST_AS_GOOD, good, key=lambda place: (-by_place[place], place.source, place.sentence))


def _weighted(row: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(row, weights, strict=True))
