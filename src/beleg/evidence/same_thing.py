"""Same thing: whether two numbers can be, or certainly are, numbers of the same thing."""

from collections.abc import Callable, Iterable

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.surroundings import Stretches
from beleg.language.content import PART
from beleg.language.language import Language
from beleg.language.quantity import ORDINAL, PERCENT, POINTS, SCORE, TIMES, Quantity
from beleg.terms.span import Span

_WITHOUT_MEASURE = frozenset(("", ORDINAL, SCORE, TIMES))
_AROUND_OTHER_UNIT = 2
"""Words two numbers must share around them before an equal figure in another unit is the same figure."""


class SameThing:
    """Compares what two numbers count or measure; `at` gives the numbers of a sentence of a source."""

    def __init__(self, index: SourceIndex, language: Language, at: Callable[[Place], list[Quantity]]) -> None:
        self._index = index
        self._language = language
        self._at = at
        self._counted: dict[tuple[Place, str], bool] = {}
        self._named: dict[tuple[Place, str], bool] = {}

    def can_stand_for(
        self,
        quantity: Quantity,
        other: Quantity,
        stretches: Stretches,
        place: Place,
    ) -> bool:
        """Whether two equal numbers can be of the same thing: "fünf Menschen" for "fünf Personen", but not for "fünf
        Autos".
        """
        if quantity.unit != other.unit:
            return not other.unit and not other.counted  # takes the unit of the other
        if not quantity.counted or not other.counted or self.matching(quantity.counted, other.counted):
            return True
        if quantity.unit == ORDINAL or other.indefinite:
            return False
        # What is called otherwise here does not stand on both sides under its own name besides.
        if self._names_counted(place, quantity.counted):
            return False
        return not (
            self._in_draft(other.counted, quantity.span, stretches)
            and self._in_source(place, quantity.counted)
        )

    def _names_counted(self, place: Place, noun: str) -> bool:
        """Whether a sentence of a source counts what this noun names."""
        if (place, noun) not in self._counted:
            self._counted[place, noun] = any(
                each.counted and self.matching(noun, each.counted) for each in self._at(place)
            )
        return self._counted[place, noun]

    def _in_source(self, place: Place, noun: str) -> bool:
        if (place, noun) not in self._named:
            mine = self._index.vocabulary.matches(self._language.stem(noun))
            self._named[place, noun] = any(
                stem in mine for word in self._index.words(place) for stem in word.stems
            )
        return self._named[place, noun]

    def _in_draft(self, noun: str, beside: Span, stretches: Stretches) -> bool:
        stem = self._language.stem(noun)
        if stem not in stretches.named:
            stretches.named[stem] = [
                word.span for _, words in stretches.parts for word in words if stem in word.stems
            ]
        return any(not beside.overlaps(span) for span in stretches.named[stem])

    def rival(self, one: Quantity, other: Quantity, shared: int) -> bool:
        """Whether two numbers are certainly of the same kind of thing and not equal."""
        if one.unit != other.unit:
            return _in_another_unit(one, other, shared)
        if one.unit == ORDINAL:
            return bool(one.counted and other.counted) and self.matching(one.counted, other.counted)
        if one.indefinite or other.indefinite:
            return one.measure == other.measure and shared > 1
        if one.unit:
            return one.measure == other.measure or shared > 0 or one.written == other.written
        if one.counted and other.counted:
            return self.matching(one.counted, other.counted)
        return shared > 0

    def alike(self, one: Quantity, other: Quantity) -> bool:
        """Whether two numbers can be of the same thing: same unit, or nouns that match, or one names nothing."""
        if one.unit or other.unit:
            return one.unit == other.unit or not (other.unit or other.counted)
        if not one.counted or not other.counted:
            return True
        return self.matching(one.counted, other.counted)

    def nouns(self, quantity: Quantity) -> Iterable[str]:
        """The stems of the sources that name what a number counts; none where it counts nothing."""
        noun = quantity.counted
        return self._index.vocabulary.matches(self._language.stem(noun)) if noun else ()

    def matching(self, one: str, other: str) -> bool:
        """Whether two nouns name the same, or one is a part of the other: "Bäume" and "Obstbäume"."""
        one, other = self._language.stem(one), self._language.stem(other)
        if one == other:
            return True
        short, long = sorted((one, other), key=len)
        return len(short) >= PART and (long.startswith(short) or long.endswith(short))


def _in_another_unit(one: Quantity, other: Quantity, shared: int) -> bool:
    """Whether it is the same figure in another unit: "zwei Prozent" for "zwei Prozentpunkte", dollars for euros."""
    if {one.unit, other.unit} & _WITHOUT_MEASURE or one.indefinite or other.indefinite:
        return False
    if one.written != other.written or one.is_range != other.is_range:
        return False
    return shared >= (1 if {one.unit, other.unit} == {PERCENT, POINTS} else _AROUND_OTHER_UNIT)
