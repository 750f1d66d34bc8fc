"""Chain: entries tied to one another by their hashes, one chain per dossier."""

from collections.abc import Sequence
from dataclasses import dataclass

from beleg.record.canonical import decode, line_hash, sealed
from beleg.terms.events import Entry, Event
from beleg.terms.refusal import Error

BEGINNING = "0" * 64
"""What stands in `previous` of the first entry of a dossier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A place where a chain does not hold; `place` counts the lines from 1, `what` is one sentence."""

    place: int
    what: str


def link(event: Event, *, dossier: str, by: str, at: str, after: Entry | None) -> Entry:
    """Return the entry that puts `event` behind the entry `after` (None: it opens the chain).

    `at` is RFC 3339 in UTC, `by` an account id. Raises Error if the event cannot be written canonically.
    """
    return linked(event, dossier=dossier, by=by, at=at, after=after)[0]


def linked(event: Event, *, dossier: str, by: str, at: str, after: Entry | None) -> tuple[Entry, bytes]:
    """Like `link`, with the line of the entry, as `beleg.record.canonical.encode` writes it."""
    entry = Entry(
        dossier=dossier,
        position=after.position + 1 if after else 1,
        at=at,
        by=by,
        event=event,
        previous=after.hash if after else BEGINNING,
        hash="",
    )
    return sealed(entry)


def follow(line: bytes, after: Entry | None) -> Entry:
    """Return the entry in `line` if it is the one that follows `after`; None stands for the beginning.

    Raises Error, in one sentence, if it was changed, moved or another was dropped before it.
    """
    entry = decode(line)
    wrong = _wrong(entry, line, after)
    if wrong:
        raise Error(wrong)
    return entry


def breaks(lines: Sequence[bytes]) -> tuple[Break, ...]:
    """Return every place where the chain of these lines, from the first entry of a dossier on, does not hold.

    An empty result means: no entry was changed, moved, put in or dropped, except that entries cut off at the
    end leave no trace in the lines themselves; compare the last hash with one known from elsewhere. No lines
    at all are a break.
    """
    if not lines:
        return (Break(place=1, what="There is no entry at all."),)
    found: list[Break] = []
    before: Entry | None = None
    known = True  # whether `before` could be read, so that one broken line is not reported twice
    for place, line in enumerate(lines, start=1):
        try:
            entry = decode(line)
        except Error as why:
            found.append(Break(place=place, what=str(why)))
            known = False
            continue
        wrong = _wrong(entry, line, before) if known else _changed(entry, line)
        if wrong:
            found.append(Break(place=place, what=wrong))
        before, known = entry, True
    return tuple(found)


def _wrong(entry: Entry, line: bytes, after: Entry | None) -> str:
    """What is wrong with `entry` as the one that follows `after`; empty if nothing is."""
    expected = after.position + 1 if after else 1
    if after and entry.dossier != after.dossier:
        return f"Entry {entry.position} belongs to another dossier ({entry.dossier[:60]})."
    if entry.position != expected:
        return f"Entry {expected} is missing here; entry {entry.position} stands in its place."
    if entry.previous != (after.hash if after else BEGINNING):
        return f"Entry {entry.position} does not follow from the entry before it: their hashes differ."
    return _changed(entry, line)


def _changed(entry: Entry, line: bytes) -> str:
    if entry.hash != line_hash(line):
        return f"Entry {entry.position} was changed: its content does not give its hash."
    return ""
