"""Evidence shown: on whose screen the evidence of which sentence has been, whether it was in view there, and to whom
the verdict on it was sent.

It is kept beside the record and without a time.
"""

from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, Select, delete, or_, select
from sqlalchemy.dialects.sqlite import insert

from beleg.record.schema import evidence_shown
from beleg.terms.sight import Sight

Shown = tuple[str, str]
"""The key of a sentence and the key of the evidence that was shown for it."""


def shown(connection: Connection, dossier: str, account: str) -> AbstractSet[Shown]:
    """What has been on the screen of an account in a dossier."""
    wanted = _of(dossier, account).where(evidence_shown.c.on_screen)
    return {(row.sentence, row.evidence) for row in connection.execute(wanted)}


def shown_with_verdict(connection: Connection, dossier: str, account: str) -> AbstractSet[Shown]:
    """For what an account was sent what the machine says of the sentence, whether or not it came to stand on a
    screen.
    """
    wanted = _of(dossier, account).where(evidence_shown.c.with_verdict)
    return {(row.sentence, row.evidence) for row in connection.execute(wanted)}


def sight(connection: Connection, dossier: str, account: str, what: Shown) -> Sight:
    """How much is known of certain evidence on the screen of an account."""
    if what in shown(connection, dossier, account):
        wanted = _of(dossier, account).where(evidence_shown.c.in_view)
        seen = {(row.sentence, row.evidence) for row in connection.execute(wanted)}
        return Sight.IN_VIEW if what in seen else Sight.DISPLAYED
    return Sight.NOT_KNOWN


def note(
    connection: Connection,
    dossier: str,
    account: str,
    what: Shown,
    *,
    with_verdict: bool,
    seen: Sight,
) -> None:
    """Keep that something was sent, with the verdict or without, and how it stood on the screen; what was so once stays
    so.
    """
    row = {
        "account": account,
        "dossier": dossier,
        "sentence": what[0],
        "evidence": what[1],
        "with_verdict": with_verdict,
        "on_screen": seen is not Sight.NOT_KNOWN,
        "in_view": seen is Sight.IN_VIEW,
    }
    kept = insert(evidence_shown).values(row)
    either = {
        column.name: or_(column, kept.excluded[column.name])
        for column in (
            evidence_shown.c.with_verdict,
            evidence_shown.c.on_screen,
            evidence_shown.c.in_view,
        )
    }
    connection.execute(kept.on_conflict_do_update(index_elements=evidence_shown.primary_key, set_=either))


def forget(connection: Connection, account: str) -> None:
    """Delete everything that is kept of an account."""
    connection.execute(delete(evidence_shown).where(evidence_shown.c.account == account))


def _of(dossier: str, account: str) -> Select[tuple[str, str]]:
    return select(evidence_shown.c.sentence, evidence_shown.c.evidence).where(
        evidence_shown.c.dossier == dossier, evidence_shown.c.account == account
    )
