"""What is kept beside the record: other bytes under an entry than it names are told, and never go out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from beleg.publishing.outputs import FORMS
from beleg.record.attached import named_hashes
from beleg.record.database import FILE
from beleg.record.store import Role
from beleg.terms.events import Published, SignedOff, SourceTakenIn
from beleg.terms.refusal import Error
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import Town, town

OUT = (Role.PAGE, *(Role(form.target) for form in FORMS))
WHERE = {Role.RAW: SourceTakenIn, Role.TEXT: SourceTakenIn, Role.STATEMENT: SignedOff}


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        sign_judged(pool.house, pool.dossier, pool.prepare(), by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ole.id)
        yield pool


def _position(pool: Town, role: Role) -> int:
    kind = WHERE.get(role, Published)
    return next(e.position for e in pool.house.entries(pool.dossier) if isinstance(e.event, kind))


def _change(pool: Town, statement: str, *values: object, blob: bytes = b"") -> None:
    """Change the file as somebody would who is held off by no trigger."""
    with closing(sqlite3.connect(pool.folder / FILE)) as connection, connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute(
            "INSERT OR IGNORE INTO blobs (sha256, raw) VALUES (?, ?)", (sha256(blob).hexdigest(), blob)
        )
        connection.execute(statement, values)


def _swap(pool: Town, role: Role, raw: bytes) -> None:
    digest = sha256(raw).hexdigest()
    statement = "UPDATE attachments SET sha256 = ? WHERE role = ? AND dossier = ?"
    _change(pool, statement, digest, role.value, pool.dossier, blob=raw)


def _delete(pool: Town, role: Role) -> None:
    _change(pool, "DELETE FROM attachments WHERE role = ? AND dossier = ?", role.value, pool.dossier)


def test_what_nobody_changed_fits(pool: Town) -> None:
    assert pool.house.audit() == ()


@pytest.mark.parametrize("role", list(Role))
def test_other_bytes_in_the_place_of_those_recorded_are_told(pool: Town, role: Role) -> None:
    _swap(pool, role, b"Alles halb so wild.")
    where = f"ntry {_position(pool, role)} of {pool.dossier}"
    assert any(where in told for told in pool.house.audit())


@pytest.mark.parametrize("role", list(Role))
def test_what_is_missing_is_told(pool: Town, role: Role) -> None:
    _delete(pool, role)
    where = f"ntry {_position(pool, role)} of {pool.dossier}"
    found = pool.house.audit()
    if role is Role.STATEMENT:  # an older Beleg made none; but the bundle has it
        assert found == (
            f"The bundle of entry {_position(pool, Role.BUNDLE)} of {pool.dossier} holds something else than the "
            "newsroom keeps of it.",
        )
    else:
        assert any(where in told and "missing" in told for told in found)


@pytest.mark.parametrize("role", OUT)
def test_a_forged_form_is_never_delivered(pool: Town, role: Role) -> None:
    forged = pool.house._attached(pool.dossier, 0)[role].replace(b"4,2 Millionen", b"9,9 Millionen")
    _swap(pool, role, forged + b" ")
    with pytest.raises(Error, match=f"its {role.value} is not the one that the record names"):
        pool.house.delivery(pool.dossier)
    _delete(pool, role)
    with pytest.raises(Error, match=f"its {role.value} is missing"):
        pool.house.delivery(pool.dossier)


def test_a_missing_bundle_is_refused_in_a_sentence(pool: Town) -> None:
    _delete(pool, Role.BUNDLE)
    with pytest.raises(Error, match="its bundle is missing"):
        pool.house.bundle(pool.dossier)


def test_a_forged_bundle_and_a_statement_of_another_sign_off_are_told(pool: Town) -> None:
    other = pool.house.open_dossier("Das Freibad", "de", by=pool.ida.id).id
    pool.house.save(other, "# Anders\n\nAnders.\n", by=pool.ida.id)
    pool.house.check(other, by=pool.ida.id)
    for each in pool.house.review(other).sentences:
        if each.state.value == "open":
            pool.house.confirm(other, each.key, "Selbst gesehen.", by=pool.ute.id)
    current = pool.house.dossier(other).current
    assert current is not None
    sign_judged(pool.house, other, current.content_sha256, by=pool.ole.id)
    _swap(pool, Role.STATEMENT, pool.house.statement(other))
    assert any("does not speak of this sign-off" in told for told in pool.house.audit())


def test_after_an_erasure_what_was_made_anew_is_what_is_named(pool: Town) -> None:
    before = pool.house.page(pool.dossier)
    pool.house.erase_account(pool.ole.id)
    assert pool.house.audit() == ()
    position = _position(pool, Role.PAGE)
    named = named_hashes(pool.house.entries(pool.dossier))[position]
    assert named[Role.PAGE] == sha256(pool.house.page(pool.dossier)).hexdigest()
    _swap(pool, Role.PAGE, before)
    with pytest.raises(Error, match="its page is not the one"):
        pool.house.page(pool.dossier)
    assert any("its page is not the one" in told for told in pool.house.audit())
