"""Verification of a dossier where it is kept: its record, the log, what is signed, and every bundle that went out.

One look after the other, each over what lies in the newsroom's file at that moment and not over what was read before,
so that a record which somebody changed under a running desk is found out. Nothing here needs the newsroom's private
key, and nothing is repaired. What a look cannot show is what `beleg.newsroom.verification` says of bundles: a newsroom
that verifies itself shows that its file was not damaged or changed by somebody without its key; whoever does not trust
it needs a bundle and a key that came by another way.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from beleg.newsroom.auditing import misfits_of
from beleg.newsroom.verification import Verification, verify
from beleg.record import log_proof, merkle
from beleg.record.attached import named_hashes, refuse_others
from beleg.record.canonical import decode
from beleg.record.chain import breaks, follow
from beleg.record.keys import STREAM, verifiers
from beleg.record.own_streams import OWN_STREAMS
from beleg.record.signed_note import Verifier
from beleg.record.store import RecordStore, Role
from beleg.terms.events import Entry, Published, SignedOff, SourceTakenIn, Withdrawn
from beleg.terms.refusal import Error

AT_ONCE = 500
"""Entries one look at the log covers, so that nobody waits long for the next sign of progress."""


class Subject(StrEnum):
    """What a look is about."""

    CHAIN = "chain"
    """Every entry gives its hash and names that of the one before it."""
    LOG = "log"
    """The entries from `start` to `end` are leaves of the newsroom's log."""
    KEYS = "keys"
    """The newsroom's keys were introduced as its own record says, each by the one before."""
    SOURCES = "sources"
    """Bytes and text of every source give the hashes that the record names."""
    SIGNED = "signed"
    """Statements of sign-offs carry the newsroom's signature, and bundles were made over this log."""
    BUNDLE = "bundle"
    """The bundle of `version` holds together and belongs to this record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One thing looked at. `trouble` says in one English sentence what does not fit; empty if everything does.

    `count` is how many there were of what was looked at (entries, keys, sources, signed things, steps). `start`, `end`
    and `version` count from 1, and are 0 where they mean nothing.
    """

    subject: Subject
    count: int
    trouble: str = ""
    start: int = 0
    end: int = 0
    version: int = 0
    verification: Verification | None = None
    """What was found about the bundle, step by step."""

    @property
    def passed(self) -> bool:
        """Whether nothing was found that does not fit."""
        return not self.trouble


def looks(store: RecordStore, dossier: str) -> Iterator[Look]:
    """Yield one look after the other; a chain that does not hold ends it, because nothing can be told from it.

    Raises Error if the newsroom holds no such dossier.
    """
    with store.log() as log:
        lines = log.lines(dossier) if dossier not in OWN_STREAMS else ()
    if not lines:
        raise Error(f"There is no dossier {dossier[:60]} in this newsroom.")
    broken = breaks(lines)
    trouble = f"Line {broken[0].place}: {broken[0].what}" if broken else ""
    yield Look(subject=Subject.CHAIN, count=len(lines), trouble=trouble)
    if broken:
        return
    entries = tuple(decode(line) for line in lines)
    for start in range(0, len(entries), AT_ONCE):
        some = slice(start, start + AT_ONCE)
        yield Look(
            subject=Subject.LOG,
            count=len(entries[some]),
            trouble=_told(partial(_not_in_the_log, store, entries[some], lines[some])),
            start=entries[some][0].position,
            end=entries[some][-1].position,
        )
    known: list[Verifier] = []
    trouble = _told(partial(_introduce, store, known))
    yield Look(subject=Subject.KEYS, count=len(known), trouble=trouble)
    taken = sum(1 for entry in entries if isinstance(entry.event, SourceTakenIn))
    yield Look(subject=Subject.SOURCES, count=taken, trouble=_told(partial(_other_sources, store, entries)))
    signed = sum(1 for entry in entries if isinstance(entry.event, SignedOff | Published | Withdrawn))
    trouble = _told(partial(_misfit, store, entries, tuple(known)))
    yield Look(subject=Subject.SIGNED, count=signed, trouble=trouble)
    out = [entry for entry in entries if isinstance(entry.event, Published | Withdrawn)]
    for version, entry in enumerate(out, start=1):
        yield _bundle(store, entry, version, known[0].line if known else "")


def _told(look: Callable[[], str]) -> str:
    try:
        return look()
    except Error as why:
        return str(why)
    except Exception as why:  # whatever hostile bytes provoke is an answer, never a crash
        return f"What is kept cannot be read ({type(why).__name__})."


def _not_in_the_log(store: RecordStore, entries: Sequence[Entry], lines: Sequence[bytes]) -> str:
    with store.log() as log:
        size = log.size
        root = log.root(size)
        for entry, line in zip(entries, lines, strict=True):
            number = log.number(entry)
            leaf = merkle.leaf_hash(log_proof.leaf(entry.dossier, entry.position, line))
            if merkle.root_by_inclusion(number, size, leaf, log.inclusion(number, size)) != root:
                return f"Entry {entry.position} does not lead to the root of the log: leaf {number} of {size} is another."
    return ""


def _introduce(store: RecordStore, known: list[Verifier]) -> str:
    """Put the newsroom's keys into `known`, as its own stream introduces them."""
    with store.log() as log:
        lines = log.lines(STREAM)
    entries: list[Entry] = []
    for line in lines:
        entries.append(follow(line, entries[-1] if entries else None))
    known += verifiers(entries)
    return ""


def _other_sources(store: RecordStore, entries: Sequence[Entry]) -> str:
    named = named_hashes(entries)
    for entry in entries:
        if isinstance(entry.event, SourceTakenIn):
            attached = store.attached(entry.dossier, entry.position)
            refuse_others(attached, named[entry.position], f"Entry {entry.position}")
    return ""


def _misfit(store: RecordStore, entries: tuple[Entry, ...], known: tuple[Verifier, ...]) -> str:
    with store.log() as log:
        return next(misfits_of(store, entries, known, log), "")


def _bundle(store: RecordStore, entry: Entry, version: int, key: str) -> Look:
    try:
        raw = store.attached(entry.dossier, entry.position)[Role.BUNDLE]
    except (Error, KeyError):
        trouble = "The bundle is missing or cannot be read."
        return Look(subject=Subject.BUNDLE, count=0, version=version, trouble=trouble)
    found = verify(raw, expected_head=entry.hash, expected_key=key)
    failed = next((step for step in found.steps if not step.passed), None)
    return Look(
        subject=Subject.BUNDLE,
        count=len(found.steps),
        trouble=f"{failed.place}: {failed.what}" if failed else "",
        version=version,
        verification=found,
    )
