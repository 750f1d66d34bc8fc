"""Reading a line quickly gives what reading it thoroughly gives, or nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.record.canonical import LINES, decode, encode, entry_hash, line_hash
from beleg.terms.events import DossierOpened, Event
from beleg.terms.refusal import Error
from tests.record.generated import chained, histories

OPENED = encode(
    chained([DossierOpened(title='Die Brücke 🌉 \x7f\u2028\t\x00\x1f"\\ bleibt', language="de")])[0]
)


@given(histories)
def test_every_canonical_line_is_read_quickly(events: list[Event]) -> None:
    for entry in chained(events):
        line = encode(entry)
        assert LINES.entry(line) == entry
        assert line_hash(line) == entry_hash(entry) == entry.hash


@given(histories, st.data())
def test_a_changed_line_is_read_as_it_stands_or_not_at_all(events: list[Event], data: st.DataObject) -> None:
    line = bytearray(encode(data.draw(st.sampled_from(chained(events)))))
    line[data.draw(st.integers(0, len(line) - 1))] ^= data.draw(st.integers(1, 255))
    changed = bytes(line)
    try:
        entry = decode(changed)
    except Error:
        assert LINES.entry(changed) is None
    else:
        assert encode(entry) == changed  # by the library of RFC 8785, which reading quickly does not use
        assert line_hash(changed) == entry_hash(entry)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b'{"type":"dossier_opened"}',
        OPENED.replace(b'"language":"de",', b""),
        OPENED.replace(b'"language":"de"', b'"extra":1,"language":"de"'),
        OPENED.replace(b'"language":"de"', b'"language":"en","language":"de"'),
        OPENED.replace(b'"position":1', b'"position":1.0'),
        OPENED.replace(b'"position":1', b'"position":"1"'),
        OPENED.replace(b'"position":1', b'"position":true'),
        OPENED.replace(b'"position":1', b'"position":9007199254740992'),
        OPENED.replace(b"\xc3\xbc", b"\\u00fc"),
        OPENED.replace(b"\xc3\xbc", b"\\ud800"),
        OPENED.replace(b"\\u001f", b"\\u001F"),
        OPENED.replace(b"dossier_opened", b"signed_off"),
        OPENED.replace(b"dossier_opened", b"dossier_eaten"),
        OPENED + b" ",
        json.dumps(json.loads(OPENED), sort_keys=True).encode(),
    ],
)
def test_what_is_not_canonical_is_not_read_quickly(line: bytes) -> None:
    assert line != OPENED
    assert LINES.entry(line) is None
    with pytest.raises(Error):
        decode(line)
