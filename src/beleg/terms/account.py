"""Account: a person of the newsroom who can sign in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Account:
    """A person of the newsroom.

    `id` is a pseudonym that stands in the record in place of the name, so that a name can be erased without
    breaking the record; `function` is what the person does here, in reader-ready words ("Redakteurin"). A `closed`
    account can neither sign in nor act any more; what it did stays in the record under its id.
    """

    id: str
    login: str
    name: str
    function: str
    closed: bool = False
