"""Auditing: whether what a newsroom keeps under its signature belongs to the log that it has.

Every bundle carries a checkpoint of the log, signed when it was made. So somebody who rewrites the record afterwards,
and builds the tree anew, but has no key, is found out by every bundle made after what they changed. The statement of a
sign-off is signed as well, and says which text it is about.
"""

import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from beleg.publishing.bundle import LOG_PROOF, PAGE, SIGN_OFF
from beleg.publishing.dsse import key_of, open_envelope
from beleg.publishing.outputs import MEMBER_OF
from beleg.publishing.statement import read_statement
from beleg.record import log_proof
from beleg.record.audit import is_of_this_log
from beleg.record.log import Log
from beleg.record.signed_note import Verifier
from beleg.record.store import RecordStore, Role
from beleg.terms.events import Entry, Published, SignedOff, Withdrawn
from beleg.terms.refusal import Error


def signed_things_that_do_not_fit(store: RecordStore) -> Iterator[str]:
    """Yield a sentence for every bundle and statement kept that does not belong to the record and its log as they are.

    Bundles from before there was a log have no checkpoint, sign-offs from before there were statements have none: both
    are passed over; so is a dossier whose chain does not hold, which `beleg.record.audit` tells.
    """
    try:
        verifiers = store.verifiers()
    except Error:
        return
    with store.log() as log:
        for dossier in store.dossiers():
            try:
                entries = store.entries(dossier)
            except Error:
                continue
            yield from misfits_of(store, entries, verifiers, log)


def misfits_of(
    store: RecordStore, entries: tuple[Entry, ...], verifiers: tuple[Verifier, ...], log: Log
) -> Iterator[str]:
    """Yield the same for one dossier, of which these are all entries."""
    statement = b""
    for entry in entries:
        if not isinstance(entry.event, SignedOff | Published | Withdrawn):
            continue
        where = f"entry {entry.position} of {entry.dossier}"
        try:
            attached = store.attached(entry.dossier, entry.position)
        except Error:
            yield f"What is kept of {where} cannot be read."
            continue
        if isinstance(entry.event, SignedOff):
            statement = attached.get(Role.STATEMENT, b"")
            if statement and not _states(statement, entry, entry.event, verifiers):
                yield f"The statement of {where} does not speak of this sign-off, or no key of the newsroom signed it."
            continue
        if Role.BUNDLE not in attached:
            yield f"The bundle of {where} is missing."
            continue
        members = _members(attached[Role.BUNDLE])
        if not _of_this_log(members, verifiers, log):
            yield f"The bundle of {where} was signed over another log than this one."
        if not _holds(members, attached, statement if isinstance(entry.event, Published) else b""):
            yield f"The bundle of {where} holds something else than the newsroom keeps of it."


def _members(raw: bytes) -> Mapping[str, bytes]:
    """What the bundle holds, by name; nothing if it is none."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as bundle:
            return {name: bundle.read(name) for name in bundle.namelist()}
    except zipfile.BadZipFile:
        return {}


def _of_this_log(members: Mapping[str, bytes], verifiers: tuple[Verifier, ...], log: Log) -> bool:
    try:
        if LOG_PROOF not in members:
            return bool(members)
        return is_of_this_log(log_proof.read(members[LOG_PROOF]).checkpoint, verifiers, log)
    except Error:
        return False


def _holds(members: Mapping[str, bytes], attached: Mapping[Role, bytes], statement: bytes) -> bool:
    """Whether the bundle has page, other forms and statement as they are kept beside it."""
    kept = {PAGE: attached.get(Role.PAGE, b"")}
    kept |= {name: attached.get(Role(target), b"") for target, name in MEMBER_OF.items() if name in members}
    if SIGN_OFF in members:
        kept[SIGN_OFF] = statement
    return all(members.get(name) == raw for name, raw in kept.items())


def _states(statement: bytes, entry: Entry, event: SignedOff, verifiers: tuple[Verifier, ...]) -> bool:
    try:
        key = key_of(statement, [known.public for known in verifiers])
        said = read_statement(open_envelope(statement, key))
    except Error:
        return False
    return (said.signer.id, said.signed_at, said.content_sha256) == (entry.by, entry.at, event.content_sha256)
