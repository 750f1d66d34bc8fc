"""Statements: who says what in the sources, and who vouches for a passage."""

from collections.abc import Iterator, Mapping, Sequence

from beleg.evidence.passages import Place, SourceIndex, Support, about_as_good
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.terms.evidence import Saying
from beleg.terms.passage import Passage
from beleg.terms.quotation import Quotation, QuotationKind
from beleg.terms.reading import Voice
from beleg.text.overlaps import Overlaps
from beleg.text.tokens import tokenize

SAME_STATEMENT = 0.6
"""Coverage from which a sentence of a source makes the same statement as an indirect quotation of the draft."""
MOSTLY = 0.6
"""Share of the covered words that must lie in somebody's statement for it to count as theirs."""
_ATTRIBUTING = frozenset(
    (
        QuotationKind.DIRECT,
        QuotationKind.INDIRECT,
        QuotationKind.FREE_INDIRECT,
        QuotationKind.INDIRECT_FREE_INDIRECT,
    )
)


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
            carried_on = quotation.kind is QuotationKind.INDIRECT_FREE_INDIRECT
            if speaker := quotation.speaker_words(text):
                yield Saying(passage, speaker, carried_on)
            if quotation.speaker in quotation.chain:
                # The paper that relies on them: who names it as the source is right as well.
                yield Saying(passage, " ".join(part.of(text) for part in quotation.speaker), carried_on)

    def said_like(self, by_place: Mapping[Place, float]) -> Iterator[Saying]:
        """Who makes the statement that the best of these places make; nobody where none comes close enough."""
        best = max(by_place.values(), default=0.0)
        if best < SAME_STATEMENT:
            return
        for place in about_as_good(by_place, best):
            passage = self._index.passage(place)
            said = list(self.said_at(passage))
            # Somebody's words here, the source's own there: then who said it is open.
            yield from said or [Saying(passage, "")]

    def vouched_elsewhere(self, words: Sequence[ContentWord], support: Support) -> tuple[bool, str]:
        """Whether every passage that reports this gives it as somebody's statement or with a reservation, and whose."""
        if not support.places:
            return False, ""
        speaker = ""
        for place in about_as_good(support.by_place, support.by_place[support.places[0]]):
            theirs, name = self._theirs(words, place)
            if not theirs:
                return False, ""
            speaker = speaker or name
        return True, speaker

    def name_in(self, speaker: str) -> str:
        """The name in a speaker's words without what describes its bearer; all words where there is no name."""
        names = self._language.names(tokenize(speaker))
        return names[0].of(speaker) if names else speaker

    def _theirs(self, words: Sequence[ContentWord], place: Place) -> tuple[bool, str]:
        """Whether the words of a source's sentence that match lie in somebody's statement, and whose it is."""
        source = self._index.sources[place.source]
        sentence = self._index.sentence(place)
        if sentence.voice is Voice.HEDGED:
            return True, ""
        vocabulary = self._index.vocabulary
        wanted = {match for word in words for stem in word.stems for match in vocabulary.matches(stem)}
        matching = [word for word in self._index.words(place) if wanted & set(word.stems)]
        here = [
            quotation
            for quotation in dict.fromkeys(self.quotations[place.source].at(sentence.span))
            if quotation.kind in _ATTRIBUTING
        ]
        total = sum(self._index.weight(word) for word in matching)
        attributed, speaker = 0.0, ""
        for word in matching:
            for quotation in here:
                if any(part.covers(word.span) for part in quotation.quote):
                    attributed += self._index.weight(word)
                    speaker = speaker or quotation.speaker_words(source.source.text)
                    break
        return bool(total) and attributed / total >= MOSTLY, speaker
