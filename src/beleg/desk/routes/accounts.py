"""The accounts of the newsroom, for the administration: who is who, and who may do what."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import Response

from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.views.accounts import people_of, role_choices
from beleg.desk.visitor import House, Person, asks, visitor
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Permission, Role

router = APIRouter(dependencies=[Depends(asks(Permission.ADMINISTER))])
_WHILE_OPEN = ("role", "password", "sessions", "close")
"""The forms that only an open account has."""


@dataclass(frozen=True, slots=True)
class TypedAccount:
    """What somebody typed into the form for a new account, so that it stands there again; never the password."""

    login: str = ""
    name: str = ""
    function: str = ""
    role: str = Role.REPORTER.value


@router.get("/accounts")
def list_accounts(request: Request, *, newsroom: House) -> Response:
    """All accounts of people with their roles, the closed ones last; the form to add one."""
    return _list(request, newsroom)


@router.post("/accounts")
def add_account(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    login: Annotated[str, Form()] = "",
    name: Annotated[str, Form()] = "",
    function: Annotated[str, Form()] = "",
    role: Annotated[str, Form()] = Role.REPORTER.value,
    password: Annotated[str, Form()] = "",
) -> Response:
    """Add an account with its first password; the person changes that on the page about their own account."""
    chosen = _role(role)
    try:
        added = newsroom.administration(person.id).add(login, name, function, password, chosen)
    except Error as refused:
        refusal = in_words(refused, visitor(request).wording)
        typed = TypedAccount(login, name, function, chosen.value)
        return _list(request, newsroom, status=422, refusal=refusal, typed=typed)
    return go(f"/accounts/{added.id}?said=account-added")


@router.get("/accounts/{account_id}")
def show_account(request: Request, *, newsroom: House, account_id: str) -> Response:
    """One account: name, function and role to change, a new password, its sessions, closing and erasing it."""
    return _account_page(request, newsroom, _known(newsroom, account_id))


@router.post("/accounts/{account_id}/person")
def rename_account(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    account_id: str,
    name: Annotated[str, Form()] = "",
    function: Annotated[str, Form()] = "",
) -> Response:
    """Give a person another name or function; what has been published keeps the old ones."""
    act = newsroom.administration(person.id)
    return _done(
        request,
        newsroom,
        account_id,
        lambda: act.rename(account_id, name=name, function=function),
        "renamed",
        at="name",
        typed=TypedAccount(name=name, function=function),
    )


@router.post("/accounts/{account_id}/role")
def change_role(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    account_id: str,
    role: Annotated[str, Form()] = "",
) -> Response:
    """Give a person another role, from their next act on; the last account of the administration keeps its own."""
    act, chosen = newsroom.administration(person.id), _role(role)
    return _done(
        request, newsroom, account_id, lambda: act.change_role(account_id, chosen), "role-changed", at="role"
    )


@router.post("/accounts/{account_id}/password")
def new_password(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    account_id: str,
    password: Annotated[str, Form()] = "",
) -> Response:
    """Give a person another password, who has lost theirs; every session of the account ends."""
    act = newsroom.administration(person.id)
    return _done(
        request,
        newsroom,
        account_id,
        lambda: act.change_password(account_id, password),
        "password-set",
        at="password",
    )


@router.post("/accounts/{account_id}/sessions")
def end_sessions(request: Request, *, newsroom: House, person: Person, account_id: str) -> Response:
    """Sign a person out everywhere, because a machine was lost, say."""
    act = newsroom.administration(person.id)
    return _done(
        request, newsroom, account_id, lambda: act.end_sessions(account_id), "sessions-ended", at="sessions"
    )


@router.post("/accounts/{account_id}/vouchers")
def forget_vouchers(request: Request, *, newsroom: House, person: Person, account_id: str) -> Response:
    """Forget as whom an issuer knows a person: who next signs in there with this login name is known as them."""
    act = newsroom.administration(person.id)
    return _done(
        request,
        newsroom,
        account_id,
        lambda: act.forget_vouchers(account_id),
        "vouchers-forgotten",
        at="vouchers",
    )


@router.post("/accounts/{account_id}/close")
def close_account(request: Request, *, newsroom: House, person: Person, account_id: str) -> Response:
    """Close an account for good; the last account of the administration stays open."""
    act = newsroom.administration(person.id)
    return _done(request, newsroom, account_id, lambda: act.close(account_id), "account-closed", at="close")


@router.post("/accounts/{account_id}/erase")
def erase_name(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    account_id: str,
    login: Annotated[str, Form()] = "",
) -> Response:
    """Erase a person's name, login and password for good; `login` has to be typed, so that nobody does it by
    mistake.
    """
    account = _known(newsroom, account_id)
    if login.strip().casefold() != account.login:
        refusal = visitor(request).wording.say(
            "This is not the login name of the account; nothing was erased."
        )
        return _account_page(
            request, newsroom, account, status=422, refusal=refusal, refused_at="erase-login"
        )
    act = newsroom.erase_by_role
    return _done(
        request, newsroom, account_id, lambda: act(account_id, by=person.id), "name-erased", at="erase-login"
    )


def _done(
    request: Request,
    newsroom: Newsroom,
    account_id: str,
    act: Callable[[], object],
    said: str,
    *,
    at: str,
    typed: TypedAccount | None = None,
) -> Response:
    """Carry out an act on an account; a refusal comes back on its page (409), at the form concerned, with what was
    typed there.
    """
    account = _known(newsroom, account_id)
    try:
        act()
    except Error as refused:
        refusal = in_words(refused, visitor(request).wording)
        return _account_page(
            request, newsroom, account, status=409, refusal=refusal, refused_at=at, typed=typed
        )
    return go(f"/accounts/{account_id}?said={said}")


def _known(newsroom: Newsroom, account_id: str) -> Account:
    """The account of a person. Raises 404 if there is none, or if it is a program's."""
    try:
        account = newsroom.account(account_id)
    except Error as refusal:
        raise HTTPException(404) from refusal
    if account.is_program:
        raise HTTPException(404)
    return account


def _role(chosen: str) -> Role:
    try:
        return Role(chosen)
    except ValueError as unknown:
        raise HTTPException(400) from unknown


def _list(
    request: Request,
    newsroom: Newsroom,
    *,
    status: int = 200,
    refusal: str = "",
    typed: TypedAccount | None = None,
) -> Response:
    words = visitor(request).wording
    return render(
        request,
        "accounts.html",
        status,
        people=people_of(newsroom.accounts(), words),
        roles=role_choices(words),
        typed=typed or TypedAccount(),
        refusal=refusal,
        refused_at="new" if refusal else "",
    )


def _account_page(
    request: Request,
    newsroom: Newsroom,
    shown: Account,
    *,
    status: int = 200,
    refusal: str = "",
    refused_at: str = "",
    typed: TypedAccount | None = None,
) -> Response:
    words = visitor(request).wording
    (one,) = people_of((shown,), words)
    if one.erased or (one.closed and refused_at in _WHILE_OPEN):
        refused_at = ""  # the form is not there any more
    roles = role_choices(words)
    vouchers = [(urlsplit(voucher.issuer).hostname, voucher.since) for voucher in newsroom.vouchers(shown.id)]
    return render(
        request,
        "account.html",
        status,
        person=one,
        roles=roles,
        vouchers=vouchers,
        typed=typed,
        refusal=refusal,
        refused_at=refused_at,
    )
