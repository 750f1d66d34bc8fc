"""Founding: how a newsroom gets its first key, and each later one."""

from pathlib import Path

from beleg.record.key_file import clear_away, fitting, lay_beside, leftovers
from beleg.record.keys import STREAM, first_key, rotation
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.signed_note import Verifier
from beleg.record.store import Act, RecordStore
from beleg.terms.refusal import Error


def found(store: RecordStore, *, at: str) -> None:
    """See to it that the newsroom has introduced a key, and that a rotation that was cut short is finished or undone.

    To be called whenever a newsroom is opened; looks at one table and one file name where there is nothing to do.
    `at` is RFC 3339 in UTC. Raises Error if a first key is needed and cannot be written or read.
    """
    with store.log() as log:
        founded = log.holds(STREAM)  # without reading an entry: most of what opens a newsroom needs none
    if not founded:
        with store.act() as act:
            if not act.log.holds(STREAM):  # another process may have been quicker
                act.append(STREAM, first_key(NewsroomKey.read_or_make(store.folder)), by=STREAM, at=at)
    if leftovers(store.folder):
        with store.act() as act:
            clear_away(store.folder, act.verifier().public)


def rotate(store: RecordStore, *, by: str, at: str) -> Verifier:
    """Put a new key in the place of the present one, which is lost with that, and return its public half.

    The event that introduces it is signed with both. Raises Error if `by` may not act or the present key is missing.
    """
    with store.act() as act:
        if act.account(by).closed:
            raise Error("This account is closed; it can do nothing in this newsroom any more.")
        new = introduce(act, store.folder, by=by, at=at)
    return take_up(store.folder, new)


def introduce(act: Act, folder: Path, *, by: str, at: str) -> Verifier:
    """Make the next key, lay it beside the present one and introduce it; `take_up` puts it in place after the act.

    Raises Error if the present key is missing.
    """
    old, name = act.key(), act.verifier().name
    new = NewsroomKey.make()
    lay_beside(folder, new)
    act.append(STREAM, rotation(old, new, name), by=by, at=at)
    return Verifier(name, new.public)


def take_up(folder: Path, new: Verifier) -> Verifier:
    """Put the key that an act has introduced in the place of the present one, and return its public half."""
    fitting(folder, new.public)  # renames the file
    return new
