"""Decoding: from what a model believes of each word to candidate quotations, generously."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from beleg.reading.learned.labels import OUTSIDE, kind_of, quoted
from beleg.reading.learned.page import Page
from beleg.terms.quotation import QuotationKind

_LEAST_EDGE: Final = 0.04
_LEAST_INSIDE: Final = 0.04
_MOST_ENDS: Final = 4
_FURTHEST: Final = 300
_GAPS: Final = (0.15, 0.5)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """What a model believes of each word of a page in one layer, as probabilities.

    `inside` counts a gap out. `kinds[k][t]` is the probability that word `t` is quoted in kind `k`.
    """

    begin: list[float]
    end: list[float]
    inside: list[float]
    gap: list[float]
    outside: list[float]
    kinds: Mapping[QuotationKind, list[float]]
    best: list[str]
    """The likeliest labels as a whole."""

    @classmethod
    def of(cls, probabilities: Mapping[str, Sequence[float]], best: Sequence[str]) -> "Beliefs":
        """From the probability of each label at each word, and the likeliest sequence of labels."""
        count = len(best)
        begin, end, gap = [0.0] * count, [0.0] * count, [0.0] * count
        outside = list(probabilities.get(OUTSIDE, [1.0] * count))
        kinds: dict[QuotationKind, list[float]] = {}
        for label, values in probabilities.items():
            if label == OUTSIDE:
                continue
            total = {"B": begin, "E": end, "G": gap}.get(label[0])
            if total is not None:
                total[:] = [a + b for a, b in zip(total, values, strict=True)]
            if label[0] != "G":
                kind = kind_of(label)
                kinds[kind] = (
                    [a + b for a, b in zip(kinds[kind], values, strict=True)]
                    if kind in kinds
                    else list(values)
                )
        inside = [1 - a - b for a, b in zip(outside, gap, strict=True)]
        return cls(begin, end, inside, gap, outside, kinds, list(best))


@dataclass(slots=True)
class Candidate:
    """A stretch of words that may be a quotation, and who proposed it: `labels`, `edges`, `rules`."""

    kind: QuotationKind
    words: tuple[int, ...]
    proposed: set[str] = field(default_factory=set)


def candidates(page: Page, layers: Mapping[bool, Beliefs]) -> list[Candidate]:
    """All candidates, in the order of their words; `layers[True]` are the beliefs about direct speech."""
    found: dict[tuple[bool, tuple[int, ...]], Candidate] = {}

    def propose(kind: QuotationKind, words: tuple[int, ...], who: str) -> None:
        key = (kind is QuotationKind.DIRECT, words)
        if words:
            found.setdefault(key, Candidate(kind, words)).proposed.add(who)

    for beliefs in layers.values():
        for kind, words in quoted(beliefs.best):
            propose(kind, words, "labels")
        for first, last in _edges(beliefs):
            for words in _without_gaps(beliefs, first, last):
                propose(_likeliest_kind(beliefs, words), words, "edges")
    for one in page.ruled:
        propose(one.kind, one.words, "rules")
    return sorted(found.values(), key=lambda one: (one.words[0], -len(one.words), one.kind.value, one.words))


def _edges(beliefs: Beliefs) -> list[tuple[int, int]]:
    """Pairs of a possible first and a possible last word with nothing impossible between them."""
    pairs: list[tuple[int, int]] = []
    count = len(beliefs.best)
    for first in range(count):
        if beliefs.begin[first] < _LEAST_EDGE:
            continue
        ends: list[tuple[float, int]] = []
        for last in range(first, min(count, first + _FURTHEST)):
            if beliefs.outside[last] > 1 - _LEAST_INSIDE:
                break
            if beliefs.end[last] >= _LEAST_EDGE:
                ends.append((-beliefs.end[last], last))
        pairs.extend((first, last) for _, last in sorted(ends)[:_MOST_ENDS])
    return pairs


def _without_gaps(beliefs: Beliefs, first: int, last: int) -> set[tuple[int, ...]]:
    stretch = range(first, last + 1)
    if all(beliefs.gap[n] < _GAPS[0] for n in stretch):
        return {tuple(stretch)}
    return {tuple(stretch), *(tuple(n for n in stretch if beliefs.gap[n] < least) for least in _GAPS)} - {()}


def _likeliest_kind(beliefs: Beliefs, words: Sequence[int]) -> QuotationKind:
    return max(beliefs.kinds, key=lambda kind: (sum(beliefs.kinds[kind][n] for n in words), kind.value))
