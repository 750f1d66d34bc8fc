"""Selected: the sentence (or finding) a person looks at, with its evidence and what can be done about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from beleg.checks.catalogue import check_named, message_in, title_in
from beleg.desk.views.attribution import Attribution, said_in_draft, said_in_source
from beleg.desk.views.draft import DraftView, Names, Row
from beleg.desk.views.evidence import PassageView, Words, differing, have_nothing_in_common, passages
from beleg.desk.views.queue import to_judge
from beleg.desk.views.source_changes import PassageChangeView, touched_views
from beleg.desk.views.states import severity_words
from beleg.desk.wording import Wording
from beleg.review.assessment import UNSUPPORTED_SENTENCE, keeps_from_confirming
from beleg.terms.finding import Finding
from beleg.terms.quotation import Quotation
from beleg.terms.report import Verdict
from beleg.terms.review import FindingState, ReviewedFinding
from beleg.terms.source import Source
from beleg.terms.span import Span
from beleg.text.written import worded


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingDetail:
    """A finding with everything a person needs to decide about it.

    `words` are the flagged words, marked where the suggestion or a passage has others or more; `suggested` are those of
    the suggestion, marked where the text has others or none; `own_escalation` means that the person looking passed it
    on, so that somebody else has to dismiss it.
    """

    key: str
    kind: str
    severity: str
    title: str
    message: str
    words: tuple[Words, ...]
    suggested: tuple[Words, ...]
    passages: tuple[PassageView, ...]
    state: FindingState
    reason: str
    by: str
    own_escalation: bool
    asks_confirmation: bool
    """Whether it asks the same as the sentence itself, and is settled by confirming that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What the evidence pane shows. `row` is None for a finding that lies on no sentence."""

    row: Row | None
    findings: tuple[FindingDetail, ...]
    said: tuple[Attribution, ...]
    """Who says the sentence in the draft, as far as the reader made that out."""
    passages: tuple[PassageView, ...]
    """Passages the sentence rests on that no finding has shown already."""
    cited_elsewhere: bool
    """Whether somebody else says it in one of the passages."""
    to_confirm: bool
    """Whether the person looking can confirm the sentence now."""
    settle_first: bool
    """Whether the sentence waits, but a finding on it has to be settled before anybody can confirm it."""
    confirmed_by: str
    confirmed_because: str
    touched: tuple[tuple[str, tuple[PassageChangeView, ...]], ...]
    """What became of the sources of a sentence that waits because of it, and of the passages it rested on."""
    to_judge: bool
    """Whether the person looking has to judge the sentence before they see more of it."""
    onward: str
    """Anchor of the next sentence that waits for a person; empty if none does."""


def selected(
    at: str,
    draft: DraftView,
    content: str,
    *,
    quotations: Sequence[Quotation],
    language: str,
    sources: tuple[Source, ...],
    names: Names,
    viewer: str,
    words: Wording,
) -> Selected | None:
    """What `at` (a sentence's anchor or a finding's key) points to; by default the first thing that waits.

    `quotations` are those in the words of the text. `language` is the draft's, and that of every source it was compared
    with. None if there is no text, or nothing was asked for and nothing waits.
    """
    row = next((row for row in draft.rows if row.anchor == at), None)
    loose = next((found for found in draft.loose if found.key == at), None)
    if row is None and loose is None:
        row = next((row for row in draft.rows if _waits(row)), None)
        if row is None and draft.loose:
            loose = draft.loose[0]
    if row is None and loose is None:
        return None
    found = row.findings if row else tuple(f for f in (loose,) if f)

    def attributed(views: Iterable[PassageView]) -> tuple[PassageView, ...]:
        texts = {source.id: source.text for source in sources}
        return tuple(
            replace(
                one,
                said=said_in_source(texts[one.source_id], Span(one.start, one.end), language, words),
            )
            for one in views
        )

    details = tuple(
        replace(detail, passages=attributed(detail.passages))
        for detail in (
            _detail(f, content, sources=sources, names=names, viewer=viewer, words=words) for f in found
        )
    )
    shown = {(view.source_id, view.start, view.end) for detail in details for view in detail.passages}
    sentence = row.reviewed.sentence if row and row.reviewed else None
    bearing = sentence.evidence if sentence else ()
    if row and row.reviewed and row.reviewed.to_read and not bearing:
        bearing = row.written_from  # a translation: its original is in a language that is not compared
    rest = passages(bearing, sources) if row and sentence and _rests_on_sources(row) else ()
    others = attributed(view for view in rest if (view.source_id, view.start, view.end) not in shown)
    waiting = bool(row and row.reviewed and row.reviewed.state.waits)
    # The same words twice in the text are one sentence to the record.
    same = [other for other in draft.rows if row and other.key == row.key]
    held_up = any(r.reviewed and keeps_from_confirming(r.findings, r.reviewed) for r in same)
    own = any(detail.asks_confirmation and detail.own_escalation for detail in details)
    return Selected(
        row=row,
        findings=details,
        said=said_in_draft(content, quotations, row.span, language, words) if row else (),
        passages=others,
        cited_elsewhere=any(view.said for view in (*others, *(v for d in details for v in d.passages))),
        to_confirm=waiting and not held_up and not own,
        settle_first=waiting and held_up,
        confirmed_by=names.name(row.reviewed.by) if row and row.reviewed and row.reviewed.by else "",
        confirmed_because=row.reviewed.reason if row and row.reviewed else "",
        touched=touched_views(row.reviewed.touched, words) if row and row.reviewed else (),
        to_judge=bool(row and to_judge(row)),
        onward=_onward(draft, row),
    )


def _rests_on_sources(row: Row) -> bool:
    """Whether the passages nearest to a sentence belong beside what was found.

    Not where everything found is about the text alone (a chatbot's words, a stray character) and no source supports
    the sentence: the nearest passages then have nothing to do with it.
    """
    if row.reviewed and row.reviewed.sentence.verdict is Verdict.SUPPORTED:
        return True
    checks = [check_named(found.finding.check) for found in row.findings]
    return not checks or any(check is None or check.needs_sources for check in checks)


def _detail(
    found: ReviewedFinding,
    content: str,
    *,
    sources: tuple[Source, ...],
    names: Names,
    viewer: str,
    words: Wording,
) -> FindingDetail:
    finding = found.finding
    flagged = worded(finding.span.of(content))  # the address of a link is in no source
    return FindingDetail(
        key=found.key,
        kind=finding.severity.value,
        severity=severity_words(finding.severity, words),
        title=title_in(finding.check, words.language),
        message=message_in(finding, words.language),
        words=_marked(flagged, finding),
        suggested=_suggested(flagged, finding.suggestion),
        passages=passages(finding.evidence, sources, flagged, finding.suggestion),
        state=found.state,
        reason=found.reason,
        by=names.name(found.by) if found.by else "",
        own_escalation=found.state is FindingState.ESCALATED and found.by == viewer,
        asks_confirmation=finding.check == UNSUPPORTED_SENTENCE,
    )


def _marked(flagged: str, finding: Finding) -> tuple[Words, ...]:
    """The flagged words, marked where they differ from the suggestion, else from the first passage; all of them where
    wholly others belong in their place.
    """
    if not finding.evidence:
        return (Words(flagged),)
    if finding.suggestion and have_nothing_in_common(flagged, finding.evidence[0].text):
        return (Words(flagged, True),)
    beside_suggestion = differing(flagged, finding.suggestion, gaps=True) if finding.suggestion else ()
    if any(piece.differs or piece.gap for piece in beside_suggestion):
        return beside_suggestion
    return differing(flagged, finding.evidence[0].text)


def _suggested(flagged: str, suggestion: str) -> tuple[Words, ...]:
    """The suggested words; those that the text has not are marked, or all if it has none of them."""
    if suggestion and have_nothing_in_common(flagged, suggestion):
        return (Words(suggestion, True),)
    return differing(suggestion, flagged)


def _waits(row: Row) -> bool:
    if any(found.state is not FindingState.DISMISSED for found in row.findings):
        return True
    if to_judge(row):
        return True
    return bool(row.reviewed and row.reviewed.state.waits)


def _onward(draft: DraftView, row: Row | None) -> str:
    """The next sentence that waits after `row`; from the last one on again at the top."""
    rows = draft.rows
    start = rows.index(row) + 1 if row in rows else 0
    return next(
        (other.anchor for other in (*rows[start:], *rows[:start]) if other != row and _waits(other)), ""
    )
