"""Deciding: what a person may decide about a finding or a sentence of the current text, and the event it becomes."""

from beleg.review.assessment import assess, keeps_from_confirming
from beleg.review.evidence_seen import evidence_keys
from beleg.review.finding_history import escalated_by
from beleg.review.judging import refuse_unjudged, refuse_unjudged_finding
from beleg.terms.dossier import Dossier
from beleg.terms.events import FindingDismissed, FindingEscalated, SentenceConfirmed
from beleg.terms.refusal import Error
from beleg.terms.review import FindingState, Review, ReviewedFinding, SentenceState

LONGEST_REASON = 2000
"""Characters a reason may have."""
_LEFT_TO_OTHERS = "Who passed a finding on cannot settle it; somebody else has to, or the text has to change."


def dismissal(dossier: Dossier, key: str, reason: str, *, by: str) -> FindingDismissed:
    """Return the event of `by` dismissing a finding of the current text, with a reason.

    Raises Error if there is no such finding or no reason, if it is settled already, if `by` passed it on
    and so has left the decision to somebody else, or if `by` still has to judge its sentence (`beleg.review.judging`).
    """
    review = assess(dossier)
    reviewed = _finding(review, key)
    refuse_unjudged_finding(review, dossier, reviewed, by=by)
    if by in escalated_by(dossier, key):
        raise Error(_LEFT_TO_OTHERS)
    if reviewed.state is FindingState.DISMISSED:
        raise Error("The finding is settled already.")
    return FindingDismissed(
        finding=key,
        check=reviewed.finding.check,
        words=_words(dossier, reviewed),
        reason=reason_given(reason),
    )


def escalation(dossier: Dossier, key: str, reason: str) -> FindingEscalated:
    """Return the event of passing a finding of the current text on, with a reason; a settled one opens again.

    Raises Error if there is no such finding or no reason, or if it has been passed on already.
    """
    reviewed = _finding(assess(dossier), key)
    if reviewed.state is FindingState.ESCALATED:
        raise Error("The finding has been passed on already.")
    return FindingEscalated(
        finding=key,
        check=reviewed.finding.check,
        words=_words(dossier, reviewed),
        reason=reason_given(reason),
    )


def confirmation(
    dossier: Dossier, key: str, reason: str, *, by: str, evidence: str | None = None
) -> SentenceConfirmed:
    """Return the event of `by` vouching for a sentence of the current text, with a reason.

    `evidence` is the key of the evidence they had before them (None: whatever it has); with other evidence by now they
    have not seen what they would vouch for. Raises Error then, if there is no such sentence or no reason, if the
    sentence has been confirmed already or does not wait for anybody, if a finding on it is open that confirming does
    not settle, if `by` passed one of its findings on and so has left the decision to somebody else, or if `by` still
    has to judge it (`beleg.review.judging`).
    """
    review, seen = assess(dossier), evidence_keys(dossier).get(key, "")
    # The same words can stand in the text twice, with a finding on one of them only.
    same = [sentence for sentence in review.sentences if sentence.key == key]
    waiting = (sentence for sentence in same if sentence.state.waits)
    found = next(waiting, same[0] if same else None)
    if found is None:
        raise Error(f"There is no sentence {key[:16]} in the current text as it was last checked.")
    refuse_unjudged(review, dossier, same, by=by)
    if found.state is SentenceState.CONFIRMED:
        raise Error("The sentence has been confirmed already.")
    if not found.state.waits:
        raise Error("The sentence does not wait for a confirmation.")
    if any(keeps_from_confirming(review.findings, sentence) for sentence in same):
        raise Error("The sentence cannot be confirmed while another finding on it is open.")
    on_it = [each for each in review.findings if each.finding.span.overlaps(found.sentence.span)]
    if any(by in escalated_by(dossier, each.key) for each in on_it):
        raise Error(_LEFT_TO_OTHERS)
    if evidence not in (None, seen):
        raise Error("The sentence has other evidence by now; read it before you confirm the sentence.")
    return SentenceConfirmed(
        sentence=key,
        text=found.sentence.text,
        reason=reason_given(reason),
        evidence_seen=seen,
    )


def waits_for_others(dossier: Dossier, sentence_key: str) -> bool:
    """Whether a finding on a sentence of the current text was escalated: then confirming it decides that as well."""
    review = assess(dossier)
    spans = [each.sentence.span for each in review.sentences if each.key == sentence_key]
    return any(
        finding.state is FindingState.ESCALATED and any(finding.finding.span.overlaps(span) for span in spans)
        for finding in review.findings
    )


def _finding(review: Review, key: str) -> ReviewedFinding:
    found = next((finding for finding in review.findings if finding.key == key), None)
    if found is None:
        raise Error(f"There is no finding {key[:16]} in the current text as it was last checked.")
    return found


def _words(dossier: Dossier, reviewed: ReviewedFinding) -> str:
    return reviewed.finding.span.of(dossier.current.content) if dossier.current else ""


def reason_given(reason: str) -> str:
    """Return a reason as the record keeps it. Raises Error if there is none, or if it is too long."""
    reason = reason.strip()
    if not reason:
        raise Error("A reason is needed; the record keeps why somebody decided.")
    if len(reason) > LONGEST_REASON:
        raise Error(f"The reason has {len(reason)} characters; at most {LONGEST_REASON} can be kept.")
    return reason
