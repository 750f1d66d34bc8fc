"""The newsroom's keys: the first one, rotations, and what becomes of both when the power goes."""

import multiprocessing
import os
import signal
import sqlite3
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FrameType

import pytest

from beleg.record.canonical import decode, encode
from beleg.record.founding import found, rotate
from beleg.record.key_file import NEXT
from beleg.record.keys import STREAM, first_key, rotation, statement, verifiers
from beleg.record.newsroom_key import FILE, NewsroomKey
from beleg.record.signed_note import checkpoint_in
from beleg.record.store import RecordStore
from beleg.terms.account import Account
from beleg.terms.events import DossierOpened, Event, KeyIntroduced, SentenceConfirmed
from beleg.terms.refusal import Error
from tests.record.generated import chained

AT = "2026-03-01T10:00:00.000000Z"
IDA = Account("p-1", "ida", "Ida Kroll", "Redakteurin")
ONE, TWO, THREE = (NewsroomKey.make() for _ in range(3))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[RecordStore]:
    with RecordStore.open(tmp_path / "newsroom") as store:
        found(store, at=AT)
        store.add_account(IDA, "hash")
        yield store


def test_the_first_event_introduces_the_key_and_names_the_log(store: RecordStore) -> None:
    (entry,) = store.entries(STREAM)
    key = NewsroomKey.read(store.folder / FILE)
    (verifier,) = store.verifiers()
    assert isinstance(entry.event, KeyIntroduced)
    assert (entry.dossier, entry.position, entry.by, entry.at) == ("newsroom", 1, "newsroom", AT)
    assert verifier.public == key.public
    assert entry.event == first_key(key)
    assert verifier.name == entry.event.name
    assert entry.event.name.startswith("beleg.news/newsroom/")
    assert decode(encode(entry)) == entry
    assert store.dossiers() == ()


def test_opening_again_founds_nothing(store: RecordStore) -> None:
    before = store.entries(STREAM), (store.folder / FILE).read_bytes()
    with RecordStore.open(store.folder) as again:
        found(again, at="2027-01-01T00:00:00.000000Z")
        assert (again.entries(STREAM), (store.folder / FILE).read_bytes()) == before


def test_a_key_that_lay_there_before_becomes_the_first(tmp_path: Path) -> None:
    key = NewsroomKey.read_or_make(tmp_path)
    with RecordStore.open(tmp_path) as store:
        found(store, at=AT)
        assert [verifier.public for verifier in store.verifiers()] == [key.public]


def test_a_rotation_is_signed_with_both_keys_and_the_old_one_is_gone(store: RecordStore) -> None:
    (old,) = store.verifiers()
    before = store.checkpoint()
    new = rotate(store, by="p-1", at=AT)
    assert store.verifiers() == (old, new)
    assert new.name == old.name
    assert NewsroomKey.read(store.folder / FILE).public == new.public != old.public
    assert stat.S_IMODE((store.folder / FILE).stat().st_mode) == 0o600
    assert not (store.folder / NEXT).exists()
    assert checkpoint_in(before, old).size == 1
    assert checkpoint_in(store.checkpoint(), new).size == 2
    with pytest.raises(Error, match="not signed with this key"):
        checkpoint_in(store.checkpoint(), old)
    again = rotate(store, by="p-1", at=AT)
    assert store.verifiers() == (old, new, again)
    assert store.entries(STREAM)[2].by == "p-1"


def test_only_an_open_account_rotates(store: RecordStore) -> None:
    with pytest.raises(Error, match="There is no account p-9"):
        rotate(store, by="p-9", at=AT)
    store.change_account("p-1", closed=True)
    with pytest.raises(Error, match="This account is closed"):
        rotate(store, by="p-1", at=AT)
    assert len(store.verifiers()) == 1
    assert not (store.folder / NEXT).exists()


def test_without_the_key_file_everything_is_read_and_written_and_nothing_signed(store: RecordStore) -> None:
    (store.folder / FILE).unlink()
    with RecordStore.open(store.folder) as again:
        found(again, at=AT)
        assert len(again.verifiers()) == 1
        with again.act() as act:
            act.append("d-1", DossierOpened(title="Hallenbad", language="de"), by="p-1", at=AT)
        assert len(again.entries("d-1")) == 1
        with pytest.raises(Error, match=r"newsroom\.key: the newsroom's key cannot be read; No such file"):
            again.checkpoint()
        with pytest.raises(Error, match="cannot be read; No such file"):
            rotate(again, by="p-1", at=AT)


def test_another_key_in_the_file_signs_nothing(store: RecordStore) -> None:
    (store.folder / FILE).unlink()
    NewsroomKey.make().write(store.folder / FILE)
    with pytest.raises(Error, match="not the key this newsroom signs with; put the right key file back"):
        store.checkpoint()
    with pytest.raises(Error, match="not the key this newsroom signs with"):
        rotate(store, by="p-1", at=AT)
    assert len(store.verifiers()) == 1


