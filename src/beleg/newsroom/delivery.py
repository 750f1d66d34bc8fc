"""Delivery: what went out, as files in a folder that a web server or another system reads."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp

from beleg.terms.refusal import Error

if sys.platform != "win32":
    import fcntl

_ABANDONED = 3600
"""Seconds after which an unfinished delivery was left behind by a process that was killed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file of a delivery; `name` has no folder in it."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What stands for an article in a folder: `files` in the order in which they appear there, `gone` what no longer
    does.
    """

    files: tuple[File, ...]
    gone: tuple[str, ...] = ()


def refuse_unwritable(folder: Path) -> None:
    """Make the folder where there is none; raise Error if nothing can be written to it.

    To be asked before anything is recorded: a publication that could not be delivered would be known to nobody.
    """
    with _refusals(folder):
        folder.mkdir(parents=True, exist_ok=True)
        NamedTemporaryFile(dir=folder).close()


def deliver(delivery: Delivery, folder: Path) -> tuple[Path, ...]:
    """Put the files of a delivery into a folder, in place of older ones of the same names; return where they lie.

    All of them are written completely, beside the others, before the first one appears, and each appears whole. So
    who kills this process at any moment leaves no half file behind, and a file never appears without those before
    it in the delivery. Delivering again completes what was cut short. Raises Error where the folder cannot be
    written to.
    """
    with _refusals(folder):
        _clear_away(folder)
        unfinished = Path(mkdtemp(prefix=_PREFIX, dir=folder))
        try:
            for file in delivery.files:
                _write(unfinished / file.name, file.raw)
            for file in delivery.files:
                os.replace(unfinished / file.name, folder / file.name)  # noqa: PTH105  # atomic, says what it does
            for name in delivery.gone:
                (folder / name).unlink(missing_ok=True)
            _settle(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return tuple(folder / file.name for file in delivery.files)


def deliver_what_stands(read: Callable[[], Delivery], folder: Path) -> tuple[Path, ...]:
    """Deliver what `read` returns as soon as nobody else delivers to the folder; see `deliver`.

    It is read only then. So who is slow brings nothing back that was withdrawn meanwhile. A file in the folder,
    `.beleg-delivery`, is locked for it (`flock`); where the system has no such lock (Windows) deliveries have to be
    made one after another.
    """
    with _refusals(folder):
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        return deliver(read(), folder)
    finally:
        os.close(lock)


_PREFIX = ".unfinished-"
_LOCK = ".beleg-delivery"


def _write(path: Path, raw: bytes) -> None:
    with path.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    path.chmod(0o644)


def _settle(folder: Path) -> None:
    """Have the renaming itself written to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _clear_away(folder: Path) -> None:
    for left in folder.glob(f"{_PREFIX}*"):
        try:
            abandoned = time.time() - left.stat().st_mtime > _ABANDONED
        except FileNotFoundError:
            continue  # another process has just finished
        if abandoned:
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _refusals(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as why:
        raise Error(f"{folder}: cannot be written to; {why.strerror}.") from why
