"""In the draft: what was found in the words of a draft, at its place in the draft with its marks."""

from dataclasses import replace

from beleg.terms.finding import Finding
from beleg.terms.report import CheckedSentence, Report
from beleg.terms.unit import Unit
from beleg.text.written import Written


def report(found: Report, text: Written) -> Report:
    """Return the report on a draft's words with every span and all words as they stand in the draft.

    A suggestion for words that a link lies among is dropped: put in their place, it would take the link away. The kind
    of a sentence's block becomes that of the draft's.
    """
    if text.laid_out == text.blocks and text.words == text.content:
        return found
    findings = {finding: _finding(finding, text) for finding in found.findings}
    return replace(
        found,
        findings=tuple(findings[finding] for finding in found.findings),
        sentences=tuple(_sentence(sentence, text, findings) for sentence in found.sentences),
    )


def _finding(finding: Finding, text: Written) -> Finding:
    span = text.whole(finding.span)
    unmarked = span.of(text.content) == finding.span.of(text.words)
    return replace(finding, start=span.start, end=span.end, suggestion=finding.suggestion if unmarked else "")


def _sentence(sentence: CheckedSentence, text: Written, findings: dict[Finding, Finding]) -> CheckedSentence:
    span = text.whole(sentence.span, sentence=True)
    kind = next((b.kind for b in text.blocks if b.start <= span.start < b.end), sentence.block)
    return replace(
        sentence,
        start=span.start,
        end=span.end,
        text=span.of(text.content),
        block=kind,
        findings=tuple(findings[finding] for finding in sentence.findings),
        units=tuple(_unit(unit, text) for unit in sentence.units),
    )


def _unit(unit: Unit, text: Written) -> Unit:
    span = text.whole(unit.span)
    return replace(unit, start=span.start, end=span.end, text=span.of(text.content))
