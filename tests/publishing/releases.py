"""Releases for tests: articles with a sign-off by a key of the tests' own."""

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from beleg.publishing import canonical_json
from beleg.publishing.article import Article
from beleg.publishing.dsse import seal
from beleg.publishing.release import Release
from beleg.publishing.statement import PREDICATE_TYPE, STATEMENT_TYPE, SUBJECT
from beleg.record.newsroom_key import NewsroomKey

_PRIVATE = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEY = NewsroomKey(_PRIVATE)
PUBLIC = _PRIVATE.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
sign: Callable[[bytes], bytes] = _PRIVATE.sign


def envelope_for(article: Article) -> bytes:
    """A sign-off of exactly what the article says was signed."""
    said = article.disclosure
    signer = article.signer
    payload = canonical_json.encode(
        {
            "_type": STATEMENT_TYPE,
            "predicateType": PREDICATE_TYPE,
            "subject": [{"name": SUBJECT, "digest": {"sha256": said.content_sha256}}],
            "predicate": {
                "beleg": "0.1.0",
                "corrections": [told.note for told in article.corrections],
                "decided": [],
                "dossier": article.dossier,
                "revision": 1,
                "signed_at": said.signed_at,
                "updates": article.updates.dossier if article.updates else "",
                "signer": {"account": signer.id, "function": signer.function, "name": signer.name},
            },
        }
    )
    return seal(payload, public=PUBLIC, sign=sign)


def released(article: Article) -> Release:
    """The article as it may go out, signed as it says it was."""
    return Release(article=article, envelope=envelope_for(article), newsroom_key=PUBLIC)
