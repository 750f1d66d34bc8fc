"""Listing: the dossiers at a glance, and in whose hands they are."""

from datetime import datetime

from beleg.newsroom.accounts import refuse_program
from beleg.newsroom.acting import stamp
from beleg.newsroom.dossiers import Dossiers
from beleg.record.assignments import Assignments
from beleg.record.dossier_list import DossierList, listed
from beleg.terms.listed import Assignment, Listed
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

_AT_ONCE = 50
"""Dossiers that are listed anew in one act; whoever writes waits no longer than for these."""


class Listing(Dossiers):
    """The part of a newsroom's door that lists; see `beleg.newsroom.house.Newsroom`."""

    def listed(self) -> tuple[Listed, ...]:
        """Return every dossier as it is now, the one somebody last did something in on top.

        Only the dossiers that have gone on since somebody last asked are replayed.
        """
        with self._store.reading() as connection:
            kept = DossierList(connection)
            current, outdated, found = kept.current, kept.outdated(), kept.all()
        if not current:
            with self._store.act() as act:
                DossierList(act.connection).drop()
            with self._store.reading() as connection:
                outdated = DossierList(connection).outdated()
        for start in range(0, len(outdated), _AT_ONCE):
            anew = [listed(self.entries(dossier_id)) for dossier_id in outdated[start : start + _AT_ONCE]]
            with self._store.act() as act:
                DossierList(act.connection).put(anew)
        if outdated or not current:
            with self._store.reading() as connection:
                found = DossierList(connection).all()
        return tuple(sorted(found, key=lambda one: (one.changed_at, one.dossier), reverse=True))

    def assignments(self) -> dict[str, Assignment]:
        """Return in whose hands dossiers are, by the id of the dossier; what was never given to anybody is not among
        them.
        """
        with self._store.reading() as connection:
            return Assignments(connection).all()

    def assignment(self, dossier_id: str) -> Assignment | None:
        """Return in whose hands a dossier is; None if nothing was ever said about it."""
        with self._store.reading() as connection:
            return Assignments(connection).of(dossier_id)

    def assign(self, dossier_id: str, account_id: str, *, by: str, due: datetime | None = None) -> Assignment:
        """Give a dossier into somebody's hands (empty: into nobody's), to be done by `due`, which needs a time zone.

        What was said before is forgotten. It changes nothing in the record, and no signature. Raises Error for an
        unknown dossier, and for an account that is unknown, closed or a program's.
        """
        with self._act(by, Permission.ASSIGN, dossier_id=dossier_id) as act:
            if not act.entries(dossier_id):
                raise Error(f"There is no dossier {dossier_id[:60]} in this newsroom.")
            if account_id:
                person = act.account(account_id)
                refuse_program(person)
                if person.closed:
                    raise Error(f"The account of {person.name} is closed; nothing can be given to it.")
            assignment = Assignment(
                dossier=dossier_id,
                account=account_id,
                due=stamp(due) if due else "",
                by=by,
                at=stamp(self._clock()),
            )
            Assignments(act.connection).put(assignment)
        return assignment
