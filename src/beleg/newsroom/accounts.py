"""Accounts: the people of the newsroom and their passwords."""

import secrets
import unicodedata
from datetime import UTC, datetime, timedelta
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from beleg.record.people import People
from beleg.terms.account import PROGRAM, WATCHING, Account
from beleg.terms.refusal import Error
from beleg.terms.role import Role

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 1024
"""Characters a password must and may have; the upper end keeps a sign-in from becoming work without end."""

_LONGEST_NAME = 200
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Accounts:
    """The accounts kept in a record, outside its log. Passwords are kept as argon2id hashes only."""

    def __init__(self, people: People) -> None:
        """`people` are those of the record, or of one act on it."""
        self._kept = people
        self._hasher = PasswordHasher()

    def add(self, login: str, name: str, function: str, password: str, role: Role) -> Account:
        """Make an account with a new random id and return it.

        Logins are compared without regard to case and to how their characters are composed. Raises Error for an
        empty or overlong login, name or function, a login with white space in it or taken already, a
        password that is too short or too long, half a character in any of them, and for the login of a program.
        """
        login, name, function = login_as_kept(login), _line(name), _line(function)
        if not _fits(login):
            raise Error(f"The login must have 1 to {_LONGEST_NAME} characters.")
        _refuse_unfit(name, function)
        for what, words in (("login", login), ("name", name), ("function", function)):
            _refuse_half_characters(what, words)
        if len(login.split()) != 1:
            raise Error(f"The login “{login}” must not contain white space.")
        if login == WATCHING:
            raise Error(f"The login “{login}” is kept for the program that watches the sources.")
        account = Account(f"p-{secrets.token_hex(8)}", login, name, function, role=role)
        self._kept.add_account(account, self._hash(password))
        return account

    def change_role(self, account_id: str, role: Role) -> Account:
        """Give an account another role and return it. Raises Error for an unknown account or a program's."""
        refuse_program(self.account(account_id))
        self._kept.change_account(account_id, role=role)
        return self.account(account_id)

    def add_program(self, login: str, name: str, function: str) -> Account:
        """Make the account of a program, with which nobody can sign in, and return it. Raises Error if the login is
        taken.
        """
        account = Account(f"{PROGRAM}{secrets.token_hex(8)}", login, name, function)
        self._kept.add_account(account, self._hash(secrets.token_urlsafe(32)))
        return account

    def rename(self, account_id: str, *, name: str = "", function: str = "") -> Account:
        """Give an account another name or function, the empty one left as it is, and return it.

        What has been published names the person as before. Raises Error for an unknown account, one whose name was
        erased or a program's, for an overlong name or function, and if both are empty.
        """
        name, function = _line(name), _line(function)
        if not name and not function:
            raise Error("Neither a name nor a function was given; nothing was changed.")
        _refuse_unfit(name or "-", function or "-")
        for what, words in (("name", name), ("function", function)):
            _refuse_half_characters(what, words)
        refuse_program(self.account(account_id))
        self._refuse_erased(account_id)
        self._kept.change_account(account_id, name=name, function=function)
        return self.account(account_id)

    def change_password(self, account_id: str, password: str, *, at: datetime) -> None:
        """Give an account another password; its sessions begun by the moment `at` end.

        Raises Error for an unknown account, one whose name was erased or a program's, and for a password that cannot
        be.
        """
        hashed = self._hash(password)
        refuse_program(self.account(account_id))
        self._refuse_erased(account_id)
        self._kept.change_account(account_id, password=hashed, sessions_after=microseconds(at))

    def close(self, account_id: str, *, at: datetime) -> Account:
        """Close an account for good, end its sessions, and return it. Raises Error for an unknown account."""
        self._kept.change_account(account_id, closed=True, sessions_after=microseconds(at))
        return self.account(account_id)

    def end_sessions(self, account_id: str, *, at: datetime) -> None:
        """End the sessions of an account begun by the moment `at`. Raises Error for an unknown account."""
        self._kept.change_account(account_id, sessions_after=microseconds(at))

    def sessions_after(self, account_id: str) -> int:
        """Return the moment up to which sessions of an account have ended (see `RecordStore.sessions_after`)."""
        return self._kept.sessions_after(account_id)

    def sign_in(self, login: str, password: str) -> Account | None:
        """Return the account if login and password fit and it is a person's and not closed, else None.

        An unknown login or a closed account costs the same work as any other, so that nobody learns from the time
        it takes who has an account here.
        """
        nobody = self._nobody
        stored = self._kept.stored_account(login_as_kept(login))
        try:
            fits = self._hasher.verify(
                stored.password if stored else nobody, password[: LONGEST_PASSWORD + 1]
            )
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return None
        may = stored is not None and not stored.account.closed and not stored.account.is_program
        return stored.account if stored and fits and may else None

    def called(self, login: str) -> Account | None:
        """Return the account with this login, compared as `add` says; None if there is none."""
        stored = self._kept.stored_account(login_as_kept(login))
        return stored.account if stored else None

    def account(self, account_id: str) -> Account:
        """Return the account with this id. Raises Error if there is none."""
        found = next((account for account in self.all() if account.id == account_id), None)
        if found is None:
            raise Error(f"There is no account {account_id[:60] or 'without an id'} in this newsroom.")
        return found

    def all(self) -> tuple[Account, ...]:
        """Return all accounts, by login, the closed ones included: the record still speaks of them."""
        return self._kept.accounts()

    def _hash(self, password: str) -> str:
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise Error(f"The password must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.")
        _refuse_half_characters("password", password)
        return self._hasher.hash(password)

    def _refuse_erased(self, account_id: str) -> None:
        stored = self._kept.stored_account(self.account(account_id).login)
        if stored is not None and not stored.password:
            raise Error(f"{account_id}: the name of this account was erased for good.")

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex(16))


def refuse_program(account: Account) -> None:
    """Raise Error for the account of a program, wherever somebody has to stand for what is done."""
    if account.is_program:
        raise Error(f"{account.login}: this account is a program's; a person has to do this.")


def login_as_kept(login: str) -> str:
    """Return a login as it is kept and compared: whatever its case and however its characters are composed."""
    return unicodedata.normalize("NFKC", login).strip().casefold()


def _line(words: str) -> str:
    return " ".join(words.split())


def microseconds(moment: datetime) -> int:
    """Return a moment with a time zone in whole microseconds since 1970 in UTC, as the times of sessions count."""
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _refuse_unfit(name: str, function: str) -> None:
    if not _fits(name):
        raise Error(f"The name must have 1 to {_LONGEST_NAME} characters.")
    if not _fits(function):
        raise Error(f"The function must have 1 to {_LONGEST_NAME} characters.")


def _fits(words: str) -> bool:
    return 0 < len(words) <= _LONGEST_NAME


def _refuse_half_characters(what: str, words: str) -> None:
    if any("\ud800" <= sign <= "\udfff" for sign in words):
        raise Error(f"The {what} holds half a character (a lone surrogate).")
