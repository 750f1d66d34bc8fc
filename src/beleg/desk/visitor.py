"""Visitor: who asks for a page, in which language, and what every address may count on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, HTTPException, Request

from beleg.desk.sessions import Session
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: the session, the account (None before signing in) and the words of the chosen language."""

    session: Session
    account: Account | None
    wording: Wording


def visitor(request: Request) -> Visitor:
    """The visitor, as the door has found out (`beleg.desk.doors.Door`)."""
    return cast(Visitor, request.state.visitor)


def wants_data(request: Request) -> bool:
    """Whether a script asks for data, and not a person's browser for a page."""
    accepted = request.headers.get("accept", "")
    return "application/json" in accepted or "text/event-stream" in accepted


def person(request: Request) -> Account:
    """The account that is signed in. Raises 401 if nobody is, in case the door was left open."""
    account = visitor(request).account
    if account is None:
        raise HTTPException(401)
    return account


def house(request: Request) -> Newsroom:
    """The newsroom this desk belongs to."""
    return cast(Newsroom, request.app.state.newsroom)


def known_dossier(
    dossier_id: str,
    newsroom: Annotated[Newsroom, Depends(house)],
    person: Annotated[Account, Depends(person)],
) -> Dossier:
    """The dossier an address names. Raises 404 if there is none, and Denied if the visitor may read no dossiers."""
    try:
        dossier = newsroom.dossier(dossier_id)
    except Error as refusal:
        raise HTTPException(404) from refusal
    if not person.may(Permission.READ):
        newsroom.permit(person.id, Permission.READ, dossier_id=dossier.id)
    return dossier


def asks(permission: Permission) -> Callable[[Account, Newsroom], None]:
    """A dependency for pages that only show something: Denied unless the visitor's role includes `permission`.

    An act needs none: the newsroom asks in the transaction that stores it.
    """

    def permitted(
        person: Annotated[Account, Depends(person)], newsroom: Annotated[Newsroom, Depends(house)]
    ) -> None:
        if not person.may(permission):
            newsroom.permit(person.id, permission)

    return permitted


def asks_about(permission: Permission) -> Callable[[Account, Newsroom, Dossier], None]:
    """Like `asks`, for what concerns the dossier that the address names; the denial names it too."""

    def permitted(
        person: Annotated[Account, Depends(person)],
        newsroom: Annotated[Newsroom, Depends(house)],
        dossier: Annotated[Dossier, Depends(known_dossier)],
    ) -> None:
        if not person.may(permission):
            newsroom.permit(person.id, permission, dossier_id=dossier.id)

    return permitted


async def own_form(request: Request) -> None:
    """Refuse a form that this session was not given (cross-site request forgery). Raises 400."""
    if request.method in ("GET", "HEAD"):
        return
    token = (await request.form()).get("token")
    if not isinstance(token, str) or not visitor(request).session.allows(token):
        raise HTTPException(400, "stale form")


Asking = Annotated[Visitor, Depends(visitor)]
Person = Annotated[Account, Depends(person)]
House = Annotated[Newsroom, Depends(house)]
TheDossier = Annotated[Dossier, Depends(known_dossier)]
