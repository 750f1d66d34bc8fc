"""The bundle: the same parts always give the same bytes, and no other bytes are accepted."""

import io
import json
import zipfile
from dataclasses import fields, replace
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.publishing import archive, bundle
from beleg.publishing.bundle import MEMBERS, Bundle, LogMembers, bundle_of, pack, unpack
from beleg.publishing.damaged import Damaged, Part
from beleg.publishing.members import people_in, people_member
from beleg.terms.refusal import Error
from beleg.terms.revision import finding_key, sentence_key
from tests.publishing.story import (
    CONFIRMED,
    CONTENT,
    FIRST,
    NUMBER_FINDING,
    PEOPLE,
    SECOND,
    SENTENCES,
    SIGNER,
    WRITER,
    Story,
    opened,
    published,
)

STORY, RAW = published()
PARTS = unpack(RAW)


def members_of(raw: bytes) -> dict[str, bytes]:
    """The members as an ordinary zip tool reads them."""
    with zipfile.ZipFile(io.BytesIO(raw)) as opened_zip:
        assert opened_zip.testzip() is None
        return {name: opened_zip.read(name) for name in opened_zip.namelist()}


def repacked(**changed: bytes) -> bytes:
    """The bundle with other members as they are, whatever the manifest says; names with `_` for the dot."""
    members = members_of(RAW)
    members.update({name.replace("_", "."): data for name, data in changed.items()})
    return archive.write(members)


