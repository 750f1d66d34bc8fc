import json
from base64 import b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from hypothesis import given
from hypothesis import strategies as st

from beleg.publishing.dsse import (
    PAYLOAD_TYPE,
    key_id,
    open_envelope,
    pre_authentication_encoding,
    read_envelope,
    seal,
)
from beleg.terms.refusal import Error

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
OTHER = (
    Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
)
PAYLOAD = '{"was":"Freigabe des Artikels über das Hallenbad"}'.encode()
ENVELOPE = seal(PAYLOAD, public=PUBLIC, sign=KEY.sign)


def _changed(**parts: object) -> bytes:
    return json.dumps(
        {**json.loads(ENVELOPE), **parts}, separators=(",", ":"), sort_keys=True, ensure_ascii=False
    ).encode()


def test_what_is_signed_is_the_pre_authentication_encoding_of_the_protocol() -> None:
    # From the protocol's text: PAE("application/example", "hello") is "DSSEv1 19 application/example 5 hello".
    assert (
        pre_authentication_encoding("grüß".encode())
        == b"DSSEv1 28 application/vnd.in-toto+json 6 gr\xc3\xbc\xc3\x9f"
    )
    KEY.public_key().verify(read_envelope(ENVELOPE).signature, pre_authentication_encoding(PAYLOAD))


def test_an_envelope_is_json_as_the_protocol_lays_it_out() -> None:
    found = json.loads(ENVELOPE)
    assert found["payloadType"] == PAYLOAD_TYPE == "application/vnd.in-toto+json"
    assert found["payload"] == b64encode(PAYLOAD).decode()
    assert [sorted(signature) for signature in found["signatures"]] == [["keyid", "sig"]]


@given(st.binary(max_size=200))
def test_what_was_sealed_is_opened(payload: bytes) -> None:
    assert open_envelope(seal(payload, public=PUBLIC, sign=KEY.sign), PUBLIC) == payload


def test_another_key_does_not_open_it() -> None:
    with pytest.raises(Error, match="another key"):
        open_envelope(ENVELOPE, OTHER)
    with pytest.raises(Error, match="does not hold"):
        open_envelope(seal(PAYLOAD, public=OTHER, sign=KEY.sign), OTHER)
    assert key_id(PUBLIC) != key_id(OTHER)


@pytest.mark.parametrize("public", [b"", PUBLIC[:-1], PUBLIC + b"\0"])
def test_a_key_that_is_none_is_refused(public: bytes) -> None:
    with pytest.raises(Error, match="32 bytes"):
        open_envelope(ENVELOPE, public)


def test_no_single_changed_byte_goes_unnoticed() -> None:
    for place in range(len(ENVELOPE)):
        for change in (0x01, 0x20, 0x80):
            flipped = bytearray(ENVELOPE)
            flipped[place] ^= change
            with pytest.raises(Error):
                open_envelope(bytes(flipped), PUBLIC)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "cannot be read"),
        (b"[]", "cannot be read"),
        (b"[" * 100_000, "cannot be read"),
        (ENVELOPE + b"\n", "canonical form"),
        (b" " + ENVELOPE, "canonical form"),
        (_changed(mehr=1), "does not consist of"),
        (_changed(payloadType="text/plain"), "of type"),
        (_changed(signatures=[]), "exactly one signature"),
        (_changed(signatures=json.loads(ENVELOPE)["signatures"] * 2), "exactly one signature"),
        (_changed(signatures=[{"sig": ""}]), "keyid and sig"),
        (_changed(signatures=[{"keyid": 1, "sig": ""}]), "is no text"),
        (_changed(signatures=[{"keyid": "", "sig": "AAAA"}]), "64 bytes"),
        (_changed(payload=7), "not in base64"),
        (_changed(payload="eyJ9-_"), "not in base64"),
        (_changed(payload="é==="), "not in base64"),
        (_changed(payload="eyJ9\n"), "not in base64"),
        (_changed(payload="eyI="), "does not hold"),
        (_changed(payload="eyJ="), "the one form"),  # the same bytes as "eyI=", written with a bit to spare
    ],
)
def test_anything_but_what_was_sealed_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(Error, match=said):
        open_envelope(raw, PUBLIC)
