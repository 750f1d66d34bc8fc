"""Signing in and out, the language of the screens, and the sign of life."""

import math
from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from starlette.responses import JSONResponse, Response

from beleg.desk.addresses import local
from beleg.desk.attempts import Attempts
from beleg.desk.doors import keep_session
from beleg.desk.identifying import too_many
from beleg.desk.issuer import Issuer
from beleg.desk.rendering import go, render
from beleg.desk.sessions import Sessions
from beleg.desk.visitor import Asking, House, Person
from beleg.desk.wording import LANGUAGES
from beleg.newsroom.accounts import login_as_kept

router = APIRouter(form_limits={"max_fields": 100, "max_part_size": 100_000})
"""The only forms that anybody can send; what they hold is short."""
_LONGEST = 1024


@router.get("/health")
def health() -> Response:
    """Says that the desk answers: `{"status": "ok"}`. Needs no sign-in and tells nothing else."""
    return JSONResponse({"status": "ok"})


@router.get("/sign-in")
def sign_in_page(request: Request, *, asking: Asking, next: str = "/", language: str = "") -> Response:
    """The form to sign in with login name and password; `language` switches the language of the screens.

    `next` is the page to go to afterwards; only pages of this desk are followed.
    """
    if language in LANGUAGES:
        response = go("/sign-in")
        keep_session(response, request, asking.session.in_language(language))
        return response
    if asking.account is not None:
        return go(local(next))
    return render(request, "sign_in.html", next=local(next), login="", refusal="", issuer=_issuer(request))


@router.post("/sign-in")
def sign_in(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    login: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Sign in. A wrong name and a wrong password get the same answer (401); after several failures a pause (429).

    A session starts anew with every sign-in, so that a cookie from before is worth nothing afterwards.
    """
    attempts = cast(Attempts, request.app.state.attempts)
    host = request.client.host if request.client else ""
    known_as = login_as_kept(login[:_LONGEST])
    words = asking.wording
    wait = attempts.begin(known_as, host)
    if wait > 0:
        response = render(
            request,
            "sign_in.html",
            429,
            next=local(next),
            login=login,
            refusal=too_many(wait, words),
            issuer=_issuer(request),
        )
        response.headers["Retry-After"] = str(math.ceil(wait))
        return response
    too_long = max(len(login), len(password)) > _LONGEST
    account = None if too_long else newsroom.sign_in(login, password)
    if account is None:
        refusal = words.say("Login name or password is wrong.")
        return render(
            request,
            "sign_in.html",
            401,
            next=local(next),
            login=login,
            refusal=refusal,
            issuer=_issuer(request),
        )
    attempts.succeeded(known_as, host)
    response = go(local(next))
    sessions = cast(Sessions, request.app.state.sessions)
    keep_session(response, request, sessions.signed_in(asking.session, account.id))
    return response


@router.post("/sign-out")
def sign_out(request: Request, *, asking: Asking, newsroom: House, person: Person) -> Response:
    """Sign out, here and in every other browser: all sessions of the account end. The chosen language stays."""
    sessions = cast(Sessions, request.app.state.sessions)
    newsroom.end_sessions(person.id)
    response = go("/sign-in?said=signed-out")
    keep_session(response, request, sessions.fresh(asking.session.language))
    return response


@router.post("/language")
def choose_language(
    request: Request,
    *,
    asking: Asking,
    language: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Switch the screens to German (`de`) or English (`en`) for this session and go back to the page."""
    response = go(local(next))
    if language in LANGUAGES:
        keep_session(response, request, asking.session.in_language(language))
    return response


def _issuer(request: Request) -> str:
    """The machine of the issuer that one can sign in with, too; empty if there is none."""
    issuer = cast("Issuer | None", request.app.state.issuer)
    return issuer.settings.host if issuer else ""
