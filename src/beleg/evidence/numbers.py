"""Whether the sources have the numbers of a sentence, and what they have instead."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from beleg.evidence import nearby, worked_out
from beleg.evidence.number_index import NumberIndex
from beleg.evidence.own_counting import SMALL, OwnCounting
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.same_number import agrees
from beleg.evidence.same_thing import SameThing
from beleg.evidence.surroundings import Stretches, Surroundings
from beleg.language.language import Language
from beleg.language.quantity import Quantity
from beleg.terms.evidence import QuantityEvidence
from beleg.terms.reading import Sentence
from beleg.terms.span import Span

MOST_RELATED = 20
"""Sentences about the same thing, best first, that are looked at before another number contradicts."""
SAME_NOUN = 2
"""What it counts for, beside the shared words, that two numbers count the same thing."""

_STEPS = frozenset((1e3, 1e6, 1e9))
"""From one multiplier to another: thousands, millions, billions."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the draft with its numbers, its stretches, and the numbers near it in the sources."""

    text: str
    sentence: Sentence
    own: Sequence[Quantity]
    stretches: Stretches
    passages: Sequence[Place]
    places: list[Place]
    close: list[tuple[Place, Quantity]]
    about_it: list[tuple[Place, Quantity]]
    related: list[Place]
    counterparts: dict[tuple[Span, Place], tuple[Place, Quantity] | None] = field(default_factory=dict)
    """For a number of the draft and a sentence of a source, the equal one there."""
    taken: dict[tuple[Place, Span], bool] = field(default_factory=dict)
    """Whether a number of a source is the counterpart of any of the draft's."""


