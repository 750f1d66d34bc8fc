"""Page certificate: what a newsroom signs the C2PA manifests of its pages with.

It lies in one PEM file in the newsroom's folder, private key and certificates together, readable by its owner only.
Where there is none, one is made: a certificate of the newsroom's own, signed by an authority that signs nothing else
and whose key is forgotten at once. Anybody can check with it that a page is the newsroom's; that it is *this*
newsroom's, only who has got the authority's certificate (`root`) by a way they trust. A newsroom that has a
certificate from an authority others know puts that into the file instead.
"""

import os
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, SECP384R1, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.ec import generate_private_key as generate_ec_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from beleg.record.private_file import write_private
from beleg.terms.refusal import Error

FILE = "page-certificate.pem"
"""The name of the file in the folder of a newsroom."""

CLAIM_SIGNING = x509.ObjectIdentifier("1.3.6.1.4.1.62558.2.1")
"""The purpose "signing C2PA claims" (C2PA specification 2.1 and later, "Certificate profiles")."""

_YEARS = 30
"""Manifests carry no timestamp, so that one holds only as long as its certificate."""
_LONGEST = 1_000_000

_PrivateKey = EllipticCurvePrivateKey | Ed25519PrivateKey


class PageCertificate:
    """A certificate with its private key; it can sign, and tells everything but the key."""

    def __init__(self, private: _PrivateKey, certificates: list[x509.Certificate]) -> None:
        """Use `make`, `read` or `read_or_make`."""
        self._private = private
        pems = [each.public_bytes(Encoding.PEM).decode("ascii") for each in certificates]
        self.chain = "".join(pems)
        """The certificate and those that vouch for it, PEM, its own first."""
        self.root = pems[-1]
        """The last certificate of the chain, PEM: what those who verify have to trust."""
        self.ends = certificates[0].not_valid_after_utc
        """When it ceases to hold."""

    @property
    def algorithm(self) -> str:
        """`es256`, `es384` or `ed25519`."""
        if isinstance(self._private, Ed25519PrivateKey):
            return "ed25519"
        return "es256" if isinstance(self._private.curve, SECP256R1) else "es384"

    @classmethod
    def make(cls, name: str, *, at: datetime) -> Self:
        """Make a certificate for the newsroom called `name`, valid from `at`, kept nowhere yet; see `write`."""
        authority, own = generate_ec_key(SECP256R1()), generate_ec_key(SECP256R1())
        issuer = _named(name, "Authority for the pages")
        root = _begun(issuer, issuer, authority, at).add_extension(
            x509.BasicConstraints(ca=True, path_length=0), True
        )
        root = root.add_extension(_usage(certificates=True), True)
        leaf = _begun(_named(name, "Pages"), issuer, own, at)
        leaf = leaf.add_extension(x509.BasicConstraints(ca=False, path_length=None), True)
        leaf = leaf.add_extension(_usage(certificates=False), True)
        purposes = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, CLAIM_SIGNING])
        leaf = leaf.add_extension(purposes, False).add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(authority.public_key()), False
        )
        return cls(own, [each.sign(authority, SHA256()) for each in (leaf, root)])

    @classmethod
    def read(cls, path: Path, *, at: datetime) -> Self:
        """Read a file of private key and certificates in PEM, the own certificate first, for use at the moment `at`.

        Raises Error if it is missing, can be read by anybody but its owner, or holds no key with its certificate; if
        the key is none of P-256, P-384 and Ed25519; and if the certificate is not valid at that moment.
        """
        try:
            with path.open("rb") as file:
                mode = os.fstat(file.fileno()).st_mode
                pem = file.read(_LONGEST)
        except OSError as why:
            raise Error(f"{path}: the certificate for pages cannot be read; {why.strerror}.") from None
        if mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise Error(f"{path}: others than its owner can read the key in it; set its mode to 600.")
        try:
            private = load_pem_private_key(pem, password=None)
            certificates = x509.load_pem_x509_certificates(pem)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise Error(
                f"{path}: not a private key without a password and its certificates, in PEM."
            ) from None
        if not isinstance(private, _PrivateKey) or (
            isinstance(private, EllipticCurvePrivateKey)
            and not isinstance(private.curve, SECP256R1 | SECP384R1)
        ):
            raise Error(f"{path}: its key is none of P-256, P-384 and Ed25519.")
        own = certificates[0]
        if _public(own) != _spki(private):
            raise Error(f"{path}: the first certificate in it is not that of the key.")
        if not own.not_valid_before_utc <= at <= own.not_valid_after_utc:
            raise Error(
                f"{path}: its certificate is valid from {own.not_valid_before_utc:%Y-%m-%d} to"
                f" {own.not_valid_after_utc:%Y-%m-%d} only."
            )
        return cls(private, certificates)

    @classmethod
    def read_or_make(cls, folder: Path, name: str, *, at: datetime) -> Self:
        """Read the certificate of the newsroom in `folder`, making one called `name` where there is none.

        `at` is the present moment. Raises Error as `read`.
        """
        path = folder / FILE
        if not path.exists():
            cls.make(name, at=at).write(path)
        return cls.read(path, at=at)

    def write(self, path: Path) -> None:
        """Write the file, mode 0600, whole or not at all. A file that is there already stays as it is."""
        pem = self._private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        try:
            write_private(path, pem + self.chain.encode("ascii"))
        except OSError as why:
            raise Error(f"{path}: the certificate for pages cannot be written; {why.strerror}.") from None

    def sign(self, message: bytes) -> bytes:
        """Return the signature of `message` as COSE has it (RFC 9053): for ECDSA r and s, each as long as the curve."""
        if isinstance(self._private, Ed25519PrivateKey):
            return self._private.sign(message)
        small = isinstance(self._private.curve, SECP256R1)
        pair = decode_dss_signature(self._private.sign(message, ECDSA(SHA256() if small else SHA384())))
        return b"".join(number.to_bytes(32 if small else 48, "big") for number in pair)


def _begun(
    subject: x509.Name, issuer: x509.Name, key: EllipticCurvePrivateKey, at: datetime
) -> x509.CertificateBuilder:
    begins = at - timedelta(days=1)  # clocks of those who verify differ
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=_YEARS * 365))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    )


def _named(newsroom: str, what: str) -> x509.Name:
    name = newsroom.strip() or "Newsroom"
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, _fitting(name)),
            x509.NameAttribute(NameOID.COMMON_NAME, _fitting(f"{what} of {name}")),
        ]
    )


def _fitting(name: str) -> str:
    """As much of a name as a certificate takes: X.520 allows 64 characters, the library counts bytes."""
    return name.encode("utf-8")[:64].decode("utf-8", "ignore")


def _usage(*, certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certificates,
        crl_sign=certificates,
        encipher_only=False,
        decipher_only=False,
    )


def _public(certificate: x509.Certificate) -> bytes:
    return certificate.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def _spki(private: _PrivateKey) -> bytes:
    return private.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
