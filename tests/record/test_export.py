"""The log as a folder of tiles: what lies where, what never changes, and what is refused."""

import os
import random
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from beleg.record import export as exporting
from beleg.record.audit import audit
from beleg.record.export import Exported, export
from beleg.record.founding import found, rotate
from beleg.record.newsroom_key import FILE
from beleg.record.signed_note import checkpoint_in
from beleg.record.store import RecordStore
from beleg.terms.refusal import Error
from tests.record.logs import AT, IDA, founded, grow, keys
from tests.record.verifier import GoVerifier


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_folder_is_laid_out_as_specified(tmp_path: Path) -> None:
    with founded(tmp_path / "newsroom") as store:
        grow(store, 299)
        assert export(store, tmp_path / "new" / "log") == Exported(size=300, written=7)
        files = _files(tmp_path / "new" / "log")
        assert {
            name: len(raw)
            for name, raw in files.items()
            if name.startswith("tile/") and "entries" not in name
        } == {
            "tile/0/000": 8192,
            "tile/0/001.p/44": 44 * 32,
            "tile/1/000.p/1": 32,
        }
        assert set(files) == {
            "checkpoint",
            "newsroom.jsonl",
            "tile/0/000",
            "tile/0/001.p/44",
            "tile/1/000.p/1",
            "tile/entries/000",
            "tile/entries/001.p/44",
        }
        with store.log() as log:
            leaves = list(log.leaves(0, 300))
        bundle = files["tile/entries/001.p/44"]
        assert bundle == b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves[256:])
        assert files["tile/0/000"][:32] == sha256(b"\0" + leaves[0]).digest()
        assert checkpoint_in(files["checkpoint"], store.verifiers()[-1]).size == 300
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "new" / "log").rglob("*") if path.is_file()}
    assert modes == {0o644}


def test_an_export_again_writes_nothing(tmp_path: Path) -> None:
    with founded(tmp_path / "newsroom") as store:
        grow(store, 20)
        export(store, tmp_path / "log")
        before = _files(tmp_path / "log")
        assert export(store, tmp_path / "log") == Exported(size=21, written=0)
        assert _files(tmp_path / "log") == before


def test_growing_adds_files_and_changes_none_but_the_checkpoint(
    tmp_path: Path, go_verifier: GoVerifier
) -> None:
    """Sizes around full tiles, and a key changed on the way; the Go verifier follows every step."""
    chosen = random.Random(6962)
    folder, old = tmp_path / "log", tmp_path / "old-checkpoint"
    seen: dict[str, bytes] = {}
    with founded(tmp_path / "newsroom") as store:
        first = keys(store)
        for step, size in enumerate((1, 2, 3, 255, 256, 257, 511, 513, 520, 768, chosen.randint(800, 1100))):
            if step == 7:
                rotate(store, by=IDA.id, at=AT)
            with store.log() as log:
                missing = size - log.size
            if missing:
                grow(store, missing, f"d-{step}")
            if old.exists():
                shutil.copy(folder / "checkpoint", old)
            export(store, folder)
            files = _files(folder)
            for name, raw in seen.items():
                if name not in files:
                    assert ".p/" in name and name.partition(".p/")[0] in files, "a full tile took its place"
                elif name not in ("checkpoint", "newsroom.jsonl"):
                    assert files[name] == raw
            assert files["newsroom.jsonl"].startswith(seen.get("newsroom.jsonl", b""))
            seen = files
            said = go_verifier("log", keys(store), folder)
            assert said.stdout.split("\n")[:2] == [store.verifiers()[-1].name, str(size)], said.stderr
            if old.exists():
                assert go_verifier.accepts("grown", keys(store), old, folder)
            old.touch()
            assert audit(store, folder) == ()
        present = go_verifier("keys", first, folder)
        assert present.stdout.strip() == store.verifiers()[-1].line, present.stderr


def test_the_keys_are_followed_from_no_other_first_key(tmp_path: Path, go_verifier: GoVerifier) -> None:
    with founded(tmp_path / "newsroom") as store, founded(tmp_path / "other") as other:
        rotate(store, by=IDA.id, at=AT)
        export(store, tmp_path / "log")
        assert not go_verifier.accepts("keys", keys(other), tmp_path / "log")
        assert not go_verifier.accepts("keys", store.verifiers()[-1].line, tmp_path / "log")
        assert not go_verifier.accepts("log", store.verifiers()[0].line, tmp_path / "log")
        stream = (tmp_path / "log" / "newsroom.jsonl").read_bytes()
        for place in range(0, len(stream), 7):
            changed = bytearray(stream)
            changed[place] ^= 1
            (tmp_path / "log" / "newsroom.jsonl").write_bytes(bytes(changed))
            assert not go_verifier.accepts("keys", store.verifiers()[0].line, tmp_path / "log"), place


