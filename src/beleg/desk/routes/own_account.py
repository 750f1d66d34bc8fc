"""The page about one's own account."""

import math
from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.attempts import Attempts
from beleg.desk.doors import keep_session
from beleg.desk.identifying import place_of
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.sessions import Sessions
from beleg.desk.views.accounts import people_of, role_choices
from beleg.desk.visitor import Asking, House, Person, visitor
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.refusal import Error

router = APIRouter()


@router.get("/account")
def own_account(request: Request, *, newsroom: House, person: Person) -> Response:
    """One's own account: what one's role includes, the language of the screens, a new password, and one's passkeys."""
    return own_account_page(request, newsroom, person)


@router.post("/account/password")
def change_own_password(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    present: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change one's own password, knowing the present one; sessions elsewhere end, this one goes on as a new one.

    Wrong present passwords count as failed sign-ins: after several of them there is a pause (429).
    """
    words = asking.wording
    attempts = cast(Attempts, request.app.state.attempts)
    host = request.client.host if request.client else ""
    if password != again:
        refusal = words.say("The two new passwords differ; nothing was changed.")
        return own_account_page(request, newsroom, person, status=422, refusal=refusal)
    wait = attempts.begin(person.login, host)
    if wait > 0:
        refusal = words.count(
            "Too many attempts. Try again in %(num)s minute.",
            "Too many attempts. Try again in %(num)s minutes.",
            max(1, math.ceil(wait / 60)),
        )
        return own_account_page(request, newsroom, person, status=429, refusal=refusal)
    if newsroom.sign_in(person.login, present) is None:
        refusal = words.say("The present password is wrong; nothing was changed.")
        return own_account_page(request, newsroom, person, status=422, refusal=refusal)
    attempts.succeeded(person.login, host)
    try:
        newsroom.change_password(person.id, password)
    except Error as refused:
        return own_account_page(request, newsroom, person, status=422, refusal=in_words(refused, words))
    response = go("/account?said=own-password")
    sessions = cast(Sessions, request.app.state.sessions)
    keep_session(response, request, sessions.signed_in(asking.session, person.id))
    return response


def own_account_page(
    request: Request,
    newsroom: Newsroom,
    account: Account,
    *,
    status: int = 200,
    refusal: str = "",
    passkey_name: str = "",
) -> Response:
    """The page, with a refusal on top, and the name that was typed for a passkey."""
    words = visitor(request).wording
    (one,) = people_of((account,), words)
    includes = next(role.includes for role in role_choices(words) if role.value == account.role.value)
    port = f":{request.url.port}" if request.url.port else ""
    plain = request.url.scheme == "http"
    return render(
        request,
        "own_account.html",
        status,
        person=one,
        includes=includes,
        passkeys=newsroom.passkeys.of(account.id),
        here_they_work=place_of(request) is not None,
        elsewhere=f"http://localhost{port}/account" if plain else "",
        passkey_name=passkey_name,
        refusal=refusal,
    )
