"""Vouched: which accounts the people are that an issuer of accounts elsewhere vouches for.

An issuer may let people choose the name they sign in with; what it calls them itself (`sub`) it never gives to somebody
else (OpenID Connect Core 1.0, section 2). So the name leads to an account once, and from then on only this does, also
when the account was closed: whoever it was stays out under whatever name.
"""

import json
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from beleg.record.schema_signing_in import vouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Voucher:
    """That whom `issuer` calls `subject` is an account here, and since when (RFC 3339 in UTC).

    Of an account whose name was erased `subject` is a hash and `since` empty.
    """

    issuer: str
    subject: str
    account: str
    since: str


class Vouchers:
    """The vouchers over one connection; what it reads is as true as the connection's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, issuer: str, subject: str) -> Voucher | None:
        """Return who is called so by an issuer; None if nobody is known."""
        one = (vouched.c.issuer == issuer) & vouched.c.subject.in_((subject, _hash(issuer, subject)))
        row = self._connection.execute(select(vouched).where(one)).one_or_none()
        return Voucher(**row._mapping) if row else None

    def of_account(self, account: str) -> tuple[Voucher, ...]:
        """Return who vouches for an account, by issuer."""
        rows = select(vouched).where(vouched.c.account == account).order_by(vouched.c.issuer)
        return tuple(Voucher(**row._mapping) for row in self._connection.execute(rows))

    def keep(self, voucher: Voucher) -> None:
        """Keep a new one."""
        row = {
            "issuer": voucher.issuer,
            "subject": voucher.subject,
            "account": voucher.account,
            "since": voucher.since,
        }
        self._connection.execute(insert(vouched), row)


def unname_vouchers(connection: Connection, account: str) -> None:
    """Keep of who vouches for an account only what knows the person again where they come back: a hash of each
    subject.
    """
    for voucher in Vouchers(connection).of_account(account):
        one = (vouched.c.issuer == voucher.issuer) & (vouched.c.subject == voucher.subject)
        nameless = {"subject": _hash(voucher.issuer, voucher.subject), "since": ""}
        connection.execute(update(vouched).where(one).values(nameless))


def forget_vouchers(connection: Connection, account: str) -> None:
    """Forget who vouches for an account; the name leads to it again, once."""
    connection.execute(delete(vouched).where(vouched.c.account == account))


def _hash(issuer: str, subject: str) -> str:
    """What stands for a subject whose account lost its name. Who has both can make it again; it names nobody by
    itself.
    """
    return f"sha256:{sha256(json.dumps([issuer, subject]).encode()).hexdigest()}"
