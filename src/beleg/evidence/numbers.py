"""Whether the sources have the numbers of a sentence, and what they have instead."""

from collections.abc import Sequence

from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.words import PART
from beleg.language.language import Language, Quantity
from beleg.terms.evidence import QuantityEvidence
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence

ROUNDING = 0.05
"""How far an approximate number ("rund", "etwa") may lie from the exact one, as a share of it."""
RELATED = 0.35
"""Coverage from which a sentence of a source is about the same thing as the draft's sentence."""


class Numbers:
    """The numbers of all sources, read when they are needed."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._read: dict[Place, list[Quantity]] = {}

    def at(self, place: Place) -> list[Quantity]:
        """The numbers of a sentence of a source."""
        if place not in self._read:
            self._read[place] = self._language.quantities(self._index.sentence(place).tokens)
        return self._read[place]

    def examine(self, sentence: Sentence, text: str, support: Support) -> tuple[QuantityEvidence, ...]:
        """What the sources have of each number of a sentence of the draft.

        Looked at in this order: the passages the sentence rests on and the sentences around them; then every
        sentence about the same thing; then, for a number with a unit or a noun, all sources.
        """
        own = self._language.quantities(sentence.tokens)
        return tuple(self._evidence(quantity, own, text, support) for quantity in own)

    def _evidence(
        self, quantity: Quantity, own: Sequence[Quantity], text: str, support: Support
    ) -> QuantityEvidence:
        words = quantity.span.of(text)
        close = self._close(support)
        for place in close:
            for other in self.at(place):
                # What is counted may be called otherwise here: "fünf Menschen" for "fünf Personen".
                if same_value(quantity, other) and (
                    one_unit(quantity, other) or self._same_thing(quantity, other)
                ):
                    return QuantityEvidence(span=quantity.span, words=words, same=self._passage(place))
        for place in close:
            for other in self.at(place):
                if self._rival(quantity, other) and not any(same_value(other, mine) for mine in own):
                    return QuantityEvidence(
                        span=quantity.span,
                        words=words,
                        contrary=self._passage(place),
                        contrary_words=other.span.of(self._index.sources[place.source].source.text),
                    )
        for place in self._related(support):
            for other in self.at(place):
                if self._same_thing(quantity, other) and same_value(quantity, other):
                    return QuantityEvidence(span=quantity.span, words=words, same=self._passage(place))
        if quantity.unit or quantity.counted:
            for number, source in enumerate(self._index.sources):
                for position in range(len(source.reading.sentences)):
                    place = Place(number, position)
                    for other in self.at(place):
                        if self._rival(quantity, other) and same_value(quantity, other):
                            return QuantityEvidence(
                                span=quantity.span, words=words, same=self._passage(place)
                            )
        return QuantityEvidence(span=quantity.span, words=words)

    def _passage(self, place: Place) -> Passage:
        source = self._index.sources[place.source]
        return source.passage(self._index.sentence(place).span)

    def _close(self, support: Support) -> list[Place]:
        places = list(support.places)
        for place in support.places:
            last = len(self._index.sources[place.source].reading.sentences) - 1
            places += [
                Place(place.source, position)
                for position in (place.sentence - 1, place.sentence + 1)
                if 0 <= position <= last
            ]
        return list(dict.fromkeys(places))

    def _related(self, support: Support) -> list[Place]:
        related = [place for place, coverage in support.by_place.items() if coverage >= RELATED]
        return sorted(related, key=lambda place: (-support.by_place[place], place.source, place.sentence))

    def _same_thing(self, one: Quantity, other: Quantity) -> bool:
        """Whether two numbers can be of the same thing: same unit, or nouns that match, or one names nothing."""
        if one.unit or other.unit:
            return one.unit == other.unit or (
                not (one.unit and other.unit) and not (one.counted or other.counted)
            )
        if not one.counted or not other.counted:
            return True
        return self._matching(one.counted, other.counted)

    def _rival(self, one: Quantity, other: Quantity) -> bool:
        """Whether two numbers are certainly of the same kind of thing: same unit, or the same noun."""
        if one.unit or other.unit:
            return one.unit == other.unit
        return bool(one.counted and other.counted) and self._matching(one.counted, other.counted)

    def _matching(self, one: str, other: str) -> bool:
        one, other = self._language.stem(one), self._language.stem(other)
        if one == other:
            return True
        short, long = sorted((one, other), key=len)
        return len(short) >= PART and (long.startswith(short) or long.endswith(short))


def one_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers have the same unit, or none of them has one."""
    return one.unit == other.unit


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal, or close enough where one of them is approximate or a rounded fraction."""
    larger = max(abs(one.value), abs(other.value))
    difference = abs(one.value - other.value)
    if one.approximate or other.approximate:
        return difference <= ROUNDING * larger
    if (
        one.unit in ("prozent", "percent")
        and other.unit == one.unit
        and not (one.value % 1 == 0 == other.value % 1)
    ):
        return difference <= 0.5
    return difference <= 1e-9 * max(larger, 1.0)
