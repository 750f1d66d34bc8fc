"""Bundle: what goes out with a page so that anyone can verify it offline.

Format `beleg.bundle/2`, a zip (see `beleg.publishing.archive`) of exactly these members:

- `page.html`: the page as published;
- `content.md`: the signed text, UTF-8;
- `sign-off.dsse.json`: what was signed, by whom, under the newsroom's key (`beleg.publishing.statement`);
- `record.jsonl`: the dossier's record up to and including its publication, one canonical entry a line;
- `log-proof.txt`: that the publication is in the newsroom's log, under a checkpoint signed with its key;
- `newsroom-key.txt`: the newsroom's public key as one line;
- `newsroom-keys.jsonl`: the newsroom's own record, in which every key is introduced by the one before it;
- `sources.json`: the sources' metadata and hashes, no source text;
- `evidence.json`: sentences with verdicts and passages, findings, decisions;
- `people.json`: names and functions of the accounts that the page names;
- `manifest.json`: format, head of the record, SHA-256 and size of every other member;

and what was made of the article for other targets (`beleg.publishing.outputs`): `page.c2pa`, `newsml-g2.xml`,
`ninjs.json`, `ninjs-lower-case.json`.

Where that was made anew because a person's name was erased, the record names other hashes of page and forms, and there
are

- `erasure.json`: the entry of the record that says so;
- `erasure-proof.txt`: that this entry is in the newsroom's log.

The record holds every revision, every reason given and where every source came from: whoever hands out a bundle
hands out these. The text of a source is only in it as far as passages were used as evidence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from beleg.publishing import packing
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.members import evidence_member, people_member, sources_member
from beleg.publishing.outputs import MEMBER_OF
from beleg.publishing.packing import MANIFEST, Layout, joined, lines_of
from beleg.review.assessment import assess
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error

FORMAT = "beleg.bundle/2"
PAGE, CONTENT, RECORD = "page.html", "content.md", "record.jsonl"
SOURCES, EVIDENCE, PEOPLE = "sources.json", "evidence.json", "people.json"
SIGN_OFF, LOG_PROOF = "sign-off.dsse.json", "log-proof.txt"
KEY, KEYS = "newsroom-key.txt", "newsroom-keys.jsonl"
ERASURE, ERASURE_PROOF = "erasure.json", "erasure-proof.txt"
OUTPUTS = tuple(MEMBER_OF.values())
"""The members that other targets make."""
LAYOUT = Layout(
    format=FORMAT,
    members=(CONTENT, EVIDENCE, LOG_PROOF, KEY, KEYS, PAGE, PEOPLE, RECORD, SIGN_OFF, SOURCES),
    lines=(RECORD, KEYS),
    optional=(*OUTPUTS, ERASURE, ERASURE_PROOF),
)
MEMBERS = tuple(sorted((*LAYOUT.members, MANIFEST)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LogMembers:
    """What ties a publication to its newsroom: proof, key, and the record of its keys (canonical entries, no line
    ends).
    """

    proof: bytes
    key: bytes
    keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureMembers:
    """Why page and outputs are others than the record names: the entry (canonical, no line end), and its proof."""

    entry: bytes
    proof: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The parts of a bundle as bytes. `record` holds canonical entries without line ends, oldest first.

    `head` is the hash of the last of them, 64 hex digits in lower case.
    """

    page: bytes
    content: bytes
    sign_off: bytes
    record: tuple[bytes, ...]
    log: LogMembers
    sources: bytes
    evidence: bytes
    people: bytes
    head: str
    outputs: Mapping[str, bytes] = field(default_factory=dict)
    """What other targets made, by the names of `OUTPUTS`."""
    erasure: ErasureMembers | None = None
    """None where no name was erased since it was published."""


def bundle_of(
    dossier: Dossier,
    people: Sequence[Account],
    *,
    record: Sequence[bytes],
    page: bytes,
    sign_off: bytes,
    log: LogMembers,
    outputs: Mapping[str, bytes],
    erasure: ErasureMembers | None = None,
) -> Bundle:
    """Put together the bundle of a publication.

    `dossier` is its state right after the `Published` event, `record` its canonical entries up to and including
    that event, `page` the bytes published, `sign_off` the envelope of the sign-off they went out under. Raises
    `Error` where there is no checked text or a person is missing.
    """
    if dossier.current is None:
        raise Error(f"{dossier.title}: no draft; nothing to bundle.")
    return Bundle(
        page=page,
        content=dossier.current.content.encode("utf-8"),
        sign_off=sign_off,
        record=tuple(record),
        log=log,
        sources=sources_member(dossier),
        evidence=evidence_member(dossier, assess(dossier)),
        people=people_member(dossier, people),
        head=dossier.head,
        outputs=outputs,
        erasure=erasure,
    )


def pack(bundle: Bundle) -> bytes:
    """Write a bundle; the same parts always give the same bytes.

    Raises `Error` where the parts do not fit the format: a record without entries or with an entry that breaks
    its line, a head that is no SHA-256, JSON that is not canonical, a text that is not UTF-8, an output of no known
    target, too many bytes (`archive.LIMIT`).
    """
    if not bundle.record or any(not line or b"\n" in line for line in (*bundle.record, *bundle.log.keys)):
        raise Damaged(Part.MEMBER, RECORD, "not one entry a line")
    for name in bundle.outputs:
        if name not in OUTPUTS:
            raise Damaged(Part.MEMBER, name, "made by no target that is known")
    members = {
        PAGE: bundle.page,
        CONTENT: bundle.content,
        SIGN_OFF: bundle.sign_off,
        RECORD: joined(bundle.record),
        LOG_PROOF: bundle.log.proof,
        KEY: bundle.log.key,
        KEYS: joined(bundle.log.keys),
        SOURCES: bundle.sources,
        EVIDENCE: bundle.evidence,
        PEOPLE: bundle.people,
        **bundle.outputs,
        **erasure_written(bundle.erasure),
    }
    return packing.pack(LAYOUT, bundle.head, members)


def unpack(raw: bytes) -> Bundle:
    """Read a bundle back. Raises `Damaged`, with the place, for any bytes that `pack` does not write."""
    head, members = packing.unpack(LAYOUT, raw)
    return Bundle(
        page=members[PAGE],
        content=members[CONTENT],
        sign_off=members[SIGN_OFF],
        record=lines_of(members[RECORD]),
        log=LogMembers(proof=members[LOG_PROOF], key=members[KEY], keys=lines_of(members[KEYS])),
        sources=members[SOURCES],
        evidence=members[EVIDENCE],
        people=members[PEOPLE],
        head=head,
        outputs={name: data for name, data in members.items() if name in OUTPUTS},
        erasure=erasure_read(members),
    )


def erasure_written(erasure: ErasureMembers | None) -> dict[str, bytes]:
    """Return the members that tell of an erasure; none where there was none."""
    return {ERASURE: erasure.entry, ERASURE_PROOF: erasure.proof} if erasure else {}


def erasure_read(members: Mapping[str, bytes]) -> ErasureMembers | None:
    """Return what the members tell of an erasure. Raises `Damaged` where one is there without the other."""
    entry, proof = members.get(ERASURE), members.get(ERASURE_PROOF)
    if entry is None and proof is None:
        return None
    if entry is None or proof is None:
        raise Damaged(Part.MEMBER, ERASURE if entry is None else ERASURE_PROOF, "missing")
    return ErasureMembers(entry=entry, proof=proof)
