"""Assessment: what has been decided about the current revision and what is still open."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from beleg.review.authorship import authors
from beleg.review.doubts import doubts, since
from beleg.review.evidence_seen import evidence_keys
from beleg.review.finding_history import told
from beleg.review.reopening import waiting
from beleg.review.risks import risks_of
from beleg.terms.dossier import Decision, Dossier, Judgement
from beleg.terms.events import FindingDismissed, SentenceConfirmed
from beleg.terms.finding import Finding, Severity
from beleg.terms.judging import Risk
from beleg.terms.reading import BlockKind
from beleg.terms.report import CheckedSentence, Report, Verdict
from beleg.terms.review import (
    FindingState,
    Review,
    ReviewedFinding,
    ReviewedSentence,
    SentenceState,
    Touched,
)
from beleg.terms.revision import Revision, finding_key, sentence_key
from beleg.terms.span import Span
from beleg.text.overlaps import Overlaps

UNSUPPORTED_SENTENCE = "unsupported_sentence"
"""The check that asks of a sentence what confirming it answers; confirming settles its finding."""


def assess(dossier: Dossier) -> Review:
    """Return what the last check of exactly the current content found, with what people decided about it.

    Without such a check there are no findings and sentences, only authors; whether a check is still good for the
    sources there are now is for `beleg.review.signing`. A finding is open while it is an error or a warning and
    nobody dismissed it; an escalated one stays open until somebody other than who escalated it dismisses it.
    """
    check = dossier.last_check
    current = dossier.current
    if check is None or current is None:
        return Review(authors=authors(dossier))
    ground = _ground(dossier, current, check.report)
    findings = tuple(_finding(ground, finding) for finding in check.report.findings)
    risks = risks_of(check.report, current.content, current.sentences)
    placed = Overlaps((found.finding.span, place) for place, found in enumerate(findings))
    sentences = tuple(
        _sentence(ground, sentence, _touching(sentence, findings, placed), risk)
        for sentence, risk in zip(check.report.sentences, risks, strict=True)
    )
    return Review(
        findings=findings,
        sentences=sentences,
        open_findings=sum(blocks(finding) for finding in findings),
        open_sentences=sum(sentence.state.waits for sentence in sentences),
        authors=authors(dossier),
    )


def blocks(reviewed: ReviewedFinding) -> bool:
    """Whether the finding stands in the way of a sign-off; a notice never does."""
    return reviewed.finding.severity is not Severity.NOTICE and reviewed.state is not FindingState.DISMISSED


def keeps_from_confirming(findings: Iterable[ReviewedFinding], sentence: ReviewedSentence) -> bool:
    """Whether one of the findings lies on the sentence, stands in the way of a sign-off and is not settled by
    confirming.

    While there is one, nobody vouches for the sentence: a word for the whole would cover what is open in it.
    """
    return any(
        blocks(found) and found.finding.check != UNSUPPORTED_SENTENCE and _touches(found, sentence.sentence)
        for found in findings
    )


@dataclass(frozen=True)
class _Ground:
    """What every finding and sentence is judged on."""

    content: str
    report: Report
    decisions: tuple[Decision, ...]
    signed: frozenset[str] | None
    """Keys of the sentences signed last; None before the first sign-off."""
    signed_at: int
    """Place of the last sign-off in the record; -1 before the first."""
    evidence: Mapping[str, str]
    """What the evidence of every sentence is called now (`evidence_key`), by the sentence's key."""
    touched: Mapping[str, tuple[Touched, ...]]
    """What became of the sources of sentences, by their keys, that nobody has confirmed the sentence after."""
    doubts: Mapping[str, tuple[Judgement, ...]]
    """Who has judged of which sentence, by its key, that the sources do not say so (`beleg.review.doubts`)."""
    to_read: frozenset[str]
    """Keys of the sentences of the current text that a language model worded (`SentenceOrigin.to_read`)."""

    def reopened(self, key: str) -> bool:
        """Whether a passage of the sentence changed, or it is none of those signed last (never before the first
        sign-off).
        """
        return key in self.touched or (self.signed is not None and key not in self.signed)

    def confirmation(self, key: str) -> Decision | None:
        """The newest confirmation of a sentence that counts.

        One from before the last sign-off does not revive a sentence that the signed text no longer had, and none counts
        that was given to other evidence, or from before a passage of the sentence changed or somebody judged that the
        sources do not say so.
        """
        given = self._given(key)
        if given is None or not self.holds(given) or key in self.touched or self.doubted(key):
            return None
        return given

    def doubted(self, key: str, *decided: Decision) -> tuple[Judgement, ...]:
        """The doubts about a sentence that are newer than these decisions about it, and than a confirmation that
        holds.
        """
        given = self._given(key)
        confirmed = (given,) if given and self.holds(given) else ()
        return since(self.doubts.get(key, ()), (*decided, *confirmed))

    def decided(self, *keys: str) -> tuple[Decision, ...]:
        """The decisions about the findings and sentences with these keys that hold, in their order."""
        found = [decision for key in keys for decision in self._about.get(key, ()) if self.holds(decision)]
        return tuple(sorted(found, key=lambda decision: decision.position))

    def outdated(self, key: str) -> bool:
        """Whether the sentence was confirmed, and has other evidence now."""
        given = self._given(key)
        return given is not None and not self.holds(given)

    def holds(self, decision: Decision) -> bool:
        """Whether a decision is not a confirmation, or one of a sentence whose evidence is still the one it was given
        to.
        """
        event = decision.event
        if not isinstance(event, SentenceConfirmed) or not event.evidence_seen:
            return True
        return event.evidence_seen == self.evidence.get(event.sentence)

    def _given(self, key: str) -> Decision | None:
        """The newest confirmation of a sentence; the newest that holds, if any does."""
        since = self.signed_at if self.reopened(key) else -1
        given = [decision for decision in reversed(self._about.get(key, ())) if decision.position > since]
        return next(filter(self.holds, given), given[0] if given else None)

    @cached_property
    def _about(self) -> Mapping[str, Sequence[Decision]]:
        """All decisions by the key of the finding or the sentence that they are about."""
        about: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in self.decisions:
            event = decision.event
            about[event.sentence if isinstance(event, SentenceConfirmed) else event.finding].append(decision)
        return about


