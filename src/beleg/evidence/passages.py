"""Which passages of the sources a sentence of the draft rests on.

Every sentence of every source is scored by its coverage: the share of the draft sentence's content words that it has,
each word weighted by its inverse document frequency over the sources' sentences (Spärck Jones 1972). The best one is
taken, then further ones as long as each adds a good part of what is still missing: a sentence of a draft may join two
of a source.
"""

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from beleg.evidence.words import ContentWord, Vocabulary, content_words, stems_in
from beleg.language.language import Language
from beleg.language.synonyms import synonyms
from beleg.terms.evidence import ReadSource
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence

MOST_PASSAGES = 3
GAIN = 0.12
"""Share of the sentence's weight that a further passage must add."""
CANDIDATES = 50
"""Sentences, best first, among which further passages are looked for."""
WORTH_A_LOOK = 0.3
"""Coverage from which every sentence of the sources is told to whoever looks for the same thing elsewhere."""
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

_KEPT = 64
"""Answers that are kept."""
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
        self.places: list[Place] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._sets: dict[str, frozenset[int]] = {}
        self._words: dict[Place, list[ContentWord]] = {}
        self._weights: dict[tuple[str, ...], float] = {}
        self._known: dict[tuple[str, ...], tuple[dict[int, float], dict[int, None]]] = {}
        self._supports: dict[tuple[tuple[str, ...], ...], Support] = {}
        for number, source in enumerate(sources):
            for position, sentence in enumerate(source.reading.sentences):
                for stem in stems_in(sentence.tokens, language):
                    self._postings[stem].append(len(self.places))
                self.places.append(Place(number, position))
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
        """How much a content word counts: ln(1 + N / df), the rarer the more; a word no source has counts as one in four."""
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
        shares, found = self._shares(words, weights)
        alone = dict.fromkeys(found, 0.0)
        for share, weight in zip(shares, weights, strict=True):
            for at, value in share.items():
                alone[at] += value * weight
        least = _least(alone, total)
        alone = {at: value / total for at, value in alone.items() if value >= least}
        # Equal coverage: the earlier source and sentence, so that a report never depends on chance.
        ranking = sorted(alone, key=lambda at: (-alone[at], at))[:CANDIDATES]
        rows = _Rows(shares)
        chosen: list[int] = []
        covered = [0.0] * len(words)
        for _ in range(MOST_PASSAGES):
            best, gain = None, 0.0
            for at in ranking:
                # None further down adds more than it covers alone.
                if alone[at] <= gain + 1e-9 or (chosen and alone[at] < GAIN):
                    break
                if at in chosen:
                    continue
                added = alone[at] if not chosen else _weighted(_added(covered, rows.at(at)), weights) / total
                if added > gain + 1e-9:
                    best, gain = at, added
            if best is None or (chosen and gain < GAIN):
                break
            chosen.append(best)
            covered = [max(a, b) for a, b in zip(covered, rows.at(best), strict=True)]
        for at in tuple(chosen):
            for beside in (at - 1, at + 1):
                if beside in found and self.places[beside].source == self.places[at].source:
                    row = rows.at(beside)
                    covered = [max(a, CONTEXT_WEIGHT * b) for a, b in zip(covered, row, strict=True)]
        return Support(
            tuple(self.places[at] for at in chosen),
            _weighted(covered, weights) / total,
            tuple(covered),
            {self.places[at]: value for at, value in alone.items()},
        )

    def _shares(
        self, words: Sequence[ContentWord], weights: Sequence[float]
    ) -> tuple[list[dict[int, float]], dict[int, None]]:
        """For each word the places that have it, each with how well; and all these places, the rarest word's first."""
        shares: list[dict[int, float]] = [{} for _ in words]
        found: dict[int, None] = {}
        # Rare words first: a word that stands nearly everywhere says nothing about where to look.
        for number in sorted(range(len(words)), key=lambda at: -weights[at]):
            stems = words[number].stems
            known = self._known.get(stems)
            if known is None:
                known = self._places_of(stems, found)
                if self._all_rare(stems):
                    if len(self._known) >= _KEPT_WORDS:
                        self._known.clear()
                    self._known[stems] = known
            shares[number], order = known
            found.update(order)
        return shares, found

    def _all_rare(self, stems: Sequence[str]) -> bool:
        """Whether the places of a word do not depend on what other words led to."""
        return all(
            len(self._postings[match]) <= OFTEN for stem in stems for match in self.vocabulary.matches(stem)
        )

    def _places_of(
        self, stems: Sequence[str], found: dict[int, None]
    ) -> tuple[dict[int, float], dict[int, None]]:
        """The places that have a word, each with how well; and the same places, those with the word itself first.

        They are added to those `found` by rarer words.
        """
        share: dict[int, float] = {}
        order: dict[int, None] = {}
        for stem in stems:
            for match, quality in self.vocabulary.matches(stem).items():
                places = dict.fromkeys(self._where(match, found), quality / len(stems))
                order.update(dict.fromkeys(places))
                found.update(order)
                if len(stems) > 1:
                    for at, value in places.items():
                        share[at] = min(1.0, share.get(at, 0.0) + value)
                else:
                    # The word itself comes first and counts most.
                    places.update(share)
                    share = places
        return share, order

    def _where(self, stem: str, found: Mapping[int, object]) -> Collection[int]:
        """The places with a stem; for a frequent one only those of them that rarer words have led to."""
        postings = self._postings[stem]
        if len(found) < ENOUGH_PLACES or len(postings) <= OFTEN:
            return postings
        if stem not in self._sets:
            self._sets[stem] = frozenset(postings)
        return found.keys() & self._sets[stem]


class _Rows:
    """How well each place covers each word, looked up for the few places that are compared."""

    def __init__(self, shares: Sequence[Mapping[int, float]]) -> None:
        self._shares = shares
        self._known: dict[int, list[float]] = {}

    def at(self, place: int) -> list[float]:
        """The row of a place."""
        if place not in self._known:
            self._known[place] = [share.get(place, 0.0) for share in self._shares]
        return self._known[place]


def _least(alone: Mapping[int, float], total: float) -> float:
    """The weight below which a place is left out: nobody asks for one that neither reports the same nor is a candidate."""
    if len(alone) <= CANDIDATES:
        return 0.0
    return min(WORTH_A_LOOK * total, sorted(alone.values(), reverse=True)[CANDIDATES - 1])


def _added(covered: Sequence[float], row: Sequence[float]) -> list[float]:
    return [max(0.0, b - a) for a, b in zip(covered, row, strict=True)]


def about_as_good(by_place: Mapping[Place, float], best: float) -> list[Place]:
    """The places that cover about as much as the best one, best first, at most eight; ties in the order of the sources."""
    good = (place for place, coverage in by_place.items() if coverage >= ABOUT_AS_GOOD * best)
    return nsmallest(MOST_AS_GOOD, good, key=lambda place: (-by_place[place], place.source, place.sentence))


def _weighted(row: Sequence[float], weights: Sequence[float]) -> float:
    return sum(value * weight for value, weight in zip(row, weights, strict=True))