def test_no_changed_byte_goes_unnoticed(tmp_path: Path, go_verifier: GoVerifier) -> None:
    chosen = random.Random(9162)
    folder = tmp_path / "log"
    with founded(tmp_path / "newsroom") as store:
        grow(store, 280)
        export(store, folder)
        assert go_verifier.accepts("log", keys(store), folder)
        for name, raw in _files(folder).items():
            for _ in range(6):
                place, change = chosen.randrange(len(raw)), chosen.randint(1, 255)
                (folder / name).write_bytes(raw[:place] + bytes([raw[place] ^ change]) + raw[place + 1 :])
                found = audit(store, folder)
                assert found, (name, place, change)
                if name != "newsroom.jsonl":  # which is no part of the log itself; see the test above
                    assert not go_verifier.accepts("log", keys(store), folder), (name, place, change)
            for cut in (raw[:-1], raw + b"x", b""):
                (folder / name).write_bytes(cut)
                assert audit(store, folder), name
                if name != "newsroom.jsonl":
                    assert not go_verifier.accepts("log", keys(store), folder), name
            (folder / name).write_bytes(raw)
        assert audit(store, folder) == ()


def test_an_old_checkpoint_of_another_history_is_noticed(tmp_path: Path, go_verifier: GoVerifier) -> None:
    with founded(tmp_path / "newsroom") as store:
        shutil.copytree(tmp_path / "newsroom", tmp_path / "copy")
        grow(store, 5)
        (tmp_path / "checkpoint").write_bytes(store.checkpoint())
    with RecordStore.open(tmp_path / "copy") as rewritten:
        grow(rewritten, 9, "d-2")
        export(rewritten, tmp_path / "log")
        assert go_verifier.accepts("log", keys(rewritten), tmp_path / "log")
        assert not go_verifier.accepts("grown", keys(rewritten), tmp_path / "checkpoint", tmp_path / "log")


def test_a_folder_with_another_log_is_refused_and_left_alone(tmp_path: Path) -> None:
    with founded(tmp_path / "newsroom") as store, founded(tmp_path / "other") as other:
        export(other, tmp_path / "log")
        before = _files(tmp_path / "log")
        with pytest.raises(
            Error, match=r"log: holds another log, or a checkpoint that this newsroom did not"
        ):
            export(store, tmp_path / "log")
        (tmp_path / "log" / "checkpoint").unlink()
        with pytest.raises(Error, match=r"log: holds another log; tile/entries/000\.p/1 is not a tile"):
            export(store, tmp_path / "log")
        del before["checkpoint"]
        assert _files(tmp_path / "log") == before


@pytest.mark.parametrize("name", ["index.html", ".git", "checkpoint.old"])
def test_a_folder_with_something_else_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / name).write_text("etwas anderes")
    with founded(tmp_path / "newsroom") as store, pytest.raises(Error, match="log: holds something else"):
        export(store, tmp_path / "log")
    assert [path.name for path in (tmp_path / "log").iterdir()] == [name]


def test_a_checkpoint_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "checkpoint").write_bytes(b"\xff")
    with founded(tmp_path / "newsroom") as store, pytest.raises(Error, match="log: holds another log, or"):
        export(store, tmp_path / "log")


def test_a_log_that_was_set_back_or_rewritten_is_refused(tmp_path: Path) -> None:
    with founded(tmp_path / "newsroom") as store:
        shutil.copytree(tmp_path / "newsroom", tmp_path / "copy")
        grow(store, 5)
        export(store, tmp_path / "log")
    before = _files(tmp_path / "log")
    with RecordStore.open(tmp_path / "copy") as copy:
        with pytest.raises(
            Error, match=r"holds 6 entries of this log, and the newsroom only 1; it was set back"
        ):
            export(copy, tmp_path / "log")
        grow(copy, 20, "d-2")
        with pytest.raises(
            Error, match="holds a log that this one does not begin with; one of them was rewritten"
        ):
            export(copy, tmp_path / "log")
    assert _files(tmp_path / "log") == before


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("im Weg")
    with (
        founded(tmp_path / "newsroom") as store,
        pytest.raises(Error, match="cannot be written or read; Not a"),
    ):
        export(store, tmp_path / "file" / "log")


