"""Staff: the people of a newsroom, who of them is who, who may come in, and who may do what."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from beleg.newsroom.accounts import Accounts, refuse_program
from beleg.newsroom.acting import stamp
from beleg.newsroom.administration import Administration
from beleg.record.denials import denials_in, keep
from beleg.record.people import PeopleInAct
from beleg.record.store import Act, RecordStore
from beleg.record.vouched import Voucher, Vouchers
from beleg.terms.account import Account
from beleg.terms.denial import Denial, Denied
from beleg.terms.refusal import Error
from beleg.terms.role import Permission, Role

if TYPE_CHECKING:
    from beleg.newsroom.passkeys import Passkeys

_DENIALS_SHOWN = 500
_FUNCTION = "Redaktion"
"""What readers see as the function of somebody of whom nobody has said more yet."""


class Staff:
    """The part of a newsroom's door that concerns its people; see `beleg.newsroom.house.Newsroom`.

    What is done to accounts here is done by whoever has the folder of the newsroom. A person who does it by their role
    does it through `beleg.newsroom.administration`.
    """

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

    def add_account(
        self, login: str, name: str, function: str, password: str, *, role: Role = Role.DUTY_EDITOR
    ) -> Account:
        """Add a person; see `beleg.newsroom.accounts.Accounts.add` for what is refused."""
        return self._people.add(login, name, function, password, role)

    def change_role(self, account_id: str, role: Role) -> Account:
        """Give a person another role, which holds from their next act on."""
        return self._people.change_role(account_id, role)

    def rename_account(self, account_id: str, *, name: str = "", function: str = "") -> Account:
        """Give a person another name or function (empty: as it is); what has been published keeps the old ones."""
        return self._people.rename(account_id, name=name, function=function)

    def change_password(self, account_id: str, password: str) -> None:
        """Give a person another password; whoever is signed in as them is signed out everywhere."""
        self._people.change_password(account_id, password, at=self._clock())

    def close_account(self, account_id: str) -> Account:
        """Close an account for good: nobody can sign in or act as this person any more."""
        return self._people.close(account_id, at=self._clock())

    def administration(self, by: str) -> Administration:
        """Return what `by` may do to the accounts of others by their role; each act in it is asked and kept like any
        other.
        """
        return Administration(lambda: self._act(by, Permission.ADMINISTER), self._clock)

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

    def vouched(self, issuer: str, subject: str, login: str) -> Account | None:
        """Return whose account it is that an issuer of accounts elsewhere vouches for; None if there is none.

        It is the one for which it has vouched under `subject` before, closed or not, whatever login name it gives by
        now. Otherwise it is the one with this login name, closed or not, and is known by `subject` from then on. Raises
        Error if that one belongs to somebody else at the issuer.
        """
        with self._store.act() as act:
            vouchers = Vouchers(act.connection)
            known = vouchers.of(issuer, subject)
            if known is not None:
                return act.account(known.account)
            found = Accounts(PeopleInAct(act.connection)).called(login)
            if found is None or found.closed or found.is_program:
                return found
            if any(voucher.issuer == issuer for voucher in vouchers.of_account(found.id)):
                raise Error(
                    f"The account {found.login} belongs to somebody else there; the administration can change that."
                )
            at = stamp(self._clock())
            vouchers.keep(Voucher(issuer=issuer, subject=subject, account=found.id, since=at))
            return found

    def vouchers(self, account_id: str) -> tuple[Voucher, ...]:
        """Return who vouches for an account at the sign-in."""
        with self._store.act() as act:
            return Vouchers(act.connection).of_account(account_id)

    def add_vouched_account(self, login: str, name: str, *, role: Role) -> Account:
        """Add a person whom somebody else vouches for at the sign-in: with a password that nobody knows."""
        return self._people.add(login, name, _FUNCTION, token_urlsafe(32), role)

    def accounts(self) -> tuple[Account, ...]:
        """Return all accounts, by login, the closed ones included."""
        return self._people.all()

    def permit(self, by: str, permission: Permission, *, dossier_id: str = "") -> None:
        """Raise Denied, and keep the denial, unless the role of `by` includes a permission.

        For what is only looked at, and before work that costs something; an act asks in the transaction that stores it.
        Raises Error for a closed account and for a program's.
        """
        try:
            _ask(self.account(by), permission)
        except Denied as denied:
            self._keep_denial(by, denied, dossier_id)
            raise

    def denials(self, most: int = _DENIALS_SHOWN) -> tuple[Denial, ...]:
        """Return the last `most` denials, the newest first."""
        with self._store.act() as act:
            return denials_in(act.connection, most)

    @contextmanager
    def _act(
        self, by: str, permission: Permission, *, dossier_id: str = "", programs_too: bool = False
    ) -> Iterator[Act]:
        """One act of `by`, whose role has to include `permission`: everything done in it is stored, or nothing is.

        With `programs_too` a program's account may act as well, which records what it saw. A denial, here or inside the
        act, takes everything back, is kept, and is raised on.
        """
        try:
            with self._store.act() as act:
                _ask(act.account(by), permission, programs_too=programs_too)
                yield act
        except Denied as denied:
            self._keep_denial(by, denied, dossier_id)
            raise

    def _keep_denial(self, by: str, denied: Denied, dossier_id: str) -> None:
        denial = Denial(
            at=stamp(self._clock()),
            account=by,
            role=denied.role,
            permission=denied.permission,
            dossier=dossier_id,
        )
        with self._store.act() as act:
            keep(act.connection, denial)


def _ask(person: Account, permission: Permission, *, programs_too: bool = False) -> None:
    """Raise Denied unless the role includes it, and Error for a closed account or, unless they may too, a program's."""
    if person.closed:
        raise Error("This account is closed; it can do nothing in this newsroom any more.")
    if not programs_too:
        refuse_program(person)
    if not person.is_program and not person.may(permission):
        raise Denied(person.role, permission)
