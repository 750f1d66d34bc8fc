"""Disagreeing: what one source has as the draft has it, and another source about the same thing has otherwise."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from heapq import nsmallest

from beleg.evidence.clause_states import ClauseStates
from beleg.evidence.dates import Dates
from beleg.evidence.numbers import Numbers
from beleg.evidence.origins import CONTAINED, containment
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.same_number import agrees
from beleg.evidence.surroundings import Surroundings
from beleg.evidence.versions import superseded
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.language.moment import Moment
from beleg.language.quantity import ORDINAL, TIMES, Quantity
from beleg.terms.evidence import DateEvidence, Disagreement, QuantityEvidence
from beleg.terms.passage import Passage
from beleg.terms.reading import Sentence
from beleg.terms.span import Span

MOST = 0.75
"""Share of the draft's sentence that a single sentence of another source must have to be about the same thing."""
FEWEST = 3
"""Words that have to be shared for it."""
APART = timedelta(days=7)
"""Reports further apart than this tell of another state of things, or of another time it happened."""
_LOOKED_AT = 8
"""Sentences of other sources that are compared, best first."""
_AROUND = 2
"""Sentences around one in which the names of the draft's sentence are looked for, and at the top of its source."""
_LONG = 20
"""Words from which on two texts are compared for being copies of one another."""


