"""Sign-off: what the page to sign on shows of a text, of what is in the way, and of who could sign."""

from dataclasses import dataclass
from datetime import UTC, datetime

from beleg.desk.refusals import obstacle_words
from beleg.desk.views.byline import BylineView, byline_view
from beleg.desk.views.decided import Decided, decided
from beleg.desk.views.draft import DraftView, Names, draft_view
from beleg.desk.views.judging import LookedAt, looked_at
from beleg.desk.views.since_published import SincePublished, revised_from, since_published
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.publishing.disclosing import Wording as Disclosing
from beleg.publishing.disclosing import wording as disclosing
from beleg.publishing.source_list import PrintedSource, source_list
from beleg.review.authorship import byline_setters, source_describers, text_authors
from beleg.review.disclosing import compared, disclosure, disclosure_if_signed
from beleg.review.judging import masked
from beleg.review.open_things import waiting_alone
from beleg.review.signing import out_under
from beleg.review.stage import untouched
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier, Publication, SignOff
from beleg.terms.review import Obstacle, Review, SentenceState
from beleg.terms.role import Permission

_PERSONAL = (
    Obstacle.OWN_TEXT,
    Obstacle.OWN_DETAILS,
    Obstacle.OWN_NOTE,
    Obstacle.OWN_BYLINE,
    Obstacle.TO_JUDGE,
)
"""What is in the way of the person looking, and of nobody else."""


@dataclass(frozen=True, slots=True)
class ToJudge:
    """A sentence that the person looking has still to judge: its anchor on the page to review, and its words."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who can sign: the id of the account, and the name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteWriting:
    """Who could sign if the person looking wrote the correction note: said before they write it."""

    bars: bool
    """Whether it is the note that would keep the person looking from signing."""
    left: tuple[str, ...]
    """Names of those who could sign then."""
    freed: str
    """Name of who wrote the note there is, and could sign if another took its place; empty where there is nobody."""
    better: tuple[str, ...]
    """Names of those who may write the note and cannot sign anyway, because they wrote the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffView:
    """The sign-off page: exactly the text, what is open, and why this account cannot sign."""

    dossier: Dossier
    draft: DraftView | None
    review: Review
    can_sign: bool
    """Whether nothing is in the way of the person looking; what their role includes is another question."""
    obstacles: tuple[str, ...]
    """What is in everybody's way, in words, as far as the person looking may know it."""
    waiting: int
    """Sentences that wait for a person and that no open finding leads to."""
    untouched: bool
    """Whether the text stands as it first came, and nobody has judged or decided anything."""
    to_judge: tuple[ToJudge, ...]
    own_sentences: tuple[str, ...]
    """Sentences the person looking wrote or changed last: why the four-eyes rule stops them."""
    own_text: bool
    own_details: bool
    own_note: bool
    own_byline: bool
    byline: BylineView
    others: tuple[Signer, ...]
    """Whom the four-eyes rule lets sign, and who may."""
    note_writing: NoteWriting
    held_by: str
    """Id of the account in whose hands the dossier is; empty if it is in nobody's."""
    due: str
    """When it is due, as a form takes it; empty if nobody said."""
    in_force: SignOff | None
    signed_by: str
    disclosing: Disclosing | None
    decided: tuple[Decided, ...]
    """What people confirmed and dismissed: the signer answers for that too."""
    looked_at: LookedAt
    preview: Disclosing | None
    """What readers would be told if the person looking signed now; None if they cannot."""
    published: Publication | None
    """What went out under the signature in force; an earlier signature under the same text is another one."""
    revised_from: int
    """Number of the revision that is published, where the text has another by now; else 0."""
    since_published: SincePublished | None
    """What has changed since the article went out; None where nothing has, or it did not."""
    sources: tuple[PrintedSource, ...]
    """What the page will print about every source of the dossier."""
    shown: bool
    """Whether the page can be shown as it would look: it has a headline, and the article was not withdrawn."""
    passkeys: int
    """How many passkeys the person looking could use here; 0 at an IP address."""


