"""Opinions in words: what a second judge says, always with its name and that it is a language model."""

from collections.abc import Mapping
from typing import Final

from beleg.publishing.report_wording import wording_in
from beleg.terms.finding import Finding
from beleg.terms.opinion import Answer, Opinion
from beleg.terms.report import Report
from beleg.terms.span import Span
from beleg.terms.wording import Wording

_WHO: Final = Wording(
    de="Zweites Urteil (Sprachmodell {judge}): ", en="Second judge (language model {judge}): "
)
_ANSWERS: Final = {
    Answer.SUPPORTED: Wording(de="belegt.", en="supported."),
    Answer.NOT_SUPPORTED: Wording(de="nicht belegt.", en="not supported."),
    Answer.CANNOT_SAY: Wording(de="nicht zu sagen.", en="cannot say."),
}
_RELIES: Final = Wording(de=" Es beruft sich auf {words}.", en=" It relies on {words}.")
_UNDECIDED: Final = "unsupported_sentence"


def opinion_in(opinion: Opinion, language: str) -> str:
    """The opinion in one line, German for `de`, else English; the reason as the model wrote it."""
    told = _WHO.in_language(language, (("judge", opinion.judge),)) + _ANSWERS[opinion.answer].in_language(
        language
    )
    if opinion.reason:
        told += f" {opinion.reason}"
    if opinion.words:
        told += _RELIES.in_language(language, (("words", wording_in(language).quoted(opinion.words)),))
    return told


def opinions_of(report: Report) -> dict[Span, Opinion]:
    """The opinions of a report by the span of their sentence."""
    return {sentence.span: sentence.opinion for sentence in report.sentences if sentence.opinion is not None}


def opinion_on(finding: Finding, opinions: Mapping[Span, Opinion]) -> Opinion | None:
    """The opinion that bears on a finding: the one about its sentence, if the finding is that words do not carry it."""
    return opinions.get(finding.span) if finding.check == _UNDECIDED else None
