"""Account: a person of the newsroom who can sign in, or a program that records what it saw."""

from dataclasses import dataclass

from beleg.terms.role import Permission, Role, may

PROGRAM = "program-"
"""How the id of an account begins that is a program's: it vouches for nothing, and whoever reads the record sees
that.
"""
WATCHING = "beleg-watch"
"""Login of the account in whose name a program watches the sources, unless it is told another; no person can have
it.
"""


@dataclass(frozen=True, slots=True)
class Account:
    """A person of the newsroom, or a program of it.

    `id` is a pseudonym that stands in the record in place of the name, so that a name can be erased without breaking
    the record; `function` is what the person does here, in reader-ready words ("Redakteurin"). A `closed` account can
    neither sign in nor act any more; what it did stays in the record under its id. `role` says what the account may do;
    it is one for all acts on articles where nobody has chosen another, as it was before there were roles.
    """

    id: str
    login: str
    name: str
    function: str
    closed: bool = False
    role: Role = Role.DUTY_EDITOR

    @property
    def is_program(self) -> bool:
        """Whether it is a program's; that of an older Beleg is told by its login, its id is like that of a person."""
        return is_program(self.id) or self.login == WATCHING

    def may(self, permission: Permission) -> bool:
        """Whether the role of this account includes a permission; a closed account and a program may do nothing."""
        return not self.closed and not self.is_program and may(self.role, permission)


def is_program(account_id: str) -> bool:
    """Whether this is the id of a program's account."""
    return account_id.startswith(PROGRAM)
