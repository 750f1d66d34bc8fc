"""Clause states: what each clause of a draft says of its content, beside what the sources say of the same.

A clause of the draft is compared with the clause of the source that has most of its words. Where several sentences of
the sources report it about equally well, a difference counts only if it is one to all of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from beleg.evidence.clauses import Clause, Stated, stated
from beleg.evidence.passages import Place, SourceIndex, Support, about_as_good
from beleg.evidence.roles import Roles, roles
from beleg.evidence.words import ContentWord, alike, content_words
from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.opposites import opposites
from beleg.language.words import Words
from beleg.terms.clause import ClauseEvidence, ClauseState, Marker
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

ENOUGH = 0.5
"""Share of a clause's content that a passage must have to be compared with it."""
HOLDS = 0.6
"""Share of the aligned words for which a marker or a speaker must hold to hold for the clause."""
BESIDE = 0.34
"""Share of the best clause's weight from which a further clause of the same sentence is looked at as well."""
_AIMED = frozenset(("gegen", "against"))
"""Prepositions before the one an act is aimed at."""
_WITH_VERB = 2
"""Words, its verb among them, that a second passage must share with a clause."""
_OPENING_MARKS = frozenset('„“»«"‚‘')


@dataclass(frozen=True, slots=True)
class _Counterpart:
    """The clause of a source's sentence that has most of a draft clause's words, and its state.

    `matches` are the pairs of draft word and token of the source.
    """

    place: Place
    clause: int
    weight: float
    matches: tuple[tuple[ContentWord, int], ...]
    state: ClauseState
    anywhere: frozenset[Marker]


@dataclass(frozen=True, slots=True)
class _Compared:
    """A clause of the draft with its content words and its counterparts, best first."""

    clause: Clause
    words: Sequence[ContentWord]
    counterparts: Sequence[_Counterpart]


