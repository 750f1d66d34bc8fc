"""Attached: which hashes the entries of a dossier name for the bytes attached to them."""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from beleg.record.store import Role
from beleg.terms.erasure import NameErased, Remade
from beleg.terms.events import Entry, Published, SourceTakenIn, Withdrawn
from beleg.terms.refusal import Error

Named = Mapping[Role, str]
"""SHA-256, in hex, of the bytes of each role."""


def named_hashes(entries: Iterable[Entry]) -> dict[int, Named]:
    """Return what the entries of one dossier, in their order, name of what is attached to them, by position.

    What was made anew after a name was erased counts as the entry says that tells of it. Statements of sign-offs and
    bundles are named by no entry: they are signed, or hold what is.
    """
    named: dict[int, Named] = {}
    for entry in entries:
        match entry.event:
            case SourceTakenIn(sha256=raw, text_sha256=text):
                named[entry.position] = {Role.RAW: raw, Role.TEXT: text}
            case Published() | Withdrawn() as out:
                named[entry.position] = _gone_out(out)
            case NameErased(remade=remade):
                named.update({each.position: _gone_out(each) for each in remade})
    return named


def refuse_others(attached: Mapping[Role, bytes], named: Named, where: str) -> None:
    """Raise Error unless all that is `named` is attached, and nothing else in its place; `where` begins the
    sentence.
    """
    for role, digest in named.items():
        if role not in attached:
            raise Error(f"{where}: its {role.value} is missing in the newsroom.")
        if sha256(attached[role]).hexdigest() != digest:
            raise Error(f"{where}: its {role.value} is not the one that the record names.")


def _gone_out(out: Published | Withdrawn | Remade) -> Named:
    return {Role.PAGE: out.page_sha256, **{Role(each.target): each.sha256 for each in out.outputs}}
