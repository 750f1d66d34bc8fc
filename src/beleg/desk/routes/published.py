"""What went out: the page, the bundle, and what they say about themselves."""

import re
import unicodedata
from datetime import UTC, datetime
from hashlib import sha256

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from beleg.desk.rendering import render
from beleg.desk.routes.dossier import names_of
from beleg.desk.views.release import TypedRelease, form_words, release_view
from beleg.desk.visitor import House, TheDossier, visitor
from beleg.newsroom.house import Newsroom
from beleg.publishing.bundle import unpack
from beleg.publishing.disclosing import filled
from beleg.publishing.members import people_in
from beleg.publishing.outputs import FORMS
from beleg.terms.dossier import Dossier

router = APIRouter()
PAGE_POLICY = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
"""The published page gets an origin of its own and no scripts, so that it can do nothing in the desk's name."""


@router.get("/dossiers/{dossier_id}/published")
def published(request: Request, newsroom: House, dossier: TheDossier) -> Response:
    """What went out and when, who signed and published it, its versions, how to verify it, and how to withdraw it."""
    return published_page_of(request, newsroom, dossier)


def published_page_of(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    *,
    status: int = 200,
    refusal: str = "",
    typed: TypedRelease | None = None,
) -> Response:
    """The published page, with a refusal on top and what was typed where a form was refused."""
    words = visitor(request).wording
    names = names_of(newsroom)
    last = dossier.publications[-1] if dossier.publications else None
    signed = dossier.sign_off_of(last) if last else None
    bundle = newsroom.bundle(dossier.id) if last else b""
    changed = bool(last and dossier.current and dossier.current.content_sha256 != last.event.content_sha256)
    disclosure = ""
    if last and dossier.withdrawal is None:
        disclosure = filled(last.event.disclosure, people_in(unpack(bundle).people))
    return render(
        request,
        "published.html",
        status,
        dossier=dossier,
        in_force=newsroom.sign_off_in_force(dossier.id),
        last=last,
        by=names.name(last.by) if last else "",
        signed_by=names.name(signed.by) if signed else "",
        signed_at=signed.at if signed else "",
        disclosure=disclosure,
        bundle_name=_file_name(dossier, 0),
        page_sha256=sha256(newsroom.page(dossier.id)).hexdigest() if last else "",
        bundle_sha256=sha256(bundle).hexdigest() if last else "",
        changed=changed,
        release=release_view(newsroom, dossier, names, datetime.now(UTC)),
        forms=form_words(words),
        typed=typed or TypedRelease(),
        refusal=refusal,
    )


@router.get("/dossiers/{dossier_id}/page")
def published_page(newsroom: House, dossier: TheDossier, version: int = 0) -> Response:
    """The page as it went out, byte for byte, in a sandbox: it can run no script and reach nothing of the desk.

    `version` chooses an earlier one; without it, what stands at the address now.
    """
    _only_published(dossier, version)
    return Response(
        newsroom.page(dossier.id, version),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": PAGE_POLICY},
    )


@router.get("/dossiers/{dossier_id}/bundle")
def download_bundle(newsroom: House, dossier: TheDossier, version: int = 0) -> Response:
    """The bundle of what went out as a zip file, for `beleg verify` on any other machine; `version` as for the page."""
    _only_published(dossier, version)
    return Response(
        newsroom.bundle(dossier.id, version),
        media_type="application/zip",
        headers=_as_file(_file_name(dossier, version)),
    )


@router.get("/dossiers/{dossier_id}/outputs/{target}")
def download_output(newsroom: House, dossier: TheDossier, target: str, version: int = 0) -> Response:
    """What went out for another target (ninjs, NewsML-G2, the C2PA manifest), byte for byte; `version` as for the
    page.
    """
    _only_published(dossier, version)
    form = next((form for form in FORMS if form.target == target), None)
    raw = newsroom.output(dossier.id, target, version) if form else b""
    if form is None or not raw:
        raise HTTPException(404)
    name = _file_name(dossier, version).removesuffix(".zip")
    return Response(raw, media_type="application/octet-stream", headers=_as_file(f"{name}{form.ending}"))


def _as_file(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}


def _only_published(dossier: Dossier, version: int) -> None:
    versions = len(dossier.publications) + (dossier.withdrawal is not None)
    if not versions or not 0 <= version <= versions:
        raise HTTPException(404)


def _file_name(dossier: Dossier, version: int) -> str:
    """A file name from the title, in ASCII, with the version from the second on: `radbruecke-wird-teurer-v2.zip`."""
    version = version or len(dossier.publications) + (dossier.withdrawal is not None)
    title = dossier.title.casefold()
    for letter, written in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        title = title.replace(letter, written)
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return (re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "beleg") + (
        f"-v{version}.zip" if version > 1 else ".zip"
    )
