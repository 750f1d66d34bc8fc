"""Source text: a source as it is read at the desk, with the passages marked that sentences of the article go back
to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from beleg.terms.report import Verdict
from beleg.terms.review import Review
from beleg.terms.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A sentence of the article that goes back to this source: its number, its place on the review page, its words.

    `start` and `end` are those of the first passage it goes back to, code points of the source's text.
    """

    number: int
    anchor: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePiece:
    """A stretch of the source's text. `chosen` where the address asked for it, `marked` where a sentence goes back to
    it.

    `first` is set on the first chosen piece; `ending` are the sentences whose passages end with this piece.
    """

    text: str
    marked: bool = False
    chosen: bool = False
    first: bool = False
    ending: tuple[Resting, ...] = ()


def resting_on(review: Review, source: str) -> tuple[tuple[Resting, Span], ...]:
    """The sentences that go back to `source`, in their order, each with every passage it goes back to.

    Counted are sentences that the source supports and those that say something else than it does; which of the two is
    for the review page to say, where it may have to be judged first.
    """
    found: list[tuple[Resting, Span]] = []
    for number, reviewed in enumerate(review.sentences, start=1):
        sentence = reviewed.sentence
        if sentence.verdict not in (Verdict.SUPPORTED, Verdict.DISTORTED):
            continue
        passages = [passage for passage in sentence.evidence if passage.source == source]
        found += (
            (
                Resting(
                    number=number,
                    anchor=f"s{number}",
                    text=sentence.text,
                    start=passages[0].start,
                    end=passages[0].end,
                ),
                passage.span,
            )
            for passage in passages
        )
    return tuple(found)


def sentences_of(resting: Iterable[tuple[Resting, Span]]) -> tuple[Resting, ...]:
    """Each of the sentences once."""
    return tuple(dict.fromkeys(sentence for sentence, _ in resting))


def source_pieces(
    text: str, chosen: Span, resting: Iterable[tuple[Resting, Span]]
) -> tuple[SourcePiece, ...]:
    """Cut a source's text at the edges of passages. The pieces put together are the text again.

    `chosen` is the passage an address asks for; empty if it asks for none, and cut to the text where it goes beyond.
    """
    start = max(0, min(chosen.start, len(text)))
    end = max(start, min(chosen.end, len(text)))
    within = [(sentence, span) for sentence, span in resting if 0 <= span.start < span.end <= len(text)]
    cuts = {0, len(text), start, end}
    for _, span in within:
        cuts.update((span.start, span.end))
    pieces: list[SourcePiece] = []
    for left, right in pairwise(sorted(cuts)):
        pieces.append(
            SourcePiece(
                text=text[left:right],
                marked=any(span.start <= left and right <= span.end for _, span in within),
                chosen=start <= left and right <= end,
                first=left == start and end > start,
                ending=tuple(dict.fromkeys(sentence for sentence, span in within if span.end == right)),
            )
        )
    return tuple(pieces)
