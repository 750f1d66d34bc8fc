from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.record.canonical import decode, encode
from beleg.record.chain import BEGINNING, Break, breaks, follow
from beleg.terms.events import DossierOpened, Event, SentenceConfirmed
from beleg.terms.refusal import Error
from tests.record.generated import chained, histories

STORY: list[Event] = [
    DossierOpened(title="Hallenbad", language="de"),
    SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen."),
    SentenceConfirmed(sentence="b", text="Es schließt.", reason="Gesehen."),
    SentenceConfirmed(sentence="c", text="Es bleibt.", reason="Gelesen."),
]
LINES = [encode(entry) for entry in chained(STORY)]


@given(histories)
def test_a_chain_as_it_was_made_holds(events: list[Event]) -> None:
    entries = chained(events)
    assert breaks([encode(entry) for entry in entries]) == ()
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0].previous == BEGINNING


@given(histories, st.data())
def test_no_changed_byte_goes_unnoticed(events: list[Event], data: st.DataObject) -> None:
    lines = [encode(entry) for entry in chained(events)]
    which = data.draw(st.integers(0, len(lines) - 1))
    at = data.draw(st.integers(0, len(lines[which]) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != lines[which][at]))
    lines[which] = lines[which][:at] + bytes([byte]) + lines[which][at + 1 :]
    found = breaks(lines)
    assert found
    assert found[0].place == which + 1


@given(histories.filter(lambda events: len(events) > 1), st.data())
def test_no_dropped_or_moved_entry_goes_unnoticed(events: list[Event], data: st.DataObject) -> None:
    lines = [encode(entry) for entry in chained(events)]
    which = data.draw(st.integers(0, len(lines) - 2))
    assert breaks(lines[:which] + lines[which + 1 :])[0].place == which + 1
    moved = lines.copy()
    moved[which], moved[which + 1] = moved[which + 1], moved[which]
    assert breaks(moved)[0].place == which + 1


def test_a_changed_entry_is_named() -> None:
    changed = LINES[1].replace("Es öffnet.".encode(), "Es öffnet?".encode())
    assert breaks([LINES[0], changed, *LINES[2:]]) == (
        Break(place=2, what="Entry 2 was changed: its content does not give its hash."),
    )


def test_an_entry_changed_with_its_hash_breaks_the_next() -> None:
    old = decode(LINES[1])
    assert isinstance(old.event, SentenceConfirmed)
    lied = chained([STORY[0], replace(old.event, reason="Ausgedacht.")])
    assert breaks([LINES[0], encode(lied[1]), *LINES[2:]]) == (
        Break(place=3, what="Entry 3 does not follow from the entry before it: their hashes differ."),
    )


def test_a_dropped_entry_is_named() -> None:
    assert breaks([LINES[0], *LINES[2:]]) == (
        Break(place=2, what="Entry 2 is missing here; entry 3 stands in its place."),
    )


def test_an_entry_that_cannot_be_read_is_named_once() -> None:
    assert breaks([LINES[0], b"{}", *LINES[2:]]) == (Break(place=2, what="The entry holds no event."),)


def test_an_entry_of_another_dossier_is_named() -> None:
    foreign = [encode(entry) for entry in chained(STORY, dossier="d-2")]
    assert breaks([LINES[0], foreign[1]])[0].what == "Entry 2 belongs to another dossier (d-2)."


def test_no_entries_are_a_break() -> None:
    assert breaks([]) == (Break(place=1, what="There is no entry at all."),)


def test_following_refuses_what_does_not_follow() -> None:
    first = follow(LINES[0], None)
    assert follow(LINES[1], first).position == 2
    with pytest.raises(Error, match="Entry 2 is missing here"):
        follow(LINES[2], first)
