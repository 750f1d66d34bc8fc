"""What the tests of this room look at: quotations as plain words."""

from typing import NamedTuple

from beleg.language.registry import language_for
from beleg.reading import read
from beleg.terms.reading import Reading


class Words(NamedTuple):
    """A quotation in words: its kind, its parts, its speaker."""

    kind: str
    quote: tuple[str, ...]
    speaker: str


def reading(text: str, code: str = "de") -> Reading:
    return read(text, language_for(code))


def quotations(text: str, code: str = "de") -> list[Words]:
    return [
        Words(q.kind.value, tuple(part.of(text) for part in q.quote), q.speaker_words(text))
        for q in reading(text, code).quotations
    ]


def voices(text: str, code: str = "de") -> list[str]:
    return [sentence.voice.value for sentence in reading(text, code).sentences]
