"""What of a verification concerns the erasure of a person: that what was made anew is what the newsroom's log says."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.newsroom import verification_key
from beleg.newsroom.trouble import Trouble
from beleg.publishing.bundle import ERASURE, ERASURE_PROOF, PEOPLE, ErasureMembers, LogMembers
from beleg.record.canonical import decode, entry_hash
from beleg.record.log_proof import proof_trouble
from beleg.terms.account import Account
from beleg.terms.erasure import NameErased, Remade
from beleg.terms.events import Entry, Output, Published, Withdrawn
from beleg.terms.refusal import Error


@dataclass(frozen=True, slots=True)
class GoneOut:
    """The hashes of what went out, as they are now."""

    page_sha256: str
    outputs: tuple[Output, ...]


def gone_out(entry: Entry, erasure: ErasureMembers | None) -> GoneOut:
    """Return what the bundle of `entry`, a publication or a withdrawal, has to hold.

    It is what the entry names, or what it was replaced with when a name was erased. Raises Error if the entry is
    neither, or if the erasure does not speak of it.
    """
    event: Published | Withdrawn | Remade
    if erasure is not None:
        _, event = _told(entry, erasure)
    elif isinstance(entry.event, Published | Withdrawn):
        event = entry.event
    else:
        raise Error("nothing went out with the last entry of the record")
    return GoneOut(event.page_sha256, event.outputs)


def erasure_trouble(
    entry: Entry, erasure: ErasureMembers | None, log: LogMembers, people: Sequence[Account]
) -> Trouble | None:
    """Whatever was made anew after a name was erased is named by an entry of the same record that is in the log.

    And the person (of `people`, those that page and bundle name) goes by the function alone: an erasure is no way to
    give somebody another name.
    """
    if erasure is None:
        return None
    try:
        erased, _ = _told(entry, erasure)
    except Error as why:
        return Trouble(ERASURE, str(why))
    if any(person.id == erased and person.name != person.function for person in people):
        return Trouble(PEOPLE, "the person whose name was erased still has one")
    reason = proof_trouble(erasure.proof, verification_key.key_of(log).line, erasure.entry)
    return Trouble(ERASURE_PROOF, reason) if reason else None


def _told(entry: Entry, erasure: ErasureMembers) -> tuple[str, Remade]:
    """Whose name was erased, and what was made anew of what went out with `entry`."""
    told = decode(erasure.entry)
    if told.hash != entry_hash(told):
        raise Error("its content does not give its hash")
    if not isinstance(told.event, NameErased):
        raise Error("it does not tell of an erasure")
    if told.dossier != entry.dossier or told.position <= entry.position:
        raise Error("it does not follow in the same record")
    found = next((each for each in told.event.remade if each.position == entry.position), None)
    if found is None:
        raise Error("it speaks of other publications")
    return told.event.account, found
