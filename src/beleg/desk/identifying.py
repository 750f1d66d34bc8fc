"""Identifying: making sure once more who sits in front of the screen, right before an act that binds.

A session can be left open on a screen that somebody else walks up to. So whoever signs gives the password again, or
uses a passkey; wrong passwords are counted as those of a sign-in are.
"""

import math
from ipaddress import ip_address
from typing import cast

from fastapi import Request

from beleg.desk.attempts import Attempts
from beleg.desk.refusals import in_words
from beleg.desk.visitor import visitor
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.newsroom.passkeys import Place, ToSign
from beleg.terms.account import Account
from beleg.terms.identification import Identification
from beleg.terms.refusal import Error

LONGEST = 1024
"""Characters of a password that are looked at; see `beleg.newsroom.accounts`."""


class NotIdentifiedError(Exception):
    """It was not shown that it is they: `words` say why, in their language, and `status` is the HTTP status to answer
    with.

    `seconds` says how long no password is looked at any more; 0 if the next one is.
    """

    def __init__(self, words: str, status: int, seconds: int = 0) -> None:
        super().__init__(words)
        self.words = words
        self.status = status
        self.seconds = seconds


def with_password(request: Request, newsroom: Newsroom, person: Account, password: str) -> None:
    """Make sure that `password` is the one of the person signed in. Raises `NotIdentifiedError` if it is not, or for
    too many tries.

    They are counted apart from sign-ins, for the account and for the address: guessing passwords at the door keeps
    nobody from signing, not even where a whole house has one address.
    """
    words = visitor(request).wording
    if not password:
        raise NotIdentifiedError(words.say("The password is missing."), 422)
    attempts = cast(Attempts, request.app.state.attempts_to_identify)
    host = request.client.host if request.client else ""
    wait = attempts.begin(person.id, host)
    if wait > 0:
        raise NotIdentifiedError(too_many(wait, words), 429, math.ceil(wait))
    if len(password) > LONGEST or newsroom.sign_in(person.login, password) is None:
        raise NotIdentifiedError(words.say("The password is wrong."), 403)
    attempts.succeeded(person.id, host)


def to_sign(
    request: Request,
    newsroom: Newsroom,
    person: Account,
    what: ToSign,
    *,
    password: str,
    passkey: str,
) -> Identification:
    """Make sure that it is they who sign, by their password or by what one of their passkeys answered (JSON); return by
    which.

    Raises `NotIdentifiedError` if neither shows it.
    """
    if not passkey:
        with_password(request, newsroom, person, password)
        return Identification.PASSWORD
    words = visitor(request).wording
    place = place_of(request)
    if place is None:
        raise NotIdentifiedError(words.say("Passkeys do not work at an IP address."), 422)
    try:
        newsroom.passkeys.identify(person, place, passkey, what)
    except Error as why:
        raise NotIdentifiedError(in_words(why, words), 403) from why
    return Identification.PASSKEY


def place_of(request: Request) -> Place | None:
    """Where passkeys are asked from on the page that sent this; None at an IP address, which they cannot be bound to.

    The host is one of those the desk answers under (`beleg.desk.addresses`); that the browser means the same is what
    the passkey's answer says.
    """
    name = request.url.hostname or ""
    if not name or _is_ip_address(name):
        return None
    return Place(
        origin=f"{request.url.scheme}://{request.url.netloc}",
        name=name,
        session=visitor(request).session.token,
    )


def _is_ip_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def too_many(wait: float, words: Wording) -> str:
    """That nobody is let in for `wait` seconds, in minutes."""
    return words.count(
        "Too many attempts. Try again in %(num)s minute.",
        "Too many attempts. Try again in %(num)s minutes.",
        max(1, math.ceil(wait / 60)),
    )
