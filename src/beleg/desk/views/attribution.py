"""Attribution: who says a passage, to whom, and through whom it came to be where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.kept import READINGS
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.span import Span
from beleg.text.written import written

_MOST = 3
"""Attributions shown of one passage: a person has to decide about it, not to study it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something: `speaker` in the words of the text, empty where it names nobody.

    `how` says in what form the words are given and whether they were spoken, thought or written; `passed_on` are those
    who pass them on, the nearest to the speaker first. The last link, the text it all stands in, is not among them.
    """

    speaker: str
    how: str
    addressee: str
    passed_on: tuple[str, ...]


def said_in_source(text: str, span: Span, language: str, words: Wording) -> tuple[Attribution, ...]:
    """Who says what stands in a stretch of a source; none where the reader made out no speaker."""
    return _said(text, READINGS.reading(text, language).quotations, span, words)


def said_in_draft(
    content: str, quotations: Sequence[Quotation], span: Span, words: Wording
) -> tuple[Attribution, ...]:
    """Who says a sentence of a draft with these quotations in its words; none where the reader made out no speaker."""
    text = written(content)
    return _said(text.words, quotations, text.in_words(span), words)


def _said(text: str, quotations: Sequence[Quotation], span: Span, words: Wording) -> tuple[Attribution, ...]:
    told = (_told(text, one, words) for one in quotations if one.span.overlaps(span))
    return tuple(dict.fromkeys(told))[:_MOST]


def _told(text: str, quotation: Quotation, words: Wording) -> Attribution:
    return Attribution(
        speaker=_named(text, quotation.referent or quotation.speaker),
        how=_how(quotation, words),
        addressee=_named(text, quotation.addressee),
        passed_on=tuple(_named(text, outer) for outer in quotation.chain),
    )


def _named(text: str, spans: Sequence[Span]) -> str:
    return " ".join(" ".join(span.of(text).split()) for span in spans)


def _how(quotation: Quotation, words: Wording) -> str:
    if quotation.medium is Medium.THOUGHT:
        return words.say("thought, not said")
    verbatim = quotation.kind is QuotationKind.DIRECT
    if quotation.medium is Medium.WRITING:
        return words.say("in writing, word for word") if verbatim else words.say("in writing, in substance")
    return words.say("word for word") if verbatim else words.say("in substance")
