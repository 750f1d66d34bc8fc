"""The log of a newsroom: a leaf for every entry, in the same act, in the order they were stored."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from beleg.record import database, log_proof, merkle
from beleg.record.canonical import encode
from beleg.record.database import FILE
from beleg.record.founding import found
from beleg.record.keys import STREAM
from beleg.record.signed_note import Checkpoint, checkpoint_in
from beleg.record.store import RecordStore
from beleg.terms.events import DossierOpened, Entry, SentenceConfirmed
from beleg.terms.refusal import Error
from tests.record.generated import chained

OPENED = DossierOpened(title="Hallenbad", language="de")
SAID = SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen.")
AT = "2026-03-01T10:00:00.000000Z"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    with RecordStore.open(tmp_path / "newsroom") as store:
        found(store, at=AT)
        yield store


def _append(store: RecordStore, count: int, dossier: str = "d-1") -> list[Entry]:
    with store.act() as act:
        return [
            act.append(dossier, SAID if act.entries(dossier) else OPENED, by="p-1", at=AT)
            for _ in range(count)
        ]


def _leaf(entry: Entry) -> bytes:
    """The leaf as the documentation describes it."""
    named = {
        "dossier": entry.dossier,
        "entry": sha256(encode(entry)).hexdigest(),
        "position": entry.position,
    }
    return json.dumps(named, sort_keys=True, separators=(",", ":")).encode()


def _roots(leaves: list[bytes]) -> list[bytes]:
    """The root after each leaf, over nodes kept here."""
    nodes: dict[tuple[int, int], bytes] = {}

    def node(level: int, position: int) -> bytes:
        return nodes[level, position]

    roots = []
    for number, leaf in enumerate(leaves):
        for level, position, digest in merkle.completed(number, merkle.leaf_hash(leaf), node):
            nodes[level, position] = digest
        roots.append(merkle.root(number + 1, node))
    return roots


def test_every_entry_is_a_leaf_in_the_order_stored(store: RecordStore) -> None:
    entries = [*store.entries(STREAM)]
    for count, dossier in ((3, "d-2"), (1, "d-1"), (4, "d-2"), (9, "d-1")):
        entries += _append(store, count, dossier)
    leaves = [_leaf(entry) for entry in entries]
    with store.log() as log:
        assert log.size == 18
        assert list(log.leaves(0, 18)) == leaves
        assert [log.number(entry) for entry in entries] == list(range(18))
        assert [log.root(size) for size in range(1, 19)] == _roots(leaves)
        assert log.root(0) == merkle.EMPTY


def test_an_act_that_fails_leaves_no_leaf(store: RecordStore) -> None:
    checkpoint = store.checkpoint()

    def interrupted() -> None:
        with store.act() as act:
            act.append("d-1", OPENED, by="p-1", at=AT)
            assert act.log.size == 2
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert store.checkpoint() == checkpoint
    _append(store, 1)
    assert store.checkpoint() != checkpoint


def test_a_checkpoint_names_size_and_root_and_is_signed_with_the_newsrooms_key(store: RecordStore) -> None:
    _append(store, 6)
    (verifier,) = store.verifiers()
    checkpoint = checkpoint_in(store.checkpoint(), verifier)
    with store.log() as log:
        assert checkpoint == Checkpoint(verifier.name, 7, log.root(7))
    assert store.checkpoint() == store.checkpoint()


def test_a_proof_made_in_the_act_that_stores_the_entry_holds(store: RecordStore) -> None:
    _append(store, 5)
    with store.act() as act:
        entry = act.append("d-2", OPENED, by="p-1", at=AT)
        proof = act.proof(entry)
    line = store.verifiers()[-1].line
    assert log_proof.proof_trouble(proof, line, encode(entry)) == ""
    assert log_proof.read(proof).index == 6
    assert log_proof.read(proof).checkpoint == store.checkpoint()


def test_an_old_entry_is_proved_in_the_tree_of_today(store: RecordStore) -> None:
    first, *_ = _append(store, 21)
    with store.act() as act:
        proof = act.proof(first)
    assert log_proof.proof_trouble(proof, store.verifiers()[-1].line, encode(first)) == ""
    assert log_proof.read(proof).index == 1


def test_the_log_shows_that_it_has_only_grown(store: RecordStore) -> None:
    _append(store, 12)
    with store.log() as log:
        for old in range(14):
            for new in range(old, 14):
                roots = log.root(old), log.root(new)
                assert merkle.is_consistent(old, roots[0], new, roots[1], log.consistency(old, new))


def test_an_entry_that_was_never_stored_has_no_proof(store: RecordStore) -> None:
    (foreign,) = chained([OPENED], dossier="d-9")
    with store.act() as act, pytest.raises(Error, match="Entry 1 of d-9 is not in the log"):
        act.proof(foreign)


def test_threads_make_one_log(store: RecordStore) -> None:
    def ten(dossier: str) -> None:
        for _ in range(10):
            _append(store, 1, dossier)

    threads = [threading.Thread(target=ten, args=(f"d-{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    with store.log() as log:
        assert log.size == 41
        leaves = list(log.leaves(0, 41))
        assert log.root(41) == _roots(leaves)[-1]
    assert len(set(leaves)) == 41


def test_the_tree_can_be_dropped_and_built_again(store: RecordStore, tmp_path: Path) -> None:
    _append(store, 20)
    checkpoint = store.checkpoint()
    with sqlite3.connect(tmp_path / "newsroom" / FILE) as connection:
        nodes = connection.execute("SELECT * FROM log_nodes").fetchall()
        connection.execute("DELETE FROM log_nodes")
    connection.close()
    with pytest.raises(Error, match="beleg record rebuild"):
        store.checkpoint()
    with store.act() as act:
        assert act.log.rebuild() == 21
    assert store.checkpoint() == checkpoint
    with sqlite3.connect(tmp_path / "newsroom" / FILE) as connection:
        assert connection.execute("SELECT * FROM log_nodes").fetchall() == nodes
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log_leaves SET position = 9 WHERE number = 1",
        "DELETE FROM log_leaves WHERE number = 3",
        "INSERT OR REPLACE INTO log_leaves VALUES (1, 'd-1', 2)",
        "INSERT OR REPLACE INTO log_leaves VALUES (4, 'd-1', 2)",
        "INSERT INTO log_leaves VALUES (7, 'd-1', 9)",
    ],
)
def test_the_database_itself_refuses_to_rewrite_the_order(
    store: RecordStore, tmp_path: Path, statement: str
) -> None:
    _append(store, 3)
    connection = sqlite3.connect(tmp_path / "newsroom" / FILE)
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|does not follow"):
        connection.execute(statement)
    connection.close()


def _before_the_log(folder: Path, entries: list[Entry]) -> None:
    """A newsroom as Beleg made it before there was a log."""
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    folder.mkdir()
    engine = create_engine(f"sqlite:///{folder / FILE}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        for entry in entries:
            connection.exec_driver_sql(
                "INSERT INTO events VALUES (?, ?, ?, ?, ?)",
                (entry.dossier, entry.position, entry.previous, entry.hash, encode(entry)),
            )
    engine.dispose()


def test_a_newsroom_from_before_the_log_gets_one_over_what_it_has(tmp_path: Path) -> None:
    one, two = chained([OPENED, SAID, SAID], "d-9"), chained([OPENED, SAID], "d-1 „ä“")
    entries = [one[0], two[0], one[1], two[1], one[2]]
    _before_the_log(tmp_path / "newsroom", entries)
    with RecordStore.open(tmp_path / "newsroom", create=False) as store:
        with store.log() as log:
            assert log.size == 5
            assert list(log.leaves(0, 5)) == [log_proof.leaf_of(encode(entry)) for entry in entries]
            roots = [log.root(size) for size in range(1, 6)]
        assert roots == _roots([log_proof.leaf_of(encode(entry)) for entry in entries])
        found(store, at=AT)
        _append(store, 3, "d-1 „ä“")
        with store.act() as act:
            rebuilt = act.log.size, act.log.root(9)
            act.log.rebuild()
            assert (act.log.size, act.log.root(9)) == rebuilt
            proof = act.proof(one[1])
        assert log_proof.proof_trouble(proof, store.verifiers()[-1].line, encode(one[1])) == ""
        assert store.dossiers() == ("d-9", "d-1 „ä“")
