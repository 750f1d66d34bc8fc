"""People: the accounts a record keeps beside its log, so that a name can be erased without breaking it."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from beleg.record.passkeys import forget_passkeys
from beleg.record.schema import accounts, former_names
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Role


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account with the hash its password is compared with."""

    account: Account
    password: str


class People(ABC):
    """What a record can say of its accounts; `beleg.record.store.RecordStore` is one."""

    @abstractmethod
    def _read(self) -> AbstractContextManager[Connection]:
        """A connection to read with."""

    @abstractmethod
    def _write(self) -> AbstractContextManager[Connection]:
        """A connection to write with; all is stored at the end, or nothing."""

    def accounts(self) -> tuple[Account, ...]:
        """All accounts, by login."""
        with self._read() as connection:
            return accounts_in(connection)

    def stored_account(self, login: str) -> StoredAccount | None:
        """The account with exactly this login; None if there is none."""
        with self._read() as connection:
            row = connection.execute(select(accounts).where(accounts.c.login == login)).one_or_none()
        if row is None:
            return None
        return StoredAccount(_account(row), row.password)

    def add_account(self, account: Account, password: str) -> None:
        """Store an account with the hash of its password. Raises Error if the login is taken."""
        row = {
            "id": account.id,
            "login": account.login,
            "name": account.name,
            "function": account.function,
            "password": password,
            "closed": account.closed,
            "sessions_after": 0,
            "role": account.role.value,
        }
        with self._write() as connection:
            taken = select(accounts.c.id).where(accounts.c.login == account.login)
            if connection.scalar(taken) is not None:
                raise Error(f"The login “{account.login}” is taken.")
            connection.execute(insert(accounts), row)

    def change_account(
        self,
        account_id: str,
        *,
        name: str = "",
        function: str = "",
        password: str = "",
        closed: bool = False,
        sessions_after: int = 0,
        role: Role | None = None,
    ) -> None:
        """Store what is given here for an account; what is left empty stays as it is.

        `password` is a hash. A closed account stays closed, and `sessions_after` (see there) never goes back.
        Raises Error if there is no such account.
        """
        words = {"name": name, "function": function, "password": password, "role": role or ""}
        changed: dict[str, str | bool | int] = {column: value for column, value in words.items() if value}
        if closed:
            changed["closed"] = True
        one = accounts.c.id == account_id
        with self._write() as connection:
            ended = connection.scalar(select(accounts.c.sessions_after).where(one))
            if ended is None:
                raise unknown_account(account_id)
            changed["sessions_after"] = max(ended, sessions_after)
            if name:
                keep_former_name(connection, account_id, name)
            connection.execute(update(accounts).where(one).values(changed))
            if closed:
                forget_passkeys(connection, account_id)

    def sessions_after(self, account_id: str) -> int:
        """The moment up to which sessions of an account have ended, in microseconds since 1970 in UTC; 0: none has.

        Raises Error if there is no such account.
        """
        with self._read() as connection:
            after: int | None = connection.scalar(
                select(accounts.c.sessions_after).where(accounts.c.id == account_id)
            )
        if after is None:
            raise unknown_account(account_id)
        return after


class PeopleInAct(People):
    """The accounts as an act sees them: what is changed in them is stored with the act, or not at all."""

    def __init__(self, connection: Connection) -> None:
        """`connection` is that of the act (`beleg.record.store.Act.connection`)."""
        self._connection = connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        yield self._connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        yield self._connection


def keep_former_name(connection: Connection, account_id: str, name: str) -> None:
    """Keep the name that an account has, where it is about to get another one; of several it had, all are kept."""
    before = connection.scalar(select(accounts.c.name).where(accounts.c.id == account_id))
    if before and before != name:
        former = {"account": account_id, "name": before}
        connection.execute(insert(former_names).prefix_with("OR IGNORE"), former)


def names_of(connection: Connection, account_id: str) -> tuple[str, ...]:
    """All names that an account has and had, the present one first. Raises Error if there is no such account."""
    former = (
        select(former_names.c.name).where(former_names.c.account == account_id).order_by(former_names.c.name)
    )
    present = account_in(connection, account_id).name
    return (present, *(name for name in connection.scalars(former) if name != present))


def accounts_in(connection: Connection) -> tuple[Account, ...]:
    """All accounts, by login."""
    return tuple(_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.login)))


def account_in(connection: Connection, account_id: str) -> Account:
    """The account with this id. Raises Error if there is none."""
    row = connection.execute(select(accounts).where(accounts.c.id == account_id)).one_or_none()
    if row is None:
        raise unknown_account(account_id)
    return _account(row)


def unknown_account(account_id: str) -> Error:
    """The refusal for an id that no account has."""
    return Error(f"There is no account {account_id[:60] or 'without an id'} in this newsroom.")


def _account(row: "Row[tuple[Any, ...]]") -> Account:
    return Account(row.id, row.login, row.name, row.function, bool(row.closed), Role(row.role))
