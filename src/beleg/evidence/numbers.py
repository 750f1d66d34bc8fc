"""Whether the sources have the numbers of a sentence, and what they have instead."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.words import PART
from beleg.language.language import PERCENT, Language, Quantity
from beleg.terms.evidence import QuantityEvidence
from beleg.terms.reading import Sentence

ROUNDING = 0.05
"""How far an approximate number ("rund", "etwa") may lie from the exact one, as a share of it."""
SMALL = 12
"""Up to this number, newsrooms write numbers as words."""
CONTRADICTS = 0.4
"""Coverage from which another number of a passage contradicts the draft's."""
RELATED = 0.35
"""Coverage from which a sentence of a source is about the same thing as the draft's sentence."""


class Numbers:
    """The numbers of all sources, read when they are needed."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._read: dict[Place, list[Quantity]] = {}
        self._by_value: list[tuple[float, Place, Quantity]] | None = None

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
        close = [(place, other) for place in self._close(support) for other in self.at(place)]
        for place, other in close:
            # What is counted may be called otherwise here: "fünf Menschen" for "fünf Personen".
            if same_value(quantity, other) and (
                quantity.unit == other.unit or self._same_thing(quantity, other)
            ):
                return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(place))
        # Only a passage that speaks of the same thing contradicts; beside it stand other years and other sums.
        about_it = [
            (place, other) for place, other in close if support.by_place.get(place, 0.0) >= CONTRADICTS
        ]
        for place, other in about_it:
            if self._rival(quantity, other) and not any(same_value(other, mine) for mine in own):
                return QuantityEvidence(
                    span=quantity.span,
                    words=words,
                    contrary=self._index.passage(place),
                    contrary_words=other.span.of(self._index.sources[place.source].source.text),
                )
        for place in self._related(support):
            for other in self.at(place):
                if self._same_thing(quantity, other) and same_value(quantity, other):
                    return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(place))
        if quantity.unit or quantity.counted:
            for place, other in self._of_about(quantity.value):
                if self._rival(quantity, other) and same_value(quantity, other):
                    return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(place))
        return QuantityEvidence(
            span=quantity.span, words=words, own_count=self._own_count(quantity, words, support)
        )

    def _own_count(self, quantity: Quantity, words: str, support: Support) -> bool:
        """Whether the writer may have counted: a small number in words, of things the passages do not name."""
        if quantity.unit or quantity.value > SMALL or any(character.isdigit() for character in words):
            return False
        named = {stem for place in support.places for word in self._index.words(place) for stem in word.stems}
        counted = self._language.stem(quantity.counted)
        return not any(match in named for match in self._index.vocabulary.matches(counted))

    def _of_about(self, value: float) -> Iterator[tuple[Place, Quantity]]:
        """All numbers of the sources that may be equal to `value`, exactly or roughly."""
        if self._by_value is None:
            everywhere = (
                Place(number, position)
                for number, source in enumerate(self._index.sources)
                for position in range(len(source.reading.sentences))
            )
            found = [(other.value, place, other) for place in everywhere for other in self.at(place)]
            self._by_value = sorted(found, key=lambda item: item[0])
        margin = 2 * ROUNDING * abs(value) + 0.5
        first = bisect_left(self._by_value, value - margin, key=lambda item: item[0])
        last = bisect_right(self._by_value, value + margin, key=lambda item: item[0])
        yield from ((place, other) for _, place, other in self._by_value[first:last])

    def _close(self, support: Support) -> list[Place]:
        """The passages, those that cover the sentence just as well, and the sentences around them."""
        best = max(support.by_place.values(), default=0.0)
        as_good = (place for place, coverage in support.by_place.items() if coverage >= best - 1e-9)
        places = [*support.places, *as_good]
        for place in tuple(places):
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


def same_value(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are equal, or close enough where one of them is approximate or a rounded fraction."""
    larger = max(abs(one.value), abs(other.value))
    difference = abs(one.value - other.value)
    if one.approximate or other.approximate:
        return difference <= ROUNDING * larger
    if one.unit == other.unit == PERCENT and not (one.value % 1 == 0 == other.value % 1):
        return difference <= 0.5  # "ein Drittel" and "33 Prozent"
    return difference <= 1e-9 * max(larger, 1.0)
