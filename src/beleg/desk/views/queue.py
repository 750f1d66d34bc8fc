"""Queue: what waits for a person, worst first, and what was and was not checked."""

from dataclasses import dataclass

from beleg.checks.catalogue import message_in, title_in
from beleg.desk.views.coverage import CoverageView, coverage_view
from beleg.desk.views.draft import DraftView, Row
from beleg.desk.views.states import severity_words
from beleg.desk.wording import Wording
from beleg.review.open_things import waiting_alone
from beleg.terms.finding import Severity
from beleg.terms.report import Report
from beleg.terms.review import FindingState, Review, ReviewedFinding, SentenceState


@dataclass(frozen=True, slots=True)
class QueuedFinding:
    """A finding in the queue with the sentence it leads to (empty anchor: it lies on none)."""

    key: str
    title: str
    message: str
    words: str
    sentence: str
    anchor: str
    state: FindingState
    reason: str
    by: str
    blocks: bool
    """Whether it keeps the text from being signed."""
    doubted_by: tuple[str, ...] = ()
    """Names of those who judged that the sources do not say its sentence."""


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity."""

    kind: str
    title: str
    findings: tuple[QueuedFinding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """Everything that waits, and everything that was decided."""

    groups: tuple[Group, ...]
    waiting: tuple[Row, ...]
    """Sentences that a person has to confirm or change; not those that a finding above leads to already."""
    to_judge: tuple[Row, ...]
    """Sentences that the person looking has to judge before they see what was found in them."""
    dismissed: tuple[QueuedFinding, ...]
    confirmed: tuple[Row, ...]
    coverage: CoverageView
    checked: bool


def queue(review: Review, report: Report | None, draft: DraftView, content: str, words: Wording) -> Queue:
    """Sort what the review holds into what waits (errors first, in the order of the text) and what is decided."""
    alone = {one.sentence.start for one in waiting_alone(review)}
    reviewed = sorted(review.findings, key=lambda f: (-f.finding.severity.rank, f.finding.start))
    open_ones = [f for f in reviewed if f.state is not FindingState.DISMISSED]
    groups = tuple(
        Group(
            severity.value,
            severity_words(severity, words),
            tuple(queued(f, draft, content, words) for f in open_ones if f.finding.severity is severity),
        )
        for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTICE)
        if any(f.finding.severity is severity for f in open_ones)
    )
    return Queue(
        groups=groups,
        waiting=tuple(row for row in draft.rows if row.span.start in alone),
        to_judge=tuple(row for row in draft.rows if to_judge(row)),
        dismissed=tuple(
            queued(f, draft, content, words)
            for f in reviewed
            if f.state is FindingState.DISMISSED and not _answered(f, draft.row_of(f))
        ),
        confirmed=tuple(r for r in draft.rows if r.reviewed and r.reviewed.state is SentenceState.CONFIRMED),
        coverage=coverage_view(report, words),
        checked=report is not None,
    )


def to_judge(row: Row) -> bool:
    """Whether the person looking has to judge the sentence before they see more of it."""
    return row.reviewed is not None and row.reviewed.state is SentenceState.TO_JUDGE


def queued(found: ReviewedFinding, draft: DraftView, content: str, words: Wording) -> QueuedFinding:
    """A finding as the queue shows it, worded in the reader's language."""
    row = draft.row_of(found)
    return QueuedFinding(
        key=found.key,
        title=title_in(found.finding.check, words.language),
        message=message_in(found.finding, words.language),
        words=shortened(found.finding.span.of(content)),
        sentence=row.key if row else "",
        anchor=row.anchor if row else "",
        state=found.state,
        reason=found.reason,
        by=found.by,
        blocks=found.finding.severity is not Severity.NOTICE,
        doubted_by=row.doubted_by if row else (),
    )


def _answered(found: ReviewedFinding, row: Row | None) -> bool:
    """Whether a finding was settled by confirming its sentence, which is listed then."""
    confirmed = row is not None and row.reviewed and row.reviewed.state is SentenceState.CONFIRMED
    return bool(confirmed) and found.finding.check == "unsupported_sentence"


def shortened(text: str, longest: int = 90) -> str:
    """Words on one line, with words left out in the middle where they are long; none is cut in two."""
    joined = " ".join(text.split())
    if len(joined) <= longest:
        return joined
    half = longest // 2 - 2
    first, last = joined[: half + 1], joined[-half - 1 :]
    return f"{first.rpartition(' ')[0] or first[:half]} … {last.partition(' ')[2] or last[1:]}"
