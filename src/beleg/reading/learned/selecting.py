"""Selecting: how good each candidate quotation is, and which of them stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final, Protocol

from beleg.reading.learned.decoding import Beliefs, Candidate
from beleg.reading.learned.page import Attributed, Page
from beleg.terms.quotation import QuotationKind

_KINDS: Final = tuple(QuotationKind)
_MOST_SHARED: Final = 0.25
_SENTENCE_SIGNS: Final = (
    "K1",
    "K2",
    "clause",
    "object",
    "according",
    "according_after",
    "hedge_verbs",
    "thereafter",
    "so",
    "as_told",
    "claims",
    "account",
    "sub",
    "colon",
    "marks",
    "verbless",
)


class Judge(Protocol):
    """What a trained model says of measured things: how well each will match an annotated quotation, 0 to 1."""

    def values(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """One value for each row of measures."""


def measures(page: Page, layers: Mapping[bool, Beliefs], found: Sequence[Candidate]) -> list[list[float]]:
    """The measures of each candidate, all of equal length, in the order of the candidates."""
    ruled = [(one.kind, frozenset(one.words)) for one in page.ruled if one.words]
    sets = [frozenset(one.words) for one in found]
    sums = {layer: _Sums.of(beliefs) for layer, beliefs in layers.items()}
    rough = [
        _rough(layers[one.kind is QuotationKind.DIRECT], sums[one.kind is QuotationKind.DIRECT], one)
        for one in found
    ]
    return [
        [
            *_form(page, one),
            *_belief(page, layers, sums, one),
            *_agreement(one, sets[place], ruled),
            *_rivals(place, found, sets, rough),
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


def _form(page: Page, one: Candidate) -> list[float]:
    """Length, place in sentence and clause, marks and words at the edges, moods, what its sentence holds."""
    words, forms = one.words, page.forms
    first, last = words[0], words[-1]
    number, final = page.sentence[first], page.sentence[last]
    start, end = page.sentences[number][0], page.sentences[final][1]
    inside_moods = [page.mood[n] for n in words]
    signs = set(page.of_sentence[number])
    before = page.of_sentence[number - 1] if number else []
    after = page.of_sentence[final + 1] if final + 1 < len(page.sentences) else []
    word_before = forms[first - 1].low if first else ""
    word_after = forms[last + 1].low if last + 1 < len(forms) else ""
    return [
        *(float(one.kind is kind) for kind in _KINDS),
        log(len(words)),
        len(words) / (end - start),
        float(last - first + 1 - len(words)),
        float(final - number),
        float(number),
        number / len(page.sentences),
        float(first == start),
        float(last >= end - 1),
        float(last == end - 2),
        float(first == page.clauses[page.clause[first]][0]),
        float(last == page.clauses[page.clause[last]][1] - 1),
        float(last == page.clauses[page.clause[last]][1] - 2),
        float(forms[last].low in {".", "!", "?"}),
        float(forms[last].low in {",", ";"}),
        float(word_before == ","),
        float(word_before == ":"),
        float(word_after in {",", "."}),
        float("subordinators" in forms[first].own),
        float(page.marked[first] >= 0),
        float(page.marked[first] >= 0 and page.marks[page.marked[first]] == (first, last + 1)),
        float(any(page.marked[n] >= 0 for n in words)),
        float(sum(mood == 2 for mood in inside_moods)),
        float(sum(mood == 1 for mood in inside_moods)),
        float(any(forms[n].finite for n in words)),
        float(sum(forms[n].finite for n in words)),
        float(any(forms[n].cue == "clause" for n in range(start, first))),
        float(any(forms[n].cue == "clause" for n in range(last + 1, end))),
        float(any(forms[n].cue == "clause" for n in words)),
        *(float(sign in signs) for sign in _SENTENCE_SIGNS),
        *(float(sign in before) for sign in ("K2", "clause", "according", "colon", "marks")),
        *(float(sign in after) for sign in ("K2", "clause", "so", "marks")),
    ]


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
    """What the judge is taught: the best overlap of each candidate with an annotated quotation of its layer."""
    sets = [(one.kind is QuotationKind.DIRECT, one.kind, frozenset(one.words)) for one in gold]
    return [
        max(
            (
                overlap(frozenset(one.words), words) - (0.04 if kind is not one.kind else 0.0)
                for direct, kind, words in sets
                if direct is (one.kind is QuotationKind.DIRECT)
            ),
            default=0.0,
        )
        for one in found
    ]
