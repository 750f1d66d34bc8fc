from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from beleg.newsroom import accounts
from beleg.newsroom.accounts import microseconds
from beleg.newsroom.house import Newsroom
from beleg.record.store import RecordStore
from beleg.terms.refusal import Error
from tests.newsroom.town import Clock


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom.open(tmp_path / "newsroom") as house:
        yield house


def test_a_person_signs_in_with_login_and_password(house: Newsroom) -> None:
    ida = house.add_account(" Ida ", "Ida  Kroll", "Redakteurin", "ein-geheimnis")
    assert (ida.login, ida.name, ida.function) == ("ida", "Ida Kroll", "Redakteurin")
    assert ida.id.startswith("p-")
    assert house.sign_in("IDA", "ein-geheimnis") == ida
    assert house.sign_in("ida", "ein-Geheimnis") is None
    assert house.sign_in("ole", "ein-geheimnis") is None
    assert house.account(ida.id) == ida


def test_the_id_says_nothing_about_the_person(house: Newsroom) -> None:
    ids = {house.add_account(f"ida{n}", "Ida", "Redakteurin", "ein-geheimnis").id for n in range(3)}
    assert len(ids) == 3
    assert not any("ida" in account_id for account_id in ids)


def test_the_password_itself_is_kept_nowhere(house: Newsroom, tmp_path: Path) -> None:
    house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    house.close()
    files = [path.read_bytes() for path in (tmp_path / "newsroom").iterdir()]
    assert not any(b"ein-geheimnis" in file for file in files)
    with RecordStore.open(tmp_path / "newsroom") as store:
        stored = store.stored_account("ida")
    assert stored is not None
    assert stored.password.startswith("$argon2id$")


