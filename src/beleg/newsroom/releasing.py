"""Releasing: how an article goes out, is corrected, held back by an embargo, and withdrawn."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from beleg.newsroom.delivery import Delivery, File
from beleg.newsroom.refused import Refused
from beleg.newsroom.signing_off import SigningOff, stated
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.dsse import read_envelope
from beleg.publishing.outputs import FORMS, MEMBER_OF
from beleg.publishing.statement import named_as_signed
from beleg.record.attached import named_hashes, refuse_others
from beleg.record.page_certificate import PageCertificate
from beleg.record.store import Role
from beleg.review import byline, releasing, signing
from beleg.review.replay import replay
from beleg.terms.byline import Byline
from beleg.terms.dossier import Correction, Dossier, Embargo, Publication, Withdrawal
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.role import Permission


class Releasing(SigningOff):
    """The part of a newsroom's door that concerns what goes out; see `beleg.newsroom.house.Newsroom`.

    What has gone out is never made anew: page, bundle and other forms are kept as they were, for every version.
    """

    def obstacles_to_publishing(self, dossier_id: str) -> tuple[Obstacle, ...]:
        """Return why the dossier cannot be published at this moment; empty if it can."""
        return signing.obstacles_to_publishing(self.dossier(dossier_id), self._clock().isoformat())

    def continued_by(self, dossier_id: str) -> tuple[Dossier, ...]:
        """Return the dossiers whose articles continue that of this one, in the order they were opened."""
        return tuple(self.dossier(found) for found in self._store.continuing(dossier_id))

    def note_correction(self, dossier_id: str, note: str, *, by: str) -> Correction:
        """Write what readers will be told of the next version, in place of what was written since the last one.

        It has to stand before the signature: a signature that was given already is void. Who writes it counts as an
        author. Raises Error without a note, or if there is no published article that could be corrected.
        """
        with self._acting(dossier_id, by, Permission.CORRECT) as acting:
            acting.append(releasing.correction(acting.dossier, note))
            return acting.dossier.corrections[-1]

    def set_byline(self, dossier_id: str, named: Sequence[str], body: str = "", *, by: str) -> Byline:
        """Say whom the article names as having written it: accounts in this order, then a newsroom or agency (`body`).

        With nobody and nothing its words tell that again. It has to stand before the signature: a signature that was
        given already is void, and who set it cannot sign. Raises Error as `beleg.review.byline.setting` does, and for a
        `body` that names a person of this newsroom: their name could not be erased from it.
        """
        with self._acting(dossier_id, by, Permission.WRITE) as acting:
            people = (one.name for one in acting.people() if not one.is_program and one.name != one.function)
            if known := next((name for name in people if name.casefold() in body.casefold()), ""):
                raise Error(f"{known} works here: name them among the writers, not as newsroom or agency.")
            acting.append(byline.setting(acting.dossier, named, body))
            return acting.dossier.bylines[-1]

    def set_embargo(self, dossier_id: str, until: datetime, reason: str, *, by: str) -> Embargo:
        """Let nothing of the dossier go out before `until`, which needs a time zone; moves the embargo there is.

        What went out before stays where it is. To end it earlier takes the permission to end embargoes. See
        `beleg.review.releasing.embargo` for what is refused.
        """
        with self._acting(dossier_id, by, Permission.EMBARGO) as acting:
            event = releasing.embargo(acting.dossier, until, reason, at=acting.at)
            if releasing.ends_earlier(acting.dossier, until, at=acting.at):
                acting.require(Permission.LIFT_EMBARGO)
            acting.append(event)
            return acting.dossier.embargoes[-1]

    def lift_embargo(self, dossier_id: str, reason: str, *, by: str) -> Embargo:
        """End an embargo before its time. Raises Error without a reason, or if there is none that holds."""
        with self._acting(dossier_id, by, Permission.LIFT_EMBARGO) as acting:
            acting.append(releasing.lifting(acting.dossier, reason, at=acting.at))
            return acting.dossier.embargoes[-1]

    def publish(self, dossier_id: str, *, by: str, address: str = "") -> Publication:
        """Publish the signed text as a page with its bundle, for `address` on the web.

        Without an address the one of the last publication stays. The same signature at the same address again
        returns the publication there is. Raises Refused without a signature that covers exactly the current state,
        under an embargo and after a withdrawal; Error if the signature came without a statement (`statement`).
        """
        from beleg.newsroom import going_out

        with self._acting(dossier_id, by, Permission.PUBLISH) as acting:
            dossier = acting.dossier
            in_the_way = signing.obstacles_to_publishing(dossier, acting.at)
            if in_the_way:
                raise Refused("It cannot be published", in_the_way)
            out = dossier.publications[-1] if dossier.publications else None
            address = address or (out.event.address if out else "")
            if out and out.position > dossier.sign_offs[-1].position and out.event.address == address:
                return out
            sign_off = stated(acting.attached(dossier.sign_offs[-1].position), dossier.title)
            people = named_as_signed(acting.people(), read_envelope(sign_off).payload)
            style = self.style_at(dossier.sign_offs[-1].at)  # as the page was shown to who signed
            continues = going_out.continued(acting.other(dossier.updates)) if dossier.updates else None
            release = going_out.release_of(
                dossier,
                people,
                at=acting.at,
                address=address,
                sign_off=sign_off,
                newsroom_key=acting.key_of(sign_off),
                continues=continues,
                house_note=style.note(dossier.language),
                guidelines=style.guidelines,
            )
            out_now = going_out.publication_of(dossier, release, self._certificate(), continues)
            entry = acting.append(out_now.event, kept(out_now.page, out_now.outputs))
            bundle = going_out.bundle_after(
                acting.entries, people, out_now, sign_off=sign_off, log=acting.log_members(entry)
            )
            acting.attach(entry, Role.BUNDLE, bundle)
            return acting.dossier.publications[-1]

    def withdraw(
        self,
        dossier_id: str,
        reason: str,
        *,
        note_newsroom: str,
        note_short: str,
        note_readers: str,
        by: str,
    ) -> Withdrawal:
        """Withdraw the published article: a tombstone takes its place, and the dossier publishes nothing more.

        One person suffices: every minute that a false claim stands costs those it is about, and there
        is nothing to sign, because a withdrawal asserts nothing about the world. It cannot be undone; what is right
        after all is published in a new dossier. See `beleg.review.releasing.withdrawal` for what is refused.
        """
        from beleg.newsroom import going_out

        with self._acting(dossier_id, by, Permission.WITHDRAW) as acting:
            responsible = acting.person()
            event = releasing.withdrawal(
                acting.dossier,
                reason,
                note_newsroom=note_newsroom,
                note_short=note_short,
                note_readers=note_readers,
            )
            notice = WithdrawalNotice(
                dossier=dossier_id,
                event=event,
                at=acting.at,
                responsible=responsible,
                newsroom_key=acting.key().public,
            )
            out_now = going_out.withdrawal_of(notice)
            entry = acting.append(out_now.event, kept(out_now.page, out_now.outputs))
            bundle = going_out.withdrawal_bundle_of(
                entry, responsible, out_now, log=acting.log_members(entry)
            )
            acting.attach(entry, Role.BUNDLE, bundle)
            withdrawal = acting.dossier.withdrawal
            assert withdrawal is not None
            return withdrawal

    def page(self, dossier_id: str, version: int = 0) -> bytes:
        """Return the page of a version, byte for byte; 0: of what stands at the address now, be it a tombstone.

        Raises Error if there is none, and if what the newsroom keeps of it is not what the record names.
        """
        return self._attached(dossier_id, version)[Role.PAGE]

    def bundle(self, dossier_id: str, version: int = 0) -> bytes:
        """Return the bundle of a version, byte for byte; 0: of what stands at the address now.

        Raises Error if there is none.
        """
        return self._attached(dossier_id, version)[Role.BUNDLE]

    def delivery(self, dossier_id: str) -> Delivery:
        """Return what stands for the article now as files, named after the dossier; see `beleg.newsroom.delivery`.

        The page comes last of a publication, so that it never appears without the rest, and first of a withdrawal,
        so that the article is gone before anything else happens. Raises Error if nothing has been published.
        """
        made = {form: self.output(dossier_id, form.target) for form in FORMS}
        others = [File(name=f"{dossier_id}{form.ending}", raw=raw) for form, raw in made.items() if raw]
        page = File(name=f"{dossier_id}.html", raw=self.page(dossier_id))
        bundle = File(name=f"{dossier_id}.zip", raw=self.bundle(dossier_id))
        if self.dossier(dossier_id).withdrawal is None:
            return Delivery(files=(*others, bundle, page))
        gone = tuple(f"{dossier_id}{form.ending}" for form, raw in made.items() if not raw)
        return Delivery(files=(page, bundle, *others), gone=gone)

    def output(self, dossier_id: str, target: str, version: int = 0) -> bytes:
        """Return what was made of a version for a target (`beleg.publishing.outputs`); 0: of what stands now.

        Empty if nothing was made for it. Raises Error if nothing has been published, or if there is no such target.
        """
        if target not in MEMBER_OF:
            raise Error(f"There is no target {target[:60]}.")
        return self._attached(dossier_id, version).get(Role(target), b"")

    def _certificate(self) -> PageCertificate:
        return PageCertificate.read_or_make(
            self._store.folder, self._store.verifiers()[-1].name, at=self._clock()
        )

    def _attached(self, dossier_id: str, version: int) -> Mapping[Role, bytes]:
        entries = self.entries(dossier_id)
        position = _position(replay(entries), version)
        attached = self._store.attached(dossier_id, position)
        refuse_others(attached, named_hashes(entries)[position], f"Entry {position} of {dossier_id}")
        if Role.BUNDLE not in attached:
            raise Error(f"Entry {position} of {dossier_id}: its bundle is missing in the newsroom.")
        return attached


def kept(page: bytes, outputs: Mapping[str, bytes]) -> dict[Role, bytes]:
    """Return what goes out as it is kept with its entry: every target has the role of its name."""
    return {Role.PAGE: page, **{Role(target): raw for target, raw in outputs.items()}}


def _position(dossier: Dossier, version: int) -> int:
    """The place in the record at which a version went out."""
    places = [publication.position for publication in dossier.publications]
    if dossier.withdrawal is not None:
        places.append(dossier.withdrawal.position)
    if not places:
        raise Error("The dossier has not been published.")
    if not 0 <= version <= len(places):
        raise Error(f"There is no version {version} of this article.")
    return places[version - 1]
