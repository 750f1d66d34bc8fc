"""Sides: a sentence of a text and its translation, each as its own language reads it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.turning import turning
from beleg.language.words import Words
from beleg.terms.clause import Marker
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.token import Token

QUOTATION_MARKS: Final = frozenset('„“”"»«')


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence of a text with the reading it is from, and the language of both.

    `sentences` are several where a sentence of one language became more in the other's reading.
    """

    reading: Reading
    sentences: Sequence[Sentence]
    language: Language

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words and marks of all its sentences."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @property
    def text(self) -> str:
        """Its words, on one line."""
        return " ".join(" ".join(sentence.text.split()) for sentence in self.sentences)

    def marked(self, *of: Marker) -> list[str]:
        """The words that set these markers, those with a capital inside names left out."""
        return [
            words.tokens[one.start].text
            for words in self._stretches()
            for one in markers(self.language.code).find(words)
            if one.marker in of
        ]

    def _stretches(self) -> Iterator[Words]:
        """The words between quotation marks and outside them: "“Nobody …" has its capital as the first word of a
        sentence.
        """
        for sentence in self.sentences:
            stretch: list[Token] = []
            for token in sentence.tokens:
                if token.text not in QUOTATION_MARKS:
                    stretch.append(token)
                elif stretch:
                    yield Words.of(stretch)
                    stretch = []
            if stretch:
                yield Words.of(stretch)

    def surnames(self) -> dict[str, str]:
        """The persons it names by surname, each with all words of the name."""
        words = Words.of(self.tokens)
        return {
            person.surname: words.span(person.start, person.end).of(self.reading.text)
            for person in self.language.people(words)
        }

    @property
    def attributed(self) -> bool:
        """Whether all of it is somebody's statement."""
        return all(sentence.voice is Voice.ATTRIBUTED for sentence in self.sentences)

    @property
    def quotations(self) -> list[Quotation]:
        """What somebody says in it, by whatever kind of report but one that only names the saying."""
        return [
            one
            for one in self.reading.quotations
            if one.kind is not QuotationKind.REPORTED
            and any(one.span.overlaps(sentence.span) for sentence in self.sentences)
        ]

    @property
    def accuses(self) -> bool:
        """Whether a verb tells somebody's claim with no sentence of its own: "accused of lying"."""
        accusing, lexicon = turning(self.language.code).accusing, self.language.lexicon
        particles = [token.text for token in self.tokens if token.text in lexicon.separable]
        return any(
            self.language.stem(word) in accusing
            for token in self.tokens
            for base in (token.text.lower(), self.language.infinitive(token.text.lower()))
            for word in (base, *(f"{particle}{base}" for particle in particles))
        )

    def reported_verbs(self) -> list[str]:
        """The verbs in the mood of reported speech that mean nothing else: "sei"."""
        return [
            sentence.tokens[verb.at].text
            for sentence in self.sentences
            for verb in self.language.reported_verbs(Words.of(sentence.tokens))
            if verb.certain
        ]

    def according(self, told: Sequence[Quotation]) -> bool:
        """Whether all of these are told with a preposition, "laut X", and with no verb of saying."""
        return all(_by_preposition(one, self) for one in told)

    def reports_in_indicative(self) -> bool:
        """Whether somebody's statement has a finite verb and none in the mood of reported speech, without "laut X"."""
        for one in self.quotations:
            if one.kind is not QuotationKind.INDIRECT or _by_preposition(one, self):
                continue
            for sentence in self.sentences:
                words = Words.of(sentence.tokens)
                inside = [
                    at
                    for at, token in enumerate(sentence.tokens)
                    if any(part.covers(Span(token.start, token.end)) for part in one.quote)
                ]
                moods = {verb.at for verb in self.language.reported_verbs(words)}
                finite = any(_finite(words, at, self.language) for at in inside)
                if finite and not moods.intersection(inside):
                    return True
        return False

    @property
    def own(self) -> bool:
        """Whether the text vouches for all of it itself."""
        return all(sentence.voice is Voice.OWN for sentence in self.sentences)


def _by_preposition(one: Quotation, side: Side) -> bool:
    words = " ".join(part.of(side.reading.text) for part in one.cue).lower()
    lexicon = side.language.lexicon
    return bool(words) and (
        words.split()[0] in lexicon.according
        or words in lexicon.account_prepositions
        or words in lexicon.according_after
    )


def _finite(words: Words, at: int, language: Language) -> bool:
    low, lexicon = words.low[at], language.lexicon
    if at and words.low[at - 1] == lexicon.infinitive_mark:
        return False
    known = low in lexicon.finite or low in lexicon.finite_forms or low in lexicon.auxiliaries
    return known or at in language.indicative_verbs(words)


def side_at(reading: Reading, span: Span, language: Language) -> Side:
    """The sentences of a reading that lie in `span`."""
    return Side(reading, [one for one in reading.sentences if span.covers(one.span)], language)
