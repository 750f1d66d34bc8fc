"""Sessions: who sits in front of the screen, carried by a signed cookie."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import compare_digest, token_bytes, token_urlsafe

from itsdangerous import BadData, URLSafeTimedSerializer

from beleg.newsroom.accounts import microseconds
from beleg.record.private_file import write_private

COOKIE = "beleg_session"
LASTS = 12 * 60 * 60
"""Seconds a session lasts without a page being asked for."""
LONGEST = 14 * 60 * 60
"""Seconds after which a session is over whatever is done in it: a long shift. Then everybody signs in again."""
_SECRET_FILE = "desk-session-secret"  # noqa: S105  # the name of the file, not a secret


def cookie_name(scheme: str, name: str = COOKIE) -> str:
    """The name of a cookie: over https one that browsers take from this very host only, and from none beside it.

    Such a cookie has to be for all of the host (`Path=/`).
    """
    return f"__Host-{name}" if scheme == "https" else name


@dataclass(frozen=True, slots=True)
class Session:
    """What the cookie carries. `account` is empty for somebody who has not signed in.

    `token` is random and new with every sign-in; every form has to send it back (against cross-site requests).
    `begun` is when, in microseconds since 1970 in UTC; no page that renews the cookie changes it. `language` is the
    language of the screens as chosen by the person; empty if none was chosen.
    """

    token: str
    begun: int
    account: str = ""
    language: str = ""

    def allows(self, token: str) -> bool:
        """Whether `token` is the one this session handed out; takes the same time for every answer."""
        return compare_digest(self.token.encode(), token.encode("utf-8", "replace"))

    def in_language(self, language: str) -> "Session":
        """The same session with another language for the screens."""
        return replace(self, language=language)


def _now() -> datetime:
    return datetime.now(UTC)


class Sessions:
    """Begins sessions, seals them into cookies and opens them again. Nothing is stored but the secret.

    A cookie is refused after `LASTS` seconds, and a session after `LONGEST`. Whether its account has been signed
    out, or closed, since it began is for the newsroom to say (`Newsroom.sessions_after`): that outlives the desk.
    """

    def __init__(self, secret: bytes, clock: Callable[[], datetime] = _now) -> None:
        """`clock` gives the present moment with a time zone."""
        self._seal = URLSafeTimedSerializer(secret, salt="beleg.desk.session")
        self._begun = URLSafeTimedSerializer(secret, salt="beleg.desk.sign-in")
        self._clock = clock

    def fresh(self, language: str = "") -> Session:
        """A session for somebody nobody knows yet, in a language that was chosen before (or none)."""
        return Session(token_urlsafe(24), microseconds(self._clock()), language=language)

    def signed_in(self, session: Session, account: str) -> Session:
        """A new session for `account` that keeps the chosen language of `session` and nothing else."""
        return replace(self.fresh(session.language), account=account)

    def seal(self, session: Session) -> str:
        """The cookie's value."""
        return self._seal.dumps([session.token, session.begun, session.account, session.language])

    def seal_begun(self, parts: list[str]) -> str:
        """The value of the cookie for a sign-in that is on its way through the issuer."""
        return self._begun.dumps(parts)

    def open_begun(self, cookie: str, lasts: int) -> tuple[str, ...]:
        """The parts in such a cookie. Raises BadData if it is forged or older than `lasts` seconds."""
        return tuple(str(part) for part in self._begun.loads(cookie, max_age=lasts))

    def open(self, cookie: str) -> Session | None:
        """The session in a cookie; None if it is forged, too old or not one of ours."""
        try:
            token, begun, account, language = self._seal.loads(cookie, max_age=LASTS)
            session = Session(str(token), int(begun), str(account), str(language))
        except (BadData, TypeError, ValueError):
            return None
        over = session.begun + LONGEST * 1_000_000 <= microseconds(self._clock())
        return None if over else session


def kept_secret(folder: Path) -> bytes:
    """The newsroom's secret for signing cookies; made on first use, readable by its owner only (0600).

    Two desks that start at the same moment agree on one secret: the file is made whole and linked into place.
    """
    path = folder / _SECRET_FILE
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_private(path, token_bytes(32))
    path.chmod(0o600)
    return path.read_bytes()
