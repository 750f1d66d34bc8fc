"""The newsroom's key: where it lies, who can read it, and that openssl agrees with it."""

import stat
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given
from hypothesis import strategies as st

from beleg.record.newsroom_key import (
    FILE,
    NewsroomKey,
    note_key_id,
    public_pem,
    signature_holds,
    verifier_line,
)
from beleg.terms.refusal import Error


def test_the_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    first = NewsroomKey.read_or_make(tmp_path)
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert NewsroomKey.read_or_make(tmp_path).public == first.public
    NewsroomKey.make().write(tmp_path / FILE)
    assert NewsroomKey.read(tmp_path / FILE).public == first.public
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_that_others_can_read_is_refused(mode: int, tmp_path: Path) -> None:
    NewsroomKey.read_or_make(tmp_path)
    (tmp_path / FILE).chmod(mode)
    with pytest.raises(Error, match="set its mode to 600"):
        NewsroomKey.read(tmp_path / FILE)


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE
    with pytest.raises(Error, match="cannot be read; No such file"):
        NewsroomKey.read(path)
    path.touch(mode=0o600)
    with pytest.raises(Error, match="not a key in PEM"):
        NewsroomKey.read(path)
    other = generate_private_key(SECP256R1())
    path.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    with pytest.raises(Error, match="not an Ed25519 key"):
        NewsroomKey.read(path)
    with pytest.raises(Error, match="cannot be written"):
        NewsroomKey.make().write(tmp_path / "missing" / FILE)


_KEY = NewsroomKey.make()


@given(st.binary(max_size=200), st.integers(0, 511))
def test_a_signature_holds_for_its_bytes_and_no_others(message: bytes, bit: int) -> None:
    signature = _KEY.sign(message)
    assert signature_holds(_KEY.public, message, signature)
    assert not signature_holds(_KEY.public, message + b"!", signature)
    changed = bytearray(signature)
    changed[bit // 8] ^= 1 << bit % 8
    assert not signature_holds(_KEY.public, message, bytes(changed))
    assert not signature_holds(NewsroomKey.make().public, message, signature)


def test_openssl_reads_the_key_and_its_signatures(tmp_path: Path) -> None:
    key = NewsroomKey.read_or_make(tmp_path)
    (tmp_path / "message").write_bytes(b"Der Rat hat abgestimmt.")
    (tmp_path / "signature").write_bytes(key.sign(b"Der Rat hat abgestimmt."))
    (tmp_path / "public.pem").write_text(public_pem(key.public), encoding="ascii")
    verify = "openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature".split()
    said = subprocess.run(verify, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
    assert said.returncode == 0 and "Verified Successfully" in said.stdout
    made = subprocess.run(
        ["openssl", "pkey", "-in", FILE, "-pubout"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert made.stdout == public_pem(key.public)


def test_the_line_for_signed_notes() -> None:
    name, id_, encoded = verifier_line("log.example/one", _KEY.public).split("+", 2)
    assert name == "log.example/one"
    assert id_ == note_key_id(name, _KEY.public).hex() and len(id_) == 8
    assert b64decode(encoded) == b"\x01" + _KEY.public
