"""The live review: what the editor on the review screen asks for while somebody types."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from starlette.responses import Response

from beleg.desk.answers import refused, told
from beleg.desk.news import Listener, News
from beleg.desk.refusals import in_words
from beleg.desk.rendering import render
from beleg.desk.routes.dossier import Typed, dossier_view, names_of
from beleg.desk.streams import begun, reader_of
from beleg.desk.views.draft import draft_view
from beleg.desk.views.judging import Unread, unread_words
from beleg.desk.views.laid import laid, laid_saved
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.review.evidence_seen import unread
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.sight import Sight

router = APIRouter()


@router.post("/dossiers/{dossier_id}/look", dependencies=[Depends(asks_about(Permission.WRITE))])
def look(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content: Annotated[str, Form()] = "",
) -> Response:
    """Check the text as it stands on the screen and say what was found; nothing is recorded.

    Only the sentences that were touched since, and those next to them, are worked out again.
    """
    words = visitor(request).wording
    try:
        looked = newsroom.look(dossier.id, content, by=person.id)
    except Error as refusal:
        return refused(in_words(refusal, words), 422)
    draft = draft_view(looked.revision, looked.review, names_of(newsroom), words)
    return told(request, laid(looked.revision, looked.review, draft, words))


@router.post("/dossiers/{dossier_id}/save")
def save(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content: Annotated[str, Form()] = "",
    base: Annotated[str, Form(pattern=r"^([0-9a-f]{64})?$")] = "",
) -> Response:
    """Save what the person has changed since `base`, beside what others have saved meanwhile, and check the whole.

    `base` is the hash of the revision the text was edited from. Where two people changed the same sentence the saved
    text keeps what was saved first, and `conflicts` tells both wordings.
    """
    words = visitor(request).wording
    try:
        saved = newsroom.save_merged(dossier.id, content, by=person.id, base=base)
    except Error as refusal:
        return refused(in_words(refusal, words), 422)
    names = names_of(newsroom)
    draft = draft_view(saved.revision, saved.review, names, words)
    return told(
        request,
        laid_saved(
            saved.revision,
            saved.review,
            draft,
            words,
            names=names,
            merged=saved.merged,
            others=saved.others,
            clashes=saved.clashes,
        ),
    )


@router.get("/dossiers/{dossier_id}/panes")
def panes(
    request: Request, *, newsroom: House, person: Person, dossier: TheDossier, at: str = ""
) -> Response:
    """Status, queue and evidence of the dossier page, to be put in the place of those on the screen."""
    view = dossier_view(newsroom, dossier, at, person.id, visitor(request).wording, displayed=False)
    return render(request, "panes.html", view=view, typed=Typed(), at=at)


@router.post("/dossiers/{dossier_id}/sentences/{key}/shown")
def evidence_shown(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    key: str,
    evidence: Annotated[str, Form()] = "",
) -> Response:
    """Note that the evidence with the key `evidence` was in view: every line of its passages, beside the sentence.

    Evidence that the sentence does not have by now is not noted. The answer says of how many sentences the evidence is
    unread.
    """
    review = newsroom.review_for(dossier.id, person.id)
    for one in review.sentences:
        if (one.key, one.evidence_key) == (key, evidence):
            newsroom.note_evidence_shown(dossier.id, one, by=person.id, seen=Sight.IN_VIEW)
            break
    left = unread(review, newsroom.evidence_shown(dossier.id, by=person.id))
    return told(request, Unread(said=unread_words(left, visitor(request).wording), keys=tuple(sorted(left))))


@router.get("/dossiers/{dossier_id}/news")
async def news(request: Request, *, person: Person, dossier: TheDossier) -> Response:
    """What others do to the dossier, and who has it open, as it happens (server-sent events).

    The stream ends when the reader goes, signs out or loses the account, and when the desk closes.
    """
    reader = reader_of(request)
    listener = Listener(
        dossier=dossier.id, name=person.name, reader=reader, heard=request.headers.get("last-event-id", "")
    )
    current: News = request.app.state.news
    return begun(request, current.listen(listener), reader)
