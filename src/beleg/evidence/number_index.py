"""The numbers of all sources: what a sentence has, and which sentences may have one like that of the draft."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.same_number import COARSE, FAR
from beleg.language.language import Language
from beleg.language.quantity import Quantity


class NumberIndex:
    """Reads the numbers of a sentence when they are asked for; reading all of them costs more than all other
    indexes.
    """

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

    def about(self, quantity: Quantity) -> Iterator[tuple[Place, Quantity]]:
        """All numbers of the sources that may agree with this one, the smallest first."""
        if self._by_value is None:
            self._by_value = self._ordered(self._index.places)
        least, most = _reach(quantity)
        first = bisect_left(self._by_value, least, key=lambda item: item[0])
        last = bisect_right(self._by_value, most, key=lambda item: item[0])
        yield from ((place, other) for _, place, other in self._by_value[first:last])

    def about_at(self, quantity: Quantity, places: Iterable[Place]) -> list[tuple[Place, Quantity]]:
        """The same among the numbers of some sentences."""
        least, most = _reach(quantity)
        return [(place, other) for value, place, other in self._ordered(places) if least <= value <= most]

    def _ordered(self, places: Iterable[Place]) -> list[tuple[float, Place, Quantity]]:
        found = [(other.value, place, other) for place in places for other in self.at(place)]
        return sorted(found, key=lambda item: item[0])


def _reach(quantity: Quantity) -> tuple[float, float]:
    """The least and the greatest value that may agree with a number."""
    reach = 2 * FAR if quantity.bound.upwards or quantity.bound.downwards else 2 * COARSE
    margin = reach * abs(quantity.upper) + 0.5
    return quantity.value - margin, quantity.upper + margin
