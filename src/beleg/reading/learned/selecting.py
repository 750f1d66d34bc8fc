"""Selecting: which candidate quotations stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from beleg.reading.learned.decoding import Candidate
from beleg.reading.learned.page import Attributed
from beleg.terms.quotation import QuotationKind

_KINDS: Final = tuple(QuotationKind)
_MOST_SHARED: Final = 0.25
_OTHER_KIND: Final = 0.03


class Judge(Protocol):
    """What a trained model says of measured things: how well each will match an annotated quotation, 0 to 1."""

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value for each row of measures."""


def overlap(one: frozenset[int], other: frozenset[int]) -> float:
    """The F1 of two sets of words, 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where to stop: the least value of a candidate that stands, by its kind."""

    least: Mapping[QuotationKind, float]

    @classmethod
    def all_at(cls, least: float) -> "Thresholds":
        """The same for every kind."""
        return cls(dict.fromkeys(_KINDS, least))


def choose(found: Sequence[Candidate], values: Sequence[float], thresholds: Thresholds) -> list[Candidate]:
    """The candidates that stand, in the order of their words.

    What is furthest above its threshold comes first; a candidate falls that shares more than a quarter of the shorter
    of the two with one of its layer that stands already.
    """
    above = [value - thresholds.least[one.kind] for one, value in zip(found, values, strict=True)]
    kept: list[tuple[Candidate, frozenset[int]]] = []
    for place in sorted(range(len(found)), key=lambda place: (-above[place], place)):
        if above[place] < 0:
            break
        one, words = found[place], frozenset(found[place].words)
        direct = one.kind is QuotationKind.DIRECT
        if not any(
            (other.kind is QuotationKind.DIRECT) is direct
            and len(words & taken) > _MOST_SHARED * min(len(words), len(taken))
            for other, taken in kept
        ):
            kept.append((one, words))
    return sorted((one for one, _ in kept), key=lambda one: (one.words[0], -len(one.words)))


def targets(found: Sequence[Candidate], gold: Sequence[Attributed]) -> list[float]:
    """What the judge is taught: how well each candidate matches the annotated quotation of its layer nearest to it."""
    sets = [(one.kind is QuotationKind.DIRECT, one.kind, frozenset(one.words)) for one in gold]
    return [
        max(
            (
                gain(frozenset(one.words), words) - (_OTHER_KIND if kind is not one.kind else 0.0)
                for direct, kind, words in sets
                if direct is (one.kind is QuotationKind.DIRECT) and not words.isdisjoint(one.words)
            ),
            default=0.0,
        )
        for one in found
    ]


def gain(one: frozenset[int], other: frozenset[int]) -> float:
    """What a match of two sets of words adds to precision and recall, on average."""
    shared = len(one & other)
    return (shared / len(one) + shared / len(other)) / 2 if shared else 0.0
