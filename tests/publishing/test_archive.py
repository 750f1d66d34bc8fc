"""The archive: one sequence of bytes for the same members, opened by any zip tool, and nothing else accepted."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.publishing import archive
from beleg.publishing.damaged import Damaged, Part
from beleg.terms.refusal import Error

NAMES = ("a.txt", "b.json", "c")
MEMBERS = {"c": b"", "a.txt": "Grüße".encode(), "b.json": b"{}" * 40}


def test_an_ordinary_zip_tool_opens_it() -> None:
    raw = archive.write(MEMBERS)

    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == sorted(MEMBERS)
        assert {name: opened.read(name) for name in opened.namelist()} == MEMBERS
        for info in opened.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.compress_type, info.extra, info.comment) == (zipfile.ZIP_STORED, b"", b"")
            assert info.external_attr >> 16 == 0o100644


@given(st.fixed_dictionaries({name: st.binary(max_size=200) for name in NAMES}))
def test_reading_gives_back_what_was_written(members: dict[str, bytes]) -> None:
    assert archive.read(archive.write(members), NAMES) == members


@given(st.data())
def test_any_changed_byte_is_refused_with_its_place(data: st.DataObject) -> None:
    raw = bytearray(archive.write(MEMBERS))
    position = data.draw(st.integers(0, len(raw) - 1))
    raw[position] ^= data.draw(st.integers(1, 255))

    with pytest.raises(Damaged) as refused:
        archive.read(bytes(raw), NAMES)

    assert refused.value.part is Part.ARCHIVE
    assert "byte" in refused.value.place


@given(st.integers(0, len(archive.write(MEMBERS)) - 1))
def test_a_cut_archive_is_refused(length: int) -> None:
    with pytest.raises(Damaged):
        archive.read(archive.write(MEMBERS)[:length], NAMES)


@given(st.binary(max_size=400))
def test_other_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(Damaged):
        archive.read(raw, NAMES)


@pytest.mark.parametrize(
    ("position", "place"),
    [
        (0, "a.txt, header, byte 0"),  # the signature
        (10, "a.txt, header, byte 10"),  # the time
        (18, "a.txt, header, byte 18"),  # one of the two sizes
        (31, "a.txt, header, byte 31"),  # the name
        (36, "a.txt, bytes 14 to 42"),  # a byte of the data: its checksum stands at 14
        (-1, "directory of the archive, byte"),  # the length of the comment
    ],
)
def test_the_place_is_named(position: int, place: str) -> None:
    raw = bytearray(archive.write(MEMBERS))
    raw[position] ^= 1

    with pytest.raises(Damaged) as refused:
        archive.read(bytes(raw), NAMES)

    assert refused.value.place.startswith(place)


def test_something_behind_the_end_is_refused() -> None:
    raw = archive.write(MEMBERS)

    with pytest.raises(Damaged, match="something follows") as refused:
        archive.read(raw + b"!", NAMES)

    assert refused.value.place == f"byte {len(raw)}"


def test_a_packed_bomb_is_refused_without_unpacking_it() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("a.txt", b"\0" * 50_000_000)

    with pytest.raises(Damaged, match=r"a\.txt"):
        archive.read(held.getvalue(), NAMES)


def test_sizes_that_promise_more_than_there_is_are_not_believed() -> None:
    raw = bytearray(archive.write({"a": b"x"}))
    raw[18:26] = b"\xff" * 8

    with pytest.raises(Damaged, match="the archive ends inside this member"):
        archive.read(bytes(raw), ["a"])


def test_missing_unknown_and_doubled_members_are_refused() -> None:
    for members in ({"a": b"1"}, {"a": b"1", "b": b"2", "c": b"3"}, {"a": b"1", "x": b"2"}):
        with pytest.raises(Damaged):
            archive.read(archive.write(members), ["a", "b"])


def test_too_large_is_refused_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMIT", 300)

    with pytest.raises(Error, match="larger than"):
        archive.write({"a": b"x" * 301})
    with pytest.raises(Error, match="larger than"):
        archive.write({"a": b"x" * 250})
    with pytest.raises(Damaged, match="larger than"):
        archive.read(b"x" * 301, ["a"])
