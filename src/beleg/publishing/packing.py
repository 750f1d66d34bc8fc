"""Packing: members with a manifest that names them, as one archive of which there is exactly one for the same
members.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from string import hexdigits

from beleg.publishing import archive, canonical_json
from beleg.publishing.damaged import Damaged, Part
from beleg.terms.refusal import Error

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which members an archive of a format has besides its manifest."""

    format: str
    """Its name and version, as the manifest says it."""
    members: tuple[str, ...]
    """Those that are always there."""
    lines: tuple[str, ...]
    """Those of them that are one canonical entry a line."""
    optional: tuple[str, ...] = ()
    """Those that may be there, of any content."""


def pack(layout: Layout, head: str, members: Mapping[str, bytes]) -> bytes:
    """Write members and manifest; `head` is the hash of the record's last entry.

    Raises `Damaged` where a member does not fit the layout, `Error` where there are too many bytes.
    """
    _check_head(head)
    for name in layout.members:
        _check_member(layout, name, members[name])
    return archive.write({**members, MANIFEST: _manifest(layout, members, head)})


def unpack(layout: Layout, raw: bytes) -> tuple[str, dict[str, bytes]]:
    """Read head and members back. Raises `Damaged`, with the place, for any bytes that `pack` does not write."""
    members = archive.read(raw, (*layout.members, MANIFEST), layout.optional)
    written = members.pop(MANIFEST)
    head = _head(layout, written, members)
    for name in layout.members:
        _check_member(layout, name, members[name])
    if pack(layout, head, members) != raw:  # the promise itself, whatever the steps above have seen
        raise Damaged(Part.ARCHIVE, "bundle", "packed again, it gives other bytes")
    return head, members


def joined(lines: tuple[bytes, ...]) -> bytes:
    """Return entries as the member that holds them, one a line."""
    return b"".join(line + b"\n" for line in lines)


def lines_of(member: bytes) -> tuple[bytes, ...]:
    """Return the entries of such a member."""
    return tuple(member.split(b"\n")[:-1])


def _manifest(layout: Layout, members: Mapping[str, bytes], head: str) -> bytes:
    listed = {name: {"sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in members.items()}
    return canonical_json.encode({"format": layout.format, "head": head, "members": listed})


def _head(layout: Layout, written: bytes, members: Mapping[str, bytes]) -> str:
    """The head that the manifest names, if it says nothing else but what is so."""
    try:
        manifest = canonical_json.decode(written)
    except Error as reason:
        raise Damaged(Part.MANIFEST, MANIFEST, _clause(reason)) from None
    if manifest.get("format") != layout.format:
        raise Damaged(Part.MANIFEST, MANIFEST, f"its format is not {layout.format}")
    head = manifest.get("head")
    _check_head(head)
    listed = manifest.get("members")
    for name, data in members.items():
        expected = {"sha256": sha256(data).hexdigest(), "size": len(data)}
        if not isinstance(listed, dict) or listed.get(name) != expected:
            raise Damaged(Part.MANIFEST, name, "not what the manifest says of it")
    if _manifest(layout, members, str(head)) != written:
        raise Damaged(Part.MANIFEST, MANIFEST, "says more than format, head and members")
    return str(head)


def _check_head(head: object) -> None:
    if not isinstance(head, str) or len(head) != 64 or set(head) - set(hexdigits.lower()):
        raise Damaged(Part.MANIFEST, MANIFEST, "the head of the record is not a SHA-256")


def _check_member(layout: Layout, name: str, data: bytes) -> None:
    if name.endswith(".json"):
        try:
            canonical_json.decode(data)
        except Error as reason:
            raise Damaged(Part.MEMBER, name, _clause(reason)) from None
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as reason:
        raise Damaged(Part.MEMBER, f"{name}, byte {reason.start} of this member", "not UTF-8") from None
    if name in layout.lines and not (data.endswith(b"\n") and all(lines_of(data))):
        raise Damaged(Part.MEMBER, name, "not one entry a line")


def _clause(reason: Error) -> str:
    words = str(reason).removesuffix(".")
    return words[:1].lower() + words[1:] if not words.startswith("JSON") else words
