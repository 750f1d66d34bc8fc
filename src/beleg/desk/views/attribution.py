"""Attribution: who says a passage, to whom, and through whom it came to be where it stands."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleg.desk.wording import Wording
from beleg.kept import READINGS
from beleg.language.registry import language_read
from beleg.terms.quotation import Medium, Quotation, QuotationKind
from beleg.terms.span import Span
from beleg.text.written import written

_BEFORE = 80
"""Code points before a name in which its preposition is looked for."""
_MOST = 3
"""Attributions shown of one passage: a person has to decide about it, not to study it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says something: `speaker` in the words of the text, empty where it names nobody. Words that are declined for
    a preposition come with it ("nach Angaben der Stadt"), because "der Stadt" alone would name nobody properly.

    `how` says in what form the words are given and whether they were spoken, thought or written; `passed_on` are those
    who pass them on, the nearest to the speaker first. The last link, the text it all stands in, is not among them.
    """

    speaker: str
    how: str
    addressee: str
    passed_on: tuple[str, ...]


def said_in_source(text: str, span: Span, language: str, words: Wording) -> tuple[Attribution, ...]:
    """Who says what stands in a stretch of a source; none where the reader made out no speaker."""
    reading = READINGS.reading(text, language)
    return _said(text, reading.quotations, span, reading.language, words)


def said_in_draft(
    content: str, quotations: Sequence[Quotation], span: Span, language: str, words: Wording
) -> tuple[Attribution, ...]:
    """Who says a sentence of a draft with these quotations in its words; none where the reader made out no speaker."""
    text = written(content)
    return _said(text.words, quotations, text.in_words(span), language, words)


def _said(
    text: str, quotations: Sequence[Quotation], span: Span, language: str, words: Wording
) -> tuple[Attribution, ...]:
    here = [one for one in quotations if one.span.overlaps(span)]
    if not here:
        return ()
    names = _Names(text, language)
    return tuple(dict.fromkeys(_told(names, one, words) for one in here))[:_MOST]


def _told(names: "_Names", quotation: Quotation, words: Wording) -> Attribution:
    return Attribution(
        speaker=names.speaker(quotation),
        how=_how(quotation, words),
        addressee=names.as_it_stands(quotation.addressee),
        passed_on=tuple(names.with_preposition(outer) for outer in quotation.chain),
    )


class _Names:
    """What to call those whom a text names."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        lexicon = language_read(language).lexicon
        self._determiners = lexicon.determiners
        first = (*(" ".join(phrase) for phrase in lexicon.according), *lexicon.account_prepositions)
        self._leading = _phrases(first, r"(?<!\w)(?:{})\s+(?:\w+\s+){{0,2}}$")
        self._following = _phrases(lexicon.according_after, r"\s+(?:{})(?!\w)")

    def as_it_stands(self, spans: Sequence[Span]) -> str:
        return " ".join(" ".join(span.of(self._text).split()) for span in spans)

    def speaker(self, quotation: Quotation) -> str:
        named = quotation.referent or quotation.speaker
        within = len(named) == len(quotation.speaker) == 1 and quotation.speaker[0].covers(named[0])
        return self.with_preposition(quotation.speaker if within and self._begins(named) else named)

    def _begins(self, spans: Sequence[Span]) -> bool:
        """Whether the words begin with an article or the like."""
        return self.as_it_stands(spans).partition(" ")[0].lower() in self._determiners

    def with_preposition(self, spans: Sequence[Span]) -> str:
        """The words, with the preposition that they are declined for, and what stands between, where they begin with an
        article.
        """
        if len(spans) != 1 or not self._begins(spans):
            return self.as_it_stands(spans)
        (span,) = spans
        leading = self._leading.search(self._text, max(0, span.start - _BEFORE), span.start)
        following = self._following.match(self._text, span.end)
        if not leading and not following:
            return self.as_it_stands(spans)
        whole = Span(leading.start() if leading else span.start, following.end() if following else span.end)
        said = self.as_it_stands((whole,))
        return said[0].lower() + said[1:]


def _phrases(words: Iterable[str], pattern: str) -> re.Pattern[str]:
    return re.compile(
        pattern.format("|".join(map(re.escape, sorted(words, key=len, reverse=True)))), re.IGNORECASE
    )


def _how(quotation: Quotation, words: Wording) -> str:
    if quotation.medium is Medium.THOUGHT:
        return words.say("thought, not said")
    verbatim = quotation.kind is QuotationKind.DIRECT
    if quotation.medium is Medium.WRITING:
        return words.say("in writing, word for word") if verbatim else words.say("in writing, in substance")
    return words.say("word for word") if verbatim else words.say("in substance")
