"""Judging: who has to say what the sources say of a sentence before they are shown what the machine says of it.

The rule: a sentence of high risk (`beleg.review.risks`) is shown to a person who wrote none of the text first with the
passages of the sources alone, without verdict, finding or mark, and they answer whether the sources say so. Only then
do they see what the machine says, and only then can they dismiss a finding on it or confirm it. Who wrote any of the
text sees findings at once, because they have to mend them.

Why: people who are shown a machine's advice first tend to take it over, its mistakes included ("automation bias";
reviewed by Parasuraman and Manzey 2010, Human Factors 52(3), and by Goddard, Roudsari and Wyatt 2012, Journal of the
American Medical Informatics Association 19(1)). Deciding before the advice is shown is one of the "cognitive forcing
functions" that made people rely less on wrong advice of a machine in the experiment of Buçinca, Malaya and Gajos 2021
(Proceedings of the ACM on Human-Computer Interaction 5, CSCW1).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from beleg.review.already_out import went_out
from beleg.review.assessment import assess, blocks
from beleg.review.authorship import text_authors
from beleg.review.risks import originals
from beleg.terms.dossier import Dossier, Judgement
from beleg.terms.events_judging import SentenceJudged
from beleg.terms.judging import Answer, Risk
from beleg.terms.passage import Passage
from beleg.terms.refusal import Error
from beleg.terms.report import CheckedSentence, Verdict
from beleg.terms.review import Review, ReviewedFinding, ReviewedSentence, SentenceState

_TO_JUDGE = SentenceState.TO_JUDGE
JUDGE_FIRST = "This sentence has to be judged first: whoever wrote none of the text says what the sources say before deciding."


def masked(review: Review, dossier: Dossier, viewer: str) -> Review:
    """Return the review as `viewer` (an account id; empty: nobody's) may see it.

    Sentences they have to judge first stand in it as `SentenceState.TO_JUDGE`, without verdict, findings and decisions,
    with all passages that bear on them in the order of the sources; what is open counts only what is shown. Whatever
    answers a person about a review (a page, a part of one, JSON) has to be made from this, never from the review
    itself. The words of the text and everything about other sentences stay as they are.

    `review` is that of the text as it is recorded in `dossier`; for any other see `masked_as_typed`.
    """
    return _hiding(
        dossier,
        review,
        [_TO_JUDGE if must_judge(review, dossier, one, viewer) else None for one in review.sentences],
    )


def checked_as_told(dossier: Dossier, viewer: str) -> Dossier:
    """Return the dossier with a last check that says nothing of sentences `viewer` has to judge first.

    For figures that are counted from the check: these sentences have no findings in it, and a verdict that is the same
    whatever was found. Only for looking at, and for nothing that is decided or stored.
    """
    words = {one.sentence.text for one in to_judge(dossier, viewer)}
    if not words or not dossier.checks:
        return dossier
    *earlier, last = dossier.checks
    told = [one.finding for one in masked(assess(dossier), dossier, viewer).findings]
    sentences = tuple(
        replace(one, verdict=Verdict.NOT_CHECKABLE, findings=(), decided_by=())
        if one.text in words
        else replace(one, findings=tuple(found for found in one.findings if found in told))
        for one in last.report.sentences
    )
    findings = tuple(found for found in last.report.findings if found in told)
    report = replace(last.report, sentences=sentences, findings=findings)
    return replace(dossier, checks=(*earlier, replace(last, report=report)))


def masked_as_typed(review: Review, recorded: Review, dossier: Dossier, viewer: str) -> Review:
    """Return the review of a text that `viewer` has on the screen and has not saved, as they may see it.

    `dossier` is the dossier as it is recorded, `recorded` the review of its text. Typing is free and leaves no trace:
    whoever types a blank is no author yet, and a sentence without the words that make it one of high risk would tell
    what was found in the sentence it was. So whoever has written none of the recorded text is told nothing new by
    typing: of sentences that stand in the recorded text word for word what they see there, if they are of no high risk
    here either; of all others nothing before they are saved (`SentenceState.UNSAVED`). Authors of the text see
    everything, and so does whoever begins one; the words of a correction note are none of the text.
    """
    if dossier.current is None or viewer in text_authors(dossier):
        return review
    shown = masked(recorded, dossier, viewer)
    states = {sentence.key: sentence.state for sentence in shown.sentences}

    def hidden_as(sentence: ReviewedSentence) -> SentenceState | None:
        if sentence.key not in states:
            return SentenceState.UNSAVED
        to_judge = states[sentence.key] is _TO_JUDGE or must_judge(review, dossier, sentence, viewer)
        return _TO_JUDGE if to_judge else None

    known = {found.key for found in shown.findings}
    told = replace(review, findings=tuple(found for found in review.findings if found.key in known))
    return _hiding(dossier, told, [hidden_as(one) for one in review.sentences])


def _hiding(dossier: Dossier, review: Review, states: Sequence[SentenceState | None]) -> Review:
    """The review with each sentence hidden under its state, or shown (None); findings that touch a hidden one go with
    it.
    """
    hidden = [one.sentence for one, state in zip(review.sentences, states, strict=True) if state]
    if not hidden:
        return review
    findings = tuple(
        found for found in review.findings if not any(_touches(found, sentence) for sentence in hidden)
    )
    check, current = dossier.last_check, dossier.current
    worded_after = originals(check.report, current.sentences) if check and current else {}
    sentences = tuple(
        _masked(one, state, worded_after.get(one.key, ())) if state else one
        for one, state in zip(review.sentences, states, strict=True)
    )
    return replace(
        review,
        findings=findings,
        sentences=sentences,
        open_findings=sum(blocks(found) for found in findings),
        open_sentences=sum(sentence.state.waits for sentence in sentences),
    )


def must_judge(review: Review, dossier: Dossier, sentence: ReviewedSentence, viewer: str) -> bool:
    """Whether `viewer` has to judge the sentence before they see more of it.

    The same words twice in the text are one sentence: of high risk if they are in either place. Nothing is asked of
    what readers have before them already, word for word and with the same evidence, nor after a withdrawal.
    """
    if not (sentence.risks or any(other.risks for other in review.sentences if other.key == sentence.key)):
        return False
    if viewer in text_authors(dossier) or judged(dossier, sentence, viewer) is not None:
        return False
    return not went_out(dossier, sentence)


def to_judge(dossier: Dossier, viewer: str) -> tuple[ReviewedSentence, ...]:
    """Return the sentences of the current text that `viewer` has to judge before they see more of them, in its
    order.
    """
    review = assess(dossier)
    return tuple(one for one in review.sentences if must_judge(review, dossier, one, viewer))


def judged(dossier: Dossier, sentence: ReviewedSentence, viewer: str) -> Judgement | None:
    """Return what `viewer` said of the sentence with exactly the evidence it has now; None if they have not."""
    return next((one for one in judgements_of(dossier, sentence) if one.by == viewer), None)


def judgements_of(dossier: Dossier, sentence: ReviewedSentence) -> tuple[Judgement, ...]:
    """Return what people said of the sentence with exactly the evidence it has now, in the order of the record."""
    return tuple(
        one
        for one in dossier.judgements
        if (one.event.sentence, one.event.evidence) == (sentence.key, sentence.evidence_key)
    )


def judgement(
    dossier: Dossier, key: str, answer: Answer, *, by: str, evidence: str = "", verdict_shown: bool
) -> SentenceJudged:
    """Return the event of `by` saying whether the sources say a sentence of the current text.

    `evidence` is the key of the evidence they had before them (empty: whatever it has), `verdict_shown` whether they
    had been shown a verdict on it. Raises Error if there is no such sentence or it need not be judged, if it has other
    evidence by now, if `by` has judged it already, or wrote any of the text and so has seen the findings.
    """
    review = assess(dossier)
    found = next((sentence for sentence in review.sentences if sentence.key == key), None)
    if found is None:
        raise Error(f"There is no sentence {key[:16]} in the current text as it was last checked.")
    if by in text_authors(dossier):
        raise Error("Who wrote any of the text has seen what was found in it, and judges none of it.")
    if judged(dossier, found, by) is not None:
        raise Error("You have judged this sentence already; what you said then is in the record.")
    if not must_judge(review, dossier, found, by):
        raise Error("This sentence need not be judged.")
    if evidence and evidence != found.evidence_key:
        raise Error("The sentence has other evidence by now; read it before you judge.")
    return SentenceJudged(
        sentence=key,
        text=found.sentence.text,
        evidence=found.evidence_key,
        answer=answer,
        verdict=found.sentence.verdict,
        before_verdict=not verdict_shown,
        opens=answer is Answer.NO,
    )


def refuse_unjudged(
    review: Review, dossier: Dossier, sentences: Sequence[ReviewedSentence], *, by: str
) -> None:
    """Raise Error if `by` still has to judge one of the sentences they are about to decide about."""
    if any(must_judge(review, dossier, sentence, by) for sentence in sentences):
        raise Error(JUDGE_FIRST)


def refuse_unjudged_finding(review: Review, dossier: Dossier, finding: ReviewedFinding, *, by: str) -> None:
    """Raise Error if `by` still has to judge a sentence that the finding touches."""
    touched = [sentence for sentence in review.sentences if _touches(finding, sentence.sentence)]
    refuse_unjudged(review, dossier, touched, by=by)


def differ(answer: Answer, verdict: Verdict) -> bool:
    """Whether person and machine say different things of a sentence.

    Who cannot tell contradicts nobody, and a machine that found nothing to compare has said nothing.
    """
    if answer is Answer.CANNOT_TELL or verdict is Verdict.NOT_CHECKABLE:
        return False
    return (answer is Answer.YES) is not (verdict is Verdict.SUPPORTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How the sentences of high risk in the current text were judged, with the evidence they have now."""

    sentences: int = 0
    """How many there are; the same words twice are one."""
    before_verdict: int = 0
    """How many of them somebody judged before a verdict on them had been shown to that person."""
    after_verdict: int = 0
    """How many of them were judged only by people to whom a verdict had been shown before."""
    answers: int = 0
    """How many answers were given to them; several people can judge one sentence."""
    differing: int = 0
    """How many of these answers say something else than the machine said at that moment."""


def tally(dossier: Dossier, review: Review) -> Judged:
    """Count how the sentences of high risk in the current text were judged; `review` is the whole one, not a masked
    one.
    """
    risky = {sentence.key: sentence for sentence in review.sentences if sentence.risks}
    given = {key: judgements_of(dossier, sentence) for key, sentence in risky.items()}
    first = {key for key, found in given.items() if any(one.event.before_verdict for one in found)}
    answers = [one.event for found in given.values() for one in found]
    return Judged(
        sentences=len(risky),
        before_verdict=len(first),
        after_verdict=sum(bool(found) for key, found in given.items() if key not in first),
        answers=len(answers),
        differing=sum(differ(one.answer, one.verdict) for one in answers),
    )


def _masked(
    sentence: ReviewedSentence, state: SentenceState, worded_after: tuple[Passage, ...]
) -> ReviewedSentence:
    """A sentence as it is shown to who has to judge it: its words and all passages that bear on it, and nothing else.

    Where no source was compared these are the passages that a language model worded it after. One that is not saved is
    judged by nobody, and has no passages either.
    """
    checked = sentence.sentence
    bearing: set[Passage] = set()
    risks: tuple[Risk, ...] = ()
    if state is _TO_JUDGE:
        risks = sentence.risks
        bearing.update(
            checked.evidence, worded_after, (each for found in checked.findings for each in found.evidence)
        )
    return replace(
        sentence,
        sentence=CheckedSentence(
            start=checked.start,
            end=checked.end,
            text=checked.text,
            verdict=Verdict.NOT_CHECKABLE,
            block=checked.block,
            # In the order of the sources: which passage the machine holds against it would say what it found.
            evidence=tuple(sorted(bearing, key=_place)),
        ),
        state=state,
        reason="",
        by="",
        touched=(),
        doubted=(),
        risks=risks,
        to_read=False,
    )


def _place(passage: Passage) -> tuple[str, int, int]:
    return passage.source, passage.start, passage.end


def _touches(found: ReviewedFinding, sentence: CheckedSentence) -> bool:
    """Whether a finding lies on a sentence; one between two sentences belongs to the one it stands at the end of."""
    finding = found.finding
    if finding.start == finding.end:
        return sentence.start <= finding.start <= sentence.end
    return sentence.span.overlaps(finding.span) or finding in sentence.findings
