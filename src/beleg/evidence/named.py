"""Whether the sources have the names of a sentence, and which name stands there instead."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from beleg.evidence.passages import Place, SourceIndex, Support
from beleg.evidence.slots import swapped
from beleg.evidence.words import ContentWord
from beleg.language.language import Language
from beleg.terms.evidence import NameEvidence
from beleg.terms.reading import Sentence
from beleg.terms.span import Span
from beleg.text.tokens import tokenize

ALIKE = 0.75
"""Ratcliff/Obershelp ratio from which two names may be one misspelt: "Maier" and "Meyer" stay below, "Keßler" and
"Kessler" above."""
CLOSE = 0.75
"""Coverage of the sentence without its names from which another name of the passage stands in a name's place."""
NEIGHBOURS = 2


class Names:
    """The names of all sources."""

    def __init__(self, index: SourceIndex, language: Language) -> None:
        self._index = index
        self._language = language
        self._words: set[str] = set()
        self._named: dict[Place, list[Span]] = {}
        self._by_part: dict[str, tuple[Place, str]] | None = None
        for source in index.sources:
            for sentence in source.reading.sentences:
                for token in sentence.tokens:
                    self._words.add(_plain(token.text))
                    self._words.update(_plain(part) for part in token.text.split("-") if part)
            for part in tokenize(f"{source.source.title} {source.source.author} {source.source.publisher}"):
                self._words.add(_plain(part.text))

    def examine(
        self,
        sentence: Sentence,
        text: str,
        words: Sequence[ContentWord],
        support: Support,
        leave_out: Sequence[Span],
    ) -> tuple[NameEvidence, ...]:
        """What the sources have of each name of a sentence of the draft.

        Names inside `leave_out` (a quotation's speaker, quoted words) are only looked at for whether any source has
        them: who spoke is a question of its own.
        """
        spans = self._language.names(sentence.tokens)
        rest = [word for word in words if not any(span.covers(word.span) for span in spans)]
        found = [self._evidence(span, spans, text, rest, support, leave_out) for span in spans]
        return (*found, *self._in_other_slots(sentence, text, support, (*spans, *leave_out)))

    def _in_other_slots(
        self, sentence: Sentence, text: str, support: Support, leave_out: Sequence[Span]
    ) -> Iterator[NameEvidence]:
        """Names without an article in whose slot the passage that says the same has another."""
        if not support.places or support.by_place[support.places[0]] < CLOSE:
            return
        place = support.places[0]
        months = [moment.span for moment in self._language.dates(sentence.tokens)]
        months += [quantity.span for quantity in self._language.quantities(sentence.tokens)]
        for span, theirs in swapped(sentence.tokens, self._index.sentence(place).tokens, self._language):
            words = span.of(text)
            stem, other = self._language.stem(words), self._language.stem(theirs.text)
            if any(part.overlaps(span) for part in (*leave_out, *months)) or stem in other or other in stem:
                continue
            if not any(_plain(words) in self._words_near(near) for near in support.places):
                yield self._found(span, words, place, theirs.text, named=_plain(words) in self._words)

    def _evidence(
        self,
        span: Span,
        all_names: Sequence[Span],
        text: str,
        rest: Sequence[ContentWord],
        support: Support,
        leave_out: Sequence[Span],
    ) -> NameEvidence:
        words = span.of(text)
        parts = _parts(words)
        unknown = [part for part in parts if part not in self._words]
        if not unknown:
            if not any(part.overlaps(span) for part in leave_out) and (
                other := self._swapped(parts, text, all_names, rest)
            ):
                place, instead = other
                return self._found(span, words, place, instead, named=True)
            return NameEvidence(span=span, words=words, named=True)
        for place in self._close(support):
            for candidate in self._at(place):
                instead = candidate.of(self._source_text(place))
                theirs = _parts(instead)
                if set(theirs) & set(parts) or _alike(unknown, theirs):
                    return self._found(span, words, place, instead, named=False)
        if resembling := next(self._resembling(parts, unknown), None):
            return self._found(span, words, *resembling, named=False)
        if other := self._swapped(parts, text, all_names, rest):
            return self._found(span, words, *other, named=False)
        return NameEvidence(span=span, words=words, named=False)

    def _swapped(
        self,
        parts: Sequence[str],
        text: str,
        all_names: Sequence[Span],
        rest: Sequence[ContentWord],
    ) -> tuple[Place, str] | None:
        """Another name in the passage that says everything else of the sentence, with this name nowhere near it."""
        if len(rest) < 2:
            return None
        without_names = self._index.support(rest)
        if not without_names.places or without_names.by_place[without_names.places[0]] < CLOSE:
            return None
        place = without_names.places[0]
        if set(parts) & self._words_near(place):
            return None
        mine = {part for span in all_names for part in _parts(span.of(text))}
        others = [span.of(self._source_text(place)) for span in self._at(place)]
        others = [name for name in others if not mine & set(_parts(name))]
        return (place, others[0]) if len(others) == 1 else None

    def _found(self, span: Span, words: str, place: Place, instead: str, *, named: bool) -> NameEvidence:
        passage = self._index.passage(place)
        return NameEvidence(span=span, words=words, named=named, instead=instead, passage=passage)

    def _source_text(self, place: Place) -> str:
        return self._index.sources[place.source].source.text

    def _at(self, place: Place) -> list[Span]:
        if place not in self._named:
            self._named[place] = self._language.names(self._index.sentence(place).tokens)
        return self._named[place]

    def _close(self, support: Support) -> list[Place]:
        return [near for place in support.places for near in self._window(place)]

    def _window(self, place: Place) -> list[Place]:
        last = len(self._index.sources[place.source].reading.sentences) - 1
        steps = sorted(range(-NEIGHBOURS, NEIGHBOURS + 1), key=abs)
        return [
            Place(place.source, place.sentence + step) for step in steps if 0 <= place.sentence + step <= last
        ]

    def _words_near(self, place: Place) -> set[str]:
        return {
            _plain(token.text) for near in self._window(place) for token in self._index.sentence(near).tokens
        }

    def _resembling(self, parts: Sequence[str], unknown: Sequence[str]) -> Iterator[tuple[Place, str]]:
        """Names anywhere in the sources that share a part with this one or may be the same misspelt."""
        if self._by_part is None:
            self._by_part = {}
            for number, source in enumerate(self._index.sources):
                for position in range(len(source.reading.sentences)):
                    place = Place(number, position)
                    for span in self._at(place):
                        name = span.of(source.source.text)
                        for part in _parts(name):
                            self._by_part.setdefault(part, (place, name))
        for part in parts:
            if part not in unknown and part in self._by_part and len(_parts(self._by_part[part][1])) > 1:
                yield self._by_part[part]
        for part, found in self._by_part.items():
            if _alike(unknown, [part]):
                yield found


def _parts(words: str) -> list[str]:
    return [_plain(token.text) for token in tokenize(words) if token.text[0].isupper()]


def _plain(word: str) -> str:
    """A name's part without the ending of the genitive."""
    folded = word.casefold().rstrip("'’")
    return folded[:-1] if len(folded) > 3 and folded.endswith("s") else folded


def _alike(unknown: Sequence[str], theirs: Sequence[str]) -> bool:
    return any(
        SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
        for one in unknown
        for other in theirs
        if abs(len(one) - len(other)) <= 2
    )
