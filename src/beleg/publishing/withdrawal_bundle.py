"""Withdrawal bundle: what takes the place of an article's bundle after it was withdrawn.

Format `beleg.withdrawal/1`, a zip like a bundle (`beleg.publishing.bundle`), of exactly these members:

- `page.html`: the tombstone;
- `withdrawal.json`: the entry of the record that says so;
- `people.json`: name and function of the account that withdrew the article;
- `log-proof.txt`, `newsroom-key.txt`, `newsroom-keys.jsonl`: as in a bundle;
- `manifest.json`: format, hash of the entry, SHA-256 and size of every other member;

what was made of the withdrawal for other targets; and `erasure.json` and `erasure-proof.txt` as in a bundle.

It holds nothing of the article. The record before the withdrawal would repeat what was withdrawn, so it stays in the
newsroom; that the entry belongs to it, the proof shows: it names the entry by its dossier, its place and its hash.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from beleg.publishing import canonical_json, packing
from beleg.publishing.archive import name_at
from beleg.publishing.bundle import (
    ERASURE,
    ERASURE_PROOF,
    KEY,
    KEYS,
    LOG_PROOF,
    OUTPUTS,
    PAGE,
    PEOPLE,
    ErasureMembers,
    LogMembers,
    erasure_read,
    erasure_written,
)
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.packing import MANIFEST, Layout, joined, lines_of
from beleg.terms.account import Account

FORMAT = "beleg.withdrawal/1"
ENTRY = "withdrawal.json"
LAYOUT = Layout(
    format=FORMAT,
    members=(ENTRY, KEY, KEYS, LOG_PROOF, PAGE, PEOPLE),
    lines=(KEYS,),
    optional=(*OUTPUTS, ERASURE, ERASURE_PROOF),
)
MEMBERS = tuple(sorted((*LAYOUT.members, MANIFEST)))


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawalBundle:
    """The parts of a withdrawal bundle as bytes; `entry` is canonical, without a line end, and `head` its hash."""

    page: bytes
    entry: bytes
    log: LogMembers
    people: bytes
    head: str
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    erasure: ErasureMembers | None = None
    """None where no name was erased since the article was withdrawn."""


def responsible_member(person: Account) -> bytes:
    """Write name and function of who withdrew the article."""
    listed = {"function": person.function, "id": person.id, "name": person.name}
    return canonical_json.encode({"people": [listed]})


def is_withdrawal(raw: bytes) -> bool:
    """Whether these bytes begin as a withdrawal bundle does, and not as one of an article."""
    return name_at(raw) in (ERASURE_PROOF, MEMBERS[0])


def pack(bundle: WithdrawalBundle) -> bytes:
    """Write a withdrawal bundle; the same parts always give the same bytes. Raises `Error` as `bundle.pack` does."""
    for name in bundle.outputs:
        if name not in OUTPUTS:
            raise Damaged(Part.MEMBER, name, "made by no target that is known")
    members = {
        PAGE: bundle.page,
        ENTRY: bundle.entry,
        LOG_PROOF: bundle.log.proof,
        KEY: bundle.log.key,
        KEYS: joined(bundle.log.keys),
        PEOPLE: bundle.people,
        **bundle.outputs,
        **erasure_written(bundle.erasure),
    }
    return packing.pack(LAYOUT, bundle.head, members)


def unpack(raw: bytes) -> WithdrawalBundle:
    """Read a withdrawal bundle back. Raises `Damaged`, with the place, for any bytes that `pack` does not write."""
    head, members = packing.unpack(LAYOUT, raw)
    return WithdrawalBundle(
        page=members[PAGE],
        entry=members[ENTRY],
        log=LogMembers(proof=members[LOG_PROOF], key=members[KEY], keys=lines_of(members[KEYS])),
        people=members[PEOPLE],
        head=head,
        outputs={name: data for name, data in members.items() if name in OUTPUTS},
        erasure=erasure_read(members),
    )
