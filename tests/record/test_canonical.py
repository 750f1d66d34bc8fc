import json
from dataclasses import replace
from hashlib import sha256
from typing import get_args

import pytest
from hypothesis import given

from beleg.record.canonical import EVENT_TYPES, decode, encode, entry_hash, event_type, sealed
from beleg.terms.events import (
    DossierOpened,
    DraftChecked,
    Entry,
    Event,
    FindingDismissed,
    FindingEscalated,
)
from beleg.terms.refusal import Error
from beleg.terms.report import CheckedSentence, Report, Verdict
from tests.record.generated import chained, histories

OPENED = chained([DossierOpened(title="Die Brücke 🌉 bleibt", language="de")])[0]


def test_every_event_has_a_permanent_name() -> None:
    assert set(EVENT_TYPES.values()) == set(get_args(Event))


@given(histories)
def test_decoding_what_was_encoded_gives_the_same_entry(events: list[Event]) -> None:
    for entry in chained(events):
        assert decode(encode(entry)) == entry
        assert type(decode(encode(entry)).event) is type(entry.event)


def test_the_line_is_canonical_json_with_the_type_of_the_event() -> None:
    line = encode(OPENED)
    assert line == (
        b'{"at":"2026-03-01T10:00:00.000000Z","by":"p-1","dossier":"d-1","event":{"language":"de",'
        b'"title":"Die Br\xc3\xbccke \xf0\x9f\x8c\x89 bleibt","type":"dossier_opened"},'
        b'"hash":"' + OPENED.hash.encode() + b'","position":1,"previous":"' + b"0" * 64 + b'"}'
    )


def test_the_hash_is_over_everything_but_itself() -> None:
    body = json.loads(encode(OPENED))
    del body["hash"]
    again = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    assert entry_hash(OPENED) == OPENED.hash == sha256(again).hexdigest()


@given(histories)
def test_an_entry_is_sealed_with_its_hash_and_its_line(events: list[Event]) -> None:
    for entry in chained(events):
        assert sealed(replace(entry, hash="")) == (entry, encode(entry))
        assert entry.hash == entry_hash(entry)


def test_words_that_look_like_the_place_of_the_hash_are_left_alone() -> None:
    title = '","hash":"","position":1,"previous":"'
    opened = chained([DossierOpened(title=title, language="de")])[0]
    assert decode(sealed(replace(opened, hash=""))[1]) == opened
    assert opened.hash == entry_hash(opened)


def test_events_with_the_same_fields_stay_apart() -> None:
    fields = {"finding": "f", "check": "c", "words": "w", "reason": "r"}
    dismissed, escalated = FindingDismissed(**fields), FindingEscalated(**fields)
    assert event_type(dismissed) == "finding_dismissed"
    assert [type(decode(encode(e)).event) for e in chained([dismissed, escalated])] == [
        FindingDismissed,
        FindingEscalated,
    ]


def test_a_check_is_written_as_before_reports_had_units() -> None:
    sentence = CheckedSentence(start=0, end=3, text="Bad", verdict=Verdict.SUPPORTED)
    event = DraftChecked(
        number=1, content_sha256="0" * 64, beleg="0.1.0", report=Report(language="de", sentences=(sentence,))
    )
    (entry,) = chained([event])
    written = json.loads(encode(entry))["event"]["report"]["sentences"]
    assert [set(each) for each in written] == [
        {"start", "end", "text", "verdict", "block", "evidence", "findings"}
    ]
    assert decode(encode(entry)) == entry


def _changed(old: bytes, new: bytes) -> bytes:
    line = encode(OPENED)
    assert old in line
    return line.replace(old, new)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"\xff\xfe", "is not JSON"),
        (b"[" * 100_000, "is not JSON"),
        (b"[]", "holds no event"),
        (b'{"event":"x"}', "holds no event"),
        (_changed(b"dossier_opened", b"dossier_eaten"), 'unknown type "dossier_eaten"'),
        (_changed(b'"type":"dossier_opened"', b'"type":7'), "unknown type 7"),
        (_changed(b'"language":"de",', b""), "no dossier_opened .* language: Field required"),
        (_changed(b'"position":1', b'"position":"erste"'), "position: Input should be a valid integer"),
        (_changed(b'"position":1', b'"position":1.0'), "not in canonical form"),
        (_changed(b'"position":1', b'"position":' + b"9" * 30), "number too large"),
        (_changed(b'{"at"', b'{ "at"'), "not in canonical form"),
        (_changed(b'"language":"de"', b'"extra":1,"language":"de"'), "not in canonical form"),
        (_changed(b'"language":"de"', b'"language":"en","language":"de"'), "not in canonical form"),
        (_changed(b"\xc3\xbc", b"\\u00fc"), "not in canonical form"),
        (_changed(b"\xc3\xbc", b"\\ud800"), "half a character"),
    ],
)
def test_what_is_no_canonical_entry_is_refused_in_one_sentence(line: bytes, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        decode(line)


def test_half_a_character_cannot_be_stored() -> None:
    entry = Entry(
        dossier="d-1",
        position=1,
        at="",
        by="",
        event=DossierOpened(title="\ud800", language="de"),
        previous="",
        hash="",
    )
    with pytest.raises(Error, match="half a character"):
        encode(entry)
