"""Identifying: making sure once more who sits in front of the screen, right before an act that binds.

A session can be left open on a screen that somebody else walks up to. So whoever signs gives the password again, or uses a
passkey; wrong passwords are counted as those of a sign-in are.
"""

import math
from typing import cast

from fastapi import Request

from beleg.desk.attempts import Attempts
from beleg.desk.visitor import visitor
from beleg.desk.wording import Wording
from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account

LONGEST = 1024
"""Characters of a password that are looked at; see `beleg.newsroom.accounts`."""


class NotIdentifiedError(Exception):
    """It was not shown that it is they: `words` say why, in their language, and `status` is the HTTP status to answer with.

    `seconds` says how long no password is looked at any more; 0 if the next one is.
    """

    def __init__(self, words: str, status: int, seconds: int = 0) -> None:
        super().__init__(words)
        self.words = words
        self.status = status
        self.seconds = seconds


def with_password(request: Request, newsroom: Newsroom, person: Account, password: str) -> None:
    """Make sure that `password` is the one of the person signed in. Raises `NotIdentifiedError` if it is not, or for too many tries.

    The tries are counted apart from those of sign-ins: nobody can keep a person from signing by guessing at the door.
    """
    words = visitor(request).wording
    if not password:
        raise NotIdentifiedError(words.say("The password is missing."), 422)
    attempts = cast(Attempts, request.app.state.attempts)
    host = request.client.host if request.client else ""
    known_as = f" {person.id}"  # no login begins with a space
    wait = attempts.seconds_to_wait(known_as, host)
    if wait > 0:
        raise NotIdentifiedError(_too_many(wait, words), 429, math.ceil(wait))
    # Counted before the password is looked at: parallel tries do not slip through.
    attempts.failed(known_as, host)
    if len(password) > LONGEST or newsroom.sign_in(person.login, password) is None:
        raise NotIdentifiedError(words.say("The password is wrong."), 403)
    attempts.succeeded(known_as, host)


def _too_many(wait: float, words: Wording) -> str:
    return words.count(
        "Too many attempts. Try again in %(num)s minute.",
        "Too many attempts. Try again in %(num)s minutes.",
        max(1, math.ceil(wait / 60)),
    )
