"""Across languages: what of a sentence can be compared with its translation without knowing what the words mean.

Numbers, dates, persons, quotation marks, denials, who vouches for it, reservations, addresses, and roughly its length.
Everything else, what is asserted included, cannot be compared; nothing here says that a translation is right.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from beleg.drafting.sides import QUOTATION_MARKS, Side
from beleg.language.moment import Moment
from beleg.terms.clause import OPEN, Marker
from beleg.terms.quotation import QuotationKind
from beleg.terms.wording import Wording
from beleg.text.addresses import ADDRESS

SHORTEST, LONGEST = 0.5, 2.2
"""Words of a translation for each word of the original between which nothing has to be missing or added."""
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
_MOOD: Final = Wording(
    de="Das Original gibt eine Aussage wieder („{words}“); die Übersetzung hat dort den Indikativ statt des Konjunktivs.",
    en="The original reports a statement (“{words}”); the translation has the indicative there, not the subjunctive.",
)
_MOOD_LOST: Final = Wording(
    de="Im Original steht der Konjunktiv („{words}“); die Übersetzung sagt nicht, wessen Aussage das ist.",
    en="The original has the subjunctive (“{words}”); the translation does not say whose statement that is.",
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
    if original.attributed and not translation.attributed and not translation.accuses:
        yield _ATTRIBUTION.in_language(messages)
    if original.own and translation.attributed and not original.accuses:
        yield _ATTRIBUTED.in_language(messages)
    yield from _mood(original, translation, messages)
    yield from _reservations(original, translation, messages)
    words = [sum(token.text[0].isalnum() for token in side.tokens) for side in (original, translation)]
    if max(words) > _FEW_WORDS and not SHORTEST <= words[1] / max(1, words[0]) <= LONGEST:
        yield _LENGTH.in_language(messages)
    for address in ADDRESS.findall(translation.text):
        if address not in original.text:
            yield _ADDRESS.in_language(messages, (("address", address[:80]),))


def _mood(original: Side, translation: Side, messages: str) -> Iterator[str]:
    """Whether German has the Konjunktiv where somebody's statement is reported, and English says whose it is.

    Duden grammar (Indirekte Rede): after "laut X" and "nach Angaben von X" the indicative is enough.
    """
    if original.language.lexicon.reports_by_mood:
        moods = original.reported_verbs()
        if moods and not translation.quotations and not translation.accuses:
            yield _MOOD_LOST.in_language(messages, (("words", ", ".join(moods)),))
    if translation.language.lexicon.reports_by_mood:
        told = [one for one in original.quotations if one.kind is QuotationKind.INDIRECT and one.cue]
        if told and not original.according(told) and translation.reports_in_indicative():
            words = ", ".join(part.of(original.reading.text) for part in told[0].cue)
            yield _MOOD.in_language(messages, (("words", words),))


def _numbers(side: Side) -> Counter[float]:
    """The numbers as written: "1,2 Millionen" and "1.2 million" are 1200000. An article is none."""
    found: Counter[float] = Counter()
    for sentence in side.sentences:
        for number in side.language.quantities(sentence.tokens):
            if not number.indefinite and number.value != 1:
                found[round(number.value, 6)] += 1
    return found


def _listed(numbers: Counter[float]) -> str:
    return ", ".join(f"{value:.12g}" for value in sorted(numbers.elements())) or "–"


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
