import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from beleg.record import database
from beleg.record.canonical import decode, encode
from beleg.record.chain import breaks
from beleg.record.store import RecordStore, Role
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.events import DossierOpened, Event, SentenceConfirmed
from beleg.terms.refusal import Error
from tests.record.generated import histories

OPENED = DossierOpened(title="Hallenbad", language="de")
SAID = SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen.")
AT = "2026-03-01T10:00:00.000000Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    store = RecordStore.open(tmp_path / "newsroom")
    yield store
    store.close()


def _append(store: RecordStore, *events: Event, dossier: str = "d-1") -> None:
    with store.act() as act:
        for event in events:
            act.append(dossier, event, by="p-1", at=AT)


def _lines(folder: Path) -> list[bytes]:
    with sqlite3.connect(folder / database.FILE) as connection:
        lines = [row[0] for row in connection.execute("SELECT line FROM events ORDER BY dossier, position")]
    connection.close()
    return lines


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(events=histories)
def test_replaying_the_stored_lines_rebuilds_the_state(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event]
) -> None:
    folder = tmp_path_factory.mktemp("newsroom")
    with RecordStore.open(folder) as store:
        for event in events:  # one act each, so that what is remembered grows entry by entry
            _append(store, event)
        state = replay(store.entries("d-1"))
    lines = _lines(folder)
    assert breaks(lines) == ()
    assert replay(decode(line) for line in lines) == state
    with RecordStore.open(folder) as again:
        assert replay(again.entries("d-1")) == state
        assert [encode(entry) for entry in again.entries("d-1")] == lines


def test_bytes_are_kept_exactly_and_once(store: RecordStore, tmp_path: Path) -> None:
    raw = bytes(range(256)) * 3
    with store.act() as act:
        act.append("d-1", OPENED, by="p-1", at=AT, attach={Role.RAW: raw, Role.TEXT: "ä\0".encode()})
        act.append("d-1", SAID, by="p-1", at=AT, attach={Role.RAW: raw})
    assert store.attached("d-1", 1) == {Role.RAW: raw, Role.TEXT: "ä\0".encode()}
    assert store.attached("d-1", 2) == {Role.RAW: raw}
    with sqlite3.connect(tmp_path / "newsroom" / database.FILE) as connection:
        assert connection.execute("SELECT count(*) FROM blobs").fetchone() == (2,)
    connection.close()


def test_an_act_that_fails_in_the_middle_leaves_nothing(store: RecordStore, tmp_path: Path) -> None:
    _append(store, OPENED)

    def interrupted() -> None:
        with store.act() as act:
            act.append("d-1", SAID, by="p-1", at=AT, attach={Role.RAW: b"half"})
            assert len(act.entries("d-1")) == 2
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert [entry.event for entry in store.entries("d-1")] == [OPENED]
    with sqlite3.connect(tmp_path / "newsroom" / database.FILE) as connection:
        assert connection.execute("SELECT count(*) FROM blobs").fetchone() == (0,)
    connection.close()
    _append(store, SAID)
    assert breaks(_lines(tmp_path / "newsroom")) == ()


def _die_in_the_middle(folder: Path) -> None:
    import os

    with RecordStore.open(folder) as store, store.act() as act:
        act.append("d-1", SAID, by="p-1", at=AT, attach={Role.RAW: b"half"})
        os._exit(9)


def test_a_process_killed_in_the_middle_leaves_nothing(store: RecordStore, tmp_path: Path) -> None:
    _append(store, OPENED)
    dying = multiprocessing.get_context("spawn").Process(
        target=_die_in_the_middle, args=(tmp_path / "newsroom",)
    )
    dying.start()
    dying.join(60)
    assert dying.exitcode == 9
    assert [entry.event for entry in store.entries("d-1")] == [OPENED]
    _append(store, SAID)
    assert len(store.entries("d-1")) == 2


def _add_ten(folder: Path) -> None:
    with RecordStore.open(folder) as store:
        for _ in range(10):
            _append(store, SAID)


