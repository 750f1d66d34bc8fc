"""Judging: what a person is asked before they see the machine's verdict, and both side by side afterwards."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from beleg.desk.views.coverage import CoverageView, coverage_view
from beleg.desk.wording import Wording, later
from beleg.review.evidence_seen import has_evidence, unread
from beleg.review.judging import Judged, differ, judged, tally
from beleg.terms.dossier import Dossier
from beleg.terms.judging import Answer, Risk
from beleg.terms.report import Verdict
from beleg.terms.review import Review, ReviewedSentence, SentenceState

_REASONS = {
    Risk.QUOTATION: later("somebody's words in quotation marks"),
    Risk.ACCUSATION: later("a word that accuses, beside the name of a person"),
    Risk.NUMBER: later("a number"),
}
_ANSWERS = {
    Answer.YES: later("the source says so"),
    Answer.NO: later("the source does not say so"),
    Answer.CANNOT_TELL: later("cannot tell"),
}
_VERDICTS = {
    Verdict.SUPPORTED: later("supported by a source"),
    Verdict.DISTORTED: later("a source says it differently"),
    Verdict.UNSUPPORTED: later("found in no source"),
    Verdict.NOT_CHECKABLE: later("nothing could be compared"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a sentence: why, and the key of the evidence that is shown with it."""

    sentence: str
    evidence: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the person looking said of a sentence, what the machine said at that moment, and whether both differ."""

    own: str
    machine: str
    differs: bool
    before_verdict: bool
    opened: bool
    """Whether their No keeps the sentence open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgingView:
    """Judging, for the sentence whose evidence is shown; None where there is nothing of the kind to show."""

    question: Question | None = None
    answered: Answered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What of the evidence of a text somebody has not had in view: in words (empty: nothing), and the keys of the
    sentences.
    """

    said: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """What the page to sign on says of the person looking, and of everybody's judgements."""

    with_evidence: int
    """Sentences that have evidence."""
    unread: int
    """Those of them whose evidence has not been in view of this person, as the page to review counts them."""
    judged: Judged
    own_to_judge: int
    """Sentences that this person could judge before they see what was found in them, and has not."""
    hidden_decisions: int
    """Decisions of others about these sentences, which are not shown to this person yet."""
    coverage: CoverageView


def judging_view(
    reviewed: ReviewedSentence | None, dossier: Dossier, viewer: str, words: Wording
) -> JudgingView:
    """Make what the evidence of a sentence says of judging it; `reviewed` is from the review that `viewer` may see."""
    if reviewed is None:
        return JudgingView()
    if reviewed.state is SentenceState.TO_JUDGE:
        reasons = tuple(words.say(_REASONS[risk]) for risk in reviewed.risks)
        return JudgingView(
            question=Question(sentence=reviewed.key, evidence=reviewed.evidence_key, reasons=reasons)
        )
    own = judged(dossier, reviewed, viewer)
    if own is None:
        return JudgingView()
    event = own.event
    return JudgingView(
        answered=Answered(
            own=words.say(_ANSWERS[event.answer]),
            machine=words.say(_VERDICTS[event.verdict]),
            differs=differ(event.answer, event.verdict),
            before_verdict=event.before_verdict,
            opened=any(one.by == viewer for one in reviewed.doubted),
        )
    )


def looked_at(
    whole: Review,
    shown: Review,
    dossier: Dossier,
    *,
    seen: AbstractSet[tuple[str, str]],
    hidden_decisions: int,
    words: Wording,
) -> LookedAt:
    """Count for the page to sign on.

    `whole` is the review, `shown` what the person looking may see of it, `seen` which evidence was on their screen.
    """
    check = dossier.last_check
    with_evidence = {one.key for one in shown.sentences if has_evidence(one)}
    return LookedAt(
        with_evidence=len(with_evidence),
        unread=len(unread(shown, seen)),
        judged=tally(dossier, whole),
        own_to_judge=shown.to_judge,
        hidden_decisions=hidden_decisions,
        coverage=coverage_view(check.report if check else None, words),
    )


def unread_words(keys: Collection[str], words: Wording) -> str:
    """Of how many sentences the evidence is unread; empty where of none."""
    if not keys:
        return ""
    return words.count(
        "evidence of %(num)s sentence not read", "evidence of %(num)s sentences not read", len(keys)
    )