def sign_off_view(
    newsroom: Newsroom, dossier: Dossier, person: Account, names: Names, words: Wording, *, passkeys: int
) -> SignOffView:
    """Gather what `person` sees on the page to sign on."""
    review, current = newsroom.review(dossier.id), dossier.current
    shown = masked(review, dossier, person.id)
    obstacles = newsroom.obstacles_to_signing(dossier.id, by=person.id)
    in_force = newsroom.sign_off_in_force(dossier.id)
    accounts = newsroom.accounts()
    assignment = newsroom.assignment(dossier.id)
    told = decided(dossier, shown, names, words)
    draft = draft_view(current, review, names, words) if current else None
    return SignOffView(
        dossier=dossier,
        draft=draft,
        review=shown,
        can_sign=not obstacles,
        obstacles=tuple(
            obstacle_words(one, words) for one in obstacles if one not in (*_PERSONAL, *_hidden(shown))
        ),
        waiting=len(waiting_alone(shown)),
        untouched=untouched(dossier),
        to_judge=_to_judge(draft, shown),
        own_sentences=tuple(s.text for s in current.sentences if s.changed_by == person.id)
        if current
        else (),
        own_text=Obstacle.OWN_TEXT in obstacles,
        own_details=Obstacle.OWN_DETAILS in obstacles,
        own_note=Obstacle.OWN_NOTE in obstacles,
        own_byline=Obstacle.OWN_BYLINE in obstacles,
        byline=byline_view(dossier, names),
        others=tuple(Signer(one.id, one.name) for one in _signers(dossier, accounts, review)),
        note_writing=_note_writing(dossier, review, accounts, person),
        held_by=assignment.account if assignment else "",
        due=_in_a_form(assignment.due) if assignment else "",
        in_force=in_force,
        signed_by=names.name(in_force.by) if in_force else "",
        disclosing=disclosing(disclosure(dossier), accounts, dossier.language) if in_force else None,
        decided=told,
        looked_at=looked_at(
            review,
            shown,
            dossier,
            seen=newsroom.evidence_shown(dossier.id, by=person.id),
            hidden_decisions=len(decided(dossier, review, names, words)) - len(told),
            words=words,
        ),
        preview=_disclosing_if_signed(dossier, person) if current and not (obstacles or in_force) else None,
        published=out_under(dossier, in_force),
        revised_from=revised_from(dossier),
        since_published=since_published(dossier, names, words),
        sources=source_list(dossier.sources, compared(dossier), dossier.language),
        shown=current is not None
        and not {Obstacle.NO_DRAFT, Obstacle.NO_HEADLINE, Obstacle.WITHDRAWN} & {*obstacles},
        passkeys=passkeys,
    )


def preview_mark(dossier: Dossier, in_force: SignOff | None, words: Wording) -> str:
    """What stands above the preview of a page: how near what it shows is to its readers."""
    if out_under(dossier, in_force):
        return words.say("Preview: published as it stands here")
    if dossier.publications:
        return (
            words.say("Preview: signed; what is published is an earlier version")
            if in_force
            else words.say("Preview: not signed; what is published is an earlier version")
        )
    return (
        words.say("Preview: signed, not published")
        if in_force
        else words.say("Preview: not signed, not published")
    )


def _hidden(shown: Review) -> tuple[Obstacle, ...]:
    """What would only say what was found in sentences that the person looking has still to judge."""
    if not shown.to_judge:
        return ()
    return (
        *(() if shown.open_findings else (Obstacle.OPEN_FINDINGS,)),
        *(() if shown.open_sentences else (Obstacle.OPEN_SENTENCES,)),
    )


def _signers(dossier: Dossier, accounts: tuple[Account, ...], review: Review) -> tuple[Account, ...]:
    barred = {*review.authors, *source_describers(dossier), *byline_setters(dossier)}
    return tuple(one for one in accounts if one.may(Permission.SIGN) and one.id not in barred)


def _to_judge(draft: DraftView | None, shown: Review) -> tuple[ToJudge, ...]:
    """The sentences to judge, each once, though its words may stand in the text twice."""
    keys = {one.key for one in shown.sentences if one.state is SentenceState.TO_JUDGE}
    rows = {row.key: row for row in reversed(draft.rows if draft else ()) if row.key in keys}
    return tuple(ToJudge(row.anchor, row.text) for row in reversed(rows.values()))


def _note_writing(
    dossier: Dossier, review: Review, accounts: tuple[Account, ...], person: Account
) -> NoteWriting:
    wrote = text_authors(dossier)
    barred = {*wrote, *source_describers(dossier), *byline_setters(dossier)}
    last = dossier.noted_corrections[-1].by if dossier.noted_corrections else ""
    freed = next(
        (
            one.name
            for one in accounts
            if one.id == last and one.may(Permission.SIGN) and last not in {*barred, person.id}
        ),
        "",
    )
    return NoteWriting(
        bars=person.may(Permission.SIGN) and person.id not in barred,
        left=tuple(one.name for one in _signers(dossier, accounts, review) if one.id != person.id),
        freed=freed,
        better=tuple(one.name for one in accounts if one.id in wrote and one.may(Permission.CORRECT)),
    )


def _in_a_form(moment: str) -> str:
    return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%dT%H:%M}" if moment else ""


def _disclosing_if_signed(dossier: Dossier, person: Account) -> Disclosing:
    """The disclosure as it would be if `person` signed at this moment."""
    signed = disclosure_if_signed(dossier, person.id, datetime.now(UTC).isoformat())
    return disclosing(signed, (person,), dossier.language)
