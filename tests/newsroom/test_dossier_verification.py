"""Verifying a dossier where it is kept: whatever is changed under the newsroom is found, and in the right place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from beleg.newsroom.dossier_verification import Look, Subject
from beleg.newsroom.house import Newsroom
from beleg.record.database import FILE
from beleg.terms.refusal import Error
from tests.desk.states import States, copy_of_every_state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the newsroom lies."""
    return tmp_path / "newsroom"


@pytest.fixture
def states(folder: Path) -> States:
    """A dossier in every state."""
    return copy_of_every_state(folder)


@pytest.fixture
def newsroom(folder: Path, states: States) -> Iterator[Newsroom]:
    """The newsroom, open, with all dossiers read once: what is changed now is changed under its hands."""
    with Newsroom.open(folder) as opened:
        opened.dossiers()
        yield opened


def _change(folder: Path, statement: str, *values: object) -> None:
    """Change the file as somebody could who has no business there: past the guards that forbid it."""
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        assert connection.execute(statement, values).rowcount > 0


def _looks(newsroom: Newsroom, dossier: str) -> dict[Subject, Look]:
    return {look.subject: look for look in newsroom.looks(dossier)}


def test_everything_fits_in_every_state(newsroom: Newsroom, states: States) -> None:
    for dossier in (states.example, states.empty, states.signed, states.published, states.withdrawn):
        looks = tuple(newsroom.looks(dossier))
        assert all(look.passed for look in looks), [look.trouble for look in looks]
        assert looks[0].count == len(newsroom.entries(dossier))
    assert [look.subject for look in looks][:5] == list(Subject)[:5]
    assert [(look.version, look.subject) for look in looks[5:]] == [(1, Subject.BUNDLE), (2, Subject.BUNDLE)]
    assert all(look.verification and look.verification.passed for look in looks[5:])


def test_an_unknown_dossier_is_refused(newsroom: Newsroom) -> None:
    with pytest.raises(Error, match="There is no dossier d-nothing"):
        next(newsroom.looks("d-nothing"))
    with pytest.raises(Error, match="There is no dossier"):
        next(newsroom.looks("newsroom"))


def test_a_changed_entry_breaks_the_chain_and_ends_the_looking(
    newsroom: Newsroom, states: States, folder: Path
) -> None:
    _change(
        folder,
        "UPDATE events SET line = replace(line, 'Ahrenkamp', 'Ahrenkorn') WHERE dossier = ? AND position = 3",
        states.published,
    )
    (look,) = newsroom.looks(states.published)
    assert look.subject is Subject.CHAIN
    assert look.trouble == "Line 3: Entry 3 was changed: its content does not give its hash."


def test_entries_cut_off_and_written_anew_are_not_in_the_log(
    newsroom: Newsroom, states: States, folder: Path
) -> None:
    _change(folder, "DELETE FROM log_leaves WHERE dossier = ? AND position = 2", states.signed)
    looks = _looks(newsroom, states.signed)
    assert looks[Subject.CHAIN].passed
    assert looks[Subject.LOG].trouble == f"Entry 2 of {states.signed} is not in the log."
    assert (looks[Subject.LOG].start, looks[Subject.LOG].end) == (1, 5)


def test_a_changed_tree_of_the_log_is_found(newsroom: Newsroom, states: States, folder: Path) -> None:
    _change(folder, "UPDATE log_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 3")
    assert not all(look.passed for look in newsroom.looks(states.example))


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("CAST(raw || 'x' AS BLOB)", "were changed"),
        ("raw || 'x'", "What is kept cannot be read (TypeError)."),
    ],
)
def test_a_changed_source_is_found(
    newsroom: Newsroom, states: States, folder: Path, other: str, said: str
) -> None:
    _change(folder, f"UPDATE blobs SET raw = {other} WHERE sha256 = ?", states.message)
    looks = _looks(newsroom, states.example)
    assert said in looks[Subject.SOURCES].trouble
    assert looks[Subject.CHAIN].passed and looks[Subject.LOG].passed


def test_a_missing_bundle_is_found(newsroom: Newsroom, states: States, folder: Path) -> None:
    _change(folder, "DELETE FROM attachments WHERE role = 'bundle' AND dossier = ?", states.published)
    looks = _looks(newsroom, states.published)
    assert "is missing" in looks[Subject.SIGNED].trouble
    assert looks[Subject.BUNDLE].trouble == "The bundle is missing or cannot be read."


def test_the_bundle_of_another_dossier_is_found(newsroom: Newsroom, states: States, folder: Path) -> None:
    _change(
        folder,
        "UPDATE attachments SET sha256 = (SELECT sha256 FROM attachments WHERE role = 'bundle' AND dossier = ? "
        "ORDER BY position LIMIT 1) WHERE role = 'bundle' AND dossier = ?",
        states.withdrawn,
        states.published,
    )
    look = _looks(newsroom, states.published)[Subject.BUNDLE]
    assert look.verification is not None and not look.passed
    assert {step.name for step in look.verification.steps if not step.passed} == {"expected_head"}


def test_a_key_that_nobody_introduced_is_found(newsroom: Newsroom, states: States, folder: Path) -> None:
    _change(
        folder,
        "UPDATE events SET line = replace(line, '\"public_key\":\"', '\"public_key\":\"A') WHERE dossier = 'newsroom'",
    )
    look = _looks(newsroom, states.signed)[Subject.KEYS]
    assert look.trouble and look.count == 0
