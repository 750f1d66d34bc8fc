"""The list of dossiers, and in whose hands they are."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.typed_dates import TypedDate, read_date
from beleg.desk.views.articles import articles_view
from beleg.desk.views.listing import Looking, Show, list_view
from beleg.desk.visitor import Asking, House, Person, TheDossier, asks, visitor
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()
_LONGEST_SOUGHT = 200


@router.get("/")
def list_dossiers(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    show: str = Show.ALL.value,
    q: Annotated[str, Query(max_length=_LONGEST_SOUGHT)] = "",
    page: int = 1,
) -> Response:
    """The dossiers with their state, what is open, who has them and by when: the one changed last on top; the form for
    a new one.

    `show` chooses which (`all`, `mine`, `open`, `judge`, `waiting`, `overdue`, `published`), `q` are words of the
    title, `page` counts from 1. Whose role includes no reading of dossiers is sent on to the accounts, or to the page
    about their own.
    """
    if not person.may(Permission.READ):
        return go("/accounts" if person.may(Permission.ADMINISTER) else "/account")
    return _list(request, asking, newsroom, person, show=show, sought=q, page=page)


@router.post("/dossiers", dependencies=[Depends(asks(Permission.OPEN_DOSSIER))])
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
    refusal = "" if title.strip() else words.say("A dossier needs a title.")
    if not refusal:
        try:
            dossier = newsroom.open_dossier(" ".join(title.split()), language, by=person.id, updates=updates)
            return go(f"/dossiers/{dossier.id}?said=opened")
        except Error as refused:
            refusal = in_words(refused, words)
    return _list(
        request, asking, newsroom, person, status=422, title=title, language=language, refusal=refusal
    )


@router.get("/published", dependencies=[Depends(asks(Permission.READ))])
def list_articles(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    q: Annotated[str, Query(max_length=_LONGEST_SOUGHT)] = "",
    page: int = 1,
) -> Response:
    """What went out, each article with its history: publications, corrections with their notes, updates, withdrawal.

    `q` are words of title or headline, `page` counts from 1.
    """
    looking = _looking(asking, newsroom, person)
    return render(
        request, "articles.html", view=articles_view(newsroom.listed(), looking, sought=q.strip(), page=page)
    )


@router.get("/dossiers/{dossier_id}/assignment")
def assignment_page(request: Request, *, newsroom: House, dossier: TheDossier) -> Response:
    """The form to give a dossier into somebody's hands, and to say by when it is to be done."""
    return _assignment_page(request, newsroom, dossier)


@router.post("/dossiers/{dossier_id}/assignment")
def assign(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    act: Annotated[str, Form()] = "give",
    account: Annotated[str, Form()] = "",
    due: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:
    """Give a dossier into the hands of `account` (empty: of nobody), to be done by `due`, a day with a time as
    `typed_dates` reads it.

    Where `act` is `take`, who asks takes it themselves, and the time stays that was said before. Afterwards comes the
    list of dossiers, or the page to sign on where `back` is `sign-off`.
    """
    words, refusal, moment = asking.wording, "", None
    if act == "take":
        known = newsroom.assignment(dossier.id)
        account, due = person.id, ""
        moment = datetime.fromisoformat(known.due) if known and known.due else None
    try:
        if due.strip():
            typed = read_date(due)
            moment = typed.moment
            if not typed.timed:
                refusal = words.say("By when it is due has to be a day with a time, like 2026-03-02 14:30.")
        if not refusal:
            newsroom.assign(dossier.id, account, by=person.id, due=moment)
    except Error as refused:
        refusal = in_words(refused, words)
    if refusal:
        return _assignment_page(request, newsroom, dossier, status=422, refusal=refusal, due=due)
    return go(f"/dossiers/{dossier.id}/sign-off?said=given" if back == "sign-off" else "/?said=assigned")


def _assignment_page(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    *,
    status: int = 200,
    refusal: str = "",
    due: str = "",
) -> Response:
    known = newsroom.assignment(dossier.id)
    now = datetime.now(UTC).astimezone()
    said = datetime.fromisoformat(known.due).astimezone() if known and known.due else None
    return render(
        request,
        "assignment.html",
        status,
        dossier=dossier,
        people=[each for each in newsroom.accounts() if not (each.closed or each.is_program)],
        held_by=known.account if known else "",
        due=due or (TypedDate(said, timed=True).written(visitor(request).wording.language) if said else ""),
        zone=f"{now:%Z}, {now.isoformat()[-6:]}",  # "%:z" is not known before Python 3.12
        refusal=refusal,
    )


def _list(
    request: Request,
    asking: Asking,
    newsroom: Newsroom,
    person: Account,
    *,
    status: int = 200,
    show: str = Show.ALL.value,
    sought: str = "",
    page: int = 1,
    title: str = "",
    language: str = "de",
    refusal: str = "",
) -> Response:
    view = list_view(
        newsroom.listed(),
        newsroom.assignments(),
        _looking(asking, newsroom, person),
        show=Show(show) if show in set(Show) else Show.ALL,
        sought=" ".join(sought.split()),
        page=page,
    )
    return render(
        request,
        "dossiers.html",
        status,
        view=view,
        title=title,
        content_language=language,
        refusal=refusal,
    )


def _looking(asking: Asking, newsroom: Newsroom, person: Account) -> Looking:
    return Looking(person=person, names=names_of(newsroom), at=datetime.now(UTC), words=asking.wording)
