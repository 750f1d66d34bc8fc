"""DSSE: a signed envelope around a statement, one sequence of bytes for one content.

The envelope follows DSSE 1.0.2 (https://github.com/secure-systems-lab/dsse): the signature covers the type of the
payload and the payload itself, in their pre-authentication encoding. Beleg's envelopes are narrower than the standard
allows, so that no byte of one can change unnoticed: canonical JSON (RFC 8785), standard base64 with padding, exactly
one signature, an Ed25519 one, and `keyid` is the SHA-256, in hex, of the public key as DER (SubjectPublicKeyInfo).
"""

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from beleg.publishing import canonical_json
from beleg.terms.refusal import Error

PAYLOAD_TYPE = "application/vnd.in-toto+json"
"""The only type of payload that Beleg signs: an in-toto statement."""

_SIGNATURE = 64
"""Bytes of an Ed25519 signature."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An envelope as read; whether its signature holds is for `open_envelope`."""

    payload: bytes
    key_id: str
    """64 hex digits in lower case; see `key_id`."""
    signature: bytes


def pre_authentication_encoding(payload: bytes) -> bytes:
    """Return the bytes that are signed for a payload of `PAYLOAD_TYPE` (PAE of DSSE)."""
    kind = PAYLOAD_TYPE.encode("ascii")
    return b" ".join((b"DSSEv1", str(len(kind)).encode(), kind, str(len(payload)).encode(), payload))


def key_id(public: bytes) -> str:
    """Return the `keyid` of an Ed25519 public key (32 bytes). Raises Error for anything that is none."""
    der = _public(public).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(der).hexdigest()


def seal(payload: bytes, *, public: bytes, sign: Callable[[bytes], bytes]) -> bytes:
    """Put a payload of `PAYLOAD_TYPE` into an envelope, signed by `sign`, whose public half (32 bytes) is `public`."""
    return _written(
        Envelope(
            payload=payload,
            key_id=key_id(public),
            signature=sign(pre_authentication_encoding(payload)),
        )
    )


def read_envelope(raw: bytes) -> Envelope:
    """Read an envelope. Raises Error, in one sentence, for any bytes that `seal` does not write."""
    found = _object(raw)
    signatures = found["signatures"]
    if not isinstance(signatures, list) or len(signatures) != 1:
        raise Error("The envelope does not carry exactly one signature.")
    signature = signatures[0]
    if not isinstance(signature, dict) or set(signature) != {"keyid", "sig"}:
        raise Error("The signature of the envelope does not consist of keyid and sig.")
    if found["payloadType"] != PAYLOAD_TYPE:
        raise Error(f"The envelope does not hold a payload of type {PAYLOAD_TYPE}.")
    if not isinstance(signature["keyid"], str):
        raise Error("The keyid of the envelope is no text.")
    envelope = Envelope(
        payload=_bytes("payload", found["payload"]),
        key_id=signature["keyid"],
        signature=_bytes("signature", signature["sig"]),
    )
    if len(envelope.signature) != _SIGNATURE:
        raise Error(f"The signature of the envelope does not have {_SIGNATURE} bytes.")
    if _written(envelope) != raw:  # the promise itself, whatever the steps above have seen
        raise Error("The envelope is not in the one form it can have.")
    return envelope


def open_envelope(raw: bytes, public: bytes) -> bytes:
    """Return the payload of an envelope that the key `public` (32 bytes) signed.

    Raises Error, in one sentence, for any other key and for any bytes but exactly those that were signed.
    """
    envelope = read_envelope(raw)
    if envelope.key_id != key_id(public):
        raise Error("The envelope names another key than the newsroom's.")
    try:
        _public(public).verify(envelope.signature, pre_authentication_encoding(envelope.payload))
    except InvalidSignature:
        raise Error("The signature of the envelope does not hold.") from None
    return envelope.payload


def key_of(raw: bytes, keys: Iterable[bytes]) -> bytes:
    """Return which of a newsroom's public keys (32 bytes each) an envelope names as the one that signed it.

    Raises Error if it is none of them, and as `read_envelope` does.
    """
    named = read_envelope(raw).key_id
    for public in keys:
        if key_id(public) == named:
            return public
    raise Error("The sign-off was not stated under a key of this newsroom.")


def _written(envelope: Envelope) -> bytes:
    return canonical_json.encode(
        {
            "payload": b64encode(envelope.payload).decode("ascii"),
            "payloadType": PAYLOAD_TYPE,
            "signatures": [{"keyid": envelope.key_id, "sig": b64encode(envelope.signature).decode("ascii")}],
        }
    )


def _object(raw: bytes) -> canonical_json.Object:
    try:
        found = canonical_json.decode(raw)
    except Error as why:
        raise Error(f"The envelope cannot be read: {str(why).removesuffix('.')}.") from None
    if set(found) != {"payload", "payloadType", "signatures"}:
        raise Error("The envelope does not consist of payload, payloadType and signatures.")
    return found


def _bytes(what: str, said: object) -> bytes:
    try:
        if isinstance(said, str):
            return b64decode(said, validate=True)
    except (NotBase64, ValueError):
        pass
    raise Error(f"The {what} of the envelope is not in base64.")


def _public(public: bytes) -> Ed25519PublicKey:
    try:
        return Ed25519PublicKey.from_public_bytes(public)
    except ValueError:
        raise Error("The newsroom's public key is no Ed25519 key of 32 bytes.") from None
