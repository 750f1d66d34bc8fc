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
        words = next((words for stretch, words in stretches if stretch.overlaps(mine)), [])
        return sum(
            any(match in near for match in self._index.matches(word))
            for word in words
            if not mine.covers(word.span)
        )

    def together(self, place: Place, one: Span, other: Span) -> bool:
        """Whether two places of a source's sentence stand in the same stretch."""
        return any(
            stretch.overlaps(one) and stretch.overlaps(other) for stretch, _ in self._at(place)
        )

    def _near(self, place: Place, span: Span) -> frozenset[str]:
        return next((stems for stretch, stems in self._at(place) if stretch.overlaps(span)), frozenset())

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
