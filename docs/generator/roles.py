"""The table of roles: what each of them includes."""

from beleg.terms.role import ACTS, NAMES, PERMISSIONS, Permission, Role
from docs.generator.page import Chapter, Page, table

PATH = "reference/roles.md"


def chapter() -> Chapter:
    """One page with the table."""
    return Chapter(title="Roles", pages=(Page(path=PATH, title="Roles and what they include", body=_body()),))


def _body() -> str:
    head = ("", "Permission", *(NAMES[role] for role in Role))
    rows = [
        (ACTS[each], f"`{each.value}`", *("yes" if each in PERMISSIONS[role] else "–" for role in Role))
        for each in Permission
    ]
    return "\n\n".join(
        (
            "Every account has one role. What stands as – is denied, whichever way it is asked for; see "
            "[Roles](../roles.md).",
            table(head, rows),
        )
    )
