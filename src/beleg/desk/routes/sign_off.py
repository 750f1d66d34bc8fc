"""Signing and publishing."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Form, HTTPException, Request
from starlette.responses import Response

from beleg.desk.answers import question, refused
from beleg.desk.identifying import NotIdentifiedError, place_of, to_sign
from beleg.desk.refusals import in_words, obstacle_words
from beleg.desk.rendering import go, render
from beleg.desk.routes.dossier import names_of
from beleg.desk.routes.published import PAGE_POLICY
from beleg.desk.views.decided import Decided, decided
from beleg.desk.views.draft import DraftView, draft_view
from beleg.desk.views.judging import looked_at
from beleg.desk.views.release import TypedRelease, release_view
from beleg.desk.visitor import House, Person, TheDossier, asks_about, visitor
from beleg.newsroom.house import Newsroom
from beleg.newsroom.passkeys import ToSign
from beleg.publishing.disclosing import Wording as Disclosing
from beleg.publishing.disclosing import wording as disclosing
from beleg.publishing.source_list import PrintedSource, source_list
from beleg.review.disclosing import compared, disclosure, disclosure_if_signed
from beleg.review.judging import masked
from beleg.terms.account import Account
from beleg.terms.address import web_address
from beleg.terms.dossier import Dossier, Publication, SignOff
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle, Review
from beleg.terms.role import Permission

router = APIRouter()
_SIGN = [Depends(asks_about(Permission.SIGN))]
PREVIEW_POLICY = PAGE_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
"""That of a published page, except that the sign-off page can show it in a frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffView:
    """The sign-off page: exactly the text, what is open, and why this account cannot sign."""

    dossier: Dossier
    draft: DraftView | None
    review: Review
    obstacles: tuple[str, ...]
    own_sentences: tuple[str, ...]
    """Sentences the person looking wrote or changed last: why the four-eyes rule stops them."""
    own_text: bool
    others: tuple[str, ...]
    """Names of the accounts that have not written any of the text."""
    in_force: SignOff | None
    signed_by: str
    disclosing: Disclosing | None
    decided: tuple[Decided, ...]
    """What people confirmed and dismissed: the signer answers for that too."""
    preview: Disclosing | None
    """What readers would be told if the person looking signed now; None if they cannot."""
    published: Publication | None
    """What went out under the signature in force; an earlier signature under the same text is another one."""
    sources: tuple[PrintedSource, ...]
    """What the page will print about every source of the dossier."""
    shown: bool
    """Whether the page can be shown as it would look: it has a headline, and the article was not withdrawn."""
    passkeys: int
    """How many passkeys the person looking could use here; 0 at an IP address."""


@router.get("/dossiers/{dossier_id}/sign-off")
def sign_off_page(request: Request, *, newsroom: House, person: Person, dossier: TheDossier) -> Response:
    """Exactly the text that will go out with its SHA-256, what people decided, what is open, and who can sign it."""
    return sign_off_page_of(request, newsroom, dossier, person)


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

    `record_head` is the head of the record as it was shown; a correction note or a decision that came later would
    otherwise be signed unseen. `password` is that of the account: a wrong one signs nothing (403), too many are not looked
    at (429). In its place `passkey` can be what a passkey of the account answered to the question of this text (JSON).
    """
    words = visitor(request).wording
    current = dossier.current
    if current is not None and current.content_sha256 != content_sha256:
        refusal = words.say(
            "The text was changed while you were reading it. Nothing was signed; read it again."
        )
        return sign_off_page_of(request, newsroom, dossier, person, status=409, refusal=refusal)
    if newsroom.obstacles(dossier.id, by=person.id):
        refusal = words.say("It cannot be signed; the reasons are below.")
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
    """What the browser asks a passkey of who signs, as JSON; good once, for three minutes, for this session and this text.

    Answers `{"refusal": sentence}` (409) if this account has no passkey or cannot sign the text as it was shown.
    """
    words = visitor(request).wording
    current, place = dossier.current, place_of(request)
    if place is None:
        return refused(words.say("Passkeys do not work at an IP address."))
    shown = current is not None and current.content_sha256 == content_sha256 and dossier.head == record_head
    if not shown or newsroom.obstacles(dossier.id, by=person.id):
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
    signed = newsroom.sign_off_in_force(dossier.id) is not None
    mark = (
        words.say("Preview: signed, not published")
        if signed
        else words.say("Preview: not signed, not published")
    )
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
) -> Response:
    """The sign-off page, with a refusal on top, or at the field `refused_at`, and what was typed where a form was refused."""
    words = visitor(request).wording
    review = newsroom.review(dossier.id)
    shown = masked(review, dossier, person.id)
    names = names_of(newsroom)
    obstacles = newsroom.obstacles(dossier.id, by=person.id)
    in_force = newsroom.sign_off_in_force(dossier.id)
    current = dossier.current
    accounts = newsroom.accounts()
    own = tuple(s.text for s in current.sentences if s.changed_by == person.id) if current else ()
    current_publication = next(
        (p for p in reversed(dossier.publications) if in_force and dossier.sign_off_of(p) == in_force),
        None,
    )
    view = SignOffView(
        dossier=dossier,
        draft=draft_view(current, review, names, words) if current else None,
        review=shown,
        obstacles=tuple(obstacle_words(o, words) for o in obstacles if o is not Obstacle.OWN_TEXT),
        own_sentences=own,
        own_text=Obstacle.OWN_TEXT in obstacles,
        others=tuple(
            account.name
            for account in accounts
            if account.may(Permission.SIGN) and account.id not in review.authors
        ),
        in_force=in_force,
        signed_by=names.name(in_force.by) if in_force else "",
        disclosing=disclosing(disclosure(dossier), accounts, dossier.language) if in_force else None,
        decided=decided(dossier, shown, names, words),
        preview=_preview(dossier, person) if current and not obstacles and not in_force else None,
        published=current_publication,
        sources=source_list(dossier.sources, compared(dossier), dossier.language),
        passkeys=len(newsroom.passkeys.of(person.id)) if place_of(request) else 0,
        shown=current is not None
        and not {Obstacle.NO_DRAFT, Obstacle.NO_HEADLINE, Obstacle.WITHDRAWN} & {*obstacles},
    )
    return render(
        request,
        "sign_off.html",
        status,
        view=view,
        looked_at=looked_at(
            review,
            shown,
            dossier,
            seen=newsroom.evidence_shown(dossier.id, by=person.id),
            hidden_decisions=len(decided(dossier, review, names, words)) - len(view.decided),
            words=words,
        ),
        release=release_view(newsroom, dossier, names, datetime.now(UTC)),
        typed=typed or TypedRelease(),
        refusal=refusal,
        refused_at=refused_at,
        address=address or (dossier.publications[-1].event.address if dossier.publications else ""),
    )


def _preview(dossier: Dossier, person: Account) -> Disclosing:
    """The disclosure as it would be if `person` signed at this moment."""
    signed = disclosure_if_signed(dossier, person.id, datetime.now(UTC).isoformat())
    return disclosing(signed, (person,), dossier.language)
