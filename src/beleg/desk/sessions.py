"""Sessions: who sits in front of the screen, carried by a signed cookie."""

import os
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import compare_digest, token_bytes, token_urlsafe
from threading import Lock

from itsdangerous import BadData, URLSafeTimedSerializer

COOKIE = "beleg_session"
LASTS = 12 * 60 * 60
"""Seconds a session lasts: a long shift."""
_SECRET_FILE = "desk-session-secret"  # noqa: S105  # the name of the file, not a secret
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """What the cookie carries. `account` is empty for somebody who has not signed in.

    `token` is random and new with every sign-in; every form has to send it back (against cross-site requests).
    `language` is the language of the screens as chosen by the person; empty if none was chosen.
    """

    token: str
    account: str = ""
    language: str = ""

    def allows(self, token: str) -> bool:
        """Whether `token` is the one this session handed out; takes the same time for every answer."""
        return compare_digest(self.token.encode(), token.encode("utf-8", "replace"))

    def signed_in(self, account: str) -> "Session":
        """A new session for `account` that keeps the chosen language and nothing else."""
        return Session(token_urlsafe(24), account, self.language)

    def in_language(self, language: str) -> "Session":
        """The same session with another language for the screens."""
        return replace(self, language=language)


class Sessions:
    """Seals sessions into cookies and opens them again; remembers which ones were signed out.

    Nothing is stored but the secret: the signed-out ones are forgotten with the process, and a cookie is refused
    after `LASTS` seconds anyway.
    """

    def __init__(self, secret: bytes) -> None:
        self._seal = URLSafeTimedSerializer(secret, salt="beleg.desk.session")
        self._ended: dict[str, None] = {}
        self._lock = Lock()

    def fresh(self) -> Session:
        """A session for somebody nobody knows yet."""
        return Session(token_urlsafe(24))

    def seal(self, session: Session) -> str:
        """The cookie's value."""
        return self._seal.dumps([session.token, session.account, session.language])

    def open(self, cookie: str) -> Session | None:
        """The session in a cookie; None if it is forged, too old, signed out or not one of ours."""
        try:
            token, account, language = (str(part) for part in self._seal.loads(cookie, max_age=LASTS))
        except (BadData, TypeError, ValueError):
            return None
        return None if token in self._ended else Session(token, account, language)

    def end(self, session: Session) -> None:
        """From now on no cookie with this session is accepted."""
        with self._lock:
            self._ended[session.token] = None
            while len(self._ended) > _REMEMBERED:
                del self._ended[next(iter(self._ended))]


def kept_secret(folder: Path) -> bytes:
    """The newsroom's secret for signing cookies; made on first use, readable by its owner only (0600).

    Two desks that start at the same moment agree on one secret: the file is made whole and linked into place.
    """
    path = folder / _SECRET_FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        made = folder / f"{_SECRET_FILE}.{token_urlsafe(6)}"
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(token_bytes(32))
        try:
            os.link(made, path)
        except FileExistsError:  # the other desk was quicker
            pass
        finally:
            made.unlink()
    path.chmod(0o600)
    return path.read_bytes()
