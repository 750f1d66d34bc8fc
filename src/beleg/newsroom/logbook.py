"""Logbook: the newsroom's key, and the log over everything that was ever recorded."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from beleg.newsroom.acting import stamp
from beleg.newsroom.staff import Staff
from beleg.record.founding import introduce, take_up
from beleg.record.signed_note import Verifier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

    from beleg.newsroom.dossier_verification import Look
    from beleg.record.export import Exported


class Logbook(Staff):
    """The part of a newsroom's door that concerns its key and its log; see `beleg.newsroom.house.Newsroom`."""

    def verifiers(self) -> tuple[Verifier, ...]:
        """Return all public keys the newsroom has signed with, the present one last; needs no key file."""
        return self._store.verifiers()

    def rotate_key(self, *, by: str) -> Verifier:
        """Put a new key in the place of the present one and return its public half.

        The event that introduces it is signed with both; the old private key is gone then. Killed at any moment, file
        and record agree when the newsroom is opened again. Raises Error if the present key file is missing or another.
        """
        with self._act(by, Permission.ROTATE_KEY) as act:
            new = introduce(act, self._store.folder, by=by, at=stamp(self._clock()))
        return take_up(self._store.folder, new)

    def checkpoint(self) -> bytes:
        """Return the signed checkpoint of the log as it is now. Raises Error without the right key file."""
        return self._store.checkpoint()

    def export_log(self, folder: Path) -> "Exported":
        """Bring the log exported in `folder` up to the present; see `beleg.record.export.export`."""
        from beleg.record.export import export

        return export(self._store, folder)

    def audit(self, folder: Path | None = None) -> tuple[str, ...]:
        """Return what does not fit in the record, its log as exported in `folder`, and what is kept under a signature,
        in sentences.

        See `beleg.record.audit` and `beleg.newsroom.auditing` for what is looked at. Empty: all of it fits.
        """
        from beleg.newsroom.auditing import signed_things_that_do_not_fit
        from beleg.record.audit import audit

        return (*audit(self._store, folder), *signed_things_that_do_not_fit(self._store))

    def looks(self, dossier_id: str) -> Iterator["Look"]:
        """Verify a dossier where it is kept, one look after the other; see `beleg.newsroom.dossier_verification`."""
        from beleg.newsroom.dossier_verification import looks

        return looks(self._store, dossier_id)

    def rebuild(self) -> tuple[str, ...]:
        """Throw away every table that follows from the record and build it again; return what they hold, in words.

        Nobody else can store anything meanwhile.
        """
        from beleg.record.projections import rebuild

        with self._store.act() as act:
            return rebuild(act.connection)

    def timestamp(self, server: str, roots: Sequence["Certificate"] = ()) -> datetime:
        """Have a timestamp server (RFC 3161) say when the present checkpoint was there, and keep its answer.

        With `roots` its signature has to lead to one of these certificates. Returns the time the server gives. Raises
        Error if there is no such answer, and without the right key file.
        """
        from beleg.record.timestamping import time_of, timestamp_of

        checkpoint = self._store.checkpoint()
        answer = timestamp_of(checkpoint, server, roots)
        found = time_of(answer, checkpoint)
        if found is None:
            raise Error(f"{server}: the timestamp server answered to another question.")
        with self._store.act() as act:
            act.log.keep_timestamp(checkpoint, answer)
        return found
