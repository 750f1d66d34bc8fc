"""Denials: what was denied to whom, kept beside the record; nothing in it is ever changed or taken out."""

from sqlalchemy import Connection, insert, select

from beleg.record.schema import denials
from beleg.terms.denial import Denial
from beleg.terms.role import Permission, Role


def keep(connection: Connection, denial: Denial) -> None:
    """Put a denial behind the ones there are."""
    row = {
        "at": denial.at,
        "account": denial.account,
        "role": denial.role.value,
        "permission": denial.permission.value,
        "dossier": denial.dossier,
    }
    connection.execute(insert(denials), row)


def denials_in(connection: Connection, most: int) -> tuple[Denial, ...]:
    """Return the last `most` denials, the newest first."""
    found = select(denials).order_by(denials.c.number.desc()).limit(most)
    return tuple(
        Denial(
            at=row.at,
            account=row.account,
            role=Role(row.role),
            permission=Permission(row.permission),
            dossier=row.dossier,
        )
        for row in connection.execute(found)
    )
