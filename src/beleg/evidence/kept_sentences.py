"""Kept sentences: the evidence of sentences that were examined before, so that an edit costs the sentences it touched.

The evidence of a sentence follows from the sources, its own words, the quotations that touch it, and the words of the
sentences these run through. Where all that is the same, so is the evidence, but for where it lies in the draft.
"""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from beleg.terms.clause import ClauseEvidence
from beleg.terms.evidence import (
    DateEvidence,
    Disagreement,
    NameEvidence,
    QuantityEvidence,
    QuotationEvidence,
    SentenceEvidence,
)
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Sentence
from beleg.terms.span import Span

MOST_KEPT = 2_000
"""Sentences whose evidence is kept for one set of sources: those of several long drafts."""
HEAVIEST = 24_000_000
"""Bytes, roughly, that it may take: twice what so many sentences of a report do."""
_A_SIGN = 2
"""Bytes that evidence takes for each character it is written out in (1.7 measured on the example)."""

_Placed = TypeVar("_Placed", ClauseEvidence, DateEvidence, Disagreement, NameEvidence, QuantityEvidence)
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence of a draft with all of the draft that its evidence depends on.

    `mine` are the quotations that begin in it, `around` those that touch it or them, `beside` the sentences they run
    through.
    """

    text: str
    sentence: Sentence
    mine: Sequence[Quotation]
    around: Sequence[Quotation]
    beside: Sequence[Sentence]

    @property
    def key(self) -> _Key:
        """What is the same wherever the same stands in a draft: words, and places counted from the sentence on."""
        one, at = self.sentence, self.sentence.start
        return (
            (one.text, one.block, one.voice),
            tuple(self._told(quotation) for quotation in self.mine),
            tuple(self._told(quotation) for quotation in self.around),
            tuple((other.start - at, other.text) for other in self.beside),
        )

    def _told(self, quotation: Quotation) -> _Key:
        return (
            quotation.kind,
            quotation.medium,
            quotation.naming,
            quotation.why,
            self._placed(quotation.quote),
            self._placed(quotation.speaker),
            self._placed(quotation.cue),
            self._placed(quotation.frame),
            self._placed(quotation.addressee),
            self._placed(quotation.referent),
            tuple(self._placed(outer) for outer in quotation.chain),
        )

    def _placed(self, spans: Iterable[Span]) -> _Key:
        at = self.sentence.start
        return tuple((span.start - at, span.end - at, span.of(self.text)) for span in spans)


class KeptSentences:
    """The evidence that one set of sources has for sentences of drafts."""

    def __init__(self, most: int = MOST_KEPT, heaviest: int = HEAVIEST) -> None:
        self._most = most
        self._heaviest = heaviest
        self._found: OrderedDict[_Key, SentenceEvidence] = OrderedDict()
        self._weights: dict[_Key, int] = {}
        self.weight = 0
        """Bytes, roughly, that what is kept takes."""

    def of(self, scene: Scene, key: _Key) -> SentenceEvidence | None:
        """What was found for a sentence like this, as it lies in this draft; None if none was examined."""
        found = self._found.get(key)
        if found is None:
            return None
        self._found.move_to_end(key)
        return moved(found, scene.sentence, scene.mine)

    def keep(self, key: _Key, found: SentenceEvidence) -> None:
        """Keep what was found; what was unused for longest goes first."""
        self.weight -= self._weights.get(key, 0)
        self._found[key] = found
        self._weights[key] = _A_SIGN * len(repr(found))
        self.weight += self._weights[key]
        while len(self._found) > self._most or (self.weight > self._heaviest and len(self._found) > 1):
            forgotten, _ = self._found.popitem(last=False)
            self.weight -= self._weights.pop(forgotten)


def moved(found: SentenceEvidence, sentence: Sentence, mine: Sequence[Quotation]) -> SentenceEvidence:
    """The same evidence where the sentence stands as `sentence`, with its quotations as they lie now."""
    by = sentence.start - found.sentence.start
    return replace(
        found,
        sentence=sentence,
        missing=_spans(found.missing, by),
        quotations=tuple(
            _quotation(one, quotation, by) for one, quotation in zip(found.quotations, mine, strict=True)
        ),
        quantities=_all(found.quantities, by),
        dates=_all(found.dates, by),
        names=_all(found.names, by),
        clauses=_all(found.clauses, by),
        own_marks=tuple((marker, span.shifted(by), words) for marker, span, words in found.own_marks),
        disagreeing=_all(found.disagreeing, by),
    )


def _quotation(found: QuotationEvidence, quotation: Quotation, by: int) -> QuotationEvidence:
    return replace(found, quotation=quotation, differing=_spans(found.differing, by))


def _all(found: tuple[_Placed, ...], by: int) -> tuple[_Placed, ...]:
    return tuple(replace(one, span=one.span.shifted(by)) for one in found) if by else found


def _spans(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(span.shifted(by) for span in spans) if by else spans
