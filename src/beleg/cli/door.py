"""The door from the terminal into a newsroom: opening it, and finding accounts, dossiers and keys by what a person
types.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.training import PREFIX

if TYPE_CHECKING:
    from beleg.newsroom.house import Newsroom


def opened(folder: str, *, create: bool = False) -> Newsroom:
    """The newsroom in `folder`; Error if there is none and it must not be created."""
    from beleg.newsroom.house import Newsroom

    return Newsroom.open(Path(folder), create=create)


def acting(newsroom: Newsroom, login: str) -> Account:
    """The account that acts; Error if none was named, if there is none, if it is closed or a program's."""
    from beleg.newsroom.accounts import refuse_program

    if not login:
        raise Error("Nobody acts: name an account with --as LOGIN or BELEG_ACCOUNT.")
    account = account_of(newsroom, login)
    if account.closed:
        raise Error(f"{account.login}: this account is closed; nobody can act with it any more.")
    refuse_program(account)
    return account


def account_of(newsroom: Newsroom, login: str) -> Account:
    """The account with this login; Error if there is none. Logins have no upper and lower case."""
    for account in newsroom.accounts():
        if account.login.casefold() == login.casefold():
            return account
    raise Error(f"{login}: no such account in this newsroom; `beleg account list` shows who there is.")


def erasable(newsroom: Newsroom, named: str) -> Account:
    """The account with this login, or with this id, as who was erased has no login; Error if there is none."""
    known = {account.id: account for account in newsroom.accounts()}
    return known[named] if named in known else account_of(newsroom, named)


def dossier(newsroom: Newsroom, named: str) -> Dossier:
    """The dossier with this id or the only one whose id begins so; Error if there is none or there are several."""
    if named.startswith(PREFIX):
        return newsroom.dossier(named)  # which refuses it, and says why
    return newsroom.dossier(matching(named, (dossier.id for dossier in newsroom.dossiers()), "dossier"))


def matching(typed: str, ids: Iterable[str], thing: str) -> str:
    """The one id that is `typed` or begins with it; Error if none does or several do."""
    known = list(ids)
    if typed in known:
        return typed
    found = sorted({each for each in known if typed and each.startswith(typed)})
    if len(found) != 1:
        reason = f"{len(found)} begin so; type more of it" if found else "not in this newsroom"
        raise Error(f"{thing} {typed!r}: {reason}.")
    return found[0]
