"""Trainings: no act of the newsroom takes their copies, and no result is left under a name."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.newsroom.practising import EXAMPLE
from beleg.record.database import FILE
from beleg.terms.denial import Denied
from beleg.terms.judging import Answer
from beleg.terms.refusal import Error
from beleg.terms.training import DeskSum, Training
from tests.cli.terminal import run
from tests.desk.conftest import Visit, serving
from tests.newsroom.test_gate import NOTES
from tests.newsroom.town import SUPPORTED, Town, mail, town

REFUSED = "copy for training"


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        pool.prepare()
        yield pool


def _open(pool: Town, seed: str = "1", faults: int = 3) -> Training:
    return pool.house.open_training(pool.dossier, by=pool.ute.id, faults=faults, seed=seed)


Act = Callable[[Newsroom, str, str], object]
ACTS: dict[str, Act] = {
    "sign_off": lambda house, copy, by: house.sign_off(copy, "0" * 64, by=by),
    "publish": lambda house, copy, by: house.publish(copy, by=by),
    "note_correction": lambda house, copy, by: house.note_correction(copy, "Berichtigt.", by=by),
    "withdraw": lambda house, copy, by: house.withdraw(copy, "Falsch.", by=by, **NOTES),
    "set_embargo": lambda house, copy, by: house.set_embargo(
        copy, datetime(2199, 1, 1, tzinfo=UTC), "Übung", by=by
    ),
    "lift_embargo": lambda house, copy, by: house.lift_embargo(copy, "Übung", by=by),
    "save": lambda house, copy, by: house.save(copy, SUPPORTED, by=by),
    "draft": lambda house, copy, by: house.draft(copy, by=by),
    "check": lambda house, copy, by: house.check(copy, by=by),
    "take_in": lambda house, copy, by: house.take_in(copy, [mail()], by=by),
    "confirm": lambda house, copy, by: house.confirm(copy, "a" * 16, "Gesehen.", by=by),
    "dismiss": lambda house, copy, by: house.dismiss(copy, "a" * 16, "Gesehen.", by=by),
    "escalate": lambda house, copy, by: house.escalate(copy, "a" * 16, "Gesehen.", by=by),
    "judge": lambda house, copy, by: house.judge(copy, "a" * 16, Answer.YES, by=by),
    "sources": lambda house, copy, by: house.sources(copy),
    "delivery": lambda house, copy, by: house.delivery(copy),
    "page": lambda house, copy, by: house.page(copy),
    "bundle": lambda house, copy, by: house.bundle(copy),
    "output": lambda house, copy, by: house.output(copy, "ninjs"),
    "statement": lambda house, copy, by: house.statement(copy),
    "entries": lambda house, copy, by: house.entries(copy),
    "review": lambda house, copy, by: house.review(copy),
    "continuing it": lambda house, copy, by: house.open_dossier("Weiter", "de", by=by, updates=copy),
    "another training": lambda house, copy, by: house.open_training(copy, by=by),
}


@pytest.mark.parametrize("act", ACTS)
def test_no_act_of_the_newsroom_takes_a_training_copy(pool: Town, act: str) -> None:
    copy = _open(pool).id
    before = pool.house.entries(pool.dossier)
    with pytest.raises(Error, match=f"{REFUSED}|There is no dossier {copy}"):
        ACTS[act](pool.house, copy, pool.ole.id)
    assert pool.house.entries(pool.dossier) == before
    assert len(pool.house.dossiers()) == 1


def test_no_command_of_the_terminal_takes_one(pool: Town, tmp_path: Path) -> None:
    copy = _open(pool).id
    room = ("--newsroom", pool.folder, "--as", "ole")
    commands: tuple[tuple[str | Path, ...], ...] = (
        ("sign", copy),
        ("publish", copy, "--to", tmp_path / "web", "--address", ""),
        ("deliver", copy, "--to", tmp_path / "web"),
        ("confirm", copy, "aaaa", "--reason", "Gesehen."),
        ("dismiss", copy, "aaaa", "--reason", "Gesehen."),
        ("judge", copy),
        ("correct", copy, "--note", "Berichtigt."),
    )
    for command in commands:
        done = run(*command, *room, given="noch-ein-geheimnis\n")
        assert done.exit_code != 0, command
    for command in (("record", copy), ("review", copy), ("report", copy, "--to", tmp_path / "b.html")):
        done = run(*command, "--newsroom", pool.folder)
        assert done.exit_code != 0 and REFUSED in done.output, (command, done.output)
    assert not list((tmp_path / "web").glob("*")) and not (tmp_path / "b.html").exists()


def test_no_address_of_the_desk_takes_one(pool: Town) -> None:
    copy = _open(pool).id
    with serving(pool.folder) as address:
        visit = Visit(address)
        with visit.client:
            token = visit.token("/sign-in")
            visit.client.post(
                "/sign-in", data={"token": token, "login": "ole", "password": "noch-ein-geheimnis"}
            )
            for path in (
                "",
                "/sign-off",
                "/published",
                "/page",
                "/bundle",
                "/outputs/ninjs",
                "/report.pdf",
                "/record",
            ):
                assert visit.get(f"/dossiers/{copy}{path}").status_code == 404, path
            for path in (
                "/sign-off",
                "/publish",
                "/text",
                "/check",
                "/correction",
                "/embargo",
                "/withdrawal",
            ):
                assert visit.post(f"/dossiers/{copy}{path}", "/").status_code == 404, path


def test_nothing_of_a_training_stands_in_record_or_log(pool: Town) -> None:
    before = (pool.house.entries(pool.dossier), pool.house.dossiers(), pool.house.checkpoint())
    training = _open(pool)
    pool.house.hand_in(training.id, frozenset({1}), by=pool.ole.id)
    pool.house.close_training(training.id, by=pool.ute.id)
    assert (pool.house.entries(pool.dossier), pool.house.dossiers(), pool.house.checkpoint()) == before


def test_faults_are_planted_into_supported_sentences_only(pool: Town) -> None:
    supported = {
        s.sentence.text
        for s in pool.house.review(pool.dossier).sentences
        if s.sentence.verdict == "supported"
    }
    for seed in range(6):
        training = _open(pool, str(seed))
        assert training.planted
        assert {fault.was for fault in training.planted} <= supported
        assert all(fault.now in training.content for fault in training.planted)
        assert training.sources and training.sources[0].text in {
            s.text for s in pool.house.sources(pool.dossier)
        }


def test_what_beleg_itself_would_have_held_up_is_known(pool: Town) -> None:
    named = [f.named for seed in range(6) for f in _open(pool, str(seed)).planted]
    assert any(named)


def test_the_example_can_be_practised_on_in_any_newsroom(pool: Town) -> None:
    training = pool.house.open_training(EXAMPLE, by=pool.ute.id, faults=8, seed="1")
    assert len(training.planted) == 8
    assert len(training.sources) >= 6


def test_what_cannot_be_practised_on(pool: Town) -> None:
    with pytest.raises(Error, match="1 to 12 faults"):
        _open(pool, faults=13)
    empty = pool.house.open_dossier("Leer", "de", by=pool.ida.id).id
    with pytest.raises(Error, match="no draft yet"):
        pool.house.open_training(empty, by=pool.ute.id)
    pool.house.save(empty, "# Leer\n\nNichts ist belegt.\n", by=pool.ida.id)
    with pytest.raises(Error, match="No fault can be planted"):
        pool.house.open_training(empty, by=pool.ute.id)
    pool.house.take_in(pool.dossier, [mail()], by=pool.ida.id, confidential=True)
    with pytest.raises(Error, match="kept from language models"):
        _open(pool)


def test_everybody_hands_in_once_and_sees_their_own_result(pool: Town) -> None:
    training = _open(pool)
    marks = frozenset(fault.sentence for fault in training.planted)
    assert pool.house.hand_in(training.id, marks, by=pool.ole.id).found == len(marks)
    assert pool.house.has_taken_part(training.id, by=pool.ole.id)
    assert not pool.house.has_taken_part(training.id, by=pool.ute.id)
    with pytest.raises(Error, match="handed in your marks"):
        pool.house.hand_in(training.id, marks, by=pool.ole.id)
    with pytest.raises(Error, match="is over"):
        pool.house.hand_in("t-none", marks, by=pool.ole.id)


def test_programs_do_not_practise(pool: Town) -> None:
    training = _open(pool)
    program = pool.house.watching_account().id
    with pytest.raises(Error, match="a person has to do this"):
        pool.house.hand_in(training.id, frozenset(), by=program)


def _with_desk(pool: Town, desk: str, people: int, number: int = 0) -> list[str]:
    ids = [
        pool.house.add_account(f"{desk.lower()}{n + number}", f"Person {n}", "Redaktion", "ein-geheimnis").id
        for n in range(people)
    ]
    for one in ids:
        pool.house.set_desk(one, desk)
    return ids


def test_a_desk_is_told_of_only_when_three_took_part_and_only_afterwards(pool: Town) -> None:
    local, sport = _with_desk(pool, "Lokales", 3), _with_desk(pool, "Sport", 2)
    training = _open(pool)
    right = frozenset(fault.sentence for fault in training.planted)
    for one in local:
        pool.house.hand_in(training.id, right, by=one)
    for one in sport:
        pool.house.hand_in(training.id, frozenset({0}), by=one)
    assert pool.house.closed_trainings() == ()
    over = pool.house.close_training(training.id, by=pool.ute.id)
    planted = 3 * len(training.planted)
    assert over.sums == (DeskSum(desk="Lokales", people=3, planted=planted, found=planted, others_marked=0),)
    assert pool.house.closed_trainings() == (over,)
    with pytest.raises(Error, match="is over"):
        pool.house.close_training(training.id, by=pool.ute.id)


def _rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """What the database holds of trainings."""
    connection = sqlite3.connect(folder / FILE)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in ("trainings", "training_taken", "training_sums")
        }
    finally:
        connection.close()


def test_no_row_ties_a_result_to_a_person(pool: Town) -> None:
    local = _with_desk(pool, "Lokales", 3)
    training = _open(pool)
    for one in local:
        pool.house.hand_in(training.id, frozenset({1}), by=one)
    during = _rows(pool.folder)
    accounts = {part for a in pool.house.accounts() for part in (a.id, a.login, a.name)}
    assert len(during["training_taken"]) == 3 and len(during["training_sums"]) == 1
    assert not any(cell in accounts for rows in during.values() for row in rows for cell in row)
    pool.house.close_training(training.id, by=pool.ute.id)
    after = _rows(pool.folder)
    assert after["training_taken"] == []
    (kept,) = after["trainings"]
    assert training.content not in str(kept) and kept[-2:] == ("", "")
    raw = (pool.folder / FILE).read_bytes()
    assert not any(fault.now.encode() in raw for fault in training.planted)


def test_erasing_a_person_takes_them_out_of_their_desk(pool: Town) -> None:
    pool.house.set_desk(pool.ole.id, "  Lokales  ")
    assert pool.house.desk_of(pool.ole.id) == "Lokales"
    pool.house.erase_account(pool.ole.id)
    assert pool.house.desk_of(pool.ole.id) == ""


def test_what_a_desk_may_be_called(pool: Town) -> None:
    with pytest.raises(Error, match="at most 60 characters"):
        pool.house.set_desk(pool.ole.id, "x" * 61)
    pool.house.set_desk(pool.ole.id, "Politik")
    pool.house.set_desk(pool.ole.id, "")
    assert pool.house.desk_of(pool.ole.id) == ""
    with pytest.raises(Denied, match="administering accounts"):
        pool.house.set_desk(pool.ida.id, "Politik", by=pool.ole.id)
