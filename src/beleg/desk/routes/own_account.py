"""The page about one's own account."""

from typing import Annotated, cast

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.doors import keep_session
from beleg.desk.identifying import NotIdentifiedError, place_of, with_password
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

    Wrong present passwords (422) count as those of a signature do: after several of them there is a pause (429).
    """
    words = asking.wording
    if password != again:
        refusal = words.say("The two new passwords differ; nothing was changed.")
        return own_account_page(request, newsroom, person, status=422, refusal=refusal, refused_at="again")
    try:
        with_password(request, newsroom, person, present)
        newsroom.change_password(person.id, password)
    except NotIdentifiedError as why:
        status = 429 if why.seconds else 422
        response = own_account_page(
            request, newsroom, person, status=status, refusal=why.words, refused_at="present"
        )
        if why.seconds:
            response.headers["Retry-After"] = str(why.seconds)
        return response
    except Error as refused:
        refusal = in_words(refused, words)
        return own_account_page(request, newsroom, person, status=422, refusal=refusal, refused_at="password")
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
    refused_at: str = "",
    passkey_name: str = "",
) -> Response:
    """The page, with a refusal on top, or at the field `refused_at`, and the name that was typed for a passkey."""
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
        refused_at=refused_at,
    )
