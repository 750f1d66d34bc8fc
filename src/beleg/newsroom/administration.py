"""Administration: what somebody whose role includes it does to the accounts of others, each act asked and stored at
once.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from beleg.newsroom.accounts import Accounts
from beleg.record.people import PeopleInAct
from beleg.record.store import Act
from beleg.record.vouched import forget_vouchers
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Role


class Administration:
    """Acts of one person on accounts; see `beleg.newsroom.staff.Staff.administration`.

    All raise Denied where the role of the person does not include administering accounts, and Error for what
    `beleg.newsroom.accounts.Accounts` refuses.
    """

    def __init__(self, act: Callable[[], AbstractContextManager[Act]], clock: Callable[[], datetime]) -> None:
        """`act` begins an act of the person, or denies it."""
        self._act = act
        self._clock = clock

    def add(self, login: str, name: str, function: str, password: str, role: Role) -> Account:
        """Add a person."""
        with self._people() as people:
            return people.add(login, name, function, password, role)

    def rename(self, account_id: str, *, name: str, function: str) -> Account:
        """Give a person another name and function; what has been published keeps the old ones."""
        with self._people() as people:
            return people.rename(account_id, name=name, function=function)

    def change_role(self, account_id: str, role: Role) -> Account:
        """Give a person another role. Raises Error if nobody would be left in the administration."""
        with self._people() as people:
            if role is not Role.ADMIN:
                refuse_last(people.all(), account_id)
            return people.change_role(account_id, role)

    def change_password(self, account_id: str, password: str) -> None:
        """Give a person another password; whoever is signed in as them is signed out everywhere."""
        with self._people() as people:
            people.change_password(account_id, password, at=self._clock())

    def end_sessions(self, account_id: str) -> None:
        """Sign a person out everywhere."""
        with self._people() as people:
            people.end_sessions(account_id, at=self._clock())

    def forget_vouchers(self, account_id: str) -> None:
        """Forget as whom an issuer knows a person, because they have another account there now; their sessions end."""
        with self._act() as act:
            Accounts(PeopleInAct(act.connection)).end_sessions(account_id, at=self._clock())
            forget_vouchers(act.connection, account_id)

    def close(self, account_id: str) -> Account:
        """Close an account for good. Raises Error if nobody would be left in the administration."""
        with self._people() as people:
            refuse_last(people.all(), account_id)
            return people.close(account_id, at=self._clock())

    @contextmanager
    def _people(self) -> Iterator[Accounts]:
        with self._act() as act:
            yield Accounts(PeopleInAct(act.connection))


def refuse_last(accounts: tuple[Account, ...], account_id: str) -> None:
    """Raise Error if this is the only open account of the administration: nobody could make another one at the desk."""
    administrators = [one.id for one in accounts if one.role is Role.ADMIN and not one.closed]
    if administrators == [account_id]:
        raise Error("This is the last account of the administration; give somebody else that role first.")