def test_a_password_costs_who_guesses_it_time_and_memory(
    house: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """RFC 9106, section 4: argon2id with 64 MiB, three passes and four lanes, its second recommended choice."""
    monkeypatch.setattr(accounts, "PasswordHasher", PasswordHasher)  # as outside the tests
    with Newsroom.open(tmp_path / "newsroom") as outside:
        outside.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    with RecordStore.open(tmp_path / "newsroom") as store:
        stored = store.stored_account("ida")
    assert stored is not None
    assert stored.password.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert house.sign_in("ida", "ein-geheimnis") is not None
    assert house.sign_in("ida", "falsch") is None


def test_an_unknown_login_costs_the_same_work(house: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    house.sign_in("ida", "falsch")
    work: list[str] = []
    real = PasswordHasher.verify

    def counted(hasher: PasswordHasher, hashed: str, password: str) -> bool:
        work.append(hashed.split("$")[3])
        return real(hasher, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    house.sign_in("ida", "falsch")
    house.sign_in("niemand", "falsch")
    assert len(work) == 2
    assert work[0] == work[1]


@pytest.mark.parametrize("password", ["", "x" * 2000, "\ud800 kein Zeichen", "\0\0\0\0\0\0\0\0"])
def test_a_hostile_password_signs_nobody_in(house: Newsroom, password: str) -> None:
    house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    assert house.sign_in("ida", password) is None


@pytest.mark.parametrize(
    ("login", "name", "function", "password", "reason"),
    [
        ("", "Ida", "Redakteurin", "ein-geheimnis", "login must have 1 to"),
        ("i" * 201, "Ida", "Redakteurin", "ein-geheimnis", "login must have 1 to"),
        ("ida kroll", "Ida", "Redakteurin", "ein-geheimnis", "must not contain white space"),
        ("ida", " ", "Redakteurin", "ein-geheimnis", "name must have 1 to"),
        ("ida", "Ida", "", "ein-geheimnis", "function must have 1 to"),
        ("ida", "Ida", "Redakteurin", "geheim", "password must have 8 to 1024"),
        ("ida", "Ida", "Redakteurin", "g" * 1025, "password must have 8 to 1024"),
        ("ida", "Ida", "Redakteurin", "geheim\ud800geheim", "half a character"),
        ("ida", "Ida\ud800", "Redakteurin", "ein-geheimnis", "half a character"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    house: Newsroom, login: str, name: str, function: str, password: str, reason: str
) -> None:
    with pytest.raises(Error, match=reason):
        house.add_account(login, name, function, password)
    assert house.accounts() == ()


def test_a_login_is_given_once_whatever_its_case(house: Newsroom) -> None:
    house.add_account("jürgen", "Jürgen Roth", "Redakteur", "ein-geheimnis")
    with pytest.raises(Error, match="The login “jürgen” is taken"):
        house.add_account("JU\u0308RGEN", "Jürgen Raab", "Redakteur", "ein-geheimnis")


def test_an_unknown_account_is_refused(house: Newsroom) -> None:
    with pytest.raises(Error, match="no account p-1"):
        house.account("p-1")
    with pytest.raises(Error, match="no account without an id"):
        house.open_dossier("Titel", "de", by="")


def test_a_closed_account_can_neither_sign_in_nor_act(house: Newsroom) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    dossier = house.open_dossier("Titel", "de", by=ida.id).id
    closed = house.close_account(ida.id)
    assert closed == house.account(ida.id) == replace(ida, closed=True)
    assert house.sign_in("ida", "ein-geheimnis") is None
    before = house.entries(dossier)
    with pytest.raises(Error, match="This account is closed"):
        house.save(dossier, "# Titel\n\nEin Satz.", by=ida.id)
    with pytest.raises(Error, match="This account is closed"):
        house.open_dossier("Noch einer", "de", by=ida.id)
    assert house.entries(dossier) == before
    assert len(house.dossiers()) == 1


def test_a_closed_account_stays_closed_whatever_is_changed(house: Newsroom) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    house.close_account(ida.id)
    house.change_password(ida.id, "ein-anderes-geheimnis")
    assert house.rename_account(ida.id, name="(gelöscht)").closed
    assert house.sign_in("ida", "ein-anderes-geheimnis") is None
    with pytest.raises(Error, match="The login “ida” is taken"):
        house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")


def test_a_closed_account_costs_the_same_work(house: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    house.close_account(ida.id)
    looked: list[str] = []
    real = PasswordHasher.verify

    def counted(hasher: PasswordHasher, hashed: str, password: str) -> bool:
        looked.append(hashed)
        return real(hasher, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    assert house.sign_in("ida", "ein-geheimnis") is None
    assert len(looked) == 1


def test_a_changed_password_takes_the_place_of_the_old_one(house: Newsroom) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    house.change_password(ida.id, "ein-anderes-geheimnis")
    assert house.sign_in("ida", "ein-geheimnis") is None
    assert house.sign_in("ida", "ein-anderes-geheimnis") == ida
    with pytest.raises(Error, match="password must have 8 to 1024"):
        house.change_password(ida.id, "kurz")
    assert house.sign_in("ida", "ein-anderes-geheimnis") == ida


def test_name_and_function_change_and_the_id_and_login_stay(house: Newsroom) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    assert house.rename_account(ida.id, name="Ida  Maas") == replace(ida, name="Ida Maas")
    assert house.rename_account(ida.id, function="Ressortleiterin") == replace(
        ida, name="Ida Maas", function="Ressortleiterin"
    )
    assert house.accounts() == (house.account(ida.id),)


@pytest.mark.parametrize(
    ("name", "function", "reason"),
    [
        ("", " ", "Neither a name nor a function was given"),
        ("x" * 201, "", "name must have 1 to"),
        ("", "x" * 201, "function must have 1 to"),
        ("Ida\ud800", "", "half a character"),
    ],
)
def test_a_name_that_cannot_be_changes_nothing(
    house: Newsroom, name: str, function: str, reason: str
) -> None:
    ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis")
    with pytest.raises(Error, match=reason):
        house.rename_account(ida.id, name=name, function=function)
    assert house.account(ida.id) == ida


def test_signing_out_a_new_password_and_closing_end_the_sessions_there_are(tmp_path: Path) -> None:
    clock = Clock()
    with Newsroom.open(tmp_path / "newsroom", clock=clock) as house:
        ida = house.add_account("ida", "Ida Kroll", "Redakteurin", "ein-geheimnis").id
        ole = house.add_account("ole", "Ole Hansen", "Redakteur", "ein-geheimnis").id
        assert house.sessions_after(ida) == 0
        ended = []
        ways: tuple[Callable[[], object], ...] = (
            lambda: house.end_sessions(ida),
            lambda: house.change_password(ida, "ein-anderes-geheimnis"),
            lambda: house.close_account(ida),
        )
        for end in ways:
            end()
            assert house.sessions_after(ida) == microseconds(clock.moment)
            ended.append(house.sessions_after(ida))
        assert ended == sorted(set(ended))
        clock.moment -= timedelta(hours=1)  # set back: what has ended stays ended
        house.end_sessions(ida)
        house.rename_account(ida, name="Ida Maas")
        assert house.sessions_after(ida) == ended[-1]
        assert house.sessions_after(ole) == 0


def test_an_account_that_is_not_there_cannot_be_changed(house: Newsroom) -> None:
    changes: tuple[Callable[[], object], ...] = (
        lambda: house.close_account("p-1"),
        lambda: house.change_password("p-1", "ein-geheimnis"),
        lambda: house.rename_account("p-1", name="Ida"),
        lambda: house.end_sessions("p-1"),
        lambda: house.sessions_after("p-1"),
    )
    for change in changes:
        with pytest.raises(Error, match="no account p-1"):
            change()
