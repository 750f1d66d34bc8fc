"""Clause states: what each clause of a draft says of its content, beside what the sources say of the same.

Where several sentences of the sources report it about equally well, a difference counts only if it is one to all of
them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from beleg.evidence.accomplished import accomplished
from beleg.evidence.acting import acting, own_act
from beleg.evidence.clauses import Clause, Stated, state_of, stated
from beleg.evidence.comparing import turned_round
from beleg.evidence.counterparts import Compared, Counterparts
from beleg.evidence.denied_sayings import denied, sayings
from beleg.evidence.differences import complete, limited, limits, reworded, tells
from beleg.evidence.facing import Faced, faced
from beleg.evidence.nearby import related
from beleg.evidence.opposing import opposite
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.opposites import opposites
from beleg.language.set_phrases import set_phrases
from beleg.language.words import Words
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.evidence import Reversal
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

COVERED = 0.5
"""Coverage from which a sentence is made of what its passages report."""
_LEAVING_OPEN = frozenset((Marker.DOUBT, Marker.POSSIBILITY, Marker.PLAN, Marker.AHEAD))
"""Markers by which a source does not say that something is so."""
MOST_RELATED = 20
"""Sentences about the same thing, best first, that may say it as the draft does."""


class ClauseStates:
    """Compares the clauses of a draft with those of its sources."""

    def __init__(
        self, index: SourceIndex, quotations: Sequence[Overlaps[Quotation]], language: Language
    ) -> None:
        self._index = index
        self._language = language
        self._counterparts = Counterparts(index, quotations, language)
        self._opposites = opposites(language.code)
        self._markers = markers(language.code)
        self._last: tuple[Sentence, list[Quotation], Stated] | None = None

    def examine(
        self,
        sentence: Sentence,
        text: str,
        quotations: Sequence[Quotation],
        words: Sequence[ContentWord],
        support: Support,
        told: Sequence[Span] = (),
    ) -> Iterator[ClauseEvidence]:
        """The clauses of a sentence of the draft that a passage reports.

        `quotations` are those of the draft that touch the sentence, `words` its content words, `support` the passages
        it rests on. Clauses that lie in `told`, exact quotations with their cues and speakers, are left out: they are
        compared as such.
        """
        if told and _all_lie_in(sentence, told):
            return
        mine = self._mine(sentence, quotations)
        frames = [part for quotation in quotations for part in quotation.frame]
        compared = [
            Compared(clause, inside, counterparts)
            for number, clause in enumerate(mine.clauses)
            if not _lies_in(clause, mine.words, told)
            and (inside := [word for word in words if _covers(clause, mine.words, word.span)])
            and (counterparts := self._counterparts.of(inside, mine, number))
        ]
        compared += [
            Compared(one.clause, one.words, [other])
            for one in compared
            for other in self._counterparts.of_verb(one, support)
        ]
        facing = {mine.clause[one.at]: one for one in self._faced(mine, support)}
        for one in compared:
            # Clauses that go back to the same one are one statement: "Vermutlich lebte sie, wie …, im Wasser".
            together = [
                at
                for other in compared
                if (other.best.place, other.best.clause) == (one.best.place, one.best.clause)
                for at in other.clause.tokens
            ]
            here = state_of(mine, together, text, least_share=0.0)
            if self._language.lexicon.comma_before_clause:  # else clauses are not cut surely enough
                here = _own_denial(mine, one.clause, here)
            found = self._evidence(mine, one, here)
            found = replace(found, frame=_lies_in(one.clause, mine.words, frames))
            against = facing.pop(mine.clause[one.clause.tokens[0]], None)
            yield (
                found
                if against is None
                else replace(found, span=_around(mine, against.at), opposite=against.word, facing=True)
            )
        for against in facing.values():
            yield ClauseEvidence(
                span=_around(mine, against.at),
                passage=self._index.passage(support.places[against.passage]),
                shared=0.0,
                aligned=1,
                here=ClauseState(),
                there=ClauseState(),
                anywhere=frozenset(),
                opposite=against.word,
                facing=True,
            )

    def _faced(self, mine: Stated, support: Support) -> Iterator[Faced]:
        """The words of a sentence that a passage has the opposite of beside the same word."""
        if support.coverage < COVERED:
            return
        yield from faced(
            mine,
            [self._counterparts.at(place) for place in support.places],
            lambda: [
                self._counterparts.at(place)
                for place in related(support)[:MOST_RELATED]
                if place not in support.places
            ],
            self._opposites,
            self._language,
        )

    def own_marks(
        self, sentence: Sentence, quotations: Sequence[Quotation]
    ) -> tuple[tuple[Marker, Span, str], ...]:
        """The markers of a sentence of the draft outside direct speech, each with its clause and its words."""
        mine = self._mine(sentence, quotations)
        return tuple(
            (
                one.marker,
                mine.words.span(*mine.clauses[mine.clause[one.start]].parts[0]),
                " ".join(token.text for token in sentence.tokens[one.start : one.end]).strip(", "),
            )
            for one in mine.marked
            if not _direct(mine.said_by[one.start])
        )

    def _mine(self, sentence: Sentence, quotations: Sequence[Quotation]) -> Stated:
        """A sentence of the draft with the state of its words; worked out once where it is asked for twice."""
        if self._last is None or self._last[0] is not sentence or self._last[1] != quotations:
            self._last = sentence, list(quotations), stated(sentence, quotations, self._language)
        return self._last[2]

    def reversal(
        self,
        sentence: Sentence,
        quotations: Sequence[Quotation],
        quotation: Quotation,
        places: Sequence[Place],
    ) -> Reversal | None:
        """Where the sources deny the very saying that a quotation of a sentence reports, or affirm the one it denies.

        `quotations` are those of the draft that touch the sentence, `places` the sentences of the sources that make the
        statement. None where any of them has the saying as the draft has it, or none has it at all.
        """
        mine = self._mine(sentence, quotations)
        if not (verbs := sayings(mine, quotation.cue, self._language)):
            return None
        here = denied(verbs, mine, self._language)
        there = {place: denied(verbs, self._counterparts.at(place), self._language) for place in places}
        answers = frozenset[bool]().union(*there.values())
        if len(here) != 1 or len(answers) != 1 or here == answers:
            return None
        place = next(place for place, answer in there.items() if answer)
        return Reversal(self._index.passage(place), denied_here=True in here)

    def in_passages(self, support: Support) -> frozenset[Marker]:
        """The markers anywhere in the passages a sentence rests on."""
        return frozenset(
            one.marker for place in support.places for one in self._counterparts.at(place).marked
        )

    def may_deny(self, sentence: Sentence) -> bool:
        """Whether a sentence may deny anything; quicker than `denies`."""
        words = Words.of(sentence.tokens)
        refusing = set_phrases("refusing_before", self._language.code)
        return self._markers.may_have(Marker.DENIAL, words) or refusing.search(sentence.text) is not None

    def denies(self, sentence: Sentence) -> bool | None:
        """Whether a sentence of the draft of a single clause denies what it says; None where it has several clauses."""
        return _denied(stated(sentence, (), self._language))

    def denied_at(self, place: Place) -> bool | None:
        """The same of a sentence of a source."""
        return _denied(self._counterparts.at(place))

    def _evidence(self, mine: Stated, one: Compared, here: ClauseState) -> ClauseEvidence:
        if tells(mine, one, self._language):
            here = replace(here, attributed=True)
        states = [counterpart.state for counterpart in one.counterparts]
        everywhere = frozenset.intersection(*(state.marks for state in states))
        if all(state.marks & _LEAVING_OPEN for state in states):
            everywhere |= states[0].marks & _LEAVING_OPEN  # each in its own way
        start, end = one.clause.parts[0]
        return ClauseEvidence(
            span=mine.words.span(start, end),
            passage=self._index.passage(one.best.place),
            shared=one.best.weight / sum(self._index.weight(word) for word in one.words),
            aligned=len(one.best.matches),
            here=here,
            there=ClauseState(
                attributed=all(state.attributed for state in states)
                and not any(own_act(mine, one, other, self._language) for other in one.counterparts),
                speaker=next((state.speaker for state in states if state.speaker), ""),
                marked=tuple((marker, word) for marker, word in states[0].marked if marker in everywhere),
            ),
            anywhere=frozenset.union(*(counterpart.anywhere for counterpart in one.counterparts)),
            reworded=reworded(one, self._opposites),
            broader=not limited(mine, one.clause, here, self._markers, self._language)
            and all(limits(mine, counterpart, self._markers) for counterpart in one.counterparts),
            acting=acting(mine, one, self._language),
            measured=turned_round(mine, one, self._opposites, self._language),
            opposite=(against := opposite(one, self._opposites, self._language)),
            complete=complete(one, against),
            nobody=one.best.nobody(self._language),
            happened=accomplished(one.clause.tokens, mine.words, self._language)
            and not accomplished(
                one.best.theirs.clauses[one.best.clause].tokens, one.best.theirs.words, self._language
            ),
        )


def _own_denial(mine: Stated, clause: Clause, together: ClauseState) -> ClauseState:
    """The state of several clauses without a denial that stands in another one of them: it reaches no further."""
    if Marker.DENIAL in mine.clause_marks[mine.clauses.index(clause)] or any(
        Marker.DENIAL in mine.marks[at] for at in clause.tokens
    ):
        return together
    marked = tuple((marker, word) for marker, word in together.marked if marker is not Marker.DENIAL)
    return replace(together, marked=marked)


def _denied(of: Stated) -> bool | None:
    if len(of.clauses) > 1:
        return None
    return any(one.marker is Marker.DENIAL for one in of.marked)


def _direct(quotation: Quotation | None) -> bool:
    return quotation is not None and quotation.kind is QuotationKind.DIRECT


def _around(mine: Stated, at: int) -> Span:
    """The stretch of its clause that a token stands in."""
    parts = mine.clauses[mine.clause[at]].parts
    return next(mine.words.span(start, end) for start, end in parts if start <= at < end)


def _lies_in(clause: Clause, words: Words, spans: Sequence[Span]) -> bool:
    tokens = [words.tokens[at] for at in clause.tokens if words.is_word(at)]
    return all(any(span.start <= token.start and token.end <= span.end for span in spans) for token in tokens)


def _all_lie_in(sentence: Sentence, spans: Sequence[Span]) -> bool:
    return all(
        any(span.start <= token.start and token.end <= span.end for span in spans)
        for token in sentence.tokens
        if token.text[0].isalnum()
    )


def _covers(clause: Clause, words: Words, span: Span) -> bool:
    return any(words.span(start, end).covers(span) for start, end in clause.parts)
