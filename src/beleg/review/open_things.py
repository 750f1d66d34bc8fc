"""Open things: what there is to decide in a text, counted once, the same way on every page."""

from collections.abc import Sequence

from beleg.review.assessment import blocks
from beleg.terms.report import CheckedSentence
from beleg.terms.review import Review, ReviewedFinding, ReviewedSentence, SentenceState

_WAITING = (SentenceState.OPEN, SentenceState.REOPENED)


def waiting_alone(review: Review) -> tuple[ReviewedSentence, ...]:
    """Return the sentences that wait for a person and that no open finding leads to, in the order of the text.

    With the open findings they are all there is to decide: a sentence that waits because of a finding is counted with
    that.
    """
    open_findings = [found for found in review.findings if blocks(found)]
    return tuple(
        one for one in review.sentences if one.state in _WAITING and not _lies_on(open_findings, one.sentence)
    )


def _lies_on(findings: Sequence[ReviewedFinding], sentence: CheckedSentence) -> bool:
    """Whether one of the findings lies on the sentence; one without words between two belongs to the one it ends."""
    return any(
        sentence.start <= found.finding.start <= sentence.end
        if found.finding.start == found.finding.end
        else sentence.span.overlaps(found.finding.span) or found.finding in sentence.findings
        for found in findings
    )