def _ground(dossier: Dossier, current: Revision, report: Report) -> _Ground:
    last = dossier.sign_offs[-1] if dossier.sign_offs else None
    keys: frozenset[str] | None = None
    if last is not None:
        texts = [o.text for r in dossier.revisions if r.number == last.event.number for o in r.sentences]
        keys = frozenset(map(sentence_key, texts))
    evidence = evidence_keys(dossier)
    return _Ground(
        content=current.content,
        report=report,
        decisions=dossier.decisions,
        signed=keys,
        signed_at=last.position if last else -1,
        evidence=evidence,
        touched=waiting(dossier),
        doubts=doubts(dossier, evidence),
        to_read=frozenset(sentence_key(one.text) for one in current.sentences if one.to_read),
    )


def _finding(ground: _Ground, finding: Finding) -> ReviewedFinding:
    text = _home(ground.report, finding)
    key = finding_key(finding.check, text, finding.span.of(ground.content), finding.against)
    sentence = sentence_key(text) if finding.check == UNSUPPORTED_SENTENCE else ""
    confirmed = sentence if ground.confirmation(sentence) else ""
    history = told(ground.decided(key, confirmed), key, confirmed)
    if history.last is None:
        return ReviewedFinding(key=key, finding=finding, state=FindingState.OPEN)
    return ReviewedFinding(
        key=key,
        finding=finding,
        state=FindingState.DISMISSED if history.settled else FindingState.ESCALATED,
        reason=history.last.event.reason,
        by=history.last.by,
    )


def _home(report: Report, finding: Finding) -> str:
    """The words of the first sentence the finding touches; empty for one between the sentences."""
    # Written out, because every finding is held against every sentence.
    start, end = finding.start, finding.end
    return next(
        (
            one.text
            for one in report.sentences
            if (one.start < end and start < one.end) or (one.start <= start and end <= one.end)
        ),
        "",
    )