def test_two_processes_founding_and_writing_at_once_make_one_chain(tmp_path: Path) -> None:
    folder = tmp_path / "newsroom"
    start = multiprocessing.get_context("spawn")
    writers = [start.Process(target=_add_ten, args=(folder,)) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(120)
    assert [writer.exitcode for writer in writers] == [0, 0]
    lines = _lines(folder)
    assert len(lines) == 20
    assert breaks(lines) == ()


def test_threads_of_one_store_make_one_chain(store: RecordStore, tmp_path: Path) -> None:
    _append(store, OPENED)

    def ten() -> None:
        for _ in range(10):
            _append(store, SAID)

    threads = [threading.Thread(target=ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(store.entries("d-1")) == 41
    assert breaks(_lines(tmp_path / "newsroom")) == ()


def test_an_act_that_cannot_get_its_turn_is_refused(
    store: RecordStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.05)
    with RecordStore.open(tmp_path / "newsroom") as other, store.act() as act:
        act.append("d-1", OPENED, by="p-1", at=AT)
        with pytest.raises(Error, match="Another act is being stored"):
            _append(other, OPENED)
        assert other.entries("d-1") == ()
    assert len(store.entries("d-1")) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE events SET line = x'00'",
        "DELETE FROM events WHERE position = 2",
        "INSERT OR REPLACE INTO events SELECT dossier, position, previous, 'x', line FROM events WHERE position = 2",
        "INSERT OR REPLACE INTO events SELECT dossier, 3, hash, hash, line FROM events WHERE position = 2",
        "INSERT INTO events SELECT dossier, 9, hash, 'x', line FROM events WHERE position = 2",
        "INSERT INTO events SELECT dossier, 3, 'y', 'x', line FROM events WHERE position = 2",
        "UPDATE blobs SET raw = x'00'",
        "DELETE FROM blobs",
        "DELETE FROM attachments",
        "UPDATE attachments SET role = 'page'",
        "INSERT OR REPLACE INTO attachments SELECT * FROM attachments",
    ],
)
def test_the_database_itself_refuses_to_rewrite_the_record(
    store: RecordStore, tmp_path: Path, statement: str
) -> None:
    with store.act() as act:
        act.append("d-1", OPENED, by="p-1", at=AT, attach={Role.RAW: b"abc"})
        act.append("d-1", SAID, by="p-1", at=AT)
    connection = sqlite3.connect(tmp_path / "newsroom" / database.FILE)
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|does not follow"):
        connection.execute(statement)
    connection.close()


def test_a_blob_cannot_be_replaced(store: RecordStore, tmp_path: Path) -> None:
    with store.act() as act:
        act.append("d-1", OPENED, by="p-1", at=AT, attach={Role.RAW: b"abc"})
    with sqlite3.connect(tmp_path / "newsroom" / database.FILE) as connection:
        connection.execute("INSERT OR REPLACE INTO blobs SELECT sha256, x'00' FROM blobs")
    connection.close()
    assert store.attached("d-1", 1) == {Role.RAW: b"abc"}


def test_a_record_changed_behind_our_back_is_refused_with_the_place(
    store: RecordStore, tmp_path: Path
) -> None:
    with store.act() as act:
        entry = act.append("d-1", OPENED, by="p-1", at=AT, attach={Role.RAW: b"abc"})
        act.append("d-1", SAID, by="p-1", at=AT)
    with sqlite3.connect(tmp_path / "newsroom" / database.FILE) as connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("DROP TRIGGER blobs_no_update")
        changed = encode(entry).replace(b"Hallenbad", b"Stadtbad!")
        connection.execute("UPDATE events SET line = ? WHERE position = 1", (changed,))
        connection.execute("UPDATE blobs SET raw = x'00'")
    connection.close()
    with pytest.raises(Error, match="The record of dossier d-1 is broken: Entry 1 was changed"):
        store.entries("d-1")
    with pytest.raises(Error, match="were changed: they no longer give this hash"):
        store.attached("d-1", 1)


def test_unknown_bytes_are_refused(store: RecordStore) -> None:
    with pytest.raises(Error, match="There are no bytes with the hash ab"):
        store.blobs(["ab"])
    assert store.attached("d-1", 1) == {}


def test_dossiers_come_in_the_order_they_were_opened(store: RecordStore) -> None:
    for dossier in ("d-9", "d-1", "d-5"):
        _append(store, OPENED, dossier=dossier)
    _append(store, SAID, dossier="d-1")
    assert store.dossiers() == ("d-9", "d-1", "d-5")


def test_a_login_is_given_once(store: RecordStore) -> None:
    account = Account("p-1", "ida", "Ida Kroll", "Redakteurin")
    store.add_account(account, "hash")
    with pytest.raises(Error, match="The login “ida” is taken"):
        store.add_account(Account("p-2", "ida", "Ida Maas", "Redakteurin"), "hash")
    assert store.accounts() == (account,)
    stored = store.stored_account("ida")
    assert stored is not None
    assert (stored.account, stored.password) == (account, "hash")
    assert store.stored_account("IDA") is None
