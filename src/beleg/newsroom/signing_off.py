"""Signing off: a person's signature under exactly one text, and the statement the newsroom's key makes of it."""

from collections.abc import Mapping
from dataclasses import replace

from beleg import __version__
from beleg.newsroom.acting import stamp
from beleg.newsroom.refused import Refused
from beleg.newsroom.settings import Settings
from beleg.publishing.article import article_in_preview
from beleg.publishing.dsse import read_envelope, seal
from beleg.publishing.statement import named_as_signed, statement_of
from beleg.record.store import Role
from beleg.review import judging, signing
from beleg.terms.account import Account
from beleg.terms.dossier import SignOff
from beleg.terms.events import SignedOff
from beleg.terms.identification import Identification
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle
from beleg.terms.role import Permission

NOBODY_YET = Account(id="nobody", login="", name="N. N.", function="")
"""Stands in a preview for who will sign, where the person looking cannot."""


class SigningOff(Settings):
    """The part of a newsroom's door that concerns signatures; see `beleg.newsroom.house.Newsroom`."""

    def obstacles_to_signing(self, dossier_id: str, *, by: str) -> tuple[Obstacle, ...]:
        """Return why `sign_off` would take no signature of `by` under the current text; empty if it would."""
        return signing.obstacles_to_signing(self.dossier(dossier_id), by)

    def sign_off_in_force(self, dossier_id: str) -> SignOff | None:
        """Return the signature that covers exactly the current state; None: it cannot be published."""
        return signing.sign_off_in_force(self.dossier(dossier_id))

    def sign_off(
        self,
        dossier_id: str,
        content_sha256: str,
        *,
        by: str,
        seen: str = "",
        identified_by: Identification = Identification.NOT_ASKED,
    ) -> SignOff:
        """Sign exactly the content with this hash and return the signature.

        `identified_by` says how the entrance made sure that it is they who sign; it is kept in the record. `seen` is
        the head of the record as it was shown to who signs (empty: whatever it is): a source, a decision or a
        correction note that came later is not signed unseen. What was signed, by whom and what had been decided is
        stated with it, under the newsroom's key (`statement`). Raises Error if content or record are others or the key
        cannot be read, Refused where the review does not allow it or `by` has still to judge sentences of high risk.
        """
        with self._acting(dossier_id, by, Permission.SIGN) as acting:
            dossier = acting.dossier
            in_the_way = signing.obstacles_to_signing(dossier, by)
            current = dossier.current
            if current is not None and current.content_sha256 != content_sha256:
                raise Error("The text is no longer the one that was to be signed; nothing was signed.")
            if current is None or in_the_way:
                raise Refused("It cannot be signed", in_the_way)
            if seen and dossier.head != seen:
                raise Error("Something was added to the record meanwhile; nothing was signed.")
            key = acting.key()
            stated = statement_of(dossier, acting.people(), by=by, at=acting.at, beleg=__version__)
            envelope = seal(stated, public=key.public, sign=key.sign)
            event = SignedOff(
                number=current.number, content_sha256=content_sha256, identified_by=identified_by
            )
            acting.append(event, {Role.STATEMENT: envelope})
            return acting.dossier.sign_offs[-1]

    def preview(self, dossier_id: str, *, by: str, mark: str, language: str) -> bytes:
        """Return the page as it would look if `by` signed now and it went out, with `mark` (in `language`) above
        everything.

        Its figures say nothing of sentences that `by` has still to judge. Under a signature that is in force its signer
        is named; where `by` cannot sign, “N. N.” stands for whoever will. Nothing is stored. Raises Error without a
        text or a headline, and after a withdrawal.
        """
        from beleg.newsroom import going_out
        from beleg.publishing.targets.page import preview

        dossier, people = self.dossier(dossier_id), self.accounts()
        if signing.sign_off_in_force(dossier):
            people = named_as_signed(people, read_envelope(self.statement(dossier_id)).payload)
        signer = self.account(by) if not signing.obstacles(dossier, by) else NOBODY_YET
        article = article_in_preview(
            judging.checked_as_told(dossier, by),
            people,
            signer,
            at=stamp(self._clock()),
            address=dossier.publications[-1].event.address if dossier.publications else "",
            continues=going_out.continued(self.dossier(dossier.updates)) if dossier.updates else None,
        )
        style = self.style()
        beside = replace(
            article, house_note=style.note(dossier.language), publishing_principles=style.guidelines
        )
        return preview(beside, mark, language)

    def statement(self, dossier_id: str) -> bytes:
        """Return the statement of the last sign-off in its envelope, byte for byte; see `beleg.publishing.statement`.

        Raises Error if nobody has signed, or if the signature was given before Beleg made statements.
        """
        dossier = self.dossier(dossier_id)
        if not dossier.sign_offs:
            raise Error(f"{dossier.title}: nobody has signed it.")
        return stated(self._store.attached(dossier_id, dossier.sign_offs[-1].position), dossier.title)


def stated(attached: Mapping[Role, bytes], title: str) -> bytes:
    """Return the statement among what is attached to a sign-off of the dossier called `title`.

    Raises Error if there is none: it was signed by an older Beleg.
    """
    if Role.STATEMENT not in attached:
        raise Error(f"{title}: it was signed before Beleg made statements of sign-offs; sign it again.")
    return attached[Role.STATEMENT]
