"""The list of dossiers."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.views.states import State, dossier_state
from beleg.desk.visitor import Asking, House, Person
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A dossier as the list shows it."""

    id: str
    title: str
    language: str
    state: State
    findings: int
    sentences: int
    sources: int
    changed_at: str


@router.get("/")
def list_dossiers(request: Request, *, asking: Asking, newsroom: House, person: Person) -> Response:
    """All dossiers with their state and what is open, the one changed last on top; the form to open a new one.

    Whose role includes no reading of dossiers is sent on to the accounts, or to the page about their own.
    """
    if not person.may(Permission.READ):
        return go("/accounts" if person.may(Permission.ADMINISTER) else "/account")
    return _list(request, asking.wording, newsroom)


@router.post("/dossiers")
def open_dossier(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    title: Annotated[str, Form()] = "",
    language: Annotated[str, Form()] = "de",
    updates: Annotated[str, Form()] = "",
) -> Response:
    """Open a dossier for an article in the making, with its title and the language it will be written in.

    `updates` is the id of the dossier whose published article it continues, if it does.
    """
    words = asking.wording
    if not title.strip():
        refusal = words.say("A dossier needs a title.")
        return _list(request, words, newsroom, status=422, title=title, language=language, refusal=refusal)
    try:
        dossier = newsroom.open_dossier(" ".join(title.split()), language, by=person.id, updates=updates)
    except Error as refused:
        return _list(
            request,
            words,
            newsroom,
            status=422,
            title=title,
            language=language,
            refusal=in_words(refused, words),
        )
    return go(f"/dossiers/{dossier.id}?said=opened")


def _list(
    request: Request,
    words: Wording,
    newsroom: Newsroom,
    *,
    status: int = 200,
    title: str = "",
    language: str = "de",
    refusal: str = "",
) -> Response:
    listed = sorted(
        (_listed(newsroom, dossier, words) for dossier in newsroom.dossiers()),
        key=lambda one: one.changed_at,
        reverse=True,
    )
    return render(
        request,
        "dossiers.html",
        status,
        dossiers=listed,
        title=title,
        content_language=language,
        refusal=refusal,
    )


def _listed(newsroom: Newsroom, dossier: Dossier, words: Wording) -> Listed:
    review = newsroom.review(dossier.id)
    return Listed(
        id=dossier.id,
        title=dossier.title,
        language=dossier.language,
        state=dossier_state(dossier, review, newsroom.sign_off_in_force(dossier.id), words),
        findings=review.open_findings,
        sentences=review.open_sentences,
        sources=len(dossier.sources),
        changed_at=dossier.changed_at,
    )
