"""Counterparts: which clause of the sources a clause of the draft goes back to.

It is the clause that has its verb, or else most of its words. Several sentences of the sources may report the same
about equally well; then each of them has a counterpart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from beleg.evidence.clauses import Clause, Stated, state_of, stated
from beleg.evidence.passages import ABOUT_AS_GOOD, Place, SourceIndex, Support, about_as_good
from beleg.evidence.scopes import says_nobody
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.terms.clause import ClauseState, Marker
from beleg.terms.quotation import Quotation
from beleg.text.overlaps import Overlaps

ENOUGH = 0.5
"""Share of a clause's content that a passage must have to be compared with it."""
HOLDS = 0.6
"""Share of the matching words that must be somebody's statement for the clause to be theirs."""
BESIDE = 0.34
"""Share of the best clause's weight from which a further clause of the same sentence is looked at as well."""
ABOUT_NOBODY = 0.5
"""Share of the best coverage from which "Verletzt wurde niemand" is looked for where no passage has half of a
clause.
"""
WITH_VERB = 2
"""Words, its verb among them, that a second passage must share with a clause."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A clause of a source that reports what a clause of the draft does.

    `theirs` is its sentence and `clause` its number there; `matches` are the pairs of a word of the draft and the word
    of the source it goes back to, with the source's token, of this clause and those beside it that have a good part;
    `weight` is theirs together. `anywhere` are the markers that hold for any of them.
    """

    place: Place
    theirs: Stated
    clause: int
    weight: float
    matches: tuple[tuple[ContentWord, ContentWord, int], ...]
    state: ClauseState
    anywhere: frozenset[Marker]
    source: str
    """The text of the source."""
    words: tuple[ContentWord, ...]
    """The content words of the clause."""

    def nobody(self, language: Language) -> bool:
        """Whether the clause says of nobody what its only content word says."""
        tokens = self.theirs.clauses[self.clause].tokens
        return len(self.words) == 1 and says_nobody(tokens, self.theirs.words, language)


@dataclass(frozen=True, slots=True)
class Compared:
    """A clause of the draft with its content words and its counterparts, best first."""

    clause: Clause
    words: Sequence[ContentWord]
    counterparts: Sequence[Counterpart]

    @property
    def best(self) -> Counterpart:
        """The best counterpart."""
        return self.counterparts[0]


class Counterparts:
    """The clauses of all sources, cut when they are needed."""

    def __init__(
        self, index: SourceIndex, quotations: Sequence[Overlaps[Quotation]], language: Language
    ) -> None:
        self._index = index
        self._quotations = quotations
        self._language = language
        self._stated: dict[Place, Stated] = {}

    def at(self, place: Place) -> Stated:
        """The sentence at a place with the state of its words."""
        if place not in self._stated:
            sentence = self._index.sentence(place)
            here = list(dict.fromkeys(self._quotations[place.source].at(sentence.span)))
            self._stated[place] = stated(sentence, here, self._language)
        return self._stated[place]

    def of(self, words: Sequence[ContentWord], mine: Stated, number: int) -> list[Counterpart]:
        """The counterparts of clause `number` of a sentence, with these content words, best first.

        None where no passage has half of them. In a sentence that is the same word for word it is the same clause.
        """
        by_place = self._index.support(words).by_place
        best = max(by_place.values(), default=0.0)
        if best < ENOUGH:
            near = about_as_good(by_place, ABOUT_NOBODY * best / ABOUT_AS_GOOD) if words else []
            return [
                one
                for place in near
                for one in [self._counterpart(words, place)]
                if one.nobody(self._language)
            ][:1]
        places = about_as_good(by_place, best)
        for place in places:
            theirs = self.at(place)
            # The same words may be cut otherwise where they stand beside other speech.
            if theirs.sentence.text == mine.sentence.text and theirs.clauses == mine.clauses:
                return [self._counterpart(words, place, number)]
        found = [self._counterpart(words, place) for place in places]
        # A clause is where its verb is; a sentence with its nouns only may say something else of them.
        return [one for one in found if any(mine.infinitive for mine, _, _ in one.matches)] or found

    def of_verb(self, one: Compared, support: Support) -> Iterator[Counterpart]:
        """Another passage that has a clause's verb, where the best one has not: the draft joined two sentences."""
        matched = {mine.span.start for mine, _, _ in one.best.matches}
        verbs = [word for word in one.words if word.infinitive and word.span.start not in matched]
        for place in support.places:
            if verbs and place != one.best.place and next(self._aligned(verbs, place), None):
                found = self._counterpart(one.words, place)
                # "Verletzt wurde niemand" has no word but the verb.
                if len(found.matches) >= WITH_VERB or found.nobody(self._language):
                    yield found
                    return

    def _counterpart(
        self, words: Sequence[ContentWord], place: Place, clause: int | None = None
    ) -> Counterpart:
        theirs = self.at(place)
        token_at = {token.start: number for number, token in enumerate(theirs.sentence.tokens)}
        aligned = [
            (mine, other, token_at[other.span.start], weight)
            for mine, other, weight in self._aligned(words, place)
        ]
        weights: dict[int, float] = defaultdict(float)
        for _, _, at, weight in aligned:
            weights[theirs.clause[at]] += weight
        # "…, welcher die Flüssigkeit entzündet haben soll": the nouns may stand in the clause before.
        with_verb = {theirs.clause[at] for mine, _, at, _ in aligned if mine.infinitive}
        main = max(with_verb or weights, key=lambda one: (weights[one], -one)) if clause is None else clause
        heaviest = max(weights.values())
        near = (
            {main}
            if clause is not None
            else {main, *(one for one in weights if weights[one] >= BESIDE * heaviest)}
        )
        source = self._index.sources[place.source].source.text
        inside = [at for _, _, at, _ in aligned if theirs.clause[at] in near]
        if clause is not None and clause < len(theirs.clauses):
            inside = theirs.clauses[clause].tokens
        return Counterpart(
            place=place,
            theirs=theirs,
            clause=main,
            weight=sum(weights[one] for one in near),
            matches=tuple((mine, other, at) for mine, other, at, _ in aligned if theirs.clause[at] in near),
            state=state_of(
                theirs, [at for at in inside if theirs.clause[at] == main], source, least_share=HOLDS
            ),
            anywhere=frozenset(
                mark for at in inside for mark in theirs.marks[at] | theirs.clause_marks[theirs.clause[at]]
            ),
            source=source,
            words=tuple(
                word for word in self._index.words(place) if theirs.clause[token_at[word.span.start]] == main
            ),
        )

    def _aligned(
        self, words: Sequence[ContentWord], place: Place
    ) -> Iterator[tuple[ContentWord, ContentWord, float]]:
        """Each word with the word of a source's sentence that matches it best, and the weight of the match."""
        for word in words:
            wanted = self._index.matches(word)
            found = [
                (max(wanted.get(stem, 0.0) for stem in other.stems), other)
                for other in self._index.words(place)
            ]
            quality, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
            if best is not None and quality:
                yield word, best, quality * self._index.weight(word)