def test_a_store_that_was_never_founded_signs_nothing(tmp_path: Path) -> None:
    with (
        RecordStore.open(tmp_path) as store,
        pytest.raises(Error, match="has introduced no key yet"),
    ):
        store.checkpoint()


# What the stream may say

FIRST = first_key(ONE)
SECOND = rotation(ONE, TWO, FIRST.name)


def _refused(*events: Event) -> None:
    with pytest.raises(Error, match=r"own stream introduces (no key|a key without the signatures it needs)"):
        verifiers(chained(list(events), STREAM))


def test_a_stream_of_keys_is_followed_from_the_first() -> None:
    third = rotation(TWO, THREE, FIRST.name)
    found = verifiers(chained([FIRST, SECOND, third], STREAM))
    assert [each.public for each in found] == [ONE.public, TWO.public, THREE.public]
    assert {each.name for each in found} == {FIRST.name}


@pytest.mark.parametrize(
    "event",
    [
        replace(SECOND, name="another.example/log"),
        replace(SECOND, public_key=THREE.public.hex()),
        replace(SECOND, replaces=THREE.public.hex()),
        replace(SECOND, replaces="", signature_of_replaced=""),
        replace(SECOND, signature=SECOND.signature_of_replaced),
        replace(SECOND, signature_of_replaced=SECOND.signature),
        replace(SECOND, signature="00" * 64),
        replace(SECOND, signature_of_replaced=""),
        replace(SECOND, public_key="keiner"),
        replace(SECOND, public_key=SECOND.public_key[:-2]),
        rotation(THREE, TWO, FIRST.name),
        rotation(ONE, TWO, "another.example/log"),
        first_key(TWO),
        SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen."),
    ],
)
def test_a_key_without_the_signatures_it_needs_is_refused(event: Event) -> None:
    _refused(FIRST, event)


def test_a_first_key_replaces_none() -> None:
    _refused(SECOND)
    _refused(replace(FIRST, signature_of_replaced="00" * 64))
    _refused(replace(FIRST, signature=THREE.sign(statement(FIRST.name, b"", ONE.public)).hex()))


# The power goes: a child process kills itself before its n-th call into the system or the database.


def _dying(moment: int) -> None:
    """Kill this process before the `moment`-th call from now on that can leave something behind."""
    left = moment

    def count(frame: FrameType, event: str, called: object) -> None:
        nonlocal left
        if event != "c_call":
            return
        owner = getattr(called, "__self__", None)
        name = getattr(called, "__name__", "")
        if (isinstance(owner, sqlite3.Connection | sqlite3.Cursor) and name in _STORING) or (
            getattr(owner, "__name__", "") == "posix" and name in _LASTING
        ):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)


_STORING = {"execute", "executemany", "commit", "close"}
_LASTING = {"open", "link", "unlink", "remove", "rename", "replace", "fsync", "mkdir"}


def _rotating(folder: Path, moment: int) -> None:
    with RecordStore.open(folder) as store:
        found(store, at=AT)
        _dying(moment)
        rotate(store, by="p-1", at=AT)
        sys.setprofile(None)


def _founding(folder: Path, moment: int) -> None:
    with RecordStore.open(folder) as store:
        _dying(moment)
        found(store, at=AT)
        sys.setprofile(None)


def test_killed_at_any_moment_of_a_rotation_file_and_record_agree_afterwards(store: RecordStore) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    outcomes: list[tuple[int, int]] = []
    for moment in range(0, 1000):
        before = len(store.verifiers())
        child = context.Process(target=_rotating, args=(store.folder, moment))
        child.start()
        child.join(60)
        with RecordStore.open(store.folder) as again:
            found(again, at=AT)
            keys = again.verifiers()
            assert len(keys) in (before, before + 1)
            assert [path.name for path in store.folder.glob(f"{FILE}*")] == [FILE]
            assert NewsroomKey.read(store.folder / FILE).public == keys[-1].public
            assert checkpoint_in(again.checkpoint(), keys[-1]).size == len(keys)
        assert child.exitcode is not None
        outcomes.append((child.exitcode, len(keys) - before))
        if child.exitcode == 0:
            break
    assert outcomes[-1] == (0, 1), "in the end nothing was left to be killed at"
    assert {(-signal.SIGKILL, 0), (-signal.SIGKILL, 1)} < set(outcomes), "killed before and after it counted"


def test_killed_at_any_moment_of_the_founding_the_next_opening_finishes_it(tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    codes: list[int | None] = []
    for moment in range(0, 1000, 2):
        folder = tmp_path / str(moment)
        child = context.Process(target=_founding, args=(folder, moment))
        child.start()
        child.join(60)
        codes.append(child.exitcode)
        with RecordStore.open(folder) as store:
            found(store, at=AT)
            (verifier,) = store.verifiers()
            assert [path.name for path in folder.glob(f"{FILE}*")] == [FILE]
            assert NewsroomKey.read(folder / FILE).public == verifier.public
            assert checkpoint_in(store.checkpoint(), verifier).size == 1
        if child.exitcode == 0:
            break
    assert set(codes) == {-signal.SIGKILL, 0}
