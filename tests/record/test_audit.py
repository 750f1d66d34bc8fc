"""The audit: whatever somebody with the database file changes is told, and where."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.record.audit import audit
from beleg.record.canonical import encode
from beleg.record.chain import link
from beleg.record.database import FILE
from beleg.record.founding import rotate
from beleg.record.keys import STREAM, rotation
from beleg.record.newsroom_key import FILE as KEY_FILE
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.store import RecordStore, Role
from tests.record.logs import AT, IDA, OPENED, SAID, founded, grow


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    with founded(tmp_path / "newsroom") as store:
        grow(store, 5)
        grow(store, 2, "d-2")
        with store.act() as act:
            act.append("d-3", OPENED, by=IDA.id, at=AT, attach={Role.RAW: b"abc"})
    yield tmp_path / "newsroom"


def _audited(folder: Path) -> tuple[str, ...]:
    with RecordStore.open(folder) as store:
        return audit(store)


def _change(folder: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Change the file as somebody would who is held off by no trigger."""
    with sqlite3.connect(folder / FILE) as connection:
        names = [
            row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ]
        for name in names:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement, values)
    connection.close()


def test_a_newsroom_as_it_was_made_fits(folder: Path) -> None:
    assert _audited(folder) == ()
    (folder / KEY_FILE).unlink()
    assert _audited(folder) == (), "it takes no private key to look"


def test_a_newsroom_whose_key_was_changed_fits(folder: Path) -> None:
    with RecordStore.open(folder) as store:
        rotate(store, by=IDA.id, at=AT)
        grow(store, 3)
        assert audit(store) == ()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE events SET line = replace(line, 'Angerufen', 'Ausgedacht') WHERE dossier = 'd-1' AND position = 3",
            "The record of d-1 is broken: Entry 3 was changed: its content does not give its hash.",
        ),
        (
            "UPDATE events SET line = x'00' WHERE dossier = 'd-2' AND position = 1",
            "The record of d-2 is broken: The entry is not JSON.",
        ),
        (
            "UPDATE events SET hash = 'x' WHERE dossier = 'd-1' AND position = 5",
            "The record of d-1 is broken: Entry 5 is kept under another place or hash than its line says.",
        ),
        ("DELETE FROM log_leaves WHERE number = 8", "Entry 1 of d-3 is not in the log."),
        (
            "UPDATE log_leaves SET number = 77 WHERE number = 8",
            "Entry 1 of d-3 is leaf 77 of the log and should be leaf 8.",
        ),
        (
            "UPDATE log_nodes SET hash = x'00' WHERE level = 2 AND position = 0",
            "The tree of the log is not the one of its entries; `beleg record rebuild` builds it again.",
        ),
        (
            "DELETE FROM log_nodes WHERE level = 0 AND position = 0",
            "The tree of the log is not the one of its entries; `beleg record rebuild` builds it again.",
        ),
        (
            "INSERT INTO log_nodes VALUES (9, 9, x'00')",
            "The tree of the log is not the one of its entries; `beleg record rebuild` builds it again.",
        ),
        (
            "UPDATE blobs SET raw = x'00'",
            "The bytes stored under ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad were changed: "
            "they no longer give this hash.",
        ),
        (
            "DELETE FROM events WHERE dossier = 'd-1' AND position = 5",
            "The log has 9 leaves, and there are 8 entries.",
        ),
        (
            "DELETE FROM events WHERE dossier = 'd-1' AND position = 2",
            "The record of d-1 is broken: Entry 2 is missing here; entry 3 stands in its place.",
        ),
    ],
)
def test_what_was_changed_in_the_file_is_told(folder: Path, statement: str, told: str) -> None:
    _change(folder, statement)
    assert told in _audited(folder)


def test_leaves_that_changed_places_are_told(folder: Path) -> None:
    _change(
        folder,
        "UPDATE log_leaves SET number = -number WHERE number IN (2, 3)",
        "UPDATE log_leaves SET number = 5 + number WHERE number < 0",
    )
    assert "The record of d-1 is broken: Entry 2 is missing here; entry 3 stands in its place." in _audited(
        folder
    )


def test_an_entry_rewritten_with_its_hash_is_told_by_the_tree(folder: Path) -> None:
    """The last entry of a dossier: no later one holds its hash, the tree does."""
    with RecordStore.open(folder) as store:
        entries = store.entries("d-2")
    other = link(SAID, dossier="d-2", by="p-2", at=AT, after=entries[0])
    _change(
        folder,
        "UPDATE events SET hash = ?, line = ? WHERE dossier = 'd-2' AND position = 2",
        values=(other.hash, encode(other)),
    )
    assert _audited(folder) == (
        "The tree of the log is not the one of its entries; `beleg record rebuild` builds it again.",
    )


def test_a_key_that_nobody_introduced_is_told(folder: Path) -> None:
    with RecordStore.open(folder) as store:
        name = store.verifiers()[-1].name
        with store.act() as act:
            event = rotation(NewsroomKey.make(), NewsroomKey.make(), name)
            act.append(STREAM, event, by=IDA.id, at=AT)
    assert _audited(folder) == (
        "Entry 2 of the newsroom's own stream introduces a key without the signatures it needs.",
    )


def test_rebuilding_mends_the_tree_and_nothing_else(folder: Path) -> None:
    _change(folder, "DELETE FROM log_nodes", "UPDATE blobs SET raw = x'00'")
    assert len(_audited(folder)) == 2
    with RecordStore.open(folder) as store, store.act() as act:
        act.log.rebuild()
    (told,) = _audited(folder)
    assert told.startswith("The bytes stored under ba78")


def test_a_folder_without_a_log_is_told(folder: Path, tmp_path: Path) -> None:
    with RecordStore.open(folder) as store:
        told = audit(store, tmp_path / "nowhere")
    assert told == (f"{tmp_path}/nowhere: holds no log; there is no checkpoint in it.",)
