"""Which passages of the sources a sentence of the draft rests on.

Every sentence of every source is scored by its coverage: the share of the draft sentence's content words that it has,
each word weighted by its inverse document frequency over the sources' sentences (Spärck Jones 1972). The best one is
taken, then further ones as long as each adds a good part of what is still missing: a sentence of a draft may join two
of a source.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import accumulate
from typing import NamedTuple

from beleg.evidence.candidates import CANDIDATES, WordPlaces, candidates
from beleg.evidence.spelled import SpelledWords
from beleg.evidence.words import ContentWord, Vocabulary, by_stem, content_words
from beleg.language.language import Language
from beleg.language.synonyms import synonyms
from beleg.terms.evidence import ReadSource
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence

MOST_PASSAGES = 3
GAIN = 0.12
"""Share of the sentence's weight that a further passage must add."""
CONTEXT_WEIGHT = 0.5
"""What a word counts that only the sentence before or after has: the passage's pronouns stand for it."""
MOST_AS_GOOD = 8
"""Places that are looked at as reporting the same; of more than these a further one says nothing new."""
ABOUT_AS_GOOD = 0.85
"""Share of the best coverage from which another passage reports the same thing."""

_KEPT = 2_000
"""Answers that are kept: those of a draft of some 500 sentences, which is checked again after every edit; some 20
MB.
"""
_KEPT_WORDS = 2_000
"""Words of the draft whose places are kept."""


class Place(NamedTuple):
    """A sentence of a source: which source (by position) and which sentence."""

    source: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Support:
    """The places a sentence of the draft rests on, best first, and how much of it they cover (0 to 1).

    `covered` says for each content word how well it is covered (0 to 1) by all places together, `by_place` the
    coverage sentences of the sources reach alone: at least the best 50, and all from WORTH_A_LOOK.
    """

    places: tuple[Place, ...]
    coverage: float
    covered: tuple[float, ...]
    by_place: dict[Place, float]


