"""Clause states: what each clause of a draft says of its content, beside what the sources say of the same.

A clause of the draft is compared with the clause of the source that has most of its words. Where several sentences of
the sources report it about equally well, a difference counts only if it is one to all of them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleg.evidence.clauses import Clause, Stated, stated
from beleg.evidence.passages import Place, SourceIndex, Support, about_as_good
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.quotation import Quotation
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

ENOUGH = 0.5
"""Share of a clause's content that a passage must have to be compared with it."""
HOLDS = 0.6
"""Share of the aligned words for which a marker or a speaker must hold to hold for the clause."""
BESIDE = 0.34
"""Share of the best clause's weight from which a further clause of the same sentence is looked at as well."""


@dataclass(frozen=True, slots=True)
class _Counterpart:
    """The words of one source sentence that match a clause of the draft, with their state."""

    place: Place
    weight: float
    aligned: int
    state: ClauseState
    anywhere: frozenset[Marker]


class ClauseStates:
    """The states of all clauses of the sources, worked out when they are needed."""

    def __init__(
        self, index: SourceIndex, quotations: Sequence[Overlaps[Quotation]], language: Language
    ) -> None:
        self._index = index
        self._quotations = quotations
        self._language = language
        self._stated: dict[Place, Stated] = {}

    def examine(
        self, sentence: Sentence, text: str, quotations: Sequence[Quotation], words: Sequence[ContentWord]
    ) -> Iterator[ClauseEvidence]:
        """The clauses of a sentence of the draft that a passage reports, in order.

        `quotations` are those of the draft that touch the sentence, `words` its content words.
        """
        mine = stated(sentence, quotations, self._language)
        for clause in mine.clauses:
            parts = [
                Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)
                for start, end in clause.parts
            ]
            inside = [word for word in words if any(part.covers(word.span) for part in parts)]
            if found := self._compared(mine, clause, parts[0], text, inside):
                yield found

    def _compared(
        self, mine: Stated, clause: Clause, span: Span, text: str, words: Sequence[ContentWord]
    ) -> ClauseEvidence | None:
        total = sum(self._index.weight(word) for word in words)
        if not total:
            return None
        by_place = self._index.support(words).by_place
        best = max(by_place.values(), default=0.0)
        if best < ENOUGH:
            return None
        counterparts = [self._counterpart(words, place) for place in about_as_good(by_place, best)]
        first = counterparts[0]
        states = [one.state for one in counterparts]
        everywhere = frozenset.intersection(*(state.marks for state in states))
        there = ClauseState(
            attributed=all(state.attributed for state in states),
            speaker=next((state.speaker for state in states if state.speaker), ""),
            marked=tuple((marker, word) for marker, word in first.state.marked if marker in everywhere),
        )
        return ClauseEvidence(
            span=span,
            passage=self._index.passage(first.place),
            shared=first.weight / total,
            aligned=first.aligned,
            here=self._state(mine, clause.tokens, text, share=0.0),
            there=there,
            anywhere=frozenset.union(*(one.anywhere for one in counterparts)),
        )

    def around(self, support: Support) -> frozenset[Marker]:
        """The markers in the passages a sentence rests on and in the sentences beside them."""
        near = {
            Place(place.source, place.sentence + step)
            for place in support.places
            for step in (-1, 0, 1)
            if 0 <= place.sentence + step < len(self._index.sources[place.source].reading.sentences)
        }
        return frozenset(one.marker for place in near for one in self._at(place).marked)

    def _counterpart(self, words: Sequence[ContentWord], place: Place) -> _Counterpart:
        """The clause of a source's sentence that has most of the words, and its state."""
        theirs = self._at(place)
        aligned = list(self._aligned(words, place))
        weights: Counter[int] = Counter()
        for at, weight in aligned:
            weights[theirs.clause[at]] += weight  # type: ignore[assignment]
        heaviest = max(weights.values())
        near = {clause for clause, weight in weights.items() if weight >= BESIDE * heaviest}
        here = [at for at, _ in aligned if theirs.clause[at] in near]
        main = max(weights, key=lambda clause: (weights[clause], -clause))
        source = self._index.sources[place.source].source.text
        state = self._state(theirs, [at for at in here if theirs.clause[at] == main], source, share=HOLDS)
        marks = frozenset(
            mark for at in here for mark in theirs.marks[at] | theirs.clause_marks[theirs.clause[at]]
        )
        return _Counterpart(place, sum(weights[c] for c in near), len(here), state, marks)

    def _aligned(self, words: Sequence[ContentWord], place: Place) -> Iterator[tuple[int, float]]:
        """The tokens of a source's sentence that match the words, each with the weight of the match."""
        sentence = self._index.sentence(place)
        token_at = {token.start: number for number, token in enumerate(sentence.tokens)}
        for word in words:
            wanted = self._index.matches(word)
            found = [
                (max(wanted.get(stem, 0.0) for stem in theirs.stems), theirs)
                for theirs in self._index.words(place)
            ]
            quality, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
            if best is not None and quality:
                yield token_at[best.span.start], quality * self._index.weight(word)

    def _at(self, place: Place) -> Stated:
        if place not in self._stated:
            sentence = self._index.sentence(place)
            here = list(dict.fromkeys(self._quotations[place.source].at(sentence.span)))
            self._stated[place] = stated(sentence, here, self._language)
        return self._stated[place]

    @staticmethod
    def _state(whole: Stated, tokens: Sequence[int], text: str, share: float) -> ClauseState:
        """The state of some tokens: whose statement at least `share` of them are, and what holds for their clauses or nouns."""
        least = max(1.0, share * len(tokens))
        clauses = {whole.clause[at] for at in tokens}
        holding = {mark for at in tokens for mark in whole.marks[at]}
        holding.update(mark for clause in clauses for mark in whole.clause_marks[clause])
        marked = tuple(
            (one.marker, " ".join(token.text for token in whole.sentence.tokens[one.start : one.end]))
            for one in whole.marked
            if one.marker in holding and whole.clause[one.start] in clauses
        )
        said = [one for at in tokens if (one := whole.said_by[at]) is not None]
        return ClauseState(
            attributed=len(said) >= least,
            speaker=next((name for one in said if (name := one.speaker_words(text))), ""),
            marked=marked,
        )
