"""No changed byte goes unnoticed; and a change that nobody notices would be counted."""

import random
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from benchmarks.flips import Seen, flipped, looked_at, of_bundle, of_log, of_page
from benchmarks.tampering import a_bundle

CHANCE = random.Random(7)


def test_exactly_one_byte_is_changed() -> None:
    raw = bytes(range(256))
    for _ in range(300):
        changed = flipped(raw, CHANCE)
        assert sum(a != b for a, b in zip(raw, changed, strict=True)) == 1


def test_what_nobody_notices_is_counted() -> None:
    assert looked_at(b"abc", 20, lambda _: True, CHANCE) == Seen(20, 20)
    with pytest.raises(AssertionError, match="untouched bytes do not hold"):
        looked_at(b"abc", 20, lambda _: False, CHANCE)


def test_no_change_of_bundle_page_or_log_goes_unnoticed(tmp_path: Path) -> None:
    raw = a_bundle(tmp_path / "newsroom")
    assert of_bundle(raw, 200, CHANCE) == Seen(200, 0)
    assert of_page(raw, 20, CHANCE) == Seen(20, 0)
    with Newsroom.open(tmp_path / "newsroom") as newsroom:
        newsroom.export_log(tmp_path / "log")
        assert of_log(tmp_path / "log", 30, lambda where: newsroom.audit(where) == (), CHANCE) == Seen(30, 0)
        (tmp_path / "log" / "checkpoint").write_bytes(b"")
        with pytest.raises(AssertionError, match="untouched log does not hold"):
            of_log(tmp_path / "log", 1, lambda where: newsroom.audit(where) == (), CHANCE)
