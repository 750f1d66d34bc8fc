"""Laid: a text as the review editor needs it, sentence by sentence, with what was found in it.

All places count Unicode code points of the text.
"""

import json
from dataclasses import asdict, dataclass

from markupsafe import Markup

from beleg.checks.catalogue import message_in, title_in
from beleg.desk.views.draft import DraftView, Names, Row
from beleg.desk.wording import Wording
from beleg.newsroom.live_review import Clash
from beleg.terms.review import Review, ReviewedFinding
from beleg.terms.revision import Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidState:
    """Where a sentence stands: `kind` picks the colour, `words` say it."""

    kind: str
    mark: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSentence:
    """A sentence; `verdict` is empty where it was not checked, `by` is the name of who changed it last."""

    key: str
    anchor: str
    start: int
    end: int
    verdict: str
    state: LaidState
    origin: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidFinding:
    """A finding; `anchor` is that of the first sentence it lies on, empty if on none."""

    key: str
    anchor: str
    check: str
    title: str
    severity: str
    start: int
    end: int
    message: str
    suggestion: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOpen:
    """How much waits for a person."""

    findings: int
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidConflict:
    """A place `[start, end)` that two people changed: theirs stand there, `by` is the name of who has them."""

    start: int
    end: int
    mine: str
    theirs: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A text with what is known of it; `checked` is False where no check of it is on record."""

    content_sha256: str
    checked: bool
    sentences: tuple[LaidSentence, ...]
    findings: tuple[LaidFinding, ...]
    open: LaidOpen


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidSaved(Laid):
    """A revision: its text, and what became of an edit that was saved into it.

    `base` is what the next edit starts from. `merged` says that others' edits are in it, or stand in the place of some;
    `others` are the names of who made them.
    """

    content: str
    base: str
    revision: int
    merged: bool = False
    others: tuple[str, ...] = ()
    conflicts: tuple[LaidConflict, ...] = ()

    @property
    def embedded(self) -> Markup:
        """It as JSON for a data block of a page: nothing in it can end the block."""
        written = json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))
        for sign in "<>&\u2028\u2029":
            written = written.replace(sign, f"\\u{ord(sign):04x}")
        return Markup(written)  # noqa: S704  # every sign that means anything to HTML was replaced


def laid(revision: Revision, review: Review, draft: DraftView, words: Wording) -> Laid:
    """Lay a text out as it was looked at; `draft` is the same as a page shows it."""
    return Laid(
        content_sha256=revision.content_sha256,
        checked=_checked(review),
        sentences=tuple(_sentence(row) for row in draft.rows),
        findings=tuple(_finding(found, draft, words) for found in review.findings),
        open=LaidOpen(findings=review.open_findings, sentences=review.open_sentences),
    )


def laid_saved(
    revision: Revision,
    review: Review,
    draft: DraftView,
    words: Wording,
    *,
    names: Names,
    merged: bool = False,
    others: tuple[str, ...] = (),
    clashes: tuple[Clash, ...] = (),
) -> LaidSaved:
    """Lay a revision out, with what became of an edit that was saved into it; `others` are accounts."""
    shown = laid(revision, review, draft, words)
    return LaidSaved(
        content_sha256=shown.content_sha256,
        checked=shown.checked,
        sentences=shown.sentences,
        findings=shown.findings,
        open=shown.open,
        content=revision.content,
        base=revision.content_sha256,
        revision=revision.number,
        merged=merged,
        others=tuple(names.name(account) for account in others),
        conflicts=tuple(
            LaidConflict(
                start=clash.conflict.start,
                end=clash.conflict.end,
                mine=clash.conflict.mine,
                theirs=clash.conflict.theirs,
                by=names.name(clash.by),
            )
            for clash in clashes
        ),
    )


def _checked(review: Review) -> bool:
    return bool(review.sentences)


def _sentence(row: Row) -> LaidSentence:
    return LaidSentence(
        key=row.key,
        anchor=row.anchor,
        start=row.span.start,
        end=row.span.end,
        verdict=row.reviewed.sentence.verdict.value if row.reviewed else "",
        state=LaidState(kind=row.state.kind, mark=row.state.mark, words=row.state.words),
        origin=row.origin,
        by=row.by,
    )


def _finding(found: ReviewedFinding, draft: DraftView, words: Wording) -> LaidFinding:
    row = draft.row_of(found)
    finding = found.finding
    return LaidFinding(
        key=found.key,
        anchor=row.anchor if row else "",
        check=finding.check,
        title=title_in(finding.check, words.language),
        severity=finding.severity.value,
        start=finding.start,
        end=finding.end,
        message=message_in(finding, words.language),
        suggestion=finding.suggestion,
        state=found.state.value,
    )
