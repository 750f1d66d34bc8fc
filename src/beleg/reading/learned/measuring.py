"""Measuring: everything a judge is told of a candidate, as numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from beleg.reading.learned.decoding import Beliefs, Candidate
from beleg.reading.learned.facts import nearest
from beleg.reading.learned.page import Page
from beleg.reading.learned.selecting import overlap
from beleg.reading.learned.shapes import Shapes
from beleg.terms.quotation import QuotationKind

_KINDS: Final = tuple(QuotationKind)
_RULES: Final = (
    "account",
    "according",
    "according_after",
    "as_told",
    "backward_frame",
    "claim",
    "colon",
    "continuation",
    "hearsay",
    "in_sentence",
    "it_is_said",
    "leading_frame",
    "marked_in_reported",
    "named",
    "opinion",
    "reported",
    "shown",
    "so",
    "thereafter",
    "trailing_frame",
    "wholly_quoted",
)
"""The constructions of the default engine that are told apart."""
_FURTHEST: Final = 20


def measures(
    page: Page,
    layers: Mapping[bool, Beliefs],
    found: Sequence[Candidate],
    weights: Sequence[Sequence[float]],
) -> list[list[float]]:
    """The measures of each candidate, all of equal length, in the order of the candidates.

    `weights` are what the model that weighs facts (`facts`) says of each.
    """
    ruled = [(one.kind, frozenset(one.words)) for one in page.ruled if one.words]
    sets = [frozenset(one.words) for one in found]
    sums = {layer: _Sums.of(beliefs) for layer, beliefs in layers.items()}
    rough = [
        _rough(layers[one.kind is QuotationKind.DIRECT], sums[one.kind is QuotationKind.DIRECT], one)
        for one in found
    ]
    shapes = Shapes(page)
    document = _document(page, layers)
    return [
        [
            *shapes.of(one),
            *_belief(page, layers, sums, one),
            *_agreement(one, sets[place], ruled),
            *_rule(page, one),
            *_neighbours(page, sums[False], one),
            *document,
            *_rivals(place, found, sets, rough),
            *weights[place],
        ]
        for place, one in enumerate(found)
    ]


@dataclass(frozen=True, slots=True)
class _Sums:
    """Running sums, so that the mean over a stretch takes no loop."""

    inside: list[float]

    @classmethod
    def of(cls, beliefs: Beliefs) -> "_Sums":
        inside = [0.0]
        for value in beliefs.inside:
            inside.append(inside[-1] + value)
        return cls(inside)


def _rough(beliefs: Beliefs, sums: _Sums, one: Candidate) -> float:
    """The token-F1 to expect if the words were quoted independently, times how likely the edges are."""
    first, last = one.words[0], one.words[-1]
    shared = sum(beliefs.inside[n] for n in one.words)
    near = sums.inside[min(len(beliefs.inside), last + 6)] - sums.inside[max(0, first - 5)]
    edges = sqrt(beliefs.begin[first] * beliefs.end[last])
    return 2 * shared / (len(one.words) + max(near, shared)) * (0.5 + 0.5 * edges)


def _belief(
    page: Page, layers: Mapping[bool, Beliefs], sums: Mapping[bool, _Sums], one: Candidate
) -> list[float]:
    """What the models believe of its words, its edges and what surrounds it."""
    direct = one.kind is QuotationKind.DIRECT
    beliefs, other = layers[direct], layers[not direct]
    words, count = one.words, len(page.tokens)
    first, last = words[0], words[-1]
    inside = [beliefs.inside[n] for n in words]
    crosswise = [other.inside[n] for n in words]
    start, end = page.sentences[page.sentence[first]][0], page.sentences[page.sentence[last]][1]
    running = sums[direct].inside
    whole = running[end] - running[start]
    own = beliefs.kinds.get(one.kind, beliefs.inside)
    return [
        sum(inside) / len(inside),
        min(inside),
        max(inside),
        sum(own[n] for n in words) / len(words),
        *(
            sum(beliefs.kinds[kind][n] for n in words) / len(words) if kind in beliefs.kinds else 0.0
            for kind in _KINDS
        ),
        beliefs.begin[first],
        beliefs.end[last],
        max(beliefs.begin[start:end]),
        max(beliefs.end[start:end]),
        max(beliefs.begin[first + 1 : last + 1], default=0.0),
        max(beliefs.end[first:last], default=0.0),
        beliefs.inside[first - 1] if first else 0.0,
        beliefs.inside[last + 1] if last + 1 < count else 0.0,
        max((beliefs.gap[n] for n in range(first, last + 1)), default=0.0),
        whole / (end - start),
        2 * sum(inside) / (len(words) + whole) if whole else 0.0,
        sum(crosswise) / len(crosswise),
        min(crosswise),
        max(crosswise),
    ]


def _agreement(
    one: Candidate, words: frozenset[int], ruled: Sequence[tuple[QuotationKind, frozenset[int]]]
) -> list[float]:
    """Who proposed it, and how far the default engine's quotations overlap with it."""
    direct = one.kind is QuotationKind.DIRECT
    nearest, kind = max(
        (
            (overlap(words, other), other_kind)
            for other_kind, other in ruled
            if (other_kind is QuotationKind.DIRECT) is direct
        ),
        default=(0.0, None),
        key=lambda pair: pair[0],
    )
    return [
        float("labels" in one.proposed),
        float("edges" in one.proposed),
        float("rules" in one.proposed),
        nearest,
        *(float(kind is each and nearest > 0) for each in _KINDS),
    ]