class SourceIndex:
    """The sentences of all sources, indexed by stem."""

    def __init__(self, sources: Sequence[ReadSource], language: Language) -> None:
        self.sources = sources
        self._language = language
        self._words: dict[Place, list[ContentWord]] = {}
        self._weights: dict[tuple[str, ...], float] = {}
        self._known: dict[tuple[str, ...], WordPlaces] = {}
        self._supports: dict[tuple[tuple[str, ...], ...], Support] = {}
        self.places = [
            Place(number, position)
            for number, source in enumerate(sources)
            for position in range(len(source.reading.sentences))
        ]
        counts = (len(source.reading.sentences) for source in sources)
        self._first = list(accumulate(counts, initial=0))
        tokens = [sentence.tokens for source in sources for sentence in source.reading.sentences]
        self.spelled = SpelledWords(tokens, language)
        """The words of the sources; it tells sentences by their number in `places`."""
        self._postings = by_stem(tokens, self.spelled, language)
        self.vocabulary = Vocabulary(self._postings, synonyms(language.code))

    def sentence(self, place: Place) -> Sentence:
        """The sentence at a place."""
        return self.sources[place.source].reading.sentences[place.sentence]

    def passage(self, place: Place) -> Passage:
        """The sentence at a place as a passage of its source."""
        return self.sources[place.source].passage(self.sentence(place).span)

    def words(self, place: Place) -> list[ContentWord]:
        """The content words of the sentence at a place."""
        known = self._words.get(place)
        if known is None:
            known = self._words[place] = content_words(self.sentence(place).tokens, self._language)
        return known

    def weight(self, word: ContentWord) -> float:
        """How much a content word counts: ln(1 + N / df), the rarer the more; a word no source has counts as one in
        four.
        """
        known = self._weights.get(word.stems)
        if known is None:
            matches = self.vocabulary.matches
            found = max((len(self._postings[m]) for stem in word.stems for m in matches(stem)), default=4)
            known = self._weights[word.stems] = math.log(1 + max(len(self.places), 1) / found)
        return known

    def matches(self, word: ContentWord) -> dict[str, float]:
        """The stems of the sources that match a content word, each with how well (0 to 1)."""
        found: dict[str, float] = {}
        for stem in word.stems:
            for match, quality in self.vocabulary.matches(stem).items():
                found[match] = max(found.get(match, 0.0), quality)
        return found

    def number(self, place: Place) -> int:
        """The number of a place in `places`."""
        return self._first[place.source] + place.sentence

    def has(self, word: ContentWord, number: int) -> bool:
        """Whether the sentence with this number has a content word or a part of it."""
        return self._places_of(word.stems).at(number) > 0

    def having(self, stems: Iterable[str]) -> list[int]:
        """The numbers of the sentences that have any of these stems of the sources, in order."""
        return sorted(set[int]().union(*(self._postings[stem] for stem in stems)))

    def support(self, words: Sequence[ContentWord]) -> Support:
        """The places that cover these content words best; kept for a while, for a sentence is asked about in parts."""
        key = tuple(word.stems for word in words)
        known = self._supports.get(key)
        if known is None:
            if len(self._supports) >= _KEPT:
                self._supports.clear()
            known = self._supports[key] = self._supported(words)
        return known

    def _supported(self, words: Sequence[ContentWord]) -> Support:
        weights = [self.weight(word) for word in words]
        total = sum(weights)
        if not total:
            return Support((), 0.0, (), {})
        known = [self._places_of(word.stems) for word in words]
        alone = {at: value / total for at, value in candidates(known, weights).items()}
        # Equal coverage, up to rounding: the earlier source and sentence, so that a report never depends on chance.
        ranking = sorted(alone, key=lambda at: (-round(alone[at], 9), at))[:CANDIDATES]
        chosen = ranking[:1]
        covered = [0.0] * len(words)
        for at in ranking[:1]:
            covered = [word.at(at) for word in known]
        while chosen and len(chosen) < MOST_PASSAGES:
            missing = [
                (word, weight, share)
                for word, weight, share in zip(known, weights, covered, strict=True)
                if share < 1.0
            ]
            if sum((1 - share) * weight for _, weight, share in missing) < GAIN * total:
                break
            best, gain = None, 0.0
            for at in ranking:
                # None further down adds more than it covers alone.
                if alone[at] <= gain + 1e-9 or alone[at] < GAIN:
                    break
                added = sum(
                    (value - share) * weight
                    for word, weight, share in missing
                    if (value := word.at(at)) > share
                )
                if at not in chosen and added / total > gain + 1e-9:
                    best, gain = at, added / total
            if best is None or gain < GAIN:
                break
            chosen.append(best)
            covered = [max(share, word.at(best)) for word, share in zip(known, covered, strict=True)]
        for at in tuple(chosen):
            for beside in (at - 1, at + 1):
                if 0 <= beside < len(self.places) and self.places[beside].source == self.places[at].source:
                    covered = [
                        max(share, CONTEXT_WEIGHT * word.at(beside)) if share < CONTEXT_WEIGHT else share
                        for word, share in zip(known, covered, strict=True)
                    ]
        return Support(
            tuple(self.places[at] for at in chosen),
            sum(share * weight for share, weight in zip(covered, weights, strict=True)) / total,
            tuple(covered),
            {self.places[at]: value for at, value in alone.items()},
        )

    def _places_of(self, stems: tuple[str, ...]) -> WordPlaces:
        """The sentences that have a word with these stems, each with how well."""
        known = self._known.get(stems)
        if known is None:
            if len(self._known) >= _KEPT_WORDS:
                self._known.clear()
            matches = [
                (self._postings[match], quality / len(stems))
                for stem in stems
                for match, quality in self.vocabulary.matches(stem).items()
            ]
            known = self._known[stems] = WordPlaces.of(matches, adding=len(stems) > 1)
        return known


def about_as_good(by_place: Mapping[Place, float], best: float) -> list[Place]:
    """The places that cover about as much as the best one, best first, at most eight; ties in the order of the
    sources.
    """
    good = (place for place, coverage in by_place.items() if coverage >= ABOUT_AS_GOOD * best)
    return nsmallest(MOST_AS_GOOD, good, key=lambda place: (-by_place[place], place.source, place.sentence))
