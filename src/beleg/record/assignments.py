"""Assignments: in whose hands dossiers are, and by when they are to be done.

They stand beside the record: a bundle tells strangers what was done to an article, not who was meant to do it by when.
"""

from dataclasses import asdict

from sqlalchemy import Connection, select

from beleg.record.schema import assignments
from beleg.terms.listed import Assignment


class Assignments:
    """The assignments over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> dict[str, Assignment]:
        """Return every assignment by the id of its dossier."""
        rows = self._connection.execute(select(assignments))
        return {row.dossier: Assignment(**row._mapping) for row in rows}

    def of(self, dossier: str) -> Assignment | None:
        """Return the assignment of a dossier; None if nothing was ever said about it."""
        row = self._connection.execute(
            select(assignments).where(assignments.c.dossier == dossier)
        ).one_or_none()
        return Assignment(**row._mapping) if row else None

    def put(self, assignment: Assignment) -> None:
        """Keep an assignment in the place of the one there was."""
        self._connection.exec_driver_sql(
            "INSERT OR REPLACE INTO assignments (dossier, account, due, by, at) "
            "VALUES (:dossier, :account, :due, :by, :at)",
            asdict(assignment),
        )
