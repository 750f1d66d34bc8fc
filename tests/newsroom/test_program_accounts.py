"""Accounts of programs: they record what a program saw, and stand for nothing."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from beleg.newsroom import staff
from beleg.newsroom.verification import verify
from beleg.terms.refusal import Error
from beleg.terms.review import SentenceState
from tests.newsroom.town import DECIDED, INVENTED, Town, text, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def test_a_program_can_do_nothing_that_a_person_answers_for(pool: Town) -> None:
    house = pool.house
    program = house.watching_account()
    assert program.id.startswith("program-") and program.is_program
    content = pool.prepare(text(DECIDED, INVENTED))
    (waiting,) = (each for each in house.review(pool.dossier).sentences if each.state is SentenceState.OPEN)
    finding = house.review(pool.dossier).findings[0]
    soon = datetime(2026, 3, 5, tzinfo=UTC) + timedelta(days=1)
    for act in (
        lambda: house.sign_off(pool.dossier, content, by=program.id),
        lambda: house.confirm(pool.dossier, waiting.key, "Gesehen.", by=program.id),
        lambda: house.dismiss(pool.dossier, finding.key, "Stimmt.", by=program.id),
        lambda: house.escalate(pool.dossier, finding.key, "Unklar.", by=program.id),
        lambda: house.save(pool.dossier, text(DECIDED), by=program.id),
        lambda: house.draft(pool.dossier, by=program.id),
        lambda: house.publish(pool.dossier, by=program.id),
        lambda: house.set_embargo(pool.dossier, soon, "Sperrfrist.", by=program.id),
        lambda: house.open_dossier("Neu", "de", by=program.id),
        lambda: house.rotate_key(by=program.id),
        lambda: house.change_password(program.id, "ein-langes-passwort"),
        lambda: house.rename_account(program.id, name="Eva Kolb"),
    ):
        with pytest.raises(Error, match="a person has to do this"):
            act()
    house.check(pool.dossier, by=program.id)


def test_no_person_can_have_the_login_of_the_program(pool: Town) -> None:
    with pytest.raises(Error, match="kept for the program"):
        pool.house.add_account(" Beleg-Watch", "Eva Kolb", "Redakteurin", "ein-langes-passwort")


def test_the_verifier_sees_a_program_that_signed(pool: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    house = pool.house
    program = house.watching_account()
    content = pool.prepare(text(DECIDED))
    with monkeypatch.context() as patched:  # as a newsroom could that was tampered with
        patched.setattr(staff, "refuse_program", lambda _: None)
        house.sign_off(pool.dossier, content, by=program.id)
        house.publish(pool.dossier, by=program.id)
    failed = [step for step in verify(house.bundle(pool.dossier)).steps if step.reached and not step.passed]
    assert [step.name for step in failed] == ["four_eyes"]
    assert "is a program and no person" in failed[0].what
