"""Statements: who says what in the sources, and who vouches for a passage."""

from collections.abc import Iterator, Mapping, Sequence

from beleg.evidence.passages import Place, SourceIndex, about_as_good
from beleg.language.language import Language
from beleg.terms.evidence import Saying
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.text.overlaps import Overlaps

SAME_STATEMENT = 0.6
"""Coverage from which a sentence of a source makes the same statement as an indirect quotation of the draft."""


class Statements:
    """The quotations of all sources, by place."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._number = {source.source.id: number for number, source in enumerate(index.sources)}
        self.quotations: list[Overlaps[Quotation]] = [
            Overlaps((part, quotation) for quotation in source.reading.quotations for part in quotation.quote)
            for source in index.sources
        ]

    def said_at(self, passage: Passage) -> Iterator[Saying]:
        """Who says the words of a passage, or reports them relying on who does, for every quotation that touches it."""
        number = self._number[passage.source]
        text = self._index.sources[number].source.text
        for quotation in dict.fromkeys(self.quotations[number].at(passage.span)):
            # A pronoun's bearer and a speaker carried on from the sentence before are read, not written there.
            carried_on = quotation.kind is QuotationKind.INDIRECT_FREE_INDIRECT or bool(quotation.referent)
            if speaker := quotation.speaker_words(text):
                yield Saying(passage, speaker, carried_on)
            if quotation.speaker in quotation.chain:
                # The paper that relies on them: who names it as the source is right as well.
                yield Saying(passage, " ".join(part.of(text) for part in quotation.speaker), carried_on)

    def made_at(self, by_place: Mapping[Place, float]) -> list[Place]:
        """The best of these places, which make a statement; none where none comes close enough."""
        best = max(by_place.values(), default=0.0)
        return about_as_good(by_place, best) if best >= SAME_STATEMENT else []

    def said_by(self, places: Sequence[Place]) -> Iterator[Saying]:
        """Who makes the statement that these places make."""
        for place in places:
            passage = self._index.passage(place)
            said = list(self.said_at(passage))
            # Somebody's words here, the source's own there: then who said it is open.
            yield from said or [Saying(passage, "")]
