"""The dossier: findings, draft and evidence side by side."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from markupsafe import Markup
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.views import review_words
from beleg.desk.views.draft import DraftView, Names, draft_view
from beleg.desk.views.judging import JudgingView, judging_view
from beleg.desk.views.laid import LaidSaved, laid_saved
from beleg.desk.views.queue import Queue, queue
from beleg.desk.views.selected import Selected, selected
from beleg.desk.views.source_changes import SourceChangeView, source_changes
from beleg.desk.views.sources import OriginGroup, origin_groups
from beleg.desk.views.states import State, dossier_state
from beleg.desk.visitor import Asking, House, Person, TheDossier, visitor
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.review.authorship import text_authors
from beleg.review.evidence_seen import unread
from beleg.review.judging import masked
from beleg.review.signing import correction_note_missing
from beleg.terms.dossier import Dossier, SignOff
from beleg.terms.refusal import Error
from beleg.terms.review import Review
from beleg.terms.sight import Sight

router = APIRouter()
SCRIPT = "script"
"""Name of the cookie that the desk's script sets wherever it runs."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a form that was refused, so that it stands there again."""

    act: str = ""
    key: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The dossier page. The panes are None before there is a text."""

    dossier: Dossier
    review: Review
    state: State
    in_force: SignOff | None
    draft: DraftView | None
    queue: Queue | None
    selected: Selected | None
    groups: tuple[OriginGroup, ...]
    signed_by: str
    changes: tuple[SourceChangeView, ...]
    laid: LaidSaved | None
    """The text as the review editor takes it up."""
    words: Markup
    """What the review editor says."""
    at: str
    """What is selected: a sentence's anchor or a finding's key; empty if nothing is."""
    judging: JudgingView
    """What the person looking is asked about the selected sentence before they see more, or what they answered."""
    unread: frozenset[str]
    """Keys of the sentences whose evidence has not been on the screen of the person looking."""
    authors: tuple[str, ...]
    """Names of those who wrote any of the text."""
    wrote: bool
    """Whether the person looking is an author of the text, and so cannot sign it."""
    note_missing: bool
    """Whether readers have still to be told what a change of the published article corrects."""
    note: str
    """A wording for a correction note; empty if the published article needs no look."""


@router.get("/dossiers/{dossier_id}")
def show_dossier(
    request: Request, *, asking: Asking, newsroom: House, person: Person, dossier: TheDossier, at: str = ""
) -> Response:
    """Findings and open sentences, the draft sentence by sentence, and the evidence for the selected sentence.

    `at` selects a sentence (`s3` for the third) or a finding that lies on no sentence (its key).
    """
    return dossier_page(request, newsroom, dossier, at)


@router.post("/dossiers/{dossier_id}/check")
def check_again(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """Check the text as it stands against the sources as they are."""
    try:
        newsroom.check(dossier.id, by=person.id)
    except Error as refused:
        return dossier_page(
            request, newsroom, dossier, "", status=422, refusal=in_words(refused, visitor(request).wording)
        )
    return go(f"/dossiers/{dossier.id}?said=checked")


def dossier_page(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    at: str,
    *,
    status: int = 200,
    refusal: str = "",
    typed: Typed | None = None,
) -> Response:
    """The dossier page, with a refusal on top and what was typed where a form was refused."""
    asking = visitor(request)
    viewer = asking.account.id if asking.account else ""
    displayed = SCRIPT not in request.cookies
    view = dossier_view(newsroom, dossier, at, viewer, asking.wording, displayed=displayed)
    return render(request, "dossier.html", status, view=view, refusal=refusal, typed=typed or Typed(), at=at)


def names_of(newsroom: Newsroom) -> Names:
    """The names of everybody in the newsroom."""
    return Names(tuple((account.id, account.name) for account in newsroom.accounts()))


def dossier_view(
    newsroom: Newsroom, dossier: Dossier, at: str, viewer: str, words: Wording, *, displayed: bool
) -> DossierView:
    """What the dossier page shows to the account `viewer`; see `show_dossier` for `at`.

    `displayed`: the evidence counts as shown because the page is; so it is where no script runs. Where one does, it
    knows which passages came into view and says so afterwards. A verdict that was sent is noted as shown in any case.
    """
    whole = newsroom.review(dossier.id)
    review = masked(whole, dossier, viewer)
    in_force = newsroom.sign_off_in_force(dossier.id)
    names = names_of(newsroom)
    current = dossier.current
    draft = waiting = picked = None
    if current is not None:
        draft = draft_view(current, review, names, words)
        checked = dossier.last_check
        waiting = queue(review, checked.report if checked else None, draft, current.content, words)
        sources = newsroom.sources(dossier.id)
        picked = selected(
            at,
            draft,
            current.content,
            quotations=newsroom.quotations(dossier),
            language=dossier.language,
            sources=sources,
            names=names,
            viewer=viewer,
            words=words,
        )
    chosen = picked.row.reviewed if picked and picked.row else None
    if chosen is not None:
        seen_now = Sight.DISPLAYED if displayed else Sight.NOT_KNOWN
        newsroom.note_evidence_shown(dossier.id, chosen, by=viewer, seen=seen_now)
    seen = newsroom.evidence_shown(dossier.id, by=viewer)
    if chosen is not None and displayed:  # though it could not be kept at this moment
        seen |= {(chosen.key, chosen.evidence_key)}
    return DossierView(
        dossier=dossier,
        review=review,
        state=dossier_state(dossier, whole, in_force, words, to_judge=review.to_judge),
        in_force=in_force,
        draft=draft,
        queue=waiting,
        selected=picked,
        groups=origin_groups(dossier),
        signed_by=names.name(dossier.sign_offs[-1].by) if dossier.sign_offs else "",
        laid=laid_saved(current, review, draft, words, names=names) if current and draft else None,
        words=review_words.embedded(words),
        at=_at(picked),
        changes=source_changes(dossier, draft, newsroom.needing_a_look(dossier.id), names, words),
        judging=judging_view(chosen, dossier, viewer, words),
        unread=unread(review, seen),
        authors=tuple(names.name(one) for one in text_authors(dossier)),
        wrote=viewer in text_authors(dossier),
        note_missing=correction_note_missing(dossier),
        note=newsroom.suggested_note(dossier.id),
    )


def _at(picked: Selected | None) -> str:
    """The address of what is selected."""
    if picked is None:
        return ""
    return picked.row.anchor if picked.row else picked.findings[0].key
