"""Archive: a zip of which there is exactly one for the same members.

Any zip tool opens it (APPNOTE 6.3.10: local headers, central directory, end record; method 0, stored). It is
written and read here and not by a library because every byte has to be pinned, in all versions of Python: no
compression, no dates (1980-01-01), one set of attributes, no extra fields, no comment. Reading computes every
byte that is not a member's own data anew and compares; nothing that an archive says of itself is believed, and
nothing is allocated because of it.
"""

import struct
from collections.abc import Mapping, Sequence
from zlib import crc32

from beleg.publishing.damaged import Damaged, Part
from beleg.terms.refusal import Error

LIMIT = 64 * 1024 * 1024
"""Largest archive written or read, in bytes."""

_DATE = (1 << 5) | 1  # 1980-01-01, the first day zip can say
_ATTRIBUTES = 0o100644 << 16  # a plain file, readable by all
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_SIZES = struct.Struct("<2I")
_SIZES_AT = 18  # of the two size fields in a local header


def write(members: Mapping[str, bytes]) -> bytes:
    """Write members, sorted by name. Raises `Error` if the archive would be larger than `LIMIT`."""
    names = sorted(members)
    if sum(len(members[name]) for name in names) > LIMIT:
        raise Error(f"Bundle refused: larger than {LIMIT // 1024 // 1024} MiB.")
    pieces: list[bytes] = []
    offsets: list[int] = []
    offset = 0
    for name in names:
        offsets.append(offset)
        pieces += [_local(name, members[name]), members[name]]
        offset += len(pieces[-2]) + len(pieces[-1])
    raw = b"".join([*pieces, *_directory(names, [members[name] for name in names], offsets, offset)])
    if len(raw) > LIMIT:
        raise Error(f"Bundle refused: larger than {LIMIT // 1024 // 1024} MiB.")
    return raw


def read(raw: bytes, names: Sequence[str], optional: Sequence[str] = ()) -> dict[str, bytes]:
    """Read exactly the members `names`, and those of `optional` that are there.

    Raises `Damaged` with the place unless `write` makes these bytes.
    """
    if len(raw) > LIMIT:
        raise Damaged(Part.ARCHIVE, "bundle", f"larger than {LIMIT // 1024 // 1024} MiB")
    if not raw:
        raise Damaged(Part.ARCHIVE, "bundle", "empty")
    members: dict[str, bytes] = {}
    offsets: list[int] = []
    offset = 0
    for name, needed in sorted([(name, True) for name in names] + [(name, False) for name in optional]):
        if not needed and name_at(raw, offset) != name:
            continue
        offsets.append(offset)
        data = _member(raw, offset, name)
        members[name] = data
        offset += _LOCAL.size + len(name) + len(data)
    end = b"".join(_directory(list(members), list(members.values()), offsets, offset))
    _compare(raw, offset, end, "directory of the archive")
    if len(raw) > offset + len(end):
        raise Damaged(Part.ARCHIVE, f"byte {offset + len(end)}", "something follows the end of the archive")
    return members


def name_at(raw: bytes, offset: int = 0) -> str:
    """Return the name of the member that begins at a byte; empty if none does. It is what the archive says."""
    if len(raw) < offset + _LOCAL.size or raw[offset : offset + 4] != b"PK\x03\x04":
        return ""
    length = int.from_bytes(raw[offset + 26 : offset + 28], "little")
    start = offset + _LOCAL.size
    return raw[start : start + length].decode("ascii", "replace")


def _member(raw: bytes, offset: int, name: str) -> bytes:
    start = offset + _LOCAL.size + len(name)
    if len(raw) < start:
        # Cut, or something else altogether: the first byte that differs tells which.
        _compare(raw, offset, _local(name, b""), f"{name}, header")
    size, again = _SIZES.unpack_from(raw, offset + _SIZES_AT)
    if size != again:
        raise Damaged(Part.ARCHIVE, f"{name}, header, byte {offset + _SIZES_AT}", "two sizes that differ")
    expected_start = _local(name, b"")
    _compare(raw, offset, expected_start[:14], f"{name}, header")
    _compare(raw, offset + 26, expected_start[26:], f"{name}, header")
    if len(raw) < start + size:
        raise Damaged(Part.ARCHIVE, f"{name}, byte {len(raw)}", "the archive ends inside this member")
    data = raw[start : start + size]
    if raw[offset : offset + _LOCAL.size] != _local(name, data)[: _LOCAL.size]:
        raise Damaged(
            Part.ARCHIVE,
            f"{name}, bytes {offset + 14} to {start + size}",
            "the data do not match their checksum",
        )
    return data


def _compare(raw: bytes, offset: int, expected: bytes, what: str) -> None:
    found = raw[offset : offset + len(expected)]
    if found == expected:
        return
    pairs = zip(found, expected, strict=False)
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), len(found))
    reason = "the archive ends here" if first == len(found) else "not what belongs here"
    raise Damaged(Part.ARCHIVE, f"{what}, byte {offset + first}", reason)


def _local(name: str, data: bytes) -> bytes:
    raw = name.encode("ascii")
    return (
        _LOCAL.pack(b"PK\x03\x04", 20, 0, 0, 0, _DATE, crc32(data), len(data), len(data), len(raw), 0) + raw
    )


def _directory(
    names: Sequence[str], datas: Sequence[bytes], offsets: Sequence[int], start: int
) -> list[bytes]:
    entries = []
    for name, data, offset in zip(names, datas, offsets, strict=True):
        raw, size = name.encode("ascii"), len(data)
        made_by = (3 << 8) | 20  # Unix, version 2.0: the attributes are a Unix mode
        fixed = (
            made_by,
            20,
            0,
            0,
            0,
            _DATE,
            crc32(data),
            size,
            size,
            len(raw),
            0,
            0,
            0,
            0,
            _ATTRIBUTES,
            offset,
        )
        entries.append(_CENTRAL.pack(b"PK\x01\x02", *fixed) + raw)
    size = sum(map(len, entries))
    return [*entries, _END.pack(b"PK\x05\x06", 0, 0, len(names), len(names), size, start, 0)]
