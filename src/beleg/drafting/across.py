"""Across languages: what of a sentence can be compared with its translation without knowing what the words mean.

Numbers, dates, persons, quotation marks, denials, who vouches for it, reservations, addresses, and roughly its length. Everything
else, what is asserted included, cannot be compared; nothing here says that a translation is right.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from beleg.language.language import Language
from beleg.language.markers import markers
from beleg.language.moment import Moment
from beleg.language.words import Words
from beleg.terms.clause import OPEN, Marker
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.terms.wording import Wording
from beleg.text.addresses import ADDRESS

SHORTEST, LONGEST = 0.5, 2.2
"""Words of a translation for each word of the original between which nothing has to be missing or added."""
QUOTATION_MARKS: Final = frozenset('„“”"»«')
_FEW_WORDS: Final = 5
_PARTS: Final = ("year", "month", "day", "weekday", "hour", "minute")

_NUMBERS: Final = Wording(
    de="Die Zahlen sind andere: dort {there}, hier {here}.",
    en="The numbers differ: {there} there, {here} here.",
)
_DATES: Final = Wording(de="Die Daten und Uhrzeiten sind andere.", en="The dates and times of day differ.")
_PERSON_LOST: Final = Wording(
    de="„{name}“ fehlt in der Übersetzung.", en="“{name}” is missing from the translation."
)
_PERSON_NEW: Final = Wording(de="„{name}“ steht nicht im Original.", en="“{name}” is not in the original.")
_QUOTATIONS: Final = Wording(
    de="Es sind nicht gleich viele Zitate zwischen Anführungszeichen.",
    en="There is not the same number of quotations between quotation marks.",
)
_DENIAL: Final = Wording(
    de="Nur einer der beiden Sätze verneint.", en="Only one of the two sentences denies something."
)
_ATTRIBUTION: Final = Wording(
    de="Das Original nennt, wessen Aussage es ist, oder steht im Konjunktiv; die Übersetzung sagt es selbst.",
    en="The original says whose statement it is, or has it in the subjunctive; the translation says it itself.",
)
_ATTRIBUTED: Final = Wording(
    de="Das Original sagt es selbst; die Übersetzung macht es zur Aussage von jemandem.",
    en="The original says it itself; the translation makes it somebody’s statement.",
)
_HEDGE_LOST: Final = Wording(
    de="Der Vorbehalt („{words}“) fehlt in der Übersetzung.",
    en="The reservation (“{words}”) is missing from the translation.",
)
_HEDGE_NEW: Final = Wording(
    de="Der Vorbehalt („{words}“) steht nicht im Original.",
    en="The reservation (“{words}”) is not in the original.",
)
_LENGTH: Final = Wording(
    de="Die Übersetzung ist viel kürzer oder länger als das Original.",
    en="The translation is much shorter or longer than the original.",
)
_ADDRESS: Final = Wording(
    de="Die Adresse „{address}“ steht nicht im Original.",
    en="The address “{address}” is not in the original.",
)


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
        """The words between quotation marks and outside them: "“Nobody …" has its capital as the first word of a sentence."""
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
    def own(self) -> bool:
        """Whether the text vouches for all of it itself."""
        return all(sentence.voice is Voice.OWN for sentence in self.sentences)


def differences(original: Side, translation: Side, messages: str) -> Iterator[str]:
    """What differs between a sentence and its translation, one sentence in the language of `messages` for each."""
    there, here = _numbers(original), _numbers(translation)
    if there != here:
        values = (("there", _listed(there)), ("here", _listed(here)))
        yield _NUMBERS.in_language(messages, values)
    if _dates(original) != _dates(translation):
        yield _DATES.in_language(messages)
    yield from _persons(original, translation, messages)
    if _quotations(original) != _quotations(translation):
        yield _QUOTATIONS.in_language(messages)
    if bool(original.marked(Marker.DENIAL)) != bool(translation.marked(Marker.DENIAL)):
        yield _DENIAL.in_language(messages)
    if original.attributed and not translation.attributed:
        yield _ATTRIBUTION.in_language(messages)
    if original.own and translation.attributed:
        yield _ATTRIBUTED.in_language(messages)
    yield from _reservations(original, translation, messages)
    words = [sum(token.text[0].isalnum() for token in side.tokens) for side in (original, translation)]
    if max(words) > _FEW_WORDS and not SHORTEST <= words[1] / max(1, words[0]) <= LONGEST:
        yield _LENGTH.in_language(messages)
    for address in ADDRESS.findall(translation.text):
        if address not in original.text:
            yield _ADDRESS.in_language(messages, (("address", address[:80]),))


def _numbers(side: Side) -> Counter[float]:
    """The numbers as written: "1,2 Millionen" and "1.2 million" are 1200000. An article is none."""
    found: Counter[float] = Counter()
    for sentence in side.sentences:
        for number in side.language.quantities(sentence.tokens):
            if not number.indefinite and number.value != 1:
                found[round(number.value, 6)] += 1
    return found


def _listed(numbers: Counter[float]) -> str:
    return ", ".join(f"{value:g}" for value in sorted(numbers.elements())) or "–"


def _dates(side: Side) -> frozenset[tuple[str, int]]:
    """The parts of all dates and times of day that a calendar or a clock can name."""
    moments: list[Moment] = [
        moment for sentence in side.sentences for moment in side.language.dates(sentence.tokens)
    ]
    return frozenset(
        (part, value)
        for moment in moments
        for part in _PARTS
        if (value := getattr(moment, part)) is not None and not (part == "minute" and value == 0)
    )


def _persons(original: Side, translation: Side, messages: str) -> Iterator[str]:
    """Persons that only one side names; a surname may have the ending of the genitive."""
    for one, other, wording in (
        (original, translation, _PERSON_LOST),
        (translation, original, _PERSON_NEW),
    ):
        words = {token.text for token in other.tokens}
        bare = {word.removesuffix("s").rstrip("'’") for word in words}
        for surname, name in one.surnames().items():
            if not {surname, surname.removesuffix("s").rstrip("'’")} & (words | bare):
                yield wording.in_language(messages, (("name", name),))


def _quotations(side: Side) -> int:
    return sum(token.text in QUOTATION_MARKS for token in side.tokens) // 2


def _reservations(original: Side, translation: Side, messages: str) -> Iterator[str]:
    hedged, hedged_here = original.marked(Marker.DOUBT), translation.marked(Marker.DOUBT)
    open_there, open_here = original.marked(*OPEN), translation.marked(*OPEN)
    if hedged and not open_here:
        yield _HEDGE_LOST.in_language(messages, (("words", ", ".join(hedged)),))
    # "soll … haben" is a reservation as well, and English says it with a word of doubt.
    if hedged_here and not open_there:
        yield _HEDGE_NEW.in_language(messages, (("words", ", ".join(hedged_here)),))


def side_at(reading: Reading, span: Span, language: Language) -> Side:
    """The sentences of a reading that lie in `span`."""
    return Side(reading, [one for one in reading.sentences if span.covers(one.span)], language)
