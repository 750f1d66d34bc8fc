"""Copies: long stretches of a source that the draft has word for word, outside quotation marks."""

from collections.abc import Iterator, Sequence

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
    """The stretches of a draft that stand in a source word for word; quoted words are looked at by other checks."""
    quoted = Overlaps(
        (part, part)
        for quotation in reading.quotations
        if quotation.kind is QuotationKind.DIRECT
        for part in quotation.quote
    )
    mine = _words(reading)
    theirs = [list(_words(source.reading)) for source in sources]
    runs = Runs([[token.text.casefold() for token in tokens] for tokens in theirs], SHORTEST)
    found = []
    for stretch in _unquoted(mine, quoted):
        for run in runs.common([token.text.casefold() for token in stretch]):
            last = run.here + run.length - 1
            source = theirs[run.text]
            found.append(
                Copy(
                    span=Span(stretch[run.here].start, stretch[last].end),
                    words=run.length,
                    passage=sources[run.text].passage(
                        Span(source[run.there].start, source[run.there + run.length - 1].end)
                    ),
                )
            )
    return tuple(found)


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
