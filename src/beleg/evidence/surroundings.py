"""Surroundings: the content words that stand near a place of a sentence, to tell which of two numbers is meant."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.words import ContentWord, content_words
from beleg.language.language import Language
from beleg.terms.reading import Sentence
from beleg.terms.span import Span


@dataclass(frozen=True, slots=True)
class Stretches:
    """The stretches of a sentence of the draft with their content words.

    What was compared is kept: every number of a sentence is compared with every one of its passages, more than once.
    """

    parts: list[tuple[Span, list[ContentWord]]]
    around: dict[Span, list[frozenset[str]]] = field(default_factory=dict)
    """For a span, the stems of the sources that match each word around it."""
    shared: dict[tuple[Span, Place, Span], int] = field(default_factory=dict)
    named: dict[str, list[Span]] = field(default_factory=dict)
    """For a stem, where the draft's sentence has it."""


class Surroundings:
    """The stretches of a sentence of the draft, compared with those of the sources' sentences."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._stretches: dict[Place, list[tuple[Span, frozenset[str]]]] = {}
        self._touching: dict[tuple[Place, Span], range] = {}
        self._nearby: dict[tuple[Place, Span], frozenset[str]] = {}

    def of_draft(self, sentence: Sentence) -> Stretches:
        """The stretches of a sentence of the draft with their content words."""
        words = content_words(sentence.tokens, self._language)
        return Stretches(
            [
                (stretch, [word for word in words if stretch.covers(word.span)])
                for stretch in self._language.stretches(sentence.tokens)
            ]
        )

    def shared(self, mine: Span, stretches: Stretches, place: Place, theirs: Span) -> int:
        """How many content words stand near `mine` in the draft and near `theirs` in a source."""
        known = stretches.shared.get((mine, place, theirs))
        if known is None:
            near = self._near(place, theirs)
            known = sum(not near.isdisjoint(stems) for stems in self.around(mine, stretches))
            stretches.shared[mine, place, theirs] = known
        return known

    def together(self, place: Place, one: Span, other: Span) -> bool:
        """Whether two places of a source's sentence stand in the same stretch."""
        first, second = self._touched(place, one), self._touched(place, other)
        return max(first.start, second.start) < min(first.stop, second.stop)

    def around(self, mine: Span, stretches: Stretches) -> list[frozenset[str]]:
        """For each content word near `mine` in the draft the stems of the sources that match it."""
        if mine not in stretches.around:
            parts = stretches.parts
            touched = _touched([stretch for stretch, _ in parts], mine)
            words = [word for number in touched for word in parts[number][1] if not mine.covers(word.span)]
            if not words and touched and touched.stop < len(parts):
                words = parts[touched.stop][1]
            stretches.around[mine] = [frozenset(self._index.matches(word)) for word in words]
        return stretches.around[mine]

    def _near(self, place: Place, span: Span) -> frozenset[str]:
        """The stems around a place; where it fills its stretch ("Am Montag, dem 3. Mai, …"), those of the next one."""
        if (place, span) not in self._nearby:
            self._nearby[place, span] = self._stems_near(place, span)
        return self._nearby[place, span]

    def _stems_near(self, place: Place, span: Span) -> frozenset[str]:
        stretches = self._at(place)
        touched = self._touched(place, span)
        inside = {stem for word in self._index.words(place) if span.covers(word.span) for stem in word.stems}
        near = frozenset(stem for number in touched for stem in stretches[number][1]) - inside
        if not near and touched and touched.stop < len(stretches):
            near = stretches[touched.stop][1]
        return near

    def _touched(self, place: Place, span: Span) -> range:
        if (place, span) not in self._touching:
            self._touching[place, span] = _touched([stretch for stretch, _ in self._at(place)], span)
        return self._touching[place, span]

    def _at(self, place: Place) -> list[tuple[Span, frozenset[str]]]:
        if place not in self._stretches:
            tokens = self._index.sentence(place).tokens
            words = self._index.words(place)
            self._stretches[place] = [
                (
                    stretch,
                    frozenset(stem for word in words if stretch.covers(word.span) for stem in word.stems),
                )
                for stretch in self._language.stretches(tokens)
            ]
        return self._stretches[place]


def _touched(stretches: Sequence[Span], span: Span) -> range:
    """The numbers of the stretches that overlap with a span; they lie side by side."""
    found = [number for number, stretch in enumerate(stretches) if stretch.overlaps(span)]
    return range(found[0], found[-1] + 1) if found else range(0)
