"""Acting: somebody at work on one dossier, inside one act of the record."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime

from beleg.publishing.bundle import LogMembers
from beleg.publishing.dsse import key_of
from beleg.record.canonical import encode
from beleg.record.evidence_shown import Shown, shown_with_verdict, sight
from beleg.record.keys import STREAM, verifiers
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.own_streams import OWN_STREAMS
from beleg.record.resting import Resting
from beleg.record.store import Act, Role
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.affected import Standing
from beleg.terms.denial import Denied
from beleg.terms.dossier import Dossier
from beleg.terms.events import Entry, Event
from beleg.terms.refusal import Error
from beleg.terms.role import Permission
from beleg.terms.sight import Sight
from beleg.terms.source_change import SourceRetracted


def stamp(moment: datetime) -> str:
    """Return a moment with a time zone as entries hold it: RFC 3339 in UTC with microseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Acting:
    """One person's act on one dossier: what is read through it stays true until it is stored.

    `at` is the moment of the act, RFC 3339 in UTC with microseconds.
    """

    def __init__(self, act: Act, dossier_id: str, *, by: str, moment: datetime) -> None:
        """`moment` needs a time zone."""
        self.by = by
        self.at = stamp(moment)
        self._act = act
        self._dossier_id = dossier_id

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The record of the dossier, what this act has added included."""
        return self._act.entries(self._dossier_id)

    @property
    def dossier(self) -> Dossier:
        """The dossier as its entries tell it now."""
        return replay(self.entries)

    def people(self) -> tuple[Account, ...]:
        """All accounts as they are in this act: whoever was erased before it has no name in what it makes."""
        return self._act.accounts()

    def person(self) -> Account:
        """The account that acts, as it is in this act."""
        return self._act.account(self.by)

    def require(self, permission: Permission) -> None:
        """Raise Denied unless the role of who acts includes this too, because of what the dossier has turned out to
        be.
        """
        person = self.person()
        if not person.may(permission):
            raise Denied(person.role, permission)

    def other(self, dossier_id: str) -> Dossier:
        """Another dossier of the newsroom, or this one, as its entries tell it now. Raises Error if there is none."""
        entries = () if dossier_id in OWN_STREAMS else self._act.entries(dossier_id)
        if not entries:
            raise Error(f"There is no dossier {dossier_id[:60]} in this newsroom.")
        return replay(entries)

    def retraction_of(self, text_sha256: str) -> SourceRetracted | None:
        """How a source with this text was taken back, in whichever dossier that was first; None if it was in none."""
        for held in Resting(self._act.connection).held(text_sha256=text_sha256):
            if held.standing is not Standing.RETRACTED:
                continue
            told = replay(self._act.entries(held.dossier)).retracted.get(held.source)
            if told is not None and isinstance(told.event, SourceRetracted):
                return told.event
        return None

    def verdicts_shown(self) -> AbstractSet[Shown]:
        """Of which sentences of the dossier, with which evidence, the account that acts has been shown the verdict."""
        return shown_with_verdict(self._act.connection, self._dossier_id, self.by)

    def sight(self, sentence: str, evidence: str, *, told: bool) -> Sight:
        """How much is known of the evidence of a sentence on the screen of the account that acts; `told`: it says that
        it is in view.
        """
        if told and evidence:
            return Sight.IN_VIEW
        return sight(self._act.connection, self._dossier_id, self.by, (sentence, evidence))

    def append(self, event: Event, attach: Mapping[Role, bytes] | None = None) -> Entry:
        """Put an event at the end of the record, with the bytes that belong to it; return its entry."""
        return self._act.append(self._dossier_id, event, by=self.by, at=self.at, attach=attach)

    def attach(self, entry: Entry, role: Role, raw: bytes) -> None:
        """Keep bytes that belong to an entry of this act."""
        self._act.attach(entry, role, raw)

    def attached(self, position: int) -> Mapping[Role, bytes]:
        """The bytes attached to the entry at `position` of the dossier, by role."""
        return self._act.attached(self._dossier_id, position)

    def key(self) -> NewsroomKey:
        """Return the key the newsroom signs with now; see `beleg.record.logged.Logged.key`."""
        return self._act.key()

    def key_of(self, envelope: bytes) -> bytes:
        """Return the public key of the newsroom that signed an envelope, be it one it has replaced since.

        Raises Error if it was none of them.
        """
        return key_of(envelope, (known.public for known in verifiers(self._act.entries(STREAM))))

    def log_members(self, entry: Entry) -> LogMembers:
        """Return what shows that an entry is in the newsroom's log; see `beleg.record.logged.Logged.proof`."""
        return LogMembers(
            proof=self._act.proof(entry),
            key=f"{self._act.verifier().line}\n".encode(),
            keys=tuple(encode(introduced) for introduced in self._act.entries(STREAM)),
        )
