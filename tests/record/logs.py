"""Logs for tests: a newsroom whose log grows by as many entries as asked for."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beleg.record.founding import found
from beleg.record.store import RecordStore
from beleg.terms.account import Account
from beleg.terms.events import DossierOpened, Entry, SentenceConfirmed

AT = "2026-03-01T10:00:00.000000Z"
IDA = Account("p-1", "ida", "Ida Kroll", "Redakteurin")
OPENED = DossierOpened(title="Hallenbad", language="de")
SAID = SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen.")


@contextmanager
def founded(folder: Path) -> Iterator[RecordStore]:
    """A newsroom's record with a key and one account, `IDA`; its log has one leaf."""
    with RecordStore.open(folder) as store:
        found(store, at=AT)
        store.add_account(IDA, "hash")
        yield store


def grow(store: RecordStore, count: int, dossier: str = "d-1") -> list[Entry]:
    """Add entries to a dossier in one act, its opening first."""
    with store.act() as act:
        return [
            act.append(dossier, SAID if act.entries(dossier) else OPENED, by=IDA.id, at=AT)
            for _ in range(count)
        ]


def keys(store: RecordStore) -> str:
    """All keys of the newsroom as verifier lines."""
    return "\n".join(verifier.line for verifier in store.verifiers())
