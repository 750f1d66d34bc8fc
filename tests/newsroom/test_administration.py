"""Administration: what somebody whose role includes it does to accounts, and what nobody can do there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from beleg.newsroom.house import Newsroom
from beleg.terms.account import Account
from beleg.terms.denial import Denied
from beleg.terms.refusal import Error
from beleg.terms.role import Permission, Role
from tests.accounts import account_called
from tests.newsroom.town import Town, town

PASSWORD = "ein langes Kennwort"


@dataclass(frozen=True)
class Office:
    """The town with somebody in its administration."""

    town: Town
    eva: Account

    @property
    def house(self) -> Newsroom:
        return self.town.house


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with town(tmp_path / "newsroom") as pool:
        yield Office(pool, pool.house.add_account("eva", "Eva Kolb", "Technik", PASSWORD, role=Role.ADMIN))


def test_the_administration_adds_changes_and_closes_accounts(office: Office) -> None:
    act = office.house.administration(office.eva.id)
    added = act.add("Lea", "Lea Thoms", "Volontärin", PASSWORD, Role.REPORTER)
    assert (added.login, added.role) == ("lea", Role.REPORTER)
    assert office.house.sign_in("lea", PASSWORD) == added
    assert act.rename(added.id, name="Lea Thoms-Ott", function="Reporterin").function == "Reporterin"
    assert act.change_role(added.id, Role.EDITOR).role is Role.EDITOR
    act.change_password(added.id, "ein anderes Kennwort")
    assert office.house.sign_in("lea", PASSWORD) is None
    before = office.house.sessions_after(added.id)
    act.end_sessions(added.id)
    assert office.house.sessions_after(added.id) > before
    assert act.close(added.id).closed
    assert office.house.sign_in("lea", "ein anderes Kennwort") is None


Does = Callable[[Office, str], object]
ACTS: tuple[tuple[str, Does], ...] = (
    (
        "add",
        lambda o, by: o.house.administration(by).add("neu", "Nele Neu", "Volontärin", PASSWORD, Role.ADMIN),
    ),
    ("rename", lambda o, by: o.house.administration(by).rename(o.town.ida.id, name="X", function="Y")),
    ("role", lambda o, by: o.house.administration(by).change_role(o.town.ida.id, Role.ADMIN)),
    ("password", lambda o, by: o.house.administration(by).change_password(o.town.ida.id, PASSWORD)),
    ("sessions", lambda o, by: o.house.administration(by).end_sessions(o.town.ida.id)),
    ("close", lambda o, by: o.house.administration(by).close(o.town.ida.id)),
    ("erase", lambda o, by: o.house.erase_by_role(o.town.ida.id, by=by)),
)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMIN])
@pytest.mark.parametrize("does", [row[1] for row in ACTS], ids=[row[0] for row in ACTS])
def test_nobody_else_touches_an_account_by_their_role(office: Office, does: Does, role: Role) -> None:
    by = office.house.change_role(office.town.ute.id, role).id
    before = office.house.accounts(), office.house.sessions_after(office.town.ida.id)
    with pytest.raises(Denied) as denied:
        does(office, by)
    assert denied.value.permission in (Permission.ADMINISTER, Permission.ERASE)
    assert (office.house.accounts(), office.house.sessions_after(office.town.ida.id)) == before
    assert [each.account for each in office.house.denials()] == [by]


@pytest.mark.parametrize("does", [row[1] for row in ACTS], ids=[row[0] for row in ACTS])
def test_a_closed_administrator_touches_nothing(office: Office, does: Does) -> None:
    office.house.close_account(office.eva.id)
    with pytest.raises(Error, match="This account is closed"):
        does(office, office.eva.id)


def test_the_last_account_of_the_administration_stays_what_it_is(office: Office) -> None:
    act = office.house.administration(office.eva.id)
    for does in (
        lambda: act.change_role(office.eva.id, Role.EDITOR),
        lambda: act.close(office.eva.id),
        lambda: office.house.erase_by_role(office.eva.id, by=office.eva.id),
    ):
        with pytest.raises(Error, match="the last account of the administration; give somebody else"):
            does()
    assert act.change_role(office.eva.id, Role.ADMIN).role is Role.ADMIN
    second = act.change_role(office.town.ole.id, Role.ADMIN)
    assert act.change_role(office.eva.id, Role.EDITOR).role is Role.EDITOR
    with pytest.raises(Denied):
        act.close(office.town.ida.id)
    with pytest.raises(Error, match="the last account of the administration"):
        office.house.administration(second.id).close(second.id)


def test_a_closed_account_counts_for_nothing_in_the_administration(office: Office) -> None:
    act = office.house.administration(office.eva.id)
    other = act.add("otto", "Otto Weil", "Technik", PASSWORD, Role.ADMIN)
    act.close(other.id)
    with pytest.raises(Error, match="the last account of the administration"):
        act.close(office.eva.id)


def test_who_has_the_folder_may_leave_nobody_in_the_administration(office: Office) -> None:
    assert office.house.change_role(office.eva.id, Role.EDITOR).role is Role.EDITOR
    assert not [one for one in office.house.accounts() if one.role is Role.ADMIN]


def test_what_accounts_refuse_is_refused_here_too_and_changes_nothing(office: Office) -> None:
    act = office.house.administration(office.eva.id)
    before = office.house.accounts()
    refused: tuple[Callable[[], object], ...] = (
        lambda: act.add("ida", "Ida Zwei", "Redakteurin", PASSWORD, Role.EDITOR),
        lambda: act.add("lea thoms", "Lea", "Redakteurin", PASSWORD, Role.EDITOR),
        lambda: act.add("lea", "Lea", "Redakteurin", "kurz", Role.EDITOR),
        lambda: act.rename("p-0", name="Lea", function="Redakteurin"),
    )
    for does in refused:
        with pytest.raises(Error):
            does()
    assert office.house.accounts() == before
    assert office.house.denials() == ()


def test_the_administration_erases_a_name_as_the_terminal_does(office: Office) -> None:
    erased = office.house.erase_by_role(office.town.ute.id, by=office.eva.id)
    assert erased.account.closed and erased.account.name == erased.account.function == "Volontärin"
    assert account_called(office.house, "ute") is None


def test_a_program_is_nobody_to_be_administered(office: Office) -> None:
    program = office.house.watching_account()
    act = office.house.administration(office.eva.id)
    with pytest.raises(Error, match="a person has to do this"):
        act.change_role(program.id, Role.EDITOR)
    with pytest.raises(Error, match="a person has to do this"):
        act.change_password(program.id, PASSWORD)
