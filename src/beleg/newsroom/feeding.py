"""Feeding: the newest articles of the newsroom as an Atom feed, made from the record."""

from beleg.newsroom.releasing import Releasing
from beleg.newsroom.signing_off import stated
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.dsse import key_of, read_envelope
from beleg.publishing.item import item_id
from beleg.publishing.release import Release
from beleg.publishing.statement import named_as_signed
from beleg.publishing.targets import atom
from beleg.publishing.targets.atom import Feed
from beleg.record.gone_out import GoneOut
from beleg.record.keys import STREAM
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.events import Published, Withdrawn
from beleg.terms.refusal import Error


class Feeding(Releasing):
    """The part of a newsroom's door that concerns its feed; see `beleg.newsroom.house.Newsroom`."""

    def feed(self, title: str, *, address: str = "", newest: int = atom.NEWEST) -> bytes:
        """Return the feed of the `newest` articles and withdrawals, under `title`; it will lie at `address`.

        Only these are read and verified again, however many there are. Older withdrawals stay in it as deleted
        entries. Raises Error for an empty title, for an address that is none of the web, and where an article's
        sign-off does not hold or came without a statement.
        """
        if not title.strip():
            raise Error("A feed needs a title.")
        if address and web_address(address) != address:
            raise Error(f"{address[:200]}: not an address of the web.")
        first = self._store.entries(STREAM)[0]
        about = Feed(
            id=item_id(f"{STREAM} {first.hash}"),
            title=title.strip(),
            founded=first.at,
            address=address,
            publisher=title.strip(),
        )
        people = self.accounts()
        out = self._store.gone_out()
        told, earlier = out[: max(newest, 0)], out[max(newest, 0) :]
        return atom.render(
            about,
            [self._release(each, people) for each in told if not each.withdrawn],
            [
                self._notice(each, people)
                for each in (*told, *[each for each in earlier if each.withdrawn][: max(newest, 0)])
                if each.withdrawn
            ],
            newest=newest,
        )

    def page_authority(self) -> str:
        """Return the certificate, PEM, that those who verify C2PA manifests of this newsroom have to trust."""
        return self._certificate().root

    def _release(self, out: GoneOut, people: tuple[Account, ...]) -> Release:
        """The release of a publication, made anew from the record."""
        from beleg.newsroom import going_out

        entries = self.entries(out.dossier)[: out.position]
        event, before = entries[-1].event, replay(entries[:-1])
        if not isinstance(event, Published):
            raise Error(f"{out.dossier}: its record does not tell of the publication that it holds.")
        sign_off = stated(self._store.attached(out.dossier, before.sign_offs[-1].position), before.title)
        return going_out.release_of(
            before,
            named_as_signed(people, read_envelope(sign_off).payload),
            at=out.at,
            address=event.address,
            sign_off=sign_off,
            newsroom_key=key_of(sign_off, (known.public for known in self._store.verifiers())),
            continues=event.continues,
            house_note=event.house_note,
            guidelines=event.guidelines,
            figures=event.figures,
        )

    def _notice(self, out: GoneOut, people: tuple[Account, ...]) -> WithdrawalNotice:
        entry = self.entries(out.dossier)[out.position - 1]
        if not isinstance(entry.event, Withdrawn):
            raise Error(f"{out.dossier}: its record does not tell of the withdrawal that it holds.")
        return WithdrawalNotice(
            dossier=out.dossier,
            event=entry.event,
            at=out.at,
            responsible=next(person for person in people if person.id == entry.by),
            newsroom_key=self._store.verifiers()[-1].public,
        )
