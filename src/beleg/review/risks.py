"""Risks: which sentences a person judges by the sources before they see what the machine says of them.

The three kinds are those in which a machine's "supported" does the most harm when it is wrong: somebody's words, an
accusation against somebody who is named, and a number that the sources do not have exactly so. What is found here goes
by words and marks; `docs/judging.md` says what it misses.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from beleg.language.accusations import accuses
from beleg.language.quantity import Quantity
from beleg.language.registry import language_for
from beleg.language.words import Words
from beleg.terms.judging import Risk
from beleg.terms.passage import Passage
from beleg.terms.report import CheckedSentence, Report
from beleg.terms.revision import SentenceOrigin, sentence_key
from beleg.terms.span import Span
from beleg.text.blocks import blocks
from beleg.text.marks import quotation_marks
from beleg.text.overlaps import Overlaps
from beleg.text.tokens import tokenize

FEWEST_QUOTED = 3
"""Words between quotation marks from which they count as somebody's words; fewer are mostly a name, a title or a
distance.
"""
_SAME = 1e-6
"""Up to which share of themselves two numbers are the same."""
_REMEMBERED = 4096
"""Sentences and passages of which is kept what they hold: the review of a dossier is asked for again at every page."""


def risks_of(
    report: Report, content: str, origins: Iterable[SentenceOrigin] = ()
) -> tuple[tuple[Risk, ...], ...]:
    """Return for every sentence of a report on `content` why it has to be judged first, in their order; mostly empty.

    Nothing has to be where there are no sources to judge by. Where none could be compared, only what a language model
    worded after an original has to be (`originals`), and not for its numbers: those of another language are not
    compared here.
    """
    to_read = originals(report, origins)
    if not (report.sources or to_read) or not report.sentences:
        return tuple(() for _ in report.sentences)
    quoted = Overlaps((span, span) for span in _quoted(content))
    surnames = {name for sentence in report.sentences for name in _people(sentence.text, report.language)}
    return tuple(
        tuple(
            risk
            for risk in _found(each, quoted, surnames, report.language)
            if report.sources or (risk is not Risk.NUMBER and sentence_key(each.text) in to_read)
        )
        for each in report.sentences
    )


def originals(report: Report, origins: Iterable[SentenceOrigin]) -> Mapping[str, tuple[Passage, ...]]:
    """Return what a language model worded sentences after, by the key of the sentence, where no source could be
    compared.

    That is so of a translation: its original is in a language that it is not compared with. Empty where sources were
    compared.
    """
    if report.sources:
        return {}
    return {sentence_key(one.text): one.passages for one in origins if one.to_read and one.passages}


def _found(
    sentence: CheckedSentence, quoted: Overlaps[Span], surnames: set[str], language: str
) -> Iterable[Risk]:
    if next(quoted.at(sentence.span), None) is not None:
        yield Risk.QUOTATION
    if accuses(sentence.text, language) and _names_somebody(sentence.text, surnames, language):
        yield Risk.ACCUSATION
    if _has_inexact_number(sentence, language):
        yield Risk.NUMBER


@lru_cache(maxsize=64)
def _quoted(content: str) -> tuple[Span, ...]:
    """The stretches of a text in quotation marks that are long enough to be somebody's words."""
    marked = quotation_marks(content, blocks(content)).marked
    return tuple(
        Span(one.start, one.end)
        for one in marked
        if sum(token.text[0].isalnum() for part in one.parts for token in tokenize(part.of(content)))
        >= FEWEST_QUOTED
    )


def _names_somebody(text: str, surnames: set[str], language: str) -> bool:
    """Whether a sentence names a person in full, or by the surname of one whom the text names in full."""
    if _people(text, language):
        return True
    return any(token.text in surnames for token in tokenize(text))


@lru_cache(maxsize=_REMEMBERED)
def _people(text: str, language: str) -> tuple[str, ...]:
    """The surnames of the persons a sentence names in full or with a title."""
    known = language_for(language)
    if known is None:
        return ()
    return tuple(somebody.surname for somebody in known.people(Words.of(tokenize(text))))


def _has_inexact_number(sentence: CheckedSentence, language: str) -> bool:
    theirs = [number for passage in _passages(sentence) for number in _numbers(passage.text, language)]
    return any(not any(_same(mine, other) for other in theirs) for mine in _numbers(sentence.text, language))


def _passages(sentence: CheckedSentence) -> Sequence[Passage]:
    return (*sentence.evidence, *(passage for finding in sentence.findings for passage in finding.evidence))


@lru_cache(maxsize=_REMEMBERED)
def _numbers(text: str, language: str) -> tuple[Quantity, ...]:
    known = language_for(language)
    if known is None:
        return ()
    return tuple(number for number in known.quantities(tokenize(text)) if not number.indefinite)


def _same(mine: Quantity, theirs: Quantity) -> bool:
    """Whether two numbers are the same to the digit, in the same unit and limited in the same way ("rund", "mehr
    als").
    """
    if (mine.unit, mine.bound) != (theirs.unit, theirs.bound):
        return False
    return all(
        abs(one - other) <= _SAME * max(abs(one), abs(other), _SAME)
        for one, other in ((mine.value, theirs.value), (mine.upper, theirs.upper))
    )
