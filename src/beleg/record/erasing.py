"""Erasing: taking a person's name out of what the record keeps beside its log, down to the bytes on the disk.

The log itself holds account ids and hashes, never a name of the newsroom's people, and is not touched.
"""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from sqlalchemy import Connection, delete, exists, func, insert, select, text, update

from beleg.record.evidence_shown import forget
from beleg.record.own_streams import OWN_STREAMS
from beleg.record.passkeys import forget_passkeys
from beleg.record.schema import accounts, attachments, blobs, events, former_names
from beleg.record.store import Act, Role
from beleg.record.trainings import set_desk
from beleg.record.vouched import unname_vouchers
from beleg.terms.refusal import Error

_NO_PASSWORD = ""
"""No hash: nothing fits it."""


def speaking_of(act: Act, words: str) -> tuple[str, ...]:
    """Return the ids of the dossiers whose record holds these words, in the order they were opened.

    They are looked for as the entries write them, which is JSON.
    """
    written = json.dumps(words, ensure_ascii=False)[1:-1].encode("utf-8")
    found = (
        select(events.c.dossier)
        .where(func.instr(events.c.line, written) > 0, events.c.dossier.not_in(OWN_STREAMS))
        .group_by(events.c.dossier)
        .order_by(func.min(text("rowid")))
    )
    return tuple(act.connection.scalars(found))


def is_nameless(act: Act, account_id: str) -> bool:
    """Whether the name of an account was erased before."""
    password = act.connection.scalar(select(accounts.c.password).where(accounts.c.id == account_id))
    return bool(password == _NO_PASSWORD)


def nameless(act: Act, account_id: str, *, sessions_after: int) -> None:
    """Take names, login, password and passkeys from an account and close it; its function stands for the name from now
    on.

    What was shown on its screen and its desk are forgotten; of what an issuer calls the person a hash stays
    (`beleg.record.vouched`), so that they do not come back as somebody else. The login becomes a random one that nobody
    has. `sessions_after` ends its sessions (see `RecordStore`). Raises Error if there is no such account.
    """
    act.account(account_id)
    forget(act.connection, account_id)
    set_desk(act.connection, account_id, "")
    act.connection.execute(
        update(accounts)
        .where(accounts.c.id == account_id)
        .values(
            login=f"erased-{secrets.token_hex(8)}",
            name=accounts.c.function,
            password=_NO_PASSWORD,
            closed=True,
            sessions_after=sessions_after,
        )
    )
    act.connection.execute(delete(former_names).where(former_names.c.account == account_id))
    forget_passkeys(act.connection, account_id)
    unname_vouchers(act.connection, account_id)


def exchange(act: Act, dossier: str, position: int, role: Role, raw: bytes) -> None:
    """Put other bytes in the place of those attached to an entry, and delete the old ones unless others need them.

    Raises Error if there are none in that role.
    """
    one = (
        (attachments.c.dossier == dossier)
        & (attachments.c.position == position)
        & (attachments.c.role == role.value)
    )
    connection = act.connection
    old = connection.scalar(select(attachments.c.sha256).where(one))
    if old is None:
        raise Error(f"Entry {position} of dossier {dossier} has no {role.value} that could be exchanged.")
    new = sha256(raw).hexdigest()
    connection.execute(insert(blobs).prefix_with("OR IGNORE"), {"sha256": new, "raw": raw})
    with _guards_lifted(connection):
        connection.execute(update(attachments).where(one).values(sha256=new))
        needed = exists().where(attachments.c.sha256 == blobs.c.sha256)
        connection.execute(delete(blobs).where(blobs.c.sha256 == old, ~needed))


@contextmanager
def _guards_lifted(connection: Connection) -> Iterator[None]:
    """Let attachments and their bytes be changed inside this act; the guards are put back in the same act."""
    found = text(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('attachments', 'blobs')"
    )
    guards = connection.execute(found).all()
    for name, _ in guards:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, made in guards:
        connection.exec_driver_sql(made)
