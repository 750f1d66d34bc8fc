"""Signed notes and checkpoints: the specification's own examples, ours, and everything that is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beleg.record.newsroom_key import NewsroomKey
from beleg.record.signed_note import Checkpoint, Verifier, checkpoint_in, opened, signed
from beleg.terms.refusal import Error

KEY = NewsroomKey.make()
NAME = "beleg.example/log"
VERIFIER = Verifier(NAME, KEY.public)
CHECKPOINT = Checkpoint(NAME, 7, bytes(range(32)))
NOTE = signed(CHECKPOINT.text, NAME, KEY)

# The example in the documentation of golang.org/x/mod/sumdb/note.
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
PETERS = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)
ENOCH = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"


def test_the_notes_of_the_go_implementation_are_opened() -> None:
    text = PETERS.partition("\n\n")[0] + "\n"
    assert opened(PETERS.encode(), Verifier.of(PETER)) == text
    assert opened((PETERS + ENOCH).encode(), Verifier.of(PETER)) == text
    assert Verifier.of(PETER).line == PETER


def test_a_checkpoint_has_three_lines_and_a_signature() -> None:
    assert CHECKPOINT.text == f"{NAME}\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n"
    assert NOTE.decode().startswith(f"{CHECKPOINT.text}\n— {NAME} ")
    assert checkpoint_in(NOTE, VERIFIER) == CHECKPOINT
    assert Verifier.of(VERIFIER.line) == VERIFIER


@given(st.integers(0, len(NOTE) - 1), st.integers(1, 255))
def test_no_changed_byte_goes_unnoticed(place: int, change: int) -> None:
    changed = bytearray(NOTE)
    changed[place] ^= change
    with pytest.raises(Error):
        checkpoint_in(bytes(changed), VERIFIER)


@given(st.binary(max_size=300))
def test_no_bytes_do_more_than_be_refused(raw: bytes) -> None:
    with pytest.raises(Error):
        checkpoint_in(raw, VERIFIER)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{NAME}\n7\n", "does not have the three lines"),
        (f"{NAME}\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\nmore\n", "does not have the three lines"),
        (f"{NAME}\n07\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "its size or its root cannot be"),
        (f"{NAME}\n-7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "its size or its root cannot be"),
        (f"{NAME}\n٧\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "its size or its root cannot be"),
        (
            f"{NAME}\n{'9' * 5000}\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n",
            "its size or its root cannot be",
        ),
        (f"{NAME}\n7\nAAEC\n", "its size or its root cannot be"),
        (f"{NAME}\n7\nkeine Wurzel\n", "its size or its root cannot be"),
        ("another.example/log\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n", "one of another log"),
    ],
)
def test_a_signed_text_that_is_no_checkpoint_of_this_log_is_refused(text: str, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        checkpoint_in(signed(text, NAME, KEY), VERIFIER)


@pytest.mark.parametrize(
    ("note", "reason"),
    [
        (b"", "no text with signatures"),
        (b"\xff", "not UTF-8"),
        (CHECKPOINT.text.encode(), "no text with signatures"),
        (NOTE[:-1], "no text with signatures"),
        (NOTE + b"\n", "no text with signatures"),
        (NOTE + b"unsigned\n", "a line under it that is no signature"),
        (NOTE + "— a b\n".encode(), "a line under it that is no signature"),
        (NOTE + "— a+b AAAAAAAAAA==\n".encode(), "a line under it that is no signature"),
        (NOTE.replace(b"\n7\n", b"\n7\r\n"), "control characters"),
        (NOTE.replace(b"\n7\n", b"\n8\n"), "its signature does not hold"),
        (b"x" * 200_000 + NOTE, "no text with signatures"),
    ],
)
def test_what_is_no_note_is_refused_in_one_sentence(note: bytes, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        opened(note, VERIFIER)


def test_a_note_of_another_key_is_refused() -> None:
    other = NewsroomKey.make()
    with pytest.raises(Error, match="not signed with this key"):
        opened(NOTE, Verifier(NAME, other.public))
    with pytest.raises(Error, match="not signed with this key"):
        opened(NOTE, Verifier("another.example/log", KEY.public))
    both = NOTE + signed(CHECKPOINT.text, NAME, other).rpartition(b"\n\n")[2]
    assert checkpoint_in(both, VERIFIER) == checkpoint_in(both, Verifier(NAME, other.public)) == CHECKPOINT


@pytest.mark.parametrize(
    "line",
    [
        "",
        "name",
        PETER[:-1],
        PETER + "A",
        PETER.replace("c74f20a3", "c74f20a4"),
        PETER.replace("Peter", "Pieter"),
        PETER.replace("+ARpc", "+BRpc"),
        "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    ],
)
def test_what_is_no_verifier_line_is_refused(line: str) -> None:
    with pytest.raises(Error, match="no verifier line of an Ed25519 key"):
        Verifier.of(line)
