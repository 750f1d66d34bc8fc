"""Copies: long stretches of a source that the draft has word for word, outside quotation marks."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from beleg.terms.evidence import Copy, ReadSource
from beleg.terms.quotation import QuotationKind
from beleg.terms.reading import Reading
from beleg.terms.span import Span
from beleg.terms.token import Token
from beleg.text.overlaps import Overlaps
from beleg.text.runs import Runs

SHORTEST = 30
"""Words in a row from which a stretch counts: about two sentences; shorter ones are names, offices and set phrases."""


def copies(reading: Reading, sources: Sequence[ReadSource]) -> tuple[Copy, ...]:
    """The stretches of a draft that stand in one of these sources word for word."""
    return CopiedWords(sources).by(reading)


class CopiedWords:
    """The words of the sources, prepared when a draft first has a stretch that is long enough."""

    def __init__(self, sources: Sequence[ReadSource]) -> None:
        self._sources = sources

    @cached_property
    def _words(self) -> list[list[Token]]:
        return [list(_words(source.reading)) for source in self._sources]

    @cached_property
    def _runs(self) -> Runs:
        return Runs([[token.text.casefold() for token in tokens] for tokens in self._words], SHORTEST)

    def by(self, reading: Reading) -> tuple[Copy, ...]:
        """The stretches of a draft that stand in a source word for word; quoted words are looked at by other checks."""
        quoted = Overlaps(
            (part, part)
            for quotation in reading.quotations
            if quotation.kind is QuotationKind.DIRECT
            for part in quotation.quote
        )
        return tuple(
            copy
            for stretch in _unquoted(_words(reading), quoted)
            if len(stretch) >= SHORTEST
            for copy in self._in(stretch)
        )

    def _in(self, stretch: Sequence[Token]) -> Iterator[Copy]:
        for run in self._runs.common([token.text.casefold() for token in stretch]):
            theirs = self._words[run.text]
            yield Copy(
                span=Span(stretch[run.here].start, stretch[run.here + run.length - 1].end),
                words=run.length,
                passage=self._sources[run.text].passage(
                    Span(theirs[run.there].start, theirs[run.there + run.length - 1].end)
                ),
            )


def _words(reading: Reading) -> list[Token]:
    return [token for sentence in reading.sentences for token in sentence.tokens if token.text[0].isalnum()]


def _unquoted(tokens: Sequence[Token], quoted: Overlaps[Span]) -> Iterator[list[Token]]:
    """The words between quotations, stretch by stretch."""
    stretch: list[Token] = []
    for token in tokens:
        if next(quoted.at(Span(token.start, token.end)), None) is None:
            stretch.append(token)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
