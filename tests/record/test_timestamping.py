"""Timestamps of checkpoints, from an authority made with openssl, and verified with it."""

import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.record import timestamping
from beleg.record.audit import audit
from beleg.record.database import FILE
from beleg.record.export import export
from beleg.record.store import RecordStore
from beleg.record.timestamping import certificates, time_of, timestamp_of
from beleg.terms.refusal import Error
from tests.record.authority import answer, make_authority, serving
from tests.record.logs import founded, grow


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("authority")
    make_authority(folder)
    return folder


@pytest.fixture
def server(authority: Path) -> Iterator[str]:
    with serving(lambda question: (200, answer(authority, question))) as address:
        yield address


def _verified(folder: Path, root: Path) -> bool:
    """Whether openssl accepts the first timestamp of an export; the line of the documentation."""
    line = f"openssl ts -verify -in timestamps/0.tsr -data timestamps/0.checkpoint -CAfile {root}"
    done = subprocess.run(line.split(), cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode == 0 and "Verification: OK" in done.stdout + done.stderr


def test_a_timestamp_is_kept_exported_and_verified_by_openssl(
    tmp_path: Path, authority: Path, server: str
) -> None:
    folder, root = tmp_path / "log", authority / "root.pem"
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        checkpoint = newsroom.checkpoint()
        moment = newsroom.timestamp(server, certificates(root.read_bytes()))
        assert abs(moment - datetime.now(UTC)) < timedelta(minutes=10)
        newsroom.export_log(folder)
        assert (folder / "timestamps/0.checkpoint").read_bytes() == checkpoint
        assert _verified(folder, root)
        assert newsroom.audit(folder) == ()
        newsroom.timestamp(server)
        assert newsroom.export_log(folder).written == 2
    raw = (folder / "timestamps/0.checkpoint").read_bytes()
    (folder / "timestamps/0.checkpoint").write_bytes(raw.replace(b"\n1\n", b"\n2\n"))
    assert not _verified(folder, root)
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        assert newsroom.audit(folder) == (f"{folder}/timestamps/0.checkpoint: not what the newsroom keeps.",)


def test_a_timestamp_of_another_authority_is_refused(tmp_path: Path, authority: Path, server: str) -> None:
    (tmp_path / "other").mkdir()
    make_authority(tmp_path / "other")
    other = certificates((tmp_path / "other" / "root.pem").read_bytes())
    with pytest.raises(Error, match="the timestamp is not signed by the authority named"):
        timestamp_of(b"abc", server, other)
    assert timestamp_of(b"abc", server, certificates((authority / "root.pem").read_bytes()))


def test_an_answer_to_another_question_is_refused(authority: Path) -> None:
    questions: list[bytes] = []

    def stale(question: bytes) -> tuple[int, bytes]:
        questions.append(question)
        return 200, answer(authority, questions[0])

    with serving(stale) as server:
        first = timestamp_of(b"abc", server)
        assert time_of(first, b"abc") is not None
        assert time_of(first, b"abd") is None
        with pytest.raises(Error, match="answered to another question"):
            timestamp_of(b"abc", server)  # the same words, another nonce
        with pytest.raises(Error, match="answered to another question"):
            timestamp_of(b"abd", server)


@pytest.mark.parametrize(
    ("status", "raw", "reason"),
    [
        (200, b"", "did not answer with a timestamp"),
        (200, b"<html>Guten Tag</html>", "did not answer with a timestamp"),
        (200, bytes.fromhex("30053003020102"), "did not answer with a timestamp|refused to give a timestamp"),
        (500, b"", "answered with status 500"),
        (302, b"", "answered with status 302"),
        (200, b"0" * 2_000_000, "is too long"),
    ],
)
def test_no_answer_of_a_stranger_does_more_than_be_refused(status: int, raw: bytes, reason: str) -> None:
    with serving(lambda _: (status, raw)) as server, pytest.raises(Error, match=reason):
        timestamp_of(b"abc", server)


def test_a_server_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in (
        "",
        "file:///etc/passwd",
        "http://",
        "zeit.example/tsr",
        "ftp://zeit.example",
    ):
        with pytest.raises(Error, match="not an address of a timestamp server"):
            timestamp_of(b"abc", address)
    with serving(lambda _: (200, b"")) as gone:
        pass
    with pytest.raises(Error, match="cannot be reached"):
        timestamp_of(b"abc", gone)
    monkeypatch.setattr(timestamping, "_PATIENCE", 0.0001)
    with serving(lambda _: (200, b"x")) as slow, pytest.raises(Error, match=r"in time|takes too long"):
        timestamp_of(b"abc", slow)


def test_a_file_without_certificates_is_refused() -> None:
    with pytest.raises(Error, match="holds no certificates in PEM"):
        certificates(b"keine")


def test_the_audit_notices_a_timestamp_of_something_else(tmp_path: Path, server: str) -> None:
    with founded(tmp_path / "newsroom") as store, founded(tmp_path / "other") as other:
        grow(store, 3)
        good, foreign = store.checkpoint(), other.checkpoint()
        tokens = {note: timestamp_of(note, server) for note in (good, foreign)}
        with store.act() as act:
            act.log.keep_timestamp(good, tokens[good])
        assert audit(store) == ()
        with store.act() as act:
            act.log.keep_timestamp(foreign, tokens[foreign])
            act.log.keep_timestamp(good, tokens[foreign])
            act.log.keep_timestamp(good, b"kein Zeitstempel")
        assert audit(store) == tuple(
            f"Timestamp {number} is none of a checkpoint of this log." for number in (1, 2, 3)
        )
        export(store, tmp_path / "log")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE timestamps SET token = x'00'",
        "DELETE FROM timestamps",
        "INSERT OR REPLACE INTO timestamps VALUES (0, x'00', x'00')",
        "INSERT INTO timestamps VALUES (7, x'00', x'00')",
    ],
)
def test_the_database_itself_refuses_to_take_a_timestamp_back(tmp_path: Path, statement: str) -> None:
    with RecordStore.open(tmp_path) as store, store.act() as act:
        act.log.keep_timestamp(b"checkpoint", b"token")
    connection = sqlite3.connect(tmp_path / FILE)
    with pytest.raises(sqlite3.IntegrityError, match=r"append-only|does not follow"):
        connection.execute(statement)
    connection.close()