def _sentence(
    ground: _Ground,
    sentence: CheckedSentence,
    touching: Sequence[ReviewedFinding],
    risks: tuple[Risk, ...],
) -> ReviewedSentence:
    key = sentence_key(sentence.text)
    confirmation = ground.confirmation(key)
    state = _state(ground.report, sentence, touching, confirmed=confirmation is not None)
    doubted = () if confirmation else ground.doubted(key, *_weighed(ground, state, touching))
    if doubted:
        state = SentenceState.OPEN
    reason, by = "", ""
    to_read = confirmation is None and key in ground.to_read
    if to_read:
        state = SentenceState.OPEN  # a machine's word is not enough, nor a dismissed finding
    if confirmation is None and (
        ground.reopened(key) or (state is SentenceState.OPEN and ground.outdated(key))
    ):
        state = SentenceState.REOPENED
    elif confirmation is not None and state is not SentenceState.OPEN:
        state, reason, by = SentenceState.CONFIRMED, confirmation.event.reason, confirmation.by
    elif state is SentenceState.CONFIRMED:  # a distorted one whose findings were all dismissed
        settled = [found for found in touching if found.state is FindingState.DISMISSED]
        reason, by = settled[-1].reason, settled[-1].by
    return ReviewedSentence(
        key=key,
        sentence=sentence,
        state=state,
        reason=reason,
        by=by,
        touched=ground.touched.get(key, ()),
        new_since_signed=ground.signed is not None and key not in ground.signed,
        doubted=doubted,
        risks=risks,
        evidence_key=ground.evidence.get(key, ""),
        to_read=to_read and state.waits,
    )


def _weighed(
    ground: _Ground, state: SentenceState, touching: Sequence[ReviewedFinding]
) -> tuple[Decision, ...]:
    """The decisions by which a distorted sentence was vouched for: dismissals of what a source was held against it for.

    Who dismisses a comma or a notice, or passes a finding on, has not decided whether the sources say so.
    """
    if state is not SentenceState.CONFIRMED:
        return ()
    held = (f.key for f in touching if f.finding.evidence and f.finding.severity is not Severity.NOTICE)
    return tuple(one for one in ground.decided(*held) if isinstance(one.event, FindingDismissed))


def _state(
    report: Report, sentence: CheckedSentence, touching: Sequence[ReviewedFinding], *, confirmed: bool
) -> SentenceState:
    """Where a sentence stands by its verdict, before it is asked whether an edit reopened it."""
    vouched = SentenceState.CONFIRMED if confirmed else SentenceState.OPEN
    match sentence.verdict:
        case Verdict.SUPPORTED:
            return SentenceState.SUPPORTED
        case Verdict.UNSUPPORTED:
            return vouched
        case Verdict.DISTORTED:
            serious = [found for found in touching if found.finding.severity is not Severity.NOTICE]
            if not serious:
                return vouched
            return SentenceState.OPEN if any(blocks(found) for found in serious) else SentenceState.CONFIRMED
        case Verdict.NOT_CHECKABLE:
            if sentence.block in (BlockKind.HEADLINE, BlockKind.SUBHEAD):
                return SentenceState.NOTHING_TO_CHECK
            # With nothing to hold it against, the machine cannot know that it asserts nothing.
            comparable = bool(report.sources and report.language)
            return SentenceState.NOTHING_TO_CHECK if comparable else vouched


def _touching(
    sentence: CheckedSentence, findings: Sequence[ReviewedFinding], placed: Overlaps[int]
) -> tuple[ReviewedFinding, ...]:
    """The findings that touch a sentence, in their order; `placed` are their numbers by where they lie."""
    touching = set(placed.at(Span(sentence.start, sentence.end)))
    elsewhere = [own for own in sentence.findings if own.end <= sentence.start or sentence.end <= own.start]
    if elsewhere:
        touching.update(place for place, found in enumerate(findings) if found.finding in elsewhere)
    return tuple(findings[place] for place in sorted(touching))


def _touches(found: ReviewedFinding, sentence: CheckedSentence) -> bool:
    finding = found.finding
    overlaps = sentence.start < finding.end and finding.start < sentence.end
    return overlaps or finding in sentence.findings
