"""A passkey of our own: an authenticator and a browser in one, which can also lie."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDSA,
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.hashes import SHA256

_PRESENT, _VERIFIED, _ATTESTED = 0x01, 0x04, 0x40


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


@dataclass
class Authenticator:
    """Answers questions as the browser would hand the answers on: JSON."""

    origin: str
    name: str = "localhost"
    uses: int = 0
    verified: bool = True
    id: bytes = b"ein-passkey-zum-pruefen"
    key: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP256R1()))

    def create(self, asked: dict[str, Any]) -> str:
        """Make a passkey."""
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        )
        attested = bytes(range(16)) + len(self.id).to_bytes(2, "big") + self.id + public
        data = self._data(_ATTESTED) + attested
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        return self._answer(
            {
                "clientDataJSON": _written(self._client("webauthn.create", asked["challenge"])),
                "attestationObject": _written(attestation),
            }
        )

    def get(self, asked: dict[str, Any]) -> str:
        """Answer with it; its counter goes up."""
        self.uses += 1
        client, data = self._client("webauthn.get", asked["challenge"]), self._data(0)
        signature = self.key.sign(data + sha256(client).digest(), ECDSA(SHA256()))
        return self._answer(
            {
                "clientDataJSON": _written(client),
                "authenticatorData": _written(data),
                "signature": _written(signature),
            }
        )

    def _data(self, flags: int) -> bytes:
        flags |= _PRESENT | (_VERIFIED if self.verified else 0)
        return sha256(self.name.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        urlsafe_b64decode(challenge + "==")  # what is no challenge is answered by no browser
        return json.dumps(
            {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        ).encode()

    def _answer(self, response: dict[str, str]) -> str:
        written = _written(self.id)
        return json.dumps({"id": written, "rawId": written, "type": "public-key", "response": response})
