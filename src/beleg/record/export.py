"""Export: the log as a folder that any web server can hand out, added to and never changed.

Beside what tlog-tiles asks for lies `newsroom.jsonl`, the newsroom's own stream: by it somebody who knows an old key
comes to the present one. Timestamps of checkpoints lie under `timestamps/`.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from beleg.record.canonical import encode
from beleg.record.keys import STREAM
from beleg.record.log import Log
from beleg.record.private_file import sync_folder
from beleg.record.signed_note import Checkpoint, Verifier, checkpoint_in
from beleg.record.store import RecordStore
from beleg.record.tiles import CHECKPOINT, WIDTH, Tile, content, tiles
from beleg.terms.events import Entry
from beleg.terms.refusal import Error

OWN_STREAM = "newsroom.jsonl"
"""The entries of the newsroom's own stream, one canonical line each."""

TIMESTAMPS = "timestamps"
"""Folder with `N.checkpoint` and `N.tsr`, the answer of a timestamp authority to it, for N from 0."""

_UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What an export left in the folder: the log up to `size`; `written` counts the files that are new."""

    size: int
    written: int


def export(store: RecordStore, folder: Path) -> Exported:
    """Bring the log in `folder` up to the present; a folder that is missing is made.

    Raises Error, in one sentence and with nothing written, if the folder holds something else, another log, or a
    log that this one does not begin with, and as `Act.key` does.
    """
    note = store.checkpoint()
    verifiers = store.verifiers()
    new = checkpoint_in(note, verifiers[-1])
    try:
        with store.log() as log:
            old = exported(folder, verifiers)
            _refuse_another(folder, old, new, log)
            known = {tile.path for tile in tiles(old.size)} if old else set()
            fresh = [tile for tile in tiles(new.size) if tile.path not in known]
            _refuse_other_tiles(folder, fresh, log)
            wanted = [tile for tile in tiles(new.size) if not (folder / tile.path).exists()]
            for tile in wanted:
                _lay(folder / tile.path, content(tile, log))
            beside = _lay_beside(folder, lines(store.entries(STREAM)), log)
        now = exported(folder, verifiers)
        changed = now is None or now.size < new.size  # not if another export was quicker
        if changed:
            _replace(folder / CHECKPOINT, note)
        for tile in fresh:
            if tile.width == WIDTH:
                _clear_partial(folder, tile)
    except OSError as why:
        raise Error(f"{why.filename or folder}: cannot be written or read; {why.strerror}.") from None
    return Exported(size=new.size, written=len(wanted) + beside + changed)


def exported(folder: Path, verifiers: tuple[Verifier, ...]) -> Checkpoint | None:
    """Return the checkpoint in a folder, which may be signed with any of these keys; None if there is none.

    Raises Error if it is no checkpoint of this log.
    """
    path = folder / CHECKPOINT
    if not path.exists():
        return None
    note = path.read_bytes()
    for verifier in reversed(verifiers):
        try:
            return checkpoint_in(note, verifier)
        except Error:
            continue
    raise Error(f"{folder}: holds another log, or a checkpoint that this newsroom did not sign.")


def lines(entries: Sequence[Entry]) -> bytes:
    """Return entries as a file holds them: one canonical line each."""
    return b"".join(encode(entry) + b"\n" for entry in entries)


def _refuse_another(folder: Path, old: Checkpoint | None, new: Checkpoint, log: Log) -> None:
    if old is None:
        # What an export leaves that was cut short before its first checkpoint is none of anybody else's.
        known = (OWN_STREAM, TIMESTAMPS, "tile")
        names = [path.name for path in folder.iterdir()] if folder.exists() else []
        if any(name not in known and not name.startswith(_UNFINISHED) for name in names):
            raise Error(f"{folder}: holds something else; name an empty folder, or one with this log.")
    elif old.size > new.size:
        raise Error(
            f"{folder}: holds {old.size} entries of this log, and the newsroom only {new.size}; it was set back."
        )
    elif log.root(old.size) != old.root:
        raise Error(f"{folder}: holds a log that this one does not begin with; one of them was rewritten.")


def _refuse_other_tiles(folder: Path, fresh: Sequence[Tile], log: Log) -> None:
    """Refuse tiles that no checkpoint in the folder vouches for yet, if they are not ours."""
    for tile in fresh:
        path = folder / tile.path
        if path.exists() and path.read_bytes() != content(tile, log):
            raise Error(f"{folder}: holds another log; {tile.path} is not a tile of this one.")


def _lay_beside(folder: Path, stream: bytes, log: Log) -> int:
    """Write what lies beside the tiles; return how many files are new."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    path = folder / OWN_STREAM
    if not path.exists() or not path.read_bytes().startswith(stream):
        _replace(path, stream)
        written += 1
    for number, (note, token) in enumerate(log.timestamps()):
        for name, raw in ((f"{number}.checkpoint", note), (f"{number}.tsr", token)):
            if not (folder / TIMESTAMPS / name).exists():
                _lay(folder / TIMESTAMPS / name, raw)
                written += 1
    return written


def _lay(path: Path, raw: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, raw)


def _replace(path: Path, raw: bytes) -> None:
    """Write a file whole or not at all, and have the disk keep it before anything else is written."""
    with NamedTemporaryFile(dir=path.parent, prefix=_UNFINISHED, delete=False) as unfinished:
        beside = Path(unfinished.name)
        try:
            unfinished.write(raw)
            unfinished.flush()
            os.fsync(unfinished.fileno())
            beside.chmod(0o644)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


def _clear_partial(folder: Path, tile: Tile) -> None:
    """Take away the partial tiles that a full one has taken the place of, as the specification allows."""
    beside = folder / f"{tile.place}.p"
    if beside.is_dir():
        for path in beside.iterdir():
            path.unlink(missing_ok=True)
        beside.rmdir()
