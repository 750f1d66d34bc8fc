"""What is erased leaves the disk, and nothing else changes."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.record import database
from beleg.record.canonical import encode
from beleg.record.chain import breaks
from beleg.record.erasing import exchange, is_nameless, nameless, speaking_of
from beleg.record.store import RecordStore, Role
from beleg.terms.account import Account
from beleg.terms.events import DossierOpened
from beleg.terms.refusal import Error

IDA = Account("p-1", "ida", "Ida Kroll", "Redakteurin")
OLE = Account("p-2", "ole", "Ole Hansen", "Chef vom Dienst")
AT = "2026-03-01T10:00:00.000000Z"
PAGE = b"<p>Von Ida Kroll</p>" * 3000
SHARED = b"<p>Auch von Ida Kroll</p>"
ANEW = b"<p>Von der Redaktion</p>"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    with RecordStore.open(tmp_path / "newsroom") as store:
        store.add_account(IDA, "hash-von-ida")
        store.add_account(OLE, "hash-von-ole")
        with store.act() as act:
            for dossier in ("d-2", "d-1", "d-3"):
                entry = act.append(dossier, DossierOpened(title="Hallenbad", language="de"), by="p-1", at=AT)
                act.attach(entry, Role.PAGE, PAGE if dossier == "d-1" else SHARED)
        yield store


def _on_disk(store: RecordStore, words: str) -> list[str]:
    return [path.name for path in store.folder.iterdir() if words.encode() in path.read_bytes()]


def test_an_account_without_a_name_is_closed_and_called_by_its_function(store: RecordStore) -> None:
    with store.act() as act:
        nameless(act, "p-1", sessions_after=77)
    account = next(account for account in store.accounts() if account.id == "p-1")
    assert (account.name, account.function, account.closed) == ("Redakteurin", "Redakteurin", True)
    assert account.login.startswith("erased-")
    stored = store.stored_account(account.login)
    assert stored is not None
    assert stored.password == ""
    assert store.sessions_after("p-1") == 77
    assert store.stored_account("ida") is None
    assert store.stored_account("ole") is not None


def test_an_account_is_nameless_only_after_it_was_erased(store: RecordStore) -> None:
    with store.act() as act:
        assert not is_nameless(act, "p-1")
        nameless(act, "p-1", sessions_after=0)
        assert (is_nameless(act, "p-1"), is_nameless(act, "p-2"), is_nameless(act, "p-9")) == (
            True,
            False,
            False,
        )


def test_dossiers_whose_record_holds_words_are_found_in_their_order(store: RecordStore) -> None:
    with store.act() as act:
        act.append("d-4", DossierOpened(title="Die Färberbrücke", language="de"), by="p-2", at=AT)
        assert speaking_of(act, "p-1") == ("d-2", "d-1", "d-3")
        assert speaking_of(act, "Färberbrücke") == ("d-4",)
        assert speaking_of(act, "Ida Kroll") == ()


def test_an_account_that_is_not_there_is_refused(store: RecordStore) -> None:
    with pytest.raises(Error, match="no account p-9"), store.act() as act:
        nameless(act, "p-9", sessions_after=0)


def test_bytes_are_exchanged_and_the_old_ones_leave_the_disk(store: RecordStore) -> None:
    assert _on_disk(store, "Ida Kroll")
    lines = [encode(entry) for entry in store.entries("d-1")]
    with store.act() as act:
        nameless(act, "p-1", sessions_after=0)
        for dossier in store.dossiers():
            exchange(act, dossier, 1, Role.PAGE, ANEW)
        assert act.attached("d-1", 1) == {Role.PAGE: ANEW}
    store.sweep()
    for words in ("Ida Kroll", "ida", "hash-von-ida"):
        assert _on_disk(store, words) == []
    assert _on_disk(store, "Ole Hansen") == [database.FILE]
    assert store.attached("d-1", 1) == {Role.PAGE: ANEW}
    assert [encode(entry) for entry in store.entries("d-1")] == lines
    assert breaks(lines) == ()
    assert store.dossiers() == ("d-2", "d-1", "d-3")


def test_bytes_that_another_entry_needs_stay(store: RecordStore) -> None:
    with store.act() as act:
        exchange(act, "d-2", 1, Role.PAGE, ANEW)
    assert store.attached("d-3", 1) == {Role.PAGE: SHARED}
    assert store.attached("d-2", 1) == {Role.PAGE: ANEW}
    with store.act() as act:
        exchange(act, "d-3", 1, Role.PAGE, SHARED)
    assert store.attached("d-3", 1) == {Role.PAGE: SHARED}


def test_what_is_not_there_cannot_be_exchanged(store: RecordStore) -> None:
    with pytest.raises(Error, match="has no bundle"), store.act() as act:
        exchange(act, "d-1", 1, Role.BUNDLE, ANEW)


def test_the_record_is_append_only_again_afterwards_and_after_a_failure(store: RecordStore) -> None:
    with store.act() as act:
        exchange(act, "d-1", 1, Role.PAGE, ANEW)
    with pytest.raises(MemoryError), store.act() as act:
        exchange(act, "d-1", 1, Role.PAGE, PAGE)
        raise MemoryError
    assert store.attached("d-1", 1) == {Role.PAGE: ANEW}
    connection = sqlite3.connect(store.folder / database.FILE)
    for change in ("DELETE FROM blobs", "DELETE FROM attachments", "UPDATE attachments SET role = 'raw'"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            connection.execute(change)
    connection.close()


def test_who_reads_meanwhile_keeps_the_bytes_on_the_disk_and_that_is_said(
    store: RecordStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store.act() as act:
        exchange(act, "d-1", 1, Role.PAGE, ANEW)
    reader = sqlite3.connect(store.folder / database.FILE, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM events").fetchone()
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    with RecordStore.open(store.folder) as hurried:
        assert not hurried.sweep()
        with store.act():
            assert not hurried.sweep()
    reader.close()
    assert store.sweep()
    assert not _on_disk(store, "<p>Von Ida")
