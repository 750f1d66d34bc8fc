"""Borne out: whether one sentence of a source has all that a sentence says, word for word or in another form.

Asked of a machine's sentences only. A person knows more than the sources and has other words for it; in a machine's
sentence nobody can tell another word for the same from an invention, and words taken from several sentences say what
none of them does: "Hess" and "gefälscht" may both stand in a report that says he is suspected of it.
"""

from collections.abc import Sequence
from itertools import pairwise

from beleg.evidence.turned import Said, Turned, turned
from beleg.evidence.words import content_words
from beleg.language.content import Content, content_stems
from beleg.language.language import Language
from beleg.terms.evidence import ReadSource
from beleg.terms.reading import Reading
from beleg.terms.token import Token
from beleg.text.tokens import tokenize


class BorneOut:
    """The sentences of sources, asked which words of another sentence the nearest of them lacks."""

    def __init__(self, sources: Sequence[ReadSource], language: Language) -> None:
        """Building it is linear in the sources."""
        self._language = language
        self._sentences = [
            (number, Content(sentence.tokens, language), self._stems(sentence.tokens))
            for number, source in enumerate(sources)
            for sentence in source.reading.sentences
        ]
        self._said = [
            Said(sentence, source.reading) for source in sources for sentence in source.reading.sentences
        ]
        self._names = [
            {
                part
                for s in source.reading.sentences
                for one in language.mentions(s.tokens)
                for part in one.parts
            }
            for source in sources
        ]
        self._titles = [
            {
                before.text.lower()
                for s in source.reading.sentences
                for before, after in pairwise(s.tokens)
                if language.is_title(before.text) and after.text[0].isupper()
            }
            for source in sources
        ]
        self._houses = {
            word for one in sources for word in f"{one.source.publisher} {one.source.author}".split()
        }

    def lacking(self, text: str) -> tuple[str, ...]:
        """The content words of a sentence that the sentence of the sources with most of them lacks, in order.

        Names and titles before them may stand anywhere in the same source ("Sie sagte" there, "Roloff sagte" here), and
        verbs that only say who says it may be others.
        """
        return self._nearest(tokenize(text), text)[0]

    def turned(self, reading: Reading) -> tuple[Turned, ...]:
        """How a sentence of its own reading says something else than every sentence of the sources that has all its
        words.

        Empty where one of them says the same, and where none has all its words (`lacking`).
        """
        found: list[tuple[Turned, ...]] = []
        for sentence in reading.sentences:
            lacking, bearing = self._nearest(sentence.tokens, reading.text)
            if lacking:
                continue
            here = Said(sentence, reading)
            ways = [
                tuple(turned(here, self._said[at], self._language))
                for at in self._with_numbers(bearing, sentence.tokens)
            ]
            found.append(min(ways, key=len, default=()))
        return tuple(one for ways in found for one in ways)

    def _with_numbers(self, bearing: Sequence[int], tokens: Sequence[Token]) -> list[int]:
        """Those of the sentences that share most numbers with `tokens`: what has no number says nothing of 2023."""
        numbers = {token.text for token in tokens if token.text[0].isdigit()}
        shared = {
            at: len(numbers & {token.text for token in self._said[at].sentence.tokens}) for at in bearing
        }
        return [at for at in bearing if shared[at] == max(shared.values())]

    def _nearest(self, tokens: Sequence[Token], text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """What the nearest sentences lack, and which sentences they are."""
        asked = [
            (word.span.of(text), (*word.stems, *content_stems(word.span.of(text), self._language)))
            for word in content_words(tokens, self._language)
            if not self._only_tells(word.infinitive, word.span.of(text))
        ]
        names = {part for one in self._language.mentions(tokens) for part in one.parts}
        titles = {
            before.text.lower()
            for before, after in pairwise(tokens)
            if self._language.is_title(before.text) and after.text.lower() in names
        }
        best = tuple(written for written, _ in asked)
        nearest: list[int] = []
        for at, (number, content, stems) in enumerate(self._sentences):
            lacking = tuple(
                written
                for written, forms in asked
                if not any(stem in stems or content.has(stem) for stem in forms)
                and not (written.lower() in names and written.lower() in self._names[number])
                and not (written.lower() in titles and written.lower() in self._titles[number])
            )
            if len(lacking) < len(best):
                best, nearest = lacking, [at]
            elif len(lacking) == len(best):
                nearest.append(at)
        return best, tuple(nearest)

    def _only_tells(self, infinitive: str, written: str) -> bool:
        lexicon = self._language.lexicon
        return infinitive in lexicon.saying or written.lower() in lexicon.accounts or written in self._houses

    def _stems(self, tokens: Sequence[Token]) -> frozenset[str]:
        return frozenset(stem for word in content_words(tokens, self._language) for stem in word.stems)
