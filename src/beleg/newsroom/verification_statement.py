"""The statement of a sign-off, held against the record it belongs to."""

from collections.abc import Sequence

from beleg.publishing.dsse import open_envelope
from beleg.publishing.statement import read_statement, statement_of
from beleg.review.replay import replay
from beleg.terms.account import Account
from beleg.terms.events import Entry, SignedOff
from beleg.terms.refusal import Error


def statement_trouble(
    envelope: bytes, public: bytes, entries: Sequence[Entry], people: Sequence[Account]
) -> str:
    """Return what is wrong with the statement of the last sign-off among `entries`, in one English clause; "": nothing.

    `public` is the newsroom's key (32 bytes), `entries` are a record from its first entry on, `people` those that the
    page names. The signature has to hold, and the statement to say, byte for byte, what follows from the record up to
    the sign-off: content, signer, moment, what was checked, and every decision. Of what no record holds, the signer's
    name and function have to be those of `people`; the functions of others and the version of Beleg are taken as
    stated. Never raises on account of the envelope; raises Error if the record cannot be replayed.
    """
    line = next((i for i, e in reversed(list(enumerate(entries))) if isinstance(e.event, SignedOff)), 0)
    if not line:
        return "nobody signed"
    signed = entries[line]
    try:
        payload = open_envelope(envelope, public)
        said = read_statement(payload)
    except Error as why:
        words = str(why).removesuffix(".")
        return words[:1].lower() + words[1:]
    if (said.signer.id, said.signed_at) != (signed.by, signed.at):
        return "it names another signer or another moment than the record"
    if not any((p.id, p.name, p.function) == _named(said.signer) for p in people):
        return "it gives the signer another name or function"
    try:
        before = replay(entries[:line])
        expected = statement_of(before, said.people, by=signed.by, at=signed.at, beleg=said.beleg)
    except Error as why:
        return f"the record gives no statement ({str(why).removesuffix('.')})"
    if payload != expected:
        return "it says something else than follows from the record"
    return ""


def _named(person: Account) -> tuple[str, str, str]:
    return person.id, person.name, person.function
