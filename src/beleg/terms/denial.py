"""Denial: somebody wanted to do what their role does not include."""

from dataclasses import dataclass

from beleg.terms.role import ACTS, NAMES, Permission, Role


class Denied(Exception):  # noqa: N818  # named like what happened, as Refused is
    """An act that the role of an account does not include; nothing was done, and the denial is kept.

    It is no `beleg.Error`: nothing is wrong with what was handed in, so that nothing that puts a refusal of bad input
    beside its form takes it for one.
    """

    def __init__(self, role: Role, permission: Permission) -> None:
        """The message is one English sentence; a screen words role and act in its reader's language."""
        super().__init__(f"The role “{NAMES[role]}” does not include {ACTS[permission]}; nothing was done.")
        self.role = role
        self.permission = permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A denial as the newsroom keeps it, for good.

    `at` is RFC 3339 in UTC with microseconds; `account` is the id of who was denied, `role` the one they had then;
    `dossier` is the id of the dossier it was about, empty if it was about none.
    """

    at: str
    account: str
    role: Role
    permission: Permission
    dossier: str = ""
