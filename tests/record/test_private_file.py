"""A secret on the disk: its owner's only, whole or not there, and the same for all who make it at once."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from beleg.record.private_file import write_private


def test_nobody_but_its_owner_can_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        write_private(tmp_path / "secret", b"geheim")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_who_comes_later_changes_nothing(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as many:
        list(many.map(lambda n: write_private(tmp_path / "secret", bytes([n]) * 32), range(16)))
    raw = (tmp_path / "secret").read_bytes()
    assert len(raw) == 32 and len(set(raw)) == 1
    write_private(tmp_path / "secret", b"anders")
    assert (tmp_path / "secret").read_bytes() == raw
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


def test_it_is_on_the_disk_before_anybody_finds_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    sync, link = os.fsync, os.link

    def synced(descriptor: int) -> None:
        told.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def linked(old: Path, new: Path) -> None:
        told.append("link")
        link(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "link", linked)
    write_private(tmp_path / "secret", b"geheim")
    assert told == ["file", "link", "folder"]
