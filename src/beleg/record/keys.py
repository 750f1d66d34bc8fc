"""Keys: which keys a newsroom has signed with, as its own stream tells it, each introduced by the one before.

The stream is a chain of entries like that of a dossier. Its first event introduces the first key and fixes the name
of the log; every later one is a rotation, signed with the old key and the new one over the same statement.
"""

from collections.abc import Sequence
from hashlib import sha256

from beleg.record.newsroom_key import NewsroomKey, signature_holds
from beleg.record.signed_note import Verifier
from beleg.terms.events import Entry, KeyIntroduced
from beleg.terms.refusal import Error

STREAM = "newsroom"
"""What stands in `dossier` of the entries of the newsroom's own stream; no dossier has this id."""

_STATEMENT = "beleg.news/newsroom-key/v1"
_KEY_LENGTH = 32


def first_key(key: NewsroomKey) -> KeyIntroduced:
    """Return the event that introduces a newsroom's first key; the log gets its name from it."""
    name = f"beleg.news/newsroom/{sha256(key.public).hexdigest()[:16]}"
    said = statement(name, b"", key.public)
    return _introduced(name, key, said)


def rotation(old: NewsroomKey, new: NewsroomKey, name: str) -> KeyIntroduced:
    """Return the event by which `new` takes the place of `old`, signed with both."""
    said = statement(name, old.public, new.public)
    return _introduced(name, new, said, replaces=old.public.hex(), by_replaced=old.sign(said).hex())


def statement(name: str, replaces: bytes, public: bytes) -> bytes:
    """Return what is signed to introduce a key: four lines, with the keys in hex, an empty one for none."""
    return f"{_STATEMENT}\n{name}\n{replaces.hex()}\n{public.hex()}\n".encode()


def verifiers(entries: Sequence[Entry]) -> tuple[Verifier, ...]:
    """Return all keys of the newsroom, the present one last, from the entries of its own stream.

    The chain is not looked at here. Raises Error, in one sentence, if an entry introduces no key, if a signature does
    not hold, or if a key is not introduced by the one before it.
    """
    found: list[Verifier] = []
    for entry in entries:
        event = entry.event
        if not isinstance(event, KeyIntroduced):
            raise Error(f"Entry {entry.position} of the newsroom's own stream introduces no key.")
        replaced = found[-1] if found else None
        if not _holds(event, replaced):
            raise Error(
                f"Entry {entry.position} of the newsroom's own stream introduces a key without the signatures it needs."
            )
        found.append(Verifier(event.name, bytes.fromhex(event.public_key)))
    return tuple(found)


def _introduced(
    name: str, key: NewsroomKey, said: bytes, *, replaces: str = "", by_replaced: str = ""
) -> KeyIntroduced:
    return KeyIntroduced(
        name=name,
        public_key=key.public.hex(),
        replaces=replaces,
        signature=key.sign(said).hex(),
        signature_of_replaced=by_replaced,
    )


def _holds(event: KeyIntroduced, replaced: Verifier | None) -> bool:
    try:
        public, before = bytes.fromhex(event.public_key), bytes.fromhex(event.replaces)
        own, old = bytes.fromhex(event.signature), bytes.fromhex(event.signature_of_replaced)
    except ValueError:
        return False
    said = statement(event.name, before, public)
    if len(public) != _KEY_LENGTH or not signature_holds(public, said, own):
        return False
    if replaced is None:
        return not before and not old
    return (event.name, before) == (replaced.name, replaced.public) and signature_holds(before, said, old)