class Disagreements:
    """Looks beside each passage for another source that contradicts it."""

    def __init__(
        self,
        index: SourceIndex,
        language: Language,
        numbers: Numbers,
        dates: Dates,
        clause_states: ClauseStates,
    ) -> None:
        self._index = index
        self._language = language
        self._numbers = numbers
        self._dates = dates
        self._clause_states = clause_states
        self._surroundings = Surroundings(index, language)
        self._by_id = {source.source.id: number for number, source in enumerate(index.sources)}
        self._same_report: dict[tuple[int, int], bool] = {}

    @cached_property
    def _replaced(self) -> frozenset[str]:
        return frozenset(one.older.id for one in superseded(self._index.sources))

    def examine(
        self,
        sentence: Sentence,
        words: Sequence[ContentWord],
        support: Support,
        quantities: Sequence[QuantityEvidence],
        dates: Sequence[DateEvidence],
    ) -> Iterator[Disagreement]:
        """What other sources have otherwise of a sentence of the draft, its numbers and dates first."""
        if len(self._index.sources) < 2 or len(words) < FEWEST:
            return
        # A date that differs must not make the other passage one about something else.
        dated = [each.span for each in dates]
        told = [word for word in words if not any(span.covers(word.span) for span in dated)]
        if len(told) < FEWEST:
            return
        by_place = (self._index.support(told) if len(told) < len(words) else support).by_place
        places = [
            place
            for place in nsmallest(_LOOKED_AT, by_place, key=lambda each: (-by_place[each], *each))
            if by_place[place] >= MOST and self._same_names(sentence, told, place)
        ]
        if len({place.source for place in places}) < 2:
            return
        for quantity in quantities:
            if quantity.same is not None:
                yield from self._number(sentence, quantity, quantity.same, places)
        for moment in dates:
            if moment.same is not None:
                yield from self._date(sentence, moment, moment.same, places)
        yield from self._denial(sentence, places)

    def _number(
        self, sentence: Sentence, found: QuantityEvidence, same: Passage, places: Sequence[Place]
    ) -> Iterator[Disagreement]:
        own = self._language.quantities(sentence.tokens)
        mine = next(each for each in own if each.span == found.span)
        if mine.indefinite or mine.unit in (ORDINAL, TIMES):
            return
        for place in self._of_others(same, places):
            if self._another_day(sentence, place) or any(
                agrees(mine, each) or agrees(each, mine) for each in self._numbers_around(place)
            ):
                continue
            other = self._numbers.rival_at(sentence, mine, place)
            if other is not None and not self._is_same_report(same, place):
                yield Disagreement(
                    span=found.span,
                    words=found.words,
                    passage=same,
                    other=self._index.passage(place),
                    other_words=other.span.of(self._index.sources[place.source].source.text),
                )
                return

    def _date(
        self, sentence: Sentence, found: DateEvidence, same: Passage, places: Sequence[Place]
    ) -> Iterator[Disagreement]:
        for place in self._of_others(same, places):
            if self._other_numbers(sentence, place):
                continue  # another day and other numbers: it happened again
            other = self._other_date(sentence, found.span, place)
            if other is not None and not self._is_same_report(same, place):
                yield Disagreement(
                    span=found.span,
                    words=found.words,
                    passage=same,
                    other=self._index.passage(place),
                    other_words=other.span.of(self._index.sources[place.source].source.text),
                )
                return

    def _denial(self, sentence: Sentence, places: Sequence[Place]) -> Iterator[Disagreement]:
        """One source says it and another denies it, each in a sentence of one clause, as the draft's is."""
        told_by = (sentence, *map(self._index.sentence, places))
        if not any(map(self._clause_states.may_deny, told_by)):
            return
        mine = self._clause_states.denies(sentence)
        if mine is None:
            return
        told = {place: self._clause_states.denied_at(place) for place in places}
        same = next((place for place in places if told[place] is mine), None)
        if same is None:
            return
        passage = self._index.passage(same)
        for place in self._of_others(passage, places):
            if (
                told[place] is (not mine)
                and not self._another_day(sentence, place)
                and not self._is_same_report(passage, place)
            ):
                yield Disagreement(
                    span=sentence.span,
                    words=sentence.text,
                    passage=passage,
                    other=self._index.passage(place),
                )
                return

    def _of_others(self, same: Passage, places: Sequence[Place]) -> Iterator[Place]:
        """The places in sources that are no other version and no later or earlier state of the passage's."""
        mine = self._by_id[same.source]
        here = self._index.sources[mine].source
        if here.id in self._replaced:
            return
        for place in places:
            there = self._index.sources[place.source].source
            if place.source == mine or there.id in self._replaced or there.text == here.text:
                continue
            if here.published and there.published and abs(here.published - there.published) > APART:
                continue
            yield place

    def _is_same_report(self, same: Passage, place: Place) -> bool:
        """Whether a place is in a copy of the passage's source; asked last, for two texts are read for it."""
        one, other = sorted((self._by_id[same.source], place.source))
        pair = one, other
        if pair not in self._same_report:
            texts = [self._index.sources[number].source.text for number in pair]
            self._same_report[pair] = (
                min(len(text.split()) for text in texts) >= _LONG and containment(*texts) >= CONTAINED
            )
        return self._same_report[pair]

    def _same_names(self, sentence: Sentence, words: Sequence[ContentWord], place: Place) -> bool:
        """Whether the names of the draft's sentence stand near a place, or at the top of its source."""
        names = self._language.names(sentence.tokens)
        named = [word for word in words if any(name.covers(word.span) for name in names)]
        here = self._index.number(place)
        top = here - place.sentence
        last = top + len(self._index.sources[place.source].reading.sentences)
        near = {*range(top, min(top + _AROUND, last)), *range(max(top, here - _AROUND), here + 1)}
        return all(any(self._index.has(word, number) for number in near) for word in named)

    def _numbers_around(self, place: Place) -> Iterator[Quantity]:
        last = len(self._index.sources[place.source].reading.sentences)
        for position in range(max(0, place.sentence - 1), min(last, place.sentence + _AROUND)):
            yield from self._numbers.at(Place(place.source, position))

    def _other_numbers(self, sentence: Sentence, place: Place) -> bool:
        """Whether the place has another number of what the draft's sentence counts."""
        return any(
            self._numbers.rival_at(sentence, mine, place) is not None
            for mine in self._language.quantities(sentence.tokens)
        )

    def _other_date(self, sentence: Sentence, span: Span, place: Place) -> Moment | None:
        """The date at a place that stands where this one of the draft's stands, and cannot be the same."""
        own = self._dates.of(sentence)
        mine = next(moment for moment in own if moment.span == span)
        stretches = self._surroundings.of_draft(sentence)
        there = self._dates.at(place)
        if any(self._dates.compared(mine, other, place).agrees for other in there):
            return None
        return next(
            (
                other
                for other in there
                if self._dates.compared(mine, other, place).contradicts
                and not any(self._dates.compared(each, other, place).agrees for each in own)
                and self._surroundings.shared(span, stretches, place, other.span)
            ),
            None,
        )

    def _another_day(self, sentence: Sentence, place: Place) -> bool:
        """Whether a place names a date that contradicts one of the draft's sentence."""
        own = self._dates.of(sentence)
        found = [self._dates.compared(mine, other, place) for mine in own for other in self._dates.at(place)]
        return any(each.contradicts for each in found) and not any(each.agrees for each in found)
