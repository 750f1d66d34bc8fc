"""JUMBF: the boxes of a C2PA manifest store (ISO 19566-5), as far as Beleg reads and shortens them.

A signer reserves room for its signature and fills what is left with zeros that no signature covers: some ten of
thirteen kilobytes in which a changed byte would go unnoticed. `compact` takes them out; nothing that is hashed or
signed changes by that. What is left outside every hash are the lengths and flags of the boxes around them, and two
bytes of the signature's frame: `read_compact` refuses a store in which one of these is not as `compact` writes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from struct import error as too_short
from struct import unpack_from

from beleg.terms.refusal import Error

_SUPERBOX, _DESCRIPTION, _CBOR = b"jumb", b"jumd", b"cbor"
_LABELLED, _SALTED = 0x03, 0x13
"""Toggles of a description: requestable and with a label; the same with a private field (a salt)."""
_SIGNATURE = b"c2pa.signature"
_SIGN1, _NULL = b"\xd2\x84", b"\xf6"
"""The beginning of a COSE_Sign1 (RFC 9052) of four parts, and its payload, which lies elsewhere."""
_PADDED, _BARE = b"\xa1\x63pad", b"\xa0"
"""Its unprotected part with room left, and with nothing."""


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    content: bytes

    @property
    def written(self) -> bytes:
        return (len(self.content) + 8).to_bytes(4, "big") + self.kind + self.content


def compact(store: bytes) -> bytes:
    """Return a manifest store without the room its signatures left. Raises Error if it is none as c2pa writes them."""
    return b"".join(_shortened(box).written for box in _boxes(store))


def read_compact(store: bytes) -> None:
    """Raise Error if a store is not in the one form in which `compact` leaves what no hash and no signature covers."""
    boxes = list(_boxes(store))
    if len(boxes) != 1 or compact(store) != store:
        raise Error("The C2PA manifest is not in the form in which Beleg writes it.")
    _check_toggles(boxes[0])


def _shortened(box: _Box) -> _Box:
    if box.kind != _SUPERBOX:
        return box
    inner = list(_boxes(box.content))
    if _label(inner) == _SIGNATURE:
        return _Box(box.kind, b"".join(_bare(each).written for each in inner))
    return _Box(box.kind, b"".join(_shortened(each).written for each in inner))


def _bare(box: _Box) -> _Box:
    """The signature's box without the zeros; any other as it is."""
    if box.kind != _CBOR:
        return box
    if not box.content.startswith(_SIGN1):
        raise Error("The signature of the C2PA manifest is no COSE_Sign1.")
    after_protected = _after_bytes(box.content, len(_SIGN1))
    rest = box.content[after_protected:]
    if rest.startswith(_PADDED):
        end = _after_bytes(rest, len(_PADDED))
        if any(rest[len(_PADDED) + 3 : end]):
            raise Error("The room left in the C2PA manifest is not filled with zeros.")
        rest = _BARE + rest[end:]
    if not rest.startswith(_BARE + _NULL):
        raise Error("The signature of the C2PA manifest carries more than itself.")
    return _Box(box.kind, box.content[:after_protected] + rest)


def _after_bytes(cbor: bytes, at: int) -> int:
    """Where the byte string that begins at `at` ends; one of 24 bytes to 4 GiB (RFC 8949, 3.1)."""
    kind = cbor[at] if at < len(cbor) else 0
    width = {0x58: 1, 0x59: 2, 0x5A: 4}.get(kind)
    if width is None:
        raise Error("The signature of the C2PA manifest is not laid out as one.")
    return at + 1 + width + int.from_bytes(cbor[at + 1 : at + 1 + width], "big")


def _check_toggles(box: _Box) -> None:
    if box.kind != _SUPERBOX:
        return
    for inner in _boxes(box.content):
        if inner.kind == _DESCRIPTION and inner.content[16:17] not in (bytes([_LABELLED]), bytes([_SALTED])):
            raise Error("A box of the C2PA manifest carries flags that Beleg does not write.")
        _check_toggles(inner)


def _label(inner: list[_Box]) -> bytes:
    return inner[0].content[17:].split(b"\0", 1)[0] if inner and inner[0].kind == _DESCRIPTION else b""


def _boxes(content: bytes) -> Iterator[_Box]:
    at = 0
    while at < len(content):
        try:
            length, kind = unpack_from(">I4s", content, at)
        except too_short:
            raise Error("A box of the C2PA manifest is cut off.") from None
        if length < 8 or at + length > len(content):
            raise Error("A box of the C2PA manifest does not have the length it says.")
        yield _Box(kind, content[at + 8 : at + length])
        at += length