def _rivals(
    place: int, found: Sequence[Candidate], sets: Sequence[frozenset[int]], rough: Sequence[float]
) -> list[float]:
    """How it compares with the candidates of its own layer that share words with it."""
    direct = found[place].kind is QuotationKind.DIRECT
    rivals = [
        other
        for other in range(len(found))
        if other != place
        and (found[other].kind is QuotationKind.DIRECT) is direct
        and sets[other] & sets[place]
    ]
    best = max((rough[other] for other in rivals), default=0.0)
    expected = sum(overlap(sets[place], sets[other]) * rough[other] for other in rivals)
    weight = sum(rough[other] for other in rivals)
    return [
        rough[place],
        rough[place] - best,
        float(sum(rough[other] > rough[place] for other in rivals)),
        float(len(rivals)),
        expected / weight if weight else 1.0,
        float(any("labels" in found[other].proposed for other in rivals)),
    ]


def _rule(page: Page, one: Candidate) -> list[float]:
    """By which construction the default engine read a quotation there, and how far its edges are away."""
    _, ruled = nearest(page.ruled, one)
    if ruled is None:
        return [0.0] * (len(_RULES) + 4)
    distances = (ruled.words[0] - one.words[0], ruled.words[-1] - one.words[-1])
    return [
        *(float(ruled.rule == rule) for rule in _RULES),
        *(float(max(-_FURTHEST, min(_FURTHEST, distance))) for distance in distances),
        float(bool(ruled.roles[0])),
        float(bool(ruled.roles[1])),
    ]


def _neighbours(page: Page, sums: _Sums, one: Candidate) -> list[float]:
    """How much of the sentences before and after is believed to be quoted; -1 where there is none."""
    shares = []
    for number in (page.sentence[one.words[0]] - 1, page.sentence[one.words[-1]] + 1):
        if 0 <= number < len(page.sentences):
            start, end = page.sentences[number]
            shares.append((sums.inside[end] - sums.inside[start]) / (end - start))
        else:
            shares.append(-1.0)
    return shares


def _document(page: Page, layers: Mapping[bool, Beliefs]) -> list[float]:
    """How much of the text is reported: by certain moods, by what is believed, by its marks."""
    count, sentences = len(page.tokens), len(page.sentences)
    return [
        sum("K2" in signs for signs in page.of_sentence) / sentences,
        sum(layers[False].inside) / count,
        sum(layers[True].inside) / count,
        float(sentences),
        float(len(page.marks)),
        sum(one.kind is QuotationKind.DIRECT for one in page.ruled) / max(1, len(page.marks)),
    ]
