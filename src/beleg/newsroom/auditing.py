"""Auditing: whether the bundles a newsroom keeps were signed over the log that it has.

Every bundle carries a checkpoint of the log, signed when it was made. So somebody who rewrites the record afterwards,
and builds the tree anew, but has no key, is found out by every bundle made after what they changed.
"""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from beleg.publishing.bundle import LOG_PROOF
from beleg.record import log_proof
from beleg.record.audit import is_of_this_log
from beleg.record.log import Log
from beleg.record.signed_note import Verifier
from beleg.record.store import RecordStore, Role
from beleg.terms.events import Entry, Published, Withdrawn
from beleg.terms.refusal import Error


def bundles_that_do_not_fit(store: RecordStore) -> Iterator[str]:
    """Yield a sentence for every bundle kept whose checkpoint is not one of the log as it is.

    Bundles from before there was a log have none and are passed over; so is a dossier whose chain does not hold, which
    `beleg.record.audit` tells.
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
            for entry in entries:
                if isinstance(entry.event, Published | Withdrawn) and not _fits(store, entry, verifiers, log):
                    yield (
                        f"The bundle of entry {entry.position} of {dossier} was signed over another log than this one."
                    )


def _fits(store: RecordStore, entry: Entry, verifiers: tuple[Verifier, ...], log: Log) -> bool:
    try:
        raw = store.attached(entry.dossier, entry.position).get(Role.BUNDLE, b"")
        if not raw:
            return True
        with zipfile.ZipFile(BytesIO(raw)) as bundle:
            if LOG_PROOF not in bundle.namelist():
                return True
            proof = bundle.read(LOG_PROOF)
        return is_of_this_log(log_proof.read(proof).checkpoint, verifiers, log)
    except (Error, zipfile.BadZipFile):
        return False