def test_without_the_key_there_is_no_export(tmp_path: Path) -> None:
    with founded(tmp_path / "newsroom") as store:
        (tmp_path / "newsroom" / FILE).unlink()
        with pytest.raises(Error, match="the newsroom's key cannot be read"):
            export(store, tmp_path / "log")
    assert not (tmp_path / "log").exists()


def test_an_export_cut_short_anywhere_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, go_verifier: GoVerifier
) -> None:
    """The disk gives up at the n-th file, for every n; what others fetch meanwhile is the old log or the new."""
    folder = tmp_path / "log"
    replace = exporting._replace
    with founded(tmp_path / "newsroom") as store:
        cut_at: set[int] = set()
        for step in range(20):
            grow(store, 60, f"d-{step}")
            left = step % 5

            def failing(path: Path, raw: bytes) -> None:
                nonlocal left
                if left == 0:
                    raise OSError(28, "No space left on device", str(path))
                left -= 1
                replace(path, raw)

            monkeypatch.setattr(exporting, "_replace", failing)
            try:
                export(store, folder)
            except Error as why:
                assert "cannot be written or read; No space left on device" in str(why)
                cut_at.add(step % 5)
            if (folder / "checkpoint").exists():
                assert go_verifier.accepts("log", keys(store), folder)
            if step % 10 == 9:
                monkeypatch.setattr(exporting, "_replace", replace)
                export(store, folder)
                assert go_verifier.accepts("log", keys(store), folder)
                assert audit(store, folder) == ()
        assert cut_at == {0, 1, 2, 3, 4}


def test_what_a_killed_export_leaves_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / ".unfinished-x1").write_bytes(b"half")
    with founded(tmp_path / "newsroom") as store:
        assert export(store, tmp_path / "log").size == 1


def test_a_disk_that_fails_while_a_file_is_written_leaves_no_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: int) -> None:
        raise OSError(5, "Input/output error")

    with founded(tmp_path / "newsroom") as store:
        monkeypatch.setattr(os, "fsync", failing)
        with pytest.raises(Error, match="cannot be written or read; Input/output error"):
            export(store, tmp_path / "log")
    assert [path for path in (tmp_path / "log").rglob("*") if path.is_file()] == []


def test_a_tile_that_was_lost_is_laid_again(tmp_path: Path, go_verifier: GoVerifier) -> None:
    with founded(tmp_path / "newsroom") as store:
        grow(store, 300)
        export(store, tmp_path / "log")
        (tmp_path / "log" / "tile/0/000").unlink()
        assert not go_verifier.accepts("log", keys(store), tmp_path / "log")
        assert export(store, tmp_path / "log").written == 1
        assert go_verifier.accepts("log", keys(store), tmp_path / "log")


def test_a_proof_of_any_entry_is_accepted_by_the_go_verifier(tmp_path: Path, go_verifier: GoVerifier) -> None:
    from beleg.record.canonical import encode

    with founded(tmp_path / "newsroom") as store:
        entries = [*grow(store, 9), *grow(store, 4, "d-2")]
        for entry in entries:
            record = [each for each in store.entries(entry.dossier) if each.position <= entry.position]
            (tmp_path / "record.jsonl").write_bytes(b"".join(encode(each) + b"\n" for each in record))
            with store.act() as act:
                proof = act.proof(entry)
            (tmp_path / "entry.tlog-proof").write_bytes(proof)
            files = tmp_path / "entry.tlog-proof", tmp_path / "record.jsonl"
            assert go_verifier.accepts("proof", keys(store), *files)
        for place in range(0, len(proof), 3):
            changed = bytearray(proof)
            changed[place] ^= 1 + place % 255
            (tmp_path / "entry.tlog-proof").write_bytes(bytes(changed))
            assert not go_verifier.accepts("proof", keys(store), *files), place


def test_an_old_newsroom_without_a_stream_is_founded_before_it_exports(tmp_path: Path) -> None:
    with RecordStore.open(tmp_path / "newsroom") as store:
        grow(store, 3)
        with pytest.raises(Error, match="has introduced no key yet"):
            export(store, tmp_path / "log")
        found(store, at=AT)
        assert export(store, tmp_path / "log").size == 4
