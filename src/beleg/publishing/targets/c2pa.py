"""C2PA: a signed manifest that lies beside the page and says how the article came to be.

It binds to the exact bytes of the page, whose `<link rel="c2pa-manifest">` names it. Its actions follow from the
origins of the sentences (`beleg.publishing.digital_source`), in the words of the IPTC's digital source types; a further
assertion (`news.beleg.sign_off`) names who signed which text. It is signed with the certificate of the newsroom;
without a timestamp server, so nothing here ever asks the network.

The manifest is made by c2pa-python, a binding to the C2PA's own implementation in Rust, which is loaded when the first
one is made (some 50 MB on the disk, 0.1 s). What it leaves empty is taken out (`beleg.publishing.jumbf`).
"""

import json
from hashlib import sha256
from io import BytesIO
from typing import Protocol

from beleg import __version__
from beleg.publishing import canonical_json
from beleg.publishing.digital_source import Step, steps
from beleg.publishing.disclosing import name_and_function
from beleg.publishing.jumbf import compact, read_compact
from beleg.publishing.moments import to_the_second
from beleg.publishing.notes import credit
from beleg.publishing.release import Release
from beleg.publishing.targets import page
from beleg.publishing.words import shown
from beleg.terms.refusal import Error

SIGN_OFF = "news.beleg.sign_off"
"""Label of the assertion that names the signed text; described on the page "What goes out" of the documentation."""


class Certificate(Protocol):
    """What a manifest is signed with."""

    @property
    def chain(self) -> str:
        """The certificate and those that vouch for it, PEM, its own first."""

    @property
    def algorithm(self) -> str:
        """`es256`, `es384` or `ed25519`."""

    def sign(self, message: bytes) -> bytes:
        """Return the signature as COSE has it (RFC 9053): for ECDSA both numbers, one after the other."""


def render(release: Release, certificate: Certificate) -> bytes:
    """Make the manifest of the page of a release; no two are alike, for each has a name and a signature of its own.

    Raises `Error` if the page does not name its manifest, or if the certificate is not one to sign manifests with.
    """
    article = release.article
    if not article.manifest:
        raise Error(f"{article.dossier}: the page does not say where its C2PA manifest lies.")
    import c2pa

    raw = page.render(release)
    try:
        algorithm = c2pa.C2paSigningAlg[certificate.algorithm.upper()]
        with (
            c2pa.Signer.from_callback(certificate.sign, algorithm, certificate.chain, None) as signer,
            c2pa.Builder.from_json(json.dumps(_definition(release))) as builder,
        ):
            builder.set_no_embed()
            store = builder.sign(signer, page.MEDIA_TYPE, BytesIO(raw), BytesIO())
    except (c2pa.C2paError, KeyError) as why:
        raise Error(f"{article.dossier}: no C2PA manifest can be made; {why}.") from None
    found = compact(store)
    read_compact(found)
    return found


def _definition(release: Release) -> canonical_json.Object:
    article = release.article
    signed: canonical_json.Object = {
        "content_sha256": article.disclosure.content_sha256,
        "envelope_sha256": sha256(release.envelope).hexdigest(),
        "item": release.item,
        "signed_off_at": article.disclosure.signed_at,
        "signed_off_by": shown(name_and_function(article.signer)),
        "version": article.version,
    }
    if line := credit(release):
        signed["credit"] = line
    actions = [_action(step, release) for step in steps(article.disclosure)]
    actions.append({"action": "c2pa.published", "when": to_the_second(article.released_at)})
    return {
        "claim_generator_info": [{"name": "Beleg", "version": __version__}],
        "title": release.headline,
        "format": page.MEDIA_TYPE,
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": actions}},
            {"label": SIGN_OFF, "data": signed},
        ],
    }


def _action(step: Step, release: Release) -> canonical_json.Object:
    """The moment of a step is not told: the record counts sentences, it does not say when each was begun."""
    action: canonical_json.Object = {"action": step.action, "digitalSourceType": step.source_type}
    if step.engines:
        name, _, version = step.engines[0].partition("/")
        action["softwareAgent"] = {"name": name, "version": version} if version else {"name": name}
    if len(step.engines) > 1:
        action["description"] = ", ".join(step.engines)
    return action
