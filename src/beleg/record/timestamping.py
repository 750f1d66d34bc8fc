"""Timestamping: having somebody else say when a checkpoint was there at the latest (RFC 3161).

The server is chosen by who runs the newsroom and gets nothing but a hash. Its answer is a stranger's: bounded in size
and time, and compared with the question before it is kept.
"""

import time
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from beleg.terms.refusal import Error

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_MOST_BYTES = 1_000_000
_PATIENCE = 30.0
"""Seconds until the whole answer has to be there."""

_SHA256 = "2.16.840.1.101.3.4.2.1"


def timestamp_of(data: bytes, server: str, roots: Sequence["Certificate"] = ()) -> bytes:
    """Ask the timestamp server at this address (http or https) about `data` and return its answer, DER.

    With `roots` the signature under the answer has to lead to one of these certificates; without, it is not looked
    at. Raises Error, in one sentence, if there is no answer, or none to this question.
    """
    from rfc3161_client import (
        HashAlgorithm,
        TimestampRequestBuilder,
        VerifierBuilder,
        decode_timestamp_response,
    )

    request = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256).build()
    answer = _ask(server, request.as_bytes())
    try:
        response = decode_timestamp_response(answer)
        granted = response.status in (0, 1)
        fits = granted and (_imprint(answer), response.tst_info.nonce) == (
            sha256(data).digest(),
            request.nonce,
        )
    except Exception:  # whatever a stranger's bytes provoke in the reader of them
        raise Error(
            f"{server}: the timestamp server did not answer with a timestamp that can be read."
        ) from None
    if not granted:
        raise Error(f"{server}: the timestamp server refused to give a timestamp.")
    if not fits:
        raise Error(f"{server}: the timestamp server answered to another question.")
    if roots:
        builder = VerifierBuilder.from_request(request)
        for root in roots:
            builder = builder.add_root_certificate(root)
        try:
            builder.build().verify_message(response, data)
        except Exception:  # as above; the library has more than one kind
            raise Error(f"{server}: the timestamp is not signed by the authority named.") from None
    return answer


def time_of(answer: bytes, data: bytes) -> datetime | None:
    """Return when, by the authority's clock, `data` was there; None if this is no timestamp of it."""
    from rfc3161_client import decode_timestamp_response

    try:
        if _imprint(answer) != sha256(data).digest():
            return None
        return decode_timestamp_response(answer).tst_info.gen_time
    except Exception:  # whatever the bytes are
        return None


def certificates(pem: bytes) -> tuple["Certificate", ...]:
    """Return the certificates of a PEM file. Raises Error if there are none."""
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return tuple(load_pem_x509_certificates(pem))
    except ValueError:
        raise Error("The file holds no certificates in PEM.") from None


def _imprint(answer: bytes) -> bytes:
    """The SHA-256 that the answer is about; empty if it is about another kind of hash."""
    from rfc3161_client import decode_timestamp_response

    imprint = decode_timestamp_response(answer).tst_info.message_imprint
    return imprint.message if imprint.hash_algorithm.dotted_string == _SHA256 else b""


def _ask(server: str, question: bytes) -> bytes:
    import httpx

    try:
        address = httpx.URL(server)
    except (ValueError, httpx.InvalidURL):
        address = httpx.URL("")
    if address.scheme not in ("http", "https") or not address.host:
        raise Error(f"{server[:200]}: not an address of a timestamp server.")
    headers = {
        "Content-Type": "application/timestamp-query",
        "Accept": "application/timestamp-reply",
        "Accept-Encoding": "identity",
    }
    until, body = time.monotonic() + _PATIENCE, bytearray()
    try:
        with (
            httpx.Client(timeout=_PATIENCE, follow_redirects=False, trust_env=False) as client,
            client.stream("POST", address, content=question, headers=headers) as response,
        ):
            if response.status_code != httpx.codes.OK:
                raise Error(f"{server}: the timestamp server answered with status {response.status_code}.")
            for piece in response.iter_raw():
                body += piece
                if len(body) > _MOST_BYTES or time.monotonic() > until:
                    raise Error(f"{server}: the timestamp server's answer is too long or takes too long.")
    except httpx.TimeoutException:
        raise Error(f"{server}: the timestamp server does not answer in time.") from None
    except httpx.HTTPError:
        raise Error(f"{server}: the timestamp server cannot be reached.") from None
    return bytes(body)