class ClauseStates:
    """The states of all clauses of the sources, worked out when they are needed."""

    def __init__(
        self, index: SourceIndex, quotations: Sequence[Overlaps[Quotation]], language: Language
    ) -> None:
        self._index = index
        self._quotations = quotations
        self._language = language
        self._opposites = opposites(language.code)
        self._markers = markers(language.code)
        self._stated: dict[Place, Stated] = {}

    def examine(
        self,
        sentence: Sentence,
        text: str,
        quotations: Sequence[Quotation],
        words: Sequence[ContentWord],
        support: Support,
    ) -> Iterator[ClauseEvidence]:
        """The clauses of a sentence of the draft that a passage reports.

        `quotations` are those of the draft that touch the sentence, `words` its content words, `support` the passages it
        rests on.
        """
        mine = stated(sentence, quotations, self._language)
        compared = [
            _Compared(clause, inside, counterparts)
            for clause in mine.clauses
            if (inside := [word for word in words if _covers(clause, mine.words, word.span)])
            and (counterparts := self._counterparts(inside))
        ]
        compared += [
            _Compared(one.clause, one.words, [other])
            for one in compared
            for other in self._of_verb(one, support)
        ]
        for one in compared:
            first = one.counterparts[0]
            together = [
                at
                for other in compared
                if (other.counterparts[0].place, other.counterparts[0].clause) == (first.place, first.clause)
                for at in other.clause.tokens
            ]
            yield self._evidence(mine, one, self._state(mine, together, text, share=0.0))

    def _evidence(self, mine: Stated, one: _Compared, here: ClauseState) -> ClauseEvidence:
        first = one.counterparts[0]
        if self._tells(mine, one):
            here = replace(here, attributed=True)
        states = [counterpart.state for counterpart in one.counterparts]
        everywhere = frozenset.intersection(*(state.marks for state in states))
        start, end = one.clause.parts[0]
        return ClauseEvidence(
            span=mine.words.span(start, end),
            passage=self._index.passage(first.place),
            shared=first.weight / sum(self._index.weight(word) for word in one.words),
            aligned=len(first.matches),
            here=here,
            there=ClauseState(
                attributed=all(state.attributed for state in states),
                speaker=next((state.speaker for state in states if state.speaker), ""),
                marked=tuple((marker, word) for marker, word in first.state.marked if marker in everywhere),
            ),
            anywhere=frozenset.union(*(counterpart.anywhere for counterpart in one.counterparts)),
            opposite=self._opposite(one, first),
            acting=self._acting(mine, one, first),
            reworded=self._reworded(mine, one.words, first),
            broader=not self._limited(mine, one.clause, here)
            and all(self._broader(mine, counterpart) for counterpart in one.counterparts),
        )

    def own_marks(
        self, sentence: Sentence, quotations: Sequence[Quotation]
    ) -> tuple[tuple[Marker, Span, str], ...]:
        """The markers of a sentence of the draft outside direct speech, each with its clause and its words."""
        mine = stated(sentence, quotations, self._language)
        return tuple(
            (
                one.marker,
                mine.words.span(*mine.clauses[mine.clause[one.start]].parts[0]),
                " ".join(token.text for token in sentence.tokens[one.start : one.end]).strip(", "),
            )
            for one in mine.marked
            if not _direct(mine.said_by[one.start])
        )

    def in_passages(self, support: Support) -> frozenset[Marker]:
        """The markers anywhere in the passages a sentence rests on."""
        return frozenset(one.marker for place in support.places for one in self._at(place).marked)

    def _counterparts(self, words: Sequence[ContentWord]) -> list[_Counterpart]:
        by_place = self._index.support(words).by_place
        best = max(by_place.values(), default=0.0)
        if best < ENOUGH:
            return []
        found = [self._counterpart(words, place) for place in about_as_good(by_place, best)]
        # A clause is where its verb is; a sentence with its nouns only may say something else of them.
        return [one for one in found if any(word.infinitive for word, _ in one.matches)] or found

    def _of_verb(self, one: _Compared, support: Support) -> Iterator[_Counterpart]:
        """Another passage that has the clause's verb, where the best one has not: a draft joins two sentences in a clause."""
        first = one.counterparts[0]
        matched = {word.span.start for word, _ in first.matches}
        verbs = [word for word in one.words if word.infinitive and word.span.start not in matched]
        for place in support.places:
            if verbs and place != first.place:
                found = self._counterpart(one.words, place) if self._any(verbs, place) else None
                if found and len(found.matches) >= _WITH_VERB:
                    yield found
                    return

    def _any(self, words: Sequence[ContentWord], place: Place) -> bool:
        return next(self._aligned(words, place), None) is not None

    def _counterpart(self, words: Sequence[ContentWord], place: Place) -> _Counterpart:
        theirs = self._at(place)
        aligned = list(self._aligned(words, place))
        weights: dict[int, float] = defaultdict(float)
        for _, at, weight in aligned:
            weights[theirs.clause[at]] += weight
        # A clause is where its verb is: "…, welcher die Flüssigkeit entzündet haben soll".
        verbs = {theirs.clause[at] for word, at, _ in aligned if word.infinitive}
        main = max(verbs or weights, key=lambda clause: (weights[clause], -clause))
        near = {clause for clause, weight in weights.items() if weight >= BESIDE * max(weights.values())} | {
            main
        }
        text = self._index.sources[place.source].source.text
        return _Counterpart(
            place=place,
            clause=main,
            weight=sum(weights[clause] for clause in near),
            matches=tuple((word, at) for word, at, _ in aligned if theirs.clause[at] in near),
            state=self._state(
                theirs, [at for _, at, _ in aligned if theirs.clause[at] == main], text, share=HOLDS
            ),
            anywhere=frozenset(
                mark
                for _, at, _ in aligned
                if theirs.clause[at] in near
                for mark in theirs.marks[at] | theirs.clause_marks[theirs.clause[at]]
            ),
        )

    def _aligned(
        self, words: Sequence[ContentWord], place: Place
    ) -> Iterator[tuple[ContentWord, int, float]]:
        """Each word with the token of a source's sentence that matches it best, and the weight of the match."""
        token_at = {token.start: number for number, token in enumerate(self._index.sentence(place).tokens)}
        for word in words:
            wanted = self._index.matches(word)
            found = [
                (max(wanted.get(stem, 0.0) for stem in theirs.stems), theirs)
                for theirs in self._index.words(place)
            ]
            quality, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
            if best is not None and quality:
                yield word, token_at[best.span.start], quality * self._index.weight(word)

    def _reworded(self, mine: Stated, words: Sequence[ContentWord], counterpart: _Counterpart) -> int:
        theirs = self._at(counterpart.place)
        matched_here = {word.span.start for word, _ in counterpart.matches}
        matched_there = {at for _, at in counterpart.matches}
        clause = {theirs.sentence.tokens[at].start for at in theirs.clauses[counterpart.clause].tokens}
        there = [word for word in self._index.words(counterpart.place) if word.span.start in clause]
        matched_there_at = {theirs.sentence.tokens[at].start for at in matched_there}
        return sum(bool(word.infinitive) and word.span.start not in matched_here for word in words) + sum(
            bool(word.infinitive) and word.span.start not in matched_there_at for word in there
        )

    def _acting(self, mine: Stated, one: _Compared, counterpart: _Counterpart) -> tuple[str, str]:
        """Who acts here and who there, if it is the same act and the two have changed places."""
        theirs = self._at(counterpart.place)
        if not self._same_act(theirs, counterpart):
            return "", ""
        here = roles(mine.words, one.clause, self._language)
        there = roles(theirs.words, theirs.clauses[counterpart.clause], self._language)
        agent_here, agent_there = self._named(mine, here.agent), self._named(theirs, there.agent)
        if not agent_here or alike(agent_here, agent_there) or not (here.certain and there.certain):
            return "", ""
        if agent_there:
            swapped = alike(agent_here, self._named(theirs, there.patient | set(there.others))) and alike(
                agent_there, self._named(mine, here.patient | set(here.others))
            )
        else:
            swapped = bool(here.patient) and alike(
                agent_here, self._named(theirs, there.patient | _against(there))
            )
        return (_words(mine, here.agent), _words(theirs, there.agent)) if swapped else ("", "")

    def _same_act(self, theirs: Stated, counterpart: _Counterpart) -> bool:
        """Whether a verb of the clause is a verb of the source's clause as well."""
        verbs = {
            word.span.start: word.infinitive
            for word in self._index.words(counterpart.place)
            if word.infinitive
        }
        return any(
            word.infinitive
            and verbs.get(theirs.sentence.tokens[at].start) == word.infinitive
            and theirs.clause[at] == counterpart.clause
            for word, at in counterpart.matches
        )

    def _named(self, whole: Stated, tokens: Iterable[int]) -> list[ContentWord]:
        wanted = {whole.sentence.tokens[at].start for at in tokens if whole.words.capitalised(at)}
        return [
            word for word in content_words(whole.sentence.tokens, self._language) if word.span.start in wanted
        ]

    def _limited(self, mine: Stated, clause: Clause, here: ClauseState) -> bool:
        """Whether a clause of the draft speaks of a part or a number of things itself."""
        tokens = clause.tokens
        if Marker.SOME in here.marks or any(mine.words.low[at] in self._markers.shares for at in tokens):
            return True
        own = {mine.sentence.tokens[at].start for at in tokens}
        return any(quantity.start in own for quantity in self._language.quantities(mine.sentence.tokens))

    def _tells(self, mine: Stated, one: _Compared) -> bool:
        """Whether a clause of the draft tells of a saying itself: "verlangt den Abriss", or has words in marks."""
        first = one.counterparts[0]
        theirs = self._at(first.place)
        quoted = {word.span.start for word, at in first.matches if theirs.said_by[at] is not None}
        return any(
            mine.words.low[at] in _OPENING_MARKS
            or (
                mine.words.low[at] in self._language.lexicon.verbs
                and mine.sentence.tokens[at].start not in quoted
                and (at == 0 or not mine.words.capitalised(at))
            )
            for at in one.clause.tokens
        )

    def _opposite(self, one: _Compared, counterpart: _Counterpart) -> str:
        """The word of the source's clause that says the opposite of a word of the draft's; empty where there is none."""
        theirs = self._at(counterpart.place)
        matched = {word.span.start for word, _ in counterpart.matches}
        starts = {theirs.sentence.tokens[at].start for at in theirs.clauses[counterpart.clause].tokens}
        there = [word for word in self._index.words(counterpart.place) if word.span.start in starts]
        stems = {stem: word for word in there for stem in word.stems}
        for word in one.words:
            if word.span.start in matched:
                continue
            for stem in word.stems:
                for other in self._opposites.get(stem, ()):
                    if other in stems:
                        return stems[other].span.of(self._text(counterpart.place))
        return ""

    def _text(self, place: Place) -> str:
        return self._index.sources[place.source].source.text

    def _broader(self, mine: Stated, counterpart: _Counterpart) -> bool:
        """Whether the clause there is limited, or a noun is that means all of its kind here."""
        theirs = self._at(counterpart.place)
        if Marker.SOME in theirs.clause_marks[counterpart.clause]:
            return True
        token_at = {token.start: number for number, token in enumerate(mine.sentence.tokens)}
        for word, at in counterpart.matches:
            if Marker.SOME in theirs.marks[at] and Marker.SOME not in mine.marks[token_at[word.span.start]]:
                before = mine.words.low[max(0, token_at[word.span.start] - 2) : token_at[word.span.start]]
                if self._markers.definite.intersection(before):
                    return True
        return False

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
        said = [one for at in tokens if (one := whole.said_by[at]) is not None]
        return ClauseState(
            attributed=len(said) >= least or all(whole.reported[clause] for clause in clauses),
            speaker=next((name for one in said if (name := one.speaker_words(text))), ""),
            marked=tuple(
                (one.marker, " ".join(token.text for token in whole.sentence.tokens[one.start : one.end]))
                for one in whole.marked
                if one.marker in holding and whole.clause[one.start] in clauses
            ),
        )


def _direct(quotation: Quotation | None) -> bool:
    return quotation is not None and quotation.kind is QuotationKind.DIRECT


def _against(found: Roles) -> frozenset[int]:
    return frozenset(at for at, role in found.others.items() if role in _AIMED)


def _words(whole: Stated, tokens: Iterable[int]) -> str:
    return " ".join(whole.sentence.tokens[at].text for at in sorted(tokens))


def _covers(clause: Clause, words: Words, span: Span) -> bool:
    return any(words.span(start, end).covers(span) for start, end in clause.parts)
