"""Accounts: the people of the newsroom and their passwords."""

import secrets
import unicodedata
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from beleg.record.store import RecordStore
from beleg.terms.account import Account
from beleg.terms.refusal import Error

SHORTEST_PASSWORD, LONGEST_PASSWORD = 8, 1024
"""Characters a password must and may have; the upper end keeps a sign-in from becoming work without end."""

_LONGEST_NAME = 200


class Accounts:
    """The accounts kept in a record, outside its log. Passwords are kept as argon2id hashes only."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store
        self._hasher = PasswordHasher()

    def add(self, login: str, name: str, function: str, password: str) -> Account:
        """Make an account with a new random id and return it.

        Logins are compared without regard to case and to how their characters are composed. Raises Error for an
        empty or overlong login, name or function, a login with white space in it or taken already, a
        password that is too short or too long, and half a character in any of them.
        """
        login, name, function = _login(login), " ".join(name.split()), " ".join(function.split())
        for what, words in (("login", login), ("name", name), ("function", function)):
            if not words or len(words) > _LONGEST_NAME:
                raise Error(f"The {what} must have 1 to {_LONGEST_NAME} characters.")
        if len(login.split()) != 1:
            raise Error(f"The login “{login}” must not contain white space.")
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise Error(f"The password must have {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.")
        if any("\ud800" <= sign <= "\udfff" for sign in f"{login}{name}{function}{password}"):
            raise Error("Login, name, function or password hold half a character (a lone surrogate).")
        account = Account(f"p-{secrets.token_hex(8)}", login, name, function)
        self._store.add_account(account, self._hasher.hash(password))
        return account

    def sign_in(self, login: str, password: str) -> Account | None:
        """Return the account if login and password fit, else None.

        An unknown login costs the same work as a known one, so that nobody learns from the time it takes who
        has an account here.
        """
        nobody = self._nobody
        stored = self._store.stored_account(_login(login))
        try:
            fits = self._hasher.verify(
                stored.password if stored else nobody, password[: LONGEST_PASSWORD + 1]
            )
        except (VerificationError, InvalidHashError, UnicodeEncodeError):
            return None
        return stored.account if stored and fits else None

    def account(self, account_id: str) -> Account:
        """Return the account with this id. Raises Error if there is none."""
        found = next((account for account in self.all() if account.id == account_id), None)
        if found is None:
            raise Error(f"There is no account {account_id[:60] or 'without an id'} in this newsroom.")
        return found

    def all(self) -> tuple[Account, ...]:
        """Return all accounts, by login."""
        return self._store.accounts()

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash(secrets.token_hex(16))


def _login(login: str) -> str:
    return unicodedata.normalize("NFKC", login).strip().casefold()
