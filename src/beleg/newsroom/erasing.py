"""Erasing: taking a person's name out of all that the newsroom keeps, and putting their function in its place.

The record holds account ids only, so that no entry changes. What was made of it with names is made anew: statements
of sign-offs, pages, other forms, bundles. An event in each dossier concerned gives their new hashes.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

from beleg.newsroom.accounts import microseconds
from beleg.newsroom.acting import Acting
from beleg.newsroom.administration import refuse_last
from beleg.newsroom.releasing import Releasing
from beleg.record.erasing import is_nameless, nameless, speaking_of
from beleg.record.keys import STREAM
from beleg.record.people import names_of
from beleg.record.store import Act
from beleg.terms.account import Account
from beleg.terms.refusal import Error
from beleg.terms.role import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What came of erasing a person."""

    account: Account
    """The account as it is now."""
    remade: tuple[str, ...]
    """Ids of the dossiers of which something was made anew."""
    still_named: tuple[str, ...]
    """Ids of the dossiers in whose record the name stands, or a former one, in words that somebody wrote: there it
    stays.
    """


class Erasing(Releasing):
    """The part of a newsroom's door that concerns the erasure of persons; see `beleg.newsroom.house.Newsroom`."""

    def erase_account(self, account_id: str) -> Erased:
        """Erase a person's name, login and password for good, and close the account.

        All that the newsroom keeps and that names the person is made anew with the function in place of the name, and
        the bytes with the name are overwritten. It is one act, and nobody else can store anything meanwhile, which
        takes a tenth of a second or so for each publication. Erasing again overwrites again, and makes anew what still
        has the name. Raises Error for an unknown account, if the newsroom's key cannot be read, or if somebody reads
        the record for so long that the bytes have to stay on the disk for now.
        """
        return self._erase(account_id, self._store.act())

    def erase_by_role(self, account_id: str, *, by: str) -> Erased:
        """Erase a person's name as `erase_account` does, as an act of `by`, whose role has to include it.

        Raises Error as well if nobody would be left in the administration.
        """
        return self._erase(account_id, self._erasing(account_id, by))

    @contextmanager
    def _erasing(self, account_id: str, by: str) -> Iterator[Act]:
        with self._act(by, Permission.ERASE) as act:
            refuse_last(act.accounts(), account_id)
            yield act

    def _erase(self, account_id: str, begun: AbstractContextManager[Act]) -> Erased:
        from beleg.newsroom.remaking import make_anew

        moment = self._clock()
        certificate = self._certificate()
        with begun as act:
            person = act.account(account_id)
            done = is_nameless(act, account_id)
            remade = [
                dossier_id
                for dossier_id in speaking_of(act, account_id)
                if make_anew(act, Acting(act, dossier_id, by=STREAM, moment=moment), person, certificate)
            ]
            names = () if done else names_of(act.connection, account_id)
            found = (dossier_id for name in names for dossier_id in speaking_of(act, name))
            still_named = tuple(dict.fromkeys(found))
            if not done:
                nameless(act, account_id, sessions_after=microseconds(moment))
        if not self._store.sweep():
            raise Error(
                f"{account_id}: the name is erased, but its bytes are still on the disk, because somebody else is at work "
                f"in this newsroom; erase {account_id} again to overwrite them."
            )
        return Erased(account=self.account(account_id), remade=tuple(remade), still_named=still_named)
