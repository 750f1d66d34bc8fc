"""A proof that an entry is in the log, on its own, with nothing but a key beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.record import merkle
from beleg.record.canonical import encode
from beleg.record.log_proof import leaf, leaf_of, proof_trouble, read, write
from beleg.record.newsroom_key import NewsroomKey
from beleg.record.signed_note import Checkpoint, Verifier, signed
from beleg.terms.events import DossierOpened, SentenceConfirmed
from beleg.terms.refusal import Error
from tests.record.generated import chained

KEY = NewsroomKey.make()
VERIFIER = Verifier("beleg.example/log", KEY.public)
SAID = SentenceConfirmed(sentence="a", text="Es öffnet.", reason="Angerufen.")
LINES = [
    encode(entry) for entry in chained([DossierOpened(title="Hallenbad", language="de"), *([SAID] * 10)])
]
_NODES: dict[tuple[int, int], bytes] = {}


def _node(level: int, position: int) -> bytes:
    return _NODES[level, position]


for _number, _line in enumerate(LINES):
    for _level, _position, _hash in merkle.completed(_number, merkle.leaf_hash(leaf_of(_line)), _node):
        _NODES[_level, _position] = _hash


def _proof(index: int, size: int = len(LINES), key: NewsroomKey = KEY) -> bytes:
    checkpoint = Checkpoint(VERIFIER.name, size, merkle.root(size, _node))
    note = signed(checkpoint.text, VERIFIER.name, key)
    return write(index, merkle.inclusion(index, size, _node), note)


PROOF = _proof(5)


def test_the_leaf_names_the_entry_and_keeps_its_words_to_itself() -> None:
    assert leaf("d-1", 3, b"abc") == (
        b'{"dossier":"d-1","entry":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","position":3}'
    )
    assert leaf_of(LINES[2]) == leaf("d-1", 3, LINES[2])
    assert "öffnet".encode() in LINES[2] and "öffnet".encode() not in leaf_of(LINES[2])


def test_the_text_is_that_of_the_specification() -> None:
    lines = PROOF.decode().split("\n")
    assert lines[:2] == ["c2sp.org/tlog-proof@v1", "index 5"]
    assert [len(line) for line in lines[2:6]] == [44] * 4
    assert lines[6:9] == ["", VERIFIER.name, "11"]
    assert read(PROOF).path == merkle.inclusion(5, 11, _node)


@pytest.mark.parametrize("size", range(1, len(LINES) + 1))
def test_a_proof_holds_for_its_entry_and_for_no_other(size: int) -> None:
    for index in range(size):
        proof = _proof(index, size)
        troubles = [proof_trouble(proof, VERIFIER.line, line) for line in LINES]
        assert [number for number, trouble in enumerate(troubles) if not trouble] == [index]
        assert {trouble for trouble in troubles if trouble} <= {
            "the proof does not lead from the entry to the root of the checkpoint"
        }


@given(st.integers(0, len(PROOF) - 1), st.integers(1, 255))
def test_no_changed_byte_of_the_proof_goes_unnoticed(place: int, change: int) -> None:
    changed = bytearray(PROOF)
    changed[place] ^= change
    assert proof_trouble(bytes(changed), VERIFIER.line, LINES[5])


@given(st.integers(0, len(LINES[5]) - 1), st.integers(1, 255))
def test_no_changed_byte_of_the_entry_goes_unnoticed(place: int, change: int) -> None:
    changed = bytearray(LINES[5])
    changed[place] ^= change
    assert proof_trouble(PROOF, VERIFIER.line, bytes(changed))


@given(st.integers(0, len(VERIFIER.line) - 1), st.integers(1, 127))
def test_no_changed_character_of_the_key_goes_unnoticed(place: int, change: int) -> None:
    line = VERIFIER.line
    changed = line[:place] + chr(ord(line[place]) ^ change) + line[place + 1 :]
    assert proof_trouble(PROOF, changed, LINES[5])


@given(st.binary(max_size=200), st.text(max_size=50), st.binary(max_size=200))
def test_whatever_it_is_given_it_answers(proof: bytes, key: str, line: bytes) -> None:
    assert proof_trouble(proof, key, line)


@pytest.mark.parametrize(
    ("proof", "trouble"),
    [
        (b"", "the proof does not begin as one"),
        (PROOF.replace(b"@v1", b"@v2"), "the proof does not begin as one"),
        (PROOF.replace(b"index 5", b"index 05"), "the proof does not begin as one"),
        (PROOF.replace(b"index 5", b"index " + b"9" * 9000), "the proof does not begin as one"),
        (PROOF.replace(b"index 5", b"5"), "the proof does not begin as one"),
        (PROOF.replace(b"index 5", "index ٥".encode()), "the proof does not begin as one"),
        (PROOF.replace(b"index 5\n", b"index 5\nAAAA\n"), "the proof holds a line that is no hash"),
        (PROOF.replace(b"index 5", b"index 6"), "the proof does not lead from the entry to the root"),
        (_proof(5, key=NewsroomKey.make()), "the note is not signed with this key"),
        (PROOF.partition(b"\n\n")[0] + b"\n\n", "the note has no text with signatures under it"),
    ],
)
def test_what_is_wrong_is_said_in_a_clause(proof: bytes, trouble: str) -> None:
    assert proof_trouble(proof, VERIFIER.line, LINES[5]).startswith(trouble)


def test_an_entry_that_cannot_be_read_is_in_no_log() -> None:
    assert proof_trouble(PROOF, VERIFIER.line, b"{}") == "the entry holds no event"
    with pytest.raises(Error, match="holds no event"):
        leaf_of(b"{}")
