"""Told dates: the dates that a sentence tells, without those that only stand at its head."""

from beleg.language.language import Language
from beleg.language.moment import Moment
from beleg.terms.reading import Sentence

_TICKER = "+++"


def told_dates(sentence: Sentence, language: Language) -> list[Moment]:
    """The dates a sentence tells; not the time that a ticker puts before each entry ("+++ 12:00 Uhr: …")."""
    found = language.dates(sentence.tokens)
    if not found or not sentence.text.lstrip().startswith(_TICKER):
        return found
    first = next((token.start for token in sentence.tokens if token.text[0].isalnum()), sentence.end)
    return [moment for moment in found if moment.hour is None or moment.start > first]
