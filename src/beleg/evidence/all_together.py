"""All together: the sources of one story held against each other, without a draft between them."""

from collections.abc import Iterator, Sequence
from datetime import date

from beleg.evidence.clause_states import ClauseStates
from beleg.evidence.dates import Dates
from beleg.evidence.disagreeing import MOST, Disagreements
from beleg.evidence.numbers import Numbers
from beleg.evidence.origins import same_origin
from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.same_number import agrees
from beleg.evidence.statements import Statements
from beleg.evidence.words import ContentWord, content_words
from beleg.language.language import Language
from beleg.language.quantity import Quantity
from beleg.terms.contradiction import Contradiction
from beleg.terms.evidence import ReadSource
from beleg.terms.reading import BlockKind, Sentence

RELATED = 0.5
"""Share of a sentence's content that a sentence of another origin must have to speak of the same thing."""


class AllTogether:
    """The sentences of all sources, each held against those of the others.

    Other sentences are found by their words, so that the work grows with the length of the sources and not with the
    number of their pairs.
    """

    def __init__(self, sources: Sequence[ReadSource], language: Language) -> None:
        self._sources = sources
        self._language = language
        self._index = SourceIndex(sources, language)
        self._numbers = Numbers(self._index, language)
        self._statements = Statements(self._index, language)
        self._clause_states = ClauseStates(self._index, self._statements.quotations, language)
        self._by_day: dict[date | None, tuple[Dates, Disagreements]] = {}
        self._origins = _origins(sources)

    @property
    def origins(self) -> int:
        """How many origins there are: sources of one publisher, and copies of one report, are one."""
        return len(set(self._origins))

    def contradictions(self) -> tuple[Contradiction, ...]:
        """Where two sources count the same thing differently, date it differently, or one denies what the other says.

        Every pair of passages once, in the order of the sources. What counts as the same thing, and which sources are
        not held against each other, is said at `beleg.evidence.disagreeing`.
        """
        found: dict[object, Contradiction] = {}
        for place in self._index.places:
            for one in self._against(place):
                pair = frozenset((one.passage, one.other)), frozenset((one.words, one.other_words))
                found.setdefault(pair, one)
        return tuple(found.values())

    def _against(self, place: Place) -> Iterator[Contradiction]:
        sentence = self._index.sentence(place)
        if sentence.block is not BlockKind.PARAGRAPH:
            return
        words = self._words(sentence)
        if not words:
            return
        text = self._sources[place.source].source.text
        dates, disagreements = self._dated(place.source)
        support = self._index.support(words)
        quantities = self._numbers.examine(sentence, text, support)
        moments = dates.examine(sentence, text, support)
        for one in disagreements.examine(sentence, words, support, quantities, moments):
            if one.other.source != self._sources[place.source].source.id:
                denied = not one.other_words
                yield Contradiction(
                    passage=self._index.passage(place),
                    other=one.other,
                    words="" if denied else one.words,
                    other_words=one.other_words,
                )

    def elsewhere(self, source: int, sentence: int, *, at_least: float = MOST) -> tuple[Place, ...]:
        """The sentences of other origins that have this share of a sentence's content, best first."""
        place = Place(source, sentence)
        by_place = self._index.support(self._words(self._index.sentence(place))).by_place
        near = [
            other
            for other, share in by_place.items()
            if share >= at_least and self._origins[other.source] != self._origins[source]
        ]
        return tuple(sorted(near, key=lambda other: (-by_place[other], *other)))

    def numbers_of_its_own(self, source: int, sentence: int) -> tuple[Quantity, ...]:
        """The numbers of a sentence that no sentence of another origin about the same thing has; "Linie 3" is none, but
        a name.
        """
        near = [
            Place(other.source, at)
            for other in self.elsewhere(source, sentence, at_least=RELATED)
            for at in range(max(0, other.sentence - 1), other.sentence + 2)
            if at < len(self._sources[other.source].reading.sentences)
        ]
        there = [number for place in near for number in self._numbers.at(place)]
        return tuple(
            mine
            for mine in self._numbers.at(Place(source, sentence))
            if not self._names_something(mine, Place(source, sentence))
            and not any(agrees(mine, other) or agrees(other, mine) for other in there)
        )

    def _names_something(self, number: Quantity, place: Place) -> bool:
        tokens = self._index.sentence(place).tokens
        before = [token for token in tokens if token.end <= number.start][1:]
        return not number.unit and not number.counted and bool(before) and before[-1].text[0].isupper()

    def _words(self, sentence: Sentence) -> list[ContentWord]:
        return content_words(sentence.tokens, self._language)

    def _dated(self, source: int) -> tuple[Dates, Disagreements]:
        """Dates as told on the day a source appeared."""
        published = self._sources[source].source.published
        day = published.date() if published else None
        if day not in self._by_day:
            dates = Dates(self._index, self._language, published)
            self._by_day[day] = (
                dates,
                Disagreements(self._index, self._language, self._numbers, dates, self._clause_states),
            )
        return self._by_day[day]


def _origins(sources: Sequence[ReadSource]) -> list[str]:
    """For each source what names its origin: its publisher, or the first source it is a copy of."""
    copies = dict(reversed(same_origin([one.source for one in sources])))
    named: dict[str, str] = {}
    for one in sources:
        source = one.source
        own = source.publisher.casefold() or source.author.casefold() or source.id
        # A copy is its original's, whoever printed it; the original came first.
        named[source.id] = named.get(copies.get(source.id, ""), own)
    return [named[one.source.id] for one in sources]
