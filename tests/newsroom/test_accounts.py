from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from beleg.newsroom.house import Newsroom
from beleg.record.store import RecordStore
from beleg.terms.refusal import Error


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
