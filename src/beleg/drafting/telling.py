"""Telling: how a sentence of a source is told in a draft, so that readers see who vouches for it.

What two origins report is told as it stands. What only one source states is told as that source's statement, in
indirect speech where the language can say it safely, else in its own words between quotation marks. Quotations, and
statements that name their speaker, stand as they are: they say already whose they are.
"""

import re
from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Final

from beleg.language.language import Language
from beleg.terms.reading import Reading, Sentence, Voice
from beleg.terms.source import Source

_WITHOUT_FRAME: Final = 1
"""Sentences in indirect speech that may follow one with a frame before the frame has to come again."""
_BETWEEN_MARKS: Final = re.compile(r"([\"„“”»«][^\"„“”»«]*[\"„“”»«])")
_MARKS: Final = re.compile(r"[\"„“”»«]")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of a draft: its words, and whether they are the source's own."""

    text: str
    as_it_stands: bool


class Teller:
    """Tells the chosen sentences of one source, in their order."""

    def __init__(self, source: Source, reading: Reading, language: Language, corroborated: Set[int]) -> None:
        """`corroborated` are the indices of the reading's sentences that another origin reports too."""
        self._language = language
        self._corroborated = corroborated
        self._day: date | None = source.published.date() if source.published else None
        # Without a speaker it is a name between quotation marks.
        self._quoted = [quotation.span for quotation in reading.quotations if quotation.speaker]
        self._sentences = reading.sentences
        self._who = " ".join((source.publisher or source.author).split())
        self._medium = bool(source.publisher)
        self._since_frame = _WITHOUT_FRAME

    def paragraph(self) -> None:
        """A paragraph begins: whose statements follow has to be said anew."""
        self._since_frame = _WITHOUT_FRAME

    def tell(self, index: int, words: str) -> Told | None:
        """Tell sentence `index` of the reading, whose words without a dateline are `words`; None if that cannot be
        done.

        A sentence that speaks of "today" is told with the day it means, or not at all.
        """
        sentence = self._sentences[index]
        dated = self._dated(words)
        if dated is None:
            return None
        own = sentence.voice is Voice.OWN and not self._in_quotation(sentence)
        if not own or index in self._corroborated or not self._who:
            self.paragraph()
            return Told(dated, as_it_stands=dated == words)
        return self._attributed(dated)

    def _dated(self, words: str) -> str | None:
        """The words with the days they mean, those between quotation marks as they are."""
        parts = _BETWEEN_MARKS.split(words)
        dated = [
            part if number % 2 else self._language.retelling.dated(part, self._day)
            for number, part in enumerate(parts)
        ]
        told = [part for part in dated if part is not None]
        return "".join(told) if len(told) == len(parts) else None

    def _in_quotation(self, sentence: Sentence) -> bool:
        return any(span.overlaps(sentence.span) for span in self._quoted)

    def _attributed(self, statement: str) -> Told | None:
        retelling = self._language.retelling
        if self._since_frame < _WITHOUT_FRAME and (told := retelling.going_on(statement)):
            self._since_frame += 1
            return Told(told, as_it_stands=False)
        self._since_frame = 0
        told = retelling.attributed(statement, self._who, medium=self._medium)
        if told is None and _MARKS.search(statement):
            return None  # no quotation inside a quotation
        if told is None:
            self._since_frame = _WITHOUT_FRAME
            told = retelling.quoted(statement, self._who, medium=self._medium)
        return Told(told, as_it_stands=False)
