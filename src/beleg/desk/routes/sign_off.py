"""Signing and publishing."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import Response

from beleg.desk.answers import question, refused
from beleg.desk.identifying import NotIdentifiedError, place_of, to_sign
from beleg.desk.refusals import in_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.routes.published import PAGE_POLICY
from beleg.desk.views.release import TypedRelease, release_view
from beleg.desk.views.sign_off import preview_mark, sign_off_view
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.newsroom.house import Newsroom
from beleg.newsroom.passkeys import ToSign
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.dossier import Dossier
from beleg.terms.refusal import Error
from beleg.terms.role import Permission

router = APIRouter()
_SIGN = [Depends(asks_about(Permission.SIGN))]
PREVIEW_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
"""That of a published page, except that the sign-off page can show it in a frame."""


@router.get("/dossiers/{dossier_id}/sign-off")
def sign_off_page(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """Exactly the text that will go out with its SHA-256, what people decided, what is open, and who can sign it."""
    held = newsroom.assignment(dossier.id) if request.query_params.get("said") == "given" else None
    if held is None or not held.account:
        return sign_off_page_of(request, newsroom, dossier, person)
    given = visitor(request).wording.say("%(name)s has it now.", name=names_of(newsroom).name(held.account))
    return sign_off_page_of(request, newsroom, dossier, person, said=given)


@router.post("/dossiers/{dossier_id}/sign-off", dependencies=_SIGN)
def sign_off(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content_sha256: Annotated[str, Form()] = "",
    record_head: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    passkey: Annotated[str, Form()] = "",
) -> Response:
    """Sign the text with the given SHA-256: the one that was shown. If it is another by now, nothing is signed (409).

    `record_head` is the head of the record as it was shown; without it nothing is signed (409), because a correction
    note or a decision that came later would be signed unseen. `password` is that of the account: a wrong one signs
    nothing (403), too many are not looked at (429). In its place `passkey` can be what a passkey of the account
    answered to the question of this text (JSON).
    """
    words = visitor(request).wording
    current = dossier.current
    if current is not None and current.content_sha256 != content_sha256:
        refusal = words.say(
            "The text was changed while you were reading it. Nothing was signed; read it again."
        )
        return sign_off_page_of(request, newsroom, dossier, person, status=409, refusal=refusal)
    if newsroom.obstacles_to_signing(dossier.id, by=person.id):
        refusal = words.say("It cannot be signed; the reasons are below.")
        return sign_off_page_of(request, newsroom, dossier, person, status=409, refusal=refusal)
    if not record_head:
        refusal = words.say("How the record stood when you read it is missing. Nothing was signed.")
        return sign_off_page_of(request, newsroom, dossier, person, status=409, refusal=refusal)
    try:
        what = ToSign(dossier=dossier.id, content_sha256=content_sha256, record_head=record_head)
        identified_by = to_sign(request, newsroom, person, what, password=password, passkey=passkey)
        newsroom.sign_off(
            dossier.id, content_sha256, by=person.id, seen=record_head, identified_by=identified_by
        )
    except NotIdentifiedError as why:
        nothing = words.say("Nothing was signed.")
        refusal = f"{why.words} {nothing}"
        response = sign_off_page_of(
            request,
            newsroom,
            dossier,
            person,
            status=why.status,
            refusal=refusal,
            refused_at="" if passkey else "password",
        )
        if why.seconds:
            response.headers["Retry-After"] = str(why.seconds)
        return response
    except Error as why:
        return sign_off_page_of(
            request,
            newsroom,
            newsroom.dossier(dossier.id),
            person,
            status=409,
            refusal=in_words(why, words),
        )
    return go(f"/dossiers/{dossier.id}/sign-off?said=signed")


@router.post("/dossiers/{dossier_id}/sign-off/question", dependencies=_SIGN)
def ask_passkey(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    content_sha256: Annotated[str, Form()] = "",
    record_head: Annotated[str, Form()] = "",
) -> Response:
    """What the browser asks a passkey of who signs, as JSON; good once, for three minutes, for this session and this
    text.

    Answers `{"refusal": sentence}` (409) if this account has no passkey or cannot sign the text as it was shown.
    """
    words = visitor(request).wording
    current, place = dossier.current, place_of(request)
    if place is None:
        return refused(words.say("Passkeys do not work at an IP address."))
    shown = current is not None and current.content_sha256 == content_sha256 and dossier.head == record_head
    if not shown or newsroom.obstacles_to_signing(dossier.id, by=person.id):
        return refused(words.say("This text cannot be signed as it was shown; reload the page."))
    what = ToSign(dossier=dossier.id, content_sha256=content_sha256, record_head=record_head)
    try:
        return question(newsroom.passkeys.ask_to_sign(person, place, what))
    except Error as why:
        return refused(in_words(why, words))


@router.get("/dossiers/{dossier_id}/preview")
def preview(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """The page as publishing would make it now, marked as a preview, in a sandbox; 404 where none can be made yet.

    It can run no script and reach nothing of the desk, and only pages of the desk can show it in a frame.
    """
    words = visitor(request).wording
    mark = preview_mark(dossier, newsroom.sign_off_in_force(dossier.id), words)
    try:
        page = newsroom.preview(dossier.id, by=person.id, mark=mark, language=words.language)
    except Error as why:
        raise HTTPException(404) from why
    return Response(
        page, media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": PREVIEW_POLICY}
    )


@router.post("/dossiers/{dossier_id}/publish")
def publish(
    request: Request,
    *,
    newsroom: House,
    person: Person,
    dossier: TheDossier,
    address: Annotated[str, Form()] = "",
) -> Response:
    """Publish the signed text: its page and its bundle are made and kept. `address` is where the page will appear."""
    words = visitor(request).wording
    address = address.strip()
    if address and not web_address(address):
        refusal = words.say(
            "%(address)s: an address has to begin with https:// or http:// and name a host.",
            address=address[:200],
        )
        return sign_off_page_of(
            request, newsroom, dossier, person, status=422, refusal=refusal, address=address
        )
    try:
        newsroom.publish(dossier.id, by=person.id, address=address)
    except Error as why:
        now = newsroom.dossier(dossier.id)
        return sign_off_page_of(
            request, newsroom, now, person, status=409, refusal=in_words(why, words), address=address
        )
    return go(f"/dossiers/{dossier.id}/published?said=published")


def sign_off_page_of(
    request: Request,
    newsroom: Newsroom,
    dossier: Dossier,
    person: Account,
    *,
    status: int = 200,
    refusal: str = "",
    refused_at: str = "",
    address: str = "",
    typed: TypedRelease | None = None,
    said: str = "",
) -> Response:
    """The sign-off page, with a refusal on top, or at the field `refused_at`, and what was typed where a form was
    refused. `said` stands on top in place of what the address says was done.
    """
    words, names = visitor(request).wording, names_of(newsroom)
    passkeys = len(newsroom.passkeys.of(person.id)) if place_of(request) else 0
    return render(
        request,
        "sign_off.html",
        status,
        view=sign_off_view(newsroom, dossier, person, names, words, passkeys=passkeys),
        release=release_view(newsroom, dossier, names, datetime.now(UTC)),
        typed=typed or TypedRelease(),
        refusal=refusal,
        refused_at=refused_at,
        folder=str(cast(Path, request.app.state.folder).resolve()),
        address=address or (dossier.publications[-1].event.address if dossier.publications else ""),
        said=said,
    )
