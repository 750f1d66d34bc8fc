"""Whether a source has exactly the words a draft puts in quotation marks.

Compared is the text after typographic normalising (`beleg.text.normalising`), word by word and never by similarity.
Besides typography only this is allowed: a full stop or comma at the very end (the sentence around the quotation sets
it), the case of the first letter, and whatever the draft marks itself by square brackets: `[…]` leaves words out,
`[sie]` puts words in.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate

from beleg.terms.evidence import ReadSource
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.span import Span
from beleg.text.normalising import Normalised, normalise
from beleg.text.same_parts import Run, runs

LONGEST_OMISSION = 1_500
"""Code points a marked omission may stand for."""
_MOST_RUNS = 200
"""Stretches in common, the longest of them, that are tried as the beginning and the end of what comes closest."""
_BRACKETS = re.compile(r"\s*\[[^\[\]]{0,80}\]\s*")
_RUN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W_]+(?:[-'.,:][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class QuotedWords:
    """What stands between quotation marks, prepared for the search: its pieces between omissions, and its words."""

    pieces: Sequence[str]
    words: Sequence[str]

    @classmethod
    def of(cls, words: str) -> "QuotedWords":
        """The words between quotation marks as they stand."""
        return cls(_pieces(words), _words(words))


class QuotableTexts:
    """The sources prepared for the search for quoted words."""

    def __init__(self, sources: Sequence[ReadSource]) -> None:
        self._texts = [QuotableText(source) for source in sources]
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for word in set(_RUN.findall(text.words)):
                self._with[word].append(number)

    def places(self, words: "QuotedWords") -> Iterator[Passage]:
        """Every passage that has exactly these words, source by source, in order."""
        for number in self._candidates(words):
            yield from self._texts[number].places(words)

    def _candidates(self, words: "QuotedWords") -> Sequence[int]:
        """The sources that have the rarest of the words; the case of a piece's first one is free, so it says
        nothing.
        """
        runs = [
            run for piece in words.pieces for word in _WORD.findall(piece)[1:] for run in _RUN.findall(word)
        ]
        if not runs:
            return range(len(self._texts))
        return min((self._with.get(run, []) for run in runs), key=len)


class QuotableText:
    """A source prepared for the search for quoted words."""

    def __init__(self, source: ReadSource) -> None:
        self.source = source
        self._whole: Normalised = normalise(source.source.text)
        self._spoken: tuple[tuple[list[str], Quotation], ...] | None = None

    @property
    def words(self) -> str:
        """The text in which is searched."""
        return self._whole.text

    def places(self, words: "QuotedWords") -> Iterator[Passage]:
        """Every passage that has exactly these words, in order."""
        pieces = words.pieces
        if not pieces:
            return
        start = 0
        while (found := self._next(pieces, start)) is not None:
            yield self.source.passage(self._whole.original(found))
            start = found.end
        # A quotation that the source interrupts ("…", said X, "…") may be given without the interruption.
        wanted = words.words
        if self._spoken is None:
            self._spoken = tuple(_spoken(self.source))
        for sequence, quotation in self._spoken:
            if any(sequence[i : i + len(wanted)] == wanted for i in range(len(sequence) - len(wanted) + 1)):
                yield self.source.passage(quotation.span)

    def _next(self, pieces: Sequence[str], start: int) -> Span | None:
        text = self._whole.text
        position = start
        while (first := self._piece(pieces[0], position, len(text))) is not None:
            end = first.end
            for piece in pieces[1:]:
                following = self._piece(piece, end, min(len(text), end + LONGEST_OMISSION))
                if following is None:
                    break
                end = following.end
            else:
                return Span(first.start, end)
            position = first.start + 1
        return None

    def _piece(self, piece: str, start: int, stop: int) -> Span | None:
        """The next place of a piece with word boundaries at both ends; the case of its first letter is free."""
        text = self._whole.text
        rest = piece[1:]
        at = start
        while True:
            at = text.find(rest, at + 1 if rest else at, stop) if rest else text.find(piece, at, stop)
            if at < 0:
                return None
            begin = at - 1 if rest else at
            end = begin + len(piece)
            if (
                begin >= start
                and text[begin].casefold() == piece[0].casefold()
                and not (begin and text[begin - 1].isalnum() and piece[0].isalnum())
                and not (end < len(text) and text[end].isalnum() and piece[-1].isalnum())
            ):
                return Span(begin, end)
            if not rest:
                at += 1


@dataclass(frozen=True, slots=True)
class Nearest:
    """The most similar stretch of a source, how similar (0 to 1), and the words of the draft that differ from it."""

    passage: Passage
    similarity: float
    differing: tuple[Span, ...]


def nearest(quotation: Quotation, text: str, windows: Iterable[tuple[ReadSource, Span]]) -> Nearest | None:
    """The stretch of the given windows of sources whose words come closest to the quotation's.

    Similarity is the Ratcliff/Obershelp ratio over words (difflib): twice the matching words by all words of both.
    """
    own = [
        (match[0].casefold(), Span(*match.span()).shifted(part.start))
        for part in quotation.quote
        for match in _WORD.finditer(part.of(text))
    ]
    best: Nearest | None = None
    for source, window in windows:
        theirs = [
            (m[0].casefold(), Span(*m.span()).shifted(window.start))
            for m in _WORD.finditer(window.of(source.source.text))
        ]
        blocks = _longest(runs([w for w, _ in own], [w for w, _ in theirs]))
        same_until = [0, *accumulate(block.end - block.start for block in blocks)]
        for first in range(len(blocks)):
            for last in range(first, len(blocks)):
                size = blocks[last].until - blocks[first].other
                similarity = 2 * (same_until[last + 1] - same_until[first]) / (len(own) + size)
                if best is None or similarity > best.similarity:
                    chosen = blocks[first : last + 1]
                    same = {at for block in chosen for at in range(block.start, block.end)}
                    span = Span(theirs[chosen[0].other][1].start, theirs[chosen[-1].until - 1][1].end)
                    span = _to_sentence_edges(
                        span, chosen[0].start, len(own) - chosen[-1].end, theirs, window
                    )
                    differing = tuple(word for at, (_, word) in enumerate(own) if at not in same)
                    best = Nearest(source.passage(span), similarity, differing)
    return best


def _longest(found: Iterable[Run]) -> list[Run]:
    """The longest stretches in common, in the order of the quotation."""
    return sorted(
        nlargest(_MOST_RUNS, (run for run in found if run.same), key=lambda run: run.end - run.start),
        key=lambda run: run.start,
    )


def _to_sentence_edges(
    span: Span, before: int, after: int, words: Sequence[tuple[str, Span]], window: Span
) -> Span:
    """Widen the stretch by the words that stand where the draft has others at its edges."""
    starts = [word.start for _, word in words]
    first, last = (
        starts.index(span.start),
        max(i for i, (_, word) in enumerate(words) if word.end <= span.end),
    )
    first = max(0, first - before)
    last = min(len(words) - 1, last + after)
    return Span(max(window.start, words[first][1].start), min(window.end, words[last][1].end))


def _pieces(words: str) -> list[str]:
    text = normalise(words).text.strip(' "')
    text = re.sub(r"[\s.,]+$", "", text)
    pieces = [piece.strip() for piece in _BRACKETS.split(text)]
    return [piece for piece in pieces if any(c.isalnum() for c in piece)]


def _words(words: str) -> list[str]:
    found = _WORD.findall(normalise(words).text)
    return [found[0].casefold(), *found[1:]] if found else []


def _spoken(source: ReadSource) -> Iterator[tuple[list[str], Quotation]]:
    for quotation in source.reading.quotations:
        if quotation.kind is QuotationKind.DIRECT and len(quotation.quote) > 1:
            yield _words(" ".join(part.of(source.source.text) for part in quotation.quote)), quotation
