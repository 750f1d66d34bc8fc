"""What of a verification hangs on the newsroom's key: the key itself, the log it signs, the sign-offs it states."""

from collections.abc import Sequence

from beleg.newsroom.trouble import Trouble
from beleg.newsroom.verification_statement import statement_trouble
from beleg.publishing.bundle import KEY, KEYS, LOG_PROOF, SIGN_OFF, LogMembers
from beleg.publishing.dsse import key_id, read_envelope
from beleg.record.canonical import decode
from beleg.record.chain import breaks
from beleg.record.keys import STREAM, verifiers
from beleg.record.log_proof import proof_trouble
from beleg.record.signed_note import Verifier
from beleg.terms.account import Account
from beleg.terms.events import Entry
from beleg.terms.refusal import Error


def key_of(log: LogMembers) -> Verifier:
    """Return the key a bundle names. Raises Error if the member is anything but its one line."""
    words = log.key.decode("utf-8")
    found = Verifier.of(words.removesuffix("\n"))
    if words != f"{found.line}\n":
        raise Error("it is not one line")
    return found


def keys_of(log: LogMembers) -> tuple[Verifier, ...]:
    """Return all keys of the newsroom as a bundle tells them, the one it names last; see `beleg.record.keys`."""
    return verifiers([decode(line) for line in log.keys])


def newsroom_keys(log: LogMembers) -> Trouble | None:
    """Every key is introduced by the one before it, and the last of them is the one named."""
    try:
        named = key_of(log)
    except (Error, UnicodeDecodeError) as why:
        return Trouble(KEY, str(why))
    found = breaks(log.keys)
    if found:
        return Trouble(f"{KEYS}, line {found[0].place}", found[0].what)
    entries = [decode(line) for line in log.keys]
    if any(entry.dossier != STREAM for entry in entries):
        return Trouble(KEYS, "it is not the newsroom's own record")
    try:
        known = verifiers(entries)
    except Error as why:
        return Trouble(KEYS, str(why))
    return None if known[-1] == named else Trouble(KEY, "the newsroom's own record ends with another key")


def log_proof(log: LogMembers, line: bytes) -> Trouble | None:
    """The entry in `line` is in the log of which the newsroom signed a checkpoint."""
    reason = proof_trouble(log.proof, key_of(log).line, line)
    return Trouble(LOG_PROOF, reason) if reason else None


def sign_off(
    envelope: bytes, log: LogMembers, entries: tuple[Entry, ...], people: Sequence[Account]
) -> Trouble | None:
    """The newsroom stated the sign-off under one of its keys, and what it stated is what the record says.

    See `beleg.newsroom.verification_statement` for what is compared.
    """
    try:
        public = key_behind(envelope, log)
    except Error as why:
        return Trouble(SIGN_OFF, str(why))
    reason = statement_trouble(envelope, public, entries, people)
    return Trouble(SIGN_OFF, reason) if reason else None


def key_behind(envelope: bytes, log: LogMembers) -> bytes:
    """Return the public key (32 bytes) of the newsroom that an envelope names. Raises Error if it names none of
    them.
    """
    named = read_envelope(envelope).key_id
    for known in verifiers([decode(line) for line in log.keys]):
        if key_id(known.public) == named:
            return known.public
    raise Error("it is signed with a key that is not the newsroom's")
