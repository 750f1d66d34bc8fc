"""Passkeys: what is kept of the passkeys of accounts, and of what they have been asked.

The newsroom keeps public keys only; nothing kept here could be used to answer in a passkey's place.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from beleg.record.schema_signing_in import passkey_questions, passkeys
from beleg.terms.refusal import Error


@dataclass(frozen=True, slots=True, kw_only=True)
class Passkey:
    """A passkey of an account. Moments are RFC 3339 in UTC."""

    id: str
    """The credential id its authenticator gave it, base64url without padding."""
    account: str
    name: str
    """What its owner calls it."""
    public_key: bytes
    """In COSE form (RFC 9052)."""
    uses: int
    """What its signature counter last said; stays 0 where the authenticator counts nothing."""
    added_at: str
    used_at: str = ""
    """When it last answered; empty if it never did since it was added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a passkey was asked: a challenge, for one account in one session, about one thing, to be answered in
    time.
    """

    challenge: str
    """Random bytes, base64url without padding."""
    account: str
    session: str
    """What stands for the session that asked; no other can use the answer."""
    about: str
    """What the answer is good for, exactly."""
    until: int
    """Microseconds since 1970 in UTC; an answer that comes then or later is none."""


class Passkeys:
    """The passkeys over one connection; what it reads is as true as the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, account: str) -> tuple[Passkey, ...]:
        """Return the passkeys of an account, the oldest first."""
        rows = self._connection.execute(
            select(passkeys).where(passkeys.c.account == account).order_by(passkeys.c.added_at, passkeys.c.id)
        )
        return tuple(Passkey(**row._mapping) for row in rows)

    def add(self, passkey: Passkey) -> None:
        """Keep a new one. Raises Error if it is known already, be it as somebody else's."""
        known = select(passkeys.c.id).where(passkeys.c.id == passkey.id)
        if self._connection.scalar(known) is not None:
            raise Error("This passkey is known here already.")
        self._connection.execute(
            insert(passkeys),
            {
                "id": passkey.id,
                "account": passkey.account,
                "name": passkey.name,
                "public_key": passkey.public_key,
                "uses": passkey.uses,
                "added_at": passkey.added_at,
                "used_at": passkey.used_at,
            },
        )

    def rename(self, account: str, passkey_id: str, name: str) -> None:
        """Call a passkey of an account something else. Raises Error if it has no such passkey."""
        one = (passkeys.c.account == account) & (passkeys.c.id == passkey_id)
        if not self._connection.execute(update(passkeys).where(one).values(name=name)).rowcount:
            raise Error("This account has no such passkey.")

    def remove(self, account: str, passkey_id: str) -> None:
        """Forget a passkey of an account for good. Raises Error if it has no such passkey."""
        one = (passkeys.c.account == account) & (passkeys.c.id == passkey_id)
        if not self._connection.execute(delete(passkeys).where(one)).rowcount:
            raise Error("This account has no such passkey.")

    def answered(self, passkey: Passkey, *, uses: int, at: str) -> bool:
        """Keep what the counter of a passkey says now; False if it has answered meanwhile, or was removed."""
        as_it_was = (passkeys.c.id == passkey.id) & (passkeys.c.uses == passkey.uses)
        as_it_was &= passkeys.c.used_at == passkey.used_at
        changed = self._connection.execute(update(passkeys).where(as_it_was).values(uses=uses, used_at=at))
        return bool(changed.rowcount)

    def ask(self, question: Question, *, now: int) -> None:
        """Keep a question until it is answered, and forget those that nobody can answer any more at `now`."""
        self._connection.execute(delete(passkey_questions).where(passkey_questions.c.until <= now))
        self._connection.execute(
            insert(passkey_questions),
            {
                "challenge": question.challenge,
                "account": question.account,
                "session": question.session,
                "about": question.about,
                "until": question.until,
            },
        )

    def take(self, challenge: str) -> Question | None:
        """Return the question with this challenge and forget it: it can be answered once, whatever the answer is
        worth.
        """
        row = self._connection.execute(
            delete(passkey_questions)
            .where(passkey_questions.c.challenge == challenge)
            .returning(*passkey_questions.c)
        ).one_or_none()
        return Question(**row._mapping) if row else None


def forget_passkeys(connection: Connection, account: str) -> None:
    """Forget all passkeys of an account and whatever they have been asked."""
    for table in (passkeys, passkey_questions):
        connection.execute(delete(table).where(table.c.account == account))
