"""Accounts as the pages of the administration show them, and what was denied to whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from beleg.desk.role_words import act_words, role_words
from beleg.desk.wording import Wording
from beleg.terms.account import Account
from beleg.terms.denial import Denial
from beleg.terms.role import PERMISSIONS, Permission, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """An account of a person. `erased` is whether its name was erased: then its login says so and nothing can be
    changed.
    """

    id: str
    login: str
    name: str
    function: str
    role: Role
    role_words: str
    closed: bool
    erased: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """A role that can be chosen, with what it includes in words."""

    value: str
    words: str
    includes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DenialLine:
    """A denial in words; `login` is empty for somebody whose name was erased."""

    at: str
    name: str
    login: str
    role: str
    act: str
    dossier: str


def people_of(accounts: Iterable[Account], words: Wording) -> tuple[PersonLine, ...]:
    """The accounts of people, the open ones first, by name; those of programs are left out."""
    people = [account for account in accounts if not account.is_program]
    return tuple(
        PersonLine(
            id=account.id,
            login=account.login,
            name=account.name,
            function=account.function,
            role=account.role,
            role_words=role_words(account.role, words),
            closed=account.closed,
            erased=_erased(account),
        )
        for account in sorted(people, key=lambda one: (one.closed, one.name.casefold()))
    )


def role_choices(words: Wording) -> tuple[RoleChoice, ...]:
    """All roles, with what each includes, in the order of the permissions."""
    return tuple(
        RoleChoice(
            value=role.value,
            words=role_words(role, words),
            includes=tuple(act_words(each, words) for each in Permission if each in PERMISSIONS[role]),
        )
        for role in Role
    )


def denial_lines(
    denials: Sequence[Denial], accounts: Iterable[Account], words: Wording
) -> tuple[DenialLine, ...]:
    """Denials in words, in their order."""
    known = {account.id: account for account in accounts}
    return tuple(
        DenialLine(
            at=denial.at,
            name=known[denial.account].name,
            login="" if _erased(known[denial.account]) else known[denial.account].login,
            role=role_words(denial.role, words),
            act=act_words(denial.permission, words),
            dossier=denial.dossier,
        )
        for denial in denials
    )


def _erased(account: Account) -> bool:
    """Whether the name of an account was erased: its function stands for the name then (`beleg.record.erasing`)."""
    return account.closed and account.name == account.function and account.login.startswith("erased-")
