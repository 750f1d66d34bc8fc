"""Whether the sources have the dates of a sentence, and what they have instead."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from beleg.evidence import nearby
from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.reckoning import Comparison, compare, parts, resolved, slipped
from beleg.evidence.surroundings import Stretches, Surroundings
from beleg.evidence.told_dates import told_dates
from beleg.language.language import Language
from beleg.language.moment import Moment
from beleg.terms.evidence import DateEvidence
from beleg.terms.reading import Sentence
from beleg.terms.span import Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the draft with its dates, its stretches, and the places near it in the sources."""

    text: str
    own: Sequence[Moment]
    stretches: Stretches
    passages: Sequence[Place]
    close: list[Place]
    about_it: list[Place]
    related: list[Place]
    counterparts: dict[tuple[Span, Place], tuple[Place, Moment] | None] = field(default_factory=dict)
    """For a date of the draft and a sentence of a source, the one there that agrees in all parts."""
    taken: dict[tuple[Place, Span], bool] = field(default_factory=dict)
    """Whether a date of a source agrees with any of the draft's."""


class Dates:
    """The dates of all sources, read when they are needed.

    `published` is when the draft appears; what it calls "gestern" is told from then, what a source calls so from the
    source's own day. Without these days, relative dates are compared by their words.
    """

    def __init__(self, index: SourceIndex, language: Language, published: datetime | None = None) -> None:
        self._index = index
        self._language = language
        self._surroundings = Surroundings(index, language)
        self._published = published.date() if published else None
        self._read: dict[Place, list[Moment]] = {}
        self._years: dict[int, frozenset[int]] = {}
        self._by_part: dict[tuple[str, int], list[Place]] | None = None

    def at(self, place: Place) -> list[Moment]:
        """The dates of a sentence of a source, told from the day the source appeared."""
        if place not in self._read:
            found = told_dates(self._index.sentence(place), self._language)
            day = self._day_of(place.source)
            self._read[place] = [resolved(moment, day) for moment in found]
        return self._read[place]

    def examine(self, sentence: Sentence, text: str, support: Support) -> tuple[DateEvidence, ...]:
        """What the sources have of each date of a sentence of the draft.

        Looked at in this order: the passages the sentence rests on and the sentences around them; every sentence
        about the same thing; a passage with another date; all sources.
        """
        own = self.of(sentence)
        if not own:
            return ()
        close = nearby.close(self._index, support)
        here = _Sentence(
            text,
            own,
            self._surroundings.of_draft(sentence),
            support.places,
            close,
            nearby.about_it(close, support),
            nearby.related(support),
        )
        return tuple(self._evidence(moment, here) for moment in own)

    def of(self, sentence: Sentence) -> list[Moment]:
        """The dates of a sentence of the draft, told from the day it appears."""
        return [resolved(moment, self._published) for moment in told_dates(sentence, self._language)]

    def _evidence(self, moment: Moment, here: _Sentence) -> DateEvidence:
        words = moment.span.of(here.text)
        full = self._best(moment, here, here.close, full=True)
        other = self._rival(moment, here, here.about_it)
        if full is not None and (crossed := self._crossed(moment, here, full)) is not None:
            other = crossed
        elif full is not None and not self._swapped(moment, here, full, other):
            return DateEvidence(span=moment.span, words=words, same=self._index.passage(full[0]))
        if full is None:
            for place in here.related:
                if self._fully(moment, place):
                    return DateEvidence(span=moment.span, words=words, same=self._index.passage(place))
            partly = self._best(moment, here, here.close, full=False)
            if partly is not None and (other is None or self._rather(moment, here, partly, other)):
                return self._partly(moment, words, partly)
        if other is not None:
            return self._contrary(moment, words, other)
        for place in self._with_parts_of(moment):
            if self._fully(moment, place):
                return DateEvidence(span=moment.span, words=words, same=self._index.passage(place))
        is_open = self._open(moment, here.about_it)
        near = None if is_open else self._same_month(moment, here)
        if near is not None:
            return self._contrary(moment, words, near)
        return DateEvidence(span=moment.span, words=words, open=is_open)

    def _contrary(self, moment: Moment, words: str, other: tuple[Place, Moment]) -> DateEvidence:
        place, contrary = other
        return DateEvidence(
            span=moment.span,
            words=words,
            contrary=self._index.passage(place),
            contrary_words=contrary.span.of(self._index.sources[place.source].source.text),
        )

    def _same_month(self, moment: Moment, here: _Sentence) -> tuple[Place, Moment] | None:
        """Another day of the same month in a passage, as a slip of the finger makes it: "14. April" for "24. April"."""
        for place in here.passages:
            for other in self.at(place):
                if moment.day is None or other.day is None or moment.month != other.month:
                    continue
                if slipped(moment.day, other.day) and not self._taken(other, here, place):
                    return place, other
        return None

    def _best(
        self, moment: Moment, here: _Sentence, places: Sequence[Place], *, full: bool
    ) -> tuple[Place, Moment] | None:
        """The date of the sources that agrees in the most words around it, in all parts or in some."""
        best: tuple[Place, Moment] | None = None
        best_shared = -1
        for place in places:
            for other in self.at(place):
                found = self.compared(moment, other, place)
                if not found.agrees or (full and found.left and not self._given_near(found, place)):
                    continue
                shared = self._shared(moment, here, place, other)
                if shared > best_shared:
                    best, best_shared = (place, other), shared
        return best

    def _rival(self, moment: Moment, here: _Sentence, places: Iterable[Place]) -> tuple[Place, Moment] | None:
        """A date of the same kind that differs and that no date of the draft's sentence has."""
        best: tuple[Place, Moment] | None = None
        best_shared = -1
        for place in places:
            for other in self.at(place):
                found = self.compared(moment, other, place)
                if not found.contradicts or self._taken(other, here, place):
                    continue
                shared = self._shared(moment, here, place, other)
                if shared > best_shared:
                    best, best_shared = (place, other), shared
        return best

    def _swapped(
        self,
        moment: Moment,
        here: _Sentence,
        same: tuple[Place, Moment],
        other: tuple[Place, Moment] | None,
    ) -> bool:
        """Whether the date stands in words that have another date in the source, and none that its own has there."""
        straight = self._shared(moment, here, *same)
        if other is not None and not straight:
            shared = self._shared(moment, here, *other)
            if same[0] != other[0]:
                return shared > 1
            return shared > 0 and not self._surroundings.together(same[0], same[1].span, other[1].span)
        return False

    def _taken(self, other: Moment, here: _Sentence, place: Place) -> bool:
        key = place, other.span
        if key not in here.taken:
            here.taken[key] = any(self.compared(mine, other, place).agrees for mine in here.own)
        return here.taken[key]

    def _counterpart(self, mine: Moment, here: _Sentence, place: Place) -> tuple[Place, Moment] | None:
        key = mine.span, place
        if key not in here.counterparts:
            here.counterparts[key] = self._best(mine, here, [place], full=True)
        return here.counterparts[key]

    def _crossed(
        self, moment: Moment, here: _Sentence, same: tuple[Place, Moment]
    ) -> tuple[Place, Moment] | None:
        """The date of the same sentence that another date of the draft has, if the two changed places."""
        straight = self._shared(moment, here, *same)
        for mine in here.own:
            theirs = None if mine is moment else self._counterpart(mine, here, same[0])
            if theirs is None or theirs[1] is same[1]:
                continue
            if self._surroundings.together(same[0], same[1].span, theirs[1].span):
                continue
            if not self.compared(moment, theirs[1], same[0]).contradicts:
                continue
            crossed = self._shared(moment, here, *theirs), self._shared(mine, here, *same)
            kept = straight, self._shared(mine, here, *theirs)
            if sum(crossed) > sum(kept) + 1 and crossed[0] > kept[0] and crossed[1] > kept[1]:
                return theirs
        return None

    def _rather(
        self, moment: Moment, here: _Sentence, partly: tuple[Place, Moment], other: tuple[Place, Moment]
    ) -> bool:
        """Whether the date that agrees in its finest part is meant, and not the one that differs."""
        found = self.compared(moment, partly[1], partly[0])
        return found.finest and self._shared(moment, here, *partly) >= self._shared(moment, here, *other)

    def _fully(self, moment: Moment, place: Place) -> bool:
        for other in self.at(place):
            found = self.compared(moment, other, place)
            if found.agrees and (not found.left or self._given_near(found, place)):
                return True
        return False

    def _given_near(self, found: Comparison, place: Place) -> bool:
        """Whether the parts a date of the source lacks stand beside it, or it takes no other year."""
        if found.left != {"year"}:
            return False
        years = self._years_of(place.source)
        return not years or found.year in years

    def _partly(self, moment: Moment, words: str, partly: tuple[Place, Moment]) -> DateEvidence:
        found = self.compared(moment, partly[1], partly[0])
        if found.left <= {"part", "day_part", "relative"}:
            return DateEvidence(span=moment.span, words=words, same=self._index.passage(partly[0]))
        return DateEvidence(span=moment.span, words=words)

    def _open(self, moment: Moment, about_it: Sequence[Place]) -> bool:
        """Whether nobody can say: what is told from a day nobody knows, or the source only tells so."""
        only_relative = moment.day_part is not None or moment.relative is not None
        calendar = any((moment.year, moment.month, moment.day, moment.hour is not None))
        if not calendar and only_relative and moment.weekday is None:
            return True
        if calendar and moment.hour is None:
            return (
                any(
                    other.relative is not None or (other.weekday is not None and other.day is None)
                    for place in about_it
                    for other in self.at(place)
                    if self._day_of(place.source) is None
                )
                and moment.day is not None
            )
        if moment.weekday is not None and not calendar:
            self._with_parts_of(moment)
            return not any(part == "weekday" for part, _ in self._by_part or ())
        return False

    def compared(self, moment: Moment, other: Moment, place: Place) -> Comparison:
        """A date of the draft beside one at a place of the sources."""
        return compare(moment, other, self._published, self._day_of(place.source))

    def _shared(self, moment: Moment, here: _Sentence, place: Place, other: Moment) -> int:
        return self._surroundings.shared(moment.span, here.stretches, place, other.span)

    def _day_of(self, source: int) -> date | None:
        published = self._index.sources[source].source.published
        return published.date() if published else None

    def _years_of(self, source: int) -> frozenset[int]:
        """The years a source names, and the year it appeared in."""
        if source not in self._years:
            named = {
                moment.year
                for position in range(len(self._index.sources[source].reading.sentences))
                for moment in self.at(Place(source, position))
                if moment.year is not None and not moment.decade
            }
            day = self._day_of(source)
            self._years[source] = frozenset(named | ({day.year} if day else set()))
        return self._years[source]

    def _with_parts_of(self, moment: Moment) -> list[Place]:
        """The sentences of all sources that name the finest part of a date as well."""
        if self._by_part is None:
            self._by_part = defaultdict(list)
            for number, source in enumerate(self._index.sources):
                for position in range(len(source.reading.sentences)):
                    place = Place(number, position)
                    for part in {
                        part for each in self.at(place) for part in parts(each, self._day_of(number))
                    }:
                        self._by_part[part].append(place)
        return self._by_part.get(parts(moment, self._published)[0], []) if parts(moment, None) else []