class Numbers:
    """The numbers of all sources, read when they are needed."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._surroundings = Surroundings(index, language)
        self._all = NumberIndex(index, language)
        self._same = SameThing(index, language, self.at)
        self._own_counting = OwnCounting(language)

    def at(self, place: Place) -> list[Quantity]:
        """The numbers of a sentence of a source."""
        return self._all.at(place)

    def examine(self, sentence: Sentence, text: str, support: Support) -> tuple[QuantityEvidence, ...]:
        """What the sources have of each number of a sentence of the draft.

        Looked at in this order: the passages the sentence rests on and the sentences around them; then every sentence
        about the same thing; then, for a number with a unit or a noun, all sources; last, whether it follows from the
        numbers of the passages.
        """
        own = self._language.quantities(sentence.tokens)
        if not own:
            return ()
        places = nearby.close(self._index, support)
        here = _Sentence(
            text,
            sentence,
            own,
            self._surroundings.of_draft(sentence),
            support.places,
            places,
            [(place, other) for place in places for other in self.at(place)],
            [(place, other) for place in nearby.about_it(places, support) for other in self.at(place)],
            nearby.related(support),
        )
        return tuple(self._evidence(quantity, here) for quantity in own)

    def rival_at(self, sentence: Sentence, mine: Quantity, place: Place) -> Quantity | None:
        """The number at a place that counts the same as one of the draft's, and certainly is another."""
        stretches = self._surroundings.of_draft(sentence)
        own = self._language.quantities(sentence.tokens)
        found = [
            (shared, other)
            for other in self.at(place)
            if not any(agrees(each, other) for each in own)
            and (shared := self._surroundings.shared(mine.span, stretches, place, other.span))
            and self._same.rival(mine, other, shared)
        ]
        return max(found, key=lambda pair: pair[0], default=(0, None))[1]

    def _evidence(self, quantity: Quantity, here: _Sentence) -> QuantityEvidence:
        words = quantity.span.of(here.text)
        same = self._best_of(quantity, here, here.close, agreeing=True)
        other = self._best_of(quantity, here, here.about_it, agreeing=False)
        if same is not None:
            other = self._crossed(quantity, here, same) or self._instead(quantity, here, same, other)
            if other is None:
                return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(same[0]))
        elif (place := self._as_well_said(quantity, here, other)) is not None:
            return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(place))
        if same is None and self._computes(quantity, here):
            return QuantityEvidence(span=quantity.span, words=words, own_count=True)
        if other is not None:
            return self._contrary(quantity, words, other)
        for place in self._elsewhere(quantity, here.related):
            return QuantityEvidence(span=quantity.span, words=words, same=self._index.passage(place))
        if (near := self._magnified(quantity, here)) is not None:
            return self._contrary(quantity, words, near)
        return QuantityEvidence(span=quantity.span, words=words, own_count=self._counts(quantity, here))

    def _contrary(self, quantity: Quantity, words: str, other: tuple[Place, Quantity]) -> QuantityEvidence:
        place, contrary = other
        return QuantityEvidence(
            span=quantity.span,
            words=words,
            contrary=self._index.passage(place),
            contrary_words=contrary.span.of(self._index.sources[place.source].source.text),
        )

    def _magnified(self, quantity: Quantity, here: _Sentence) -> tuple[Place, Quantity] | None:
        """The same figure in a passage, a thousand or a million times as much or as little: millions for billions."""
        for place in here.passages:
            for other in self.at(place):
                few, many = sorted((quantity.value, other.value))
                if quantity.unit == other.unit and few and many / few in _STEPS:
                    return place, other
        return None

    def _best_of(
        self,
        quantity: Quantity,
        here: _Sentence,
        candidates: Sequence[tuple[Place, Quantity]],
        *,
        agreeing: bool,
    ) -> tuple[Place, Quantity] | None:
        """The number that stands for the draft's, or the one in its place; the one in the most similar words."""
        best: tuple[Place, Quantity] | None = None
        best_score = -1
        for place, other in candidates:
            if agreeing != agrees(quantity, other):
                continue
            shared = self._shared(quantity, here, place, other)
            if agreeing:
                fits = self._same.can_stand_for(quantity, other, here.stretches, place) and (
                    # Four engines in the next sentence are no four children.
                    shared > 0
                    or not self._own_counting.is_person(quantity.counted)
                    or self._own_counting.is_person(other.counted)
                    or self._same.alike(quantity, other)
                )
            else:
                fits = self._same.rival(quantity, other, shared) and not self._taken(other, here, place)
            if fits and shared > best_score:
                best, best_score = (place, other), shared
        return best

    def _taken(self, other: Quantity, here: _Sentence, place: Place) -> bool:
        """Whether any number of the draft's sentence is equal to this one of the sources."""
        key = place, other.span
        if key not in here.taken:
            here.taken[key] = any(
                agrees(mine, other) and self._same.can_stand_for(mine, other, here.stretches, place)
                for mine in here.own
            )
        return here.taken[key]

    def _counterpart(
        self, mine: Quantity, here: _Sentence, place: Place, there: Sequence[tuple[Place, Quantity]]
    ) -> tuple[Place, Quantity] | None:
        """The number at a place that stands for one of the draft's."""
        key = mine.span, place
        if key not in here.counterparts:
            here.counterparts[key] = self._best_of(mine, here, there, agreeing=True)
        return here.counterparts[key]

    def _shared(self, quantity: Quantity, here: _Sentence, place: Place, other: Quantity) -> int:
        words = self._surroundings.shared(quantity.span, here.stretches, place, other.span)
        noun = quantity.counted and other.counted and self._same.matching(quantity.counted, other.counted)
        return words + SAME_NOUN * bool(noun)

    def _crossed(
        self, quantity: Quantity, here: _Sentence, same: tuple[Place, Quantity]
    ) -> tuple[Place, Quantity] | None:
        """The number of the same sentence that another number of the draft has, if the two changed places.

        "43 Menschen starben, 51 werden vermisst" for "51 Menschen starben, 43 werden vermisst": both numbers are there,
        each with the other's words.
        """
        straight = self._shared(quantity, here, *same)
        there = [item for item in here.close if item[0] == same[0]]
        for mine in here.own:
            if mine is quantity or mine.unit != quantity.unit or agrees(mine, quantity):
                continue
            theirs = self._counterpart(mine, here, same[0], there)
            if theirs is None or theirs[1] is same[1]:
                continue
            if self._surroundings.together(same[0], same[1].span, theirs[1].span):
                continue
            crossed = self._shared(quantity, here, *theirs), self._shared(mine, here, *same)
            kept = straight, self._shared(mine, here, *theirs)
            # Both must gain by it: in "Umsatz und Gewinn stiegen um 19 und 38 Prozent" only one seems to.
            if sum(crossed) > sum(kept) + 1 and crossed[0] > kept[0] and crossed[1] > kept[1]:
                return theirs
        return None

    def _instead(
        self,
        quantity: Quantity,
        here: _Sentence,
        same: tuple[Place, Quantity],
        other: tuple[Place, Quantity] | None,
    ) -> tuple[Place, Quantity] | None:
        """Another number, if the draft's words have that one in the source and share none with its own there.

        Also where the source's equal number belongs to another equal one of the draft: "fünf Tote, fünf Verletzte" for
        "fünf Tote, zwei Verletzte".
        """
        if other is None:
            return None
        straight, otherwise = self._shared(quantity, here, *same), self._shared(quantity, here, *other)
        twins = [mine for mine in here.own if mine is not quantity and agrees(mine, same[1])]
        there = [each for each in self.at(same[0]) if agrees(quantity, each)]
        taken = len(there) <= len(twins) and any(self._shared(mine, here, *same) > straight for mine in twins)
        if otherwise > straight and taken:
            return other
        together = same[0] == other[0] and self._surroundings.together(same[0], same[1].span, other[1].span)
        elsewhere = straight == 0 and otherwise > 1 and (not together or bool(quantity.counted))
        return other if elsewhere else None

    def _as_well_said(
        self, quantity: Quantity, here: _Sentence, other: tuple[Place, Quantity] | None
    ) -> Place | None:
        """Another sentence that has the number in at least as many of the draft's words around it.

        One word is enough in a sentence about the same thing, elsewhere it takes two: a sentence that sums up a page
        rests on many.
        """
        needed = max(1, self._shared(quantity, here, *other)) if other is not None else 1
        about_it = [(place, each) for place in here.related[:MOST_RELATED] for each in self.at(place)]
        found = self._best_of(quantity, here, about_it, agreeing=True)
        if found is None or self._shared(quantity, here, *found) < needed:
            needed = max(2, needed)
            anywhere = self._all.about_at(quantity, self._sharing(quantity, here, needed))
            found = self._best_of(quantity, here, anywhere, agreeing=True)
        return found[0] if found and self._shared(quantity, here, *found) >= needed else None

    def _sharing(self, quantity: Quantity, here: _Sentence, least: int) -> list[Place]:
        """The sentences of the sources where two numbers can share so much; see `_shared`."""
        shared: Counter[int] = Counter()
        for stems in self._surroundings.around(quantity.span, here.stretches):
            shared.update(self._index.having(stems))
        for number in self._index.having(self._same.nouns(quantity)):
            shared[number] += SAME_NOUN
        return [self._index.places[number] for number in sorted(shared) if shared[number] >= least]

    def _computes(self, quantity: Quantity, here: _Sentence) -> bool:
        compared = self._language.compares(here.sentence.tokens)
        return worked_out.computes(
            quantity, here.own, here.close, self._same.matching, compared=compared, small=SMALL
        )

    def _counts(self, quantity: Quantity, here: _Sentence) -> bool:
        places = (*here.places, *here.related[:MOST_RELATED])
        return self._own_counting.may_count(
            quantity,
            here.sentence.tokens,
            [self._index.sentence(place).tokens for place in dict.fromkeys(places)],
        )

    def _elsewhere(self, quantity: Quantity, related: Sequence[Place]) -> Iterator[Place]:
        """Sentences further away that have the same number of the same thing."""
        for place in related:
            if any(agrees(quantity, other) and self._same.alike(quantity, other) for other in self.at(place)):
                yield place
        if quantity.unit:
            for place, other in self._all.about(quantity):
                if quantity.unit == other.unit and agrees(quantity, other):
                    yield place
        elif quantity.counted:
            with_noun = (
                self._index.places[number] for number in self._index.having(self._same.nouns(quantity))
            )
            for place, other in self._all.about_at(quantity, with_noun):
                same_noun = other.counted and self._same.matching(quantity.counted, other.counted)
                if same_noun and not other.unit and agrees(quantity, other):
                    yield place
