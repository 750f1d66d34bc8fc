"""Staff: the people of a newsroom, who of them is who, and who may come in."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from beleg.newsroom.accounts import Accounts
from beleg.record.store import RecordStore
from beleg.terms.account import Account

if TYPE_CHECKING:
    from beleg.newsroom.passkeys import Passkeys


class Staff:
    """The part of a newsroom's door that concerns its people; see `beleg.newsroom.house.Newsroom`."""

    def __init__(self, store: RecordStore, clock: Callable[[], datetime]) -> None:
        """Use `Newsroom.open`."""
        self._store = store
        self._clock = clock
        self._people = Accounts(store)

    @cached_property
    def passkeys(self) -> "Passkeys":
        """The passkeys of these people."""
        from beleg.newsroom.passkeys import Passkeys  # loads what only the desk needs

        return Passkeys(self._store, self._clock)

    def add_account(self, login: str, name: str, function: str, password: str) -> Account:
        """Add a person; see `beleg.newsroom.accounts.Accounts.add` for what is refused."""
        return self._people.add(login, name, function, password)

    def rename_account(self, account_id: str, *, name: str = "", function: str = "") -> Account:
        """Give a person another name or function (empty: as it is); what has been published keeps the old ones."""
        return self._people.rename(account_id, name=name, function=function)

    def change_password(self, account_id: str, password: str) -> None:
        """Give a person another password; whoever is signed in as them is signed out everywhere."""
        self._people.change_password(account_id, password, at=self._clock())

    def close_account(self, account_id: str) -> Account:
        """Close an account for good: nobody can sign in or act as this person any more."""
        return self._people.close(account_id, at=self._clock())

    def sign_in(self, login: str, password: str) -> Account | None:
        """Return the account if login and password fit and it is open, else None; both cost the same work."""
        return self._people.sign_in(login, password)

    def end_sessions(self, account_id: str) -> None:
        """Sign a person out everywhere: what `sessions_after` gives is now."""
        self._people.end_sessions(account_id, at=self._clock())

    def sessions_after(self, account_id: str) -> int:
        """Return up to when sessions of a person have ended, in microseconds since 1970 in UTC; 0: none has."""
        return self._people.sessions_after(account_id)

    def account(self, account_id: str) -> Account:
        """Return the account with this id."""
        return self._people.account(account_id)

    def accounts(self) -> tuple[Account, ...]:
        """Return all accounts, by login, the closed ones included."""
        return self._people.all()