def with_manifest(**changed: bytes) -> bytes:
    """The bundle with other members and a manifest that fits them."""
    members = members_of(RAW)
    members.update({name.replace("_", "."): data for name, data in changed.items()})
    manifest = json.loads(members.pop("manifest.json"))
    manifest["members"] = {
        name: {"sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in members.items()
    }
    return archive.write({**members, "manifest.json": rfc8785.dumps(manifest)})


def test_it_holds_exactly_the_members_of_the_format() -> None:
    members = members_of(RAW)

    assert tuple(members) == MEMBERS == tuple(sorted(MEMBERS))
    assert members["content.md"] == CONTENT.encode()
    assert members["record.jsonl"].count(b"\n") == len(STORY.entries)
    for name in ("evidence.json", "manifest.json", "people.json", "sources.json"):
        assert rfc8785.dumps(json.loads(members[name])) == members[name]


def test_the_manifest_names_hash_and_size_of_every_other_member() -> None:
    members = members_of(RAW)
    manifest = json.loads(members.pop("manifest.json"))

    assert manifest == {
        "format": "beleg.bundle/2",
        "head": STORY.entries[-1].hash,
        "members": {
            name: {"sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in members.items()
        },
    }


def test_sources_are_listed_without_their_text() -> None:
    listed = json.loads(members_of(RAW)["sources.json"])["sources"]

    assert [source["source"] for source in listed] == [FIRST.source, SECOND.source]
    assert set(listed[0]) == {field.name for field in fields(FIRST)}
    assert "text" not in listed[0]


def test_the_evidence_map_says_what_every_sentence_rests_on() -> None:
    found = json.loads(members_of(RAW)["evidence.json"])

    assert [sentence["text"] for sentence in found["sentences"]] == list(SENTENCES)
    for sentence in found["sentences"]:
        assert CONTENT[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sentence["key"] == sentence_key(sentence["text"])
    assert found["sentences"][1]["passages"] == [
        {"source": FIRST.source, "start": 3, "end": 8, "text": "Fähre"}
    ]
    assert [s["state"] for s in found["sentences"] if s["text"] == CONFIRMED] == ["confirmed"]
    finding = found["findings"][0]
    assert (finding["check"], finding["words"], finding["state"]) == (
        "number_changed",
        "1,2 Millionen Euro",
        "dismissed",
    )
    assert finding["key"] == finding_key(
        "number_changed", SENTENCES[1], "1,2 Millionen Euro", NUMBER_FINDING.against
    )
    assert [(d["kind"], d["by"], d["reason"]) for d in found["decisions"]] == [
        ("finding_dismissed", "konto-3", "Telefonisch bestätigt."),
        ("sentence_confirmed", "konto-3", "Ich war in der Sitzung."),
    ]
    assert found["checks"][1]["not_checked"] == "Die Quellen nennen keine Zahlen."


def test_only_those_named_on_the_page_have_a_name() -> None:
    people = json.loads(members_of(RAW)["people.json"])["people"]

    assert people == [
        {"function": "Redakteur", "id": "konto-1", "name": "Jan Kolk"},
        {"function": "Chefin vom Dienst", "id": "konto-2", "name": "Ruth Amsel"},
    ]
    assert b"Brandt" not in RAW
    assert people_in(PARTS.people) == (replace(WRITER, login=""), replace(SIGNER, login=""))


def test_packing_what_was_unpacked_gives_the_same_bytes() -> None:
    assert pack(unpack(RAW)) == RAW
    assert published()[1] == RAW


@settings(max_examples=50, deadline=None)
@given(
    page=st.text(st.characters(exclude_categories=["Cs"])),
    content=st.text(st.characters(exclude_categories=["Cs"])),
    record=st.lists(st.binary(min_size=1).map(lambda raw: raw.hex().encode()), min_size=1),
    head=st.text("0123456789abcdef", min_size=64, max_size=64),
)
def test_any_parts_come_back_as_they_were(page: str, content: str, record: list[bytes], head: str) -> None:
    parts = Bundle(
        page=page.encode(),
        content=content.encode(),
        sign_off=b"{}",
        record=tuple(record),
        log=LogMembers(proof=page.encode(), key=b"", keys=tuple(record)),
        sources=b"{}",
        evidence=b'{"a":[1,2]}',
        people=b"{}",
        head=head,
    )

    assert unpack(pack(parts)) == parts


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_any_changed_byte_is_refused_with_its_place(data: st.DataObject) -> None:
    raw = bytearray(RAW)
    position = data.draw(st.integers(0, len(raw) - 1))
    raw[position] ^= data.draw(st.integers(1, 255))

    with pytest.raises(Damaged) as refused:
        unpack(bytes(raw))

    assert refused.value.place != "bundle"


@given(st.binary(max_size=300))
def test_other_bytes_are_refused(raw: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(raw)


def test_a_zip_with_the_same_members_written_by_another_tool_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as other:
        for name, data in members_of(RAW).items():
            other.writestr(name, data)

    with pytest.raises(Damaged) as refused:
        unpack(held.getvalue())

    assert refused.value.place.startswith("content.md, header, byte")


@pytest.mark.parametrize("member", [name for name in MEMBERS if name != "manifest.json"])
def test_a_member_that_the_manifest_does_not_describe_is_named(member: str) -> None:
    with pytest.raises(Damaged) as refused:
        unpack(repacked(**{member: members_of(RAW)[member] + b" "}))

    assert (refused.value.part, refused.value.place) == (Part.MANIFEST, member)


@pytest.mark.parametrize(
    ("changed", "part", "place", "reason"),
    [
        ({"manifest_json": b"{"}, Part.MANIFEST, "manifest.json", "not JSON"),
        ({"manifest_json": b"[]"}, Part.MANIFEST, "manifest.json", "not a JSON object"),
        ({"manifest_json": b"{ }"}, Part.MANIFEST, "manifest.json", "canonical"),
        ({"manifest_json": b"{}"}, Part.MANIFEST, "manifest.json", "format is not beleg.bundle/2"),
        (
            {"manifest_json": b'{"format":"beleg.bundle/2","head":"AB"}'},
            Part.MANIFEST,
            "manifest.json",
            "not a SHA-256",
        ),
        (
            {"manifest_json": b'{"format":"beleg.bundle/2","head":"' + b"0" * 64 + b'","members":[]}'},
            Part.MANIFEST,
            "content.md",
            "not what the manifest says",
        ),
    ],
)
def test_a_broken_manifest_is_refused(changed: dict[str, bytes], part: Part, place: str, reason: str) -> None:
    with pytest.raises(Damaged, match=reason) as refused:
        unpack(repacked(**changed))

    assert (refused.value.part, refused.value.place) == (part, place)


def test_a_manifest_that_says_more_is_refused() -> None:
    manifest = json.loads(members_of(RAW)["manifest.json"]) | {"note": "x"}

    with pytest.raises(Damaged, match="says more than"):
        unpack(repacked(manifest_json=rfc8785.dumps(manifest)))


@pytest.mark.parametrize(
    ("changed", "place", "reason"),
    [
        ({"sources_json": b'{"b":1,"a":2}'}, "sources.json", "canonical"),
        ({"sources_json": b'{"a":1,"a":1}'}, "sources.json", "canonical"),
        ({"evidence_json": b'{"a":1e999}'}, "evidence.json", "not sayable in canonical JSON"),
        ({"evidence_json": b'{"a":' + b"[" * 50_000 + b"]" * 50_000 + b"}"}, "evidence.json", "not JSON"),
        ({"evidence_json": b'{"a":' + b"9" * 5000 + b"}"}, "evidence.json", "not JSON"),
        ({"people_json": b"null"}, "people.json", "not a JSON object"),
        ({"people_json": b'{"a":"\\ud800"}'}, "people.json", "not sayable in canonical JSON"),
        ({"record_jsonl": b""}, "record.jsonl", "not one entry a line"),
        ({"record_jsonl": b"{}"}, "record.jsonl", "not one entry a line"),
        ({"record_jsonl": b"{}\n\n"}, "record.jsonl", "not one entry a line"),
        ({"content_md": b"Gr\xfc\xdfe"}, "content.md, byte 2 of this member", "not UTF-8"),
        ({"page_html": b"\xff"}, "page.html, byte 0 of this member", "not UTF-8"),
    ],
)
def test_a_member_in_another_form_is_refused(changed: dict[str, bytes], place: str, reason: str) -> None:
    with pytest.raises(Damaged, match=reason) as refused:
        unpack(with_manifest(**changed))

    assert (refused.value.part, refused.value.place) == (Part.MEMBER, place)


@pytest.mark.parametrize(
    "parts",
    [
        replace(PARTS, record=()),
        replace(PARTS, record=(b"{}", b"a\nb")),
        replace(PARTS, record=(b"{}", b"")),
        replace(PARTS, head="Kopf"),
        replace(PARTS, people=b"{ }"),
        replace(PARTS, content=b"\xff"),
        replace(PARTS, outputs={"anzeige.html": b""}),
        replace(PARTS, log=replace(PARTS.log, keys=(b"a\nb",))),
    ],
)
def test_parts_that_do_not_fit_the_format_are_not_packed(parts: Bundle) -> None:
    with pytest.raises(Damaged):
        pack(parts)


def test_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LIMIT", len(RAW) - 1)

    with pytest.raises(Error, match="larger than"):
        pack(PARTS)
    with pytest.raises(Damaged, match="larger than"):
        unpack(RAW)


def test_without_a_draft_or_a_check_there_is_no_bundle() -> None:
    with pytest.raises(Error, match="no checked text"):
        bundle_of(
            opened().dossier, PEOPLE, record=[b"{}"], page=b"", sign_off=b"{}", log=PARTS.log, outputs={}
        )
    story = Story()
    story.tell(STORY.entries[0].event, WRITER)
    with pytest.raises(Error, match="nothing to bundle"):
        bundle_of(story.dossier, PEOPLE, record=[b"{}"], page=b"", sign_off=b"{}", log=PARTS.log, outputs={})


def test_a_person_who_is_not_known_is_not_passed_over() -> None:
    with pytest.raises(Error, match="konto-2 is named on the page"):
        people_member(STORY.dossier, PEOPLE[:1])


@pytest.mark.parametrize(
    "member",
    [
        b"{}",
        b'{"people":{}}',
        b'{"people":["konto-1"]}',
        b'{"people":[{"id":"konto-1"}]}',
        b'{"people":[{"function":"","id":1,"name":""}]}',
    ],
)
def test_people_in_another_form_are_refused(member: bytes) -> None:
    with pytest.raises(Error):
        people_in(member)


def test_the_format_is_named_once() -> None:
    assert bundle.FORMAT == "beleg.bundle/2"
