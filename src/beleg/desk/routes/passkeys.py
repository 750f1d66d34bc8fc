"""One's own passkeys: to add, to call by another name, and to remove."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from beleg.desk.answers import question, refused
from beleg.desk.identifying import NotIdentifiedError, place_of, with_password
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go
from beleg.desk.routes.own_account import own_account_page
from beleg.desk.visitor import Asking, House, Person, visitor
from beleg.terms.refusal import Error

router = APIRouter()


@router.post("/account/passkeys/question")
def ask_to_add(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    password: Annotated[str, Form()] = "",
) -> Response:
    """What the browser needs to make a passkey, as JSON; the password of the account comes first.

    Answers `{"refusal": sentence}` for a wrong password (403), too many of them (429), and where no passkey can be
    made.
    """
    place = place_of(request)
    if place is None:
        return refused(asking.wording.say("Passkeys do not work at an IP address."), 422)
    try:
        with_password(request, newsroom, person, password)
        return question(newsroom.passkeys.ask_to_add(person, place))
    except NotIdentifiedError as why:
        return refused(why.words, why.status)
    except Error as why:
        return refused(in_words(why, asking.wording))


@router.post("/account/passkeys")
def add_passkey(
    request: Request,
    *,
    asking: Asking,
    newsroom: House,
    person: Person,
    name: Annotated[str, Form()] = "",
    passkey: Annotated[str, Form()] = "",
) -> Response:
    """Keep the passkey that the browser has made (`passkey`, JSON) to the last question, under a name."""
    place = place_of(request)
    if place is None:
        refusal = asking.wording.say("Passkeys do not work at an IP address.")
        return own_account_page(request, newsroom, person, status=422, refusal=refusal, passkey_name=name)
    try:
        newsroom.passkeys.add(person, place, passkey, name)
    except Error as why:
        return own_account_page(
            request, newsroom, person, status=422, refusal=in_words(why, asking.wording), passkey_name=name
        )
    return go("/account?said=passkey-added")


@router.post("/account/passkeys/{passkey_id}/name")
def rename_passkey(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    passkey_id: str,
    name: Annotated[str, Form()] = "",
) -> Response:
    """Call one of one's own passkeys by another name."""
    try:
        newsroom.passkeys.rename(person, passkey_id, name)
    except Error as why:
        return own_account_page(
            request, newsroom, person, status=422, refusal=in_words(why, visitor(request).wording)
        )
    return go("/account?said=passkey-renamed")


@router.post("/account/passkeys/{passkey_id}/removal")
def remove_passkey(request: Request, *, newsroom: House, person: Person, passkey_id: str) -> Response:
    """Remove one of one's own passkeys for good: nothing can be signed with it any more."""
    try:
        newsroom.passkeys.remove(person, passkey_id)
    except Error as why:
        return own_account_page(
            request, newsroom, person, status=422, refusal=in_words(why, visitor(request).wording)
        )
    return go("/account?said=passkey-removed")
