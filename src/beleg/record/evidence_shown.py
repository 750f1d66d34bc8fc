"""Evidence shown: on whose screen the evidence of which sentence has been, kept beside the record and without a time."""

from collections.abc import Set as AbstractSet

from sqlalchemy import Connection, Select, delete, select
from sqlalchemy.dialects.sqlite import insert

from beleg.record.schema import evidence_shown

Shown = tuple[str, str]
"""The key of a sentence and the key of the evidence that was shown for it."""


def shown(connection: Connection, dossier: str, account: str) -> AbstractSet[Shown]:
    """What has been on the screen of an account in a dossier."""
    return {(row.sentence, row.evidence) for row in connection.execute(_of(dossier, account))}


def shown_with_verdict(connection: Connection, dossier: str, account: str) -> AbstractSet[Shown]:
    """The same, where what the machine says of the sentence stood beside it."""
    wanted = _of(dossier, account).where(evidence_shown.c.with_verdict)
    return {(row.sentence, row.evidence) for row in connection.execute(wanted)}


def note(connection: Connection, dossier: str, account: str, what: Shown, *, with_verdict: bool) -> None:
    """Keep that something was shown; a verdict shown once stays shown."""
    row = {
        "account": account,
        "dossier": dossier,
        "sentence": what[0],
        "evidence": what[1],
        "with_verdict": with_verdict,
    }
    keys = ["account", "dossier", "sentence", "evidence"]
    kept = insert(evidence_shown).values(row)
    if with_verdict:
        connection.execute(kept.on_conflict_do_update(index_elements=keys, set_={"with_verdict": True}))
    else:
        connection.execute(kept.on_conflict_do_nothing(index_elements=keys))


def forget(connection: Connection, account: str) -> None:
    """Delete everything that is kept of an account."""
    connection.execute(delete(evidence_shown).where(evidence_shown.c.account == account))


def _of(dossier: str, account: str) -> Select[tuple[str, str]]:
    return select(evidence_shown.c.sentence, evidence_shown.c.evidence).where(
        evidence_shown.c.dossier == dossier, evidence_shown.c.account == account
    )
