"""Surroundings: the content words that stand near a place of a sentence, to tell which of two numbers is meant."""

from collections.abc import Sequence

from beleg.evidence.passages import Place, SourceIndex
from beleg.evidence.words import ContentWord, content_words
from beleg.language.language import Language
from beleg.terms.reading import Sentence
from beleg.terms.span import Span


class Surroundings:
    """The stretches of a sentence of the draft, compared with those of the sources' sentences."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._stretches: dict[Place, list[tuple[Span, frozenset[str]]]] = {}

    def of_draft(self, sentence: Sentence) -> list[tuple[Span, list[ContentWord]]]:
        """The stretches of a sentence of the draft with their content words."""
        words = content_words(sentence.tokens, self._language)
        return [
            (stretch, [word for word in words if stretch.covers(word.span)])
            for stretch in self._language.stretches(sentence.tokens)
        ]

    def shared(
        self, mine: Span, stretches: Sequence[tuple[Span, list[ContentWord]]], place: Place, theirs: Span
    ) -> int:
        """How many content words stand near `mine` in the draft and near `theirs` in a source."""
        near = self._near(place, theirs)
        touched = [number for number, (stretch, _) in enumerate(stretches) if stretch.overlaps(mine)]
        words = [word for number in touched for word in stretches[number][1] if not mine.covers(word.span)]
        if not words and touched and touched[-1] + 1 < len(stretches):
            words = stretches[touched[-1] + 1][1]
        return sum(any(match in near for match in self._index.matches(word)) for word in words)

    def together(self, place: Place, one: Span, other: Span) -> bool:
        """Whether two places of a source's sentence stand in the same stretch."""
        return any(stretch.overlaps(one) and stretch.overlaps(other) for stretch, _ in self._at(place))

    def _near(self, place: Place, span: Span) -> frozenset[str]:
        """The stems around a place; where it fills its stretch ("Am Montag, dem 3. Mai, …"), those of the next one."""
        stretches = self._at(place)
        touched = [number for number, (stretch, _) in enumerate(stretches) if stretch.overlaps(span)]
        if not touched:
            return frozenset()
        inside = {stem for word in self._index.words(place) if span.covers(word.span) for stem in word.stems}
        near = frozenset(stem for number in touched for stem in stretches[number][1]) - inside
        if not near and touched[-1] + 1 < len(stretches):
            near = stretches[touched[-1] + 1][1]
        return near

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
