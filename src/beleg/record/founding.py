"""Founding: how a newsroom gets its first key, and each later one."""

from beleg.record.key_file import NEXT, clear_away, fitting, lay_beside
from beleg.record.keys import STREAM, first_key, rotation
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.signed_note import Verifier
from beleg.record.store import RecordStore
from beleg.terms.refusal import Error


def found(store: RecordStore, *, at: str) -> None:
    """See to it that the newsroom has introduced a key, and that a rotation that was cut short is finished or undone.

    To be called whenever a newsroom is opened; looks at one table and one file name where there is nothing to do.
    `at` is RFC 3339 in UTC. Raises Error if a first key is needed and cannot be written or read.
    """
    if not store.entries(STREAM):
        key = NewsroomKey.read_or_make(store.folder)
        with store.act() as act:
            if not act.entries(STREAM):  # another process may have been quicker
                act.append(STREAM, first_key(key), by=STREAM, at=at)
    if (store.folder / NEXT).exists():
        with store.act() as act:
            clear_away(store.folder, act.verifier().public)


def rotate(store: RecordStore, *, by: str, at: str) -> Verifier:
    """Put a new key in the place of the present one, which is lost with that, and return its public half.

    The event that introduces it is signed with both. Raises Error if `by` may not act or the present key is missing.
    """
    with store.act() as act:
        if act.account(by).closed:
            raise Error("This account is closed; it can do nothing in this newsroom any more.")
        old, name = act.key(), act.verifier().name
        new = NewsroomKey.make()
        lay_beside(store.folder, new)
        act.append(STREAM, rotation(old, new, name), by=by, at=at)
    fitting(store.folder, new.public)  # renames the file
    return Verifier(name, new.public)
