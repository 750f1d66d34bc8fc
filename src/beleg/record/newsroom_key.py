"""Newsroom key: the Ed25519 key a newsroom signs with, and how its signatures are verified.

The key lies in a file of its own in the newsroom's folder, readable by its owner only, never in the database and in no
bundle. Signatures are those of RFC 8032; the key file is PKCS #8 in PEM, so that `openssl` reads both.
"""

import os
import stat
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from beleg.record.private_file import write_private
from beleg.terms.refusal import Error

FILE = "newsroom.key"
"""The name of the key file in the folder of a newsroom."""

_ED25519_NOTE = b"\x01"
"""Signature type of Ed25519 in signed notes (https://c2sp.org/signed-note)."""


class NewsroomKey:
    """A private key in memory; it can sign, and tells its public half."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        """Use `make`, `read` or `read_or_make`."""
        self._private = private
        self.public = private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        """The public key, 32 bytes."""

    @classmethod
    def make(cls) -> Self:
        """Make a new key, kept nowhere yet; see `write`."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a key file.

        Raises Error if it is missing, can be read by anybody but its owner, or holds no Ed25519 key.
        """
        try:
            with path.open("rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                pem = file.read(4096)
        except OSError as why:
            raise Error(f"{path}: the newsroom's key cannot be read; {why.strerror}.") from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise Error(f"{path}: others than its owner can read the newsroom's key; set its mode to 600.")
        try:
            private = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError):
            raise Error(f"{path}: not a key in PEM without a password.") from None
        if not isinstance(private, Ed25519PrivateKey):
            raise Error(f"{path}: not an Ed25519 key.")
        return cls(private)

    @classmethod
    def read_or_make(cls, folder: Path) -> Self:
        """Read the key of the newsroom in `folder`, making one first where there is none; raises Error as `read`."""
        path = folder / FILE
        if not path.exists():
            cls.make().write(path)
        return cls.read(path)

    def write(self, path: Path) -> None:
        """Write the key file, mode 0600, whole or not at all. A file that is there already stays as it is."""
        pem = self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        try:
            write_private(path, pem)
        except OSError as why:
            raise Error(f"{path}: the newsroom's key cannot be written; {why.strerror}.") from None

    def sign(self, message: bytes) -> bytes:
        """Return the signature of `message`, 64 bytes."""
        return self._private.sign(message)


def signature_holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` is one of `message` by the key whose public half (32 bytes) this is."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_pem(public: bytes) -> str:
    """Return a public key (32 bytes) as PEM, the form `openssl` reads."""
    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def note_key_id(name: str, public: bytes) -> bytes:
    """Return the 4 bytes by which signed notes name the key `public` of `name` (https://c2sp.org/signed-note)."""
    return sha256(name.encode("utf-8") + b"\n" + _ED25519_NOTE + public).digest()[:4]


def verifier_line(name: str, public: bytes) -> str:
    """Return the key as one line `name+id+key`, the form in which tools for signed notes take it."""
    key = b64encode(_ED25519_NOTE + public).decode("ascii")
    return f"{name}+{note_key_id(name, public).hex()}+{key}"
