"""Bundle: what goes out with a page so that anyone can verify it offline.

Format `beleg.bundle/1`, a zip (see `beleg.publishing.archive`) of exactly these members:

- `page.html`: the page as published;
- `content.md`: the signed text, UTF-8;
- `record.jsonl`: the dossier's record up to and including its publication, one canonical entry a line;
- `sources.json`: the sources' metadata and hashes, no source text;
- `evidence.json`: sentences with verdicts and passages, findings, decisions;
- `people.json`: names and functions of the accounts that the page names;
- `manifest.json`: format, head of the record, SHA-256 and size of every other member.

The record holds every revision, every reason given and where every source came from: whoever hands out a bundle
hands out these. The text of a source is only in it as far as passages were used as evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from string import hexdigits

from beleg.publishing import archive, canonical_json
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.members import evidence_member, people_member, sources_member
from beleg.review.assessment import assess
from beleg.terms.account import Account
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error

FORMAT = "beleg.bundle/1"
PAGE, CONTENT, RECORD = "page.html", "content.md", "record.jsonl"
SOURCES, EVIDENCE, PEOPLE = "sources.json", "evidence.json", "people.json"
MANIFEST = "manifest.json"
MEMBERS = (CONTENT, EVIDENCE, MANIFEST, PAGE, PEOPLE, RECORD, SOURCES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """The parts of a bundle as bytes. `record` holds canonical entries without line ends, oldest first.

    `head` is the hash of the last of them, 64 hex digits in lower case.
    """

    page: bytes
    content: bytes
    record: tuple[bytes, ...]
    sources: bytes
    evidence: bytes
    people: bytes
    head: str


def bundle_of(dossier: Dossier, people: Sequence[Account], *, record: Sequence[bytes], page: bytes) -> Bundle:
    """Put together the bundle of a publication.

    `dossier` is its state right after the `Published` event, `record` its canonical entries up to and including
    that event, `page` the bytes published. Raises `Error` where there is no checked text or a person is missing.
    """
    if dossier.current is None:
        raise Error(f"{dossier.title}: no draft; nothing to bundle.")
    return Bundle(
        page=page,
        content=dossier.current.content.encode("utf-8"),
        record=tuple(record),
        sources=sources_member(dossier),
        evidence=evidence_member(dossier, assess(dossier)),
        people=people_member(dossier, people),
        head=dossier.head,
    )


def pack(bundle: Bundle) -> bytes:
    """Write a bundle; the same parts always give the same bytes.

    Raises `Error` where the parts do not fit the format: a record without entries or with an entry that breaks
    its line, a head that is no SHA-256, JSON that is not canonical, a text that is not UTF-8, too many bytes
    (`archive.LIMIT`).
    """
    members = _members(bundle)
    for name in (CONTENT, PAGE, RECORD, EVIDENCE, PEOPLE, SOURCES):
        _check_member(name, members[name])
    if not bundle.record or any(not line or b"\n" in line for line in bundle.record):
        raise Damaged(Part.MEMBER, RECORD, "not one entry a line")
    return archive.write(members)


def unpack(raw: bytes) -> Bundle:
    """Read a bundle back. Raises `Damaged`, with the place, for any bytes that `pack` does not write."""
    members = archive.read(raw, MEMBERS)
    manifest = _manifest_of(members[MANIFEST])
    _compare_with_manifest(members, manifest)
    for name in (CONTENT, PAGE, RECORD, EVIDENCE, PEOPLE, SOURCES):
        _check_member(name, members[name])
    record = members[RECORD]
    lines = tuple(record.split(b"\n")[:-1])
    if not record.endswith(b"\n") or not all(lines):
        raise Damaged(Part.MEMBER, RECORD, "not one entry a line")
    bundle = Bundle(
        page=members[PAGE],
        content=members[CONTENT],
        record=lines,
        sources=members[SOURCES],
        evidence=members[EVIDENCE],
        people=members[PEOPLE],
        head=str(manifest["head"]),
    )
    if pack(bundle) != raw:  # the promise itself, whatever the steps above have seen
        raise Damaged(Part.ARCHIVE, "bundle", "packed again, it gives other bytes")
    return bundle


def _members(bundle: Bundle) -> dict[str, bytes]:
    members = {
        PAGE: bundle.page,
        CONTENT: bundle.content,
        RECORD: b"".join(line + b"\n" for line in bundle.record),
        SOURCES: bundle.sources,
        EVIDENCE: bundle.evidence,
        PEOPLE: bundle.people,
    }
    _check_head(bundle.head)
    return {**members, MANIFEST: _manifest(members, bundle.head)}


def _manifest(members: dict[str, bytes], head: str) -> bytes:
    listed = {
        name: {"sha256": sha256(data).hexdigest(), "size": len(data)}
        for name, data in members.items()
        if name != MANIFEST
    }
    return canonical_json.encode({"format": FORMAT, "head": head, "members": listed})


def _manifest_of(raw: bytes) -> canonical_json.Object:
    try:
        manifest = canonical_json.decode(raw)
    except Error as reason:
        raise Damaged(Part.MANIFEST, MANIFEST, _clause(reason)) from None
    if manifest.get("format") != FORMAT:
        raise Damaged(Part.MANIFEST, MANIFEST, f"its format is not {FORMAT}")
    _check_head(manifest.get("head"))
    return manifest


def _compare_with_manifest(members: dict[str, bytes], manifest: canonical_json.Object) -> None:
    listed = manifest.get("members")
    for name in MEMBERS:
        if name == MANIFEST:
            continue
        expected = {"sha256": sha256(members[name]).hexdigest(), "size": len(members[name])}
        if not isinstance(listed, dict) or listed.get(name) != expected:
            raise Damaged(Part.MANIFEST, name, "not what the manifest says of it")
    if _manifest(members, str(manifest["head"])) != members[MANIFEST]:
        raise Damaged(Part.MANIFEST, MANIFEST, "says more than format, head and members")


def _check_head(head: object) -> None:
    if not isinstance(head, str) or len(head) != 64 or set(head) - set(hexdigits.lower()):
        raise Damaged(Part.MANIFEST, MANIFEST, "the head of the record is not a SHA-256")


def _check_member(name: str, data: bytes) -> None:
    if name.endswith(".json"):
        try:
            canonical_json.decode(data)
        except Error as reason:
            raise Damaged(Part.MEMBER, name, _clause(reason)) from None
    else:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as reason:
            raise Damaged(Part.MEMBER, f"{name}, byte {reason.start} of this member", "not UTF-8") from None


def _clause(reason: Error) -> str:
    words = str(reason).removesuffix(".")
    return words[:1].lower() + words[1:] if not words.startswith("JSON") else words
