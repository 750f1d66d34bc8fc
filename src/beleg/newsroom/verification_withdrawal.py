"""The case of a verification of a withdrawal: a tombstone, the entry that says so, and what has to hold of them."""

from collections.abc import Callable
from functools import cached_property
from hashlib import sha256

from beleg.newsroom import verification_key, verification_life
from beleg.newsroom.trouble import Trouble, first_difference
from beleg.newsroom.verification_erasure import erasure_trouble, gone_out
from beleg.publishing import tombstone
from beleg.publishing.bundle import PAGE, PEOPLE
from beleg.publishing.changes import WithdrawalNotice
from beleg.publishing.members import people_in
from beleg.publishing.outputs import of_withdrawal
from beleg.publishing.packing import MANIFEST
from beleg.publishing.withdrawal_bundle import ENTRY, WithdrawalBundle, responsible_member
from beleg.record.canonical import decode, entry_hash
from beleg.terms.account import Account
from beleg.terms.events import Entry, Withdrawn
from beleg.terms.refusal import Error

STEPS = (
    "withdrawal_entry",
    "newsroom_key",
    "log_proof",
    "erasure",
    "tombstone",
    "outputs",
    "responsible",
)
"""The names of the steps, after those of unpacking."""


class WithdrawalCase:
    """The parts of a withdrawal bundle, and what follows from them; every step gives None or what is wrong."""

    def __init__(self, bundle: WithdrawalBundle) -> None:
        self.bundle = bundle

    def steps(self) -> tuple[tuple[str, Callable[[], Trouble | None]], ...]:
        """Return the steps in the order to take them, by their permanent names."""
        looks = (
            self.withdrawal_entry,
            lambda: verification_key.newsroom_keys(self.bundle.log),
            lambda: verification_key.log_proof(self.bundle.log, self.bundle.entry),
            self.erasure,
            self.tombstone,
            self.outputs,
            self.responsible,
        )
        return tuple(zip(STEPS, looks, strict=True))

    @cached_property
    def entry(self) -> Entry:
        """The entry that tells of the withdrawal."""
        return decode(self.bundle.entry)

    @cached_property
    def event(self) -> Withdrawn:
        """The withdrawal."""
        if not isinstance(self.entry.event, Withdrawn):
            raise Error("the entry tells of no withdrawal")
        return self.entry.event

    @cached_property
    def person(self) -> Account:
        """Who withdrew the article."""
        people = people_in(self.bundle.people)
        if [person.id for person in people] != [self.entry.by]:
            raise Error("not exactly the account that withdrew the article")
        return people[0]

    @property
    def notice(self) -> WithdrawalNotice:
        """All that goes out of a withdrawn article, from entry and person."""
        return WithdrawalNotice(
            dossier=self.entry.dossier,
            event=self.event,
            at=self.entry.at,
            responsible=self.person,
            newsroom_key=verification_key.key_of(self.bundle.log).public,
        )

    def withdrawal_entry(self) -> Trouble | None:
        """The entry has the hash it says it has, and tells of a withdrawal with a reason and all three notes."""
        entry, event = self.entry, self.event
        if entry.hash != entry_hash(entry):
            return Trouble(ENTRY, "its content does not give its hash")
        if self.bundle.head != entry.hash:
            return Trouble(MANIFEST, "it names another entry")
        words = (event.reason, event.note_newsroom, event.note_short, event.note_readers)
        return (
            None if all(each.strip() for each in words) else Trouble(ENTRY, "its reason or a note is empty")
        )

    def tombstone(self) -> Trouble | None:
        """The page is the tombstone made anew from the entry, and the one whose SHA-256 the entry names."""
        page, notice = self.bundle.page, self.notice
        expected = tombstone.render(notice.event, notice.responsible, at=notice.at)
        if page != expected:
            return Trouble(first_difference(PAGE, page, expected), "it says something else")
        if sha256(page).hexdigest() != gone_out(self.entry, self.bundle.erasure).page_sha256:
            return Trouble(ENTRY, "it names another page")
        return None

    def erasure(self) -> Trouble | None:
        """What was made anew after a name was erased is what the newsroom's log says."""
        bundle = self.bundle
        return erasure_trouble(self.entry, bundle.erasure, bundle.log, people_in(bundle.people))

    def outputs(self) -> Trouble | None:
        """What was made for other targets follows from the entry, and is what it names."""
        found = self.bundle.outputs
        return verification_life.outputs(
            gone_out(self.entry, self.bundle.erasure).outputs, found
        ) or verification_life.made_anew(found, of_withdrawal(self.notice))

    def responsible(self) -> Trouble | None:
        """`people.json` lists exactly who withdrew the article."""
        expected = responsible_member(self.person)
        if self.bundle.people != expected:
            return Trouble(first_difference(PEOPLE, self.bundle.people, expected), "not exactly those")
        return None
