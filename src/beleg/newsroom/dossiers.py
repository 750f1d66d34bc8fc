"""Dossiers: what a newsroom has on its desks, and the one way to act on any of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from beleg.newsroom.acting import Acting
from beleg.newsroom.replayed import Replayed
from beleg.newsroom.staff import Staff
from beleg.record.own_streams import OWN_STREAMS
from beleg.record.store import RecordStore
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.training import PREFIX


class Dossiers(Staff):
    """The part of a newsroom's door that every act on a dossier needs; see `beleg.newsroom.house.Newsroom`."""

    def __init__(self, store: RecordStore, clock: Callable[[], datetime]) -> None:
        """Use `Newsroom.open`."""
        super().__init__(store, clock)
        self._replayed = Replayed()

    def dossiers(self) -> tuple[Dossier, ...]:
        """Return all dossiers, in the order they were opened."""
        return tuple(self.dossier(dossier_id) for dossier_id in self._store.dossiers())

    def dossier(self, dossier_id: str) -> Dossier:
        """Return the dossier as its entries tell it."""
        return self._replayed.of(self.entries(dossier_id))

    def entries(self, dossier_id: str) -> tuple[Entry, ...]:
        """Return the record of a dossier. Raises Error if its chain does not hold."""
        entries = () if dossier_id in OWN_STREAMS else self._store.entries(dossier_id)
        if not entries:
            raise _unknown_dossier(dossier_id)
        return entries

    @contextmanager
    def _acting(
        self,
        dossier_id: str,
        by: str,
        permission: Permission,
        *,
        new: bool = False,
        programs_too: bool = False,
    ) -> Iterator[Acting]:
        """An act (see `Staff._act`) on one dossier, which has to be there unless it is `new`."""
        about = "" if new else dossier_id
        with self._act(by, permission, dossier_id=about, programs_too=programs_too) as act:
            if dossier_id in OWN_STREAMS or not (new or act.entries(dossier_id)):
                raise _unknown_dossier(dossier_id)
            yield Acting(act, dossier_id, by=by, moment=self._clock())


def _unknown_dossier(dossier_id: str) -> Error:
    if dossier_id.startswith(PREFIX):
        return Error(
            "This is a copy for training: nothing in it can be saved, decided, signed, published or exported."
        )
    return Error(f"There is no dossier {dossier_id[:60]} in this newsroom.")
