"""The certificate for pages: made once, kept from others, and none taken that cannot sign."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256, SHA384
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from beleg.record.page_certificate import FILE, PageCertificate
from beleg.terms.refusal import Error

NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_it_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    first = PageCertificate.read_or_make(tmp_path, "Quellenbrücker Bote", at=NOW)
    again = PageCertificate.read_or_make(tmp_path, "Anderer Name", at=NOW + timedelta(days=400))

    assert first.chain == again.chain
    assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_it_is_one_for_signing_manifests() -> None:
    made = PageCertificate.make("Quellenbrücker Bote", at=NOW)
    own, root = x509.load_pem_x509_certificates(made.chain.encode())

    assert made.algorithm == "es256"
    assert root.public_bytes(Encoding.PEM).decode() == made.root
    own.verify_directly_issued_by(root)
    usage = own.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert not usage.value.key_cert_sign
    purposes = own.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert [purpose.dotted_string for purpose in purposes] == [
        "1.3.6.1.5.5.7.3.4",
        "1.3.6.1.4.1.62558.2.1",
    ]
    assert own.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    assert own.not_valid_before_utc <= NOW
    assert made.ends == own.not_valid_after_utc > NOW + timedelta(days=20 * 365)
    assert own.subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME)[0].value == "Quellenbrücker Bote"


@pytest.mark.parametrize("name", ["", "  ", "Ö" * 200])
def test_any_name_of_a_newsroom_will_do(name: str) -> None:
    assert PageCertificate.make(name, at=NOW).chain


def a_file(folder: Path, private: object, *, other: object = None, days: int = 10) -> Path:
    """A file with a key and a certificate, of the same key unless another is given."""
    of = other or private
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Bote")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(of.public_key())  # type: ignore[attr-defined]
        .serial_number(7)
        .not_valid_before(NOW - timedelta(days=10))
        .not_valid_after(NOW + timedelta(days=days))
        .sign(of, None if isinstance(of, ed25519.Ed25519PrivateKey) else SHA256())  # type: ignore[arg-type]
    )
    path = folder / FILE
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())  # type: ignore[attr-defined]
    path.write_bytes(pem + certificate.public_bytes(Encoding.PEM))
    path.chmod(0o600)
    return path


def test_a_newsroom_s_own_certificate_is_taken(tmp_path: Path) -> None:
    edwards = ed25519.Ed25519PrivateKey.generate()
    own = PageCertificate.read(a_file(tmp_path, edwards), at=NOW)
    assert own.algorithm == "ed25519"
    edwards.public_key().verify(own.sign(b"x"), b"x")

    for curve, algorithm, size, hashed in (
        (ec.SECP256R1(), "es256", 64, SHA256()),
        (ec.SECP384R1(), "es384", 96, SHA384()),
    ):
        private = ec.generate_private_key(curve)
        own = PageCertificate.read(a_file(tmp_path, private), at=NOW)
        signature = own.sign(b"x")
        assert (own.algorithm, len(signature)) == (algorithm, size)
        r, s = (int.from_bytes(part, "big") for part in (signature[: size // 2], signature[size // 2 :]))
        private.public_key().verify(encode_dss_signature(r, s), b"x", ec.ECDSA(hashed))


def test_what_cannot_sign_is_refused(tmp_path: Path) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    with pytest.raises(Error, match="cannot be read"):
        PageCertificate.read(tmp_path / "fehlt.pem", at=NOW)
    with pytest.raises(Error, match="not that of the key"):
        PageCertificate.read(a_file(tmp_path, private, other=ec.generate_private_key(ec.SECP256R1())), at=NOW)
    with pytest.raises(Error, match="valid from 2026-11-13 to 2026-11-18 only"):
        PageCertificate.read(a_file(tmp_path, private, days=-5), at=NOW)
    with pytest.raises(Error, match="none of P-256"):
        PageCertificate.read(a_file(tmp_path, rsa.generate_private_key(65537, 2048)), at=NOW)
    with pytest.raises(Error, match="none of P-256"):
        PageCertificate.read(a_file(tmp_path, ec.generate_private_key(ec.SECP521R1())), at=NOW)
    path = a_file(tmp_path, private)
    path.chmod(0o640)
    with pytest.raises(Error, match="set its mode to 600"):
        PageCertificate.read(path, at=NOW)
    path.chmod(0o600)
    for broken in (b"", b"nichts", path.read_bytes().split(b"-----BEGIN CERT")[0]):
        path.write_bytes(broken)
        with pytest.raises(Error, match="not a private key without a password"):
            PageCertificate.read(path, at=NOW)


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Error, match="cannot be written"):
        PageCertificate.read_or_make(tmp_path / "fehlt", "Bote", at=NOW)
