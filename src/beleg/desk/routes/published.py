"""What went out: the page, the bundle, and what they say about themselves."""

import re
import unicodedata
from hashlib import sha256

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.routes.dossier import names_of
from beleg.desk.visitor import House, TheDossier
from beleg.publishing.bundle import unpack
from beleg.publishing.disclosing import filled
from beleg.publishing.members import people_in
from beleg.terms.dossier import Dossier

router = APIRouter()
PAGE_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
"""The published page gets an origin of its own and no scripts, so that it can do nothing in the desk's name."""


@router.get("/dossiers/{dossier_id}/published")
def published(request: Request, newsroom: House, dossier: TheDossier) -> Response:
    """When the article went out, who signed and published it, its disclosure, and how to verify it."""
    names = names_of(newsroom)
    last = dossier.publications[-1] if dossier.publications else None
    signed = dossier.sign_off_of(last) if last else None
    bundle = newsroom.bundle(dossier.id) if last else b""
    changed = bool(last and dossier.current and dossier.current.content_sha256 != last.event.content_sha256)
    return render(
        request,
        "published.html",
        dossier=dossier,
        in_force=newsroom.sign_off_in_force(dossier.id),
        last=last,
        by=names.name(last.by) if last else "",
        signed_by=names.name(signed.by) if signed else "",
        signed_at=signed.at if signed else "",
        disclosure=filled(last.event.disclosure, people_in(unpack(bundle).people)) if last else "",
        bundle_name=_file_name(dossier),
        bundle_sha256=sha256(bundle).hexdigest() if last else "",
        changed=changed,
    )


@router.get("/dossiers/{dossier_id}/page")
def published_page(newsroom: House, dossier: TheDossier) -> Response:
    """The published page, byte for byte, in a sandbox: it can run no script and reach nothing of the desk."""
    _only_published(dossier)
    return Response(
        newsroom.page(dossier.id),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": PAGE_POLICY},
    )


@router.get("/dossiers/{dossier_id}/bundle")
def download_bundle(newsroom: House, dossier: TheDossier) -> Response:
    """The bundle of the last publication as a zip file, for `beleg verify` on any other machine."""
    _only_published(dossier)
    return Response(
        newsroom.bundle(dossier.id),
        media_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{_file_name(dossier)}"'},
    )


def _only_published(dossier: Dossier) -> None:
    if not dossier.publications:
        raise HTTPException(404)


def _file_name(dossier: Dossier) -> str:
    """A file name from the title, in ASCII: `radbruecke-wird-teurer.zip`."""
    title = dossier.title.casefold()
    for letter, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        title = title.replace(letter, written)
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "beleg") + ".zip"
