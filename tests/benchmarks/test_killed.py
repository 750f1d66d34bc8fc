"""Killed at any moment, a newsroom keeps what was acknowledged; and what is lost or half done would be seen."""

import sqlite3
from pathlib import Path

from benchmarks.busy import Done, founded, work
from benchmarks.killed import Damage, killed, look


def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(tmp_path: Path) -> None:
    damage = killed(tmp_path, 6)
    assert damage.acknowledged > 6
    assert (damage.lost, damage.other_state, damage.half) == ([], [], [])


class _EnoughError(Exception):
    """Raised to stop a process that would go on for ever."""


def _published(folder: Path) -> list[Done]:
    """What was told by a process that stopped after its first publication."""
    told: list[Done] = []

    def tell(done: Done | None) -> None:
        if done:
            told.append(done)
            if done.act == "publish":
                raise _EnoughError

    founded(folder / "newsroom")
    try:
        work(folder / "newsroom", folder / "out", tell)
    except _EnoughError:
        return told
    raise AssertionError("work goes on for ever")


def _seen(folder: Path, told: list[Done]) -> Damage:
    damage = Damage()
    look(folder / "newsroom", folder / "out", told, set(), damage)
    return damage


def _harmed(folder: Path, *statements: str) -> None:
    with sqlite3.connect(folder / "newsroom" / "record.sqlite") as connection:
        kept = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for statement in (*(f"DROP TRIGGER {name}" for name in kept), *statements):
            connection.execute(statement)
    connection.close()


def test_what_is_lost_or_half_done_is_seen(tmp_path: Path) -> None:
    told = _published(tmp_path)
    whole = _seen(tmp_path, told)
    assert (whole.lost, whole.other_state, whole.half) == ([], [], [])

    page = next((tmp_path / "out").glob("d-*.html"))
    raw = page.read_bytes()
    page.write_bytes(raw[:-9])
    assert _seen(tmp_path, told).half == [page.name]
    page.write_bytes(raw)

    claimed = Done("confirm", told[-1].dossier, told[-1].position + 1, "0" * 64, "")
    assert _seen(tmp_path, [*told, claimed]).lost == [f"confirm in {claimed.dossier}"]
    otherwise = Done("save", told[-1].dossier, told[-1].position, told[-1].head, "0" * 64)
    assert _seen(tmp_path, [otherwise]).other_state == [otherwise.dossier]

    _harmed(tmp_path, "DELETE FROM attachments WHERE role = 'page'")
    page.unlink()
    assert f"the page of {told[-1].dossier}" in _seen(tmp_path, told).half
