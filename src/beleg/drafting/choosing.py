"""Choosing: which sentences are central, measured by the words the sources share.

The weight of a word is its share of all content words of the sources, and is squared once a sentence with it was
taken, so that the next one brings something new: SumBasic (Nenkova & Vanderwende, "The Impact of Frequency on
Summarization", 2005). A sentence weighs the mean of its words plus a bonus for standing early, which falls
evenly from the weight of the source's heaviest sentence to nothing: the position score of MEAD (Radev et
al., "Centroid-based summarization of multiple documents", 2004).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from beleg.drafting.stems import resemblance

_SAME_STATEMENT = 0.5
"""Resemblance of two sentences' stems from which the second adds nothing."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Sentences of one source that are taken together: the index of the source, their indices in its reading, in
    order.
    """

    source: int
    sentences: Sequence[int]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: the index of its source and its own index in that source's reading."""

    source: int
    sentence: int


def word_weights(stems: Sequence[Sequence[Sequence[str]]]) -> dict[str, float]:
    """Each stem's share of all content words; `stems` by source, then by sentence."""
    counts = Counter(stem for source in stems for sentence in source for stem in sentence)
    total = counts.total()
    return {stem: count / total for stem, count in counts.items()}


def choose(
    candidates: Sequence[Candidate], stems: Sequence[Sequence[Sequence[str]]], most: int
) -> frozenset[Place]:
    """The most central sentences, at most `most` of them; fewer where nothing new is left.

    `stems[source][sentence]` are the content stems. Among equals the candidate that comes first wins, so the same
    input gives the same choice.
    """
    weights = word_weights(stems)
    bonus = _bonuses(stems, weights)
    taken: set[Place] = set()
    said: list[frozenset[str]] = []
    remaining = list(candidates)
    while remaining and len(taken) < most:
        best, best_score = None, 0.0
        open_still = []
        for candidate in remaining:
            fresh = [s for s in candidate.sentences if Place(candidate.source, s) not in taken]
            words = [stems[candidate.source][s] for s in fresh]
            if not fresh or any(_repeats(frozenset(sentence), said) for sentence in words):
                continue
            open_still.append(candidate)
            if len(taken) + len(fresh) > most:
                continue
            score = sum(_mean(sentence, weights) for sentence in words) / len(fresh)
            score += sum(bonus[candidate.source][s] for s in fresh) / len(fresh)
            if best is None or score > best_score:
                best, best_score = candidate, score
        if best is None:
            break
        for index in best.sentences:
            if Place(best.source, index) not in taken:
                taken.add(Place(best.source, index))
                said.append(frozenset(stems[best.source][index]))
                for stem in said[-1]:
                    weights[stem] **= 2
        remaining = open_still
    return frozenset(taken)


def _bonuses(stems: Sequence[Sequence[Sequence[str]]], weights: dict[str, float]) -> list[list[float]]:
    bonuses = []
    for source in stems:
        heaviest = max((_mean(sentence, weights) for sentence in source), default=0.0)
        bonuses.append([heaviest * (len(source) - index) / len(source) for index in range(len(source))])
    return bonuses


def _mean(sentence: Sequence[str], weights: dict[str, float]) -> float:
    return sum(weights[stem] for stem in sentence) / len(sentence) if sentence else 0.0


def _repeats(sentence: frozenset[str], said: Sequence[frozenset[str]]) -> bool:
    return not sentence or any(resemblance(sentence, earlier) >= _SAME_STATEMENT for earlier in said)
