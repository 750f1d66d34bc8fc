"""Remaking: what went out of a dossier, and what was stated of its sign-offs, made anew without a person's name."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import unescape

from beleg import __version__
from beleg.newsroom import going_out
from beleg.newsroom.acting import Acting
from beleg.newsroom.releasing import kept
from beleg.publishing import withdrawal_bundle
from beleg.publishing.article import named
from beleg.publishing.bundle import ErasureMembers, unpack
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.dsse import read_envelope, seal
from beleg.publishing.members import people_in
from beleg.publishing.statement import named_as_signed, read_statement, statement_of, without_name
from beleg.publishing.targets.c2pa import Certificate
from beleg.record.canonical import encode
from beleg.record.erasing import exchange
from beleg.record.people import names_of
from beleg.record.store import Act, Role
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.erasure import NameErased, Remade
from beleg.terms.events import Entry, Published, SignedOff, Withdrawn
from beleg.terms.refusal import Error


def make_anew(act: Act, acting: Acting, person: Account, certificate: Certificate) -> bool:
    """Make anew what names `person` in one dossier, with the function in place of the name, and record it.

    What has the function in its place already stays as it is. Others are named as they were. `certificate` signs the
    manifests of pages. Nothing of the log changes. Returns whether there was anything. Raises Error if the newsroom's
    key cannot be read, or if something can no longer be made from the record.
    """
    return _Anew(act, acting, person, certificate).make()


Out = going_out.GoingOut[Published] | going_out.GoingOut[Withdrawn]


@dataclass(frozen=True, slots=True)
class _Made:
    """A publication or a withdrawal made anew, but for its bundle, which has to say so."""

    entry: Entry
    remade: Remade
    bundle: Callable[[ErasureMembers], bytes]


class _Anew:
    """Makes anew what of one dossier names a person."""

    def __init__(self, act: Act, acting: Acting, person: Account, certificate: Certificate) -> None:
        self._act = act
        self._acting = acting
        self._entries = acting.entries
        self._id = person.id
        self._names = tuple(name for name in names_of(act.connection, person.id) if name != person.function)
        self._people = acting.people()
        self._certificate = certificate

    def make(self) -> bool:
        """Make all of it anew and record it; return whether there was anything."""
        signed = [
            entry
            for entry in self._entries
            if isinstance(entry.event, SignedOff) and entry.by == self._id and self._states_name(entry)
        ]
        for entry in signed:
            self._state(entry)
        made = [each for entry in self._entries for each in self._gone_out(entry)]
        if not signed and not made:
            return False
        event = NameErased(account=self._id, remade=tuple(each.remade for each in made))
        told = self._acting.append(event)
        erasure = ErasureMembers(entry=encode(told), proof=self._acting.log_members(told).proof)
        for each in made:
            self._put(each.entry, Role.BUNDLE, each.bundle(erasure))
        return True

    def _states_name(self, entry: Entry) -> bool:
        """Whether the statement of a sign-off has the name; one that an older Beleg did not make has none yet."""
        attached = self._acting.attached(entry.position)
        if Role.STATEMENT not in attached:
            return True
        signer = read_statement(read_envelope(attached[Role.STATEMENT]).payload).signer
        return signer.name != signer.function

    def _state(self, entry: Entry) -> None:
        """Have the newsroom state a sign-off anew, without the name."""
        key = self._acting.key()
        attached = self._acting.attached(entry.position)
        if Role.STATEMENT in attached:
            payload = read_envelope(attached[Role.STATEMENT]).payload
        else:  # an older Beleg took it down without one; what goes out again needs one
            before = replay(self._entries[: entry.position - 1])
            payload = statement_of(before, self._people, by=entry.by, at=entry.at, beleg=__version__)
        anew = without_name(payload) if entry.by == self._id else payload
        envelope = seal(anew, public=key.public, sign=key.sign)
        self._put(entry, Role.STATEMENT, envelope)

    def _gone_out(self, entry: Entry) -> tuple[_Made, ...]:
        """What went out with an entry, made anew; nothing if it names somebody else, or if nothing went out."""
        if not isinstance(entry.event, Published | Withdrawn) or self._id in self._nameless(entry):
            return ()
        if isinstance(entry.event, Published):
            return self._published(entry, entry.event)
        return (self._withdrawn(entry, entry.event),) if entry.by == self._id else ()

    def _published(self, entry: Entry, event: Published) -> tuple[_Made, ...]:
        before = replay(self._entries[: entry.position - 1])
        if self._id not in named(before) and not self._went_out_named(entry):
            return ()
        given = self._entries[before.sign_offs[-1].position - 1]
        if Role.STATEMENT not in self._acting.attached(given.position):
            self._state(given)
        envelope = self._acting.attached(given.position)[Role.STATEMENT]
        people = named_as_signed(self._as_named(entry), read_envelope(envelope).payload)
        release = going_out.release_of(
            before,
            people,
            at=entry.at,
            address=event.address,
            sign_off=envelope,
            newsroom_key=self._acting.key_of(envelope),
            continues=event.continues,
            house_note=event.house_note,
            guidelines=event.guidelines,
            figures=event.figures,
        )
        out = going_out.publication_of(before, release, self._certificate, event.continues)
        self._keep(entry, out)

        def bundle(erasure: ErasureMembers) -> bytes:
            return going_out.bundle_after(
                self._entries[: entry.position],
                people,
                out,
                sign_off=envelope,
                log=self._acting.log_members(entry),
                erasure=erasure,
            )

        return (_Made(entry, _remade(entry, out), bundle),)

    def _withdrawn(self, entry: Entry, event: Withdrawn) -> _Made:
        responsible = next(person for person in self._as_named(entry) if person.id == self._id)
        notice = WithdrawalNotice(
            dossier=entry.dossier,
            event=event,
            at=entry.at,
            responsible=responsible,
            newsroom_key=self._acting.key().public,
        )
        out = going_out.withdrawal_of(notice)
        self._keep(entry, out)

        def bundle(erasure: ErasureMembers) -> bytes:
            log = self._acting.log_members(entry)
            return going_out.withdrawal_bundle_of(entry, responsible, out, log=log, erasure=erasure)

        return _Made(entry, _remade(entry, out), bundle)

    def _keep(self, entry: Entry, out: Out) -> None:
        """Put page and outputs in the place of what went out with an entry."""
        for role, raw in kept(out.page, out.outputs).items():
            self._put(entry, role, raw)

    def _named_in(self, entry: Entry) -> tuple[Account, ...]:
        """The people as the bundle of an entry names them; nobody if an older Beleg packed it."""
        unpacked = withdrawal_bundle.unpack if isinstance(entry.event, Withdrawn) else unpack
        try:
            return people_in(unpacked(self._acting.attached(entry.position)[Role.BUNDLE]).people)
        except Error:
            return ()

    def _went_out_named(self, entry: Entry) -> bool:
        """Whether what is kept of a publication has the name, whoever the page would name now.

        A page made by an earlier rule of the byline names others. Its bundle says whom; of one that cannot be read any
        more, the words of the page do.
        """
        people = self._named_in(entry)
        if people:
            return any(person.id == self._id for person in people)
        page = unescape(self._acting.attached(entry.position).get(Role.PAGE, b"").decode("utf-8", "replace"))
        return any(name in page for name in self._names)

    def _nameless(self, entry: Entry) -> frozenset[str]:
        """Ids of whoever the bundle of an entry names by function alone."""
        return frozenset(one.id for one in self._named_in(entry) if one.name == one.function)

    def _as_named(self, entry: Entry) -> tuple[Account, ...]:
        """The people as the bundle of an entry names them, the person by function alone."""
        known = {person.id: person for person in (*self._people, *self._named_in(entry))}
        known[self._id] = replace(known[self._id], name=known[self._id].function)
        return tuple(known.values())

    def _put(self, entry: Entry, role: Role, raw: bytes) -> None:
        """Put bytes in the place of those attached to an entry in a role, or beside the others if there are none."""
        if role in self._acting.attached(entry.position):
            exchange(self._act, entry.dossier, entry.position, role, raw)
        else:
            self._acting.attach(entry, role, raw)


def _remade(entry: Entry, out: Out) -> Remade:
    return Remade(position=entry.position, page_sha256=out.event.page_sha256, outputs=out.event.outputs)
