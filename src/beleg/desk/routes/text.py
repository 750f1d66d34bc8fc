"""The text: writing it, and earlier revisions."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request
from starlette.responses import Response

from beleg.desk.checking_after import UNCHECKED, check_kept
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.draft import draft_view
from beleg.desk.views.evidence import Words
from beleg.desk.views.versions import versions
from beleg.desk.visitor import House, Person, TheDossier, visitor
from beleg.newsroom.writing import clean
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.review import Review
from beleg.terms.role import Permission

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextView:
    """The page for writing: what stands in the field, and what it is based on.

    `theirs` is the text as somebody else has saved it in the meantime, and `mine` what was typed, with the
    words marked that only one of them has; both empty unless two people have changed the text at once.
    """

    dossier: Dossier
    content: str
    base: str
    from_revision: int
    theirs: tuple[Words, ...] = ()
    mine: tuple[Words, ...] = ()
    their_name: str = ""


@router.get("/dossiers/{dossier_id}/text")
def text_page(request: Request, *, newsroom: House, dossier: TheDossier, revision: int = 0) -> Response:
    """The whole text in one field; with `revision` the field starts from an earlier revision."""
    current = dossier.current
    earlier = next((r for r in dossier.revisions if r.number == revision), None)
    if revision and earlier is None:
        raise HTTPException(404)
    shown = earlier or current
    view = TextView(
        dossier=dossier,
        content=shown.content if shown else "",
        base=current.content_sha256 if current else "",
        from_revision=revision,
    )
    return _page(request, view)


@router.post("/dossiers/{dossier_id}/text")
def save_text(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content: Annotated[str, Form()] = "",
    base: Annotated[str, Form()] = "",
) -> Response:
    """Save the text and check it.

    `base` is the hash of the text the person started from. If somebody else has saved in between, nothing is
    overwritten (409): both texts are shown, and saving again is then a decision.
    """
    words = visitor(request).wording
    newsroom.permit(person.id, Permission.WRITE, dossier_id=dossier.id)  # before texts are compared
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    before = dossier.current
    if not content.strip():
        refusal = words.say("The text is empty; nothing was saved.")
        return _page(
            request, TextView(dossier=dossier, content=content, base=base, from_revision=0), 422, refusal
        )
    try:
        clean(content)
    except Error as refused:
        view = TextView(dossier=dossier, content=content, base=base, from_revision=0)
        return _page(request, view, 422, in_words(refused, words))
    if before is not None and before.content_sha256 != base:
        return _both(request, newsroom, dossier, content)
    try:
        saved = newsroom.save(dossier.id, content, by=person.id, base=base)
    except Error as refused:
        now = newsroom.dossier(dossier.id)
        if now.current is not None and now.current.content_sha256 != base:
            return _both(request, newsroom, now, content)
        view = TextView(dossier=now, content=content, base=base, from_revision=0)
        return _page(request, view, 422, in_words(refused, words))
    unchanged = before is not None and saved.number == before.number
    if not check_kept(newsroom, dossier.id, by=person.id):
        return go(f"/dossiers/{dossier.id}?said={UNCHECKED}")
    return go(f"/dossiers/{dossier.id}?said={'unchanged' if unchanged else 'saved'}")


@router.get("/dossiers/{dossier_id}/revisions/{number}")
def show_revision(request: Request, *, newsroom: House, dossier: TheDossier, number: int) -> Response:
    """A revision as it was saved: its sentences, where each comes from and who changed it last."""
    revision = next((r for r in dossier.revisions if r.number == number), None)
    if revision is None:
        raise HTTPException(404)
    names = names_of(newsroom)
    view = draft_view(revision, Review(), names, visitor(request).wording)
    return render(
        request, "revision.html", dossier=dossier, revision=revision, draft=view, by=names.name(revision.by)
    )


def _page(request: Request, view: TextView, status: int = 200, refusal: str = "") -> Response:
    return render(request, "text.html", status, view=view, refusal=refusal)


def _both(request: Request, newsroom: House, dossier: Dossier, content: str) -> Response:
    """Two people changed the text at once: both versions, with the lines that only one of them has."""
    words = visitor(request).wording
    current = dossier.current
    assert current is not None  # there is no stale base without a text
    theirs, mine = versions(current.content, content)
    view = TextView(
        dossier=dossier,
        content=content,
        base=current.content_sha256,
        from_revision=0,
        theirs=theirs,
        mine=mine,
        their_name=names_of(newsroom).name(current.by),
    )
    refusal = words.say(
        "The text was changed in the meantime. Nothing was overwritten; both texts are below."
    )
    return _page(request, view, 409, refusal)
